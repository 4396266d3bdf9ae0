"""Lines below a heading that a sign parts into as many cells each: a table, however few its columns are."""

import csv
from collections.abc import Sequence

from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import Meaning

_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_TIMES = {Meaning.RESULT, Meaning.NET, Meaning.GUN}


def is_headed_table(lines: Sequence[str]) -> bool:
    """Whether the first line heads a name and a result, and all others have as many cells: `Name,Time`.

    Few commas are no sign of a table in a text, but these are: `Ada Alfa,1d 03:40:07` is no name and a time.
    """
    filled = [line for line in lines if line.strip()]
    if len(filled) < _FEWEST:
        return False
    for sign in ",;|\t":
        if sign in filled[0]:
            head, *rows = csv.reader(filled, delimiter=sign)
            meanings = [{one.meaning for one in read_heading(title)} for title in head]
            if all(meanings) and all(len(row) == len(head) for row in rows):
                every = set().union(*meanings)
                return not (every.isdisjoint(_NAMES) or every.isdisjoint(_TIMES))
    return False


_FEWEST = 2
