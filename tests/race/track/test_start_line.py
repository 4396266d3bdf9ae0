"""The curved start line."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.race.track import KERB, Oval
from replay.state.timeline import Timeline
from tests.drawing.closeup.fields import RACES
from tests.together import together


@together(("distance", "before"), [(1609.344, 9.344), (1500.0, 0.0), (5000.0, 0.0)])
@together("out", [0.5, 2.0, 5.0, 9.0])
def test_from_all_of_a_curved_start_line_the_way_to_the_inside_is_as_long(
    distance: float, before: float, out: float
) -> None:
    track = Oval(distance)
    radius = track.radius + KERB
    x, y = track.ahead(out) - before, radius + out
    ways = []
    for thousandth in range(1500):  # to a point of the bend in a straight line that stays outside it, then along it
        turn = thousandth / 1000
        qx, qy = radius * math.sin(turn), radius * math.cos(turn)
        if (x - qx) * qx + (y - qy) * qy >= 0:
            ways.append(math.hypot(x - qx, y - qy) - radius * turn)
    assert min(ways) == pytest.approx(before, abs=0.01)


@given(st.floats(0, 9.7), st.floats(0, 9.7), st.floats(0, 300))
def test_who_stands_further_out_stands_further_along_until_all_are_inside(one: float, two: float, run: float) -> None:
    track = Oval(1500.0)
    low, high = sorted((one, two))
    assert 0 <= track.ahead(low, run) <= track.ahead(high, run)
    assert track.ahead(high, run) <= track.ahead(high)
    assert track.ahead(high, 120.0) == 0
    assert track.ahead(0.0) == 0
    assert track.ahead(high, 60.0) == pytest.approx(track.ahead(high) / 2)
    assert track.ahead(high, 30.0) == pytest.approx(track.ahead(high) * 27 / 32)


@together("kind", ["lanes", "one lap", "staggered", "road"])
def test_races_that_start_in_lanes_or_on_roads_have_no_curved_line(kind: str) -> None:
    assert Timeline(RACES[kind]).track.ahead(5.0) == 0
