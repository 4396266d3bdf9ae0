"""When somebody passes a mark."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.analysis.marks import even_marks, lap_ends, lap_marks, passed, split_marks, usual_marks
from replay.race.race import Course, Evidence, Split, Surface
from replay.race.track import track_of
from replay.state.timeline import Timeline
from tests.builders import entry, race, time
from tests.together import together

MILE = race(entry("Ann", "4:00.0", {400: "60.0", 800: "2:00.0"}, evidence=Evidence.REPORTED), distance=1609.344)


def test_at_a_split_the_time_is_the_splits_own_as_it_was_printed() -> None:
    found = passed(Timeline(MILE), 0, 800.0)
    assert found == (120.0, Evidence.REPORTED, "2:00.0")


def test_between_splits_the_time_is_an_estimate_however_near_they_are() -> None:
    found = passed(Timeline(MILE), 0, 600.0)
    assert found is not None
    assert found.evidence is Evidence.ESTIMATED
    assert 85.0 < found.seconds < 95.0


def test_nobody_passes_a_mark_that_he_never_reaches() -> None:
    assert passed(Timeline(race(entry("Bea", None, {400: 60.0}), distance=1500.0)), 0, 800.0) is None


def test_the_marks_of_a_mile_are_the_ends_of_its_laps() -> None:
    assert lap_marks(track_of(MILE)) == pytest.approx((409.344, 809.344, 1209.344, 1609.344))


def test_the_marks_of_a_long_road_are_every_fifth_kilometre() -> None:
    marathon = race(entry("Cat", 9000.0), distance=42195.0, course=Course(Surface.ROAD))
    assert lap_marks(track_of(marathon)) == (*(5000.0 * at for at in range(1, 9)), 42195.0)


@given(st.floats(50, 50_000), st.floats(10, 1000))
def test_even_marks_rise_to_the_end_and_lie_as_far_apart_as_asked_for(distance: float, step: float) -> None:
    marks = even_marks(distance, step)
    assert marks[-1] == distance
    gaps = [b - a for a, b in zip((0.0, *marks), marks, strict=False)]
    assert gaps[:-1] == pytest.approx([step] * (len(marks) - 1))
    assert 0 < gaps[-1] <= step + 0.02


@together(
    ("distance", "course", "marks"),
    [
        (800.0, Course(), (200.0, 400.0, 600.0, 800.0)),
        (400.0, Course(), (100.0, 200.0, 300.0, 400.0)),
        (1500.0, Course(), (300.0, 700.0, 1100.0, 1500.0)),
        (100.0, Course(Surface.STRAIGHT), (100.0,)),
    ],
)
def test_a_race_of_few_laps_is_listed_by_parts_of_them(
    distance: float, course: Course, marks: tuple[float, ...]
) -> None:
    assert split_marks(Timeline(race(entry("Ann", 90.0), distance=distance, course=course))) == marks


def test_laps_end_where_times_were_taken_after_whole_laps_from_the_start() -> None:
    times: dict[float, float | str] = {400: 56.0, 800: 112.0, 1200: 168.0}
    mile = Timeline(race(entry("Ann", 225.0, times), entry("Bea", 226.0, times), distance=1609.344))
    assert lap_ends(mile) == split_marks(mile) == (400.0, 800.0, 1200.0, 1609.344)
    assert lap_ends(Timeline(MILE)) != lap_ends(mile), "one of whom times are known at two of three is not enough"
    assert lap_ends(Timeline(race(entry("Ann", 110.0, {400: 54.0}), distance=800.0))) == (400.0, 800.0)


def test_the_laps_of_a_race_for_distance_are_where_everybody_who_came_so_far_was_timed() -> None:
    ann = replace(entry("Ann", None, {4200: 1400.0, 8400: 2800.0}), arrival=Split(12600.0, time(4300.0)))
    bea = replace(entry("Bea", None, {4200: 1700.0}), arrival=Split(8400.0, time(3500.0)))
    hour = Timeline(race(ann, bea, distance=13000.0, course=Course(Surface.ROAD), duration=4500.0))
    assert usual_marks(hour) == (4200.0, 8400.0, 12600.0, 13000.0)
