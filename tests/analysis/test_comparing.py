"""Runners side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.analysis.comparing import Side, compared, known_by, usual_step
from replay.race.race import Evidence
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.together import together

ANN, BEA = entry("Ann", 120.0, {200: 28.0, 400: 59.0}), entry("Bea", 121.0, {200: 29.0, 400: 58.0})
ONE = Timeline(race(ANN, BEA, distance=800.0))
PAIR = (Side(ONE, 0), Side(ONE, 1))


def test_what_is_lost_is_the_change_of_the_gap() -> None:
    found = compared(PAIR, 200.0)
    assert [mark.distance for mark in found.marks] == [200.0, 400.0, 600.0, 800.0]
    first, second, _, last = (mark.apart[0] for mark in found.marks)
    assert first == (1.0, 1.0, Evidence.MEASURED, Evidence.MEASURED)
    assert second == (-1.0, -2.0, Evidence.MEASURED, Evidence.MEASURED)
    assert last is not None
    assert last.seconds == 1.0


def test_one_who_is_behind_and_then_ahead_has_passed() -> None:
    passes = compared(PAIR).passes
    assert [(one.side, one.past) for one in passes] == [(1, 0), (0, 1)]
    assert 200 < passes[0].distance < 400 < passes[1].distance < 800


def test_at_a_time_only_what_both_have_run_is_known() -> None:
    found = known_by(compared(PAIR, 200.0), 59.0)
    assert [mark.apart[0] is not None for mark in found.marks] == [True, True, False, False]
    assert [(one.side, one.past) for one in found.passes] == [(1, 0)]
    early = known_by(compared(PAIR, 200.0), 28.5)
    assert [time is not None for time in early.marks[0].times] == [True, False]
    assert early.marks[0].apart == (None,)


def test_races_of_two_distances_are_compared_over_the_shorter() -> None:
    long = Timeline(race(entry("Cat", 250.0), distance=1500.0))
    found = compared([Side(ONE, 0), Side(long, 0)])
    assert found.distance == 800.0
    assert found.marks[-1].times[0] == (120.0, Evidence.MEASURED, "")
    assert found.marks[-1].times[1] is not None
    assert found.marks[-1].times[1].evidence is Evidence.ESTIMATED


def test_who_stops_has_no_times_from_there_on() -> None:
    stops = Timeline(race(entry("Dot", None, {400: 60.0}), distance=800.0))
    found = compared([Side(ONE, 0), Side(stops, 0)], 400.0)
    assert [mark.apart[0] is not None for mark in found.marks] == [True, False]


@given(st.floats(100, 50_000))
def test_there_are_some_thirty_marks_at_most_on_a_track(distance: float) -> None:
    assert distance / usual_step(distance) <= (33 if distance <= 10_000 else 50)


@together("step", [50.0, 100.0, 400.0])
def test_the_other_way_round_every_gap_is_the_opposite(step: float) -> None:
    there, back = compared(PAIR, step), compared(PAIR[::-1], step)
    for one, other in zip(there.marks, back.marks, strict=True):
        assert one.apart[0] is not None
        assert other.apart[0] is not None
        assert one.apart[0].seconds == pytest.approx(-other.apart[0].seconds)
    assert {(one.distance, one.seconds) for one in there.passes} == {(one.distance, one.seconds) for one in back.passes}


def test_the_place_of_a_pass_is_where_they_were_level_and_not_where_one_was_clear() -> None:
    ann, bea = entry("Ann", 120.0, {700: 105.0}), entry("Bea", 119.9, {700: 105.1})
    timeline = Timeline(race(ann, bea, distance=800.0))
    (one,) = compared((Side(timeline, 0), Side(timeline, 1)), 200.0).passes
    assert (one.side, one.past) == (1, 0)
    assert abs(one.distance - 750) <= 10
    there = timeline.motion.time_at(0, one.distance)
    assert there is not None
    assert abs(one.seconds - there) < 0.4
