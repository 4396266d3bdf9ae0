"""A file that is opened is shown as it was understood, changed with the keys, watched and kept."""

import shlex
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Paste

from replay.files import formats
from replay.files.formats import read_file
from replay.files.source import Choices, Reading
from replay.tui.app import ReplayApp, Terms
from replay.tui.ask import Ask
from replay.tui.cells import Cells
from replay.tui.keys import OPENED_KEYS
from replay.tui.picker_screen import PickerScreen
from replay.tui.sheet import StartCard
from replay.tui.understood_screen import UnderstoodScreen
from tests.tui.effects import Effect, changes_the_theme, pressed, shows_the_keys
from tests.tui.pilots import WIDE, FakeClock, Session, at_the_menu, running

ROWS = "name,400,800,finish\nAda,1:04.0,2:09.0,4:02.1\nBea,1:04.5,2:09.9,4:03.2\n"
TOLD = f"# event: 1500m\n# title: Evening 1500\n{ROWS}"
LOOSE = f"# title: Evening mile\n{ROWS}"
"""Its title says how far it was, so that another distance can be said."""
ASKS = "Name;Zeit\nAda;32:10\nBea;33:05\nCyd;34:56\n"
TIMELESS = "who,when\nAda Alfa,Monday\nBea Beta,Tuesday\n"


def opened(session: Session) -> UnderstoodScreen:
    """The screen of the file, which is on top."""
    screen = session.app.screen
    assert isinstance(screen, UnderstoodScreen), screen
    return screen


async def read(session: Session) -> UnderstoodScreen:
    """That screen, when the file is read."""
    await session.until(
        lambda: session.shows(UnderstoodScreen) and opened(session).reading is not None and not opened(session).busy
    )
    return opened(session)


