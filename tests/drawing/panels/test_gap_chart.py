"""The chart of gaps."""

import math
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.rows import plain
from replay.drawing.panels.gap_chart import GapChart, chart_rows, gaps_of
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.race import Role, Status
from replay.state import timeline_of
from tests.builders import entry, race
from tests.miles import CAST, LOOK, MILE, TIMELINE


def test_the_chart_draws_nothing_that_is_to_come() -> None:
    chart = GapChart(TIMELINE, 30)
    assert chart.upto(0.0) == 0
    assert chart.upto(TIMELINE.duration) == chart.columns
    early = plain(chart_rows(gaps_of(chart, TIMELINE.at(30.0), [0, 1]), CAST, LOOK, 42, 8))
    late = plain(chart_rows(gaps_of(chart, TIMELINE.at(TIMELINE.duration), [0, 1]), CAST, LOOK, 42, 8))
    assert sum(0x2800 < ord(char) < 0x2900 for char in early) < sum(0x2800 < ord(char) < 0x2900 for char in late)


@given(st.lists(st.floats(0, TIMELINE.duration), min_size=1, max_size=5))
def test_a_chart_that_goes_on_is_as_one_made_at_once(times: list[float]) -> None:
    kept = GapChart(TIMELINE, 30)
    shown = [chart_rows(gaps_of(kept, TIMELINE.at(t), [0, 1, 2]), CAST, LOOK, 42, 8) for t in times]
    assert shown[-1] == chart_rows(
        gaps_of(GapChart(TIMELINE, 30), TIMELINE.at(times[-1]), [0, 1, 2]), CAST, LOOK, 42, 8
    )


def test_a_chart_to_some_metres_tells_there_what_the_whole_one_tells() -> None:
    marks = ((409.344, "lap 2"), (809.344, "lap 3"), (1209.344, "bell"))
    whole, lap = GapChart(TIMELINE, 30, marks), GapChart(TIMELINE, 30, marks, 809.344)
    assert [label for _, label in lap.marks] == ["lap 2", "lap 3"]
    assert lap.marks[-1][0] == lap.columns // 2
    t = lap.times[-1]
    assert lap.upto(t) == lap.columns
    assert lap.present(t, 809.344) == whole.present(t, 809.344)


def test_who_has_stepped_off_is_not_drawn_further_and_further_behind() -> None:
    chart = GapChart(TIMELINE, 30)
    pace = [column[2] for column in chart.gaps]
    assert any(gap == gap for gap in pace)
    assert pace[-1] != pace[-1]


def test_numbers_of_the_scale_are_evenly_spaced_at_every_height() -> None:
    chart = GapChart(TIMELINE, 30)
    for high in range(7, 30):
        rows = plain(
            chart_rows(gaps_of(chart, TIMELINE.at(TIMELINE.duration), [0, 1]), CAST, LOOK, 42, high)
        ).splitlines()[1:]
        at = [y for y, row in enumerate(rows) if row[:4].strip()]
        assert len(at) > 1
        assert len({after - before for before, after in pairwise(at)}) == 1, rows


def test_the_lines_end_at_the_time_shown_and_not_at_the_last_sample() -> None:
    # Of few columns the last one may have passed long before.
    chart = GapChart(TIMELINE, 6)
    since, until = chart.times[4:6]
    t = until - 0.1
    state = TIMELINE.at(t)
    shown = gaps_of(chart, state)
    behind = {one.entry: state.leader_distance - one.distance for one in state.standings if one.distance is not None}
    assert dict(shown.now) == {entry: round(behind[entry], 1) for entry, _ in shown.now}
    assert [entry for entry, _ in shown.now] == [one.entry for one in state.standings][: len(shown.now)]
    assert chart_rows(shown, CAST, LOOK, 24, 40) != chart_rows(gaps_of(chart, TIMELINE.at(since)), CAST, LOOK, 24, 40)


def test_without_dots_the_lines_of_the_first_are_of_their_letters_and_without_colours_keep_off_the_codes() -> None:
    look = look_of(DARK, ascii=True, coloured=False)
    gaps = gaps_of(GapChart(TIMELINE, 30), TIMELINE.at(100.0))
    rows = plain(chart_rows(gaps, cast_of(MILE, look), look, 48, 9)).splitlines()[1:]
    first = CAST.tags[gaps.now[0][0]]
    lines, _, codes = rows[0][5:].strip().partition(" ")
    assert set(lines) <= {*(CAST.tags[entry] for entry in gaps.bold), "."}
    assert first in lines
    assert codes.split()[0] == CAST.codes[gaps.now[0][0]]


def test_where_nobody_wins_and_a_guest_comes_home_he_has_a_place_in_it() -> None:
    stopped = entry("Ann", at={800: "2:00.0"}, status=Status.DNF)
    timeline = timeline_of(race(stopped, entry("Gus", "4:01.0", {800: "2:04.0"}, role=Role.GUEST)))
    assert timeline.winner_time is None
    rows = chart_rows(
        gaps_of(GapChart(timeline, 30), timeline.at(timeline.duration)), cast_of(timeline.race, LOOK), LOOK, 42, 8
    )
    assert "inf" not in plain(rows)


def test_who_will_be_third_is_not_told_by_how_the_lines_are_drawn_when_the_first_is_home() -> None:
    runners = [
        entry("Ann", 100.0, {700: 88.0}),
        entry("Bea", 102.0, {700: 89.0}),
        entry("Cia", 106.0, {700: 90.0}),
        entry("Dot", 105.9, {700: 93.0}),  # still behind her
    ]
    timeline = timeline_of(race(*runners, distance=800.0))
    assert gaps_of(GapChart(timeline, 30), timeline.at(100.5)).bold == {0, 1, 2}


def test_the_line_of_who_stepped_off_stays_and_ends_with_a_mark() -> None:
    chart = GapChart(TIMELINE, 30)
    pacer = next(entry for entry, last in enumerate(chart.lasts) if 0 <= last < chart.columns - 1)
    gone = chart.times[chart.lasts[pacer] + 3]
    for t, marks in ((chart.times[chart.lasts[pacer] - 1], 0), (gone, 1), (TIMELINE.duration, 1)):
        gaps = gaps_of(chart, TIMELINE.at(t), [0])
        assert pacer in gaps.entries
        assert plain(chart_rows(gaps, CAST, LOOK, 42, 12)).count("×") == marks, t
        assert (pacer in dict(gaps.now)) == (not marks)


def test_who_is_nowhere_when_the_time_is_up_is_no_number_of_metres_behind() -> None:
    text = "race: Hour\nevent: 1h\nentries:\n  - {name: Ann, distance: 15000}\n  - {name: Bea, distance: 14000}\n"
    text += "  - {name: Cia, distance: 146000}\n"
    hour = read_source(Source(text.encode(), Path("a.yaml")), Choices()).race
    assert hour is not None
    timeline = timeline_of(hour)
    chart = GapChart(timeline, 30)
    assert chart.finals == [0.0, 1000.0, math.inf]
    assert chart_rows(gaps_of(chart, timeline.at(timeline.duration), [2]), cast_of(hour, LOOK), LOOK, 42, 8)


def test_a_chart_begins_where_the_order_is_known() -> None:
    assert TIMELINE.order_since > 0
    chart = GapChart(TIMELINE, 30)
    known = TIMELINE.top(TIMELINE.order_since, 1).leader_distance
    step = (TIMELINE.race.distance - known) / chart.columns
    assert TIMELINE.top(chart.times[1], 1).leader_distance < known + 2 * step + 1, "it has no columns of before"
    assert all(gap == gap for gap in chart.gaps[1][:2])
