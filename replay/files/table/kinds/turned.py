"""Tables whose rows are the points of the race, and no runner is named in a column.

A coach writes the runners across and the laps down (`Distance,Ada,Bea`); a runner's own page has a row for each point,
and one column of times (`Split, Time of day, Time`). Both become a row for each runner.
"""

import re
from collections.abc import Sequence

from replay.files.table.kinds.alone import NOBODY, worth
from replay.files.table.kinds.long import point_of
from replay.files.table.kinds.named_beside import name_alone
from replay.files.table.layouts.cutting import MOST_COLUMNS
from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.meanings.columns import says_time
from replay.files.table.meanings.last_stretch import names_last, settle_last
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_clock, is_time
from replay.files.table.values.notations import plain_seconds
from replay.files.table.values.times import read_day
from replay.files.table.wording.headings import Heading, Told, read_heading
from replay.files.table.wording.words import Meaning

_FEWEST = 2
"""Points, and runners across."""
_READ = 0.7
_FIRST = 20
"""Columns in one of which the points stand."""
_BARE = re.compile(r"\d+[.,]\d+")


def take_turned(sheet: Sheet) -> bool:
    """Whether the rows are points; there is then a row for each runner, with a column for each point."""
    label = next((column for column in sheet.columns[:_FIRST] if _names_points(column)), None)
    if label is None or len(label.cells) > MOST_COLUMNS:
        return False
    others = [column for column in sheet.columns if column is not label]
    timed = [column for column in others if column.share(is_clock) > _READ]
    across = [column for column in others if column.share(is_time) > _READ and not read_heading(column.title)]
    across = across or _by_bibs(others)
    laps = _counts(label) and any(worth(one)[0] and says_time(one.title) for one in timed)  # of one runner's watch
    if len(across) >= _FEWEST and len(across) * 2 > len(others) and not laps:
        named = [(column.title, column) for column in across]
        sheet.findings.assume(f"each column is a runner, and each row the point that {label.title!r} names", "")
    elif timed and (not across or any(worth(one)[0] for one in timed)) and not _counts(label):
        column = max(timed, key=lambda one: (*worth(one), _tells_time(one)))
        name = sheet.about.runner
        sheet.about.title = sheet.about.otherwise if name == sheet.about.title else sheet.about.title
        named = [(name or sheet.source.stem, column)]
        whose = f"{name}'s race" if name else "one runner's race"
        nobody = "" if name else "; who it is stands beside the table" if sheet.runner else f"; {NOBODY}"
        sheet.findings.assume(f"each row is a point of {whose}, with the time in {column.title!r}{nobody}", "")
    else:
        return False
    _turn(sheet, label, named)
    return True


def _by_bibs(columns: Sequence[Column]) -> list[Column]:
    """Columns that are headed by runners' numbers, `101,102`: at each point their times are alike, as of no points."""
    if len(columns) < _FEWEST or not all(_BIB.fullmatch(column.title) for column in columns):
        return []
    rows = zip(*([plain_seconds(cell.strip()) for cell in column.cells] for column in columns), strict=True)
    whole = [[seconds for seconds in row if seconds] for row in rows]
    alike = [max(row) < _ALIKE * min(row) for row in whole if len(row) > 1]
    return list(columns) if alike and all(alike) else []


_BIB = re.compile(r"\d{1,5}")
_ALIKE = 1.6
"""How much longer than the first at a point the last there takes, at most: at another point it would be more."""


def _names_points(column: Column) -> bool:
    if any(heading.meaning is Meaning.EVENT for heading in read_heading(column.title)[:1]):
        return False
    if column.share(lambda text: read_day(text) is not None) > _READ:
        return False
    far = any(heading.meaning in (Meaning.LABEL, Meaning.DISTANCE) for heading in read_heading(column.title))
    if column.share(_BARE.fullmatch) > _READ and not far:
        return False  # a price, or a measure of something else
    return len(set(column.sample)) >= _FEWEST and column.share(lambda text: point_of(text, column) is not None) >= _READ


def _counts(label: Column) -> bool:
    """Whether the rows are only counted, as laps are in which nothing else is said."""
    return label.share(str.isdigit) > _READ


def _tells_time(column: Column) -> bool:
    told = read_heading(column.title)
    return bool(told) and told[0].told is not Told.CLOCK


def _turn(sheet: Sheet, label: Column, named: Sequence[tuple[str, Column]]) -> None:
    told = [point_of(cell.strip(), label) for cell in label.cells]
    rows = [row for row, cell in enumerate(label.cells) if told[row] is not None or names_last(cell)]
    points = [told[row] for row in rows]
    titles = ["name", *(label.cells[row].strip() for row in rows)]
    made = columns_of(titles, [[name, *(column.cells[row] for row in rows)] for name, column in named])
    who = Meaning.BIB if len(named) > 1 and all(_BIB.fullmatch(name) for name, _ in named) else Meaning.NAME
    made[0].heading, made[0].why = Heading(who), "the headings" if len(named) > 1 else "the file's name"
    for column in made[1:]:
        if (point := points[column.index - 1]) is not None:
            column.heading = Heading(Meaning.RESULT if point.finish else Meaning.SPLIT, point)
            column.why = "a row for each point"
    settle_last(made)
    if len(rows) < len(sheet.lines):
        sheet.findings.left_out.add("lines that are no point", "", len(sheet.lines) - len(rows))
    sheet.columns, sheet.lines = made, [sheet.line] * len(named)
    name_alone(sheet)
