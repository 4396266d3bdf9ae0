"""Races in lanes: the stagger, and where it ends."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.race.track import INDOOR_STRAIGHT, Oval, Road, Straight, Track
from tests.together import together


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


@together(
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
