"""Digits of three rows and more, for the clock on the scoreboard."""

from collections.abc import Sequence
from functools import lru_cache

_GLYPHS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ":": ("▄", "▄", " "),
    ".": (" ", " ", "▀"),
    "-": ("  ", "▀▀", "  "),
    "+": (" ▄ ", "▀█▀", "   "),
    "~": ("    ", "▞▚▞▀", "    "),
    " ": (" ", " ", " "),
}
SIZES = (13, 9, 7, 5, 3)
"""Rows that digits may have, the largest first."""
PLAIN_SIZES = SIZES[:-1]
"""The same in ASCII: of three rows of bars nobody reads a time at a glance, and it is written out instead."""


def big(
    text: str,
    ascii: bool = False,  # noqa: A002 - the option is called so
    rows: int = 3,
    *,
    low: bool = False,
) -> tuple[str, ...]:
    """Rows of equal length that spell the text in big digits; characters without a big form are left out.

    Args:
        text: Of `0123456789:.-+~` and the space.
        ascii: Whether only ASCII may be used.
        rows: How high they are: one of `SIZES`, or in ASCII of `PLAIN_SIZES`.
        low: Whether they are half a row lower, in as many rows: the last half of one is free. In ASCII there are none.
    """
    known = [letter for letter in text if letter in _GLYPHS]
    if low and not ascii:
        parts: list[tuple[str, ...]] = [_lowered(letter, rows) for letter in known]
    elif rows == SIZES[-1]:
        parts = [_GLYPHS[letter] for letter in known]
    else:
        parts = [_scaled(letter, rows, ascii) for letter in known]
    space = " " * max(rows // 3, 1)
    return tuple(map(space.join, zip(*parts, strict=True))) if parts else ("",) * rows


_HALVES = " ▄▀█"
"""Neither half of a cell, the lower, the upper, and both."""


def lowered(rows: Sequence[str]) -> tuple[str, ...]:
    """The same half a row lower, in as many rows: what is drawn must leave the last half row free.

    Rows with other characters than half blocks are given back as they are.
    """
    if not all(char in _HALVES for row in rows for char in row):
        return tuple(rows)
    above = [" " * len(rows[0]), *rows[:-1]]
    return tuple(
        "".join(
            _HALVES[2 * (_HALVES.index(over) & 1) + (_HALVES.index(own) >> 1)] for over, own in zip(*pair, strict=True)
        )
        for pair in zip(above, rows, strict=True)
    )


@lru_cache(maxsize=128)
def _lowered(letter: str, rows: int) -> tuple[str, ...]:
    return lowered(_GLYPHS[letter] if rows == SIZES[-1] else _scaled(letter, rows, ascii=False))


def width_of(text: str, rows: int, ascii: bool) -> int:  # noqa: A002 - the option is called so
    """Cells that a text takes in digits of so many rows: of all digits the same."""
    return _width_of(text.translate(_ALIKE), rows, ascii)


_ALIKE = str.maketrans("123456789", "000000000")


@lru_cache(maxsize=256)
def _width_of(text: str, rows: int, ascii: bool) -> int:  # noqa: A002 - the option is called so
    return len(big(text, ascii, rows)[0])


@lru_cache(maxsize=128)
def _scaled(letter: str, rows: int, ascii: bool) -> tuple[str, ...]:  # noqa: A002 - the option is called so
    """A glyph of three rows made larger: its strokes grow less than what they enclose.

    The glyphs are 3 by 5 squares; each of their columns and rows becomes some of the cells' halves, which are squares
    too. In ASCII a square is a whole cell.
    """
    halves = (
        _WAVE
        if letter == "~"
        else [[character in ("█▀", "█▄")[half] for character in row] for row in _GLYPHS[letter] for half in (0, 1)]
    )
    tall = rows if ascii else 2 * rows - rows % 2
    stroke = max(round(tall / 5.5), 1)
    open_rows = tall - 3 * stroke
    high = (stroke, (open_rows + 1) // 2, stroke, open_rows // 2, stroke)
    whole = max(round(tall * (1.0 if ascii else 0.62)), 2 * stroke + 1)
    columns = len(halves[0])
    wide = (stroke,) * columns
    if columns == _SQUARES and letter not in "1+":
        wide = (stroke, whole - 2 * stroke, stroke)
    squares = [
        "".join(("#" if on else " ") * size for on, size in zip(line, wide, strict=True))
        for line, count in zip(halves, high, strict=False)
        for _ in range(count)
    ]
    if letter == "1":  # as wide as the others: a clock is not to sway
        squares = [line.center(whole) for line in squares]
    if ascii:
        return tuple(squares)
    squares += [" " * len(squares[0])] * (2 * rows - len(squares))
    return tuple(_joined(upper, lower) for upper, lower in zip(squares[::2], squares[1::2], strict=True))


_SQUARES = 3
"""Squares that a digit is wide."""
_WAVE = [[mark == "#" for mark in row] for row in ("     ", " #   ", "# # #", "   # ", "     ")]


def _joined(upper: Sequence[str], lower: Sequence[str]) -> str:
    """Two rows of squares as one of cells."""
    return "".join(_HALVES[2 * (one == "#") + (other == "#")] for one, other in zip(upper, lower, strict=True))
