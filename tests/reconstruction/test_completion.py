"""Facts of kinds of their own, and what is taken to be so between two reports."""

import math

import pytest

from replay.motion import motion_of
from replay.race.race import Entry, Evidence, Fact, Race, Role, Split, Status, Stopped, Time
from replay.reconstruction import reconstruct
from replay.reconstruction.completion import completed
from replay.reconstruction.handovers import handover_points
from tests.builders import entry, race
from tests.files.yaml.test_reading import parsed

FIELD = [entry(name, 210.0 + 2 * k) for k, name in enumerate(("Ann", "Bea", "Cat", "Dot"))]


def reported(seconds: float) -> Time:
    return Time(seconds, Evidence.REPORTED)


def made(*facts: Fact, more: tuple[Entry, ...] = ()) -> Race:
    found, conflicts = completed(race(*FIELD, *more, facts=facts))
    assert not conflicts
    return found


def first_at(found: Race, distance: float) -> tuple[float, int]:
    motion = motion_of(found)
    times = [(t, index) for index, t in enumerate(motion.times_at(distance)) if not math.isnan(t)]
    return min(times)


def test_somebody_passes_first_in_the_time_of_a_leader_whom_nobody_names() -> None:
    found = made(Fact(at=400.0, leader_time=reported(57.5)), Fact(at=800.0, leader_time=reported(113.9)))
    assert first_at(found, 400.0)[0] == pytest.approx(57.5, abs=0.002)
    assert first_at(found, 800.0)[0] == pytest.approx(113.9, abs=0.002)


def test_it_is_one_of_those_whom_the_report_leaves_open() -> None:
    pacers = tuple(Entry(name, status=Status.DNF, role=Role.PACEMAKER, stopped=Stopped(None, 1200.0)) for name in "PQ")
    found = made(Fact(at=800.0, leader_time=reported(112.0), runners=(4, 5)), more=pacers)
    time, index = first_at(found, 800.0)
    assert time == pytest.approx(112.0, abs=0.002)
    assert index in (4, 5)


def test_a_leaders_time_that_somebody_is_known_to_have_run_is_that_runners() -> None:
    timed = race(entry("Ann", 210.0, {400.0: 56.0}), *FIELD[1:], facts=(Fact(at=400.0, leader_time=reported(56.0)),))
    assert first_at(completed(timed)[0], 400.0) == (56.0, 0)


def test_a_leaders_time_after_a_known_one_contradicts_it() -> None:
    timed = race(entry("Ann", 210.0, {400.0: 56.0}), *FIELD[1:], facts=(Fact(at=400.0, leader_time=reported(57.0)),))
    assert {str(conflict) for conflict in reconstruct(timed).conflicts} == {
        "Ann at 400 m in 56.00",
        "the first in 57.00 at 400 m",
    }


def test_a_stretch_takes_as_long_as_a_report_has_it() -> None:
    found = made(Fact(start=1100.0, end=1500.0, runner=2, took=reported(53.5)))
    motion = motion_of(found)
    start = motion.time_at(2, 1100.0)
    assert start is not None
    assert 214.0 - start == pytest.approx(53.5, abs=0.002)


def test_who_led_leads_until_shortly_before_another_is_reported_to_lead() -> None:
    facts = (Fact(at=400.0, leader=3), Fact(start=1000.0, end=1500.0, leader=0))
    assert list(handover_points(facts)) == [990.0]
    found = made(*facts)
    assert [first_at(found, at)[1] for at in (400.0, 600.0, 800.0, 985.0, 1000.0, 1200.0)] == [3, 3, 3, 3, 0, 0]


def test_the_last_whom_somebody_passes_on_the_way_to_the_front_is_passed_where_the_lead_begins() -> None:
    passing = Fact(start=900.0, end=1000.0, runner=0, passes=(1, 2))
    found = made(passing, Fact(start=1000.0, end=1500.0, leader=0))
    motion = motion_of(found)
    mine, last = motion.time_at(0, 990.0), motion.time_at(2, 990.0)
    assert mine is not None
    assert last is not None
    assert last < mine


