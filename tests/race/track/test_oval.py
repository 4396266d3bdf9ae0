"""The oval: its published measures, and where every metre of a race lies."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.race.track import INDOOR_STRAIGHT, Oval
from tests.together import together

OVALS = [Oval(1609.344), Oval(1500.0), Oval(800.0), Oval(3000.0, 200.0, INDOOR_STRAIGHT, 6, 1.0)]


def test_the_standard_track_has_the_published_radius_and_lap() -> None:
    track = Oval(400.0)
    assert track.radius == pytest.approx(36.50, abs=0.001)
    assert 2 * track.straight + 2 * track.bend == pytest.approx(400.0)


def test_lane_1_is_run_30_cm_from_the_kerb_and_the_others_20_from_their_line() -> None:
    track = Oval(400.0)
    assert [track.lane_out(lane) for lane in (1, 2, 8)] == pytest.approx([0.0, 1.12, 8.44])


def test_the_indoor_track_has_the_published_radius() -> None:
    assert Oval(200.0, 200.0, INDOOR_STRAIGHT).radius == pytest.approx(17.204)


@together("track", OVALS)
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
    outside = math.hypot(max(0.0, abs(x) - track.straight / 2), y) - track.radius
    assert outside == pytest.approx(0.30 + out, abs=1e-6)


@given(st.sampled_from(OVALS), st.floats(0, 3000))
def test_the_heading_is_the_direction_of_the_next_step(track: Oval, distance: float) -> None:
    (x0, y0), (x1, y1) = track.point(distance, 0.0), track.point(distance + 1e-3, 0.0)
    turned = (math.atan2(y1 - y0, x1 - x0) - track.heading(distance)) % math.tau
    assert min(turned, math.tau - turned) < 1e-3


@together(
    ("metres", "jumps", "wet", "first"),
    [(3000.0, 35, 7, 217.805), (2000.0, 23, 5, 177.805), (1500.0, 15, 3, 317.805)],
)
def test_a_steeplechase_has_five_jumps_a_lap_the_fourth_into_water(
    metres: float, jumps: int, wet: int, first: float
) -> None:
    found = Oval(metres, steeplechase=True).race_jumps()
    assert (len(found), sum(water for _, water in found)) == (jumps, wet)
    assert found[0][0] == pytest.approx(first)
    assert {round(b[0] - a[0], 6) for a, b in pairwise(found)} == {80.0}
    assert Oval(metres).race_jumps() == []


def test_the_outer_lanes_of_an_800_have_half_a_lap_s_stagger_and_the_slant_to_the_inside() -> None:
    track = Oval(800.0)
    out, there = track.lane_out(8), track.along(0.0, 8)
    slant = math.hypot(track.straight, out) - track.straight
    assert there / track.bend * (track.bend + math.pi * out) == pytest.approx(math.pi * out + slant)
    assert track.along(track.bend - slant, 8) == pytest.approx(track.bend)
    assert track.along(track.bend - slant + track.straight / 2, 8) == pytest.approx(
        track.bend + track.straight / 2, abs=0.22
    )
    assert track.along(track.bend - slant + track.straight, 8) == track.bend - slant + track.straight


@pytest.mark.parametrize("track", [Oval(400.0), Oval(800.0)])
def test_who_runs_on_behind_the_finish_is_drawn_behind_it(track: Oval) -> None:
    assert track.along(track.distance + 5, 8) == pytest.approx(track.distance + 5)
    assert track.point(track.distance + 5, 0.0)[0] > track.straight / 2
