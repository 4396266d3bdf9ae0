"""Headings that are no words: the days on which there was a race, or metres with nothing over the names.

     400    800   1200   1600
Meg  66    2:18   3:31   4:45
"""

from collections.abc import Sequence
from itertools import pairwise

from replay.files.cleaning import clean_text
from replay.files.table.layouts.cutting import Row
from replay.files.table.values.cells import is_clock
from replay.files.table.values.times import WORDED_DAY
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import Meaning

_FEWEST = 2
"""Columns beside the names."""
_LEAST = 100
"""Metres of the first point: fewer are bibs or seconds."""
_EACH = 50
"""The same beside a word, every so many metres: a pool has such."""


def heads_days(row: Row) -> bool:
    """Whether a row heads a column of names and several of days, on each of which there was a race."""
    days = sum(WORDED_DAY.fullmatch(cell.strip()) is not None for cell in row[1:])
    named = read_heading(clean_text(row[0])) if days >= _FEWEST else ()
    return bool(named) and named[0].sure and named[0].meaning is Meaning.NAME


def heads_points(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row is of whole hundreds of metres, farther and farther, beside a blank, over names and times.

    Beside a word that nobody knows they are every so far, from so far on: `Plavkyně, 50, 100, 150, 200`.
    """
    points = [cell.strip() for cell in row[1:]]
    if len(points) < _FEWEST or not all(map(str.isdecimal, points)):
        return False
    metres = [int(point) for point in points if len(point) <= len("100000")]
    each = _EACH if row[0].strip() else _LEAST
    if len(metres) < len(points) or any(at < each or at % each for at in metres):
        return False
    ahead = [late - early for early, late in pairwise(metres)]
    if row[0].strip() and (len(points) <= _FEWEST or not _are_even(metres[0], *ahead) or not _is_word(row[0])):
        return False
    return min(ahead) > 0 and len(below) >= _FEWEST and all(map(_is_timed, below[:_FEWEST]))


def _are_even(first: int, *ahead: int) -> bool:
    """Whether stretches are as long as each other; of four or more the first or the last may be shorter."""
    middle = {first, *ahead} if len(ahead) <= _FEWEST else set(ahead[:-1])
    return len(middle) == 1 and max(first, ahead[-1]) <= max(middle) and max(middle) in (first, ahead[-1])


def _is_word(cell: str) -> bool:
    return any(map(str.isalpha, cell)) and not any(map(str.isdecimal, cell))


def _is_timed(row: Row) -> bool:
    """Whether a row is of a word and times."""
    timed = sum(is_clock(cell.strip()) for cell in row[1:])
    written = any(set(".:,") & set(cell) for cell in row[1:])  # and no metres as in the row above
    return any(map(str.isalpha, row[0])) and written and 2 * timed >= len(row) - 1 > 0
