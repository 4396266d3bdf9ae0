"""The points of the race that a table has times at, in metres, and what the times there count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from replay.files.table.kinds.hurdled import at_hurdles
from replay.files.table.laps import how_counted, lay, unsteadiness
from replay.files.table.meanings.classic import at_classics
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.punching import has_controls, places_of
from replay.files.table.meanings.series import count_up, one_series, with_first_lap
from replay.files.table.meanings.timed import Nothing, Read, Timed, Value
from replay.files.table.sheet import Sheet
from replay.files.table.since import from_start
from replay.files.table.stretches import end_to_end, rows_of, some_rows
from replay.files.table.values.cells import is_number, read_laps
from replay.files.table.values.notations import read_as
from replay.files.table.wording.headings import Point, Told
from replay.files.table.wording.point_words import A_LEG
from replay.files.table.wording.words import Meaning
from replay.files.understood import Counting, Question
from replay.race.events import HALF_MARATHON
from replay.race.names import fold
from replay.race.race import MILE, Clock
from replay.race.units import YARD, is_in_yards

AT_FINISH = 0.5
"""Metres: a point this near the race's distance is the finish (`1609` in a mile of 1609.344 m)."""
_NEARLY = 0.0025
"""The same as a share of the distance: 6.2 miles are the finish of 10 km."""
_LAPS_AT_MOST = 400
_ROWS = 60


@dataclass(slots=True)
class Splits:
    """The times on the way, by point."""

    points: list[float] = field(default_factory=list)
    """Metres, rising."""
    columns: list[Timed] = field(default_factory=list)
    """The column of each."""
    values: list[list[Read]] = field(default_factory=list)
    """For each point what stands in each row, cumulative."""
    counting: Counting | None = None
    finish: list[Timed] = field(default_factory=list)
    """Columns at the race's own distance."""
    meanings: dict[int, str] = field(default_factory=dict)
    """What the columns were taken for, by index."""
    unused: dict[int, str] = field(default_factory=dict)
    """Why a column is not read after all, by index."""

    def kinds(self, point: int) -> Sequence[Read]:
        """What stands in some row at a point, each once where its column was read all at once."""
        column = self.columns[point]
        return self.values[point] if column.which is None else column.kinds


