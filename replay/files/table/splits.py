"""The points of the race that a table has times at, in metres, and what the times there count."""

import re
from collections.abc import Sequence

from replay.files.table.kinds.hurdled import at_hurdles
from replay.files.table.laid import AT_FINISH, Splits, decide, set_finish_apart, take_points
from replay.files.table.lap_lengths import at_lap_lengths
from replay.files.table.laps import how_counted, unsteadiness
from replay.files.table.meanings.classic import at_classics
from replay.files.table.meanings.series import with_first_lap
from replay.files.table.meanings.timed import Timed
from replay.files.table.numbered import laps_beside, leave_out_numbered, of_one_cell, take_laps
from replay.files.table.sheet import Sheet
from replay.files.table.since import from_start
from replay.files.table.stretches import end_to_end, rows_of, some_rows
from replay.files.table.values.notations import read_as
from replay.files.table.wording.headings import Point, Told
from replay.files.table.wording.words import Meaning
from replay.files.understood import Counting
from replay.race.events import HALF_MARATHON
from replay.race.race import MILE, Clock
from replay.race.units import YARD, is_in_yards

_NEARLY = 0.0025
"""The same as a share of the distance: 6.2 miles are the finish of 10 km."""
_ROWS = 60


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
    timed = end_to_end(sheet, at_lap_lengths(sheet, from_start(sheet, timed)))
    placed, numbered = with_first_lap(*_sorted_out(sheet, timed, made), sheet.far, sheet.lap)
    if placed:
        whole = not any(sheet.results) and len(made.finish) == 1  # the last lap, maybe
        counting = sheet.choices.counting if not numbered else None  # of the laps, where both stand there
        _take_placed(sheet, {**placed, sheet.far: made.finish[0]} if whole else placed, made, counting)
        if whole:
            set_finish_apart(made)
    if not made.points:
        take_laps(sheet, numbered or of_one_cell(sheet.one(Meaning.LAPS), sheet), made)
    elif numbered and not laps_beside(sheet, numbered, made):
        leave_out_numbered(sheet, numbered)
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
    chosen = next((repr(one.title) for one in sheet.all(*_RESULTS) if one.why == "--column"), "")
    for column in timed:
        metres = _metres(column.point, sheet.far, unit)
        if metres is None:
            numbered.append(column)
        elif abs(metres - sheet.far) <= max(AT_FINISH, _NEARLY * sheet.far):
            if chosen:
                made.unused[column.index] = f"the result is in {chosen}"
                continue
            made.finish.append(column)
            made.meanings[column.index] = "result, where there is no other"
        elif metres > sheet.far:
            message = f"the column {column.title!r} is not within the race's {sheet.far:g} m"
            sheet.findings.error("columns beyond the finish", sheet.line, message)
        elif metres > 0:
            _place(sheet, made, placed, metres, column)
    return placed, numbered


_RESULTS = (Meaning.RESULT, Meaning.NET, Meaning.GUN)


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
    if not counted:
        return best
    # Numbers from 1 on may count controls, too, to which nobody runs evenly.
    return None if worth.get(best, 0.0) == 0.0 or _uneven(sheet, bare, best) > _STEADY else best


_OUT = re.compile(r"\b(?:out|departure|departed|depart|dep|leave|left|abgang|sortie|salida|uscita)\b", re.IGNORECASE)
"""How a column is headed with the times at which runners left an aid station."""


_FURLONG = 110
"""Yards, as many as half a furlong has: what is run in yards is timed at 220, 440, 660 …"""
_AS_LIKELY = 0.1
_STEADY = 0.25
"""How unevenly people run from kilometre to kilometre, or mile to mile, at most."""


def _uneven(sheet: Sheet, bare: Sequence[Timed], unit: float) -> float:
    """How unevenly the runners ran if the points are in this unit: `5` in a race of ten miles is in miles."""
    columns = sorted(bare, key=lambda column: column.point.metres or 0.0)
    points = [(column.point.metres or 0.0) * unit for column in columns]
    if len(set(points)) < len(points):
        return 0.0
    decide(columns, points, Counting.CUMULATIVE)
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


def _take_placed(sheet: Sheet, placed: dict[float, Timed], made: Splits, counting: Counting | None) -> None:
    """Read columns whose distances are known, as cumulative times or as laps."""
    points = sorted(placed)
    columns = [placed[metres] for metres in points]
    if counting is None and all(column.told is Told.LAP for column in columns):
        counting = Counting.CUMULATIVE if _rise_evenly(sheet, points, columns) else Counting.LAPS
    if counting is None:
        counting = _counted(sheet, points, columns)
        if counting is Counting.LAPS:
            sheet.findings.assume("the times on the way look like lap times and are read so", "--times cumulative")
    decide(columns, points, counting)
    take_points(sheet, made, points, columns, counting)
    for metres, column in placed.items():
        made.meanings[column.index] = f"{'lap to' if counting is Counting.LAPS else 'split at'} {metres:g} m"


def _rise_evenly(sheet: Sheet, points: Sequence[float], columns: Sequence[Timed]) -> bool:
    """Whether times that are headed as laps' are since the start all the same: as those everybody ran evenly."""
    rows = some_rows(columns)
    decide(columns, points, Counting.CUMULATIVE)
    times, results = rows_of(columns, rows), [sheet.results[row] for row in rows]
    return len(points) > 1 and unsteadiness(points, Counting.CUMULATIVE, times, results, sheet.far) < _EVEN


def _counted(sheet: Sheet, points: Sequence[float], columns: Sequence[Timed]) -> Counting:
    rows = some_rows(columns)
    results = [sheet.results[row] for row in rows]
    uneven = {}
    for counting in Counting:
        decide(columns, points, counting)
        times = rows_of(columns, rows)
        uneven[counting] = unsteadiness(points, counting, times, results, sheet.far)
        if counting is Counting.CUMULATIVE and uneven[counting] < _EVEN:
            return counting
    if len(points) == 1:
        return Counting.CUMULATIVE
    return how_counted(uneven)


_EVEN = 0.1
