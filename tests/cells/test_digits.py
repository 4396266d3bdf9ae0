"""The big digits of the clock."""

from replay.cells.digits import PLAIN_SIZES, SIZES, big, width_of
from tests.together import together


def test_the_clock_is_written_in_big_digits() -> None:
    assert big("3:45") == ("▀▀█ ▄ █ █ █▀▀", " ▀█ ▄ ▀▀█ ▀▀█", "▀▀▀     ▀ ▀▀▀")
    assert big("7", ascii=True, rows=5) == ("#####", "    #", "    #", "    #", "    #")


@together(("ascii", "rows"), [*((False, rows) for rows in SIZES), *((True, rows) for rows in PLAIN_SIZES)])
def test_digits_differ_are_as_high_as_asked_and_all_equally_wide(ascii: bool, rows: int) -> None:  # noqa: A002
    shapes = {digit: big(digit, ascii, rows) for digit in "0123456789"}
    assert {len(shape) for shape in shapes.values()} == {rows}
    assert len(set(shapes.values())) == 10
    assert len({len(row) for shape in shapes.values() for row in shape}) == 1
    assert len({len(row) for row in big("0123456789:.-+~ ", ascii, rows)}) == 1
    assert all("".join(shape).isascii() for shape in shapes.values()) == ascii
    assert width_of("3:41.17", rows, ascii) == len(big("3:42.66", ascii, rows)[0])
