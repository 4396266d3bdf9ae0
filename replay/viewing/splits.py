"""The table of splits as it is seen at a time: who is listed, in which order, and how everybody stands to whom."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from replay.analysis.laps import Halves
from replay.analysis.marks import Passed, split_marks, timed_marks
from replay.analysis.splits import At, Behind, Splits, behind, best_of, quickest_of
from replay.cells.memo import Kept, Shown
from replay.cells.rows import plain
from replay.cells.text import cell_width
from replay.drawing.panels.figures import lap_time, mark_of, passed_text
from replay.drawing.panels.splits import (
    FOOT,
    HEAD,
    HIGH,
    MARGIN,
    Cell,
    Line,
    Table,
    columns_of,
    pointed_at,
    splits_rows,
)
from replay.drawing.scene import Scene
from replay.drawing.view import CHARTS, Sort, View
from replay.race.names import has_all
from replay.race.race import Surface
from replay.race.times import format_gap
from replay.state.evidence import is_guest
from replay.state.timeline import Timeline
from replay.viewing.finding import Found
from replay.viewing.playback import stepped

ODD = 0.5
"""Metres by which a first stretch differs from a lap and is none."""
SHORTEST = 100.0
"""Metres of which half are enough for a bar in the strip: a mile ends with 9 m, of which times say little."""
_LISTED = 40
"""Runners of a large field: those in front, and the chosen."""
_STEP = 0.5
"""Seconds of wall clock between two states of the table while time passes."""
_WIDEST = 1000
"""Cells for the table as text."""
_SIGNS = "* own best, bold: best of all, ~ estimated", "* own best, bold: best of all", "* own best"


class _Ran(NamedTuple):
    """What is known of a runner."""

    entry: int
    place: str
    line: tuple[At | None, ...]
    halves: Halves | None


class SplitsSight:
    """The splits of a race in a look."""

    def __init__(self, timeline: Timeline, scene: Scene, *, every: bool | None = None) -> None:
        """Nobody's splits are worked out yet; they are at the marks that `Splits` has for `every`."""
        self._timeline = timeline
        self._scene = scene
        self._every = every
        self._table: Kept[Table] = Kept()

    @cached_property
    def splits(self) -> Splits:
        """Everybody's."""
        return Splits(self._timeline, every=self._every)

    @cached_property
    def others(self) -> int:
        """How many marks there are of the other kind: where times were taken, or of laps; 0 if these are the same."""
        timed, laps = timed_marks(self._timeline), split_marks(self._timeline)
        return 0 if timed == laps else len(laps if self.splits.timed else timed)

    @property
    def _part(self) -> str:
        """What leads from a mark to the next: `lap`, `100 m`, or `part` where they are of several lengths."""
        metres = self.splits.usual
        if self.splits.timed and not self.splits.even:
            return "part"
        return (
            "lap"
            if not self.splits.timed
            else self._scene.race.course.unit.far(metres, 1)
            if self._timeline.track.by_kilometres
            else f"{metres:g} m"
        )

    @property
    def _feet(self) -> tuple[str, ...]:
        """What stands below, in several lengths: the signs, and the keys."""
        laps, few = self.splits.timed, self.others < len(self.splits.marks)
        words = (
            ("d laps alone" if few else "d each lap") if laps else f"d {'the' if few else 'all'} {self.others} marks"
        )
        other = f", {words}" if self.others else ""
        return tuple(f"{signs}; o sorts{other}" for signs in _SIGNS)

    def shown(self, t: float, view: View, width: int, height: int) -> Shown:
        """What the table shows at a time."""
        table, scene = self._at(t, view), self._scene
        return Shown(table, lambda: splits_rows(table, scene.cast, scene.look, width, height))

    def clicked(self, t: float, view: View, at: tuple[int, int], size: tuple[int, int]) -> str:
        """What a click means: a head sorts, a runner is chosen."""
        found = pointed_at(self._at(t, view), *at, size)
        if isinstance(found, str):
            return found
        if isinstance(found, tuple):
            return f"sort({found[0] - _is_by_quickest(view.sort)}, {found[1]})"
        return f"pick({found})" if found is not None else ""

    def turned(self, t: float, view: View, width: int, way: int) -> int | None:
        """The first column when the table in so many cells goes on (`way` 1) or back by one; None for the last ones."""
        table = self._at(t, view)
        shown, last = columns_of(table, width), columns_of(table._replace(first=None, sorted=None), width)
        first = max(shown.first + way, 0)
        return None if first >= last.first else first

    def text(self, t: float, view: View) -> str:
        """The whole table as text, to be copied."""
        table = self._at(t, view)._replace(chosen=None)
        columns = columns_of(table, _WIDEST)
        width = columns.left + sum(columns.widths) + MARGIN
        height = HEAD + FOOT + HIGH * len(table.lines)
        race = self._scene.race
        where = ", ".join(part for part in (race.title, race.meeting) if part)
        rows = splits_rows(table, self._scene.cast, self._scene.look, max(width, len(self._feet[0]) + 1), height)
        return f"{where}\n{plain(rows)}"

    def sorts(self, typed: str) -> list[Found]:
        """The ways to sort the table in whose words all that was typed stands; each by its number in `ways`."""
        words = set(typed.casefold().split())
        ways = enumerate(self.ways())
        last = self._last
        return [
            Found(number, text)
            for number, (_, text) in ways
            if has_all(f"{text} {'last lap' if last in text else ''}".casefold(), words)
        ]

    @property
    def _last(self) -> str:
        """The last part, by its name and as people call it: `lap 4, the last`, of 409 m `1200-finish, the last`."""
        return f"{self.heads()[len(self.splits.marks) - 1][1]}, the last"

    def ways(self) -> list[tuple[Sort, str]]:
        """Each way to sort the table, and its words."""
        marks = [mark_of(self._scene.race, mark) for mark in self.splits.marks]
        ways: list[tuple[Sort, str]] = [(Sort(), "the order of the race"), (Sort(-1), f"the quickest {self._part}")]
        for at, (upper, lower) in enumerate(self.heads()[: len(marks)]):
            part = self._last if at == len(marks) - 1 else lower
            ways += [(Sort(at, lower=True), f"{part}: the time for it"), (Sort(at), f"{upper}: the time there")]
        return [*ways, (Sort(len(marks)), "the halves: how much slower the second was")]

    def sort_words(self, by: Sort) -> str:
        """The words of a way to sort the table, whichever way round; empty for one that it has not."""
        plain = by._replace(turned=False, lower=by.lower and by.column not in (-1, len(self.splits.marks)))
        return next((words for way, words in self.ways() if way == plain), "")

    def sorted_as(self, words: str, turned: bool = False) -> Sort:
        """The way to sort the table that has these words; the order of the race where none has."""
        way = next((way for way, said in self.ways() if said == words), None)
        return way._replace(turned=turned) if way is not None else Sort()

    def _at(self, t: float, view: View) -> Table:
        t = stepped(t, view, _STEP)
        key = t, view.chosen, view.pinned, view.sort, view.spoilers, view.marked, view.columns
        return self._table.get(key, lambda: self._made(t, view))

    def _made(self, t: float, view: View) -> Table:
        now = self._timeline.duration if view.spoilers else t
        listed = self._timeline.top(now, _LISTED, view.wanted).standings
        ran = [self._ran(runner.entry, runner.place, now) for runner in listed]
        ran = _in_order(ran, view.sort, len(self.splits.marks))
        reference = view.pinned if view.pinned is not None else view.chosen
        best = self._quickest(ran)
        to = self.splits.reference(reference, now)
        words = f"gaps to {self._scene.cast.names[reference]}" if reference is not None else "gaps to the first"
        fastest, slowest = self._paces(ran)
        by, quick = view.sort, _is_by_quickest(view.sort)
        lines = tuple(
            Line(
                one.entry,
                one.place,
                (*([self._own_best(one, ran)] if quick else []), *self._cells(one, to, best)),
                self._strip(one, fastest, slowest),
            )
            for one in ran
        )
        lines = _pointed(lines)
        column = (by.column + quick, by.lower and not quick) if by.column is not None else None
        heads = (*([("quickest", self._part)] if quick else []), *self.heads())
        longest = max((cell_width(self._scene.cast.names[one.entry]) for one in ran), default=0)
        title = f"{CHARTS['splits']}; {words}"
        return Table(title, heads, lines, column, view.chosen, self._feet, longest, view.columns)

    def _own_best(self, one: _Ran, ran: Sequence[_Ran]) -> Cell | None:
        """Somebody's quickest part and where it was; for a table that is sorted by it."""
        number = quickest_of(one.line)
        at = one.line[number] if number is not None else None
        if number is None or at is None or at.part is None:
            return None
        bests = (_pace_of(other.line[best]) for other in ran if (best := quickest_of(other.line)) is not None)
        first = all(pace is None or at.part.pace <= pace for pace in bests)
        where = self.heads()[number][1]
        return Cell(part_words(at), part=where, quickest=first, estimated=bool(at.part.evidence.mark))

    def heads(self) -> tuple[tuple[str, str], ...]:
        """What stands over each column: the mark, and what leads to it."""
        race, marks, track = self._scene.race, self.splits.marks, self._timeline.track
        ends = [
            *(mark_of(race, mark) for mark in marks[:-1]),
            "finish" if race.duration is None else mark_of(race, marks[-1]),
        ]
        parts = [f"{start.partition(' ')[0]}-{end}" for start, end in pairwise(["0", *ends])]
        if marks == (*track.laps[1:], race.distance) and track.counted and not track.by_kilometres:
            # The first of a mile is of 409 m, and no lap like the others: it stays `0-409`.
            odd = abs(marks[0] - track.lap) > ODD
            parts = [parts[0] if odd and number == 1 else f"lap {number}" for number in range(1, len(marks) + 1)]
        unit = "" if race.course.surface is Surface.ROAD else " m"
        upper = [end if end == "finish" else f"{end}{unit}" for end in ends]
        return (*zip(upper, parts, strict=True), ("halves", "first+second"))

    def _ran(self, entry: int, place: int | None, now: float) -> _Ran:
        line = self.splits.known(entry, now)
        return _Ran(entry, str(place or ""), line, self.splits.halves(entry, now))

    def _quickest(self, ran: list[_Ran]) -> list[float]:
        """The fewest seconds for each part."""
        columns = zip(*(one.line for one in ran), strict=True)
        return [min(_seconds(column), default=0.0) for column in columns]

    def _paces(self, ran: list[_Ran]) -> tuple[float, float]:
        """Seconds a metre of the fastest part that anybody listed ran, and of the slowest."""
        paces = [pace for one in ran for pace in self._pace(one) if pace is not None]
        return min(paces, default=0.0), max(paces, default=0.0)

    def _pace(self, one: _Ran) -> Iterable[float | None]:
        for (start, end), at in zip(pairwise((0.0, *self.splits.marks)), one.line, strict=True):
            told = at is not None and end - start >= min(self.splits.usual, SHORTEST) / 2
            yield _pace_of(at) if told else None

    def _strip(self, one: _Ran, fastest: float, slowest: float) -> tuple[float | None, ...]:
        wide = slowest - fastest or 1.0
        return tuple(None if pace is None else (slowest - pace) / wide for pace in self._pace(one))

    def _cells(self, one: _Ran, to: Sequence[Passed | None], best: list[float]) -> tuple[Cell | None, ...]:
        own, apart = best_of(one.line), behind(one.line, to)
        cells: list[Cell | None] = []
        for number, at in enumerate(one.line):
            if at is None:
                cells.append(None)
                continue
            place = "" if is_guest(self._scene.race.entries[one.entry]) else str(at.place or "?")
            cell = _cell(at, apart[number])._replace(place=place)
            quickest = at.part is not None and not at.part.evidence.mark and at.part.seconds <= best[number]
            cells.append(cell._replace(best=number == own, quickest=quickest))
        return (*cells, _halves_cell(one.halves))


