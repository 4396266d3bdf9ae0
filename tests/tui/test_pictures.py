"""Pictures of the screen, looked at once and compared ever since. `pytest --snapshot-update` draws them anew."""

from pathlib import Path
from typing import Protocol

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from replay.files.library import Library
from replay.files.source import Choices
from replay.state.timeline import Timeline
from replay.tui.app import ReplayApp, Terms
from replay.tui.menu_screen import MenuScreen
from replay.tui.opening import Opening
from replay.tui.picker_screen import PickerScreen
from replay.tui.replay_screen import ReplayScreen
from replay.tui.understood_screen import UnderstoodScreen
from tests.tui.pilots import LONDON, FakeClock

TINY, SMALL, USUAL, LARGE = (60, 20), (80, 24), (120, 40), (200, 60)


class Compare(Protocol):
    """What pytest-textual-snapshot gives: runs an application and compares its picture with the one that is kept."""

    def __call__(self, app: "App[None]", *, terminal_size: tuple[int, int], run_before: object) -> bool:
        """Whether they are the same."""


async def ready(pilot: "Pilot[None]") -> None:
    """Wait until the menu has read its races, or the commentary is worked out."""
    for _ in range(1000):
        screen = pilot.app.screen
        if (isinstance(screen, MenuScreen) and screen.items and not screen.reading) or (
            isinstance(screen, ReplayScreen) and screen.viewer.stage.calls
        ):
            return await pilot.pause()
        await pilot.pause(0.01)
    raise AssertionError("never ready")


@pytest.mark.parametrize(("size", "light"), [(SMALL, False), (USUAL, True)], ids=["80x24-dark", "120x40-light"])
def test_the_menu(snap_compare: Compare, tmp_path: Path, size: tuple[int, int], light: bool) -> None:
    async def second(pilot: "Pilot[None]") -> None:
        await ready(pilot)
        await pilot.press("down")

    app = ReplayApp(Library(tmp_path), Terms(light=light), clock=FakeClock())
    assert snap_compare(app, terminal_size=size, run_before=second)


@pytest.mark.parametrize(
    ("t", "size", "light"),
    [
        pytest.param(0.0, USUAL, False, id="gun-120x40-dark"),
        pytest.param(100.0, SMALL, False, id="mid-race-80x24-dark"),
        pytest.param(100.0, USUAL, True, id="mid-race-120x40-light"),
        pytest.param(166.0, USUAL, False, id="bell-120x40-dark"),
        pytest.param(166.0, LARGE, False, id="bell-200x60-dark"),
        pytest.param(230.0, SMALL, True, id="finish-80x24-light"),
        pytest.param(999.0, USUAL, False, id="finish-120x40-dark"),
    ],
)
def test_a_race(snap_compare: Compare, t: float, size: tuple[int, int], light: bool) -> None:
    library = Library()
    timeline = Timeline(library.race(LONDON)[0])
    app = ReplayApp(library, Terms(light=light), timeline=timeline, opening=Opening(t), clock=FakeClock())
    assert snap_compare(app, terminal_size=size, run_before=ready)


@pytest.mark.parametrize(
    ("t", "size", "terms", "keys"),
    [
        pytest.param(0.0, TINY, Terms(), "f", id="gun-60x20-dark"),
        pytest.param(1.0, USUAL, Terms(), "f", id="gun-120x40-dark"),
        pytest.param(100.0, SMALL, Terms(ascii=True), "f", id="mid-race-80x24-ascii"),
        pytest.param(110.0, USUAL, Terms(light=True), "ft", id="mid-race-120x40-light-trails"),
        pytest.param(168.0, SMALL, Terms(colour=False), "f", id="bell-80x24-no-colour"),
        pytest.param(168.0, LARGE, Terms(), "f", id="bell-200x60-dark"),
        pytest.param(225.0, SMALL, Terms(), "f", id="finish-80x24-dark"),
        pytest.param(999.0, USUAL, Terms(), "f", id="finish-120x40-dark"),
    ],
)
def test_a_race_close_up(snap_compare: Compare, t: float, size: tuple[int, int], terms: Terms, keys: str) -> None:
    async def close_up(pilot: "Pilot[None]") -> None:
        pilot.app.animation_level = "none"  # no flight there
        await ready(pilot)
        await pilot.press(*keys)

    library = Library()
    timeline = Timeline(library.race(LONDON)[0])
    app = ReplayApp(library, terms, timeline=timeline, opening=Opening(t), clock=FakeClock())
    assert snap_compare(app, terminal_size=size, run_before=close_up)


RESULTS = """Evening at the lake,12/06/2025
Platz;Startnr.;Name;Verein;Jg.;5 km;10 km;15 km;Zielzeit
1;11;ALFA, Ada;LC Nord;1990;16:31;33:20;50:09;1:10:42
2;7;BETA, Bea;;1988;16:31;33:22;50:31;1:11:30
3;23;GAMMA, Cyd;LC Nord;2001;16:44;34:01;51:40;1:13:05
;31;DELTA, Dea;SV Ost;1995;17:02;34:40;-;DNF
"""


async def understood(pilot: "Pilot[None]") -> None:
    """Wait until a file is read."""
    screen = pilot.app.screen
    assert isinstance(screen, UnderstoodScreen)
    for _ in range(1000):
        if screen.reading is not None and not screen.busy:
            return await pilot.pause()
        await pilot.pause(0.01)
    raise AssertionError("never read")


@pytest.mark.parametrize(
    ("size", "terms", "keys"),
    [
        pytest.param(SMALL, Terms(), "", id="asks-80x24-dark"),
        pytest.param(USUAL, Terms(light=True), "", id="asks-120x40-light"),
        pytest.param(SMALL, Terms(ascii=True), "enter", id="plays-80x24-ascii"),
        pytest.param(USUAL, Terms(), "enter", id="plays-120x40-dark"),
        pytest.param(LARGE, Terms(light=True), "enter", id="plays-200x60-light"),
        pytest.param(TINY, Terms(), "enter", id="plays-60x20-dark"),
    ],
)
def test_a_file_as_it_was_understood(
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    terms: Terms,
    keys: str,
) -> None:
    async def answered(pilot: "Pilot[None]") -> None:
        await understood(pilot)
        if keys:
            await pilot.press(keys)
            await understood(pilot)
            clock.now += 8.0
            await pilot.pause(0.2)

    monkeypatch.chdir(tmp_path)
    path = Path("lake.csv")
    path.write_text(RESULTS, encoding="utf-8")
    clock = FakeClock()
    app = ReplayApp(Library(tmp_path), terms, asked=([path], Choices()), clock=clock)
    assert snap_compare(app, terminal_size=size, run_before=answered)


@pytest.mark.parametrize(("size", "light"), [(SMALL, True), (USUAL, False)], ids=["80x24-light", "120x40-dark"])
def test_looking_for_a_file(
    snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], light: bool
) -> None:
    async def look(pilot: "Pilot[None]") -> None:
        await ready(pilot)
        await pilot.press("o")
        assert isinstance(pilot.app.screen, PickerScreen)
        pilot.app.screen.query_one(Input).cursor_blink = False
        await pilot.press("down", "down")

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "races").mkdir()
    for name in ("lake.csv", "ada.gpx", "bea.gpx", "notes.odt"):
        (tmp_path / name).write_text(RESULTS, encoding="utf-8")
    app = ReplayApp(Library(tmp_path / "races"), Terms(light=light), clock=FakeClock())
    assert snap_compare(app, terminal_size=size, run_before=look)
