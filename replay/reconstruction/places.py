"""Reported places: so many had passed before, and which ones has to be chosen."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from replay.reconstruction.prior import Array
from replay.reconstruction.solver import Row, choose
from replay.reconstruction.statements import AHEAD, Placing, Rule, strictly

if TYPE_CHECKING:
    from replay.reconstruction.field import Field

Cell = tuple[int, int]
"""An entry's index and a node's number."""


def place_rows(
    columns: Mapping[Cell, int],
    rivals: Mapping[Placing, list[int]],
    nodes: Mapping[Placing, int],
    far: float,
    first: int,
    given: Container[Cell] = (),
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
    for placing, others in rivals.items():
        mine = columns[placing.runner, nodes[placing]]
        for other in others:
            ahead[placing, other] = column = first + len(ahead)
            theirs = columns[other, nodes[placing]]
            known = (other, nodes[placing]) in given and (placing.runner, nodes[placing]) in given
            clear = 0.0 if known else AHEAD
            rows.append(({theirs: 1.0, mine: -1.0, column: far}, -math.inf, far - clear))
            rows.append(({theirs: 1.0, mine: -1.0, column: far}, clear, math.inf))
        rows.append(({ahead[placing, other]: 1.0 for other in others}, placing.place - 1.0, placing.place - 1.0))
    return rows, ahead


def choose_places(field: Field, rules: Sequence[Rule], placings: Sequence[Placing], gaps: Array) -> list[Rule] | None:
    """The rules that put the right number of runners before each placed one; None if no choice obeys everything."""
    nodes = {placing: field.node(placing.distance) for placing in placings}
    there = {p: [e for e in field.known.field(p.distance) if e != p.runner] for p in placings}
    size = len(field.columns)
    far = 2 * float(np.max(np.abs(gaps))) + 1000.0
    rows, ahead = place_rows(field.columns, there, nodes, far, 2 * size, field.given)
    total = 2 * size + len(ahead)
    cost, low, high = np.zeros(total), np.full(total, -far), np.full(total, far)
    cost[size : 2 * size] = 1.0
    low[size:] = 0.0
    high[2 * size :] = 1.0
    for point, column in field.columns.items():
        if point in field.given:
            low[column] = high[column] = gaps[column]
        moved = size + column
        rows.append(({column: 1.0, moved: -1.0}, -math.inf, float(gaps[column])))
        rows.append(({column: 1.0, moved: 1.0}, float(gaps[column]), math.inf))
    rows += [*field.rows_of(rules), *field.speed_rows()]
    found = choose(cost, low, high, rows, sorted(ahead.values()))
    if found is None:
        return None
    chosen = []
    for (placing, other), column in ahead.items():
        pair = (other, placing.runner) if found[column] > 0.5 else (placing.runner, other)
        weights = {(pair[0], placing.distance): 1.0, (pair[1], placing.distance): -1.0}
        chosen.append(strictly(field.known, Rule(weights, -math.inf, 0.0)))
    return chosen
