"""How the rows of the close view are shared out."""

from hypothesis import given
from hypothesis import strategies as st

from replay.drawing.closeup.plan import HEAD, plan
from replay.drawing.stadium.band import TALL


@given(st.integers(20, 320), st.integers(7, 90), st.booleans())
def test_a_plan_uses_every_row_once(width: int, height: int, laned: bool) -> None:
    shape = plan(width, height, laned)
    assert 1 + shape.far + shape.rails + shape.grass + shape.track + 1 + shape.ruler == height
    assert shape.track >= 3
    assert 4 <= shape.scale <= max(height / 3, 4)
    band = 3 if height >= TALL else 1  # covers neither names nor the track
    top = shape.band_top(band)
    assert top + band <= shape.rail_top or shape.rail_top + shape.rails <= top <= shape.kerb - band


@given(st.integers(54, 320), st.integers(15, 90))
def test_a_runner_is_a_quarter_of_the_picture_high_where_it_is_wide_enough(width: int, height: int) -> None:
    shape = plan(width, height)
    wide_enough = width / 9 >= height / 3.5
    assert not wide_enough or HEAD / 2 * shape.scale >= height / 4 - 0.5
    assert shape.metres >= 9.0


def test_lanes_in_which_nobody_runs_leave_their_rows_to_the_stands() -> None:
    inside, lanes = plan(138, 44), plan(138, 44, staggered=True)
    assert inside.track < lanes.track
    assert inside.far > lanes.far
    assert inside.scale == lanes.scale
