"""Times that are times of day: told by that all run evenly since the start, and not since midnight."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.files.middle import median
from replay.files.table.laps import speeds_uneven
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.timed import Timed, Value
from replay.files.table.sheet import Sheet
from replay.files.table.started import seconds_of_day
from replay.files.table.values.times import DAY, Form, read_cell
from replay.files.table.wording.headings import Point, Told
from replay.files.table.wording.words import Meaning


class _Moment(NamedTuple):
    """A time at a point."""

    metres: float
    seconds: float
    """As times are read."""
    of_day: float
    """The same as a time of day."""
    form: Form


_ROWS = 30
_FAR_STEADIER = 0.3
"""By how much more evenly somebody has to have run for times to be of day: an ultra is not run evenly either."""
_STEADY = 0.6
_POINTS, _MOST_POINTS = 2, 100
_MOSTLY = 0.8
_AN_HOUR = 3600.0
_AS_SLOW = 3.5
"""Nobody walks to the first point so many times as slowly as on from there."""


def count_from_start(sheet: Sheet, of_day: Sequence[float | None]) -> bool:
    """Whether the times at known points are times of day, where the list or the user says when the race began."""
    if all(start is None for start in of_day):
        return False
    better, evenly = list[float](), list[float]()
    for moments, start in zip(_moments(sheet), of_day, strict=False):
        if start is None or len(moments) < _POINTS:
            continue
        since = [(one.metres, (one.of_day - start) % DAY) for one in moments]
        evenly.append(speeds_uneven(since))
        better.append(speeds_uneven([(one.metres, one.seconds) for one in moments]) - speeds_uneven(since))
    return bool(better) and median(better) > _FAR_STEADIER and median(evenly) < _STEADY


def slow_to_first(sheet: Sheet) -> bool:
    """Whether nearly all took far longer to the first point than from it on, as only in times of day."""
    slow, rows = 0, [moments for moments in _moments(sheet) if len(moments) >= _POINTS]
    for moments in rows:
        (near, early, *_), (far, late, *_) = moments[0], moments[-1]
        onward = (late - early) % DAY
        slow += early > _AN_HOUR and far > near and onward > 0 and early / near > _AS_SLOW * onward / (far - near)
    return bool(rows) and slow >= _MOSTLY * len(rows)


def _moments(sheet: Sheet) -> list[list[_Moment]]:
    """The times of the first rows at points that are known."""
    count = min(_ROWS, len(sheet.lines))
    found: list[list[_Moment]] = [[] for _ in range(count)]
    points = _points(sheet)
    apart = -(-len(points) // _MOST_POINTS)  # of a thousand points some tell it, the first and the last among them
    for metres, column in points[:1] + points[-1:0:-apart][::-1] if points else ():
        timed = Timed.of(column, Point(metres), sheet.choices.date_order)
        timed.decide(metres)
        for row, value in enumerate(timed.values_of(range(count))):
            cell = read_cell(column.cells[row].strip(), timed.order)
            at = seconds_of_day(cell)
            if cell is not None and at is not None and isinstance(value, Value):
                found[row].append(_Moment(metres, value.seconds, at, cell.form))
    return [moments if len({one.form for one in moments}) == 1 else [] for moments in found]  # of day all, or none


def _points(sheet: Sheet) -> list[tuple[float, Column]]:
    """The columns with times at points that are known, and that of the results, by metres."""
    found = [
        (sheet.far / 2 if point.half else point.metres or 0.0, column)
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None
        and (point := column.heading.point) is not None
        and column.heading.told is Told.TIME
        and (point.half or (point.metres and point.sure and point.metres < sheet.far))
    ]
    finals = sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN)[:1]
    return sorted([*found, *((sheet.far, column) for column in finals)], key=lambda point: point[0])
