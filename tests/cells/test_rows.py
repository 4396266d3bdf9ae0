"""Rows, cut and written over."""

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import Ink, Row
from replay.cells.rows import Ground, between, fits, in_ascii
from tests.cells.anyrows import CHARACTERS, UNEVEN, WIDTH, rows


def cells(row: Row) -> list[tuple[str, Ink]]:
    """A row, cell by cell."""
    return [(char, ink) for text, ink in row for char in text]


@given(rows(CHARACTERS), st.integers(0, WIDTH - 1), st.text("XY", min_size=1, max_size=6))
def test_a_text_is_laid_over_its_cells_and_no_others(row: Row, x: int, text: str) -> None:
    laid = cells(Ground(row).over([(x, text, Ink(0xFFFFFF))]))
    under = cells(row)
    for at, ((char, ink), (old, below)) in enumerate(zip(laid, under, strict=True)):
        covered = x <= at < x + len(text)
        assert (char, ink) == ((text[at - x], Ink(0xFFFFFF, below.bg)) if covered else (old, below))


@given(rows(CHARACTERS), st.integers(0, WIDTH), st.integers(0, WIDTH))
def test_what_is_between_two_cells(row: Row, start: int, end: int) -> None:
    assert cells(between(row, start, end)) == cells(row)[start:end]


@given(rows(CHARACTERS), st.integers(0, 2 * WIDTH))
def test_a_row_with_a_cell_for_each_character_fits_its_width_and_no_other(row: Row, width: int) -> None:
    assert fits(row, width) == (width == WIDTH)


def test_a_row_with_wide_or_combining_characters_fits_nothing() -> None:
    assert not any(fits((("記a", Ink()),), width) for width in range(5))
    assert not any(fits((("e\u0301a", Ink()),), width) for width in range(5))


@given(rows(UNEVEN))
def test_a_row_in_ascii_takes_as_many_cells(row: Row) -> None:
    text = "".join(text for text, _ in in_ascii(row))
    assert text.isascii()
    assert len(text) == WIDTH
