"""Splits in rows below the runner, each with its point and its time: they become columns.

1,Ada Alfa,4:02.2
,400,1:04.0
,800,2:09.0

All of them may stand in one cell: `400m 1:04.0, 800m 2:09.0`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from replay.files.missing import read_place
from replay.files.table.layouts.cutting import Row
from replay.files.table.values.cells import is_clock
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.labelled_points import labelled_splits
from replay.files.table.wording.likeliest import means
from replay.files.table.wording.words import Meaning

_MOSTLY = 0.6
_FEWEST = 2
_LOOKED_AT = 100
"""Rows in which some have begun."""
_FIRST = (Meaning.PLACE, Meaning.BIB, Meaning.LANE)


class _Split(NamedTuple):
    """What a row below a runner says."""

    point: str
    time: str


def with_splits_below(
    titles: Sequence[str], rows: Sequence[Row], lines: Sequence[int]
) -> tuple[list[str], list[Row], list[int]] | None:
    """The headings, with the points behind them, the runners' rows and their lines; None for any other table."""
    if (found := _with_lines_below(titles, rows, lines)) is not None:
        return found
    if not means(titles[0], _FIRST):
        return None
    if not any(map(_split, rows[:_LOOKED_AT])):
        return None
    below_each = [_split(row) for row in rows]
    split = sum(one is not None for one in below_each)
    if split < _FEWEST or split == len(rows) or below_each[0] is not None:
        return None
    points = list(dict.fromkeys(one.point for one in below_each if one is not None))
    made: list[Row] = []
    told: list[int] = []
    for row, line, one in zip(rows, lines, below_each, strict=True):
        if one is None:
            made.append([*row, *[""] * (len(titles) + len(points) - len(row))])
            told.append(line)
        else:
            made[-1][len(titles) + points.index(one.point)] = one.time
    below = sum(any(row[len(titles) :]) for row in made)
    return ([*titles, *points], made, told) if below > _MOSTLY * len(made) else None


def splits_of(row: Row) -> str:
    """The splits in the only cell of a row: with their points, or times one after another; else empty."""
    filled = [cell for cell in row if cell.strip()]
    if len(filled) != 1 or not any(map(str.isdigit, filled[0])):
        return ""
    text = _LEADING.sub("", " ".join(filled[0].split()))
    bare = " ".join(_BRACKETED.sub(" ", text).split())
    if len(labelled_splits(bare)) >= _FEWEST:
        return bare
    times = [part for part in _BETWEEN.split(bare) if part]
    return " ".join(times) if len(times) >= _FEWEST and all(map(is_clock, times)) else ""


_LEADING = re.compile(
    r"^(?:splits?|laps?|intermediates?|zwischenzeiten|runden|mellantider|valiajat|passages?)\s*:\s*", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s+(?:[-–—/|>]+\s+)?|[,;/]\s*")
_BRACKETED = re.compile(r"[(\[][\d:.,+]+[)\]]")
"""A lap's time, or a place, behind the time since the start."""


def _with_lines_below(
    titles: Sequence[str], rows: Sequence[Row], lines: Sequence[int]
) -> tuple[list[str], list[Row], list[int]] | None:
    """The same of splits that stand in one cell in the row below each runner, where his own cells may come again."""
    apart = [_besides(row, rows[at - 1] if at else []) for at, row in enumerate(rows[:_LOOKED_AT])]
    if not any(map(splits_of, apart)):
        return None
    made: list[Row] = []
    told: list[int] = []
    for row, line in zip(rows, lines, strict=True):
        if made and (text := splits_of(_besides(row, made[-1]))):
            made[-1][len(titles)] = " ".join(filter(None, (made[-1][len(titles)], text)))
        else:
            made.append([*row[: len(titles)], *[""] * (len(titles) - len(row)), "", *row[len(titles) :]])
            told.append(line)
    return [*titles, "Splits"], made, told


def _besides(row: Row, above: Row) -> Row:
    """A row without the cells that are the same above it, as those of a page that reach over two rows."""
    kept = ["" if at < len(above) and cell == above[at] else cell for at, cell in enumerate(row)]
    return [cell if at == 0 or cell != kept[at - 1] else "" for at, cell in enumerate(kept)]  # or over two columns


def _split(row: Row) -> _Split | None:
    """The point and the time of a row that has nothing else, and nothing where runners have their places."""
    cells = [cell.strip() for cell in row]
    filled = [cell for cell in cells if cell]
    if len(filled) != _FEWEST or cells[0] or read_cell(filled[1]) is None:
        return None
    point = read_point(filled[0])
    told = point is not None and (point.metres is not None or point.lap)
    if told or (read_place(filled[0]) is not None and is_clock(filled[1])):
        return _Split(filled[0], filled[1])
    return None
