"""A row of runs as the strip that Textual wants, without Rich's objects in what is drawn thirty times a second.

A `Strip` is made of segments, each with a style; making them anew for a row of forty runs costs more than all the rest
of a frame. A `RowStrip` keeps the row as it is, writes runs of text with their control sequences straight to the
terminal, and makes segments only where Textual asks for them: under a dialogue, or under the mouse.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from replay.cells.ansi import row_to_text
from replay.cells.depth import Depth
from replay.cells.ink import Ink, Row
from replay.cells.rows import asciified_row, between, is_even, row_width


class Paper(NamedTuple):
    """What the terminal can show."""

    depth: Depth = Depth.TRUE
    ascii: bool = False


@lru_cache(maxsize=4096)
def style_of(ink: Ink, coloured: bool) -> Style:
    """Rich's style for an ink; without colours when `NO_COLOR` asks for it."""
    return Style(
        color=_colour(ink.fg) if coloured else None,
        bgcolor=_colour(ink.bg) if coloured else None,
        bold=ink.bold or None,
        dim=(ink.dim and coloured) or None,
        italic=ink.italic or None,
        underline=ink.underline or None,
        reverse=ink.reverse or None,
    )


def _colour(rgb: int | None) -> Color | None:
    return None if rgb is None else Color.from_rgb(rgb >> 16, (rgb >> 8) & 255, rgb & 255)


def _segments(row: Row, depth: Depth) -> list[Segment]:
    return [Segment(text, style_of(ink, depth is not Depth.NONE)) for text, ink in row]


class RowStrip(Strip):
    """A row whose characters take one cell each."""

    __slots__ = ("_depth", "_made", "_row")

    def __init__(self, row: Row, width: int, depth: Depth) -> None:
        """A strip of `width` cells, which the row has, for a terminal of so many colours."""
        super().__init__((), width)
        self._row = row
        self._depth = depth
        self._made: list[Segment] | None = None

    @property
    def _segments(self) -> list[Segment]:
        """What Textual keeps in a list: made when first asked for."""
        if self._made is None:
            self._made = _segments(self._row, self._depth)
        return self._made

    @_segments.setter
    def _segments(self, segments: list[Segment]) -> None:
        self._made = None

    def crop(self, start: int, end: int | None = None) -> Strip:
        """The cells from `start` to `end`."""
        length = self.cell_length
        end = length if end is None else min(end, length)
        if start <= 0 and end >= length:
            return self
        return RowStrip(tuple(between(self._row, start, end)), max(0, end - start), self._depth)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The strip in pieces; in one, as a rule, since panels lie side by side."""
        cuts = list(cuts)
        if cuts == [self.cell_length]:
            return [self]
        starts = [0, *cuts]
        return [self.crop(start, end) for start, end in zip(starts, cuts, strict=False)]

    def render(self, console: Console) -> str:
        """What writes the whole row to a terminal."""
        return row_to_text(self._row, self._depth)


def strip_of(row: Row, width: int, paper: Paper) -> Strip:
    """A strip of exactly `width` cells for a row."""
    if paper.ascii:
        row = asciified_row(row)
    if is_even(row) and row_width(row) == width:
        return RowStrip(row, width, paper.depth)
    return Strip(_segments(row, paper.depth)).adjust_cell_length(width)
