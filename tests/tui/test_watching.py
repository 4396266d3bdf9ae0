"""From the menu to the end of a race: the card, the gun, the clock, the commentary."""

from pathlib import Path

import pytest

from replay.commentary import said_by
from replay.files.formats import read_race
from replay.files.library import Library, shipped_folder
from replay.race.problems import MissingExtra
from replay.race.race import Race
from replay.reconstruction import completion
from replay.state import timeline_of
from replay.tui.app import ReplayApp
from replay.tui.cells import Cells
from replay.tui.menu_screen import MenuScreen
from replay.tui.opening import Opening
from replay.tui.replay_screen import ReplayScreen
from replay.tui.sheet import StartCard
from tests.tui.pilots import LONDON, FakeClock, Session, at_the_menu, running, watching
from tests.tui.test_understood_screen import TOLD, opened, with_file

HOSTILE = """
race: "[bold]Bold[/bold] \\e[31mmile\\u202e"
event: mile
entries:
  - {name: "[bold]x[/] Eve\\e[2J", nation: NO, result: 4:20.00, splits: {400: 65, 800: 2:10, 1200: 3:15}}
  - {name: "[link=evil]Bob\\r\\n", nation: NO, result: 4:21.00, splits: {400: 66, 800: 2:11, 1200: 3:16}}
quotes:
  - {said: "[red]never[/red] \\e]0;title\\a again", by: "[b]Eve", show: start}
"""


async def test_enter_shows_the_field_and_any_key_fires_the_gun() -> None:
    async with watching(at=None) as session:
        await session.until(lambda: session.shows(StartCard))
        assert "Kerr" in session.text
        screen = session.app.screen_stack[0]
        assert isinstance(screen, ReplayScreen)
        session.clock.now += 10
        screen.tick()
        assert screen.viewer.now == 0, "the race waits"
        await session.press("space")
        await session.pass_seconds(7.25)
        assert session.viewer.now == pytest.approx(7.25)


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("key", "opens"), [("question_mark", "Watching a race"), ("colon", "Go to")])
async def test_the_card_passes_on_the_keys_for_help_and_to_go_to_a_moment(key: str, opens: str) -> None:
    async with watching(at=None) as session:
        await session.until(lambda: session.shows(StartCard))
        await session.press(key)
        await session.until(lambda: not session.shows(StartCard) and opens in session.text)


async def test_the_card_has_pages_where_there_is_more_to_read_and_turns_them() -> None:
    async with watching("bowerman-mile-2024", (80, 24), at=None) as session:
        await session.until(lambda: session.shows(StartCard) and "↓ more" in session.text)
        first = session.text
        await session.press("down")
        await session.until(lambda: session.shows(StartCard) and session.text != first)
        await session.press("pageup")
        await session.until(lambda: session.text == first)
        await session.press("x")
        await session.until(lambda: session.shows(ReplayScreen))


async def test_a_start_card_with_little_to_read_goes_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StartCard, "SHOWN", 0.05)
    race = tmp_path / "short.yaml"
    race.write_text("race: x\nevent: mile\nentries: [{name: Eve, result: 4:20.00}]\n", encoding="utf-8")
    async with watching(str(race), at=None) as session:
        await session.until(lambda: session.shows(ReplayScreen))
        assert session.viewer.playback.playing


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("key", "begins"), [("c", 100.0), ("x", 0.0)])
async def test_a_race_that_was_left_is_gone_on_with_where_it_was_or_begun(key: str, begins: float) -> None:
    async with watching(at=100.0) as session:
        await session.press("q")
    async with watching(at=None) as session:
        await session.until(lambda: session.shows(StartCard))
        assert "c goes on at 1:40" in session.text
        await session.press(key)
        await session.until(lambda: session.shows(ReplayScreen))
        assert session.viewer.now == pytest.approx(begins, abs=0.1)
        assert session.viewer.playback.playing


