"""Splits that stand in one cell, each with its point: `1000m 2:55.0, 2000m 5:50.1`, `2:55.0 (1000m)`, `400: 65.1`."""

import re
from collections.abc import Collection, Sequence
from functools import partial

from replay.files.table.meanings.column import Column, columns_of
from replay.files.table.wording.labelled_points import labelled_splits

_WRITTEN = re.compile(r"\s*(?:\[.*,.*\]|\{.*:.*,.*\}|\(.*,.*\))\s*")
_SIGNS = re.compile(r"[\[\]{}()\"']")
_MOSTLY = 0.6
_FEWEST = 2
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
        if (
            column.title not in kept
            and column.sample
            and column.share(lambda text: len(labelled_splits(text)) >= _FEWEST) >= _MOSTLY
        ):
            made += _columns(column, max(one.index for one in (*columns, *made)) + 1)
            told.append(repr(column.title))
        else:
            made.append(column)
    return made, told


def _columns(column: Column, first: int) -> list[Column]:
    rows = [dict(labelled_splits(cell)) for cell in column.cells]
    titles = list(dict.fromkeys(label for row in rows for label in row))[:_MOST]
    found = columns_of(titles, [[row.get(title, "") for title in titles] for row in rows])
    for number, one in enumerate(found, start=first):
        one.index = number
    return found
