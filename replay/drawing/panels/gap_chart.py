"""The chart: how far everybody has been behind the leader, from the start to now.

Along it runs the leader's distance, up is the leader, down is behind. It goes to a round number of metres soon after
those that he has run, and its lines end at the present: nothing to come is drawn, the last of the columns that have
passed has the gaps of now, and the scale grows only with what has been seen.
Who is further behind than it reaches is told at its foot, and those who are home are in the order of the result.
"""

import math
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from replay.cells.ink import Ink, Row
from replay.cells.memo import Kept
from replay.cells.rows import Overlay, Painting, fill
from replay.drawing.panels.chart_end import with_end
from replay.drawing.panels.gap_begin import begin, start_of
from replay.drawing.panels.gap_ends import as_told, ends_of, go_on
from replay.drawing.panels.gap_finals import finals_of
from replay.drawing.panels.gap_scale import FIRST as HELD
from replay.drawing.panels.gap_scale import Scale, bottom_of, dot_of, numbers
from replay.drawing.panels.schedule import paces, schedule_rows
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.race import When, WhenKind
from replay.state.timeline import RaceState, Timeline

Size = tuple[int, int]
"""Cells and rows."""

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""Bits of a braille character by row and column of its dots (Unicode, Braille Patterns)."""

DRAWN = 32
"""Runners drawn: more than any field has whose runners have letters of their own, but for those of whole marathons."""

FIRST = 5
"""The first cell of the lines; the scale stands before them."""

_AXIS = 8
"""Rows of a chart that has one for the laps."""
_BOLD = 3
"""Of the first, how many have lines in their full colours."""

_JUMP = 0.15
"""A line that changes by more than this part of what the leader runs meanwhile (and a metre) is broken: nobody loses or
wins that much, but everybody does when a leader steps off the track."""


class GapChart:
    """The gaps of a race by the leader's distance, sampled once for a width."""

    def __init__(
        self, timeline: Timeline, width: int, marks: Sequence[tuple[float, str]] = (), end: float = math.inf
    ) -> None:
        """Sample a chart of `width` cells: two samples a cell.

        Args:
            timeline: The race.
            width: Cells.
            marks: Metres and label of what anyone knows beforehand: laps, the bell.
            end: Metres to which it goes; to the end of the race, if that is less.
        """
        self.columns = max(width * 2, 2)
        distance = timeline.race.distance
        end = min(end, distance)
        self.race, self.way = timeline.race, tuple(marks)
        shown = with_end(marks, end, timeline.track) if marks and end < distance else marks
        self.whole = end == distance
        """Whether it goes to the end of the race."""
        self.begins = begin(timeline)
        """Seconds from which on it has something to say."""
        self.paced = paces(timeline.race)
        """Whether before them an even pace for records is told."""
        self._timeline = timeline
        start = start_of(timeline, end)
        part = self.columns / (end - start)
        self.marks = tuple(
            (int((metres - start) * part + 1e-9) // 2, label) for metres, label in shown if start < metres <= end
        )
        """The cells of the marks, and their labels."""
        homes = [timeline.home(entry) for entry in range(len(timeline.race.entries))]
        won = timeline.winner_time or min(filter(None, homes), default=math.inf)  # where only guests come home
        self.homes = homes
        self.ghosts = frozenset(i for i, entry in enumerate(timeline.race.entries) if entry.ghost)
        """Who is shown as far as the scale reaches, and does not set it."""
        self.finals = finals_of(timeline, homes, won)
        """Metres behind at the finish: seconds behind at the winner's mean speed, but in a race for distance."""
        self.jump = _JUMP / part + 1.0
        self._ends = timeline.motion.ends()
        self._lines = Kept[Lines]()
        self._scales = Kept[Scale]()
        self.times: list[float] = []
        self.gaps: list[list[float]] = []
        for column in range(1, self.columns + 1):
            metres = start + column / part if column < self.columns else end
            t = timeline.time_of(When(WhenKind.DISTANCE, metres))
            self.times.append(t)
            self.gaps.append(self._behind(metres, t))
        there = [[at for at, gaps in enumerate(self.gaps) if gaps[entry] == gaps[entry]] for entry in range(len(homes))]
        self.lasts = [columns[-1] if columns else -1 for columns in there]
        """By entry the last column that he is in: before the end of who leaves the track."""
        self._left = self._leavers()

    def left(self, past: int) -> list[tuple[int, int]]:
        """Column and entry of every leader who left the track in the first columns."""
        return [(column, entry) for column, entry in self._left if column < past]

    def upto(self, t: float) -> int:
        """How many columns lie in the past at `t`."""
        return bisect_right(self.times, t + 1e-9)

    def _leavers(self) -> list[tuple[int, int]]:
        """Column and entry of every leader who left the track."""
        found = []
        for column, (before, now) in enumerate(pairwise(self.gaps), 1):
            led = min(((gap, entry) for entry, gap in enumerate(before) if gap == gap), default=None)
            if led is not None and now[led[1]] != now[led[1]]:
                found.append((column, led[1]))
        return found

    def present(self, t: float, lead: float) -> list[tuple[int, float]]:
        """Entries with their metres behind at `t`, the first one first: nobody who is nowhere, or before a column.

        From the winner's finish on they are those of that moment. `lead` are the metres that the leader has run.
        """
        past = self.upto(t)
        if not past:
            return []
        gaps = self.gaps[-1] if self.whole and past == self.columns else self._behind(lead, t)
        found = [(entry, gap) for entry, gap in enumerate(gaps) if gap == gap]
        return sorted(found, key=itemgetter(1))

    def _behind(self, metres: float, t: float) -> list[float]:
        """How far everybody is behind so many metres at `t`; nan for who is not on the track, or nobody knows it."""
        run, known = self._timeline.motion.distances_at(t), t >= self._timeline.order_since
        here = (known and end is not None and t <= end + 1e-6 for end in self._ends)
        return [max(metres - float(at), 0.0) if on else math.nan for at, on in zip(run, here, strict=True)]

    def reach(self, gaps: "Gaps") -> float:
        """The metres that the scale holds: with those asked for, and the first who are home, wherever they are."""
        scale = self._scales.get(gaps.asked, lambda: Scale(self.gaps, gaps.asked, self.ghosts))
        finals = sorted(self.finals[entry] for entry in gaps.home - self.ghosts)
        return scale.upto(gaps.past, max(finals[:HELD], default=0.0))

    def lines(self, gaps: "Gaps", cast: Cast, look: Look, size: Size) -> "Lines":
        """The lines of the runners that are drawn: those asked for last, if they were the same."""
        who = frozenset(gaps.entries), gaps.bold
        return self._lines.get((who, look, size), lambda: Lines(gaps, cast, look, size))


class Gaps(NamedTuple):
    """All that the chart shows."""

    chart: GapChart
    """The samples."""
    past: int
    """How many of its columns lie in the past."""
    entries: tuple[int, ...]
    """Who is drawn, the most important first."""
    now: tuple[tuple[int, float], ...] = ()
    """Entries with their metres behind at the present, the first one first: where the lines end."""
    bold: frozenset[int] = frozenset()
    """Whose lines have their full colours, and lie over the others'."""
    asked: frozenset[int] = frozenset()
    """Who is on the scale wherever he is."""
    home: frozenset[int] = frozenset()
    """Who is home."""
    left: tuple[tuple[int, int], ...] = ()
    """Column and entry of every leader who has left the track."""
    title: str = "metres behind the leader"
    broken: frozenset[int] = frozenset()
    """Whose lines do not lead to where they are now: see `GapChart.jump`."""


def gaps_of(chart: GapChart, state: RaceState, chosen: Sequence[int] = (), more: str = "") -> Gaps:
    """The gaps as a race stands: of the first, and of the chosen wherever they are; `more` stands behind the title.

    Of a race with records that has only just begun there are none yet, nor where nobody knows the order: an even pace
    for records stands there.
    """
    t = state.time
    past = chart.upto(t)
    if not state.order_known or (t < chart.begins and chart.paced):
        return Gaps(chart, 0, (), title="gaps not known")
    present = chart.present(t, state.leader_distance)
    if not past:  # all are level
        present = [(runner.entry, 0.0) for runner in state.standings if runner.distance is not None]
    order = [entry for entry, _ in present]
    gone = [entry for entry, last in enumerate(chart.lasts) if 0 <= last < past - 1 and entry not in order]
    ghosts = (entry for entry in order if entry in chart.ghosts)
    entries = tuple(dict.fromkeys([*chosen, *ghosts, *order, *gone]))[:DRAWN]
    # No finer than can be seen, so that it is not drawn anew for nothing.
    now = tuple((entry, round(gap, 1)) for entry, gap in present if entry in entries)
    home = frozenset(entry for entry in entries if chart.homes[entry] <= t)
    if home:
        ranks = {runner.entry: rank for rank, runner in enumerate(state.standings)}
        told = {entry: chart.finals[entry] if entry in home else 0.0 for entry in order}  # no result before its time
        order = sorted(order, key=lambda entry: (entry not in home, told[entry], ranks.get(entry, len(ranks))))
        now = tuple(sorted(now, key=lambda one: ranks.get(one[0], len(ranks))))
    bold = frozenset([*chosen, *order[:_BOLD]])
    title = f"metres behind{more}" if more else "metres behind the leader"
    if len(order) > DRAWN:
        title += f" (first {len(entries)})"
    before = chart.gaps[past - 2] if past > 1 else []
    broken = frozenset(entry for entry, gap in now if before and abs(gap - before[entry]) > chart.jump)
    asked = frozenset(chosen) - chart.ghosts
    return Gaps(chart, past, entries, now, bold, asked, home, tuple(chart.left(past)), title, broken)


def as_seen(gaps: Gaps, height: int) -> Gaps:
    """The gaps as far as a chart of so many rows tells them: the present ones to a dot, so that it stays a while."""
    if gaps.home:  # they are those of the winner's finish, and stay
        return gaps
    high = _rows_of_lines(gaps.chart, height)
    bottom = bottom_of(gaps.chart.reach(gaps), high)
    dot = bottom / (high * 4 - 1)
    now = ((entry, min(round(gap / dot) * dot, bottom) if gap <= bottom else as_told(gap)) for entry, gap in gaps.now)
    return gaps._replace(now=tuple(now))


def _rows_of_lines(chart: GapChart, height: int) -> int:
    """Rows for lines in a chart of so many: one is the heading, and one tells the laps where there is room."""
    return height - 2 if height >= _AXIS and chart.marks else height - 1


def chart_rows(gaps: Gaps, cast: Cast, look: Look, width: int, height: int) -> list[Row]:
    """The chart in exactly `height` rows of `width` cells, a heading and a scale among them."""
    chart, past = gaps.chart, gaps.past
    title = Ink(fg=look.theme.muted, bg=look.theme.panel_raised)
    rows = [fill([(f" {gaps.title}", title)], width, title)]
    if not gaps.entries:
        paced = schedule_rows(chart.race, chart.way, look, width, height)
        return paced if chart.paced else [*rows, *[fill((), width, look.panel)] * (height - 1)]
    high = _rows_of_lines(chart, height)
    lines = chart.lines(gaps, cast, look, (width, high))
    reach = lines.upto(gaps)
    end = FIRST + (past + 1) // 2 + (not look.coloured)  # what is on the letters' own colour is no part of the line
    finals = {entry: final for entry in gaps.home if (final := chart.finals[entry]) < math.inf}
    found = [(entry, finals.get(entry, gap)) for entry, gap in gaps.now]
    ends = ends_of(found, bottom_of(reach, high), cast, look, (width - end, high))
    labels = numbers(reach, high)
    layer: dict[int, list[Overlay]] = {}
    for y in range(high):
        label = (0, f"{labels.get(y, ''):>4} ", look.muted)
        layer[y] = [label, *lines.row(y), *((end + at, text, ink) for at, text, ink in ends.get(y, ()))]
    if height - high > 1:
        layer[high] = _along(gaps, cast, look, width)
    return [*rows, *lines.painting.over(layer)[: height - 1]]


def _along(gaps: Gaps, cast: Cast, look: Look, width: int) -> list[Overlay]:
    """What lies along the chart: laps and the bell, and where a leader left the track, from whom all was counted."""
    known = {label for _, label in gaps.chart.way}
    every = [(cell, label, look.muted) for cell, label in gaps.chart.marks]
    laps = [mark for mark in every if mark[1] in known]
    bell = [laps.pop()] if laps and laps[-1][1] == "bell" else []
    end = [mark for mark in every if mark[1] not in known]  # how far it goes matters least
    gone = [(column // 2, f"{cast.codes[entry]} off", look.panel) for column, entry in gaps.left]
    placed: list[Overlay] = []
    for cell, label, ink in [*bell, *gone, *reversed(laps), *end]:
        middle = FIRST + cell - len(label) // 2
        for x in (middle, middle - len(label) // 2) if ink is look.panel else (middle,):
            x = min(max(x, 0), width - len(label))
            if x >= 0 and all(x + len(label) < at or at + len(text) < x for at, text, _ in placed):
                placed.append((x, label, ink))
                break
    return sorted(placed, key=lambda overlay: overlay[0])


class Lines:
    """The lines of some runners up to now, which go on where they ended; a cell that lines share has the dots of all.

    Its colour is that of who led there, else of who is bold and was in front.
    """

    def __init__(self, gaps: "Gaps", cast: Cast, look: Look, size: Size) -> None:
        """Begin lines in so many cells and rows, of whom a chart shows, and as it shows them."""
        self._chart, self._entries = gaps.chart, sorted(gaps.entries)
        self._bold = gaps.bold
        self._letters = {entry: cast.tags[entry] if entry in gaps.bold else "." for entry in gaps.entries}
        """In what the lines are drawn where there are no dots."""
        width, high = size
        self._look, self._high = look, high
        self.painting = Painting([fill((), width, look.panel)] * (high + 1))
        """What they are written on, with a row below for the laps."""
        panel = look.theme.panel
        self._inks = {
            entry: Ink(
                fg=cast.colours[entry] if entry in self._bold else look.theme.faded(cast.colours[entry]), bg=panel
            )
            for entry in self._entries
        }
        self._past = 0
        self._now: Mapping[int, float] = {}
        self._rank: Mapping[int, int] = {}
        self._broken: Collection[int] = ()
        self._reach = self._bottom = 0.0
        self._drawn = 0
        """Cells along that stay as they are: of two columns each, and none of them the last."""
        self._rows: list[list[Overlay]] = []
        self._last: dict[int, Overlay] = {}
        """What stands in the cell after them, by row."""

    def upto(self, gaps: "Gaps") -> float:
        """Draw the columns that are past, of which the last has the gaps of now; the metres that the scale holds.

        The lines of those who are `broken` begin anew there.
        """
        past = gaps.past
        if past < self._past:
            self._begin()
        self._past, self._now, self._broken = past, dict(gaps.now), gaps.broken
        self._rank = {entry: rank for rank, entry in enumerate(self._now)}
        reach = self._chart.reach(gaps)
        if reach != self._reach or not self._rows:
            self._reach, self._bottom = reach, bottom_of(reach, self._high)
            self._begin()
        whole = max(past - 1, 0) // 2
        for x in range(self._drawn, whole):
            for y, (_, glyph, ink) in self._cells(x).items():
                go_on(self._rows[y], (FIRST + x, glyph, ink))
        self._drawn = whole
        self._last = self._cells(whole)
        return reach

    def _begin(self) -> None:
        self._drawn = 0
        self._rows = [[] for _ in range(self._high)]

    def row(self, y: int) -> Iterable[Overlay]:
        """What stands in row `y`."""
        return (*self._rows[y], self._last[y]) if y in self._last else self._rows[y]

    def _cells(self, x: int) -> dict[int, Overlay]:
        """The cells of one place along, by row."""
        columns = range(2 * x, min(2 * x + 2, self._past))
        cells: dict[int, tuple[int, int]] = {}
        there = {
            entry: gap for column in columns for entry in self._entries if (gap := self._gap(column, entry)) == gap
        }
        order = {one: (gap <= 0, one in self._bold, -gap, -self._rank.get(one, 0)) for one, gap in there.items()}
        for entry in sorted(order, key=order.__getitem__):
            for column in columns:
                for y in self._dots(column, entry):
                    bits, _ = cells.get(y // 4, (0, entry))
                    cells[y // 4] = bits | _DOTS[y % 4][column % 2], entry
        plain = self._look.ascii
        drawn: dict[int, Overlay] = {
            y: (FIRST + x, self._letters[entry] if plain else chr(0x2800 + bits), self._inks[entry])
            for y, (bits, entry) in cells.items()
        }
        for entry in self._entries:  # where somebody left the track his line ends with a mark
            last = self._chart.lasts[entry]
            if last in columns and last < self._past - 1:
                for y in [dot // 4 for dot in self._dots(last, entry)][-1:]:
                    drawn[y] = FIRST + x, self._look.glyph("×", "x"), self._inks[entry]._replace(bold=True)
        return drawn

    def _gap(self, column: int, entry: int) -> float:
        """Metres behind in a column; nan where the runner is nowhere."""
        return self._now.get(entry, math.nan) if column == self._past - 1 else self._chart.gaps[column][entry]

    def _dots(self, column: int, entry: int) -> Iterable[int]:
        """The dots of a runner's line in a column, joined to those of the column before unless the line is broken."""
        gap = self._gap(column, entry)
        now = dot_of(gap, self._bottom, self._high)
        if now is None:
            return ()
        old = self._gap(column - 1, entry) if column else gap
        before = dot_of(old, self._bottom, self._high)
        if before is None or abs(before - now) <= 1 or self._jumps(column, entry):
            return (now,)
        return range(min(before, now), max(before, now) + 1)

    def _jumps(self, column: int, entry: int) -> bool:
        """Whether a line is broken before a column."""
        if column == self._past - 1:
            return entry in self._broken
        return abs(self._gap(column, entry) - self._gap(column - 1, entry)) > self._chart.jump
