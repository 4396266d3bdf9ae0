from replay.cells.ink import Ink, mix
from replay.drawing.theme.palette import DARK
from replay.export.cells import Cell, Paint, cells_of, paint_of

PLAIN, RED = Ink(), Ink(0xFF0000)


def test_each_character_stands_in_its_cell() -> None:
    assert list(cells_of((("ab", PLAIN), ("c", RED)))) == [
        Cell(0, 1, "a", PLAIN), Cell(1, 1, "b", PLAIN), Cell(2, 1, "c", RED),
    ]  # fmt: skip


def test_a_wide_one_takes_two_and_an_accent_none() -> None:
    assert list(cells_of((("日e\u0301x", PLAIN),))) == [
        Cell(0, 2, "日", PLAIN), Cell(2, 1, "e\u0301", PLAIN), Cell(3, 1, "x", PLAIN),
    ]  # fmt: skip


def test_colours_that_are_left_to_the_terminal_are_the_theme_s() -> None:
    assert paint_of(PLAIN, DARK) == Paint(DARK.text, DARK.background)


def test_reversed_and_dim() -> None:
    assert paint_of(Ink(1, 2, bold=True, reverse=True), DARK) == Paint(2, 1, bold=True)
    assert paint_of(Ink(0xFFFFFF, 0, dim=True), DARK).colour == mix(0xFFFFFF, 0, 0.45)
