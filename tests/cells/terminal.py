"""What a terminal shows of what is written to it: pyte's model of one, cell by cell."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import pyte
from pyte import graphics

from replay.cells.depth import Depth, number_of_16, number_of_256
from replay.cells.ink import Ink, Row
from replay.cells.text import cell_width
from tests.cells.quick import QuickStream


class Cell(NamedTuple):
    """What is seen of a cell: of a blank no letter colour, of a full block no background."""

    text: str
    fg: str
    bg: str
    attributes: tuple[bool, ...] = ()


@lru_cache(maxsize=65_536)
def seen(text: str, fg: str, bg: str, attributes: tuple[bool, bool, bool, bool]) -> Cell:
    """A cell as it looks; attributes are bold, italic, underlined and reversed."""
    underlined, reverse = attributes[2:]
    if reverse or underlined:
        return Cell(text, fg, bg, attributes)
    return Cell(" ", "", bg) if text == " " else Cell("█", fg, "") if text == "█" else Cell(text, fg, bg, attributes)


def shown(columns: int, lines: int, *written: str) -> list[list[Cell]]:
    """The cells of a terminal after these have been written to it."""
    screen = pyte.Screen(columns, lines)
    stream = QuickStream(screen)
    for text in written:
        stream.feed(text)
    return looks(screen)


def looks(screen: pyte.Screen) -> list[list[Cell]]:
    """The cells of a terminal."""
    cells = [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]
    return [
        [seen(cell.data, cell.fg, cell.bg, (cell.bold, cell.italics, cell.underscore, cell.reverse)) for cell in row]
        for row in cells
    ]


def pictured(rows: Sequence[Row], depth: Depth) -> list[list[Cell]]:
    """The cells that rows ask for, on a terminal of so many colours."""
    return [[cell for text, ink in row for cell in _cells(text, ink, depth)] for row in rows]


def _cells(text: str, ink: Ink, depth: Depth) -> list[Cell]:
    bright = depth is Depth.SIXTEEN and ink.fg is not None and number_of_16(ink.fg) < 8
    attributes = ink.bold and not bright, ink.italic, ink.underline, ink.reverse
    fg, bg = _name(ink.fg, depth, 30), _name(ink.bg, depth, 40)
    found: list[str] = []
    for char in text:
        if cell_width(char):
            found += [char, ""][: cell_width(char)]
        else:
            found[-1] = unicodedata.normalize("NFC", found[-1] + char)
    return [seen(char, fg, bg, attributes) for char in found]


def _name(colour: int | None, depth: Depth, base: int) -> str:
    """What pyte calls a colour."""
    if colour is None or depth is Depth.NONE:
        return "default"
    if depth is Depth.TRUE:
        return f"{colour:06x}"
    if depth is Depth.EIGHT_BIT:
        return str(graphics.FG_BG_256[number_of_256(colour)])
    number = number_of_16(colour)
    names = {**graphics.FG_ANSI, **graphics.BG_ANSI, **graphics.FG_AIXTERM, **graphics.BG_AIXTERM}
    return str(names[base + number if number < 8 else base + 52 + number])