@asynccontextmanager
async def with_file(
    folder: Path, text: str, size: tuple[int, int] = WIDE, name: str = "results.csv", terms: Terms | None = None
) -> AsyncIterator[Session]:
    """The menu, on which a file was dropped."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    races = folder / "races"
    races.mkdir()
    async with at_the_menu(size, races=races, terms=terms) as session:
        session.app.post_message(Paste(f"{shlex.quote(str(path))} "))
        await read(session)
        yield session


async def walks(session: Session, way: int) -> None:
    screen = opened(session)
    names = [setting.title for setting in screen.settings]
    await session.press("down", "down")
    await session.press("up" if way < 0 else "down")
    assert screen.setting is not None
    assert screen.setting.title == names[2 + way]


async def changes_to(session: Session, key: str, distance: str) -> None:
    await session.press(key)
    screen = await read(session)
    assert screen.setting is not None
    assert (screen.setting.title, screen.setting.value, screen.setting.chosen) == ("distance", distance, True)
    assert distance in session.text


async def types(session: Session, key: str) -> None:
    await session.press(*(["down", "down"] if key == "e" else []), key)
    assert session.shows(Ask)
    await session.press("escape")
    assert opened(session).choices == Choices()


async def forgets(session: Session, key: str) -> None:
    await session.press("down", "right")
    assert (await read(session)).choices != Choices()
    await session.press(key)
    assert (await read(session)).choices == Choices()


async def watches(session: Session, key: str) -> None:
    await session.press(key)
    await session.until(lambda: session.shows(StartCard))
    await session.press("x")
    assert session.viewer.stage.race.title == "Evening 1500"
    await session.press("q")
    assert session.shows(UnderstoodScreen)


async def keeps(session: Session, key: str) -> None:
    await session.press(key)
    await session.press("enter")
    kept = session.app.library.folder / "evening-1500.yaml"
    assert kept.is_file()
    assert opened(session).kept == kept
    await session.press("q")
    assert session.menu.chosen is not None
    assert session.menu.chosen.id == "evening-1500"
    assert session.menu.chosen.race is not None


async def copies(session: Session, key: str) -> None:
    await session.press("down", "right")
    await read(session)
    await session.press(key)
    assert session.app.clipboard.startswith("race-replay ")
    assert session.app.clipboard.endswith("results.csv --track indoor")


async def opens_another(session: Session, key: str) -> None:
    await session.press(key)
    assert session.shows(PickerScreen)
    await session.press("escape")
    assert session.shows(UnderstoodScreen)


async def scrolls(session: Session, key: str) -> None:
    before = session.text
    await session.press("pagedown")
    further = session.text
    assert further != before
    if key == "pageup":
        await session.press(key)
        assert session.text == before


async def leaves(session: Session, key: str) -> None:
    await session.press(key)
    assert session.menu.is_current


def _told(effect: Callable[[Session, str, str], object], distance: str) -> Effect:
    async def check(session: Session, key: str) -> None:
        await changes_to(session, key, distance)

    return check


async def _walks_up(session: Session, key: str) -> None:
    await walks(session, -1)


async def _walks_down(session: Session, key: str) -> None:
    await walks(session, 1)


EFFECTS: dict[str, Effect] = {
    "choose(-1)": _walks_up,
    "choose(1)": _walks_down,
    "change(-1)": _told(changes_to, "1500 m"),
    "change(1)": _told(changes_to, "2000 m"),
    "type": types,
    "type('distance')": types,
    "forget": forgets,
    "go": watches,
    "keep": keeps,
    "copy": copies,
    "open": opens_another,
    "scroll(-10)": scrolls,
    "scroll(10)": scrolls,
    "theme": changes_the_theme,
    "help": shows_the_keys,
    **dict.fromkeys(["back", "menu", "quit"], leaves),
}


def test_every_key_is_pressed_here() -> None:
    assert {action for _, action in pressed(OPENED_KEYS)} == EFFECTS.keys()


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("key", "action"), pressed(OPENED_KEYS))
async def test_a_key_does_what_it_says(tmp_path: Path, key: str, action: str) -> None:
    text = LOOSE if action.startswith("change") else TOLD
    size = (80, 16) if action.startswith("scroll") else WIDE
    async with with_file(tmp_path, text, size) as session:
        await EFFECTS[action](session, key)


async def test_what_was_understood_is_shown(tmp_path: Path) -> None:
    async with with_file(tmp_path, TOLD) as session:
        for words in (
            "Evening 1500",
            "1500 m",
            "2 runners",
            "It plays",
            "parted by commas",
            "split at 400 m",
            "1:04.0",
        ):
            assert words in session.text, words


async def test_what_is_asked_is_answered_with_one_key(tmp_path: Path) -> None:
    async with with_file(tmp_path, ASKS) as session:
        assert "How far was the race?" in session.text
        assert "Enter takes 10km" in session.text
        await session.press("enter")
        await read(session)
        assert "It plays" in session.text
        assert "you say so" in session.text


async def test_another_answer_is_typed_and_a_wrong_one_told(tmp_path: Path) -> None:
    async with with_file(tmp_path, ASKS) as session:
        await session.press("d")
        assert session.shows(Ask)
        await session.press("ctrl+u", *"far", "enter")
        assert "far" in session.text
        assert session.shows(Ask)
        await session.press("ctrl+u", *"8km", "enter")
        screen = await read(session)
        assert screen.reading is not None
        assert screen.reading.race is not None
        assert screen.reading.race.distance == 8000.0


async def test_a_refusal_has_a_way_out_on_the_same_screen(tmp_path: Path) -> None:
    async with with_file(tmp_path, TIMELESS) as session:
        assert "It plays" not in session.text
        assert "Choose a column below" in session.text
        assert opened(session).picture is None


async def test_what_is_no_race_at_all_is_told(tmp_path: Path) -> None:
    async with with_file(tmp_path, "\0\1\2", name="photo.png") as session:
        assert "'.png' are not read" in session.text
        await session.press("enter", "s", "right", "e", "d", "down", "backspace")
        assert session.shows(UnderstoodScreen)


async def test_a_column_is_taken_for_something_else(tmp_path: Path) -> None:
    async with with_file(tmp_path, TOLD) as session:
        screen = opened(session)
        names = [setting.title for setting in screen.settings]
        await session.press(*["down"] * names.index("800"), "e", *"600 m", "enter")
        screen = await read(session)
        assert screen.reading is not None
        assert screen.reading.race is not None
        assert [split.distance for split in screen.reading.race.entries[0].splits] == [400.0, 600.0]


async def test_no_race_is_kept_over_another(tmp_path: Path) -> None:
    async with with_file(tmp_path, TOLD) as session:
        kept = session.app.library.folder / "mine.yaml"
        kept.write_text("mine", encoding="utf-8")
        await session.press("s", "ctrl+u", *"mine.yaml", "enter")
        assert session.shows(Ask)
        assert "another name" in session.text
        assert kept.read_text(encoding="utf-8") == "mine"
        await session.press("ctrl+u", *"other.csv", "enter")
        assert "Kept, and in the menu" in session.text
    race = read_file(kept.with_name("other.csv")).race
    assert race is not None
    assert [entry.name for entry in race.entries] == ["Ada", "Bea"]


async def test_the_preview_moves_and_tells_nothing_of_the_end(tmp_path: Path) -> None:
    async with with_file(tmp_path, TOLD) as session:
        seen = set()
        for _ in range(8):
            session.clock.now += 3.0
            opened(session).tick()
            await session.pilot.pause()
            preview = opened(session).query_one("#preview", Cells)
            text = "\n".join(preview.render_line(y).text for y in range(preview.size.height))
            seen.add(text)
            assert "4:0" not in text
        assert len(seen) > 4


def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Make reading wait for what is given."""
    gate, quick = threading.Event(), formats.read_as_one

    def read_slowly(paths: Sequence[Path | str], choices: Choices) -> Reading:
        assert gate.wait(20)
        return quick(paths, choices)

    monkeypatch.setattr(formats, "read_as_one", read_slowly)
    return gate


