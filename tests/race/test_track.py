import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.race.race import Course, Surface
from replay.race.track import INDOOR_STRAIGHT, Oval, Road, Straight, Track, lap_number, track_of
from tests.builders import entry, race

OVALS = [Oval(1609.344), Oval(1500.0), Oval(800.0), Oval(3000.0, 200.0, INDOOR_STRAIGHT, 6, 1.0)]


def test_the_standard_track_has_the_published_radius_and_lap() -> None:
    track = Oval(400.0)
    assert track.radius == pytest.approx(36.50, abs=0.001)
    assert 2 * track.straight + 2 * track.bend == pytest.approx(400.0)


def test_the_indoor_track_has_the_published_radius() -> None:
    assert Oval(200.0, 200.0, INDOOR_STRAIGHT).radius == pytest.approx(17.204)


@pytest.mark.parametrize("track", OVALS)
def test_the_finish_is_at_the_right_end_of_the_home_straight_and_runners_come_from_the_left(track: Oval) -> None:
    x, y = track.point(track.distance, 0.0)
    assert x == pytest.approx(track.straight / 2)
    assert y == pytest.approx(-track.radius - 0.30)
    before, _ = track.point(track.distance - 10, 0.0)
    assert before == pytest.approx(x - 10)


def test_a_mile_starts_9_344_m_before_the_finish_line() -> None:
    x, y = Oval(1609.344).point(0.0, 0.0)
    finish = Oval(1609.344).point(1609.344, 0.0)
    assert (finish[0] - x, finish[1] - y) == pytest.approx((9.344, 0.0))


def test_a_1500_starts_100_m_past_the_finish_line_in_the_first_bend() -> None:
    track = Oval(1500.0)
    assert track.point(0.0, 0.0) == pytest.approx(track.point(track.distance - 400 + 100, 0.0))
    x, y = track.point(0.0, 0.0)
    assert x > track.straight / 2
    assert y > 0


@given(st.sampled_from(OVALS), st.floats(0, 3000), st.floats(0, 8))
def test_a_step_along_the_measured_line_is_as_long_as_it_says(track: Oval, distance: float, out: float) -> None:
    here, there = track.point(distance, 0.0), track.point(distance + 0.01, 0.0)
    assert math.dist(here, there) == pytest.approx(0.01, rel=1e-3)
    x, y = track.point(distance, out)
    assert track.out_at(x, y) == pytest.approx(0.30 + out, abs=1e-6)


@given(st.sampled_from(OVALS), st.floats(0, 3000))
def test_the_heading_is_the_direction_of_the_next_step(track: Oval, distance: float) -> None:
    (x0, y0), (x1, y1) = track.point(distance, 0.0), track.point(distance + 1e-3, 0.0)
    turned = (math.atan2(y1 - y0, x1 - x0) - track.heading(distance)) % math.tau
    assert min(turned, math.tau - turned) < 1e-3


@given(st.sampled_from(OVALS), st.floats(0, 3000), st.floats(0, 10))
def test_every_point_of_every_lane_is_inside_the_bounds(track: Oval, distance: float, out: float) -> None:
    x, y = track.point(distance, min(out, track.lanes * track.lane_width - 0.30))
    xmin, ymin, xmax, ymax = track.bounds
    assert xmin - 1e-9 <= x <= xmax + 1e-9
    assert ymin - 1e-9 <= y <= ymax + 1e-9


@pytest.mark.parametrize(
    ("track", "laps", "bell"),
    [
        (Oval(1609.344), (0, 409.344, 809.344, 1209.344), 1209.344),
        (Oval(1500.0), (0, 300, 700, 1100), 1100),
        (Oval(400.0), (0,), None),
        (Oval(200.0), (0,), None),
        (Oval(800.0, 200.0), (0, 200, 400, 600), 600),
        (Straight(100.0), (0,), None),
        (Road(5000.0), (0, 1000, 2000, 3000, 4000), None),
        (Road(42195.0), tuple(range(0, 43000, 1000)), None),
        (Road(21097.5), tuple(range(0, 21000, 1000)), None),
    ],
)
def test_laps_are_counted_back_from_the_finish_and_kilometres_from_the_start(
    track: Track, laps: tuple[float, ...], bell: float | None
) -> None:
    assert track.laps == pytest.approx(laps)
    assert track.bell == (pytest.approx(bell) if bell is not None else None)


