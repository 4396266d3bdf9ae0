"""Writes only those cells of a moving picture that differ from what the terminal shows, colour by colour.

In the close view everything goes by at once, and a frame is hundreds of scattered cells in forty colours: written row
by row, most of its bytes would set colours. So what is on the terminal is remembered, each new row is compared with it
cell by cell, and the cells of all rows that share their colours are written one after the other: to go to another cell
takes half the bytes of a colour. A blank shows no letter colour and a full block no background, so these are written
whenever the colour that they do show is set.
"""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from rich.color import ColorSystem
from textual.strip import Strip

from replay.cells.ink import Ink, Row
from replay.tui.rowstrip import Codes, RowStrip, codes_of

SKIP = 4
"""Bytes of a short step of the cursor: so much of what is there already is rather written again."""


class Patch(NamedTuple):
    """Characters of one ink to be written."""

    y: int
    x: int
    text: str
    ink: Ink


class SparseStrip(RowStrip):
    """A row of a picture of which any cell may change in every frame."""

    __slots__ = ()
    compared: ClassVar[bool] = False
    """Whether what is written is compared with what the terminal shows, so that nobody need do it before."""

    def crop(self, start: int, end: int | None = None) -> Strip:
        """The cells from `start` to `end`: what a dialogue in front leaves of the row is of this kind too."""
        cropped = super().crop(start, end)
        return SparseStrip(cropped.row, cropped.cell_length) if type(cropped) is RowStrip else cropped


class Shown:
    """The strips of such pictures that a terminal shows, by row and first cell."""

    def __init__(self) -> None:
        """Nothing is known of the terminal."""
        self._rows: dict[int, dict[int, SparseStrip]] = {}

    def written(self, y: int, left: int, right: int) -> None:
        """Something else was written from cell `left` to before cell `right` of row `y`."""
        row = self._rows.get(y, {})
        for x in [x for x, strip in row.items() if x < right and left < x + strip.cell_length]:
            del row[x]

    def show(self, y: int, x: int, strip: SparseStrip) -> list[Patch] | None:
        """Remember that a row shows a strip from cell `x` on; what is to be written for that, None if all of it is."""
        known = self._rows.get(y, {}).get(x)
        if known is None or known.cell_length != strip.cell_length:
            self.written(y, x, x + strip.cell_length)
            self._rows.setdefault(y, {})[x] = strip
            return None
        if known is strip:
            return []
        self._rows[y][x] = strip
        return [Patch(y, x + at, text, ink) for at, text, ink in differing(known.row, strip.row)]


def differing(old: Row, new: Row) -> Iterator[tuple[int, str, Ink]]:
    """The cells of the new row that look other than the old row's: the first cell, the characters and their ink.

    Both rows have as many cells, and each character takes one.
    """
    at = i = j = was = now = 0  # the cell; the runs that hold it; the characters of these before it
    while i < len(old) and j < len(new):
        (before, ink), (after, other) = old[i], new[j]
        count = min(len(before) - was, len(after) - now)
        one, two = before[was : was + count], after[now : now + count]
        same = ink is other or ink == other
        if not (same and one == two):
            for start, end in _apart(one, two, "" if same else _alike(ink, other), same):
                yield at + start, two[start:end], other
        at, was, now = at + count, was + count, now + count
        if was == len(before):
            i, was = i + 1, 0
        if now == len(after):
            j, now = j + 1, 0


def _alike(ink: Ink, other: Ink) -> str:
    """The character that looks the same in two inks."""
    if ink[2:] != other[2:] or ink.reverse or ink.underline:
        return ""
    return " " if ink.bg == other.bg else "█" if ink.fg == other.fg else ""


def _apart(one: str, two: str, alike: str, same: bool) -> Iterator[tuple[int, int]]:
    """Where two texts look different, from a cell to before another; `alike` is what looks the same in both inks."""
    start = end = -1
    for at, (before, after) in enumerate(zip(one, two, strict=True)):
        if before == after and (same or after == alike):
            continue
        if start >= 0 and len(two[end:at].encode()) > SKIP:
            yield start, end
            start = at
        elif start < 0:
            start = at
        end = at + 1
    if start >= 0:
        yield start, end


def encoded(patches: list[Patch], system: ColorSystem, columns: int) -> str:
    """The control sequences that write patches of a terminal with so many columns, in whichever order is short."""
    out: list[str] = []
    pen = _Pen(out, columns)
    for codes, group in _grouped(patches, system):
        pen.take(codes)
        for y, x, text, _ in group:
            pen.write(y, x, text)
    pen.take(_PLAIN)
    return "".join(out)


_PLAIN: Codes = "", "", ""


def _grouped(patches: list[Patch], system: ColorSystem) -> list[tuple[Codes, list[Patch]]]:
    """The patches by what has to be set for them, so that as little as can be is set anew from one to the next."""
    groups: dict[Codes, list[Patch]] = {}
    blanks: dict[tuple[str, str], list[Patch]] = {}
    blocks: dict[tuple[str, str], list[Patch]] = {}
    for patch in patches:
        codes = codes_of(patch.ink, system)
        attributes, colour, ground = codes
        if patch.text.isspace() and not (patch.ink.reverse or patch.ink.underline):
            blanks.setdefault((attributes, ground), []).append(patch)
        elif patch.ink.bg is not None and not patch.text.strip("█"):
            blocks.setdefault((attributes, colour), []).append(patch)
        else:
            groups.setdefault(codes, []).append(patch)
    for codes in sorted(groups):
        attributes, colour, ground = codes
        free = [*blanks.pop((attributes, ground), ()), *blocks.pop((attributes, colour), ())]
        if free:
            groups[codes] = sorted((*groups[codes], *free))
    for left in (*blanks.values(), *blocks.values()):
        groups.setdefault(codes_of(left[0].ink, system), []).extend(left)
    return sorted(groups.items(), key=lambda item: (item[0][0], item[0][2], item[0][1]))


class _Pen:
    """Writes at places of the terminal, and knows where the cursor is and what is set."""

    def __init__(self, out: list[str], columns: int) -> None:
        self._out = out
        self._columns = columns
        self._y = self._x = -1
        self._codes = _PLAIN

    def take(self, new: Codes) -> None:
        """Set what of it is not set."""
        old = self._codes
        if new == old:
            return
        attributes, colour, ground = new
        if attributes != old[0] or (not colour and old[1]) or (not ground and old[2]):
            parts: tuple[str, ...] = "" if old == _PLAIN else "0", attributes, colour, ground
        else:
            parts = colour if colour != old[1] else "", ground if ground != old[2] else ""
        self._out.append(f"\x1b[{';'.join(filter(None, parts))}m")
        self._codes = new

    def write(self, y: int, x: int, text: str) -> None:
        """Write a text whose characters take one cell each."""
        self._go(y, x)
        self._out.append(text)
        self._y, self._x = y, x + len(text)

    def _go(self, y: int, x: int) -> None:
        """By the shortest way; after the last column, where terminals differ, by none but the straight one."""
        down, right = y - self._y, x - self._x
        if not down and not right:
            return
        straight = f"\x1b[{y + 1};{x + 1}H"
        if self._y < 0 or down < 0 or self._x >= self._columns:
            self._out.append(straight)
            return
        steps = f"\x1b[{down if down > 1 else ''}B" if down else ""
        if right > 0:
            steps += f"\x1b[{right if right > 1 else ''}C"
        elif right < 0:
            steps += "\b" * -right if right > -4 else f"\x1b[{-right}D"
        self._out.append(min(steps, straight, key=len))
