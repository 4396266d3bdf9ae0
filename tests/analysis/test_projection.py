"""The likely finishes, from the splits so far."""

import datetime
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.analysis.projection import WEIGHTS, Point, Rank, projected, rank_to_here, weights_at
from replay.race.problems import ReplayError
from replay.race.race import Evidence, Race, Role, Split, Status
from replay.state.timeline import Timeline
from tests.builders import entry, london, race, time
from tests.depth import examples

LONDON = london()


def later_changed(found: Race, t: float, by: float) -> Race:
    """The race with everything that comes after `t` run later by as many seconds."""

    def moved(split: Split) -> Split:
        late = split.time.seconds > t
        return replace(split, time=replace(split.time, seconds=split.time.seconds + by)) if late else split

    return replace(
        found,
        entries=tuple(
            replace(
                one,
                splits=tuple(map(moved, one.splits)),
                result=replace(one.result, seconds=one.result.seconds + by) if one.result is not None else None,
            )
            for one in found.entries
        ),
    )


@examples(25)
@given(st.floats(20, 215), st.floats(0.5, 20))
def test_nothing_that_comes_later_is_looked_at(t: float, by: float) -> None:
    there = {one.entry: one for one in projected(Timeline(LONDON), t)}
    changed = {one.entry: one for one in projected(Timeline(later_changed(LONDON, t, by)), t)}
    assert there == changed


@examples(25)
@given(st.floats(0, 300))
def test_a_range_holds_what_is_likely_and_who_is_home_has_his_result(t: float) -> None:
    for one in projected(Timeline(LONDON), t):
        assert one.low <= one.seconds <= one.high
        if one.home:
            assert one.seconds == LONDON.entries[one.entry].result.seconds  # type: ignore[union-attr]
        else:
            assert one.last.seconds <= t + 1e-6
            assert one.last.seconds < one.low


def test_estimates_guests_and_pacemakers_are_left_out_and_so_is_who_has_no_split_yet() -> None:
    guessed = replace(entry("Bea", 245.0, {400: 61.0}, evidence=Evidence.ESTIMATED), result=time(245.0))
    field = race(
        entry("Ann", 240.0, {400: 60.0, 800: 121.0}),
        guessed,
        entry("Cat", 241.0, {800: 122.0}),
        entry("Dot", None, {400: 59.0}, role=Role.PACEMAKER, status=Status.DNF),
        entry("Eve", 239.0, {400: 58.0}, role=Role.GUEST),
        distance=1609.344,
    )
    assert [one.entry for one in projected(Timeline(field), 70.0)] == [0]
    assert [one.entry for one in projected(Timeline(field), 130.0)] == [0, 2]


EVEN, SLOWING = entry("Even", 240.0, {400: 57.0, 800: 114.0}), entry("Slowing", 240.0, {400: 54.0, 800: 114.0})
AHEAD = entry("Ahead", 230.0, {400: 55.0, 800: 110.0})


def test_who_slowed_is_likely_to_be_slower_than_who_did_not_and_who_is_behind_than_who_leads() -> None:
    both = projected(Timeline(race(EVEN, SLOWING, distance=1609.344)), 120.0)
    assert [one.entry for one in both] == [0, 1]
    assert both[0].seconds < both[1].seconds
    behind = projected(Timeline(race(EVEN, AHEAD, distance=1609.344)), 120.0)[1]
    assert (behind.entry, behind.even) == (0, both[0].even)
    assert behind.seconds > both[0].seconds


def test_far_from_the_best_it_is_an_even_pace_with_a_wider_range() -> None:
    slow = projected(Timeline(race(entry("Ann", 500.0, {800: 250.0}), distance=1500.0)), 260.0)[0]
    fast = projected(Timeline(race(entry("Ann", 215.0, {800: 115.0}), distance=1500.0)), 120.0)[0]
    assert slow.seconds == slow.even == pytest.approx(250 * 1500 / 800)
    assert math.log(slow.high / slow.low) > 1.5 * math.log(fast.high / fast.low)


def test_what_is_left_of_a_marathon_is_slower_than_on_the_track_and_the_slow_side_of_its_range_wider() -> None:
    found = []
    for metres in (10_000.0, 21_097.5, 42_195.0):
        field = race(entry("Ann", metres * 0.3, {metres / 2: metres * 0.14}), distance=metres)
        found.append(projected(Timeline(field), metres * 0.15)[0])
    ten, half, marathon = (one.seconds / one.even for one in found)
    assert ten == 1.0 < half < marathon < 1.05
    track, *roads = ((one.high - one.seconds) / (one.seconds - one.low) for one in found)
    assert track < 1.2
    assert min(roads) > 1.5


def test_who_started_later_is_projected_from_his_own_start() -> None:
    field = race(
        entry("Ann", 3100.0, {5000: 1600.0}, start=100.0), entry("Bea", 3000.0, {5000: 1500.0}), distance=10_000.0
    )
    both = sorted(projected(Timeline(field), 1700.0))
    assert both[0].last == both[1].last
    assert both[0].seconds == pytest.approx(both[1].seconds + 100.0)


@pytest.mark.parametrize("found", [race(entry("A", 50.0), distance=400.0), race(entry("A"), duration=3600.0)])
def test_a_sprint_and_a_race_for_distance_are_refused(found: Race) -> None:
    with pytest.raises(ReplayError, match="projected from 800 m on"):
        projected(Timeline(found), 10.0)


def test_of_a_relay_another_runs_what_is_left() -> None:
    medley = replace(race(entry("Oak", 600.0, {1200: 180.0}), distance=4000.0), title="Distance Medley Relay")
    with pytest.raises(ReplayError, match="relay"):
        projected(Timeline(medley), 300.0)


def test_weights_are_read_between_those_that_are_nearest() -> None:
    assert weights_at(0.01) == WEIGHTS[0]
    assert weights_at(0.99) == WEIGHTS[-1]
    middle = weights_at(0.45)
    for one, low, high in zip(middle.of, WEIGHTS[3].of, WEIGHTS[4].of, strict=True):
        assert one == pytest.approx((low + high) / 2)


def test_how_fast_that_was_counts_earlier_races_and_who_of_this_one_is_there() -> None:
    def on(day: int, *entries: float, name: str = "x") -> Race:
        runners = (entry(f"R{at}", 230.0 + at, {800: seconds}) for at, seconds in enumerate(entries))
        found = race(*runners, distance=1500.0, date=datetime.date(2020, 1, day))
        return replace(found, id=f"{name}{day}")

    here = Timeline(on(5, 120.0, 121.0, 125.0))
    library = [on(1, 119.0, 122.0), on(6, 100.0), on(2, 90.0, name="women")]
    assert rank_to_here(here, 124.0, 1, Point(800.0, 121.0), library) == Rank(3, 4)
    assert rank_to_here(here, 130.0, 1, Point(800.0, 121.0), library) == Rank(3, 5)
    assert rank_to_here(here, 130.0, 1, Point(900.0, 140.0), library) is None
    assert rank_to_here(here, 231.0, 1, Point(1500.0, 231.0), library) == Rank(3, 4)
