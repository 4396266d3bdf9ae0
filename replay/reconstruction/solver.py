"""HiGHS behind two functions. Imported only when a race is reconstructed; needs NumPy and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

INFINITY = float(highspy.kHighsInf)
_MOST_STEPS = 20_000
"""Steps of a search: HiGHS goes on for ever where somebody takes 13 hours for one half and 87 for the other."""

_SLACK = 1e-3
"""What a solution may disobey by, in the units of the variables: a millimetre, or a thousandth of a second."""

Row = tuple[Mapping[int, float], float, float]
"""Weights by variable, and the least and the greatest their sum may be."""


Block = tuple[NDArray[np.int64], Array]
"""Variables, and a matrix on them."""


@dataclass(frozen=True, slots=True)
class Quadratic:
    """x'Px/2 + q'x, P given as dense blocks on some of the variables; blocks may overlap."""

    blocks: Sequence[Block]
    linear: Array


def minimise(
    cost: Quadratic, low: Array, high: Array, rows: Sequence[Row], centre: Array, scale: Array
) -> Array | None:
    """The x of least cost between bounds and rows; None if there is no such x.

    Solved for the deviations from a centre, in units of a scale: the solver's own regularisation, which pulls to 0, is
    then too weak to matter and pulls the right way.

    Args:
        cost: Convex.
        low: Least value of each variable.
        high: Greatest value of each variable.
        rows: What sums of variables have to obey.
        centre: Where the variables are likely to be.
        scale: How far off they may well be.
    """
    # What is known becomes an exact 0: near it HiGHS finds its own solution wanting.
    centre = np.where(low == high, low, centre)
    linear = scale * cost.linear
    blocks = []
    for at, block in cost.blocks:
        linear[at] += scale[at] * (block @ centre[at])
        blocks.append((at, scale[at][:, None] * block * scale[at]))
    lines: list[Row] = []
    for weights, least, most in rows:
        base = sum(weight * float(centre[column]) for column, weight in weights.items())
        scaled = {column: weight * float(scale[column]) for column, weight in weights.items()}
        lines.append((scaled, least - base, most - base))
    found = _minimise(Quadratic(blocks, linear), (low - centre) / scale, (high - centre) / scale, lines)
    if found is None:
        return None
    values = np.asarray(centre + scale * found)
    return values if _violation(values, low, high, rows) <= _SLACK else None


def _violation(values: Array, low: Array, high: Array, rows: Sequence[Row]) -> float:
    """By how much the values disobey, at most."""
    worst = float(np.max([low - values, values - high]))
    for weights, least, most in rows:
        total = sum(weight * float(values[column]) for column, weight in weights.items())
        worst = max(worst, least - total, total - most)
    return worst


def _minimise(cost: Quadratic, low: Array, high: Array, rows: Sequence[Row]) -> Array | None:
    found = np.zeros(len(low))
    blocks, lines = [block for block in cost.blocks if len(block[0])], [row for row in rows if row[0]]
    for part in _parts(len(low), [*(list(at) for at, _ in blocks), *(list(row[0]) for row in lines)]):
        place = {column: k for k, column in enumerate(part)}
        inside = [(np.array([place[int(c)] for c in at]), block) for at, block in blocks if int(at[0]) in place]
        bounds = [
            ({place[c]: w for c, w in weights.items()}, least, most)
            for weights, least, most in lines
            if next(iter(weights)) in place
        ]
        values = _minimise_whole(Quadratic(inside, cost.linear[part]), low[part], high[part], bounds)
        if values is None:
            return None
        found[part] = values
    return found


def _parts(size: int, joined: Sequence[Sequence[int]]) -> list[list[int]]:
    """The variables in parts that have nothing to do with one another, which are solved far faster one by one."""
    root = list(range(size))

    def find(column: int) -> int:
        while root[column] != column:
            root[column] = root[root[column]]
            column = root[column]
        return column

    for columns in joined:
        first = find(int(columns[0]))
        for column in columns[1:]:
            root[find(int(column))] = first
    parts: dict[int, list[int]] = {}
    for column in range(size):
        parts.setdefault(find(column), []).append(column)
    return list(parts.values())


def _minimise_whole(cost: Quadratic, low: Array, high: Array, rows: Sequence[Row]) -> Array | None:
    hessian = highspy.HighsHessian()
    hessian.dim_ = len(low)
    hessian.format_ = highspy.HessianFormat.kTriangular
    hessian.start_, hessian.index_, hessian.value_ = _triangle(cost.blocks, len(low))
    model = highspy.HighsModel()
    model.lp_ = _linear(cost.linear, low, high, rows)
    model.hessian_ = hessian
    return _run(model)


def choose(cost: Array, low: Array, high: Array, rows: Sequence[Row], whole: Sequence[int] = ()) -> Array | None:
    """The x of least linear cost between bounds and rows, some variables whole; None if there is none."""
    model = highspy.HighsModel()
    model.lp_ = _linear(cost, low, high, rows)
    if whole:
        kinds = [highspy.HighsVarType.kContinuous] * len(low)
        for index in whole:
            kinds[index] = highspy.HighsVarType.kInteger
        model.lp_.integrality_ = kinds
    values = _run(model)
    return values if values is not None and _violation(values, low, high, rows) <= _SLACK else None


_USABLE = highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kSolveError
"""HiGHS calls a solution an error that is off by a hundred-thousandth; whoever asked looks for himself."""


def _run(model: highspy.HighsModel) -> Array | None:
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("qp_iteration_limit", _MOST_STEPS)
    highs.passModel(model)
    highs.run()
    values = np.array(highs.getSolution().col_value)
    return values if highs.getModelStatus() in _USABLE and len(values) == model.lp_.num_col_ else None


def _linear(cost: Array, low: Array, high: Array, rows: Sequence[Row]) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(cost), len(rows)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost, low, high
    lp.row_lower_ = np.array([row[1] for row in rows], dtype=float)
    lp.row_upper_ = np.array([row[2] for row in rows], dtype=float)
    matrix = lp.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(row[0]) for row in rows)])
    matrix.index_ = np.array([index for row in rows for index in row[0]], dtype=np.int32)
    matrix.value_ = np.array([weight for row in rows for weight in row[0].values()], dtype=float)
    return lp


def _triangle(blocks: Sequence[Block], size: int) -> tuple[NDArray[np.int32], NDArray[np.int32], Array]:
    """The lower triangle of the sum of the blocks, by columns."""
    columns: list[dict[int, float]] = [{} for _ in range(size)]
    for at, block in blocks:
        for a, b in zip(*np.tril_indices(len(at)), strict=True):
            row, column = max(int(at[a]), int(at[b])), min(int(at[a]), int(at[b]))
            columns[column][row] = columns[column].get(row, 0.0) + float(block[a, b])
    starts = np.cumsum([0, *(len(column) for column in columns)], dtype=np.int32)
    ordered = [sorted(column.items()) for column in columns]
    index = np.array([row for column in ordered for row, _ in column], dtype=np.int32)
    return starts, index, np.array([value for column in ordered for _, value in column])
