"""HiGHS behind a function: linear costs, and choices. Imported only when a race is reconstructed."""

from collections.abc import Mapping, Sequence

import highspy
import numpy as np

from replay.reconstruction.quadratic import Array, Row, disobeyed
from replay.reconstruction.work import MOST_BRANCHES, TooMuch, Work

_MOST_STEPS = 2**31 - 1
"""The largest number that HiGHS takes for a limit."""
_SLACK = 1e-3
"""What a solution may disobey by, in the units of the variables: a millimetre, or a thousandth of a second."""


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
    return values if values is not None and disobeyed(values, low, high, rows) <= _SLACK else None


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
