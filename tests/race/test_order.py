"""From where on anything is known of a race's order, and up to where somebody is in it."""

import math
from dataclasses import replace

from replay.race.course import Surface
from replay.race.order import (
    beyond,
    first_missing,
    goal_of,
    lapped_text,
    laps_down,
    order_known_from,
    order_seen_from,
    stop_of,
)
from replay.race.race import Course, Entry, Evidence, Fact, Race, Role, Split, Status, Stopped, Time
from tests.builders import entry, race
from tests.together import together

RESULTS = tuple(entry(name, 210.0 + k) for k, name in enumerate("ABCD"))


@together(
    ("facts", "metres"),
    [
        ((), 1400.0),
        ((Fact(at=600.0, leader=0),), 600.0),
        ((Fact(start=300.0, end=900.0, leader=0), Fact(at=200.0, runner=1, place=3)), 200.0),
        ((Fact(at=700.0, order=(1, 0)),), 700.0),
        ((Fact(start=800.0, end=900.0, runner=2, passes=(0,)),), 800.0),
        ((Fact(at=500.0, runner=2, behind=0, gap=0.5),), 500.0),
        ((Fact(at=400.0, leader_time=Time(56.0, Evidence.REPORTED)),), 1400.0),
        ((Fact(at=400.0, within=1.0),), 1400.0),
    ],
)
def test_it_is_known_from_the_first_report_of_it(facts: tuple[Fact, ...], metres: float) -> None:
    assert order_known_from(race(*RESULTS, facts=facts)) == metres


def test_a_time_on_the_way_tells_of_it_and_those_of_half_the_field_from_the_gun() -> None:
    one = (entry("A", 210.0, {400.0: 56.0}), *RESULTS[1:])
    two = (*one[:1], entry("B", 211.0, {400.0: 56.4}), *RESULTS[2:])
    assert order_known_from(race(*one)) == 400.0
    assert order_known_from(race(*two)) == 0.0


def sprint(distance: float, at: float | None = None) -> Race:
    """Two who race over so many metres, timed once on the way or not at all."""
    splits: dict[float, float | str] = {at: 10.0} if at is not None else {}
    return race(entry("A", 50.0, splits), entry("B", 51.0, splits), distance=distance)


@together(
    ("field", "metres"),
    [
        (sprint(100.0), 50.0),
        (sprint(200.0), 100.0),
        (sprint(400.0), 300.0),
        (sprint(400.0, 200.0), 100.0),
        (sprint(100.0, 10.0), 10.0),
        (sprint(800.0, 200.0), 100.0),
        (sprint(800.0, 50.0), 50.0),
        (sprint(1500.0, 409.0), 100.0),
        (sprint(1500.0, 800.0), 800.0),
        (sprint(5000.0, 1000.0), 100.0),
        (sprint(1500.0), 1400.0),
        (race(RESULTS[0], Entry("E", status=Status.DNS)), 0.0),
    ],
)
def test_nobody_has_a_place_before_all_have_fallen_into_line_and_something_tells_of_it(
    field: Race, metres: float
) -> None:
    assert order_seen_from(field) == metres


@together(
    "field",
    [
        race(*RESULTS, distance=400.0),
        race(RESULTS[0], Entry("E", status=Status.DNS)),
        race(*(entry(f"R{k}", 210.0 + k) for k in range(101))),
    ],
)
def test_a_race_that_is_no_pack_is_drawn_as_it_is(field: Race) -> None:
    assert order_known_from(field) == 0.0


def test_two_are_a_pack_and_an_800_is_long_enough() -> None:
    assert order_known_from(race(*RESULTS[:2])) == 1400.0
    assert order_known_from(race(*RESULTS, distance=800.0)) == 700.0


def test_a_time_in_doubt_tells_of_no_order_and_one_worked_out_neither() -> None:
    for time, margin in ((Time(56.0, Evidence.MEASURED, doubtful=True), None), (Time(56.0, Evidence.ESTIMATED), 1.0)):
        one = replace(RESULTS[0], splits=(Split(400.0, time, margin),))
        assert order_known_from(race(one, *RESULTS[1:])) == 1400.0


def test_in_a_race_for_distance_each_has_a_goal_of_his_own() -> None:
    came = Split(12_345.0, Time(3600.0, Evidence.MEASURED))
    assert goal_of(entry("A", arrival=came), 15_000.0) == 12_345.0
    assert goal_of(entry("A", 3500.0, arrival=came), 15_000.0) == 15_000.0
    assert goal_of(entry("A"), 15_000.0) == 15_000.0


@together(
    ("stopped", "known", "metres"),
    [
        (Stopped(), 800.0, 800.0),
        (Stopped(after=1000.0), 800.0, 1000.0),
        (Stopped(after=600.0), 800.0, 800.0),  # he was seen later
        (Stopped(by=1200.0), 800.0, 1000.0),
        (Stopped(after=1000.0, by=1200.0), 800.0, 1100.0),
        (Stopped(by=700.0), 800.0, 800.0),  # he was seen beyond it
    ],
)
def test_who_left_is_taken_to_have_left_halfway_between_what_is_known(
    stopped: Stopped, known: float, metres: float
) -> None:
    assert stop_of(stopped, known) == metres


@together(
    ("course", "farthest", "metres"),
    [
        (Course(), 0.0, 800.0),
        (Course(), 1199.0, 1600.0),
        (Course(), 1200.0, 2000.0),
        (Course(Surface.ROAD), 2500, 4000),
    ],
)
def test_the_last_lap_that_is_thought_of_was_never_begun(course: Course, farthest: float, metres: float) -> None:
    assert beyond(course, farthest) == metres
    assert beyond(course, farthest) - (course.lap_metres or 1000.0) > farthest


@together(
    ("entries", "place"),
    [
        ([entry("A", 210.0, place=1), entry("B", 211.0, place=2)], math.inf),
        ([entry("A", 210.0, place=1), entry("B", 210.0, place=1), entry("C", 212.0, place=3)], math.inf),
        ([entry("A", 210.0, place=1), entry("B", 211.0, place=3)], 2),
        ([entry("A", 210.0, place=4), entry("B", 211.0, place=9)], math.inf),  # the first too: a part of a list
        ([entry("A", 210.0, place=1), entry("B", 209.0, status=Status.DQ), entry("C", 211.0, place=3)], 3),
        ([entry("A", 210.0, place=1), entry("B", 211.0, place=3, role=Role.GUEST)], math.inf),
        ([entry("A", 210.0, place=1), entry("B", place=3, status=Status.DNF)], math.inf),
        ([], math.inf),
    ],
)
def test_the_first_place_that_nobody_has(entries: list[Entry], place: float) -> None:
    assert first_missing(race(*entries)) == place


def test_in_a_race_for_distance_no_place_is_missed() -> None:
    assert first_missing(race(entry("A", place=1), entry("B", place=3), duration=3600.0)) == math.inf


@together(
    ("note", "result", "laps", "text"),
    [
        ("-1 lap", None, 1, "-1 lap"),
        ("fell; -12 laps", None, 12, "-12 laps"),
        ("-1 lap", 250.0, 0, ""),
        ("", None, 0, ""),
    ],
)
def test_who_was_lapped_says_so_in_his_note_where_he_has_no_time(
    note: str, result: float | None, laps: int, text: str
) -> None:
    one = entry("A", result, note=note)
    assert laps_down(one) == laps
    assert lapped_text(one) == text
