"""Columns of the last stretch of a race, `Last 200`, `Final lap`: no name, and the last of the laps beside it."""

import re
from collections.abc import Sequence

from replay.files.middle import median
from replay.files.table.meanings.column import Column
from replay.files.table.values.cells import is_time
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import Heading, Point, Told
from replay.files.table.wording.words import Meaning
from replay.race.names import fold

_LAST = re.compile(
    r"(?:the )?(?:last|final|closing|letzte[nrs]?|derni(?:er|ere)s?|ultim[oa]s?|ostatni\w*|laatste|siste|sista|sidste"
    r"|viimeinen|posledni\w*) (?:(\d[\d., ]*) ?(?:m|km|mtr|met(?:re|er|ro|ri)s?|y|yds?|yards?)?"
    r"|(?:lap|runde|tour|vuelta|giro|volta|ronde|varv|omgang|okrazenie|kierros|kolo|bell lap)(?: time)?)"
    r"|to ?finish"
)
_ROWS = 60
_ROUNDED = 0.06
"""Seconds by which each lap may be rounded."""


def names_last(text: str) -> bool:
    """Whether a heading, or the name of a row, is of the last stretch: `Last 200`."""
    return _LAST.fullmatch(fold(text)) is not None


def settle_last(columns: Sequence[Column]) -> None:
    """Take a column of the last stretch for the last lap where all laps and it make the result, and else for nothing.

    Args:
        columns: Of a table; what they are taken for is set on them.
    """
    for column in columns:
        match = _LAST.fullmatch(fold(column.title))
        if match is None or column.why == "--column" or not column.share(is_time):
            continue
        if (number := _number(columns, column)) is not None:
            column.heading = Heading(Meaning.SPLIT, Point(number=number, lap=True), Told.LAP)
            column.why = "it is the last lap"
        elif match[1]:
            column.heading, column.why = None, f"it is the time of the {fold(column.title)}"


def _number(columns: Sequence[Column], last: Column) -> int | None:
    """Which lap it is; None where the laps beside it and it do not make the results."""
    results = next((column for column in columns if column.meaning is Meaning.RESULT and column is not last), None)
    laps = [
        column
        for column in columns
        if column.meaning is Meaning.SPLIT
        and column.heading is not None
        and (point := column.heading.point) is not None
        if point.lap or (point.metres is not None and not point.sure)
    ]
    if results is None or not laps:
        return None
    rest = []
    for row in range(min(_ROWS, len(last.cells))):
        each = [plain_seconds(column.cells[row].strip()) for column in (*laps, last)]
        result = plain_seconds(results.cells[row].strip())
        if result and None not in each:
            rest.append(abs(result - sum(filter(None, each))))
    return len(laps) + 1 if rest and median(rest) <= max(1.0, _ROUNDED * len(laps)) else None
