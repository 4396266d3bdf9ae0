"""HiGHS behind two functions. Imported only when a race is reconstructed; needs NumPy and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

INFINITY = float(highspy.kHighsInf)

Row = tuple[Mapping[int, float], float, float]
"""Weights by variable, and the least and the greatest their sum may be."""


Block = tuple[NDArray[np.int64], Array]
"""Variables, and a matrix on them."""


@dataclass(frozen=True, slots=True)
class Quadratic:
    """x'Px/2 + q'x, P given as dense blocks on some of the variables; blocks may overlap."""

    blocks: Sequence[Block]
    linear: Array


def minimise(cost: Quadratic, low: Array, high: Array, rows: Sequence[Row]) -> Array | None:
    """The x of least cost between bounds and rows; None if there is no such x.

    Args:
        cost: Convex.
        low: Least value of each variable.
        high: Greatest value of each variable.
        rows: What sums of variables have to obey.
    """
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
    return _run(model)


def _run(model: highspy.HighsModel) -> Array | None:
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("primal_feasibility_tolerance", 1e-9)
    highs.passModel(model)
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return np.array(highs.getSolution().col_value)


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
