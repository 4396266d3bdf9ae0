"""Lines below a heading that a sign parts into as many cells each: a table, however few its columns are."""

import csv
from collections.abc import Sequence

from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import Meaning

_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_TIMES = {Meaning.RESULT, Meaning.NET, Meaning.GUN}


def is_headed_table(lines: Sequence[str]) -> bool:
    """Whether one of the first lines heads a name and a result, and nearly all below have as many cells: `Name,Time`.

    Few commas are no sign of a table in a text, but these are: `Ada Alfa,1d 03:40:07` is no name and a time. Neither
    is `NT→1:19:41` between tabs, where somebody missed a point.
    """
    filled = [line for line in lines if line.strip()]
    return any(_heads(filled[at:], sign) for sign in ",;|\t" for at in range(min(_ABOVE, len(filled) - 1)))


def _heads(lines: Sequence[str], sign: str) -> bool:
    if sign not in lines[0]:
        return False
    head, *rows = csv.reader(lines, delimiter=sign)
    if sum(len(row) == len(head) for row in rows) < _NEARLY * len(rows):
        return False
    meanings = [{one.meaning for one in read_heading(title)} for title in head]
    every = set().union(*meanings)
    known = 2 * sum(map(bool, meanings)) > len(head)
    return known and not (every.isdisjoint(_NAMES) or every.isdisjoint(_TIMES))


_ABOVE = 5
"""Lines that may stand before the heading."""
_NEARLY = 0.9
