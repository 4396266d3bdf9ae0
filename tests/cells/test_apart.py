"""Texts in a row, moved as little as they must be not to touch."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.apart import apart


@given(
    st.lists(st.tuples(st.floats(-10, 110), st.integers(1, 12)), max_size=8).map(sorted),
)
def test_texts_are_apart_inside_and_in_order(items: list[tuple[float, int]]) -> None:
    wanted, widths = [at for at, _ in items], [width for _, width in items]
    starts = apart(wanted, widths, 110)
    for (x, width), after in itertools.pairwise(zip(starts, widths, strict=True)):
        assert x + width + 1 <= after[0]
    if starts:
        assert starts[0] >= 0
        assert starts[-1] + widths[-1] <= 110


def test_a_text_with_room_is_over_its_place() -> None:
    assert apart([10.0, 50.0], [4, 6], 80) == [8, 47]


@given(st.lists(st.floats(5, 95), min_size=1, max_size=6), st.floats(0, 0.4))
def test_a_small_move_is_a_small_move_of_the_texts(wanted: list[float], shift: float) -> None:
    wanted = sorted(wanted)
    widths = [8] * len(wanted)
    before, after = apart(wanted, widths, 100), apart([at + shift for at in wanted], widths, 100)
    assert all(abs(a - b) <= 1 for a, b in zip(before, after, strict=True))
