import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.state.spline import weights

SHARES = st.floats(0, 1)


@given(SHARES)
def test_points_count_for_a_whole_together_and_none_against_the_others(u: float) -> None:
    assert sum(weights(u)) == pytest.approx(1.0)
    assert min(weights(u)) >= 0


@given(SHARES, st.floats(-9, 9), st.floats(-9, 9))
def test_a_straight_line_stays_one(u: float, start: float, slope: float) -> None:
    points = [start + slope * k for k in range(-1, 3)]
    assert sum(w * p for w, p in zip(weights(u), points, strict=True)) == pytest.approx(start + slope * u, abs=1e-9)


def test_from_one_step_to_the_next_the_curve_goes_on() -> None:
    assert weights(1.0)[1:] == pytest.approx(weights(0.0)[:3])
    assert weights(1.0)[0] == weights(0.0)[3] == 0
