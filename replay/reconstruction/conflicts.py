"""Which things that are known cannot all be true: the smallest set, named."""

import math
from collections.abc import Callable, Sequence

import numpy as np

from replay.race.limits import fewest_seconds
from replay.reconstruction.knowledge import Knowledge, Placing, Statement, is_known
from replay.reconstruction.places import Cell, place_rows
from replay.reconstruction.quadratic import Row
from replay.reconstruction.solver import choose
from replay.reconstruction.work import Work

_SLOWEST = 0.1
"""Metres a second: nobody who is in a race is slower than this over the whole of it, so that times are bounded."""


def conflict(known: Knowledge, work: Work) -> tuple[Statement, ...]:
    """A set of statements that contradict one another, none of which can be spared; empty if all can be true.

    Found by divide and conquer (Junker, "QuickXplain: preferred explanations and relaxations", AAAI 2004). Times, which
    are known best, are suspected last.

    Raises:
        TooMuch: They are too many to be told apart.
    """
    times_first = sorted(known.statements, key=lambda s: len(s.rules) != 1 or len(s.rules[0].weights) != 1)

    def possible(statements: Sequence[Statement]) -> bool:
        return is_possible(known, statements, work)

    if possible(times_first):
        return ()
    return tuple(_explain(possible, [], [], times_first))


def _explain(
    possible: Callable[[Sequence[Statement]], bool],
    given: list[Statement],
    added: list[Statement],
    suspects: list[Statement],
) -> list[Statement]:
    """What of the suspects contradicts the given ones."""
    if added and not possible(given):
        return []
    if len(suspects) == 1:
        return suspects
    half = len(suspects) // 2
    first, second = suspects[:half], suspects[half:]
    late = _explain(possible, [*given, *first], first, second)
    early = _explain(possible, [*given, *late], late, first)
    return [*early, *late]


def is_possible(known: Knowledge, statements: Sequence[Statement], work: Work) -> bool:
    """Whether humans can have run times that obey the statements."""
    columns: dict[Cell, int] = {}
    for entry, runner in known.runners.items():
        reached = [k for k, at in enumerate(known.nodes) if runner.passes(at)]
        columns |= {(entry, k): len(columns) + k for k in reached}
    nodes = np.array(known.nodes)
    index = {at: int(np.argmin(np.abs(nodes - at))) for s in statements for at in _distances(s)}
    far = known.distance / _SLOWEST
    rows = _human(known, columns)
    for rule in (rule for statement in statements for rule in statement.rules):
        cells = [((entry, index[at]), weight) for (entry, at), weight in rule.weights.items()]
        if any(cell not in columns for cell, _ in cells):
            continue  # somebody stopped before the first node that could tell it
        weights: dict[int, float] = {}
        for cell, weight in cells:
            weights[columns[cell]] = weights.get(columns[cell], 0.0) + weight
        rows.append((weights, rule.low - 1e-7, rule.high + 1e-7))
    placings: list[Placing] = [s.placing for s in statements if s.placing is not None]
    there = {p: [e for e in known.field(p.distance) if e != p.runner] for p in placings}
    where = {p: index[p.distance] for p in placings}
    timed = {(e, k) for p, k in where.items() for e in (p.runner, *there[p]) if is_known(known, e, p.distance)}
    more, ahead = place_rows(columns, there, where, far, len(columns), timed)
    total = len(columns) + len(ahead)
    high = np.concatenate([np.full(len(columns), far), np.ones(len(ahead))])
    cost, low = np.zeros(total), np.zeros(total)
    return choose(cost, low, high, [*rows, *more], work, sorted(ahead.values())) is not None


def _distances(statement: Statement) -> list[float]:
    points = [at for rule in statement.rules for _, at in rule.weights]
    return points if statement.placing is None else [*points, statement.placing.distance]


def _human(known: Knowledge, columns: dict[Cell, int]) -> list[Row]:
    """Times rise, no faster than a human runs; between two known times the reader of the file has judged already."""
    points = [0.0, *known.nodes]
    rows: list[Row] = []
    for (entry, k), column in columns.items():
        fewest = fewest_seconds(points[k + 1] - points[k], standing=k == 0)
        runner = known.runners[entry]
        if k and not (is_known(known, entry, points[k]) and is_known(known, entry, points[k + 1])):
            rows.append(({column: 1.0, column - 1: -1.0}, fewest, math.inf))
        elif not k and not runner.known:
            rows.append(({column: 1.0}, fewest, math.inf))
    return rows
