"""The widget everything that moves is made of: it owns ready-made rows and repaints only the cells that changed.

Textual keeps no picture of what the terminal shows: `refresh()` writes the whole widget again, `refresh(*regions)` only
those regions. So a `Cells` widget compares each new row with the one it has, makes strips for the rows that differ and
refreshes the differing spans; when no cell changed, nothing is drawn and no byte is written. It has no border, padding or
child, since it overrides `render_lines` and thereby Textual's own styling of lines.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from replay.drawing.ink import Ink, Row
from replay.textcells import asciified

Drawer = Callable[[int, int], Sequence[Row]]
"""Width and height in cells to as many rows, each of that width."""


class Paper:
    """What the terminal can show: set once, when the program starts."""

    coloured = True
    ascii = False


@lru_cache(maxsize=4096)
def style_of(ink: Ink) -> Style:
    """Rich's style for an ink; without colours when `NO_COLOR` asks for it."""
    coloured = Paper.coloured
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


class RowStrip(Strip):
    """A strip whose crop is cheap while every character takes one cell; the stock way measures each character anew."""

    __slots__ = ()

    def crop(self, start: int, end: int | None = None) -> Strip:
        """The cells from `start` to `end`."""
        length = self._cell_length or 0
        end = length if end is None else min(end, length)
        if start <= 0 and end >= length:
            return self
        kept: list[Segment] = []
        at = 0
        for text, style, _ in self._segments:
            after = at + len(text)
            if after > start and at < end:
                kept.append(Segment(text[max(0, start - at) : end - at], style))
            at = after
        return RowStrip(kept, max(0, end - start))


def strip_of(row: Row, width: int) -> Strip:
    """A strip of exactly `width` cells for a row."""
    if Paper.ascii:
        row = tuple((asciified(text), ink) for text, ink in row)
    segments = [Segment(text, style_of(ink)) for text, ink in row]
    if sum(len(text) for text, _ in row) == width and all(map(_narrow, row)):
        return RowStrip(segments, width)
    return Strip(segments).adjust_cell_length(width)


def _narrow(run: tuple[str, Ink]) -> bool:
    text = run[0]
    return text.isascii() or all(_is_narrow(char) for char in text)


@lru_cache(maxsize=2048)
def _is_narrow(char: str) -> bool:
    return Strip([Segment(char)]).cell_length == 1


def changed_span(old: Row, new: Row) -> tuple[int, int]:
    """The cells from the first to after the last run in which two rows of one width differ."""
    start = 0
    for was, now in zip(old, new, strict=False):
        if was != now:
            break
        start += len(now[0])
    tail = 0
    for was, now in zip(reversed(old), reversed(new), strict=False):
        if was != now:
            break
        tail += len(now[0])
    width = sum(len(text) for text, _ in new)
    return start, max(width - tail, start)


class Cells(Widget):
    """Shows rows of runs. A subclass or its owner says what to draw; `redraw` asks again and repaints what changed."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Cells { width: 1fr; height: 1fr; }"

    def __init__(self, drawer: Drawer | None = None, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Show what `drawer` draws."""
        super().__init__(id=id, classes=classes)
        self.drawer = drawer
        self._rows: list[Row] = []
        self._strips: list[Strip] = []
        self._drawn_size = (0, 0)

    def draw(self, width: int, height: int) -> Sequence[Row]:
        """The rows to show now."""
        return self.drawer(width, height) if self.drawer else ()

    def redraw(self) -> None:
        """Draw again; repaint only the spans that differ."""
        width, height = self._drawn_size
        if not width or not height or not self.is_attached:
            return
        spans: list[Region] = []
        for y, row in enumerate(self.draw(width, height)[:height]):
            old = self._rows[y]
            if old == row:
                continue
            start, end = changed_span(old, row)
            self._rows[y] = row
            strip = strip_of(row, width)
            self._strips[y] = strip
            if type(strip) is not RowStrip:
                start, end = 0, width
            spans.append(Region(start, y, max(end - start, 1), 1))
        if spans:
            self.refresh(*spans)

    def redraw_whole(self) -> None:
        """Draw again from nothing, after a change of theme or size."""
        self._drawn_size = (0, 0)
        self.refresh()

    def on_resize(self, event: Resize) -> None:
        """Draw for the new size."""
        if (event.size.width, event.size.height) != self._drawn_size:
            self.redraw_whole()

    def _build(self, width: int, height: int) -> None:
        rows = list(self.draw(width, height)[:height])
        rows += [()] * (height - len(rows))
        self._rows = rows
        self._strips = [strip_of(row, width) if row else Strip.blank(width, self.rich_style) for row in rows]
        self._drawn_size = (width, height)

    def render_line(self, y: int) -> Strip:
        """One line; Textual asks for it under the mouse."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region; drawn here the first time, so that the first frame is complete."""
        width, height = self.size
        if (width, height) != self._drawn_size:
            self._build(width, height)
        strips = self._strips[crop.y : crop.bottom]
        if crop.x == 0 and crop.width == width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]
