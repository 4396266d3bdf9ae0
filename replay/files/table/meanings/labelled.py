"""Splits that stand in one cell, each with its point: `1000m 2:55.0, 2000m 5:50.1`, `2:55.0 (1000m)`, `400: 65.1`."""

import re
from collections.abc import Collection, Sequence
from functools import partial

from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.wording.headings import read_heading, read_point
from replay.files.table.wording.labelled_points import labelled_splits
from replay.files.table.wording.words import Meaning

_WRITTEN = re.compile(r"\s*(?:\[.*,.*\]|\{.*:.*,.*\}|\(.*,.*\))\s*")
_SIGNS = re.compile(r"[\[\]{}()\"']")
_MOSTLY = 0.6
_FEWEST = 2
_SHORTEST = 10
"""Characters of two times with their points: `1k9:02k19:0` has eleven, and a cell with one time mostly fewer."""
_MOST = 400


def apart(columns: Sequence[Column], kept: Collection[str]) -> tuple[list[Column], list[str]]:
    """The columns, those with labelled splits as a column for each point; and the headings of those.

    Args:
        columns: Not yet understood.
        kept: The headings of those that stay as they are.
    """
    made: list[Column] = []
    told: list[str] = []
    for column in columns:
        if column.share(_WRITTEN.fullmatch) >= _MOSTLY:  # as programs write a list, `{"400": "65.1"}`, `[65.1, 66.2]`
            column.rewrite(partial(_SIGNS.sub, ""))
        if column.title not in kept and column.sample and _has_splits(column):
            made += _columns(column, max(one.index for one in (*columns, *made)) + 1)
            told.append(repr(column.title))
        elif column.title not in kept and (parts := _parts(column)):
            made += _parted(column, parts, max(one.index for one in (*columns, *made)) + 1)
            told.append(repr(column.title))
        else:
            made.append(column)
    return made, told


def _has_splits(column: Column) -> bool:
    """Whether most cells have splits; a single one is a result with its distance, unless the heading says a split."""
    meanings = {heading.meaning for heading in read_heading(column.title)}
    if column.share(partial(_is_minutes, result=Meaning.RESULT in meanings)) >= _MOSTLY:
        return False
    least = 1 if meanings & {Meaning.SPLIT_TIME, Meaning.LAPS, Meaning.NOTE} else _FEWEST
    shortest = least * _SHORTEST // _FEWEST
    return column.share(lambda text: len(text) >= shortest and len(labelled_splits(text)) >= least) >= _MOSTLY


def _is_minutes(text: str, *, result: bool) -> bool:
    """Whether a cell is minutes and seconds, as `126:35` is of a marathon; `400:59.2` is a lap behind its point.

    Args:
        text: The cell.
        result: Whether the heading may be that of results, of which some are `200:35`.
    """
    match = _MINUTES.fullmatch(text.strip())
    return match is not None and (result or bool(int(match[1]) % _ROUND))


_MINUTES = re.compile(r"(\d{1,3}):[0-5]\d(?:[.,]\d{1,3})?")
_ROUND = 100
"""Metres by which points in metres mostly lie apart."""


def _parts(column: Column) -> list[str]:
    """The points that a heading names, where the cells have as many times: `400/600` above `54.1/1:21.9`."""
    titles = [part.strip() for part in _BETWEEN.split(column.title)]
    points = [point for title in titles if (point := read_point(title)) is not None and point.metres is not None]
    if len(titles) < _FEWEST or len(points) < len(titles):
        return []
    metres = [point.metres or 0.0 for point in points]
    whole = column.share(lambda text: len(_BETWEEN.split(text)) == len(titles)) >= _MOSTLY
    return titles if whole and metres == sorted(set(metres)) else []


def _parted(column: Column, titles: Sequence[str], first: int) -> list[Column]:
    rows = [[*map(str.strip, _BETWEEN.split(cell)), *[""] * len(titles)][: len(titles)] for cell in column.cells]
    found = columns_of(titles, rows)
    for number, one in enumerate(found, start=first):
        one.index = number
    return found


_BETWEEN = re.compile(r"\s*[/|;+]\s*")


def _columns(column: Column, first: int) -> list[Column]:
    rows = [dict(labelled_splits(cell)) for cell in column.cells]
    titles = list(dict.fromkeys(label for row in rows for label in row))[:_MOST]
    found = columns_of(titles, [[row.get(title, "") for title in titles] for row in rows])
    for number, one in enumerate(found, start=first):
        one.index = number
    return found