def test_a_leader_of_unknown_fate_is_there_until_another_leads() -> None:
    facts = (Fact(at=400.0, leader=4), Fact(start=1000.0, end=1500.0, leader=0))
    motion = motion_of(made(*facts, more=(Entry("Una"),)))
    left = motion.distance_at(4, motion.end(4) or 0.0)
    assert left is not None
    assert 1000.0 <= left <= 1030.0


def test_a_doubtful_split_is_neither_followed_nor_worked_out_anew() -> None:
    doubted = Split(1100.0, Time(150.0, Evidence.REPORTED, "2:30.0", None, doubtful=True))
    field = race(Entry("Ann", status=Status.FINISHED, result=reported(210.0), splits=(doubted,)), *FIELD[1:])
    found = completed(field)[0]
    assert [split.distance for split in found.entries[0].splits].count(1100.0) == 1
    assert motion_of(found).time_at(0, 1100.0) != pytest.approx(150.0, abs=0.5)


def test_who_is_reported_in_the_last_lap_and_has_no_result_runs_home_and_who_was_seen_before_does_not() -> None:
    field = race(
        entry("A", 210.0, place=1),
        entry("B", 212.0, place=2),
        entry("C", 216.0, place=4),
        Entry("Late"),
        Entry("Early"),
        facts=(Fact(at=1250.0, leader=3), Fact(at=700.0, leader=4)),
    )
    made, conflicts = completed(field)
    late, early = made.entries[3:]
    assert not conflicts
    assert late.status is Status.UNKNOWN
    assert late.result is None
    assert late.arrival is not None
    assert 212.0 < late.arrival.time.seconds < 216.0
    assert early.arrival is None
    assert early.splits[-1].distance <= 730.0


@pytest.mark.parametrize(("result", "estimated"), [("5:00:00", True), ("17:00:00", True), ("100:00:00", False)])
def test_who_runs_as_nobody_does_takes_the_estimates_from_himself_alone(result: str, *, estimated: bool) -> None:
    uneven = parsed(
        "race: Marathon\ndistance: 42195\nentries:\n"
        "  - {name: Ada, result: 2:15:00, splits: {10000: 31:10, 21097.5: 1:06:00}}\n"
        "  - {name: Bea, result: 2:16:10, splits: {10000: 31:20}}\n"
        "  - {name: Cia, result: 2:19:00, splits: {10000: 32:10, 21097.5: 1:07:00}}\n"
        f"  - {{name: Dot, result: {result}, splits: {{10000: 33:10, 21097.5: 1:17:00}}}}\n"
    )[0]
    found, conflicts = completed(uneven)
    assert conflicts == ()
    assert [len(entry.splits) > 30 for entry in found.entries] == [True, True, True, estimated]
    assert found.entries[3].note == ("" if estimated else "too unlike the others to be estimated on the way")


def test_a_place_at_the_finish_of_somebody_without_a_result_is_no_fault() -> None:
    made, _ = completed(race(entry("A", 210.0), entry("B", 216.0), Entry("Late"), facts=(
        Fact(at=1500.0, runner=2, place=2), Fact(at=400.0, order=(0, 1, 2)),
    )))  # fmt: skip
    assert all(one.splits for one in made.entries[:2])


def test_somebody_who_is_known_nowhere_holds_nobody_up() -> None:
    known = parsed(
        "race: G\ndistance: 10000\nentries:\n"
        "  - {name: R0, role: pacemaker, splits: {1847.234: 287.28, 8550.0: 1340.53}}\n"
        "  - {name: R1, result: 1518.90}\n"
        "  - {name: R2, result: 1551.74, splits: {6500.0: 981.37, 8316.0: 1263.98}}\n"
        "  - {name: R3, status: DQ, splits: {5909.0: 913.8}}\n  - {name: R4, status: DNS}\n  - {name: R5}\n"
        "  - {name: R6, result: 1536.88}\n"
        "facts:\n  - {at: start, leader_time: 633.36, runners: [R5, R2, R1, R4, R0]}\ndecided: bell\n"
    )[0]
    made, _ = completed(known)
    assert made.entries[1].splits