async def test_a_race_that_was_left_at_its_end_begins_again() -> None:
    async with watching(at=100.0) as session:
        await session.press("q")
    async with watching(at=100.0) as session:
        await session.press("G", "q")
    async with watching(at=None) as session:
        await session.until(lambda: session.shows(StartCard))
        assert "goes on at" not in session.text


async def test_a_race_opened_at_a_moment_stands_there() -> None:
    async with watching(at=166.5) as session:
        await session.pass_seconds(5)
        assert session.viewer.now == 166.5
        assert "2:46.5" in session.text or "LAP 3" in session.text
        assert not session.viewer.playback.playing


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("rate", "frames"), [(1.0, 400), (1.0, 7), (16.0, 25), (0.125, 50)])
async def test_race_time_is_the_clock_however_few_frames_are_drawn(rate: float, frames: int) -> None:
    async with watching(at=10.0, rate=rate) as session:
        await session.press("space")
        screen = session.replay
        for number in range(1, frames + 1):
            session.clock.now += 0.05
            if number % 3 == 0:
                screen.tick()
            assert screen.viewer.now == pytest.approx(min(10 + number * 0.05 * rate, screen.viewer.playback.duration))


async def test_the_whole_race_takes_its_own_time_and_then_stays() -> None:
    async with watching(at=None) as session:
        await session.until(lambda: session.shows(StartCard))
        await session.press("space")
        screen = session.replay
        duration = screen.viewer.stage.timeline.duration
        await session.pass_seconds(222.65)
        assert screen.viewer.state.standings[0].status == "running"
        await session.pass_seconds(0.02)
        await session.pass_seconds(0.5)
        assert screen.viewer.state.standings[0].result == 222.66
        await session.pass_seconds(duration)
        assert screen.viewer.now == duration
        assert not screen.viewer.playback.playing
        assert "again" in session.text
        assert "next race" in session.text
        assert "3:42.66" in session.text
        await session.pass_seconds(60)
        assert screen.viewer.now == duration
        await session.press("r")
        await session.pass_seconds(1)
        assert screen.viewer.now == pytest.approx(1)


async def test_after_a_seek_the_clock_goes_on_from_there() -> None:
    async with watching(at=100.0) as session:
        await session.press("space")
        await session.pass_seconds(3)
        await session.press("right", "right", "left", "shift+left")
        assert session.viewer.now == pytest.approx(107)
        await session.press("}", "}")
        await session.pass_seconds(2)
        assert session.viewer.now == pytest.approx(115)
        await session.press("backspace")
        await session.pass_seconds(2)
        assert session.viewer.now == pytest.approx(117)


async def test_what_is_shown_at_a_time_does_not_depend_on_the_way_there() -> None:
    async with watching(at=120.0) as session:
        first = session.text
        for keys in (("end", "home"), ("9", "1"), ("right", "right", "pageup")):
            await session.press(*keys)
            session.replay.asking.went_to(120.0)
            await session.pilot.pause()
            assert session.text == first


@pytest.mark.sampled(4)
@pytest.mark.parametrize("t", [0.0, 55.0, 143.3, 223.0])
async def test_after_a_seek_the_feed_shows_what_had_been_said(t: float) -> None:
    async with watching(at=100.0, size=(160, 60)) as session:
        screen = session.replay
        await session.press("end")
        screen.asking.went_to(t)
        await session.pilot.pause()
        said = said_by(screen.viewer.stage.calls, t)
        assert [call.text[:40] in session.text for call in said[-2:]] == [True] * len(said[-2:])
        later = [call.text[:40] for call in screen.viewer.stage.calls[len(said) :]]
        assert [text for text in later if text in session.text] == []


async def test_nothing_of_the_result_is_shown_before_it_happens() -> None:
    async with watching(at=None, size=(200, 60)) as session:
        await session.until(lambda: session.shows(StartCard))
        assert "3:42" not in session.text
        await session.press("x")
        for t in (1.0, 100.0, 200.0, 222.0):
            session.replay.asking.went_to(t)
            await session.pilot.pause()
            assert "3:42.66" not in session.text
            assert "3:45.69" not in session.text


