"""Names of files and folders, on the screens that show them: a terminal would act upon none of it."""

import re
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from replay.tui.picker_screen import PickerScreen
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import StartCard
from replay.tui.understood_screen import UnderstoodScreen
from tests.hostile.test_controls import HOSTILE, controls
from tests.tui.pilots import LONDON, Session, at_the_menu

TABLE = "Name;Zeit;5 km\nAda {text};32:10;16:01\nBea;33:05;16:20\n"
_HEAP = re.compile("[\u0300-\u036f]{5}")


@pytest.fixture(params=sorted(HOSTILE))
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program is started: all in it is called so, and it is, too."""
    text = HOSTILE[request.param]
    place = tmp_path / f"p{text}"
    try:
        (place / f"d{text}").mkdir(parents=True)
        inside = text.encode("utf-8", "replace").decode().replace("\n", " ")
        for name in (f"r{text}.csv", f"d{text}/n{text}.csv"):
            (place / name).write_text(TABLE.format(text=inside), encoding="utf-8", newline="")
    except OSError:  # not every system has such names
        pytest.skip("no such names here")
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(place)
    return place


def assert_harmless(session: Session) -> None:
    assert controls(session.text) == set(), session.text
    assert [line for line in session.text.split("\n") if _HEAP.search(line)] == []


async def test_the_picker_and_an_opened_file_show_no_command(folder: Path) -> None:
    async with at_the_menu(races=folder / "kept") as session:
        await session.press("o")
        await session.until(lambda: session.shows(PickerScreen))
        picker = session.app.screen
        assert isinstance(picker, PickerScreen)
        assert_harmless(session)
        assert len(picker.listing.items) == 2
        for key in ("down", "down", "up", "tab"):
            await session.press(key)
            assert_harmless(session)
        picker._type(f"{folder}x/y")
        await session.until(lambda: "cannot be looked into" in picker.listing.problem)
        assert_harmless(session)
        picker._type(str(folder) + "/")
        await session.pilot.pause()
        await session.press("enter")
        assert_harmless(session)
        await session.press("enter")
        await session.until(lambda: session.shows(UnderstoodScreen))
        opened = session.app.screen
        assert isinstance(opened, UnderstoodScreen)
        await session.until(lambda: opened.reading is not None and not opened.busy)
        assert_harmless(session)
        opened.columns.say(f"{folder} is full")
        await session.pilot.pause()
        assert_harmless(session)
        await session.press("enter")
        await session.until(lambda: opened.reading.race is not None and not opened.busy)  # type: ignore[union-attr]
        await session.press("k")
        assert_harmless(session)
        await session.press("enter")
        await session.until(lambda: opened.kept is not None)
        assert_harmless(session)


async def test_the_menu_and_the_settings_show_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    (folder / f"z{folder.name}.yaml").write_text("race: ]", encoding="utf-8")
    async with at_the_menu(races=folder) as session:
        for key in ("end", "up", "s", "down", "y", "escape", "escape", "slash", "!"):
            await session.press(key)
            assert_harmless(session)
        session.menu.post_message(Paste(folder.name))
        await session.pilot.pause()
        assert session.menu.search not in ("!", None)
        assert_harmless(session)


async def test_what_is_typed_or_pasted_shows_none(folder: Path) -> None:
    async with at_the_menu(races=folder / "kept") as session:
        session.app.watch_item(session.app.library.load(LONDON))
        await session.until(lambda: session.shows(StartCard))
        await session.press("enter")
        await session.until(lambda: session.shows(ReplayScreen))
        for key in (":", "/", "b", "W"):
            await session.press(key)
            await session.until(lambda: session.app.screen.query(Input))
            session.app.screen.query_one(Input).value = f"{folder.name}!"
            await session.pilot.pause()
            assert "!" in session.text
            assert_harmless(session)
            await session.press("enter")
            assert_harmless(session)
            if not session.shows(ReplayScreen):
                await session.press("escape")
        await session.press("M")
        assert_harmless(session)
