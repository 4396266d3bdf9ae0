"""Every key of a story does what it says."""

from pathlib import Path

import pytest

from replay.files.library import Library
from replay.tui.app import ReplayApp
from replay.tui.keys import STORY_KEYS
from replay.tui.menu_screen import MenuScreen
from replay.tui.sheet import StartCard
from replay.tui.story_screens import PageScreen
from tests.tui.effects import Effect, changes_the_theme, pressed, shows_the_keys
from tests.tui.pilots import FakeClock, Session, at_the_menu, running

STORY = """
story: Two pages
parts:
  - {page: "The first page. %s", title: One}
  - {page: The second page., title: Two}
  - {race: london-mile-2026}
"""


async def goes_on(session: Session, key: str) -> None:
    await session.press(key)
    assert "The second page" in session.text
    await session.press(key)
    await session.until(lambda: session.shows(StartCard))


async def goes_back(session: Session, key: str) -> None:
    await session.press("enter", key)
    assert "The first page" in session.text


def scrolls(lines: int) -> Effect:
    async def effect(session: Session, key: str) -> None:
        top = session.text
        assert "more" in top.splitlines()[-2]
        await session.press("down")
        below = session.text
        assert below != top
        await session.press(key)
        assert session.text == top if lines < 0 else session.text not in (top, below)

    return effect


async def leaves_and_comes_back(session: Session, key: str) -> None:
    await session.press("enter", key)
    assert session.shows(MenuScreen)
    await session.press("enter")
    assert "The second page" in session.text
    assert "where you left off" in session.text


STORY_EFFECTS: dict[str, Effect] = {
    "leave('next')": goes_on,
    "leave('previous')": goes_back,
    "leave('again')": goes_back,
    "scroll_by(-1)": scrolls(-1),
    "scroll_by(1)": scrolls(1),
    "scroll_by(-10)": scrolls(-10),
    "scroll_by(10)": scrolls(10),
    "theme": changes_the_theme,
    "help": shows_the_keys,
    "leave('')": leaves_and_comes_back,
}


def test_every_key_of_a_story_is_pressed_here() -> None:
    assert {action for _, action in pressed(STORY_KEYS)} == STORY_EFFECTS.keys()


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("key", "action"), pressed(STORY_KEYS))
async def test_a_key_of_a_story_does_what_it_says(tmp_path: Path, key: str, action: str) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "two.yaml").write_text(STORY % ("And so on. " * 200), encoding="utf-8")
    async with at_the_menu((80, 24), races=tmp_path) as session:
        await session.press("slash", *"two pages", "enter")
        await session.until(lambda: session.shows(PageScreen))
        await STORY_EFFECTS[action](session, key)


async def test_a_story_that_was_named_in_the_shell_begins_over_the_menu_to_which_it_leads_back() -> None:
    clock, library = FakeClock(), Library()
    story = library.story("kerr-ingebrigtsen")
    assert story is not None
    app = ReplayApp(library, clock=clock)
    app.begin_with(story)
    async with running(app, clock, (120, 40)) as session:
        await session.until(lambda: session.shows(PageScreen))
        assert "Two young men in Tokyo" in session.text
        await session.press("enter")
        await session.until(lambda: session.shows(StartCard))
        await session.press("enter", "end", "enter")  # at the end of its race one goes on as on its pages
        await session.until(lambda: session.shows(PageScreen))
        assert "A home straight in Oregon" in session.text
        await session.press("q")
        assert session.shows(MenuScreen)
