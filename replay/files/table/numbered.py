"""Columns of a table that have only numbers, `Lap 3`, `Leg 2`, `Control 5`: laid on the race as what they are."""

import re
from collections.abc import Sequence
from itertools import pairwise

from replay.files.table.halfway import likely_place
from replay.files.table.laid import AT_FINISH, Splits, decide, set_finish_apart, take_points
from replay.files.table.laps import Laid, lay, unsteadiness
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.punching import has_controls, places_of
from replay.files.table.meanings.series import count_up, one_series
from replay.files.table.meanings.timed import Timed, Value
from replay.files.table.sheet import Sheet
from replay.files.table.stretches import rows_of, some_rows
from replay.files.table.values.cells import is_number, read_laps
from replay.files.table.wording.headings import Point
from replay.files.table.wording.point_words import A_LEG
from replay.files.table.wording.words import Meaning
from replay.files.understood import Counting, Question
from replay.race.names import fold
from replay.race.race import Course, Surface

_LAPS_AT_MOST = 400
_STEADY = 0.2
"""How unevenly people run laps that are headed by numbers alone, at most: these may count controls as well."""


def take_laps(sheet: Sheet, numbered: Sequence[Timed], made: Splits) -> None:
    """Read columns that have only numbers: laps, if they can be laid on the race."""
    controls = has_controls(sheet.columns)
    timed = [column for column in numbered if not controls or not _has_codes(column)]
    laps = one_series([column for column in timed if column.point.lap or column.point.metres or controls])
    if not count_up(laps):
        leave_out_numbered(sheet, numbered)
        return
    if _take_medley(sheet, laps, made) or (controls and _take_controls(sheet, laps, made)):
        return
    count = len(laps)
    rows = some_rows(laps[:1])
    results = [sheet.results[row] for row in rows]
    best = None
    for counting in [sheet.choices.counting] if sheet.choices.counting else list(Counting):
        even = [sheet.far / count * number for number in range(1, count + 1)]
        decide(laps, even, counting)
        times = rows_of(laps, rows)
        laid = lay(times, results, sheet.far, sheet.lap, counting)
        if laid is not None:
            worth = unsteadiness(laid.points, counting, times, results, sheet.far)
            if best is None or worth < best[0]:
                best = worth, laid
    bare = not any(column.point.lap for column in laps)
    if best is not None and bare and best[0] > _STEADY and _take_controls(sheet, laps, made):
        return
    if best is not None and _take_sections(sheet, laps, best[1], made):
        return
    if best is not None:
        _take_laid(sheet, laps, best[1], made)
    elif not _take_legs(sheet, laps, made):
        leave_out_numbered(sheet, numbered)


def _take_sections(sheet: Sheet, laps: Sequence[Timed], laid: Laid, made: Splits) -> bool:
    """Whether the columns are sections of a course, `Section 2`, which are hardly ever of one length."""
    if not laps[:-1] or not all(_SECTION.match(fold(column.title)) for column in laps[:-1]):
        return False
    whole = abs(laid.points[-1] - sheet.far) <= AT_FINISH  # the last one ends with the result
    if not _take_controls(sheet, laps[:-1] if whole else laps, made, laid.counting):
        return False
    if whole:
        made.unused[laps[-1].index] = "it is the last section, and ends with the result"
    return True


_SECTION = re.compile(r"(?:section|segment|sector|abschnitt|teilstuck|troncon|odcinek)(?![a-z])")


def laps_beside(sheet: Sheet, numbered: Sequence[Timed], made: Splits) -> bool:
    """Whether laps make the results of those who have them, beside others' times at points; they are then added."""
    laps = one_series([column for column in numbered if column.point.lap])
    if not count_up(laps) or len(laps) < len(numbered):
        return False
    rows = some_rows(laps[:1])
    results = [sheet.results[row] for row in rows]
    decide(laps, [sheet.far / len(laps) * number for number in range(1, len(laps) + 1)], Counting.LAPS)
    times = rows_of(laps, rows)
    laid = lay(times, results, sheet.far, sheet.lap, Counting.LAPS)
    whole = [abs(sum(filter(None, row)) - end) <= _ROUNDED for row, end in zip(times, results, strict=True) if end]
    if laid is None or laid.points[-1] < sheet.far - 1 or not whole or not all(whole):
        return False
    beside = Splits()
    _take_laid(sheet, laps, laid, beside)
    made.meanings |= beside.meanings
    by = {
        metres: (column, values) for metres, column, values in zip(made.points, made.columns, made.values, strict=True)
    }
    for metres, column, values in zip(beside.points, beside.columns, beside.values, strict=True):
        if metres in by:
            known = [one if isinstance(one, Value) else two for one, two in zip(by[metres][1], values, strict=True)]
            column, values = by[metres][0], known
            column.which = None
        by[metres] = column, values
    made.points = sorted(by)
    made.columns, made.values = [by[metres][0] for metres in made.points], [by[metres][1] for metres in made.points]
    return True


