"""What is known at a time of a whole field: how many are home, from when on there is an order, who has no place."""

import math
from dataclasses import replace

import pytest

from replay.race.race import Evidence, Race, Role, Split, Status, When, WhenKind
from replay.state.timeline import Tally, Timeline
from tests.builders import entry, race, time

GUESSED = tuple(Split(far, time(far / 7, Evidence.ESTIMATED), margin=2.0) for far in (400.0, 1000.0))
"""Splits that the program worked out."""
HOME = (entry("A", 215.0), entry("B", 216.0))


def test_who_is_out_is_so_from_his_last_point_on_and_of_whom_nothing_is_known_from_the_gun() -> None:
    out = entry("D", None, {400: 56.0, 800: 112.0}, status=Status.DQ)
    timeline = Timeline(race(entry("A", 240.0), out, entry("U"), entry("V", None, {400: 57.0})))
    said = [sorted((one.entry, str(one.status)) for one in timeline.at(t).standings) for t in (0.5, 57.0, 57.5, 112.0)]
    assert [[status for _, status in one] for one in said] == [
        ["running", "running", "unknown", "running"],
        ["running", "running", "unknown", "running"],
        ["running", "running", "unknown", "unknown"],
        ["running", "dq", "unknown", "unknown"],
    ]


def test_everybody_but_a_guest_is_home_running_or_out_also_who_is_disqualified_before_or_after_he_is_home() -> None:
    timeline = Timeline(
        race(
            entry("A", 200.0),
            entry("B", 220.0),
            entry("Early", 205.0, status=Status.DQ, decided=When(WhenKind.TIME, 150.0)),
            entry("Late", 206.0, status=Status.DQ, decided=When(WhenKind.TIME, 215.0)),
            entry("Then", 210.0, status=Status.DQ, decided=When(WhenKind.TIME, 210.0)),
            entry("Out", None, {400: 60.0}, status=Status.DNF),
            entry("Guest", 190.0, role=Role.GUEST),
            entry("Shadow", 207.0, role=Role.GUEST, status=Status.DQ, decided=When(WhenKind.TIME, 212.0)),
        )
    )
    found = {t: timeline.tally(t) for t in (0.0, 60.0, 60.1, 149.9, 150.0, 200.0, 206.0, 210.0, 215.0, 220.0)}
    assert found == {
        0.0: Tally(0, 6, 0),
        60.0: Tally(0, 6, 0),
        60.1: Tally(0, 5, 1),
        149.9: Tally(0, 5, 1),
        150.0: Tally(0, 4, 2),
        200.0: Tally(1, 3, 2),
        206.0: Tally(2, 2, 2),
        210.0: Tally(2, 1, 3),
        215.0: Tally(1, 1, 4),
        220.0: Tally(2, 0, 4),
    }


def test_splits_that_were_worked_out_give_no_order_before_the_first_report_of_one() -> None:
    timeline = Timeline(race(*(replace(one, splits=GUESSED) for one in HOME)))
    since = min(timeline.motion.times_at(1400.0))
    before, after = timeline.at(since - 0.01), timeline.at(since + 0.01)
    assert (before.order_known, after.order_known) == (False, True)
    assert {(runner.place, runner.gap, runner.gap_metres) for runner in before.standings} == {(None, None, None)}
    assert [runner.place for runner in after.standings] == [1, 2]
    assert [standing.place for standing in timeline.standings(since - 0.01, 2)] == [None, None]


def test_of_results_alone_the_order_on_the_way_is_that_of_an_even_pace() -> None:
    assert Timeline(race(*HOME)).at(10.0).order_known


def by_distance(*far: float | None, splits: tuple[Split, ...] = ()) -> Race:
    """A race for 600 s in which they came so far; None for one of whom nobody knows it."""
    entries = (
        entry(f"R{k}", status=Status.FINISHED, arrival=Split(metres, time(600.0)))
        if metres is not None
        else entry(f"R{k}", None, {400: 90.0})
        for k, metres in enumerate(far)
    )
    return race(*entries, distance=3600.0, duration=600.0)


def test_in_a_race_for_distance_the_clock_brings_home_whoever_has_arrived_and_nobody_else() -> None:
    timeline = Timeline(by_distance(3100.0, 3000.0, None))
    assert [timeline.home(i) for i in range(3)] == [600.0, 600.0, math.inf]
    assert (timeline.winner_time, timeline.finish) == (600.0, 600.0)
    assert timeline.at(600.0).leader_distance == pytest.approx(3100.0)


def test_in_a_race_for_distance_without_a_split_nobody_is_anywhere_before_the_end() -> None:
    timeline = Timeline(by_distance(3100.0, 3000.0))
    assert [timeline.at(t).order_known for t in (1.0, 599.9, 600.0)] == [False, False, True]
    assert Timeline(by_distance(3100.0, 3000.0, None)).at(1.0).order_known


def test_where_nobody_is_anywhere_the_first_lap_has_not_begun() -> None:
    state = Timeline(race(entry("A"), entry("B", status=Status.DNS))).at(10.0)
    assert (state.leader_distance, state.lap, state.laps_to_go) == (0.0, 1, 4)
    assert {runner.gap_metres for runner in state.standings} == {None}


def test_a_lead_that_never_changed_hands_did_so_at_the_gun() -> None:
    timeline = Timeline(race(entry("A", 200.0, {400: 50.0}), entry("B", 220.0, {400: 58.0})))
    assert timeline.time_of(When(WhenKind.LEAD_CHANGE)) == timeline.time_of(When(WhenKind.LEAD_CHANGE, runner="B")) == 0


def test_who_came_so_far_that_nobody_can_run_it_is_in_front_with_that_at_the_end() -> None:
    """There is no motion for it, and none is drawn: 190 km in ten minutes."""
    far = {"A": 190_000.0, "B": 3000.0}
    runners = (entry(name, status=Status.FINISHED, arrival=Split(metres, time(600.0))) for name, metres in far.items())
    timeline = Timeline(race(*runners, distance=200_000.0, duration=600.0))
    assert math.isnan(timeline.motion.distances_at(600.0)[0])
    assert [timeline.at(t).leader_distance for t in (0.0, 600.0)] == [0.0, 190_000.0]
    assert [state.gap_metres for state in timeline.at(600.0).standings] == [0.0, 187_000.0]