async def test_a_long_reading_says_so_and_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "results.csv"
    path.write_text(TOLD, encoding="utf-8")
    gate = slow(monkeypatch)
    async with at_the_menu(races=tmp_path) as session:
        session.app.post_message(Paste(str(path)))
        await session.until(lambda: session.shows(UnderstoodScreen))
        session.clock.now += 5.0
        opened(session).tick()
        await session.pilot.pause()
        assert "5 s" in session.text
        assert "Esc stops" in session.text
        await session.press("escape")
        assert session.menu.is_current
        gate.set()


async def test_a_reading_again_that_is_stopped_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with with_file(tmp_path, TOLD) as session:
        gate = slow(monkeypatch)
        await session.press("down", "right")
        assert opened(session).busy
        await session.press("escape")
        gate.set()
        screen = await read(session)
        assert screen.choices == Choices()
        assert "It plays" in session.text


async def test_the_first_screen_may_be_a_question(tmp_path: Path) -> None:
    path = tmp_path / "results.csv"
    path.write_text(ASKS, encoding="utf-8")
    clock = FakeClock()
    async with at_the_menu(races=tmp_path) as session:
        library = session.app.library
    app = ReplayApp(library, asked=([path], Choices()), clock=clock)
    async with running(app, clock, WIDE) as session:
        await read(session)
        assert "How far was the race?" in session.text
        await session.press("enter")
        await read(session)
        await session.press("enter")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x", "q")
        assert session.shows(UnderstoodScreen)
        await session.press("m")
        await session.until(lambda: session.menu.items and not session.menu.reading)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("text", [TOLD, ASKS, TIMELESS])
async def test_it_is_drawn_at_every_size(tmp_path: Path, text: str) -> None:
    async with with_file(tmp_path, text, (20, 6)) as session:
        for size in ((20, 6), (40, 12), (60, 20), (80, 24), (200, 60)):
            await session.resized(size)
            await session.press("down", "pagedown", "end")
            assert session.shows(UnderstoodScreen), size


async def test_several_recordings_are_one_race(tmp_path: Path) -> None:
    names = ["ada.gpx", "bea.gpx"]
    for number, name in enumerate(names):
        (tmp_path / name).write_text(_gpx(number), encoding="utf-8")
    async with at_the_menu(races=tmp_path / "none") as session:
        session.app.post_message(Paste(" ".join(str(tmp_path / name) for name in names)))
        screen = await read(session)
        assert screen.reading is not None
        assert screen.reading.race is not None
        assert len(screen.reading.race.entries) == 2
        assert "2 files" in session.text


def _gpx(late: int) -> str:
    points = "".join(
        f'<trkpt lat="{50 + step * 0.0001:.5f}" lon="8.0"><time>2025-05-01T10:{(step * 4 + late) // 60:02}:'
        f"{(step * 4 + late) % 60:02}Z</time></trkpt>"
        for step in range(120)
    )
    return f'<gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>{points}</trkseg></trk></gpx>'


async def test_text_that_names_no_file_opens_nothing(tmp_path: Path) -> None:
    async with at_the_menu(races=tmp_path) as session:
        session.app.post_message(Paste("no such file.csv"))
        await session.pilot.pause()
        assert session.menu.is_current
        await session.press("slash")
        session.app.post_message(Paste("gourley\n2024"))
        await session.pilot.pause()
        assert session.menu.search == "gourley 2024"


async def test_two_changes_at_once_go_two_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with with_file(tmp_path, LOOSE) as session:
        gate = slow(monkeypatch)
        await session.press("right", "right")
        assert "3000" in session.text
        gate.set()
        screen = await read(session)
        assert screen.choices.distance == 3000.0
