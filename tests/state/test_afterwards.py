import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.state.afterwards import GONE, WALK, afterwards


@given(st.floats(0.1, 60), st.floats(0.5, 12))
def test_who_runs_out_slows_from_his_speed_and_comes_to_rest_where_he_is_to(rest: float, speed: float) -> None:
    times = [k * rest / speed / 20 for k in range(400)]
    found = [afterwards(past, True, rest, rest / speed) for past in times]
    metres = [after.metres for after in found if after is not None]
    assert metres[0] == 0
    assert all(a < b or b == pytest.approx(rest) for a, b in pairwise(metres))
    assert metres[1] / times[1] == pytest.approx(speed, rel=0.05)
    assert metres[-1] == pytest.approx(rest)


@given(st.floats(0, 10))
def test_who_steps_off_walks_to_the_infield_and_is_gone(past: float) -> None:
    after = afterwards(past, False, math.nan, math.nan)
    assert (after is None) == (past > GONE)
    if after is not None:
        assert (after.metres, after.aside) == (0.0, -WALK * past)


def test_he_walks_at_12_m_a_second_for_four_seconds_and_runs_out_straight_on() -> None:
    for past, home, found in (
        (GONE, False, (0.0, -4.8, 1.0)),
        (2.0, False, (0.0, -2.4, 1.0)),
        (3.0, True, (20 * (1 - 1 / math.e), 0.0, 1 / math.e)),
    ):
        assert afterwards(past, home, 20.0, 3.0) == pytest.approx(found)
    assert afterwards(4.1, False, math.nan, math.nan) is None
