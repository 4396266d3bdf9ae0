"""A runner's card at a moment of the race."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from replay.cells.rows import plain
from replay.drawing.pages.runner_card import RunnerCard, runner_lines
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import View
from replay.files.formats import read_race
from replay.race.pacelights import target
from replay.race.race import Quote, Role, Status, When, WhenKind
from replay.state import timeline_of
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.runner_card import Asked, runner_card
from tests.builders import entry, race, time
from tests.places import RACES
from tests.together import together

ANN = entry(
    "Ann Ash", "4:00.00", {300: "47.0", 700: 112.0, 1100: 180.0}, place=1, nation="GBR", bib="7",
    marks=("WR", "PB"), pending=("WR",), pb=time("4:02.00"),
)  # fmt: skip
BEA = entry("Bea Birch", "4:05.00", {300: 46.0, 700: 113.0, 1100: 180.0}, place=2)
PACE = entry("Pat Pine", None, {300: 45.0, 700: 111.0}, status=Status.DNF, role=Role.PACEMAKER)
BEFORE = Quote(("I am ready.",), "Ann Ash", show=When(WhenKind.BEFORE))
AFTER = Quote(("I won.",), "Ann Ash")
OTHERS = Quote(("She won.",), "Bea Birch")
RACE = replace(race(ANN, BEA, PACE, quotes=(BEFORE, AFTER, OTHERS)), date=datetime.date(2024, 5, 1))
STAGE = picture_of(Timeline(RACE), look_of(DARK)).stage


def card(t: float, entry_number: int = 0, view: View = View(), *others: int) -> RunnerCard:  # noqa: B008
    dated = [
        replace(race(replace(ANN, result=time("4:10.00"))), id=str(year), title="Mile", date=datetime.date(year, 1, 1))
        for year in others
    ]
    return runner_card(STAGE, Asked(entry_number, t, view), dated)


def text(found: RunnerCard, width: int = 90) -> str:
    return plain([tuple(line) for line in runner_lines(found, STAGE.cast.chips[0], STAGE.look, width)])


def test_at_the_end_it_tells_the_result_the_marks_and_the_halves() -> None:
    found = card(300.0)
    assert found.now == "1st, 4:00.00, WR (pending), PB"
    assert found.before == "before the race: personal best 4:02.00"
    assert found.who == "GBR, bib 7"
    assert [row.where for row in found.rows] == ["300 m", "700 m", "1100 m", "finish"]
    assert [row.place for row in found.rows] == ["3rd", "2nd", "1st", "1st"]
    assert [(row.lap, row.best, row.worst) for row in found.rows][2:] == [
        ("lap 3", False, True),
        ("lap 4", True, False),
    ]
    assert any(words.startswith("halves: ~") for words in found.told)
    assert any(words.startswith("most ahead: ~5.0 s, at the finish") for words in found.told)
    assert card(300.0, 1).now == "2nd, 4:05.00, +5.00 behind the winner"


def test_before_the_end_it_tells_what_is_known() -> None:
    found = card(150.0)
    assert [row.where for row in found.rows] == ["300 m", "700 m"]
    assert "run, at 2:30.0" in found.now
    shown = text(found)
    assert "WR" not in shown
    assert "4:00.00" not in shown
    assert "halves" not in shown
    assert [quote.text for quote, _ in found.quotes] == ["I am ready."]
    assert [quote.text for quote, _ in card(300.0).quotes] == ["I am ready.", "I won."]
    assert card(150.0, view=View(spoilers=True)).now.startswith("1st, 4:00.00")


def test_gaps_are_to_the_first_or_to_the_pinned() -> None:
    found = card(300.0)
    assert (found.behind, [row.behind for row in found.rows]) == ("to the first", ["+2.0", "+1.00", "", ""])
    pinned = card(300.0, view=View(pinned=1))
    assert (pinned.behind, [row.behind for row in pinned.rows]) == ("to Birch", ["+1.0", "-1.00", "", "-5.00"])


def test_of_later_races_no_result_is_told() -> None:
    found = card(300.0, 0, View(), 2025, 2023)
    assert [(other.date, other.result) for other in found.others] == [
        ("1 January 2023", "1st 4:10.00"),
        ("1 January 2025", ""),
    ]
    assert "later races are not told" in text(found)
    assert card(300.0, 0, View(spoilers=True), 2025).others[0].result == "1st 4:10.00"
    assert card(300.0, 1, View(), 2023).others == ()


def test_what_a_time_needs_from_here_is_told_while_its_lights_are_on() -> None:
    found = card(112.0, view=View(light=target("3:50")))
    assert [words for words in found.told if "3:50" in words] == [
        "3:50 (target) needs ~1:58.0 for the last ~800 m, ~59.0 for each 400 m; so far ~1:04.0"
    ]
    assert not any("3:50" in words for words in card(300.0, view=View(light=target("3:50"))).told)


def test_a_pacemaker_who_stopped_has_done_his_work_and_who_stands_at_the_line_has_nothing_yet() -> None:
    assert card(300.0, 2).now == "paced"
    assert card(0.0).now == "on the start line"
    assert card(0.0).rows == ()


@together("width", [20, 50, 100])
def test_the_page_is_told_in_lines_of_any_width(width: int) -> None:
    shown = text(card(300.0, 0, View(), 2025, 2023), width)
    assert "Ann Ash" in shown
    assert "I won." in shown
    assert shown.splitlines()[-1] == "i tells of the race"


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_whatever_the_race_no_card_tells_a_result_before_it_is_there(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    stage = picture_of(timeline, look_of(DARK)).stage
    t = 0.6 * (timeline.winner_time or timeline.duration)
    for number, runner in enumerate(timeline.race.entries):
        shown = runner_card(stage, Asked(number, t, View()))
        assert all(row.where != "finish" for row in shown.rows) or runner.role is Role.GUEST
        if runner.result is not None and runner.result.seconds > t:
            told = " ".join((shown.now, *shown.told, *(row.time for row in shown.rows)))
            assert runner.result.text not in told.replace(",", " ").split()


def test_the_quickest_hundred_is_told_and_that_of_all() -> None:
    told = [next(words for words in card(300.0, at).told if words.startswith("quickest 100 m")) for at in (0, 1, 2)]
    assert sum("the quickest of all" in words for words in told) == 1
    assert sum("; of all ~" in words for words in told) == 2
    assert not any(words.startswith("quickest") for words in card(5.0).told)


def test_a_last_lap_that_no_row_is_of_is_told_once_it_was_run() -> None:
    timed = race(
        entry("Ann", 150.0, {400: 62.0, 600: 92.5, 800: 121.0}),
        entry("Bea", 155.0, {400: 62.0, 600: 93.0}),
        distance=1000.0,
    )
    stage = picture_of(Timeline(timed), look_of(DARK)).stage
    assert "last lap: 57.5" in runner_card(stage, Asked(0, 155.0, View())).told
    assert not any("last lap" in words for words in runner_card(stage, Asked(0, 140.0, View())).told)
    assert not any("last lap" in words for words in card(300.0).told), "a row is of it"
