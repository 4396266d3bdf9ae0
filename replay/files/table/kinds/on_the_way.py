"""Times of places on the way that only a name tells, `Foresthill Time`: nobody's result, though the word is there."""

import re

from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_clock
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import Heading
from replay.files.table.wording.words import Meaning
from replay.race.names import fold

_OF_LAPS = re.compile(r"best|fast|quick|lap|avg|average|mean|pace|schnell|schnitt|runde|meilleur|mejor")
"""What stands in a heading of everybody's best or mean lap."""
_ROWS = 500
_NEARLY_ALL = 0.9
_FEWEST = 2
_SHORTER = 0.9
"""The share of the result that a time on the way is, at the most."""


def set_places_apart(sheet: Sheet) -> None:
    """Take columns of times for places on the way that nobody knows, where all were there well before the finish."""
    results = sheet.all(Meaning.RESULT)
    sure = [column for column in results if column.heading is not None and column.heading.sure]
    if not sure or sure[0].share(is_clock) < _NEARLY_ALL:
        return
    for column in results:
        named = column.heading is not None and not column.heading.sure and column.why != "--column"
        if named and not _OF_LAPS.search(fold(column.title)) and column.share(is_clock) and _is_before(column, sure[0]):
            column.heading, column.why = Heading(Meaning.SPLIT_TIME), ""


def _is_before(column: Column, result: Column) -> bool:
    pairs = [
        (early, late)
        for one, two in zip(column.cells[:_ROWS], result.cells[:_ROWS], strict=False)
        if (early := plain_seconds(one.strip())) and (late := plain_seconds(two.strip()))
    ]
    before = sum(early < _SHORTER * late for early, late in pairs)
    return len(pairs) >= _FEWEST and before >= _NEARLY_ALL * len(pairs)
