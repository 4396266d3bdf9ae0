"""A table on its side: the headings stand in the first column, and each other column is a runner."""

from collections.abc import Sequence
from itertools import zip_longest

from replay.files.cleaning import clean_text
from replay.files.table.values.cells import is_clock
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import Meaning

_FEWEST = 3
"""Headings, a name and times among them."""
_MOST = 200
_NAMES = frozenset((Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY))


def transposed(rows: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """The rows of the table set upright; None where its first column has no headings."""
    if not _FEWEST <= len(rows) <= _MOST:
        return None
    headings = [next(iter(read_heading(clean_text(row[0]))), None) if row else None for row in rows]
    if None in headings or not any(heading is not None and heading.meaning in _NAMES for heading in headings):
        return None
    timed = sum(all(is_clock(cell.strip()) for cell in row[1:] if cell.strip()) and len(row) > 1 for row in rows)
    return [list(row) for row in zip_longest(*rows, fillvalue="")] if timed else None
