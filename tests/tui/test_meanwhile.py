"""What becomes of files while a race plays, and of folders that are not to be used: it goes on, or says so."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from replay.files.bookmarks import bookmarks_file
from replay.files.library import Library
from replay.files.preferences import preferences_file, theme_file
from replay.files.progress import progress_file, races_file
from replay.tui.menu_screen import MenuScreen
from replay.tui.picker_screen import PickerScreen
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import StartCard
from tests.builders import race
from tests.tui.pilots import Session, at_the_menu

RACE = """race: Own mile
event: mile
entries:
  - {name: Ada, result: "4:20.00", splits: {400: 65, 800: "2:10", 1200: "3:15"}}
  - {name: Bea, result: "4:21.00", splits: {400: 66, 800: "2:11", 1200: "3:16"}}
"""
MEANWHILE: dict[str, Callable[[Path], object]] = {
    "deleted": lambda _: None,
    "another race": lambda path: path.write_text(RACE.replace("Ada", "Zoe"), encoding="utf-8"),
    "no race": lambda path: path.write_bytes(b"race: [\xff\x00"),
    "a pipe": lambda path: os.mkfifo(path),
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path),
}
"""What lies in a file's place when it was taken away."""
_READING = (("space",), ("i",), ("E",), ("e",))
_KEEPING = (("space",), ("b", "n", "enter"), ("T",), ("M",))


async def _play(session: Session, *pressed: tuple[str, ...]) -> None:
    """Watch the race that is chosen in the menu, with keys that read or write files."""
    await session.until(lambda: session.shows(StartCard))
    await session.press("x")
    await session.until(lambda: session.shows(ReplayScreen))
    await session.pass_seconds(30.0)
    for keys in pressed:
        await session.press(*keys)
        if not session.shows(ReplayScreen):
            await session.press("escape")
            await session.until(lambda: session.shows(ReplayScreen))


async def _choose(session: Session, title: str) -> None:
    await session.press("slash", *title, "enter")


@pytest.mark.sampled(3)
@pytest.mark.parametrize("what", MEANWHILE)
async def test_a_race_goes_on_whatever_becomes_of_its_file_and_the_menu_bears_it(tmp_path: Path, what: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(RACE, encoding="utf-8")
    async with at_the_menu((80, 24), races=tmp_path) as session:
        menu = session.menu
        await _choose(session, "own")
        await session.until(lambda: session.shows(StartCard))
        path.unlink()
        MEANWHILE[what](path)
        await _play(session, *_READING)
        assert "Ada" in session.text
        await session.press("q")
        assert session.app.screen is menu
        await session.press("enter")
        await session.until(lambda: session.shows(StartCard) or session.app.screen is menu)
        assert session.app._exception is None


IN_THE_WAY: dict[str, Callable[[Path], object]] = {
    "a folder where a file is to be": lambda path: path.mkdir(),
    "a file where a folder is to be": lambda path: None,
    "a pipe": lambda path: os.mkfifo(path),
    "a link to a device": lambda path: path.symlink_to("/dev/full"),
    "no text": lambda path: path.write_bytes(b"\xff\xfe[{\0" * 9),
    "deep": lambda path: path.write_text("[" * 20_000, "ascii"),
}
"""What lies where something is to be kept."""


@pytest.mark.sampled(3)
@pytest.mark.parametrize("what", IN_THE_WAY)
async def test_what_cannot_be_kept_ends_nothing(tmp_path: Path, what: str) -> None:
    kept = (bookmarks_file(race()).parent / "x.json", preferences_file(), theme_file(), progress_file(), races_file())
    for path in kept:
        if what == "a file where a folder is to be":
            path.parent.parent.mkdir(parents=True, exist_ok=True)
            path.parent.write_text("in the way", "ascii")
        elif not path.is_symlink() and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            IN_THE_WAY[what](path)
    async with at_the_menu((80, 24), races=tmp_path) as session:
        await session.press("s", "right", "down", "right", "backspace", "q", "T")
        await _choose(session, "london")
        await _play(session, *_KEEPING)
        await session.press("m", "enter")
        await session.until(lambda: session.shows(StartCard))
        assert session.app._exception is None


async def test_the_folder_one_is_in_may_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are looked for from home then, and a race that was named from there is left as any other."""
    place = tmp_path / "gone"
    (place / "in").mkdir(parents=True)
    (place / "own.yaml").write_text(RACE, encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(place)
    own = Library().race("own.yaml")[0]
    async with at_the_menu((100, 30), races=tmp_path) as session:
        for path in (place / "in", place / "own.yaml"):
            path.rmdir() if path.is_dir() else path.unlink()
        try:
            place.rmdir()
        except OSError:
            pytest.skip("a folder that somebody is in cannot go here")
        await session.press("o")
        await session.until(lambda: session.shows(PickerScreen))
        assert "~/" in session.text
        await session.press("escape")
        session.app.watch_race(own)
        await session.until(lambda: session.shows(ReplayScreen))
        await session.pass_seconds(30.0)
        await session.press("q")
        await session.until(lambda: session.shows(MenuScreen))


async def test_two_programs_keep_where_each_race_was_left(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RACE, encoding="utf-8")
    async with at_the_menu((80, 24), races=tmp_path) as one, at_the_menu((80, 24), races=tmp_path) as other:
        for session, title in ((one, "own"), (other, "london")):
            await _choose(session, title)
            await _play(session)
        for session in (one, other):
            await session.press("m")
            await session.until(lambda session=session: not session.shows(ReplayScreen))  # type: ignore[misc]
        left = set(json.loads(races_file().read_text("utf-8")))
        assert len(left) == 2, left
