"""Single times of a column that were typed otherwise than the rest, and so mean hours.

A spreadsheet takes `18:22` for hours: `18:22:00` beside `0:17:59`. And `12:50:58` beside `12:49.31` has its hundredths
behind a colon.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import partial

from replay.files.middle import median
from replay.files.table.meanings.column import Column
from replay.files.table.values.notations import plain_seconds
from replay.race.times import format_time

_POINTED = re.compile(r"(\d{1,2}):([0-5]\d)[.,]\d{1,2}(?!\d)")
_COLONS = re.compile(r"(\d{1,2}):([0-5]\d):(\d\d)(?![\d:.,])")
_FEWEST, _MOSTLY = 3, 0.7
"""Times with a point, and their share of all."""
_NEAR = 1.3
"""How many times the middle of the others, at most, one is that is of their race; as hours it is sixty times that."""
_TAKEN = re.compile(r"(\d{1,3}):([0-5]\d):00(?:\.0+)?")
_MOST = 5000
"""Rows of a list that somebody typed."""
_LONGER = 12.0
"""How many times as long as the others' a time is, that was taken for sixty times as long."""
_ALIKE = (0.4, 4.0)
"""How many times as long as the others' it is else, at the least and at the most."""


def hours_as_minutes(columns: Sequence[Column]) -> list[tuple[str, str, int]]:
    """Write times that a spreadsheet took for hours as the minutes that they are.

    Returns:
        Of each column that has some: its heading, the first of them, and how many.
    """
    told = []
    for column in columns:
        if len(column.cells) > _MOST:
            continue
        taken = [cell for text in column.cells if _TAKEN.fullmatch(cell := text.strip())]
        others = [] if not taken else _seconds(text for text in column.cells if not _TAKEN.fullmatch(text.strip()))
        middle = median(others) if others else 0.0
        wrong = {cell for cell in taken if _is_taken(plain_seconds(cell) or 0.0, middle)}
        if wrong:
            column.rewrite(partial(_as_minutes, wrong))
            first = next(cell for cell in taken if cell in wrong)
            told.append((column.title, first, sum(cell in wrong for cell in taken)))
    return told


def _seconds(texts: Iterable[str]) -> list[float]:
    return [seconds for text in texts if ":" in text and (seconds := plain_seconds(text.strip()))]


def _is_taken(seconds: float, middle: float) -> bool:
    return middle > 0 and seconds > _LONGER * middle and _ALIKE[0] * middle < seconds / 60 < _ALIKE[1] * middle


def _as_minutes(wrong: Collection[str], text: str) -> str:
    return format_time((plain_seconds(text.strip()) or 0.0) / 60, 0) if text.strip() in wrong else text


def with_points(columns: Sequence[Column]) -> list[tuple[int, int]]:
    """Write hundredths behind a colon behind a point, where most of a column have one.

    Returns:
        Of each column that has some: the number of the first cell, from 0, and how many.
    """
    told = []
    for column in columns:
        pointed = [match for cell in column.sample if (match := _POINTED.match(cell)) is not None]
        others = sum(_POINTED.match(cell) is None and cell[:1].isdigit() for cell in column.sample)
        if len(pointed) < max(_FEWEST, _MOSTLY * (len(pointed) + others)):
            continue
        middle = median([_of(match) for match in pointed])
        wrong = [at for at, cell in enumerate(column.cells) if _has_colons(cell.strip(), middle)]
        if wrong:
            column.rewrite(partial(_pointed, middle))
            told.append((wrong[0], len(wrong)))
    return told


def _of(match: re.Match[str]) -> float:
    return int(match[1]) * 60.0 + int(match[2])


def _has_colons(cell: str, middle: float) -> bool:
    match = _COLONS.match(cell)
    return match is not None and middle / _NEAR < _of(match) < middle * _NEAR


def _pointed(middle: float, cell: str) -> str:
    return _COLONS.sub(r"\1:\2.\3", cell, count=1) if _has_colons(cell.strip(), middle) else cell
