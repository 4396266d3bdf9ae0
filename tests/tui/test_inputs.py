"""Every line that is typed into takes a paste, and gives up a word or all of it as a shell's does."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from replay.files.preferences import Preferences
from replay.tui.preferring import Terms
from replay.tui.understood_screen import UnderstoodScreen
from tests.tui.pilots import Session, at_the_menu, watching

OPENS = {
    "go to": ("race", ("colon",)),
    "own pace": ("race", ("W",)),
    "find": ("race", ("slash",)),
    "ghosts": ("race", ("e",)),
    "what if": ("race", ("E",)),
    "filter": ("race", ("F",)),
    "palette": ("race", ("ctrl+p",)),
    "palette of the menu": ("menu", ("ctrl+p",)),
    "search": ("menu", ("slash",)),
    "picker": ("menu", ("o", "ctrl+u")),
}


@asynccontextmanager
async def opened(where: str, keys: tuple[str, ...], races: Path) -> AsyncIterator[tuple[Session, Callable[[], str]]]:
    """A line that is typed into, and what stands in it."""
    async with watching(at=100.0) if where == "race" else at_the_menu(races=races) as session:
        await session.press(*keys)
        lines = list(session.app.screen.query(Input))
        yield session, (lambda: lines[0].value) if lines else (lambda: session.menu.search or "")


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("where", "keys"), OPENS.values(), ids=OPENS)
async def test_a_line_takes_a_paste_and_gives_up_words(where: str, keys: tuple[str, ...], tmp_path: Path) -> None:
    async with opened(where, keys, tmp_path) as (session, typed):
        session.app.post_message(Paste("josh kerr"))
        await session.until(lambda: typed() == "josh kerr")
        await session.press("space", *"mile")
        assert typed() == "josh kerr mile"
        await session.press("ctrl+w")
        assert typed() == "josh kerr "
        await session.press("ctrl+w")
        assert typed() == "josh "
        await session.press("backspace", "ctrl+u")
        assert typed() == ""
        await session.press("x")
        assert typed() == "x"


async def test_a_table_that_is_pasted_on_the_menu_opens_and_what_is_none_there_is_told(tmp_path: Path) -> None:
    mine = Terms(preferences=Preferences(own_keys={"z": "d"}))
    async with at_the_menu(races=tmp_path, terms=mine) as session:
        session.app.post_message(Paste("Place\tName\tTime\r1\tAda Alfa\t4:02.1\r2\tBea Beta\t4:03.2\r"))
        await session.until(lambda: session.shows(UnderstoodScreen))
        screen = session.app.screen
        assert isinstance(screen, UnderstoodScreen)
        await session.until(lambda: screen.reading is not None)
        assert screen.reading is not None
        assert [column.title for column in screen.reading.understood.columns] == ["Place", "Name", "Time"]
        await session.until(lambda: "z another." in session.text)
        session.app.post_message(Paste("once upon a time"))
        await session.until(lambda: "what was pasted is neither a file's path nor a list" in session.text)


async def test_what_names_no_file_is_said_on_the_menu(tmp_path: Path) -> None:
    async with at_the_menu(races=tmp_path) as session:
        session.app.post_message(Paste("/no/such/file.csv"))
        await session.until(lambda: "there is no file /no/such/file.csv" in session.text)
