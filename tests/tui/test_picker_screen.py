"""Looking for a file: by typing, by arrows, with the mouse, by what is pasted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp, Paste
from textual.widgets import Input

from replay.tui.cells import Cells
from replay.tui.colours import rgb
from replay.tui.picker_screen import PickerScreen
from replay.tui.understood_screen import UnderstoodScreen
from tests.tui.pilots import Session, at_the_menu
from tests.tui.test_pointed import mouse

RESULTS = "Name;Zeit;5 km\nAda;32:10;16:01\nBea;33:05;16:20\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program is started: a folder, two tables and something that is no text."""
    place = tmp_path / "results"
    (place / "old").mkdir(parents=True)
    for name in ("lake.csv", "later.csv", "old/hill.csv"):
        (place / name).write_text(RESULTS, encoding="utf-8")
    (place / "photo.png").write_bytes(b"\x89PNG\0\0")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(place)
    return place


@asynccontextmanager
async def looking(folder: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Session]:
    (folder.parent / "races").mkdir()
    async with at_the_menu(size, races=folder.parent / "races") as session:
        await session.press("o")
        await session.until(lambda: session.shows(PickerScreen))
        yield session


def picker(session: Session) -> PickerScreen:
    screen = session.app.screen
    assert isinstance(screen, PickerScreen), screen
    return screen


def named(session: Session) -> list[str]:
    return [item.name for item in picker(session).listing.items]


def typed(session: Session) -> str:
    return picker(session).query_one(Input).value


async def typing(session: Session, text: str) -> None:
    picker(session)._type(text)
    await session.pilot.pause()


async def opened(session: Session, *names: str) -> None:
    await session.until(lambda: session.shows(UnderstoodScreen))
    screen = session.app.screen
    assert isinstance(screen, UnderstoodScreen)
    assert [path.name for path in screen.paths] == list(names)


async def test_it_begins_where_the_program_was_started(folder: Path) -> None:
    async with looking(folder) as session:
        assert typed(session) == "~/results/"
        assert named(session) == ["old", "lake.csv", "later.csv", "photo.png"]


async def test_typing_narrows_and_tab_completes_as_far_as_is_certain(folder: Path) -> None:
    async with looking(folder) as session:
        await session.press("l")
        assert named(session) == ["old", "lake.csv", "later.csv"], "what has it anywhere"
        await session.press("tab")
        assert typed(session) == "~/results/la"
        await session.press("k", "tab")
        assert typed(session) == "~/results/lake.csv"
        await session.press("enter")
        await opened(session, "lake.csv")


async def test_enter_goes_into_a_folder_and_opens_a_file(folder: Path) -> None:
    async with looking(folder) as session:
        await session.press("enter")
        assert typed(session) == "~/results/old/"
        await session.press("enter")
        await opened(session, "hill.csv")


async def test_a_path_may_be_typed_whole(folder: Path) -> None:
    async with looking(folder) as session:
        await typing(session, str(folder / "old" / "hill.csv"))
        await session.press("enter")
        await opened(session, "hill.csv")


async def test_the_arrows_stop_at_both_ends(folder: Path) -> None:
    async with looking(folder) as session:
        names = named(session)
        for key, at in (("up", 0), ("down", 1), ("pagedown", len(names) - 1), ("down", len(names) - 1), ("pageup", 0)):
            await session.press(key)
            assert picker(session).item is picker(session).listing.items[at], key


@pytest.mark.parametrize("key", ["enter", "ctrl+o"])
async def test_where_there_is_nothing_to_open_a_bell_rings_and_it_stays(folder: Path, key: str) -> None:
    async with looking(folder) as session:
        rung: list[bool] = []
        session.app.bell = lambda: rung.append(True)  # type: ignore[method-assign]
        await typing(session, "~/results/nobody")
        assert named(session) == []
        assert picker(session).item is None
        assert "Nothing here is called 'nobody'." in session.text
        await session.press(key)
        assert rung == [True]
        assert session.shows(PickerScreen)


async def test_recordings_of_a_folder_are_opened_together(folder: Path) -> None:
    for name in ("ada.gpx", "bea.gpx"):
        (folder / name).write_text("<gpx/>", encoding="utf-8")
    async with looking(folder) as session:
        await session.press("ctrl+o")
        await opened(session, "ada.gpx", "bea.gpx")


async def test_what_is_dropped_on_it_opens_and_other_text_is_typed(folder: Path) -> None:
    async with looking(folder) as session:
        session.app.post_message(Paste("lak"))
        await session.until(lambda: named(session) == ["lake.csv"])
        session.app.post_message(Paste(str(folder / "later.csv")))
        await opened(session, "later.csv")


async def test_beside_the_list_stands_how_a_text_begins(folder: Path) -> None:
    async with looking(folder) as session:
        assert "Ada;32:10" not in session.text  # on the folder
        await session.press("down")
        assert "Ada;32:10;16:01" in session.text
        await session.press("down", "down")
        assert "No text: told by what is in it" in session.text


@pytest.mark.parametrize(("width", "beside"), [(120, True), (71, False), (72, True)])
async def test_where_it_is_narrow_the_list_stands_alone(folder: Path, width: int, *, beside: bool) -> None:
    async with looking(folder, (90, 30)) as session:
        await session.resized((width, 30))
        names, peek = (picker(session).query_one(name, Cells) for name in ("#list", "#peek"))
        await session.until(lambda: peek.display is beside and (names.size.width == width) is not beside)


async def test_a_click_chooses_and_the_second_opens(folder: Path) -> None:
    async with looking(folder) as session:
        await session.pilot.click("#list", offset=(3, 2))
        await session.pilot.pause()
        chosen = picker(session).item
        assert chosen is not None
        assert chosen.name == "later.csv"
        await session.pilot.click("#list", offset=(3, 9))  # below them all
        assert picker(session).item == chosen
        await session.pilot.click("#list", offset=(3, 2))
        await opened(session, "later.csv")


async def test_the_wheel_goes_down_and_up_the_list(folder: Path) -> None:
    async with looking(folder) as session:
        for turned, name in ((MouseScrollDown, "lake.csv"), (MouseScrollUp, "old"), (MouseScrollUp, "old")):
            await mouse(session, turned, 5, 5, 0)
            item = picker(session).item
            assert item is not None
            assert item.name == name


async def test_the_footers_keys_can_be_pressed(folder: Path) -> None:
    async with looking(folder) as session:
        footer = picker(session).query_one("#footer", Cells)
        x = session.text.splitlines()[-1].index("Esc")
        await session.pilot.click(footer, offset=(x, 0))
        await session.until(lambda: session.menu.is_current)


async def test_it_changes_to_the_other_theme(folder: Path) -> None:
    async with looking(folder) as session:
        grounds = session.grounds
        session.app.preferred.change_theme()
        await session.until(lambda: session.grounds != grounds)
        assert picker(session).query_one(Input).styles.background.hex.lower() == rgb(
            session.app.preferred.look.theme.panel
        )


async def test_what_is_not_listed_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.folders._MOST", 3)
    async with looking(folder) as session:
        assert "there are more than are listed" in session.text
        await session.press("l", "a", "t", "e", "r")
        assert "there are more than are listed" not in session.text
        assert named(session) == ["later.csv"]


async def test_beside_a_folder_stands_what_is_in_it(folder: Path) -> None:
    async with looking(folder) as session:
        assert picker(session).item is not None
        await session.press(*"old")
        await session.until(lambda: named(session) == ["old"])
        assert "hill.csv" in session.text
