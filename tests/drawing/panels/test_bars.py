"""The title and the footer."""

from replay.cells.rows import plain
from replay.drawing.panels.bars import footer_row, title_row
from replay.drawing.view import Hint
from tests.miles import LOOK, MILE


def test_the_footer_keeps_the_most_needed_keys_and_says_where_they_can_be_clicked() -> None:
    hints = [Hint("a", "long words here", "one", 2), Hint("?", "help", "help", 1)]
    row, spots = footer_row(hints, LOOK, 12)
    assert plain([row]).split() == ["?", "help"]
    assert spots[0][2] == "help"


def test_the_title_leaves_out_what_does_not_fit() -> None:
    assert plain([title_row(MILE, "1x", LOOK, 10)]).strip() == "Test  1x"
