"""The chart: how far everybody has been behind the leader, from the start to now.

Along it runs the leader's distance, up is the leader, down is behind. It ends at the present: nothing to come is
drawn, and the scale grows only with what has been seen.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from replay.drawing.cast import Cast
from replay.drawing.ink import Ink, Row
from replay.drawing.look import Look
from replay.drawing.rows import Overlay, fill, over
from replay.race import When, WhenKind
from replay.timeline import Timeline

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bits of a braille character by row and column of its dots (Unicode, Braille Patterns)."""

_SCALES = (5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 5000, 10000, 20000)
"""Metres from the top to the bottom; the first that holds everybody seen so far but the last stragglers."""

DRAWN = 16
"""Runners drawn: more lines than that cannot be told apart."""


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


def chart_rows(
    chart: GapChart, t: float, entries: Sequence[int], cast: Cast, look: Look, width: int, height: int
) -> list[Row]:
    """The chart in exactly `height` rows of `width` cells, a heading and a scale among them.

    Args:
        chart: The samples, made for `width - 6`.
        t: Seconds from the gun.
        entries: Who is drawn, the most important first.
        cast: Letters and colours.
        look: Inks.
        width: Cells.
        height: Rows.
    """
    theme = look.theme
    title = Ink(fg=theme.muted, bg=theme.panel_raised)
    rows = [fill([(" metres behind the leader", title)], width, title)]
    high, past = height - 1, chart.upto(t)
    entries = entries[:DRAWN]
    reach = _reach(chart, past, entries)
    cells: dict[tuple[int, int], list[int]] = {}
    for entry in reversed(entries):
        _plot(chart, past, entry, reach, high, cells)
    lines = _lines(cells, cast, look, width, high)
    blank = fill((), width, look.panel)
    labels = {0: "0", high - 1: f"{reach:g}", (high - 1) // 2: f"{reach / 2:g}"}
    for y in range(high):
        label = (0, f"{labels.get(y, ''):>4} ", look.muted)
        rows.append(over(blank, [label, *_tail(lines.get(y, ()), chart, past, y, entries, reach, high, cast)]))
    return rows


def _reach(chart: GapChart, past: int, entries: Sequence[int]) -> float:
    """The metres the scale holds: nine tenths of what was seen, so that one straggler does not flatten the rest."""
    seen = sorted(gap for column in chart.gaps[:past] for gap in (column[entry] for entry in entries) if gap == gap)
    wanted = seen[int(len(seen) * 0.95)] if seen else 0.0
    return next((float(scale) for scale in _SCALES if scale >= wanted), float(_SCALES[-1]))


def _plot(
    chart: GapChart, past: int, entry: int, reach: float, high: int, cells: dict[tuple[int, int], list[int]]
) -> None:
    """Lay a runner's line: the last laid has the colour of a cell, and the dots of all are kept."""
    gaps = [column[entry] for column in chart.gaps[:past]]
    dots = [_dot(gap, reach, high) for gap in gaps]
    for x, (before, now) in enumerate(pairwise([dots[0] if dots else None, *dots])):
        if now is None:
            continue
        jumped = x > 0 and abs(gaps[x] - gaps[x - 1]) > chart.jump
        first = now if before is None or jumped else before
        for y in range(min(first, now), max(first, now) + 1) if abs(first - now) > 1 else (now,):
            cell = cells.setdefault((x // 2, y // 4), [0, entry])
            cell[0] |= _DOTS[y % 4][x % 2]
            cell[1] = entry


def _dot(gap: float, reach: float, high: int) -> int | None:
    if gap != gap or gap > reach:
        return None
    return round(gap / reach * (high * 4 - 1))


def _lines(
    cells: dict[tuple[int, int], list[int]], cast: Cast, look: Look, width: int, high: int
) -> dict[int, list[Overlay]]:
    lines: dict[int, list[Overlay]] = {}
    for (x, y), (bits, entry) in sorted(cells.items()):
        if 5 + x < width and 0 <= y < high:
            glyph = "." if look.ascii else chr(0x2800 + bits)
            lines.setdefault(y, []).append((5 + x, glyph, Ink(fg=cast.colours[entry], bg=look.theme.panel)))
    return lines


def _tail(
    line: Sequence[Overlay],
    chart: GapChart,
    past: int,
    y: int,
    entries: Sequence[int],
    reach: float,
    high: int,
    cast: Cast,
) -> list[Overlay]:
    """The line of row `y` with the letters of those who are there now at its end, side by side."""
    x = 5 + (past + 1) // 2
    if not past:
        return list(line)
    here = [
        entry
        for entry in entries
        if (dot := _dot(chart.gaps[past - 1][entry], reach, high)) is not None and dot // 4 == y
    ]
    letters: list[Overlay] = [(x + at, cast.tags[entry], cast.chips[entry]) for at, entry in enumerate(here[:6])]
    return [*(overlay for overlay in line if overlay[0] < x), *letters]
