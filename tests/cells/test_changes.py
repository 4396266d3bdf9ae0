"""Which cells of a row changed."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.changes import JOIN, changed_spans, patches
from replay.cells.depth import Depth
from replay.cells.ink import Ink, Row
from tests.cells.terminal import pictured

RED, GREEN = Ink(0xFF0000, 0x101010), Ink(0x00FF00, 0x101010)
INKS = [Ink(), RED, GREEN, Ink(0x00FF00, bold=True), Ink(bg=0x0000FF), Ink(reverse=True)]


@st.composite
def rows(draw: st.DrawFn, width: int = 24) -> Row:
    """Rows of one width."""
    texts = draw(st.text("ab▀█ ", min_size=width, max_size=width))
    cuts = sorted(draw(st.sets(st.integers(1, width - 1), max_size=6)))
    bounds = [0, *cuts, width]
    inks = draw(st.lists(st.sampled_from(INKS), min_size=len(bounds) - 1, max_size=len(bounds) - 1))
    return tuple((texts[a:b], ink) for a, b, ink in zip(bounds, bounds[1:], inks, strict=False))


@given(rows(), rows())
def test_cells_outside_the_changed_spans_look_the_same(old: Row, new: Row) -> None:
    spans = changed_spans(old, new)
    inside = {x for start, end in spans for x in range(start, end)}
    one, two = (pictured([row], Depth.TRUE)[0] for row in (old, new))
    assert all(a == b for x, (a, b) in enumerate(zip(one, two, strict=True)) if x not in inside)
    assert all(b[0] - a[1] > JOIN for a, b in itertools.pairwise(spans))


@given(rows())
def test_a_row_has_not_changed_from_itself(row: Row) -> None:
    assert changed_spans(row, tuple(row)) == []


@given(rows(), rows())
def test_patches_lie_in_order_and_are_what_the_new_row_has_there(old: Row, new: Row) -> None:
    cells = [(character, ink) for text, ink in new for character in text]
    end = 0
    for _, x, text, ink in patches(old, new):
        assert x >= end
        assert [(character, ink) for character in text] == cells[x : x + len(text)]
        end = x + len(text)
