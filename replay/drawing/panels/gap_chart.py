"""The chart: how far everybody has been behind the leader, from the start to now.

Along it runs the leader's distance, up is the leader, down is behind. It ends at the present: nothing to come is
drawn, and the scale grows only with what has been seen.
"""

import math
from bisect import bisect_right, insort
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Row
from replay.cells.memo import Kept
from replay.cells.rows import Ground, Overlay, fill
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.race import When, WhenKind
from replay.state.timeline import Timeline

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bits of a braille character by row and column of its dots (Unicode, Braille Patterns)."""

_SCALES = (5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 5000, 10000, 20000)
"""Metres from the top to the bottom; the first that holds everybody seen so far but the last stragglers."""

DRAWN = 16
"""Runners drawn: more lines than that cannot be told apart."""

FIRST = 5
"""The first cell of the lines; the scale stands before them."""

_SIDE_BY_SIDE = 6
"""Letters at the end of a row, at most."""

_JUMP = 0.15
"""A line that changes by more than this part of what the leader runs meanwhile (and a metre) is broken: nobody loses or
wins that much, but everybody does when a leader steps off the track."""


class GapChart:
    """The gaps of a race by the leader's distance, sampled once for a width."""

    def __init__(self, timeline: Timeline, width: int) -> None:
        """Sample a chart of `width` cells: two samples a cell."""
        self.columns = max(width * 2, 2)
        distance = timeline.race.distance
        self.jump = _JUMP * distance / self.columns + 1.0
        ends = [timeline.motion.end(entry) for entry in range(len(timeline.race.entries))]
        self._lines = Kept[Lines]()
        self.times: list[float] = []
        self.gaps: list[list[float]] = []
        for column in range(1, self.columns + 1):
            metres = distance * column / self.columns
            t = timeline.time_of(When(WhenKind.DISTANCE, metres))
            run = timeline.motion.distances_at(t)
            self.times.append(t)
            here = [end is not None and t <= end + 1e-6 for end in ends]
            self.gaps.append(
                [max(metres - float(at), 0.0) if on else math.nan for at, on in zip(run, here, strict=True)]
            )

    def upto(self, t: float) -> int:
        """How many columns lie in the past at `t`."""
        return bisect_right(self.times, t + 1e-9)

    def order(self, past: int) -> list[int]:
        """The entries in the order of the last of so many columns, without those who are nowhere there."""
        if not past:
            return []
        gaps = self.gaps[past - 1]
        return sorted((entry for entry, gap in enumerate(gaps) if gap == gap), key=gaps.__getitem__)

    def lines(self, entries: Iterable[int], cast: Cast, look: Look, high: int, chosen: Collection[int] = ()) -> "Lines":
        """The lines of these runners: those asked for last, if they were the same."""
        who, over = frozenset(entries), frozenset(chosen)
        return self._lines.get((who, over, look, high), lambda: Lines(self, sorted(who), over, cast, look, high))


class Gaps(NamedTuple):
    """All that the chart shows."""

    chart: GapChart
    """The samples."""
    past: int
    """How many of its columns lie in the past."""
    entries: tuple[int, ...]
    """Who is drawn, the most important first."""
    chosen: tuple[int, ...] = ()
    """Whose lines lie over the others'."""


def gaps_of(chart: GapChart, t: float, chosen: Sequence[int] = ()) -> Gaps:
    """The gaps at `t` seconds: of the first, and of the chosen wherever they are."""
    past = chart.upto(t)
    # In the order of the last column, which changes less often than the race's.
    return Gaps(chart, past, tuple(dict.fromkeys([*chosen, *chart.order(past)]))[:DRAWN], tuple(chosen))