_ROUNDED = 1.0
"""Seconds by which rounded laps may miss the result."""


def _take_laid(sheet: Sheet, laps: Sequence[Timed], laid: Laid, made: Splits) -> None:
    decide(laps, laid.points, laid.counting)
    take_points(sheet, made, laid.points, laps, laid.counting)
    sheet.findings.assume(f"{laps[0].title!r} and the like are {_where(laid)}", "--times or --column")
    if sheet.course.surface is Surface.ROAD and sheet.choices.course is None and _is_around(laid.points):
        sheet.course = Course()
    for metres, column in zip(laid.points, laps, strict=True):
        made.meanings[column.index] = f"{'lap to' if laid.counting is Counting.LAPS else 'split at'} {metres:g} m"
    if abs(made.points[-1] - sheet.far) <= AT_FINISH:
        made.finish.append(laps[-1])
        set_finish_apart(made)


def _where(laid: Laid) -> str:
    """What numbered times are and where, in few words: `lap times, the first at 200 m, then every 400 m`."""
    what = "lap times" if laid.counting is Counting.LAPS else "times since the start"
    first = laid.points[0]
    steps = {round(two - one, 3) for one, two in pairwise(laid.points)}
    if len(steps) != 1:
        return f"{what}, {laid.said}"
    (step,) = steps
    return f"{what} every {step:g} m" if first == step else f"{what}, the first at {first:g} m, then every {step:g} m"


def _is_around(points: Sequence[float]) -> bool:
    """Whether points are a track's lap apart, the first of them at less, as on no road."""
    lap = Course().lap_metres
    return len(points) > 1 and points[0] != lap and all(two - one == lap for one, two in pairwise(points))


def _take_medley(sheet: Sheet, laps: Sequence[Timed], made: Splits) -> bool:
    """Whether the columns are the legs of a medley, how long each of which is its name says."""
    points = sheet.about.leg_ends[: len(laps)]
    if len(points) < len(laps) or len(laps) < len(sheet.about.leg_ends) - 1:
        return False
    rows = some_rows(laps[:1])
    results = [sheet.results[row] for row in rows]
    uneven: dict[Counting, float] = {}
    for counting in Counting:
        decide(laps, points, counting)
        uneven[counting] = unsteadiness(points, counting, rows_of(laps, rows), results, sheet.far)
    counting = sheet.choices.counting or min(uneven, key=lambda one: uneven[one])
    decide(laps, points, counting)
    take_points(sheet, made, points, laps, counting)
    for metres, column in zip(points, laps, strict=True):
        made.meanings[column.index] = f"{'lap to' if counting is Counting.LAPS else 'split at'} {metres:g} m"
    if abs(points[-1] - sheet.far) <= AT_FINISH:
        made.finish.append(laps[-1])
        set_finish_apart(made)
    return True


def _has_codes(column: Timed) -> bool:
    """Whether a column has the codes of controls and no times: plain whole numbers."""
    return all(is_number(cell.strip()) for cell in column.cells if cell.strip())


def _take_controls(sheet: Sheet, columns: Sequence[Timed], made: Splits, usual: Counting = Counting.CUMULATIVE) -> bool:
    """Whether the columns are times at controls, which are laid where the field's middle times put them."""
    counting = sheet.choices.counting or usual
    rows = some_rows(columns[:1])
    times = rows_of(columns, rows)
    if counting is Counting.LAPS:
        times = [_added_up(row) for row in times]
    points = places_of(times, [sheet.results[row] for row in rows], sheet.far)
    if points is None:
        return False
    take_points(sheet, made, points, columns, counting)
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
    take_points(sheet, made, points, columns[:-1], Counting.LAPS)
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


def leave_out_numbered(sheet: Sheet, numbered: Sequence[Timed]) -> None:
    """Points of which nobody knows where they are."""
    numbered = [column for column in numbered if any(cell.strip() for cell in column.cells)]
    for column in numbered:
        message = f"where {column.title!r} is, the file does not say, and its times are left out"
        hint = f'say it with --column "{column.title}={_likely_place(sheet, column)}"'
        sheet.findings.error("columns at unknown points", sheet.line, message, hint)
    if numbered:
        title, place = numbered[0].title, _likely_place(sheet, numbered[0])
        question = Question("column", f"Where on the course is {title!r}?", f'--column "{title}={place}"', column=title)
        sheet.findings.questions.append(question)


def _likely_place(sheet: Sheet, column: Timed) -> str:
    rows = some_rows([column])
    return likely_place((row[0] for row in rows_of([column], rows)), (sheet.results[at] for at in rows), sheet.far)


def of_one_cell(column: Column | None, sheet: Sheet) -> list[Timed]:
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
