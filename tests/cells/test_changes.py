"""Which cells of a row changed."""

import itertools

from hypothesis import given

from replay.cells.changes import JOIN, changed_spans, patches
from replay.cells.depth import Depth
from replay.cells.ink import Row
from tests.cells.anyrows import rows
from tests.cells.terminal import pictured


@given(rows(), rows())
def test_cells_outside_the_changed_spans_look_the_same(old: Row, new: Row) -> None:
    spans = changed_spans(old, new)
    inside = {x for start, end in spans for x in range(start, end)}
    one, two = (pictured([row], Depth.TRUE)[0] for row in (old, new))
    assert all(a == b for x, (a, b) in enumerate(zip(one, two, strict=True)) if x not in inside)
    assert all(b[0] - a[1] > JOIN for a, b in itertools.pairwise(spans))


@given(rows())
def test_a_row_has_not_changed_from_itself(row: Row) -> None:
    characters = tuple((character, ink) for text, ink in row for character in text)
    assert changed_spans(row, characters) == changed_spans(characters, row) == []


@given(rows(), rows())
def test_patches_lie_in_order_and_are_what_the_new_row_has_there(old: Row, new: Row) -> None:
    cells = [(character, ink) for text, ink in new for character in text]
    end = 0
    for _, x, text, ink in patches(old, new):
        assert x >= end
        assert [(character, ink) for character in text] == cells[x : x + len(text)]
        end = x + len(text)
