"""Runners of other times beside those of a race."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.analysis.ghosts import (
    Align,
    Ghost,
    beside,
    even_run,
    ghost_of,
    ghosts_of,
    winner_of,
    winners,
    without_ghosts,
)
from replay.race.problems import ReplayError
from replay.race.race import Evidence, Race, Role, Status
from replay.reconstruction import is_sparse
from replay.reconstruction.digest import digest
from replay.state.timeline import Timeline
from tests.builders import entry, official, race, time
from tests.together import together

MILE = race(entry("Ann", 240.0, {400: 60.0, 800: 121.0, 1200: 181.0}), entry("Bea", 242.0), distance=1609.344)
OLD = race(
    entry("Cat", 226.0, {400: 58.0, 800: 116.0, 1200: 172.0}, nation="KEN", place=1, marks=("WR",)),
    entry("Dot", 227.0),
    entry("Eve", 230.0, status=Status.DNF),
    date=datetime.date(1999, 7, 7),
)
LONG = race(entry("Fay", 500.0, {1000: 150.0, 1609.344: 241.5, 2000: 310.0}), distance=3218.688)
SAME = race(entry("Gia", 236.0, {800: 118.0}), distance=1609.344)


def ghost(found: Race, at: int = -1) -> Timeline:
    """The race with ghosts, and what is to be looked at is one of them."""
    assert found.entries[at].ghost
    return Timeline(found)


def passes(timeline: Timeline, metres: float) -> float:
    """When the last entry passes."""
    found = timeline.motion.time_at(len(timeline.race.entries) - 1, metres)
    assert found is not None
    return float(found)


def test_a_ghost_says_who_he_is_and_is_nobody_who_counts() -> None:
    one = beside(MILE, [ghost_of(OLD, 0)]).entries[-1]
    assert (one.name, one.short, one.ghost) == ("Cat 1999 (Test)", "Cat 1999", "--vs test:Cat")
    assert (one.role, one.place, one.marks, one.competes, one.nation) == (Role.GUEST, None, (), False, "KEN")


def test_over_the_same_distance_he_runs_as_he_ran() -> None:
    timeline = ghost(beside(MILE, [ghost_of(SAME, 0)]))
    assert (passes(timeline, 800.0), passes(timeline, 1609.344)) == (118.0, 236.0)
    state = {runner.entry: runner for runner in timeline.at(240.0).standings}
    assert (state[2].status, state[2].gap, state[2].place, state[0].place) == ("finished", -4.0, None, 1)


def test_one_of_a_shorter_race_stops_where_it_ended() -> None:
    timeline = ghost(beside(MILE, [ghost_of(OLD, 0)]))
    assert passes(timeline, 1500.0) == 226.0
    assert timeline.motion.time_at(2, 1550.0) is None
    state = {runner.entry: runner for runner in timeline.at(240.0).standings}
    assert state[2].gap is not None
    assert state[2].gap > 0


def test_one_of_a_longer_race_passes_the_line_when_he_did() -> None:
    timeline = ghost(beside(MILE, [ghost_of(LONG, 0)]))
    assert timeline.home(2) == 241.5
    assert timeline.known(2).evidence(241.5) is Evidence.MEASURED
    between = race(entry("Fay", 500.0, {1000: 150.0, 2000: 310.0}), distance=3218.688)
    worked_out = ghost(beside(MILE, [ghost_of(between, 0)]))
    assert worked_out.home(2) == Timeline(between).motion.time_at(0, MILE.distance)
    assert worked_out.known(2).points[-1].time.evidence is Evidence.ESTIMATED


@together("ran", [SAME, OLD, LONG])
def test_aligned_at_the_finish_he_comes_home_with_the_winner(ran: Race) -> None:
    timeline = ghost(beside(MILE, [ghost_of(ran, 0)], Align.FINISH))
    assert timeline.home(2) == 240.0
    off, later = MILE.distance - ran.distance, 240.0 - (ran.entries[0].result or time(0)).seconds
    for split in ran.entries[0].splits:
        if 0 < split.distance + off < MILE.distance and split.time.seconds + later > 0:
            assert passes(timeline, split.distance + off) == pytest.approx(split.time.seconds + later)
    assert timeline.motion.distance_at(2, 0.0) is not None


def test_who_has_no_times_is_no_ghost_and_one_without_a_result_has_no_finish_to_be_aligned_at() -> None:
    with pytest.raises(ReplayError, match="no times"):
        ghost_of(race(entry("Ann"), entry("Bea", 1.0)), 0)
    stopped = ghost_of(race(entry("Ann", None, {400: 60.0}), distance=1609.344), 0)
    assert ghost(beside(MILE, [stopped])).motion.end(2) == 60.0
    with pytest.raises(ReplayError, match="align at the gun"):
        beside(MILE, [stopped], Align.FINISH)
    with pytest.raises(ReplayError, match="race for distance"):
        beside(race(entry("Ann"), duration=3600.0), [stopped])


def test_ghosts_take_the_place_of_those_that_are_there() -> None:
    first = beside(MILE, [ghost_of(OLD, 0), ghost_of(OLD, 1)])
    assert [one.short for one in beside(first, [ghost_of(SAME, 0)]).entries] == ["", "", "Gia"]
    assert without_ghosts(first) == MILE
    assert ghosts_of(MILE, first) == first


def test_the_winners_of_a_distance_are_the_latest_first_and_not_the_races_own() -> None:
    later = race(entry("Hal", 220.0), entry("Ida", 219.0), date=datetime.date(2024, 1, 1))
    assert [one.entry.short for one in winners([OLD, later, MILE], 1500.0)] == ["Ida 2024", "Cat 1999"]
    assert winners([OLD], 1500.0, OLD.id) == []
    assert winner_of(race(entry("Ann"))) is None


def test_an_even_pace_is_even() -> None:
    timeline = ghost(beside(MILE, [even_run(time("4:30.00"), MILE.distance)]))
    third = passes(timeline, MILE.distance / 3) - passes(timeline, MILE.distance / 6)
    assert passes(timeline, MILE.distance) == 270.0
    assert third == pytest.approx(passes(timeline, MILE.distance) - passes(timeline, MILE.distance * 5 / 6))


SHIPPED = official("bowerman-mile-2024")


@given(
    st.lists(st.sampled_from([ghost_of(SHIPPED, 0), ghost_of(OLD, 0), ghost_of(LONG, 0)]), min_size=1, max_size=3),
    st.sampled_from(Align),
    st.floats(0, 260),
)
def test_ghosts_change_nothing_of_the_race(ghosts: list[Ghost], align: Align, t: float) -> None:
    made = beside(SHIPPED, ghosts, align)
    alone, joined = Timeline(SHIPPED), Timeline(made)
    assert digest(made) == digest(SHIPPED)
    assert is_sparse(made) == is_sparse(SHIPPED)
    assert alone.tally(t) == joined.tally(t)
    before, after = alone.at(t), joined.at(t)
    assert before.leader_distance == after.leader_distance
    assert before.standings == tuple(runner for runner in after.standings if runner.entry < len(SHIPPED.entries))
    order = [runner.entry >= len(SHIPPED.entries) for runner in after.standings if runner.status != "dnf"]
    racing = [runner for runner in before.standings if runner.status in ("running", "finished")]
    assert not any(order[: len(racing)])
