from dataclasses import replace

import pytest

from replay.motion.curves import path_of
from replay.race.race import Entry, Evidence, Role, Split, Status
from replay.state.evidence import Known, is_guest, is_ranked, known_of, tie_breaks, weaker
from tests.builders import entry, race, time
from tests.together import together

MEASURED, REPORTED, ESTIMATED = Evidence.MEASURED, Evidence.REPORTED, Evidence.ESTIMATED


def known(runner: Entry, distance: float = 1000.0) -> Known:
    """What is known of him in a race so long."""
    return known_of(runner, path_of(runner, distance), distance)


def points(*told: tuple[float, float, Evidence]) -> tuple[Split, ...]:
    """Splits from metres, seconds and how they are known."""
    return tuple(Split(far, time(seconds, evidence)) for far, seconds, evidence in told)


@together(
    ("one", "other", "weakest"),
    [
        (MEASURED, MEASURED, MEASURED),
        (MEASURED, REPORTED, REPORTED),
        (ESTIMATED, REPORTED, ESTIMATED),
        (MEASURED, ESTIMATED, ESTIMATED),
    ],
)
def test_of_two_the_weaker(one: Evidence, other: Evidence, weakest: Evidence) -> None:
    assert weaker(one, other) is weaker(other, one) is weakest


def test_between_two_points_the_weaker_counts_and_at_one_that_alone() -> None:
    runner = replace(
        entry("A", 150.0),
        splits=points((200, 30, MEASURED), (400, 60, REPORTED), (600, 90, MEASURED), (800.1, 120, MEASURED)),
    )
    one = known(runner)
    assert list(one.instants) == [30, 60, 90, 120, 150]
    assert list(one.before) == [MEASURED, REPORTED, REPORTED, ESTIMATED, MEASURED, MEASURED]
    at = {10.0: MEASURED, 30.0: MEASURED, 45.0: REPORTED, 60.0: REPORTED, 75.0: REPORTED, 90.0: MEASURED}
    at |= {60.0 + 1e-10: REPORTED, 90.0 - 1e-10: MEASURED, 100.0: ESTIMATED, 120.0: MEASURED, 200.0: MEASURED}
    assert {t: one.evidence(t) for t in at} == at


@pytest.mark.parametrize(("first", "evidence"), [(200.0, MEASURED), (200.5, ESTIMATED)])
def test_within_200_m_of_the_gun_it_is_as_good_as_the_first_point(first: float, evidence: Evidence) -> None:
    assert known(entry("A", 150.0, {first: 30.0})).evidence(10.0) is evidence


def test_of_a_race_in_laps_what_was_worked_out_between_whole_hundreds_is_no_point_that_was_passed() -> None:
    told = [(399.6, ESTIMATED), (500.4, ESTIMATED), (540.0, ESTIMATED), (640.0, MEASURED), (840.5, ESTIMATED)]
    one = known(replace(entry("A", 300.0), splits=points(*((far, far / 8, how) for far, how in told))), 2000.0)
    laps = (0.0, 400.0, 800.0)
    passed = [one.last_split(far / 8, laps) for far, _ in told]
    assert [split and split.distance for split in passed] == [399.6, 500.4, 500.4, 640.0, 640.0]
    assert (own := one.last_split(840.5 / 8)) is not None
    assert own.distance == 840.5


def test_the_last_point_is_the_last_one_passed() -> None:
    one = known(entry("A", 150.0, {400: 60.0, 600: 90.0}))
    passed = [one.last_split(t) for t in (0.0, 59.9, 60.0, 60.0 - 1e-10, 89.0, 150.0, 999.0)]
    assert [split and split.distance for split in passed] == [None, None, 400, 400, 400, 1000, 1000]


def test_no_split_is_told_where_nobody_takes_one_unless_somebody_did() -> None:
    one = known(entry("A", 150.0, {400: 60.0, 500: 75.0, 640: 96.0, 680: 102.0}))
    guessed = replace(one.points[2], time=replace(one.points[2].time, evidence=ESTIMATED))
    one = replace(one, points=(*one.points[:2], guessed, *one.points[3:]))
    for laps, told in (((0.0, 400.0), [500, 680]), ((0.0, 640.0), [640, 680]), ((), [640, 680])):
        passed = [one.last_split(t, laps) for t in (100.0, 110.0)]
        assert [split and split.distance for split in passed] == told


def test_who_has_no_points_is_estimated() -> None:
    one = known(entry("A"))
    assert (one.points, one.evidence(5.0), one.last_split(5.0)) == ((), ESTIMATED, None)


def test_after_the_last_split_of_one_who_is_not_home_it_is_estimated() -> None:
    one = known(entry("A", None, {150: 20.0}, status=Status.DNF))
    assert [one.evidence(t) for t in (10.0, 20.0, 21.0)] == [MEASURED, MEASURED, ESTIMATED]
    assert [split.distance for split in one.points] == [150]


def test_a_finish_without_a_result_is_estimated_or_what_was_worked_out() -> None:
    home = entry("A", None, {900: 130.0}, status=Status.FINISHED)
    finish = known(home).points[-1]
    assert (finish.distance, finish.time.evidence, finish.margin) == (1000.0, ESTIMATED, None)
    assert finish.time.seconds == known(home).instants[-1] > 130.0
    arrival = Split(1000.0, time(149.0, ESTIMATED), margin=4.0)
    assert known(replace(home, arrival=arrival)).points[-1] == arrival
    timed = entry("A", 150.0, {900: 130.0})
    assert known(timed).points[-1] == Split(1000.0, time(150.0))


def test_guests_and_who_never_started_or_whose_fate_nobody_knows_are_not_counted() -> None:
    assert is_ranked(entry("A", 150.0))
    assert is_ranked(entry("A", status=Status.DNF))
    assert not is_ranked(entry("A"))
    assert not is_ranked(entry("A", status=Status.DNS))
    assert not is_ranked(entry("A", 150.0, role=Role.GUEST))
    assert is_guest(entry("A", 150.0, role=Role.GUEST))
    assert not is_guest(entry("A", 150.0, role=Role.PACEMAKER))


def test_the_level_stand_in_the_order_of_bibs_then_of_names() -> None:
    bibs = [("Zed", ""), ("Young", "10"), ("Xu", "9"), ("Will", "A7"), ("Ann", ""), ("Bob", "9"), ("Éve", "²")]
    ranks = tie_breaks(race(*(entry(name, bib=bib) for name, bib in bibs)))
    order = sorted(range(len(bibs)), key=lambda i: ranks[i])
    assert [bibs[i][0] for i in order] == ["Will", "Bob", "Xu", "Young", "Ann", "Éve", "Zed"]
    assert sorted(ranks) == list(range(len(bibs)))
    assert tie_breaks(race(entry("Ann", lane=4), entry("Bob", lane=3), entry("Cy"))) == [1, 0, 2]
