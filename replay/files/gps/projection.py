"""How far along a course somebody was, moment by moment, from where he was.

Nearest points alone mislead: a course comes back to where it was, goes out and home on one road, or round the same lap
again. So all moments of a recording are laid on the course at once, such that nobody goes backwards or faster than
`FASTEST` and the distances from the course add up to as little as possible (dynamic time warping with a bounded step).
Then each moment is moved to the nearest point of the course close by.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Point = tuple[float, float]

FASTEST = 13.0
"""Metres a second along the course, at most."""
_SPACING = 10.0
"""Metres between two points of the course that are tried, on one that is short enough."""
_MOST = 2000
"""Points of the course that are tried, and moments that are laid on it."""
_FEW = 20
"""Runners who are all laid on the course by as many moments as one."""
_HEAD_START = 0.05
"""Metres off the course that a metre of head start counts: who begins on a lap begins on the first."""


def along(course: Sequence[Point], at: Sequence[float], track: Sequence[Point], times: Sequence[float]) -> list[float]:
    """Metres along the course at each moment.

    Args:
        course: Metres east and north, at least two points.
        at: Metres along the course of each of them, never falling.
        track: Where somebody was, on the same plane; at most as many as `moments` leaves.
        times: Seconds at which he was there, rising.

    Returns:
        For each moment metres from the beginning of the course, never falling.
    """
    count = int(min(_MOST, max(2.0, math.ceil(at[-1] / _SPACING) + 1)))
    grid = np.linspace(at[0], at[-1], count)
    points = np.column_stack([np.interp(grid, at, [point[axis] for point in course]) for axis in (0, 1)])
    there = np.asarray(track, dtype=np.float64)
    chosen = _chosen(points, there, np.diff(times), float(grid[1] - grid[0]))
    found = [_near(points, grid, int(k), there[i]) for i, k in enumerate(chosen)]
    return [float(metres) for metres in np.maximum.accumulate(found)]


def off_course(course: Sequence[Point], at: Sequence[float], track: Sequence[Point], found: Sequence[float]) -> float:
    """Metres between a track and where it was laid on the course: the middle of all moments."""
    places = np.column_stack([np.interp(found, at, [point[axis] for point in course]) for axis in (0, 1)])
    return float(np.median(np.hypot(*(np.asarray(track) - places).T)))


def moments(times: Sequence[float], runners: int = 1) -> list[int]:
    """Which of a recording's moments are laid on a course: all of a short one, some evenly spread of a long one.

    Args:
        times: Seconds, rising.
        runners: How many recordings there are: of many fewer moments are laid, since each takes its time.
    """
    most = _MOST if runners <= _FEW else max(_MOST // 10, _MOST * _FEW // runners)
    apart = (times[-1] - times[0]) / (most - 2)
    kept: list[int] = []
    for index, time in enumerate(times):
        if not kept or index == len(times) - 1 or time - times[kept[-1]] >= apart:
            kept.append(index)
    return kept


def _chosen(points: Floats, track: Floats, gaps: Floats, spacing: float) -> NDArray[np.int32]:
    """Indices into the course's points, one for each moment: the cheapest way through all of them."""
    count = len(points)
    cost = _apart(points, track[0]) + _HEAD_START * spacing * np.arange(count)
    steps = np.zeros((len(track), count), dtype=np.int16)
    for index in range(1, len(track)):
        reach = min(count - 1, math.ceil(FASTEST * float(gaps[index - 1]) / spacing) + 1)
        padded = np.concatenate([np.full(reach, np.inf), cost])
        window = np.lib.stride_tricks.sliding_window_view(padded, reach + 1)
        best = window.argmin(axis=1)
        steps[index] = reach - best
        cost = window[np.arange(count), best] + _apart(points, track[index])
    chosen = np.zeros(len(track), dtype=np.int32)
    chosen[-1] = int(cost.argmin())
    for index in range(len(track) - 1, 0, -1):
        chosen[index - 1] = chosen[index] - steps[index][chosen[index]]
    return chosen


def _apart(points: Floats, place: Floats) -> Floats:
    """Metres from a place to every point."""
    apart: Floats = np.hypot(points[:, 0] - place[0], points[:, 1] - place[1])
    return apart


def _near(points: Floats, grid: Floats, k: int, place: Floats) -> float:
    """Metres along the course of the point nearest to a place, on the two pieces on either side of a point."""
    low, high = max(0, k - 2), min(len(points) - 1, k + 2)
    begin, way = points[low:high], points[low + 1 : high + 1] - points[low:high]
    squares = np.maximum((way * way).sum(axis=1), 1e-9)
    share = np.clip(((place - begin) * way).sum(axis=1) / squares, 0.0, 1.0)
    best = int(_apart(begin + share[:, None] * way, place).argmin())
    return float(grid[low + best] + share[best] * (grid[low + best + 1] - grid[low + best]))
