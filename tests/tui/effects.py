"""What pressing a key does: the shape of a check, and the keys to press."""

from collections.abc import Awaitable, Callable, Iterable

from replay.tui.keys import Key
from replay.tui.sheet import Sheet
from tests.tui.pilots import Session

Effect = Callable[[Session, str], Awaitable[None]]
"""Presses a key and asserts what it did."""


def pressed(keys: Iterable[Key]) -> list[tuple[str, str]]:
    """Each key's name for Textual, and its action."""
    return [(name, key.action) for key in keys for name in key.keys.split(",")]


async def changes_the_theme(session: Session, key: str) -> None:
    before, colours = session.app.look.theme.name, session.grounds
    await session.press(key)
    assert session.app.look.theme.name != before
    assert not session.grounds & colours
    await session.press(key)
    assert session.grounds == colours


async def shows_the_keys(session: Session, key: str) -> None:
    below = session.app.screen
    await session.press(key)
    assert session.shows(Sheet)
    known = ("Pause and go on", "Search", "Back to the part before", "Keep the race")
    assert any(words in session.text for words in known)
    await session.press("escape")
    assert session.app.screen is below
