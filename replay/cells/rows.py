"""Rows of coloured text, built and cut to a width in cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import overload

from replay.cells.ink import Ink, Row, Run
from replay.cells.text import asciified, cell_width, cut, is_narrow
from replay.cells.uneven import part_of, written_over

Lines = list[list[Run]]
"""Lines of runs, not yet filled to a width."""

Overlay = tuple[int, str, Ink]
"""Something written over a row: its first cell, its text and its ink."""

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
    """A row that is written over, again and again for another instant."""

    __slots__ = ("_row", "_starts", "even", "width")

    def __init__(self, row: Row, *, even: bool = False) -> None:
        """Find where each run begins; whoever knows that it is even saves looking."""
        *starts, self.width = accumulate((len(text) for text, _ in row), initial=0)
        self._starts = starts
        self._row = row
        self.even = even or is_even(row)
        """Whether its characters take one cell each, as nearly all that is drawn: then cells are counted by them."""
        if not self.even:
            self.width = row_width(row)

    def over(self, overlays: Iterable[Overlay]) -> Row:
        """The row with texts written over it; an ink without a background keeps the one it is written on.

        Args:
            overlays: In rising order of their first cells; one that begins inside another is left out.
        """
        overlays = [*overlays]
        if not (self.even and is_narrow("".join([text for _, text, _ in overlays]))):
            return written_over(self._row, overlays)
        return self.evenly_over(overlays)

    def evenly_over(self, overlays: Iterable[Overlay]) -> Row:
        """The same where each character of row and texts takes one cell."""
        width = self.width
        out: list[Run] = []
        at = 0
        for overlay in overlays:
            x, text, _ = overlay
            if x < at or x >= width:
                continue
            if x > at:
                self._copy(at, x, out)
            at = min(x + len(text), width)
            out += [(text, ink) for _, text, ink in self.seen(overlay)]
        if at < width:
            self._copy(at, width, out)
        return tuple(out)

    def seen(self, overlay: Overlay) -> Sequence[Overlay]:
        """A text over an even row, cut where that ends, and where an ink without a background comes to another one."""
        x, text, ink = overlay
        row, starts, end = self._row, self._starts, x + len(text)
        if end > self.width:
            end = self.width
            text = text[: end - x]
        if ink.bg is not None:
            return ((x, text, ink),)
        under = bisect_right(starts, x) - 1
        after = bisect_left(starts, end, under + 1)  # the first that begins beyond it
        if after == under + 1:
            return _on_run((x, text, ink), row[under], x - starts[under])
        ends = [*starts[under + 1 : after], end]
        found: list[Overlay] = []
        for at, stop in enumerate(ends, under):
            found += _on_run((x, text[: stop - x], ink), row[at], x - starts[at])
            text, x = text[stop - x :], stop
        return found

    def part(self, start: int, end: int) -> list[Overlay]:
        """What is seen of an even row itself from one cell to another, as texts."""
        starts, row = self._starts, self._row
        found: list[Overlay] = []
        under = bisect_right(starts, start) - 1
        while start < end:
            text, ink = row[under]
            seen = text[start - starts[under] : end - starts[under]]
            found.append((start, seen, ink))
            start += len(seen)
            under += 1
        return found

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
    overlays = [*overlays]
    if is_narrow("".join([*[text for text, _ in row], *[text for _, text, _ in overlays]])):
        return Ground(row, even=True).evenly_over(overlays)
    return written_over(row, overlays)


def between(row: Row, start: int, end: int) -> Sequence[Run]:
    """The runs of a row from cell `start` to cell `end`, the first and the last of them cut."""
    if not is_even(row):
        return part_of(row, start, end)
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
    starts = accumulate((cell_width(text) for text, _ in row), initial=0)
    return tuple((x, text, ink) for x, (text, ink) in zip(starts, row, strict=False))


def _on_run(overlay: Overlay, run: Run, at: int) -> Sequence[Overlay]:
    """A text within a run, from its cell `at` on: a full block is a ground of its own colour."""
    x, text, ink = overlay
    below, own = run
    covered = below[at : at + len(text)]
    if "█" not in covered:
        return ((x, text, _on(ink, own.bg)),)
    found: list[Overlay] = []
    for full, cells in groupby(covered, key="█".__eq__):
        end = x + len(list(cells))
        found.append((x, text[: end - x], _on(ink, own.fg if full else own.bg)))
        text, x = text[end - x :], end
    return found


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


def is_even(row: Row) -> bool:
    """Whether each character of a row takes one cell."""
    if isinstance(row, Written):
        return row.ground.even and is_narrow("".join([text for _, text, _ in row.texts]))
    return is_narrow("".join([text for text, _ in row]))


class Written(Sequence[Run]):
    """A row that is written over, made into runs when these are asked for.

    Thirty times a second rows are only compared, and of two that are written over one ground nothing else can differ
    than what is written: see `replay.cells.changes.patches`.
    """

    __slots__ = ("_row", "ground", "texts")

    def __init__(self, ground: Ground, overlays: Iterable[Overlay] = ()) -> None:
        """Write texts over a ground; see `Ground.over`."""
        self.ground = ground
        self._row: Row | None = None
        texts: list[Overlay] = []
        at, width = 0, ground.width
        for overlay in overlays:
            x = overlay[0]
            if at <= x < width:
                texts.append(overlay)
                at = x + cell_width(overlay[1])
        self.texts = texts
        """Those that are seen, in the order of their cells."""

    def _made(self) -> Row:
        if self._row is None:
            self._row = self.ground.over(self.texts)
        return self._row

    def __len__(self) -> int:
        return len(self._made())

    def __iter__(self) -> Iterator[Run]:
        return iter(self._made())

    @overload
    def __getitem__(self, at: int) -> Run: ...

    @overload
    def __getitem__(self, at: slice) -> Row: ...

    def __getitem__(self, at: int | slice) -> Run | Row:
        return self._made()[at]

    def __eq__(self, other: object) -> bool:
        """Whether the same is written over the same ground; with any other row, whether it is made of the same runs."""
        if isinstance(other, Written) and other.ground is self.ground:
            return self.texts == other.texts
        return self._made() == (other._made() if isinstance(other, Written) else other)

    __hash__ = None  # type: ignore[assignment]


class Painting:
    """A picture that is written over, again and again for another instant.

    What is given depends on the layer alone; rows whose overlays are those of the time before are the very same
    objects, so that who shows them sees at once that nothing has changed there.
    """

    __slots__ = ("_bare", "_layer", "_shown")

    def __init__(self, rows: Sequence[Row]) -> None:
        """Start with nothing over it."""
        self._bare = [Written(Ground(row)) for row in rows]
        self._layer: dict[int, Sequence[Overlay]] = {}
        self._shown: list[Row] = [*self._bare]

    def over(self, layer: Mapping[int, Sequence[Overlay]]) -> list[Row]:
        """The rows with overlays, by row and in rising order of their cells, written over them."""
        before, shown = self._layer, self._shown
        height = len(self._bare)
        now = {y: overlays for y, overlays in layer.items() if overlays and 0 <= y < height}
        changed = [y for y, overlays in now.items() if before.get(y) != overlays]
        bared = before.keys() - now.keys()
        if changed or bared:
            shown = shown.copy()
            for y in changed:
                shown[y] = Written(self._bare[y].ground, now[y])
            for y in bared:
                shown[y] = self._bare[y]
            self._layer, self._shown = now, shown
        return shown