def test_who_stands_at_the_beginning_of_a_lap_is_in_it() -> None:
    track = Oval(1609.344)
    assert [lap_number(track, d) for d in (0, 409.3, 409.344, 1209.344, 1609.344)] == [1, 1, 2, 4, 4]


def _metres_in_lane(track: Oval, lane: int, start: float) -> float:
    """The length of a lane's own line from a place on lane 1's to the finish, added up from small steps."""
    out, steps = track.lane_out(lane), 40_000
    points = [track.point(start + (track.distance - start) * k / steps, out) for k in range(steps + 1)]
    return sum(math.dist(a, b) for a, b in pairwise(points))


@pytest.mark.parametrize(("distance", "lane"), [(200.0, 4), (400.0, 2), (400.0, 8)])
def test_in_a_race_in_lanes_every_lane_is_as_long_as_the_race(distance: float, lane: int) -> None:
    track = Oval(distance)
    assert _metres_in_lane(track, lane, track.along(0.0, lane)) == pytest.approx(distance, abs=0.01)


def test_the_stagger_of_lane_8_over_400_m_is_the_published_53_03_m() -> None:
    track = Oval(400.0)
    start = track.along(0.0, 8)
    out = track.lane_out(8)
    in_lane = start / track.bend * (track.bend + math.pi * out)  # all of it lies in the first bend
    assert in_lane == pytest.approx(53.03, abs=0.01)


@pytest.mark.parametrize(
    ("track", "to"),
    [
        (Oval(400.0), 400.0),
        (Oval(800.0), 115.61),
        (Oval(1500.0), None),
        (Oval(400.0, 200.0, INDOOR_STRAIGHT), 155.0),
        (Straight(100.0), 100.0),
        (Road(5000.0), None),
    ],
)
def test_races_are_in_lanes_to_where_the_rules_say(track: Track, to: float | None) -> None:
    assert track.break_distance == (pytest.approx(to, abs=0.1) if to is not None else None)


@given(st.sampled_from([Oval(200.0), Oval(400.0), Oval(800.0)]), st.integers(1, 9), st.floats(0, 1))
def test_a_lane_s_stagger_only_shrinks_and_is_gone_at_the_finish(track: Oval, lane: int, part: float) -> None:
    here = track.distance * part
    ahead = track.along(here, lane) - here
    later = track.along(min(here + 1, track.distance), lane) - min(here + 1, track.distance)
    assert later >= -1e-9
    assert later <= ahead + 1e-9
    assert track.along(track.distance, lane) == pytest.approx(track.distance)


def test_a_short_sprint_starts_on_the_home_straight_made_longer() -> None:
    track = Oval(100.0)
    assert track.point(0.0, 0.0) == pytest.approx((track.straight / 2 - 100, -track.radius - 0.30))
    assert track.bounds[0] < track.straight / 2 - 100


@pytest.mark.parametrize(
    ("course", "lap"),
    [
        (Course(), 400.0),
        (Course(Surface.INDOOR), 200.0),
        (Course(lap=440.0), 440.0),
        (Course(lap=400.0, straight=98.0), 400.0),
        (Course(lap=400.0, straight=250.0), 400.0),
        (Course(Surface.ROAD), 1000.0),
        (Course(Surface.STRAIGHT), 1500.0),
    ],
)
def test_a_race_gets_the_track_its_course_names(course: Course, lap: float) -> None:
    track = track_of(race(entry("A", 200), course=course))
    assert track.lap == lap
    xmin, ymin, xmax, ymax = track.bounds
    assert xmin < xmax
    assert ymin < ymax


def test_straights_too_long_for_the_lap_are_not_taken() -> None:
    track = track_of(race(entry("A", 200), course=Course(lap=400.0, straight=250.0)))
    assert isinstance(track, Oval)
    assert track.straight == pytest.approx(84.39)


@pytest.mark.parametrize("track", [Oval(400.0), Oval(800.0)])
def test_who_runs_on_behind_the_finish_is_drawn_behind_it(track: Oval) -> None:
    assert track.along(track.distance + 5, 8) == pytest.approx(track.distance + 5)
    assert track.point(track.distance + 5, 0.0)[0] > track.straight / 2
