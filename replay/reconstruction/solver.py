"""HiGHS behind two functions. Imported only when a race is reconstructed; needs NumPy and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import highspy
import numpy as np
from numpy.typing import NDArray

from replay.reconstruction.work import MOST_BRANCHES, TooMuch, Work

Array = NDArray[np.float64]

INFINITY = float(highspy.kHighsInf)
_MOST_STEPS = 2**31 - 1
"""The largest number that HiGHS takes for a limit."""
_SLACK = 1e-3
"""What a solution may disobey by, in the units of the variables: a millimetre, or a thousandth of a second."""

Row = tuple[Mapping[int, float], float, float]
"""Weights by variable, and the least and the greatest their sum may be."""


Block = tuple[NDArray[np.int64], Array]
"""Variables, and a matrix on them."""


class Likely(NamedTuple):
    """Where variables are likely to be."""

    centre: Array
    scale: Array
    """How far off they may well be."""


@dataclass(frozen=True, slots=True)
class Quadratic:
    """x'Px/2 + q'x, P given as dense blocks on some of the variables; blocks may overlap."""

    blocks: Sequence[Block]
    linear: Array


def minimise(cost: Quadratic, low: Array, high: Array, rows: Sequence[Row], likely: Likely, work: Work) -> Array | None:
    """The x of least cost between bounds and rows; None if there is no such x.

    Solved for the deviations from a centre, in units of a scale: the solver's own regularisation, which pulls to 0, is
    then too weak to matter and pulls the right way.

    Args:
        cost: Convex.
        low: Least value of each variable.
        high: Greatest value of each variable.
        rows: What sums of variables have to obey.
        likely: Where the variables are likely to be, and how far off they may well be.
        work: What may still be done for the race.

    Raises:
        TooMuch: No work is left.
    """
    centre, scale = likely
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
    found = _minimise(Quadratic(blocks, linear), (low - centre) / scale, (high - centre) / scale, lines, work)
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


def _minimise(cost: Quadratic, low: Array, high: Array, rows: Sequence[Row], work: Work) -> Array | None:
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
        values = _minimise_whole(Quadratic(inside, cost.linear[part]), low[part], high[part], bounds, work)
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


def _minimise_whole(cost: Quadratic, low: Array, high: Array, rows: Sequence[Row], work: Work) -> Array | None:
    steps = work.steps(len(low), len(rows))
    hessian = highspy.HighsHessian()
    hessian.dim_ = len(low)
    hessian.format_ = highspy.HessianFormat.kTriangular
    hessian.start_, hessian.index_, hessian.value_ = _triangle(cost.blocks, len(low))
    model = highspy.HighsModel()
    model.lp_ = _linear(cost.linear, low, high, rows)
    model.hessian_ = hessian
    # Without an end HiGHS goes on for ever where somebody takes 13 hours for one half and 87 for the other.
    ran = _run(model, {"qp_iteration_limit": steps})
    work.searched(len(low), len(rows), max(1, ran.getInfo().qp_iteration_count))
    return _values(ran)


def choose(
    cost: Array, low: Array, high: Array, rows: Sequence[Row], work: Work, whole: Sequence[int] = ()
) -> Array | None:
    """The x of least linear cost between bounds and rows, some variables whole; None if there is none.

    Raises:
        TooMuch: No work is left.
    """
    steps = work.choices(len(low), len(rows))
    model = highspy.HighsModel()
    model.lp_ = _linear(cost, low, high, rows)
    if whole:
        kinds = [highspy.HighsVarType.kContinuous] * len(low)
        for index in whole:
            kinds[index] = highspy.HighsVarType.kInteger
        model.lp_.integrality_ = kinds
    ran = _run(model, {"simplex_iteration_limit": steps, "mip_max_nodes": MOST_BRANCHES})
    info = ran.getInfo()
    work.chosen(len(low), len(rows), max(0, info.simplex_iteration_count) + max(0, info.mip_node_count))
    if ran.getModelStatus() in _UNENDED:
        raise TooMuch
    values = _values(ran)
    return values if values is not None and _violation(values, low, high, rows) <= _SLACK else None


_USABLE = highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kSolveError
"""HiGHS calls a solution an error that is off by a hundred-thousandth; whoever asked looks for himself."""

_UNENDED = highspy.HighsModelStatus.kIterationLimit, highspy.HighsModelStatus.kSolutionLimit


def _run(model: highspy.HighsModel, limits: Mapping[str, int]) -> highspy.Highs:
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    for name, most in limits.items():
        highs.setOptionValue(name, min(most, _MOST_STEPS))
    highs.passModel(model)
    highs.run()
    return highs


def _values(ran: highspy.Highs) -> Array | None:
    values = np.array(ran.getSolution().col_value)
    return values if ran.getModelStatus() in _USABLE and len(values) == ran.getNumCol() else None


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
