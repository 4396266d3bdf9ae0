"""A row of a screen cell by cell, as pictures need it: where each character stands, and in which colours."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from replay.cells.ansi import Change
from replay.cells.changes import patches
from replay.cells.ink import Ink, Run, mix
from replay.cells.text import cell_width
from replay.drawing.theme.palette import Theme

_DIM = 0.45
"""How much of its ground is in a dim letter."""
HALF = ""
"""What stands in the second cell of a wide character."""


class Paint(NamedTuple):
    """How characters are drawn, every colour known."""

    colour: int
    ground: int
    bold: bool = False
    italic: bool = False
    underline: bool = False


class Cell(NamedTuple):
    """A character, with those that stand in its place, and where."""

    x: int
    width: int
    """1 or 2."""
    text: str
    ink: Ink


class Stretch(NamedTuple):
    """Cells of one ink side by side."""

    y: int
    x: int
    texts: Sequence[str]
    ink: Ink


def cells_of(row: Iterable[Run]) -> Iterator[Cell]:
    """The cells of a row; characters that take no cell of their own belong to the one before."""
    x = 0
    held: Cell | None = None
    for text, ink in row:
        for char in text:
            width = 1 if char < "\x7f" else cell_width(char)
            if not width and held is not None:
                held = held._replace(text=held.text + char)
                continue
            if held is not None:
                yield held
            held = Cell(x, max(width, 1), char, ink)
            x += max(width, 1)
    if held is not None:
        yield held


def stretches(change: Change, *, whole: bool) -> Iterator[Stretch]:
    """The cells that a change writes: those that look otherwise, or the whole row."""
    if change.even and not whole:
        for y, x, text, ink in patches(change.old, change.new, change.x, change.y):
            yield Stretch(y, x, text, ink)
        return
    for ink, group in groupby(cells_of(change.new), key=lambda cell: cell.ink):
        cells = list(group)
        texts = [text for cell in cells for text in (cell.text, HALF)[: cell.width]]
        yield Stretch(change.y, change.x + cells[0].x, texts, ink)


@lru_cache(maxsize=4096)
def paint_of(ink: Ink, theme: Theme) -> Paint:
    """An ink with the colours that it leaves to the terminal, and those it turns round or dims."""
    colour = theme.text if ink.fg is None else ink.fg
    ground = theme.background if ink.bg is None else ink.bg
    if ink.reverse:
        colour, ground = ground, colour
    return Paint(mix(colour, ground, _DIM) if ink.dim else colour, ground, ink.bold, ink.italic, ink.underline)
