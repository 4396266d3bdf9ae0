"""Times on the way that count from something else than the runner's start: gaps to the first there, times of day."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from replay.files.middle import median
from replay.files.table.clocked import count_from_start, slow_to_first
from replay.files.table.daytime import are_of_day, without_start
from replay.files.table.laps import speeds_uneven
from replay.files.table.layouts.even import any_begins
from replay.files.table.meanings.columns import listed
from replay.files.table.meanings.timed import Nothing, Read, Timed, Value
from replay.files.table.results import since_start
from replay.files.table.sheet import Sheet
from replay.files.table.started import Seconds, start_of_day
from replay.files.table.values.notations import PLAIN, likeness
from replay.race.times import format_time


def from_start(sheet: Sheet, timed: Sequence[Timed]) -> list[Timed]:
    """The columns with every time since the runner's start.

    Raises:
        UnreadableRace: They have nothing but times of day, and nobody says when the race began.
    """
    return _since_starts(sheet, _with_gaps(sheet, timed))


def _with_gaps(sheet: Sheet, timed: Sequence[Timed]) -> list[Timed]:
    """The columns; where `+0.4` is a gap to the first there, added to the first's time."""
    made, titles = [], list[str]()
    for column in timed:
        values = column.values() if any_begins(column.cells, "+") else []
        values = [] if not any(isinstance(one, Value) and one.ahead == "+" for one in values) else values
        first = min((one.seconds for one in values if isinstance(one, Value) and one.ahead != "+"), default=None)
        if first is not None:
            titles.append(column.title)
            digits = next(one.digits for one in values if isinstance(one, Value))
            texts = [
                format_time(first + one.seconds, one.digits)
                if isinstance(one, Value) and one.ahead == "+"
                else format_time(first, digits)
                if _NO_GAP.fullmatch(cell.strip())
                else cell
                for one, cell in zip(values, column.cells, strict=True)
            ]
            column = replace(column, cells=texts, read={})
        made.append(column)
    if titles:
        sheet.findings.assume(f"times with a + in {listed(titles)} are gaps to the first's there and added to it", "")
    return made


_NO_GAP = re.compile(r"\+\s*[0:.,]*0[0:.,]*s?")
"""How far somebody was behind who came there with the first: `+0:00`."""


def _since_starts(sheet: Sheet, timed: list[Timed]) -> list[Timed]:
    """The columns, those with times of day as times since each runner's start, where the list says when that was.

    Raises:
        UnreadableRace: It does not say, and they have nothing but times of day.
    """
    of_day = start_of_day(sheet)
    every = (not any(sheet.results) and are_of_day(timed, sheet.far)) or count_from_start(sheet, of_day)
    if not any(start is not None for start in of_day):
        if every or slow_to_first(sheet):
            raise without_start(sheet, timed)
        return timed
    made, changed = list[Timed](), list[Timed]()
    every = every or _all_steadier(sheet, timed, of_day)
    for column in timed:
        since = _changed(sheet, column, of_day, every=every)
        changed += [column] if since is not column else []
        made.append(since)
    for column in changed:
        _tell_early(sheet, column, since_start(column.values(), column, of_day))
    if titles := [column.title for column in changed]:
        sheet.findings.of_day = True
        has = "has" if len(titles) == 1 else "have"
        sheet.findings.assume(f"{listed(titles)} {has} times of day, read from each runner's start", "")
    return made


def _metres(sheet: Sheet, column: Timed) -> float | None:
    point = column.point
    return sheet.far / 2 if point.half else sheet.far if point.finish else point.metres if point.sure else None


def _changed(sheet: Sheet, column: Timed, of_day: Seconds, *, every: bool) -> Timed:
    """The column with times since the start, where all columns have times of day or this one is likelier so."""
    metres = _metres(sheet, column)
    column.decide(metres)
    plain = column.values()
    values = since_start(plain, column, of_day) if every or metres else []
    if every or (metres and _is_better(_worth(sheet, metres, values), _worth(sheet, metres, plain), column)):
        return replace(column, cells=list(map(_since_text, values, column.cells)), read={})
    return column


def _all_steadier(sheet: Sheet, timed: Sequence[Timed], of_day: Seconds) -> bool:
    """Whether some columns are times of day by themselves, and with all others read so, too, all ran more steadily.

    `22:36` at the finish may be a time or one of day; behind `10:06` at 18 km, and a start at 8:00, it is of day.
    """
    if len(timed) > _POINTS or len(sheet.lines) > _CITY:
        return False
    by_themselves = [_changed(sheet, column, of_day, every=False) for column in timed]
    changed = sum(one is not column for one, column in zip(by_themselves, timed, strict=True))
    if not 0 < changed < len(timed):
        return False
    together = [_changed(sheet, column, of_day, every=True) for column in timed]
    return _unevenness(sheet, together) < _unevenness(sheet, by_themselves) - _STEADIER


_POINTS, _CITY = 40, 20_000
_STEADIER = 0.05


def _unevenness(sheet: Sheet, timed: Sequence[Timed]) -> float:
    """How unevenly the first runners ran by the columns whose distances are known."""
    known = sorted(((metres, column) for column in timed if (metres := _metres(sheet, column))), key=lambda one: one[0])
    rows = zip(*(column.values()[:_ROWS] for _, column in known), strict=True)
    uneven = []
    for row in rows:
        at = [(metres, one.seconds) for (metres, _), one in zip(known, row, strict=True) if isinstance(one, Value)]
        uneven += [speeds_uneven(at)] if len(at) > 1 else []
    return median(uneven) if uneven else math.inf


def _since_text(value: Read, cell: str) -> str:
    """The cell as a time since the start; what is no time stays, to be told or to say what became of somebody."""
    if isinstance(value, Value):
        return format_time(value.seconds, value.digits)
    return "" if value in (Nothing.MISSING, Nothing.EARLY) else cell


def _tell_early(sheet: Sheet, column: Timed, values: Sequence[Read]) -> None:
    for row, value in enumerate(values):
        if value is Nothing.EARLY:
            message = f"{column.cells[row].strip()[:40]!r} in {column.title!r} is before the start"
            sheet.findings.error(f"cells of {column.title!r} that are before the start", sheet.lines[row], message)


def _is_better(since: float, plain: float, column: Timed) -> bool:
    """Whether times since the start are likelier; where they are as likely, a time that is written oddly is of day."""
    return since > plain + _BETTER or (since >= plain > 0 and column.notation is not PLAIN)


_BETTER = 0.25


def _worth(sheet: Sheet, metres: float, values: Sequence[Read]) -> float:
    """How likely the times at a point are, 0 to 1: for runners at all, and beside their results."""
    found = []
    for value, result in list(zip(values, sheet.results, strict=True))[:_ROWS]:
        if isinstance(value, Value):
            pace = value.seconds / result * sheet.far / metres if result else 1.0
            found.append(likeness(value.seconds, metres) if _EVEN[0] < pace < _EVEN[1] else 0.0)
    return sum(found) / len(found) if found else 0.0


_EVEN = (0.5, 1.6)
"""How much faster or slower than on average somebody runs until a point."""
_ROWS = 60