def _pointed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with the points of a column below each other: a `42` that was printed so stands among `~42.4`."""
    columns = tuple(zip(*(line.cells for line in lines), strict=True))
    digits = [
        tuple(max((_decimals(getattr(c, row)) for c in column if c), default=0) for row in ("split", "part"))
        for column in columns
    ]

    def cell(found: Cell | None, most: tuple[int, ...]) -> Cell | None:
        if found is None:
            return None
        split, part = (
            text + " " * (many - _decimals(text) + (many > 0 == _decimals(text))) if text[-1:].isdigit() else text
            for text, many in zip((found.split, found.part), most, strict=True)
        )
        return found._replace(split=split, part=part)

    return tuple(
        line._replace(cells=tuple(cell(found, most) for found, most in zip(line.cells, digits, strict=True)))
        for line in lines
    )


def _decimals(text: str) -> int:
    return len(text.rpartition(".")[2]) if "." in text and text[-1:].isdigit() else 0


def _is_by_quickest(sort: Sort) -> bool:
    """Whether a table is sorted by everybody's quickest part, and so has a column of them, the first."""
    return sort.column == -1


def _seconds(column: Iterable[At | None]) -> list[float]:
    return [at.part.seconds for at in column if at is not None and at.part is not None]


def _cell(at: At, apart: Behind | None) -> Cell:
    gap = gap_words(apart) if apart is not None and apart.seconds else ""
    return Cell(passed_text(at.passed), "", part_words(at), gap, estimated=bool(at.passed.evidence.mark))


