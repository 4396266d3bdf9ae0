"""Rows as Textual's strips: what it makes of them where it draws them itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from replay.cells.ansi import row_to_text
from replay.cells.depth import Depth
from replay.cells.ink import Ink, Row
from replay.tui.rowstrip import Paper, RowStrip, strip_of
from tests.cells.anyrows import rows

PAPER = Paper()


@given(rows(), st.sets(st.integers(1, 23), max_size=4))
def test_pieces_of_a_strip_make_the_strip(row: Row, cuts: set[int]) -> None:
    strip = strip_of(row, 24, PAPER)
    pieces = strip.divide([*sorted(cuts), 24])
    assert "".join(piece.text for piece in pieces) == strip.text
    assert [piece.cell_length for piece in pieces] == [
        b - a for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), 24], strict=True)
    ]


@pytest.mark.parametrize("depth", Depth, ids=lambda depth: depth.name)
@given(row=rows())
def test_a_strip_is_written_as_the_core_writes_its_row(depth: Depth, row: Row) -> None:
    strip = strip_of(row, 24, Paper(depth))
    assert isinstance(strip, RowStrip)
    assert strip.render(Console()) == row_to_text(row, depth)


def test_a_row_with_wide_characters_is_left_to_textual() -> None:
    strip = strip_of((("記a", Ink()),), 3, PAPER)
    assert type(strip) is not RowStrip
    assert strip.cell_length == 3


def test_where_only_ascii_may_be_used_nothing_else_is_written() -> None:
    assert strip_of((("Ø…é", Ink()),), 3, Paper(ascii=True)).text.isascii()
