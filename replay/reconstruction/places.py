"""Reported places: so many had passed before, and which ones has to be chosen."""

import math
from collections.abc import Container, Mapping

from replay.reconstruction.knowledge import AHEAD, Placing
from replay.reconstruction.quadratic import Row

Cell = tuple[int, int]
"""An entry's index and a node's number."""


def place_rows(
    columns: Mapping[Cell, int],
    rivals: Mapping[Placing, list[int]],
    nodes: Mapping[Placing, int],
    far: float,
    first: int,
    given: Container[Cell],
) -> tuple[list[Row], dict[tuple[Placing, int], int]]:
    """Rows and whole-number columns that say how many rivals passed before somebody.

    Args:
        columns: Of the times (or gaps).
        rivals: Who is there, without the runner.
        nodes: Where.
        far: More than any two times (or gaps) differ by.
        first: The first free column.
        given: The points whose times are known: two of those may be level.

    Returns:
        The rows, and the column that is 1 where a rival is ahead.
    """
    rows: list[Row] = []
    ahead: dict[tuple[Placing, int], int] = {}
    for placing, there in rivals.items():
        if (placing.runner, nodes[placing]) not in columns:  # nobody knows that he came so far
            continue
        mine = columns[placing.runner, nodes[placing]]
        others = [other for other in there if (other, nodes[placing]) in columns]
        for other in others:
            ahead[placing, other] = column = first + len(ahead)
            theirs = columns[other, nodes[placing]]
            known = (other, nodes[placing]) in given and (placing.runner, nodes[placing]) in given
            clear = 0.0 if known else AHEAD
            rows.append(({theirs: 1.0, mine: -1.0, column: far}, -math.inf, far - clear))
            rows.append(({theirs: 1.0, mine: -1.0, column: far}, clear, math.inf))
        rows.append(({ahead[placing, other]: 1.0 for other in others}, placing.place - 1.0, placing.place - 1.0))
    return rows, ahead
