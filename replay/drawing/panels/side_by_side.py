"""Two to four runners side by side: how they stand, and for each of the others a bar for who gained on whom, where.

A bar stands for what is gained from one mark to the next: upwards for the first of them, downwards for the other. Below
the bars is written how far behind the other then was.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import Layer, fill, over, overlays_of, row_width
from replay.cells.text import cell_width, fit
from replay.drawing.panels.plot import Cursor, read_runs
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look

AXIS = 7
"""Cells left of the bars, for the names and the scale."""
_BESIDE = 7
"""Cells beside a name, and what is told, for the letters and what parts them."""
_EIGHTHS = "▁▂▃▄▅▆▇█"
_LEAST = 2
"""Rows of a chart, at least: one up and one down; with more there is one for the gaps."""
_PASSES = 3
"""Rows for who went past whom, at most."""


class Stands(NamedTuple):
    """One of those who are compared."""

    entry: int
    words: tuple[str, ...]
    """How the runner stands, in several lengths, the longest first."""


class Bar(NamedTuple):
    """From one mark to the next."""

    gained: float
    """Seconds that the first gained on the other; below 0 where the other did."""
    gap: str
    """Of the other, after it."""


class Pair(NamedTuple):
    """The first and another."""

    entry: int
    """The other."""
    bars: tuple[Bar | None, ...]
    """None where it is not known yet."""


class SideBySide(NamedTuple):
    """All that is shown."""

    titles: tuple[str, ...]
    """In several lengths, the longest first."""
    sides: tuple[Stands, ...]
    pairs: tuple[Pair, ...]
    ends: tuple[float, ...]
    """Of the bars: shares of the distance."""
    marks: tuple[tuple[float, str], ...]
    """What stands under the distance: which share of it, and the words."""
    passes: tuple[str, ...]
    """The last of them last."""
    read: Cursor | None = None
    """What is read at a bar, in place of the title."""


def side_by_side_rows(shown: SideBySide, cast: Cast, look: Look, width: int, height: int) -> list[Row]:
    """The comparison in exactly `height` rows of `width` cells."""
    heading = Ink(fg=look.theme.muted, bg=look.theme.panel_raised)
    title = next((title for title in shown.titles if cell_width(title) < width), shown.titles[-1])
    said = [(f" {title}", heading)] if shown.read is None else read_runs(shown.read, cast, look, width)
    rows = [fill(said, width, heading)]
    names = _names(shown, cast, width)
    rows += [_side(side, cast, look, (names, width)) for side in shown.sides]
    room = height - len(rows) - 1
    told = shown.passes[-max(min(_PASSES, room - _LEAST * len(shown.pairs)), 0) :] if room > _LEAST else ()
    high = (room - len(told)) // max(len(shown.pairs), 1)
    for pair in shown.pairs:
        rows += _chart(shown, pair, (cast, look), width, high) if high >= _LEAST and width > 2 * AXIS else []
    rows.append(_foot(shown, look, width))
    rows += [fill([(f" {words}", look.panel)], width, look.panel) for words in told]
    return [*rows, *[fill((), width, look.panel)] * height][:height]


def _names(shown: SideBySide, cast: Cast, width: int) -> int:
    """Cells for the names: for whole ones, if there is room for them beside where each lost most."""
    longest = max((cell_width(cast.names[side.entry]) for side in shown.sides), default=0)
    told = max((cell_width(side.words[-2:][0]) for side in shown.sides if side.words), default=0)
    return 1 + max(min(longest, width - told - _BESIDE), min(width // 5, longest))


def _side(side: Stands, cast: Cast, look: Look, widths: tuple[int, int]) -> Row:
    names, width = widths
    code = cast.codes[side.entry]
    name = fit(f" {cast.names[side.entry]}", names)
    before: list[Run] = [(" ", look.panel), (code, cast.chips[side.entry]), (f"{name} ", look.strong)]
    room = width - row_width(before)
    words = next((words for words in side.words if cell_width(words) <= room), side.words[-1] if side.words else "")
    return fill([*before, (words, look.panel)], width, look.panel)


def _chart(shown: SideBySide, pair: Pair, drawn: tuple[Cast, Look], width: int, height: int) -> list[Row]:
    """The bars of a pair: rows up, rows down, and the gaps."""
    cast, look = drawn
    first = shown.sides[0].entry
    told = height > _LEAST
    up, each = _scale(pair, height - told)
    layers: list[Layer] = [{} for _ in range(height)]
    if shown.read is not None:
        x = AXIS + int((width - AXIS - 1) * shown.read.share)
        for layer in layers:
            layer[x] = look.glyph("│", "|"), look.accent
    for bar, (left, right) in zip(pair.bars, _columns(shown.ends, width), strict=True):
        if bar is None or not each:
            continue
        colour = cast.colours[first if bar.gained > 0 else pair.entry]
        for y, glyph, turned in _cells(round(abs(bar.gained) / each * 8), bar.gained > 0, up, look):
            ink = Ink(look.theme.panel, colour) if turned else Ink(colour, look.theme.panel)
            layers[y].update((x, (glyph, ink)) for x in range(left, right))
    if told:
        _gaps(shown, pair, layers[-1], look, width)
    blank = fill((), width, look.panel)
    rows = [over(blank, overlays_of(layer)) for layer in layers]
    if up > 1 and each:
        rows[1] = over(rows[1], [(0, f"{f'{up * each:.1f} s':>{AXIS - 1}}", look.muted)])
    for y, entry in ((0, first), (up, pair.entry)):
        rows[y] = over(rows[y], [(1, cast.codes[entry], cast.chips[entry])])
    return rows


def _scale(pair: Pair, rows: int) -> tuple[int, float]:
    """How many of the rows are above the middle, and the seconds of each row: all have the same."""
    gains = [bar.gained for bar in pair.bars if bar is not None]
    most, least = max(gains, default=0.0), -min(gains, default=0.0)
    most, least = max(most, 0.0), max(least, 0.0)
    whole = most + least
    up = min(max(round(rows * most / whole) if whole else rows // 2, 1), rows - 1)
    return up, max(most / up, least / (rows - up))


def _columns(ends: Sequence[float], width: int) -> list[tuple[int, int]]:
    """The first cell of each bar, and the one behind its last; a gap between two where there is room."""
    room = width - AXIS - 1
    edges = [AXIS + round(room * share) for share in (0.0, *ends)]
    apart = 1 if room >= 3 * len(ends) else 0
    return [(left, max(right - apart, left + 1)) for left, right in pairwise(edges)]


def _cells(eighths: int, upwards: bool, up: int, look: Look) -> list[tuple[int, str, bool]]:
    """Row, character and whether it is turned over, of a bar so many eighths of a row long.

    Characters fill a cell from below; a bar that hangs down ends in one whose colours are exchanged.
    """
    whole, rest = divmod(eighths, 8)
    if look.drawn:  # no colours to exchange, or no blocks
        whole, rest = max(round(eighths / 8), int(eighths > 0)), 0
    full = look.glyph("█", "#")
    ways = range(up - 1, -1, -1) if upwards else range(up, 10_000)
    found = [(y, full, False) for y, _ in zip(ways, range(whole), strict=False)]
    if rest:
        y = up - 1 - whole if upwards else up + whole
        found.append((y, _EIGHTHS[rest - 1], False) if upwards else (y, _EIGHTHS[7 - rest], True))
    return found


def _gaps(shown: SideBySide, pair: Pair, layer: Layer, look: Look, width: int) -> None:
    """How far behind the other was after each bar, as many of them as there is room for: the last, and from there."""
    free = width
    for (_, right), bar in reversed(list(zip(_columns(shown.ends, width), pair.bars, strict=True))):
        if bar is None:
            continue
        start = right - cell_width(bar.gap)
        if right < free and start >= AXIS:
            layer.update((start + at, (char, look.muted)) for at, char in enumerate(bar.gap))
            free = start


def _foot(shown: SideBySide, look: Look, width: int) -> Row:
    """The distance."""
    cells = [" "] * width
    for share, words in shown.marks:
        at = AXIS + round((width - AXIS - 1) * share) - len(words) // 2
        at = max(min(at, width - len(words)), 0)
        if not any(cell != " " for cell in cells[max(at - 1, 0) : at + len(words) + 1]):
            cells[at : at + len(words)] = words
    runs: list[Run] = [(fit("".join(cells), width), look.muted)]
    return fill(runs, width, look.panel)
