"""Which cells of a row changed."""

import itertools
from operator import itemgetter

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ansi import difference, row_to_text
from replay.cells.changes import JOIN, changed_spans, patches
from replay.cells.depth import Depth
from replay.cells.ink import Ink, Row
from replay.cells.rows import Ground, Overlay, Written, is_even
from tests.cells.anyrows import CHARACTERS, INKS, WIDTH, rows
from tests.cells.terminal import pictured, shown
from tests.together import together


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


def texts() -> st.SearchStrategy[list[Overlay]]:
    """Texts over a row of `WIDTH` cells: some begin before it or inside another, some are longer than there is room."""
    text = st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=6)
    one = st.tuples(st.integers(-2, WIDTH + 1), text, st.sampled_from(INKS))
    return st.lists(one, max_size=5).map(lambda found: sorted(found, key=itemgetter(0)))


@given(rows(), texts(), texts(), st.lists(st.integers(0, 4), max_size=2))
def test_of_rows_over_one_ground_one_is_made_of_the_other(
    row: Row, before: list[Overlay], after: list[Overlay], kept: list[int]
) -> None:
    after = sorted({*after, *(before[at] for at in kept if at < len(before))}, key=itemgetter(0))
    ground = Ground(row)
    old, new = Written(ground, before), Written(ground, after)
    found = patches(old, new)
    assert all(x + len(text) <= after for (_, x, text, _), (_, after, *_) in itertools.pairwise(found))
    written = row_to_text(old, Depth.TRUE), difference([old], [new], Depth.TRUE)
    assert shown(WIDTH, 1, *written) == pictured([ground.over(after)], Depth.TRUE)
    assert patches(new, Written(ground, after)) == []
    assert shown(WIDTH, 1, row_to_text(new, Depth.TRUE)) == pictured([ground.over(after)], Depth.TRUE)


def test_of_a_clock_over_a_ground_only_the_digits_that_differ_are_written() -> None:
    ground = Ground(((" " * WIDTH, Ink(bg=0x101010)),))
    old, new = (Written(ground, [(4, text, Ink(0xFFFFFF))]) for text in ("1:59.9", "2:00.0"))
    assert [(x, text) for _, x, text, _ in patches(old, new)] == [(4, "2:00.0")]  # the colon costs less than a step
    later = Written(ground, [(4, "2:00.1", Ink(0xFFFFFF))])
    assert [(x, text) for _, x, text, _ in patches(new, later)] == [(9, "1")]


@together(("under", "over", "even"), [("ab", "c", True), ("ab", "日", False), ("日a", "c", False)])
def test_a_row_is_even_where_its_ground_and_what_is_written_are(under: str, over: str, even: bool) -> None:
    assert is_even(Written(Ground(((under, Ink()),)), [(0, over, Ink())])) is even
