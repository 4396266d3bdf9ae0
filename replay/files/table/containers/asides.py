"""Tables beside a list of results: of records, and of who led at each point, `400m | 1:08.31 | GUILLON`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from replay.files.table.containers.workbook import SheetRows
from replay.files.table.meanings.placing import ROWS
from replay.files.table.values.times import Form, read_cell
from replay.files.table.wording.headings import read_point
from replay.race.names import fold

_FEWEST = 2
_WIDEST = 4


def without_asides(sheets: Sequence[SheetRows]) -> tuple[list[SheetRows], list[str]]:
    """The tables without those of who led at each point and of records, and what these are, in words."""
    told = {at: what for at, sheet in enumerate(sheets) if (what := _aside(sheet))}
    if len(told) == len(sheets):
        return list(sheets), []
    kept = [sheet for at, sheet in enumerate(sheets) if at not in told]
    return kept, [f"the table {sheets[at].name!r} says {what}, and is left out" for at, what in told.items()]


def _aside(sheet: SheetRows) -> str:
    """What a table tells of that is beside a list of results; empty for any other."""
    rows = [cells for row in sheet.rows[: ROWS + 1] if (cells := [cell.strip() for cell in row if cell.strip()])]
    while rows and len(rows[0]) == 1:
        rows = rows[1:]  # titles
    if not 1 <= len(rows) <= ROWS:
        return ""
    if all(_RECORD.search(fold(row[0])) is not None and len(row) > 1 for row in rows):
        return "what the records are"
    return "who led at points on the way" if _are_of_leaders(rows) else ""


_RECORD = re.compile(r"\b(?:records?|rekord\w*|recorde?|world lead\w*|year lead\w*|(?:world|season|national)s? best)\b")
"""What a row of records begins with."""


def _are_of_leaders(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row has a point farther on than the last, the time there, and at most a name and a nation."""
    if rows and read_point(rows[0][0]) is None:
        rows = rows[1:]  # its heading
    if not _FEWEST <= len(rows) <= ROWS or any(not _FEWEST <= len(row) <= _WIDEST for row in rows):
        return False
    points = [read_point(row[0]) for row in rows]
    metres = [point.metres for point in points if point is not None and point.metres is not None]
    rising = len(metres) == len(rows) and all(one < two for one, two in pairwise(metres)) and metres[0] >= _NEAR
    timed = [next((cell for text in row[1:] if (cell := read_cell(text)) is not None), None) for row in rows]
    clocks = [cell for cell in timed if cell is not None and cell.form in (Form.TWO, Form.THREE, Form.PLAIN)]
    named = all(
        sum(not any(map(str.isdigit, text)) for text in row[1:]) <= 1 + (len(row) > _FEWEST + 1) for row in rows
    )
    return rising and len(clocks) == len(rows) and named


_NEAR = 100.0
"""Metres of the nearest such point: smaller numbers are places."""
