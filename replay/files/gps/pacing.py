"""From where somebody was at every moment to the splits his curve needs.

A recorder writes a point a second, of which most say nothing new. Kept are the times at evenly spaced distances, the
same for everybody, so that runners can be compared there; and, where somebody stood or changed his pace between two of
them, the points at which he did.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from replay.race.race import Evidence, Split, Time
from replay.race.times import format_time

Point = tuple[float, float]
"""Seconds from the gun, and metres of the race."""

_STEPS = (5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 200.0, 250.0, 500.0, 1000.0)
"""Metres between two splits: every kilometre is one."""
_SECONDS = 6.0
"""Seconds between two splits, at least."""
_MOST = 600
"""Splits of a runner, about."""
_HOLE = 30.0
"""Seconds between two fixes from which on nothing is known between them."""
_SLOW = 20.0
"""Seconds between two splits from which on it matters how they were spent."""
_OFF = 3.0
"""Metres by which somebody may be elsewhere than the straight line between two splits says."""
_APART = 0.1
"""Metres, and seconds, between two splits at least."""


def step_for(distance: float, seconds: float) -> float:
    """Metres between two splits of a race that somebody ran in so many seconds."""
    wide = max(distance * _SECONDS / max(seconds, 1.0), distance / _MOST)
    return next((step for step in _STEPS if step >= wide), _STEPS[-1])


def splits_of(points: Sequence[Point], step: float, finish: float) -> tuple[Split, ...]:
    """The splits of a runner.

    Args:
        points: Where he was, in rising time and never falling distance; there may be none.
        step: Metres between two splits.
        finish: Metres at which they end.
    """
    if not points:
        return ()
    known = [(0.0, 0.0), *_crossings(points, step, finish)]
    ends = next((point for point in points if point[1] >= finish - _APART), points[-1])
    if ends[0] > known[-1][0] and ends[1] > known[-1][1]:
        known.append(ends)
    out: list[Point] = [known[0]]
    inside = 0
    for one, other in pairwise(known):
        while inside < len(points) and points[inside][0] <= one[0]:
            inside += 1
        begin = inside
        while inside < len(points) and points[inside][0] < other[0]:
            inside += 1
        if other[0] - one[0] >= _SLOW:
            out += _bends(one, points[begin:inside], other)
        out.append(other)
    return tuple(_split(point) for point in _rising(out) if point[1] < finish - _APART)


def splits_at(points: Sequence[Point], times: Sequence[float], finish: float) -> tuple[Split, ...]:
    """The splits of a runner at some moments, in seconds from the gun, between where he was before and after."""
    found: list[Point] = [(0.0, 0.0)]
    line = pairwise([(0.0, 0.0), *points])
    (t0, s0), (t1, s1) = next(line, ((0.0, 0.0), (0.0, 0.0)))
    for time in times:
        while t1 < time and (after := next(line, None)) is not None:
            (t0, s0), (t1, s1) = after
        if t0 <= time <= t1:
            found.append((time, s0 + (s1 - s0) * (time - t0) / max(t1 - t0, _APART)))
    return tuple(_split(point) for point in _rising(found) if point[1] < finish - _APART)


def result_of(seconds: float) -> Time:
    """A recorded finish: in full seconds, rounded up as on the road (World Athletics Technical Rules, TR 19.24)."""
    full = math.ceil(round(seconds, 1))
    return Time(float(full), Evidence.MEASURED, format_time(full, 0))


def _crossings(points: Sequence[Point], step: float, finish: float) -> list[Point]:
    """When every full step is passed, but for those in a hole of the recording."""
    out: list[Point] = []
    number = 1
    for (t0, s0), (t1, s1) in pairwise([(0.0, 0.0), *points]):
        while number * step <= s1 and number * step < finish:
            at = number * step
            number += 1
            unseen = t1 - t0 > _HOLE and s1 - s0 > step
            if s1 > s0 and not (unseen and s0 < at < s1):
                out.append((t0 + (t1 - t0) * (at - s0) / (s1 - s0), at))
    return out


def _bends(one: Point, between: Sequence[Point], other: Point) -> list[Point]:
    """The points between two at which the pace changes: those farthest from straight lines (Ramer, Douglas, Peucker).

    Only what is farther off than `_OFF` counts.
    """
    kept: list[int] = []
    line = [one, *between, other]
    waiting = [(0, len(line) - 1)]
    while waiting:
        low, high = waiting.pop()
        (t0, s0), (t1, s1) = line[low], line[high]
        if high - low < 2 or t1 <= t0:
            continue
        far = max(range(low + 1, high), key=lambda k: abs(line[k][1] - s0 - (line[k][0] - t0) * (s1 - s0) / (t1 - t0)))
        if abs(line[far][1] - s0 - (line[far][0] - t0) * (s1 - s0) / (t1 - t0)) > _OFF:
            kept.append(far)
            waiting += [(low, far), (far, high)]
    return [line[index] for index in sorted(kept)]


def _rising(points: Sequence[Point]) -> list[Point]:
    """The points with distances and times a little apart; who stands moves by hardly anything."""
    out = [points[0]]
    for t, s in points[1:]:
        if t >= out[-1][0] + _APART and s >= out[-1][1] - _APART:
            out.append((t, max(s, out[-1][1] + _APART)))
    return out[1:]


def _split(point: Point) -> Split:
    # Between two fixes a time is known to a tenth of a second at best.
    seconds = round(point[0], 1)
    return Split(round(point[1], 1), Time(seconds, Evidence.MEASURED, format_time(seconds, 1)))
