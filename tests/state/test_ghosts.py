"""How a ghost stands to those who race."""

import pytest

from replay.motion import motion_of
from replay.race.race import Evidence, Role, Status
from replay.state.ghosts import gap_of_ghost
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.together import together

LEADER = entry("Ann", 240.0, {400: 62.0, 800: 122.0})
AHEAD = entry("Old", 230.0, {400: 58.0, 800: 116.0}, role=Role.GUEST, ghost="--vs old:Old")
BEHIND = entry("You", 300.0, role=Role.GUEST, ghost="--me 5:00")
STOPS = entry("Kim", None, {400: 60.0, 800: 121.0}, role=Role.GUEST, ghost="--vs half:Kim", status=Status.DNF)
TIMELINE = Timeline(race(LEADER, AHEAD, BEHIND, STOPS, distance=1609.344))


def gaps(t: float) -> dict[str, float | None]:
    return {TIMELINE.race.entries[runner.entry].name: runner.gap for runner in TIMELINE.at(t).standings}


@together("t", [20.0, 62.0, 90.0, 119.0])
def test_ahead_of_the_leader_it_is_what_passed_since_he_was_there(t: float) -> None:
    lead = TIMELINE.motion.distance_at(0, t)
    assert lead is not None
    was = TIMELINE.motion.time_at(1, lead)
    assert was is not None
    assert gaps(t)["Old"] == pytest.approx(was - t)
    assert gaps(t)["Old"] < 0  # type: ignore[operator]


def test_at_home_it_is_the_difference_and_where_one_stopped_it_stays() -> None:
    assert gaps(299.0)["Old"] == -10.0
    assert gaps(300.0)["You"] == 60.0
    assert gaps(150.0)["Kim"] == gaps(300.0)["Kim"] == -1.0


def test_who_is_home_first_stops_no_clock() -> None:
    state = TIMELINE.at(235.0)
    assert [TIMELINE.race.entries[runner.entry].name for runner in state.standings] == ["Ann", "Old", "You", "Kim"]
    assert (state.standings[0].status, state.standings[0].place) == ("running", 1)
    assert state.leader_distance < 1609


def test_who_is_nowhere_is_neither_ahead_nor_behind() -> None:
    motion = motion_of(race(LEADER, BEHIND, entry("Absent", status=Status.DNS), distance=1609.344))
    assert gap_of_ghost(motion, 2, 0, 60.0) is None
    assert gap_of_ghost(motion, 1, 2, 60.0) is None


def test_behind_the_leader_it_is_what_he_was_earlier_there() -> None:
    run = TIMELINE.motion.distance_at(2, 100.0)
    assert run is not None
    was = TIMELINE.motion.time_at(0, run)
    assert was is not None
    assert gaps(100.0)["You"] == pytest.approx(100.0 - was)


def test_once_the_first_is_home_it_is_known_how_who_ran_before_stands_to_him_and_nobody_waits_for_it() -> None:
    old = entry("Ann in 2022", "4:40.0", role=Role.GUEST)
    beside = entry("Out Of Competition", "4:50.0", role=Role.GUEST)
    for guest, gap, end in ((BEHIND, 60.0, 240.0), (old, 40.0, 240.0), (beside, None, 290.0)):
        timeline = Timeline(race(LEADER, guest, distance=1609.344))
        state = {runner.entry: runner for runner in timeline.at(240.0).standings}[1]
        assert timeline.over == end, guest.name
        assert (state.evidence is Evidence.ESTIMATED) == (gap is None), guest.name
        assert gap is None or state.gap == gap, guest.name
        assert {runner.entry: runner for runner in timeline.at(239.0).standings}[1].evidence is Evidence.ESTIMATED


def test_where_nobody_races_who_ran_before_is_waited_for() -> None:
    assert Timeline(race(BEHIND, AHEAD, distance=1609.344)).over == 300.0
    assert Timeline(race(entry("Absent", status=Status.DNS), distance=1609.344)).over == 0.0
