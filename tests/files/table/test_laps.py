"""How times without distances are laid on a race."""

import math

from replay.files.table.laps import unsteadiness
from replay.files.understood import Counting


def test_who_runs_evenly_is_steady_and_a_result_of_nothing_is_none() -> None:
    points, laps = (400.0, 800.0), [[60.0, 60.0]]
    assert unsteadiness(points, Counting.LAPS, laps, [120.0], 800.0) < 1e-9
    assert unsteadiness(points, Counting.LAPS, laps, [0.0], 800.0) < 1e-9
    assert unsteadiness(points, Counting.LAPS, [[None, None]], [0.0], 800.0) == math.inf