def part_words(at: At) -> str:
    """The time since the mark before; empty where nobody knows it."""
    return at.part.evidence.mark + lap_time(at.part.seconds, at.part.digits) if at.part is not None else ""


def gap_words(apart: Behind) -> str:
    """How far behind, to a hundredth where that is known; a `~` would stand before nearly every one."""
    least = 0.5 / 10**apart.digits
    return format_gap(apart.seconds, apart.digits) if abs(apart.seconds) >= least else f"+<{2 * least:.{apart.digits}f}"


def _halves_cell(halves: Halves | None) -> Cell | None:
    if halves is None:
        return None
    mark = halves.evidence.mark
    return Cell(
        halves.words, part=mark + "+".join(lap_time(half, halves.digits) for half in (halves.first, halves.second))
    )


def _in_order(ran: list[_Ran], by: Sort, marks: int) -> list[_Ran]:
    """Who is listed, sorted; those of whom nothing is known there come last."""
    if by.column is None:
        return ran

    def value(one: _Ran) -> float | None:
        if by.column == marks:
            return one.halves.second - one.halves.first if one.halves is not None else None
        if by.column == -1:
            best = quickest_of(one.line)
            return _pace_of(one.line[best]) if best is not None else None
        return _value(one.line[by.column], by.lower) if by.column is not None else None

    known = [(found, one) for one in ran if (found := value(one)) is not None]
    known.sort(key=lambda pair: pair[0], reverse=by.turned)
    there = {one.entry for _, one in known}
    return [*(one for _, one in known), *(one for one in ran if one.entry not in there)]


def _pace_of(at: At | None) -> float | None:
    return at.part.pace if at is not None and at.part is not None else None


def _value(at: At | None, lower: bool) -> float | None:
    if at is None:
        return None
    if not lower:
        return at.passed.seconds
    return at.part.seconds if at.part is not None else None
