"""Which cells changed."""

import itertools

from hypothesis import given

from replay.cells.changes import JOIN, changed_spans, patches
from replay.cells.depth import Depth
from replay.cells.ink import Row
from tests.cells.anyrows import CHARACTERS, rows
from tests.cells.terminal import Cell, pictured

WIDE = 30


def cells(row: Row) -> list[Cell]:
    """The cells of one row."""
    return pictured([row], Depth.TRUE)[0]


@given(rows(CHARACTERS, WIDE), rows(CHARACTERS, WIDE))
def test_cells_outside_the_changed_spans_look_the_same(old: Row, new: Row) -> None:
    spans = changed_spans(old, new)
    inside = {x for start, end in spans for x in range(start, end)}
    assert all(a == b for x, (a, b) in enumerate(zip(cells(old), cells(new), strict=True)) if x not in inside)
    assert all(b[0] - a[1] > JOIN for a, b in itertools.pairwise(spans))


@given(rows(CHARACTERS, WIDE), rows(CHARACTERS, WIDE))
def test_patches_hold_all_that_changed(old: Row, new: Row) -> None:
    shown = cells(old)
    for y, x, text, ink in patches(old, new, 5, 7):
        assert y == 7
        shown[x - 5 : x - 5 + len(text)] = cells(((text, ink),))
    assert shown == cells(new)


@given(rows(CHARACTERS, WIDE))
def test_a_row_has_not_changed_from_itself(row: Row) -> None:
    single = tuple((char, ink) for text, ink in row for char in text)
    assert changed_spans(row, single) == [] == list(patches(single, row))
