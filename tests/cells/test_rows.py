"""Rows written over, cut and put into plain characters."""

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import Ink, Row
from replay.cells.rows import Ground, Overlay, Painting, asciified_row, between, fill, over, plain, row_width, spread
from tests.cells.anyrows import rows


def cells(row: Row) -> list[tuple[str, Ink]]:
    """A row, cell by cell."""
    return [(char, ink) for text, ink in row for char in text]


@given(rows(), st.integers(0, 20), st.text("XY", min_size=1, max_size=6))
def test_a_text_is_laid_over_its_cells_and_no_others(row: Row, x: int, text: str) -> None:
    laid = cells(Ground(row).over([(x, text, Ink(0xFFFFFF))]))
    under = cells(row)
    for at, ((char, ink), (old, below)) in enumerate(zip(laid, under, strict=True)):
        covered = x <= at < x + len(text)
        ground = below.fg if old == "█" else below.bg  # a full block is all of its own colour
        assert (char, ink) == ((text[at - x], Ink(0xFFFFFF, ground)) if covered else (old, below))


@given(rows(), st.integers(0, 23), st.integers(1, 24))
def test_a_part_of_a_row_is_its_cells(row: Row, start: int, length: int) -> None:
    end = min(start + length, 24)
    assert cells(tuple(between(row, start, end))) == cells(row)[start:end]


layers = st.dictionaries(
    st.integers(-1, 3), st.lists(st.tuples(st.integers(0, 3), st.just("X"), st.just(Ink(0xFFFFFF))), max_size=1)
)


@given(st.lists(rows(), min_size=3, max_size=3), st.lists(layers, min_size=1, max_size=4))
def test_a_painting_shows_the_last_layer_whatever_lay_over_it_before(
    picture: list[Row], lain: list[dict[int, list[Overlay]]]
) -> None:
    painting = Painting(picture)
    shown = [painting.over(layer) for layer in lain][-1]
    assert shown == [Ground(row).over(lain[-1].get(y, ())) for y, row in enumerate(picture)]
    assert painting.over({y: list(overlays) for y, overlays in lain[-1].items()}) is shown


def test_in_plain_characters_a_row_is_ascii_and_as_wide() -> None:
    row: Row = (("Ø—é", Ink()), ("ok", Ink()))
    assert "".join(text for text, _ in asciified_row(row)) == "O-eok"
    plain: Row = (("ok", Ink()),)
    assert asciified_row(plain) is plain


def test_writing_over_a_row_keeps_its_width_and_its_ground() -> None:
    ground = Ink(fg=1, bg=2)
    row = over((("....", ground), ("####", Ink(fg=3, bg=4))), [(2, "abcd", Ink(fg=9))])
    assert plain([row]) == "..abcd##"
    assert row[1] == ("ab", Ink(fg=9, bg=2))
    assert row[2] == ("cd", Ink(fg=9, bg=4))
    # A full block is all of its own colour: of two colours a canvas may write one as blocks, the other as blanks.
    board = over(((" ██  ", Ink(fg=1, bg=2)), ("██", Ink(fg=3, bg=4))), [(1, "ab", Ink(fg=9)), (3, "cdef", Ink(fg=9))])
    assert board[1] == ("ab", Ink(fg=9, bg=1))
    assert board[2:] == (("cd", Ink(fg=9, bg=2)), ("ef", Ink(fg=9, bg=3)))


def test_rows_are_filled_and_spread_to_their_width() -> None:
    ink = Ink()
    assert plain([fill([("ab", ink)], 4, ink)]) == "ab"
    assert row_width(fill([("abcdef", ink)], 4, ink)) == 4
    assert plain([spread([("left", ink)], [("right", ink)], 12, ink)]) == "left   right"
