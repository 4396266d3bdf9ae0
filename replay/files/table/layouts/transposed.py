"""A table on its side: the headings stand in the first column, and each other column is a runner."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from replay.files.cleaning import clean_text
from replay.files.table.values.cells import is_clock, is_time
from replay.files.table.wording.headings import Heading, read_heading, read_point
from replay.files.table.wording.likeliest import is_heading
from replay.files.table.wording.words import Meaning

_FEWEST = 3
"""Headings, a name and times among them."""
_MOST = 200
_TIMES = frozenset((Meaning.RESULT, Meaning.NET, Meaning.GUN))
_NAMES = frozenset((Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY))


def transposed(rows: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """The rows of the table set upright; None where its first column has no headings."""
    if not _FEWEST <= len(rows) <= _MOST:
        return None
    headings = [next(iter(read_heading(clean_text(row[0]))), None) if row else None for row in rows]
    if None in headings or not any(heading is not None and heading.meaning in _NAMES for heading in headings):
        return None
    timed = sum(
        all(_may_be_of(heading, cell.strip()) for cell in row[1:] if cell.strip()) and len(row) > 1
        for heading, row in zip(headings, rows, strict=True)
    )
    return [list(row) for row in zip_longest(*rows, fillvalue="")] if timed else None


def _may_be_of(heading: Heading | None, cell: str) -> bool:
    return is_clock(cell) or (heading is not None and heading.meaning in _TIMES and is_time(cell))


def on_its_side(rows: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """The table set upright that stands below its captions, also where one of its rows looks like headings.

    None where its first column has anything but headings, each another, or its first row has more than one.
    """
    first = next((at for at, row in enumerate(rows) if sum(map(bool, row)) > 1), len(rows))
    within = rows[first:]
    if not _FEWEST <= len(within) <= _MOST or len({row[0] for row in within if row}) < len(within):
        return None
    if not all(row and is_heading(clean_text(row[0])) for row in within):
        return None
    if any(heading.sure for cell in within[0][1:] for heading in read_heading(clean_text(cell))[:1]):
        return None
    return transposed(within)


def is_of_point(row: Sequence[str]) -> bool:
    """Whether a row tells the times of several at a point, `300m,51.2,50.8`, and heads no column with `51.2`."""
    others = [cell.strip() for cell in row[1:_MOST] if cell.strip()]
    if len(others) < _FEWEST - 1 or not all(map(_BARE.fullmatch, others)) or not any(map(_PART.search, others)):
        return False
    return is_point(row[0])


def are_laps(row: Sequence[str]) -> bool:
    """Whether the numbers of a row are one like the other, `Finn,68.0,68.3,69.1`: laps, and no distances."""
    bare = [cell for text in row[:_MOST] if _BARE.fullmatch(cell := text.strip())]
    parts = [cell for cell in bare if _PART.search(cell) and cell.replace(",", ".") not in _OF_MARATHONS]
    if len(bare) < _FEWEST or 2 * len(parts) < len(bare):
        return False
    numbers = [float(cell.replace(",", ".")) for cell in bare]
    return max(numbers) < _ALIKE * min(numbers)


_ALIKE = 1.6
_OF_MARATHONS = frozenset({"13.1", "21.1", "26.2", "42.2"})


def is_point(text: str) -> bool:
    """Whether a cell surely names a point or a lap: `300m`, `Lap 3`."""
    point = read_point(clean_text(text))
    return point is not None and (point.metres is not None or point.lap) and point.sure


def names_across(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names those of whom the others tell the times: `,Finn,Gus` above `Lap 1,72.1,73.0`."""
    head, below = [cell.strip() for cell in rows[0]], rows[1 : 1 + _FEWEST]
    named = [cell for cell in head if cell]
    if not named or head[0] or not all(any(map(str.isalpha, cell)) for cell in named):
        return False
    return len(below) > 1 and all(map(is_of_point, below[:2]))


_BARE = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?")
_PART = re.compile(r"[.,]\d")
