"""A canvas of pixels: lines, letters, and rows of few runs."""

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.canvas import Canvas
from tests.drawing.pictures import halves, text


@given(st.lists(st.lists(st.integers(0, 3), min_size=2, max_size=2), min_size=1, max_size=14))
def test_a_row_is_cut_into_the_fewest_runs_of_two_colours(columns: list[list[int]]) -> None:
    canvas = Canvas(len(columns), 1, [[column[0] for column in columns], [column[1] for column in columns]])
    row = canvas.row(0)
    assert halves(row) == [tuple(column) for column in columns]
    fewest = [0]
    for end in range(1, len(columns) + 1):
        starts = (s for s in range(end) if len({c for column in columns[s:end] for c in column}) <= 2)
        fewest.append(min(fewest[s] + 1 for s in starts))
    assert len(row) == fewest[-1]


def test_a_line_that_leaves_the_canvas_is_cut_off() -> None:
    canvas = Canvas.of(4, 2, 0)
    canvas.line((-3.0, 1.5), (9.0, 1.5), 0xFFFFFF)
    canvas.fill(-2, 3, 99, 99, 0x123456)
    canvas.write(2, 0, "abc", 0xFF)
    canvas.write(0, 7, "abc", 0xFF)
    assert canvas.pixels == [[0] * 4, [0xFFFFFF] * 4, [0] * 4, [0x123456] * 4]
    assert text(canvas.row(0))[2:] == "ab"
