"""A list to pick from."""

from replay.cells.rows import plain, row_width
from replay.drawing.pages.picking import pick_rows, shown
from tests.miles import LOOK

LINES = [
    (" 3:51.0  Home as well: Prakel ninth in 3:49.63 and Davis tenth in 3:51.09", "finish", False),
    (" 3:49.3  In they come, Strand seventh in 3:49.13 and Keen eighth in 3:49.33", "", False),
    ("short", "", True),
]


def test_the_line_that_is_picked_has_all_its_words_and_the_others_a_row_each() -> None:
    rows = pick_rows(LINES, 1, LOOK, (48, 6), "nothing")
    assert [row_width(row) for row in rows] == [48] * 6
    lines = [line.rstrip() for line in plain(rows).splitlines()]
    assert lines[0].endswith("ninth …  finish")
    assert lines[1:3] == ["›  3:49.3  In they come, Strand seventh in", "           3:49.13 and Keen eighth in 3:49.33"]
    assert lines[3] == "✓ short"
    assert shown(LINES, 1, (48, 6)) == [0, 1, 1, 2], "a click knows whose row it is"


def test_it_fills_its_place_whatever_is_picked() -> None:
    for width in (10, 24, 60, 140):
        for height in (1, 2, 3, 12):
            for at in range(3):
                rows = pick_rows(LINES, at, LOOK, (width, height), "nothing")
                assert [row_width(row) for row in rows] == [width] * height
                owners = shown(LINES, at, (width, height))
                assert at in owners
                assert len(owners) <= height
