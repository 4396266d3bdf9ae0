"""Columns that are counted and called what nobody knows, `R1` to `R8`: laps, where they add up to the result."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import Heading, Point
from replay.files.table.wording.words import Meaning

_COUNTED = re.compile(r"\s*([^\d]{1,12}?)[ ._#-]*(\d{1,2})\.?\s*")
_FEWEST = 3
"""Laps."""
_ROWS = 50
_MOSTLY = 0.6
"""Of the rows with all times."""
_ROUNDED = 0.15
"""Seconds a lap by which laps, taken by hand, may miss the result."""


def take_added_up(sheet: Sheet) -> None:
    """Take such columns for laps, and those that rise to the result for the times at their ends."""
    results = sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN)
    if not results:
        return
    for series in _series(sheet.columns):
        rows = [
            (list(filter(None, map(plain_seconds, cells))), plain_seconds(result))
            for result, *cells in zip(*(column.cells[:_ROWS] for column in (results[0], *series)), strict=True)
        ]
        whole = [(times, result) for times, result in rows if len(times) == len(series) and result]
        fitting = sum(_is_lapped(times, result) for times, result in whole)
        if len(whole) and fitting > _MOSTLY * len(whole):
            for number, column in enumerate(series, 1):
                column.heading = Heading(Meaning.SPLIT, Point(number=number, lap=True))
                column.why = "they lead to the result"


def _is_lapped(times: Sequence[float], result: float) -> bool:
    """Whether times are laps that make a result, or lead up to it one after another and to nothing less."""
    rising = all(one < other for one, other in pairwise(times)) and times[0] * len(times) < 2 * times[-1]
    return abs(sum(times) - result) <= max(1.0, _ROUNDED * len(times)) or (
        rising and abs(times[-1] - result) <= _ROUNDED
    )


def _series(columns: Sequence[Column]) -> Iterator[list[Column]]:
    """Columns one beside another that nobody knows, are called the same and counted from 1."""
    named = [(_COUNTED.fullmatch(column.title) if _is_unknown(column) else None, column) for column in columns]
    for name, group in groupby(named, key=lambda one: one[0] and one[0][1].casefold()):
        found = list(group)
        numbers = [int(match[2]) for match, _ in found if match is not None]
        if name and len(found) >= _FEWEST and numbers == list(range(1, len(found) + 1)):
            yield [column for _, column in found]


def _is_unknown(column: Column) -> bool:
    return column.heading is None and column.why == "not known"
