"""How freely the pace of a race's front changes: at the start, on the way, and when the kick begins."""

import numpy as np

from replay.reconstruction.prior import BREAK, FIRST_LAP, Array, in_lanes

_FRONT_PACE = 0.35
"""Deviation of the change of the front's pace in 100 m halfway, seconds in 100 m."""
_MOVES_LATE = 1.5
"""How that grows over the race, as the exponent of e: pace is made early and races are decided late."""
_START_FREEDOM = 4.0
"""How much more the pace may change after the first 100 m: the start is as fast as the fight for places wants it.
800 m are fought for up to the break line, and settle there and at the bell."""
_KICK = 500.0
"""Metres from the finish at which kicks begin; the pace may change more from there. Up to there it goes on as it was: a
front that gathers pace evenly over the last kilometre of the 5000 m of Eugene and the 10,000 m of Rome was 14 and 20 m
ahead of the true one. With anything from 500 to 800 m, `report` and `report+order` come nearer alike."""
_KICK_FREEDOM = 3.0
"""How much more. With a report the gain is the same from 2 to 8; with laps it is not sure, and mostly of one mile."""
_KICKED_FOR = 1200.0
"""Metres from which on there is a kick: in shorter races everybody runs as fast as he can long before."""
_BREAK_DEVIATION = 0.5
"""Deviation of the front of a race in lanes at the break line, seconds; a quarter of a second is found, and all
deviations are `widening` too wide."""


def front_stiffness(nodes: Array, *, kicks: bool = False) -> Array:
    """The matrix P (K, K) of which x'Px says how unlikely deviations x of the front's times at K nodes are.

    A pace (seconds a metre) that changes from one stretch to the next costs the square of the change, less and less
    towards the finish. Nodes are those after the start, where the deviation is 0; the last is the finish.

    Args:
        nodes: Metres.
        kicks: Whether the pace may change as it does in a kick. The likeliest front goes by that; what is taken for
            unlikely does not, nor do ranges, which would be wider than the front is off.
    """
    points = np.concatenate([[0.0], nodes])
    steps = np.diff(points)
    paces = np.zeros((len(steps), len(points)))
    for k, step in enumerate(steps):
        paces[k, k], paces[k, k + 1] = -1 / step, 1 / step
    changes = np.diff(paces, axis=0)
    middle = points[1:-1]
    allowed = (
        _FRONT_PACE
        / 100
        * np.sqrt((points[2:] - points[:-2]) / 200)
        * np.exp(_MOVES_LATE * (middle / points[-1] - 0.5))
    )
    if kicks and points[-1] >= _KICKED_FOR:
        allowed[points[-1] - middle <= _KICK] *= _KICK_FREEDOM
    lanes = in_lanes(float(points[-1]))
    allowed[:1] *= _START_FREEDOM ** (1 - lanes)
    allowed[np.abs(middle - BREAK) < 1] *= _START_FREEDOM**lanes
    allowed[np.abs(middle - FIRST_LAP) < 1] *= _START_FREEDOM**lanes
    rows = changes / allowed[:, None]
    weak = paces.mean(axis=0, keepdims=True) / (_FRONT_PACE / 100) * 1e-3
    pull = lanes / _BREAK_DEVIATION * np.atleast_2d(np.abs(points - BREAK) < 1)
    full = np.concatenate([rows, weak, pull])[:, 1:]
    return np.asarray(full.T @ full)
