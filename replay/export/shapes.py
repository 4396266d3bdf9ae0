"""Characters that are pictures, as shapes: what a font draws with seams, a picture draws exactly.

Blocks, quadrants, dots of braille, lines of frames and a few signs are drawn by us wherever a picture is made, be it by
vectors, by pixels or in a browser; letters are left to fonts. Places in a cell go from 0 to 1, across and down.
"""

from functools import lru_cache
from typing import NamedTuple


class Shape(NamedTuple):
    """A part of a character."""

    kind: str
    """`box`: left, top, right, bottom. `dot`: its middle, and its radius in widths of a cell. `area`: its corners."""
    numbers: tuple[float, ...]
    opacity: float = 1.0


_EIGHTHS_UP, _EIGHTHS_ACROSS = 0x2580, 0x2590
_QUADRANTS = {
    "▖": "c", "▗": "d", "▘": "a", "▙": "acd", "▚": "ad", "▛": "abc", "▜": "abd", "▝": "b", "▞": "bc", "▟": "bcd",
}  # fmt: skip
"""Which quarters are full: `a` and `b` above, `c` and `d` below."""
_CORNERS = {"a": (0.0, 0.0), "b": (0.5, 0.0), "c": (0.0, 0.5), "d": (0.5, 0.5)}
_SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75}
_HALVES = {
    "▀": (0.0, 0.0, 1.0, 0.5), "▐": (0.5, 0.0, 1.0, 1.0), "▔": (0.0, 0.0, 1.0, 0.125), "▕": (0.875, 0.0, 1.0, 1.0),
}  # fmt: skip

_LINES = {
    "─": "0011", "━": "0022", "│": "1100", "┃": "2200", "┄": "0011", "┈": "0011", "╌": "0011", "╍": "0022",
    "┌": "0101", "┐": "0110", "└": "1001", "┘": "1010", "├": "1101", "┤": "1110", "┬": "0111", "┴": "1011",
    "┼": "1111", "┿": "1122", "╂": "2211", "╋": "2222", "┷": "1022", "┯": "0122", "┸": "2011", "┰": "0211",
    "╭": "0101", "╮": "0110", "╰": "1001", "╯": "1010", "╴": "0010", "╵": "1000", "╶": "0001", "╷": "0100",
    "╸": "0020", "╹": "2000", "╺": "0002", "╻": "0200",
}  # fmt: skip
"""How thick the lines from the middle are: up, down, left, right."""
THIN, THICK = 0.12, 0.26
"""Of lines, in widths of a cell."""

_SIGNS = {
    "▲": (0.05, 0.72, 0.5, 0.28, 0.95, 0.72), "▼": (0.05, 0.3, 0.95, 0.3, 0.5, 0.74),
    "▾": (0.2, 0.4, 0.8, 0.4, 0.5, 0.68), "▴": (0.2, 0.64, 0.5, 0.36, 0.8, 0.64),
    "▶": (0.05, 0.28, 0.95, 0.5, 0.05, 0.72), "◀": (0.95, 0.28, 0.05, 0.5, 0.95, 0.72),
    "▸": (0.2, 0.34, 0.85, 0.5, 0.2, 0.66), "◂": (0.8, 0.34, 0.15, 0.5, 0.8, 0.66),
    "◆": (0.5, 0.24, 0.98, 0.5, 0.5, 0.76, 0.02, 0.5), "■": (0.1, 0.3, 0.9, 0.3, 0.9, 0.7, 0.1, 0.7),
    "★": (0.5, 0.24, 0.62, 0.41, 1.0, 0.43, 0.7, 0.54, 0.8, 0.74, 0.5, 0.63, 0.2, 0.74, 0.3, 0.54, 0.0, 0.43, 0.38,
          0.41),
}  # fmt: skip
"""Signs that few fonts have in the width of a letter."""


@lru_cache(maxsize=1024)
def shapes_of(char: str) -> tuple[Shape, ...] | None:
    """What a character is drawn of; None for one that is left to a font, nothing for a blank."""
    if char in (" ", "\N{NO-BREAK SPACE}", "\N{BRAILLE PATTERN BLANK}"):
        return ()
    if len(char) != 1:
        return None
    if "⠀" < char <= "⣿":
        return tuple(_dots(ord(char) - 0x2800))
    if char in _LINES:
        return tuple(_lines(*map(int, _LINES[char])))
    if char in _SIGNS:
        return (Shape("area", _SIGNS[char]),)
    if char == "‖":
        return tuple(Shape("box", (left, 0.28, left + 0.2, 0.72)) for left in (0.2, 0.6))
    return (Shape("dot", (0.5, 0.5, 0.42)),) if char == "●" else _block(char)


def _block(char: str) -> tuple[Shape, ...] | None:
    code = ord(char)
    if char in _HALVES:
        return (Shape("box", _HALVES[char]),)
    if char in _SHADES:
        return (Shape("box", (0.0, 0.0, 1.0, 1.0), _SHADES[char]),)
    if char in _QUADRANTS:
        corners = (_CORNERS[quarter] for quarter in _QUADRANTS[char])
        return tuple(Shape("box", (x, y, x + 0.5, y + 0.5)) for x, y in corners)
    if _EIGHTHS_UP < code <= _EIGHTHS_UP + 8:
        return (Shape("box", (0.0, 1 - (code - _EIGHTHS_UP) / 8, 1.0, 1.0)),)
    if _EIGHTHS_UP + 8 < code < _EIGHTHS_ACROSS:
        return (Shape("box", (0.0, 0.0, (_EIGHTHS_ACROSS - code) / 8, 1.0)),)
    return None


def _dots(pattern: int) -> list[Shape]:
    """Braille's dots, by the bits of its code: 1, 2, 3 and 7 down the left, 4, 5, 6 and 8 down the right."""
    rows = (0, 1, 2, 0, 1, 2, 3, 3)
    columns = (0, 0, 0, 1, 1, 1, 0, 1)
    return [
        Shape("dot", (0.25 + 0.5 * columns[bit], 0.125 + 0.25 * rows[bit], 0.2))
        for bit in range(8)
        if pattern & (1 << bit)
    ]


def _lines(up: int, down: int, left: int, right: int) -> list[Shape]:
    """Lines from the middle of a cell to its edges; a cell is twice as high as it is wide."""
    wide = {1: THIN / 2, 2: THICK / 2}
    reach_x = wide[max(up, down)] if up or down else 0.0
    reach_y = wide[max(left, right)] / 2 if left or right else 0.0
    found = []
    for weight, start, end in ((left, 0.0, 0.5 + reach_x), (right, 0.5 - reach_x, 1.0)):
        if weight:
            found.append(Shape("box", (start, 0.5 - wide[weight] / 2, end, 0.5 + wide[weight] / 2)))
    for weight, start, end in ((up, 0.0, 0.5 + reach_y), (down, 0.5 - reach_y, 1.0)):
        if weight:
            found.append(Shape("box", (0.5 - wide[weight], start, 0.5 + wide[weight], end)))
    if left == right and left and not up and not down:  # one box, without a seam
        return [Shape("box", (0.0, 0.5 - wide[left] / 2, 1.0, 0.5 + wide[left] / 2))]
    if up == down and up and not left and not right:
        return [Shape("box", (0.5 - wide[up], 0.0, 0.5 + wide[up], 1.0))]
    return found
