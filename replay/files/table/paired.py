"""Cells that hold the times at several points, each with its point: `400: 65.1, 800: 2:11.0`; a column for each."""

import re
from collections.abc import Sequence

from replay.files.table.column import Column, columns_of
from replay.files.table.headings import read_point

_PAIR = re.compile(
    r"(?P<point>\d[\d.,]{0,7}\d ?(?:m|km|k|mi|y)?|\d ?(?:km|k|mi|mile)|half|lap \d{1,3}|[a-z]{1,12}\d{1,5})"
    r"(?:\s*[=@]\s*|:\s+|(?<=[a-z])\s+|\s*->\s*)"
    r"(?P<time>\d{1,4}(?::\d{2}){0,2}(?:[.,]\d{1,3})?)(?=\s*(?:[;/|\n)]|,\s|\s|$))",
    re.IGNORECASE,
)
_SHARE = 0.6
_FEWEST = 2
"""Points in a cell."""
_LONGEST = 4000
"""Characters of such a cell."""


def parted(columns: Sequence[Column]) -> list[Column]:
    """The columns; one with points and times in its cells is replaced by one for each point.

    Args:
        columns: Of a table, before anything is understood of them.
    """
    made: list[Column] = []
    for column in columns:
        pairs = _pairs(column)
        if pairs is None:
            made.append(column)
            continue
        points = list(dict.fromkeys(point for row in pairs for point in row))
        made += columns_of(points, [[row.get(point, "") for point in points] for row in pairs])
    if len(made) == len(columns):
        return list(columns)
    for index, column in enumerate(made):
        column.index = index
    return made


def _pairs(column: Column) -> list[dict[str, str]] | None:
    """For each row the times by their points; None where the cells are something else."""
    if not column.sample or column.share(lambda text: len(_read(text)) >= _FEWEST) < _SHARE:
        return None
    return [_read(text) for text in column.cells]


def _read(text: str) -> dict[str, str]:
    """The times of a cell by their points; empty where something else stands between them."""
    if len(text) > _LONGEST:
        return {}
    found = list(_PAIR.finditer(text))
    between = _PAIR.sub(" ", text)
    if re.search(r"[^\W_]", between) or not all(read_point(match["point"]) for match in found):
        return {}
    return {match["point"].strip(): match["time"] for match in found}