def place_splits(sheet: Sheet) -> Splits:
    """Lay the columns with times on the way on the race, whose distance is known."""
    made = Splits()
    timed = [
        Timed.of(column, column.heading.point, sheet.choices.date_order)
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None and column.heading.point is not None and column.heading.told in _SPLIT_TIMES
    ]
    timed += _of_day_alone(sheet, timed)
    if len(timed) > _MANY:
        for column in timed:
            column.most = max(_FEW, _MANY * column.most // len(timed))
    timed = end_to_end(sheet, from_start(sheet, timed))
    placed, numbered = with_first_lap(*_sorted_out(sheet, timed, made), sheet.far, sheet.lap)
    if placed:
        whole = not any(sheet.results) and len(made.finish) == 1  # the last lap, maybe
        _take_placed(sheet, {**placed, sheet.far: made.finish[0]} if whole else placed, made)
        if whole:
            _set_finish_apart(made)
    if not made.points:
        _take_laps(sheet, numbered or _of_one_cell(sheet.one(Meaning.LAPS), sheet), made)
    elif numbered:
        _leave_out_numbered(sheet, numbered)
    return made


_SPLIT_TIMES = (Told.TIME, Told.LAP)
_MANY, _FEW = 50, 20
"""Columns of which fewer cells tell how each is read, and how many of them do at least."""


def _of_day_alone(sheet: Sheet, timed: Sequence[Timed]) -> list[Timed]:
    """The columns with times of day at points of which no other column has the times."""
    known = {column.point for column in timed}
    return [
        Timed.of(column, point, sheet.choices.date_order)
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None and column.heading.told is Told.CLOCK
        if (point := column.heading.point) is not None and point not in known and not (point.start or point.finish)
    ]


def _sorted_out(sheet: Sheet, timed: Sequence[Timed], made: Splits) -> tuple[dict[float, Timed], list[Timed]]:
    """The columns by metres, and those that have only numbers; what is at the finish is set apart."""
    timed = at_hurdles(sheet, at_classics(timed, sheet.far))
    unit = _unit(sheet, [column for column in timed if column.point.metres is not None and not column.point.sure])
    placed: dict[float, Timed] = {}
    numbered: list[Timed] = []
    for column in timed:
        metres = _metres(column.point, sheet.far, unit)
        if metres is None:
            numbered.append(column)
        elif abs(metres - sheet.far) <= max(AT_FINISH, _NEARLY * sheet.far):
            made.finish.append(column)
            made.meanings[column.index] = "result, where there is no other"
        elif metres > sheet.far:
            message = f"the column {column.title!r} is not within the race's {sheet.far:g} m"
            sheet.findings.error("columns beyond the finish", sheet.line, message)
        elif metres > 0:
            _place(sheet, made, placed, metres, column)
    return placed, numbered


def _metres(point: Point, far: float, unit: float | None) -> float | None:
    if point.finish and (point.metres is None or abs(point.metres / far - 1) < _NEARLY):
        return far
    if point.half:
        return HALF_MARATHON if abs(far - HALF_MARATHON) < 1 else far / 2
    if point.metres is None or (not point.sure and unit is None):
        return 0.0 if point.start else None
    return point.metres if point.sure or unit is None else point.metres * unit


def _unit(sheet: Sheet, bare: Sequence[Timed]) -> float | None:
    """Metres of one in headings that are only numbers: metres, kilometres or miles; None where they count laps."""
    if not bare:
        return 1.0
    numbers = [column.point.metres or 0.0 for column in bare]
    few = bare[:: len(bare) // _MANY + 1]
    if is_in_yards(sheet.far) and all(number % _FURLONG == 0 for number in numbers):
        return YARD
    worth: dict[float, float] = {}
    counted = sorted(numbers) == [float(number) for number in range(1, len(numbers) + 1)]
    for unit in (1000.0, MILE) if counted else (1.0, 1000.0, MILE):
        if max(numbers) * unit <= sheet.far * (1 + _NEARLY) + AT_FINISH:
            likely = [read_as(column.times(_ROWS), (column.point.metres or 0.0) * unit)[1] for column in few]
            worth[unit] = sum(likely) / len(likely)
    likely_units = [unit for unit in worth if worth[unit] > max(worth.values()) - _AS_LIKELY]
    best = min(likely_units, key=lambda unit: _uneven(sheet, few, unit), default=1.0)
    return None if counted and worth.get(best, 0.0) == 0.0 else best


_OUT = re.compile(r"\b(?:out|departure|leave|left)\b", re.IGNORECASE)
"""How a column is headed with the times at which runners left an aid station."""


_FURLONG = 110
"""Yards, as many as half a furlong has: what is run in yards is timed at 220, 440, 660 …"""
_AS_LIKELY = 0.1


def _uneven(sheet: Sheet, bare: Sequence[Timed], unit: float) -> float:
    """How unevenly the runners ran if the points are in this unit: `5` in a race of ten miles is in miles."""
    columns = sorted(bare, key=lambda column: column.point.metres or 0.0)
    points = [(column.point.metres or 0.0) * unit for column in columns]
    if len(set(points)) < len(points):
        return 0.0
    _decide(columns, points, Counting.CUMULATIVE)
    rows = some_rows(columns)
    results = [sheet.results[row] for row in rows]
    return round(unsteadiness(points, Counting.CUMULATIVE, rows_of(columns, rows), results, sheet.far), 1)


def _place(sheet: Sheet, made: Splits, placed: dict[float, Timed], metres: float, column: Timed) -> None:
    """Take a column for a point; of two for one point the net one, or that with likelier times."""
    other = placed.get(metres)
    if other is None:
        placed[metres] = column
        return
    left = next((one for one in (other, column) if _OUT.search(one.title)), None)
    if left is not None:
        takes = left is other
        made.unused[left.index] = "it is when they left again"
    elif other.clock is not column.clock:
        takes = column.clock is Clock.NET
    elif (other.told is Told.LAP) != (column.told is Told.LAP):
        takes = other.told is Told.LAP
    else:
        better, worse = column.decide(metres), other.decide(metres)
        takes = better > worse
        if min(better, worse) > 0:
            left = other if takes else column
            message = f"a second column is headed {left.title!r}"
            sheet.findings.error("second columns for one point", sheet.line, message, "take one of the two out")
    taken, other = (column, other) if takes else (other, column)
    placed[metres] = taken
    made.unused.setdefault(other.index, f"the time there is in {taken.title!r}")


def _take_placed(sheet: Sheet, placed: dict[float, Timed], made: Splits) -> None:
    """Read columns whose distances are known, as cumulative times or as laps."""
    points = sorted(placed)
    columns = [placed[metres] for metres in points]
    counting = sheet.choices.counting
    if counting is None and all(column.told is Told.LAP for column in columns):
        counting = Counting.CUMULATIVE if _rise_evenly(sheet, points, columns) else Counting.LAPS
    if counting is None:
        counting = _counted(sheet, points, columns)
        if counting is Counting.LAPS:
            sheet.findings.assume("the times on the way look like lap times and are read so", "--cumulative")
    _decide(columns, points, counting)
    _set(sheet, made, points, columns, counting)
    for metres, column in placed.items():
        made.meanings[column.index] = f"{'lap to' if counting is Counting.LAPS else 'split at'} {metres:g} m"


def _decide(columns: Sequence[Timed], points: Sequence[float], counting: Counting) -> None:
    """Decide how each column's times are read."""
    for column, (before, metres) in zip(columns, pairwise([0.0, *points]), strict=True):
        column.decide(metres - before if counting is Counting.LAPS else metres)


def _rise_evenly(sheet: Sheet, points: Sequence[float], columns: Sequence[Timed]) -> bool:
    """Whether times that are headed as laps' are since the start all the same: as those everybody ran evenly."""
    rows = some_rows(columns)
    _decide(columns, points, Counting.CUMULATIVE)
    times, results = rows_of(columns, rows), [sheet.results[row] for row in rows]
    return len(points) > 1 and unsteadiness(points, Counting.CUMULATIVE, times, results, sheet.far) < _EVEN


def _counted(sheet: Sheet, points: Sequence[float], columns: Sequence[Timed]) -> Counting:
    rows = some_rows(columns)
    results = [sheet.results[row] for row in rows]
    uneven = {}
    for counting in Counting:
        _decide(columns, points, counting)
        times = rows_of(columns, rows)
        uneven[counting] = unsteadiness(points, counting, times, results, sheet.far)
        if counting is Counting.CUMULATIVE and uneven[counting] < _EVEN:
            return counting
    if len(points) == 1:
        return Counting.CUMULATIVE
    return how_counted(uneven)


_EVEN = 0.1


def _set(sheet: Sheet, made: Splits, points: Sequence[float], columns: Sequence[Timed], counting: Counting) -> None:
    made.points, made.columns, made.counting = list(points), list(columns), counting
    made.values = [column.values() for column in columns]
    for column in columns:
        sheet.findings.missing(column.missing())
    if counting is Counting.LAPS:
        _add_up(made.values)
        for column in columns:  # what stands in its cells is no longer what is known of its rows
            column.which = None


def _add_up(values: list[list[Read]]) -> None:
    """Make lap times cumulative; behind a lap that is not known nothing is."""
    for row in range(len(values[0])):
        total, digits = 0.0, 0
        for column in values:
            value = column[row]
            if not isinstance(value, Value):
                total = -1.0
            elif total < 0:
                column[row] = Nothing.MISSING
            else:
                total, digits = round(total + value.seconds, 4), max(digits, value.digits)
                column[row] = value._replace(seconds=total, digits=digits)


def _take_laps(sheet: Sheet, numbered: Sequence[Timed], made: Splits) -> None:
    """Read columns that have only numbers: laps, if they can be laid on the race."""
    controls = has_controls(sheet.columns)
    timed = [column for column in numbered if not controls or not _has_codes(column)]
    laps = one_series([column for column in timed if column.point.lap or column.point.metres or controls])
    if not count_up(laps):
        _leave_out_numbered(sheet, numbered)
        return
    if controls and _take_controls(sheet, laps, made):
        return
    count = len(laps)
    rows = some_rows(laps[:1])
    results = [sheet.results[row] for row in rows]
    best = None
    for counting in [sheet.choices.counting] if sheet.choices.counting else list(Counting):
        even = [sheet.far / count * number for number in range(1, count + 1)]
        _decide(laps, even, counting)
        times = rows_of(laps, rows)
        laid = lay(times, results, sheet.far, sheet.lap, counting)
        if laid is not None:
            worth = unsteadiness(laid.points, counting, times, results, sheet.far)
            if best is None or worth < best[0]:
                best = worth, laid
    if best is None:
        if not _take_legs(sheet, laps, made):
            _leave_out_numbered(sheet, numbered)
        return
    laid = best[1]
    _decide(laps, laid.points, laid.counting)
    _set(sheet, made, laid.points, laps, laid.counting)
    words = "lap times" if laid.counting is Counting.LAPS else "cumulative"
    sheet.findings.assume(f"{laps[0].title!r} and the like are {laid.said}, {words}", "--times or --column")
    for metres, column in zip(laid.points, laps, strict=True):
        made.meanings[column.index] = f"{'lap to' if laid.counting is Counting.LAPS else 'split at'} {metres:g} m"
    if abs(made.points[-1] - sheet.far) <= AT_FINISH:
        made.finish.append(laps[-1])
        _set_finish_apart(made)


def _has_codes(column: Timed) -> bool:
    """Whether a column has the codes of controls and no times: plain whole numbers."""
    return all(is_number(cell.strip()) for cell in column.cells if cell.strip())


def _take_controls(sheet: Sheet, columns: Sequence[Timed], made: Splits) -> bool:
    """Whether the columns are times at controls, which are laid where the field's middle times put them."""
    counting = sheet.choices.counting or Counting.CUMULATIVE
    rows = some_rows(columns[:1])
    times = rows_of(columns, rows)
    if counting is Counting.LAPS:
        times = [_added_up(row) for row in times]
    points = places_of(times, [sheet.results[row] for row in rows], sheet.far)
    if points is None:
        return False
    _set(sheet, made, points, columns, counting)
    what = "times from control to control" if counting is Counting.LAPS else "times at controls"
    said = f"{columns[0].title!r} and the like are {what}, which lie where the field's middle times put them"
    sheet.findings.assume(said, "--column")
    for metres, column in zip(points, columns, strict=True):
        made.meanings[column.index] = f"{'lap to' if counting is Counting.LAPS else 'split at'} ~{metres:g} m"
    return True


def _take_legs(sheet: Sheet, columns: Sequence[Timed], made: Splits) -> bool:
    """Whether the columns are the times of a relay's legs of unlike lengths; they end where the middle times say."""
    rows = some_rows(columns[:1])
    times = [_added_up(row)[:-1] for row in rows_of(columns, rows)]
    results = [sheet.results[row] for row in rows]
    named = all(A_LEG.fullmatch(fold(column.title)) for column in columns)
    legs = len(columns) > 1 and (named or len(sheet.all(Meaning.MEMBER)) == len(columns))
    points = places_of(times, results, sheet.far) if legs else None
    if points is None:
        return False
    _set(sheet, made, points, columns[:-1], Counting.LAPS)
    sheet.about.leg_ends = points
    said = f"{columns[0].title!r} and the like are legs of unlike lengths, which end where the middle times put them"
    sheet.findings.assume(said, "--column")
    for metres, column in zip(points, columns, strict=False):
        made.meanings[column.index] = f"lap to ~{metres:g} m"
    made.unused[columns[-1].index] = "it is the last leg, and ends with the result"
    return True


def _added_up(legs: Sequence[float | None]) -> list[float | None]:
    """Times so far; nothing behind a leg that is not known."""
    made: list[float | None] = []
    total: float | None = 0.0
    for leg in legs:
        total = None if total is None or leg is None else total + leg
        made.append(total)
    return made


def _set_finish_apart(made: Splits) -> None:
    """What was read of the last point, which is the finish, are results and no splits."""
    made.columns.pop().summed = made.values.pop()
    made.points.pop()


def _leave_out_numbered(sheet: Sheet, numbered: Sequence[Timed]) -> None:
    """Points of which nobody knows where they are."""
    numbered = [column for column in numbered if any(cell.strip() for cell in column.cells)]
    for column in numbered:
        message = f"where {column.title!r} is, the file does not say, and its times are left out"
        hint = f'say it with --column "{column.title}=5 km"'
        sheet.findings.error("columns at unknown points", sheet.line, message, hint)
    if numbered:
        title = numbered[0].title
        question = Question("column", f"Where on the course is {title!r}?", f'--column "{title}=5 km"', column=title)
        sheet.findings.questions.append(question)


def _of_one_cell(column: Column | None, sheet: Sheet) -> list[Timed]:
    """The laps of a column that has them all in each cell, as columns of their own."""
    if column is None:
        return []
    parts = [[cell.text or f"{cell.numbers[0]}" for cell in read_laps(text)][:_LAPS_AT_MOST] for text in column.cells]
    most = max(map(len, parts), default=0)
    made = []
    for number in range(most):
        cells = [row[number] if number < len(row) else "" for row in parts]
        title = f"{column.title} {number + 1}"
        made.append(
            Timed(title, cells, Point(number=number + 1, lap=True), order=sheet.choices.date_order, index=column.index)
        )
    return made