async def test_names_and_words_of_a_file_are_only_ever_text(tmp_path: Path) -> None:
    (tmp_path / "aaa.yaml").write_text(HOSTILE, encoding="utf-8")

    def only_text(session: Session) -> None:
        assert not [char for char in session.text if char != "\n" and not char.isprintable()]

    async with at_the_menu(races=tmp_path) as session:
        await session.press("slash", *"eve")
        assert "[bold]Bold[/bold]" in session.text
        only_text(session)
        await session.press("enter")
        await session.until(lambda: session.shows(StartCard))
        only_text(session)
        await session.press("x")
        await session.until(lambda: session.viewer.stage.calls)
        await session.press("space", "home")
        await session.until(lambda: "[red]never[/red]" in session.text)
        only_text(session)
        await session.press("end")
        assert "[bold]Bold[/bold]" in session.text
        only_text(session)
        await session.press("i")
        only_text(session)


async def test_the_card_names_the_race_with_its_markup_as_text(tmp_path: Path) -> None:
    (tmp_path / "aaa.yaml").write_text(HOSTILE, encoding="utf-8")
    async with watching(str(tmp_path / "aaa.yaml"), at=60.0) as session:
        assert "[bold]Bold[/bold]" in session.text
        await session.press("question_mark", "escape", "colon", *"[red]", "enter")
        assert "[red]" in session.text


async def test_a_broken_file_is_listed_with_its_error_and_cannot_be_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a long path would be written over two lines
    Path("broken.yaml").write_text("race: [", encoding="utf-8")
    async with at_the_menu(races=Path()) as session:
        await session.press("end")
        chosen = session.menu.chosen
        assert chosen is not None
        assert chosen.id == "broken"
        assert "broken.yaml" in session.text
        await session.press("enter", "i")
        assert session.menu.is_current
        assert len(session.menu.items) > 15


async def test_the_menu_gives_nothing_of_a_result_away() -> None:
    async with at_the_menu((160, 50)) as session:
        for _ in range(len(session.menu.items)):
            chosen = session.menu.chosen
            assert chosen is not None
            if chosen.race is not None:
                ran = [entry for entry in chosen.race.entries if entry.competes]  # of a guest the preview may tell
                results = [entry.result.text for entry in ran if entry.result and entry.result.text]
                records = {record.time.text for record in chosen.race.records}
                assert [text for text in results if text in session.text and text not in records] == [], chosen.id
            await session.press("down")


async def test_a_search_that_finds_nothing_says_so() -> None:
    async with at_the_menu() as session:
        await session.press("slash", *"zzzz")
        assert "Nothing matches" in session.text
        await session.press("enter")
        assert session.shows(MenuScreen)
        await session.press("escape")
        assert "Nothing matches" not in session.text


async def test_q_is_a_letter_while_one_types_a_search_and_clears_it_once_one_has_moved() -> None:
    async with at_the_menu() as session:
        await session.press("slash", *"yaq")
        assert "/ yaq" in session.text
        await session.press("down", "q")
        assert "/ yaq" not in session.text
        assert session.shows(MenuScreen)


async def test_a_click_pauses_chooses_seeks_and_presses_keys_of_the_footer() -> None:
    async with watching(at=100.0) as session:
        screen = session.replay
        playing = []
        for _ in range(2):
            await session.pilot.click("#course", offset=(30, 10))
            playing.append(screen.viewer.playback.playing)
        assert playing == [True, False]
        await session.pilot.click("#board", offset=(10, 3))
        assert screen.viewer.view.chosen == screen.viewer.state.standings[2].entry
        await session.pilot.click("#scrubber", offset=(30, 0))
        assert screen.viewer.now != 100.0
        await session.pilot.click("#footer", offset=(2, 0))
        assert screen.viewer.playback.playing


