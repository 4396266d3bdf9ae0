"""What a terminal is known to show."""

from hypothesis import given, settings
from hypothesis import strategies as st

from replay.cells.ansi import go_to, patches_to_text, row_to_text
from replay.cells.depth import Depth
from replay.cells.displayed import Displayed
from replay.cells.ink import Row
from tests.cells.anyrows import CHARACTERS, rows
from tests.cells.terminal import Cell, pictured, shown

COLUMNS = 20


@st.composite
def shows(draw: st.DrawFn) -> tuple[int, Row, int, bool]:
    """A row somewhere, its width, and whether it is known that it is shown there."""
    width = draw(st.integers(1, COLUMNS))
    return draw(st.integers(0, COLUMNS - width)), draw(rows(CHARACTERS, width)), width, draw(st.booleans())


@settings(max_examples=60, deadline=None)
@given(st.lists(shows(), min_size=1, max_size=8))
def test_a_terminal_shows_what_was_shown_last_whatever_was_there_before(
    shows: list[tuple[int, Row, int, bool]],
) -> None:
    displayed = Displayed()
    sent: list[str] = []
    expected: list[Cell] = shown(COLUMNS, 1, "")[0]
    for x, row, width, remembered in shows:
        patches = displayed.show(0, x, row, width) if remembered else None
        if not remembered:
            displayed.overwritten(0, x, x + width)
        whole = go_to(x, 0) + row_to_text(row, Depth.TRUE)
        sent.append(whole if patches is None else patches_to_text(patches, Depth.TRUE, COLUMNS))
        expected[x : x + width] = pictured([row], Depth.TRUE)[0]
    assert shown(COLUMNS, 1, *sent)[0] == expected


@given(rows(CHARACTERS, 9))
def test_what_is_there_already_is_not_written_again(row: Row) -> None:
    displayed = Displayed()
    assert displayed.show(3, 5, row, 9) is None
    assert displayed.show(3, 5, row, 9) == []
    assert displayed.show(3, 5, tuple((char, ink) for text, ink in row for char in text), 9) == []
    assert not displayed.knows(3, 5, 8)
    assert not displayed.knows(2, 5, 9)
    displayed.overwritten(3, 14, 20)
    assert displayed.knows(3, 5, 9)
    displayed.overwritten(3, 13, 14)
    assert not displayed.knows(3, 5, 9)
