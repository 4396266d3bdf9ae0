"""A pool: lengths to and fro, lanes, and where everybody is in it."""

import math

from replay.race.race import Course, Surface
from replay.race.track import Pool, track_of
from tests import builders
from tests.together import together

POOL = Pool(200.0)


@together(("metres", "x"), [(0, 0), (50, 50), (60, 40), (100, 0), (150, 50), (200, 0), (-3, 0)])
def test_a_swimmer_goes_to_and_fro(metres: float, x: float) -> None:
    assert POOL.point(metres, 0.0) == (x, 0.0)


def test_its_laps_are_lengths() -> None:
    assert POOL.laps == (0.0, 50.0, 100.0, 150.0)
    assert Pool(100.0, 25.0).laps == (0.0, 25.0, 50.0, 75.0)
    assert Pool(50.0).laps == (0.0,)
    assert len(Pool(100.0, 22.86).laps) == 5  # a hundred metres in a pool of yards


def test_everybody_has_a_lane_all_the_way_and_no_bell() -> None:
    assert POOL.break_distance == 200
    assert (POOL.lane_out(1), POOL.lane_out(3)) == (0, 5)
    assert POOL.along(70, 5) == 70
    assert POOL.inner == -POOL.lane_width / 2  # lane 1 is swum in its middle
    assert POOL.bell is None
    assert Course(Surface.POOL).bell(200) is None
    assert [POOL.heading(far) for far in (10, 50, 60, 100)] == [0, math.pi, math.pi, 0]


def test_a_race_in_a_pool_has_eight_lanes_or_ten() -> None:
    swum = builders.race(builders.entry("A", 110.0, lane=4), distance=200.0, course=Course(Surface.POOL, 25.0))
    assert track_of(swum) == Pool(200.0, 25.0, 8)
    wide = builders.race(builders.entry("A", 110.0, lane=9), distance=200.0, course=Course(Surface.POOL))
    assert track_of(wide) == Pool(200.0, 50.0, 10)
