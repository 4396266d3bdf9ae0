"""Rows of coloured text, built and cut to a width in cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from replay.cells.ink import Ink, Row, Run
from replay.cells.text import asciified, cell_width, cut

Lines = list[list[Run]]
"""Lines of runs, not yet filled to a width."""

Overlay = tuple[int, str, Ink]
"""Something written over a row: its first cell, its text (of one-cell characters) and its ink."""

Layer = dict[int, tuple[str, Ink]]
"""Single characters over a row, by cell."""


def row_width(row: Iterable[Run]) -> int:
    """Cells the row takes."""
    return sum(cell_width(text) for text, _ in row)


def fill(row: Iterable[Run], width: int, ink: Ink) -> Row:
    """The row in exactly `width` cells: cut, or filled on the right in `ink`."""
    kept: list[Run] = []
    left = width
    for text, run_ink in row:
        size = cell_width(text)
        if size > left:
            text = cut(text, left)
            size = cell_width(text)
        if text:
            kept.append((text, run_ink))
        left -= size
        if left <= 0:
            break
    if left > 0:
        kept.append((" " * left, ink))
    return tuple(kept)


def spread(left: Iterable[Run], right: Sequence[Run], width: int, ink: Ink) -> Row:
    """`left` and `right` at the two ends of a row of `width` cells; where both do not fit, `right` stays whole."""
    room = max(width - row_width(right), 0)
    return fill((*fill(left, room, ink), *right), width, ink)


class Ground:
    """A row that is written over, again and again for another instant; its characters take one cell each."""

    __slots__ = ("_row", "_starts", "_width")

    def __init__(self, row: Row) -> None:
        """Find where each run begins."""
        *starts, self._width = accumulate((len(text) for text, _ in row), initial=0)
        self._starts = starts
        self._row = row

    def over(self, overlays: Iterable[Overlay]) -> Row:
        """The row with texts written over it; an ink without a background keeps the one it is written on.

        Args:
            overlays: In rising order of their first cells; one that begins inside another is left out.
        """
        row, starts, width = self._row, self._starts, self._width
        out: list[Run] = []
        at = 0
        for x, text, ink in overlays:
            if x < at or x >= width:
                continue
            if x > at:
                self._copy(at, x, out)
            at = min(x + len(text), width)
            if ink.bg is not None:
                out.append((text[: at - x], ink))
                continue
            while x < at:
                under = bisect_right(starts, x) - 1
                end = min(starts[under + 1] if under + 1 < len(starts) else width, at)
                out.append((text[: end - x], _on(ink, row[under][1].bg)))
                text, x = text[end - x :], end
        if at < width:
            self._copy(at, width, out)
        return tuple(out)

    def _copy(self, start: int, end: int, out: list[Run]) -> None:
        """Add the runs from cell `start` to cell `end`: parts of those that are cut, and the others themselves."""
        starts, row = self._starts, self._row
        first = bisect_right(starts, start) - 1
        last = bisect_left(starts, end, first) - 1
        begin, cut_off = starts[first], starts[last]
        if start > begin:
            text, ink = row[first]
            out.append((text[start - begin : end - begin], ink))
            first += 1
        if first > last:
            return
        out += row[first : last + 1]
        text, ink = row[last]
        if end < cut_off + len(text):
            out[-1] = text[: end - cut_off], ink


def over(row: Row, overlays: Iterable[Overlay]) -> Row:
    """A row with texts written over it, once; see `Ground.over`."""
    return Ground(row).over(overlays)


def between(row: Row, start: int, end: int) -> list[Run]:
    """The runs of a row from cell `start` to cell `end`, the first and the last of them cut; one cell a character."""
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


def asciified_row(row: Row) -> Row:
    """The row in ASCII, as many cells wide; the very same where it is ASCII already."""
    if all(text.isascii() for text, _ in row):
        return row
    return tuple((asciified(text), ink) for text, ink in row)


def overlays_of(layer: Layer) -> list[Overlay]:
    """A row's characters as texts, neighbours of one ink together."""
    out: list[Overlay] = []
    start, text, last = -1, "", None
    for x in sorted(layer):
        character, ink = layer[x]
        if x == start + len(text) and ink is last:
            text += character
            continue
        if last is not None:
            out.append((start, text, last))
        start, text, last = x, character, ink
    if last is not None:
        out.append((start, text, last))
    return out


def overlays_in(row: Row) -> tuple[Overlay, ...]:
    """A whole row as texts over another."""
    starts = accumulate((len(text) for text, _ in row), initial=0)
    return tuple((x, text, ink) for x, (text, ink) in zip(starts, row, strict=False))


_ON: dict[tuple[Ink, int | None], Ink] = {}


def _on(ink: Ink, background: int | None) -> Ink:
    known = _ON.get((ink, background))
    if known is None:
        known = _ON[ink, background] = Ink(
            fg=ink.fg,
            bg=background,
            bold=ink.bold,
            dim=ink.dim,
            italic=ink.italic,
            underline=ink.underline,
            reverse=ink.reverse,
        )
    return known


def plain(rows: Iterable[Row]) -> str:
    """The text of rows without their colours, for tests and for terminals that have none."""
    return "\n".join("".join(text for text, _ in row).rstrip() for row in rows)


class Painting:
    """A picture that is written over, again and again for another instant.

    What is given depends on the layer alone; rows whose overlays are those of the time before are the very same
    objects, so that who shows them sees at once that nothing has changed there.
    """

    __slots__ = ("_grounds", "_layer", "_shown", "rows")

    def __init__(self, rows: Sequence[Row]) -> None:
        """Start with nothing over it."""
        self.rows = tuple(rows)
        self._grounds = [Ground(row) for row in rows]
        self._layer: dict[int, Sequence[Overlay]] = {}
        self._shown = list(self.rows)

    def over(self, layer: Mapping[int, Sequence[Overlay]]) -> list[Row]:
        """The rows with overlays, by row and in rising order of their cells, written over them."""
        before, shown = self._layer, self._shown
        now = {y: overlays for y, overlays in layer.items() if overlays and 0 <= y < len(self.rows)}
        changed = [y for y in before.keys() | now.keys() if before.get(y) != now.get(y)]
        if changed:
            shown = shown.copy()
            for y in changed:
                shown[y] = self._grounds[y].over(now[y]) if y in now else self.rows[y]
            self._layer, self._shown = now, shown
        return shown