def chart_rows(gaps: Gaps, cast: Cast, look: Look, width: int, height: int) -> list[Row]:
    """The chart in exactly `height` rows of `width` cells, a heading and a scale among them."""
    chart, past, entries, chosen = gaps
    theme = look.theme
    title = Ink(fg=theme.muted, bg=theme.panel_raised)
    rows = [fill([(" metres behind the leader", title)], width, title)]
    high = height - 1
    lines = chart.lines(entries, cast, look, high, chosen)
    reach = lines.upto(past)
    letters = _letters(chart, past, entries, reach, high, cast)
    end = FIRST + (past + 1) // 2
    blank = Ground(fill((), width, look.panel))
    labels = {0: "0", high - 1: f"{reach:g}", (high - 1) // 2: f"{reach / 2:g}"}
    for y in range(high):
        label = (0, f"{labels.get(y, ''):>4} ", look.muted)
        rows.append(blank.over([label, *lines.row(y), *((end + at, *letter) for at, letter in letters.get(y, ()))]))
    return rows


class Lines:
    """The lines of some runners up to now, which go on where they ended when time goes on.

    In a cell that two lines share stand the dots of both, in the colour of who is chosen or else was in front there:
    it says nothing about what came later.
    """

    def __init__(
        self, chart: GapChart, entries: Sequence[int], chosen: Collection[int], cast: Cast, look: Look, high: int
    ) -> None:
        """Begin lines in so many rows."""
        self._chart, self._entries, self._chosen = chart, entries, chosen
        self._cast, self._look, self._high = cast, look, high
        self._seen: list[float] = []
        """All gaps so far, in rising order."""
        self._past = 0
        self._reach = 0.0
        self._drawn = 0
        """Cells along that are whole: of two columns each."""
        self._rows: list[list[Overlay]] = []
        self._half: dict[int, Overlay] = {}
        """What stands in the cell after them, by row."""

    def upto(self, past: int) -> float:
        """Draw so many columns; the metres that the scale holds."""
        if past < self._past:
            self._past, self._seen = 0, []
            self._begin()
        for gaps in self._chart.gaps[self._past : past]:
            for entry in self._entries:
                if gaps[entry] == gaps[entry]:
                    insort(self._seen, gaps[entry])
        self._past = past
        reach = _reach(self._seen)
        if reach != self._reach or not self._rows:
            self._reach = reach
            self._begin()
        for x in range(self._drawn, past // 2):
            for y, (_, glyph, ink) in self._cells(x).items():
                _append(self._rows[y], (FIRST + x, glyph, ink))
        self._drawn = past // 2
        self._half = self._cells(self._drawn) if past % 2 else {}
        return reach

    def _begin(self) -> None:
        self._drawn = 0
        self._rows = [[] for _ in range(self._high)]

    def row(self, y: int) -> Iterable[Overlay]:
        """What stands in row `y`."""
        return (*self._rows[y], self._half[y]) if y in self._half else self._rows[y]

    def _cells(self, x: int) -> dict[int, Overlay]:
        """The cells of one place along, by row."""
        columns = range(2 * x, min(2 * x + 2, self._past))
        cells: dict[int, tuple[int, int]] = {}
        there = {
            entry: gap
            for column in columns
            for entry in self._entries
            if (gap := self._chart.gaps[column][entry]) == gap
        }
        for entry in sorted(there, key=lambda entry: (entry in self._chosen, -there[entry])):
            for column in columns:
                for y in self._dots(column, entry):
                    bits, _ = cells.get(y // 4, (0, entry))
                    cells[y // 4] = bits | _DOTS[y % 4][column % 2], entry
        panel, colours, plain = self._look.theme.panel, self._cast.colours, self._look.ascii
        return {
            y: (FIRST + x, "." if plain else chr(0x2800 + bits), Ink(fg=colours[entry], bg=panel))
            for y, (bits, entry) in cells.items()
        }

    def _dots(self, column: int, entry: int) -> Iterable[int]:
        """The dots of a runner's line in a column, joined to those of the column before unless the line is broken."""
        gap = self._chart.gaps[column][entry]
        now = _dot(gap, self._reach, self._high)
        if now is None:
            return ()
        old = self._chart.gaps[column - 1][entry] if column else gap
        before = _dot(old, self._reach, self._high)
        if before is None or abs(gap - old) > self._chart.jump or abs(before - now) <= 1:
            return (now,)
        return range(min(before, now), max(before, now) + 1)


def _append(line: list[Overlay], cell: Overlay) -> None:
    """Add a cell to a line, to the last of its texts where that ends there in the same ink."""
    x, glyph, ink = cell
    if line and line[-1][2] == ink and line[-1][0] + len(line[-1][1]) == x:
        line[-1] = line[-1][0], line[-1][1] + glyph, ink
    else:
        line.append(cell)


def _reach(seen: Sequence[float]) -> float:
    """The metres the scale holds: nearly all that was seen, so that one straggler does not flatten the rest."""
    wanted = seen[int(len(seen) * 0.95)] if seen else 0.0
    return next((float(scale) for scale in _SCALES if scale >= wanted), float(_SCALES[-1]))


def _dot(gap: float, reach: float, high: int) -> int | None:
    if gap != gap or gap > reach:
        return None
    return round(gap / reach * (high * 4 - 1))


def _letters(
    chart: GapChart, past: int, entries: Sequence[int], reach: float, high: int, cast: Cast
) -> dict[int, list[tuple[int, tuple[str, Ink]]]]:
    """The letters at the ends of the lines, by row: how many cells after the end, and what."""
    letters: dict[int, list[tuple[int, tuple[str, Ink]]]] = {}
    for entry in entries if past else ():
        dot = _dot(chart.gaps[past - 1][entry], reach, high)
        here = letters.setdefault(dot // 4, []) if dot is not None else []
        if len(here) < _SIDE_BY_SIDE:
            here.append((len(here), (cast.tags[entry], cast.chips[entry])))
    return letters
