"""What pressing a key does: the shape of a check, and the keys to press."""

from collections.abc import Awaitable, Callable, Iterable

from replay.tui.keys import Key
from replay.tui.pick import Pick
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import Sheet
from replay.viewing.frame import Size
from tests.tui.pilots import Session

Effect = Callable[[Session, str], Awaitable[None]]
"""Presses a key and asserts what it did."""


def pressed(keys: Iterable[Key]) -> list[tuple[str, str]]:
    """Each key's name for Textual, and its action."""
    return [(name, key.action) for key in keys for name in key.keys.split(",")]


async def changes_the_theme(session: Session, key: str) -> None:
    before, colours = session.app.preferred.look.theme.name, session.grounds
    await session.press(key)
    assert session.app.preferred.look.theme.name != before
    assert not session.grounds & colours
    await session.press(key)
    assert session.grounds == colours


async def shows_the_keys(session: Session, key: str) -> None:
    below = session.app.screen
    await session.press(key)
    assert session.shows(Sheet)
    known = ("Pause and go on", "Search", "Back to the part before", "Keep the race", "Take it out")
    assert any(words in session.text for words in known)
    await session.press("escape")
    assert session.app.screen is below


async def puts_the_close_view_below(session: Session, key: str) -> None:
    await session.press(key)
    assert "alone" in session.text
    await session.press(key)
    assert "160x41" in session.text
    wide = Size(160, 41)
    assert "closeup" in session.viewer.seen(wide).layout.places
    await session.press(key)
    assert "closeup" not in session.viewer.seen(wide).layout.places
    await session.press(key)


async def goes_through_the_board(session: Session, key: str) -> None:
    before = session.viewer.now
    await session.press(key, "pagedown")
    assert session.viewer.view.board_keys
    assert session.viewer.now == before, "the race stands still"
    await session.press(key, "home")
    assert session.viewer.now == 0


async def puts_the_chosen_in_the_middle(session: Session, key: str) -> None:
    await session.press(key)
    assert "choose a runner first" in session.text
    await session.press("down", key)
    assert session.viewer.view.listing.around
    await session.press(key)
    assert not session.viewer.view.listing.around


async def finds_who_is_typed(session: Session, key: str) -> None:
    await session.press(key, *"kerr")
    assert session.shows(Pick)
    assert "Josh Kerr" in session.text
    await session.press("enter")
    viewer = session.viewer
    assert viewer.view.chosen is not None
    assert viewer.stage.race.entries[viewer.view.chosen].name == "Josh Kerr"
    await session.press(key, "escape")
    assert session.shows(ReplayScreen)


async def lists_a_nation_only(session: Session, key: str) -> None:
    everybody = len(session.viewer.board.listed)
    await session.press(key, *"gbr", "enter")
    viewer = session.viewer
    assert 0 < len(viewer.board.listed) < everybody
    assert {viewer.stage.race.entries[entry].nation for entry in viewer.board.listed} == {"GBR"}
    await session.press(key, "enter")
    assert len(viewer.board.listed) == everybody


async def says_that_there_is_one_clock(session: Session, key: str) -> None:
    await session.press(key)
    assert "clock only" in session.text


async def copies_the_command(session: Session, key: str) -> None:
    await session.press(key)
    assert session.app.clipboard == "race-replay london-mile-2026 --at 1:40.00"
    assert "To copy by hand" in session.text
    assert "race-replay london-mile-2026 --at 1:40.00" in session.text
    assert "copied" not in session.text, "nobody knows"


async def lengthens_the_trails(session: Session, key: str) -> None:
    pictures = [session.picture]
    for _ in range(3):
        await session.press(key)
        pictures.append(session.picture)
    assert pictures[0] == pictures[3]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