async def test_a_click_in_the_menu_chooses_and_another_watches() -> None:
    async with at_the_menu() as session:
        line = next(at for at, (_, item) in enumerate(session.menu._lines) if item is not None and item.id == LONDON)
        await session.pilot.click("#list", offset=(5, line))
        chosen = session.menu.chosen
        assert chosen is not None
        assert chosen.id == LONDON
        await session.pilot.click("#list", offset=(5, line))
        await session.until(lambda: session.shows(StartCard))


async def test_a_sparse_race_is_worked_out_while_it_stands(tmp_path: Path) -> None:
    known, estimates, _ = (shipped_folder() / "bowerman-mile-2024.yaml").read_text("utf-8").partition("\nestimates:")
    assert estimates
    path = tmp_path / "bowerman.yaml"
    path.write_text(known + "\n", encoding="utf-8")
    async with watching(str(path), at=100.0) as session:
        screen = session.replay
        await session.until(lambda: any(s.margin for entry in screen.viewer.stage.race.entries for s in entry.splits))
        await session.until(lambda: screen.viewer.stage.calls)
        assert screen.viewer.now == 100.0
        await session.press("end")
        first, second = screen.viewer.state.standings[:2]
        entries = screen.viewer.stage.race.entries
        assert (entries[first.entry].name, first.result) == ("Josh Kerr", 225.34)
        assert (entries[second.entry].name, second.result) == ("Jakob Ingebrigtsen", 225.60)
        await session.press("E", *"Kerr lap 4 = 52", "enter")
        await session.until(lambda: session.viewer.stage.race.what_if == ("Kerr lap 4 = 52",))


async def test_a_sparse_race_plays_where_nothing_can_be_worked_out_and_says_what_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def completed(race: Race) -> None:
        raise MissingExtra("estimates need HiGHS")

    monkeypatch.setattr(completion, "completed", completed)
    path = tmp_path / "few.csv"
    path.write_text("name,finish\nEve,3:50.10\nBob,3:51.20\n", encoding="utf-8")
    race, _ = read_race(path, distance=1609.344)
    clock = FakeClock()
    app = ReplayApp(Library(), timeline=timeline_of(race), opening=Opening(100.0), clock=clock)
    async with running(app, clock, (120, 40)) as session:
        await session.until(lambda: session.replay.backstage.left_open == "estimates need HiGHS")
        assert session.viewer.state.standings
        await session.press("E")
        assert "estimates need HiGHS" in session.text


async def test_a_large_race_that_cannot_be_shown_says_in_the_menu_what_brings_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none_of(race: Race) -> None:
        raise MissingExtra("fields of more than 200 runners need NumPy")

    async with at_the_menu() as session:
        ended: list[str | None] = []
        monkeypatch.setattr("replay.state.timeline_of", none_of)
        session.app.play(Library().race(LONDON)[0], ended.append)
        assert ended == [None]
        assert session.shows(MenuScreen)
        await session.until(lambda: "fields of more than 200 runners need NumPy" in session.text)


async def test_the_palette_of_commands_has_the_keys_of_the_screen() -> None:
    async with watching(at=100.0) as session:
        await session.press("ctrl+p")
        await session.press(*"next moment", "enter")
        await session.until(lambda: session.shows(ReplayScreen))
        await session.until(lambda: session.viewer.now > 100.0)


async def test_behind_a_race_the_preview_stands_still(tmp_path: Path) -> None:
    async with with_file(tmp_path, TOLD) as session:
        screen = opened(session)
        await session.press("enter")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x")
        await session.until(lambda: session.shows(ReplayScreen))
        preview = screen.query_one("#preview", Cells)
        before = preview._rows.copy()
        for _ in range(5):
            session.clock.now += 1.0
            screen.tick()
        assert preview._rows == before, "whoever draws behind a race has all of it written again"
