"""How the rows of the close view are shared out."""

from hypothesis import given
from hypothesis import strategies as st

from replay.drawing.closeup.ground import plan


@given(st.integers(20, 320), st.integers(7, 90))
def test_a_plan_uses_every_row_once(width: int, height: int) -> None:
    shape = plan(width, height)
    assert 1 + shape.far + shape.rails + shape.grass + shape.track + 1 + shape.ruler == height
    assert shape.track >= 3
    assert 4 <= shape.scale <= 10
