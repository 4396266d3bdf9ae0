"""A row of runs as the strip that Textual wants, without Rich's objects in what is drawn thirty times a second.

A `Strip` is made of segments, each with a style; making them anew for a row of forty runs costs more than all the rest
of a frame. A `RowStrip` keeps the row as it is, writes runs of text with their control sequences straight to the
terminal, and makes segments only where Textual asks for them: under a dialogue, or under the mouse.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.color import Color, ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from replay.cells.ink import Ink, Row, Run
from replay.cells.text import asciified, is_narrow


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


Codes = tuple[str, str, str]
"""What sets attributes, colour and background."""


@lru_cache(maxsize=4096)
def codes_of(ink: Ink, system: ColorSystem) -> Codes:
    """What sets an ink's attributes, colour and background on a terminal that can show so many colours."""
    flags = (
        ("1", ink.bold and not _brightened(ink.fg, system)),
        ("2", ink.dim and Paper.coloured),
        ("3", ink.italic),
        ("4", ink.underline),
        ("7", ink.reverse),
    )
    attributes = ";".join([code for code, is_on in flags if is_on])
    if not Paper.coloured:
        return attributes, "", ""
    return attributes, _colour_codes(ink.fg, 38, system), _colour_codes(ink.bg, 48, system)


def _brightened(rgb: int | None, system: ColorSystem) -> bool:
    """Whether bold would make it another colour: of the first eight of sixteen terminals make the other eight."""
    colour = _colour(rgb) if system is ColorSystem.STANDARD and Paper.coloured else None
    return colour is not None and (colour.downgrade(system).number or 0) < 8


def _colour_codes(rgb: int | None, ground: int, system: ColorSystem) -> str:
    """Rich makes the codes of few colours; those of true colours are written here: a first frame has hundreds."""
    if system is ColorSystem.TRUECOLOR:
        return "" if rgb is None else f"{ground};2;{rgb >> 16};{(rgb >> 8) & 255};{rgb & 255}"
    colour = _colour(rgb)
    return "" if colour is None else ";".join(colour.downgrade(system).get_ansi_codes(foreground=ground == 38))


def forget_inks() -> None:
    """After a change of `Paper`."""
    style_of.cache_clear()
    codes_of.cache_clear()


class RowStrip(Strip):
    """A row whose characters take one cell each."""

    __slots__ = ("_made", "_row")

    def __init__(self, row: Row, width: int) -> None:
        """A strip of `width` cells, which the row has."""
        super().__init__((), width)
        self._row = row
        self._made: list[Segment] | None = None

    @property
    def row(self) -> Row:
        """What it was made of."""
        return self._row

    @property
    def _segments(self) -> list[Segment]:
        """What Textual keeps in a list: made when first asked for."""
        if self._made is None:
            self._made = [Segment(text, style_of(ink)) for text, ink in self._row]
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
        return RowStrip(tuple(_between(self._row, start, end)), max(0, end - start))

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The strip in pieces; in one, as a rule, since panels lie side by side."""
        cuts = list(cuts)
        if cuts == [self.cell_length]:
            return [self]
        starts = [0, *cuts]
        return [self.crop(start, end) for start, end in zip(starts, cuts, strict=False)]

    def render(self, console: Console) -> str:
        """What writes the whole row to a terminal."""
        return self.written(0, self.cell_length, console._color_system or ColorSystem.TRUECOLOR)

    def written(self, start: int, end: int, system: ColorSystem) -> str:
        """What writes the cells from `start` to `end`: of each run's ink what the run before has not set."""
        out: list[str] = []
        old = plain = "", "", ""
        for text, ink in _between(self._row, start, end):
            new = codes_of(ink, system)
            if new != old:
                attributes, colour, ground = new
                if attributes != old[0] or (not colour and old[1]) or (not ground and old[2]):
                    clear = "" if old == plain else "0"
                    parts: tuple[str, ...] = clear, attributes, colour, ground
                else:
                    parts = colour if colour != old[1] else "", ground if ground != old[2] else ""
                out.append(f"\x1b[{';'.join(filter(None, parts))}m")
                old = new
            out.append(text)
        if old != plain:
            out.append("\x1b[0m")
        return "".join(out)


def _between(row: Row, start: int, end: int) -> list[Run]:
    """The runs of a row from cell `start` to cell `end`, the first and the last of them cut."""
    kept: list[Run] = []
    at = 0
    for run in row:
        text = run[0]
        after = at + len(text)
        if after > start:
            if at >= end:
                break
            kept.append(run if at >= start and after <= end else (text[max(0, start - at) : end - at], run[1]))
        at = after
    return kept


def strip_of(row: Row, width: int, kind: type[RowStrip] = RowStrip) -> Strip:
    """A strip of exactly `width` cells for a row, of that kind where each character takes one cell."""
    if Paper.ascii:
        row = tuple((asciified(text), ink) for text, ink in row)
    whole = "".join([text for text, _ in row])
    if len(whole) == width and is_narrow(whole):
        return kind(row, width)
    return Strip([Segment(text, style_of(ink)) for text, ink in row]).adjust_cell_length(width)
