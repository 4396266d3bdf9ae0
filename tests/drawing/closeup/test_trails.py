"""Trails behind the runners of the close view."""

import math

from hypothesis import given
from hypothesis import strategies as st

from replay.drawing.closeup.trails import STEPS as FADES
from replay.drawing.closeup.trails import Place, streak


@given(st.floats(0, 100), st.floats(0.2, 8.0), st.floats(-50, 300), st.floats(0.1, 60.0))
def test_a_trail_goes_back_cell_by_cell_as_far_as_its_seconds_and_fades(
    t: float, length: float, x: float, pace: float
) -> None:
    cells = list(streak(t, length, Place(x, 40), lambda time: Place(x - pace * (t - time), 40)))
    assert [cell.x for cell in cells] == list(range(math.floor(x), math.floor(x) - len(cells), -1))[: len(cells)]
    steps = [cell.step for cell in cells]
    assert steps == sorted(steps)
    assert all(0 <= step < FADES for step in steps)
    assert {cell.row for cell in cells} <= {19}
    seen_back = min(length, t) * pace
    assert len(cells) <= max(math.ceil(min(seen_back, max(x, 0) + 1)) + 1, 0)
    if x > seen_back:
        assert len(cells) >= math.floor(seen_back) - 1


def test_a_trail_bends_where_the_runner_moved_out() -> None:
    cells = list(streak(10.0, 2.0, Place(50.0, 40), lambda time: Place(50 - 10 * (10 - time), 40 if time > 9 else 30)))
    rows = [cell.row for cell in cells]
    assert rows[0] == 19
    assert rows[-1] == 14
    assert rows == sorted(rows, reverse=True)
