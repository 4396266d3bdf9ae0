"""What a screen shows is what it would draw now, after every key; and a key that can do nothing says so."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from replay.tui.cells import Cells
from replay.tui.keys import MENU_KEYS, OPENED_KEYS, SETTINGS_KEYS, STORY_KEYS, Key
from replay.tui.replay_screen import ReplayScreen
from tests.tui.effects import pressed
from tests.tui.pilots import Session, at_the_menu, watching
from tests.tui.test_state_shown import assert_honest
from tests.tui.test_understood_screen import ASKS, LOOSE, TIMELESS, TOLD, with_file

LEAVES = ("quit", "back", "menu", "watch", "go", "turn", "leave")
"""Actions that lead elsewhere; where a race comes up it is looked at in `test_state_shown`."""
FILES = {"asks": ASKS, "plays": TOLD, "loose": LOOSE, "refused": TIMELESS, "empty": ""}
SCREENS: dict[str, tuple[Sequence[Key], tuple[str, ...]]] = {
    "the menu": (MENU_KEYS, ()),
    "its end": (MENU_KEYS, ("end",)),
    "found": (MENU_KEYS, ("slash", *"lon", "down")),
    "nothing found": (MENU_KEYS, ("slash", *"zz", "down")),
    "settings": (SETTINGS_KEYS, ("s",)),
    "other settings": (SETTINGS_KEYS, ("s", "down", "down", "right")),
    "the last setting": (SETTINGS_KEYS, ("s", "end")),
    "a story": (STORY_KEYS, ("home", "enter")),
    **dict.fromkeys(FILES, (OPENED_KEYS, ())),
}


def stale(session: Session) -> Iterator[str]:
    """Rows of the screen on top that are not what would be drawn now."""
    for cells in session.app.screen.query(Cells):
        width, height = cells._drawn_size
        if cells.display and cells.is_attached and width and height:
            rows = list(cells.draw(width, height))[:height]
            for y, row in enumerate(rows):
                if tuple(cells._rows[y]) != tuple(row):
                    yield f"{cells.id} {y}: {''.join(text for text, _ in cells._rows[y])!r}"


def seen(session: Session) -> tuple[object, ...]:
    """All that is seen, in its colours."""
    shown = [tuple(cells._rows) for cells in session.app.screen.query(Cells)]
    return session.app.theme, session.app.screen, session.text, *shown


@asynccontextmanager
async def opened(name: str, folder: Path) -> AsyncIterator[Session]:
    """Such a screen, on top."""
    if name in FILES:
        async with with_file(folder, FILES[name]) as session:
            yield session
        return
    async with at_the_menu() as session:
        await session.press(*SCREENS[name][1])
        await session.until(lambda: not list(stale(session)))
        yield session


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", SCREENS)
async def test_after_every_key_nothing_is_stale_and_it_did_something_or_says_why(name: str, tmp_path: Path) -> None:
    silent: list[str] = []
    async with opened(name, tmp_path) as session:
        screen = session.app.screen
        for key, action in pressed(SCREENS[name][0]):
            if action.startswith(LEAVES):
                continue
            if hasattr(screen, "columns"):
                screen.columns.say("")
            before = seen(session)
            await session.press(key)
            await session.until(lambda: not list(stale(session)))
            silent += [f"{key} {action}"] if seen(session) == before else []
            if session.app.screen is screen:
                continue
            for _ in range(4):
                if session.app.screen is not screen:
                    await session.press("escape")
            assert session.app.screen is screen, (key, action)
            await session.until(lambda: not list(stale(session)))
    assert not silent


OVER = ("M", "E", "i", "colon", "slash", "W", "A", "o", "e", "F", "b", "question_mark", "ctrl+p")
TRIED = ("down", "down", "up", "pagedown", "x", "tab", "left", "home", "backspace", "end", "ctrl+u", "shift+tab")


async def test_nothing_is_stale_over_a_race_and_the_race_is_as_it_says() -> None:
    async with watching(at=100.0, size=(200, 40)) as session:
        for turn, opens in enumerate(OVER):
            playing = turn % 2 == 0
            await session.press(*(["space"] if playing != session.viewer_below.playback.playing else []))
            await session.press(opens)
            for key in TRIED if playing else TRIED[::-1]:
                await session.press(key)
                await session.until(lambda: not list(stale(session)))
                assert_honest(session)
            for _ in range(4):
                if not session.shows(ReplayScreen):
                    await session.press("escape")
            await session.until(lambda: session.shows(ReplayScreen) and session.replay.is_active)
            assert_honest(session)
            assert not list(stale(session)), opens
