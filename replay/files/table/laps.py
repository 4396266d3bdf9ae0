"""Where the columns of laps are, and whether times count from the start or from the point before.

Laps have numbers and no distances (`Lap 3`, `Split_2`), and a column of times says seldom whether it is cumulative. Of
all ways to lay them on the race that one is taken in which the runners are most steady: nobody runs one lap at 9 m/s
and the next at 5.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.files.middle import median
from replay.files.understood import Counting
from replay.race.limits import fewest_seconds
from replay.race.race import MILE


class Laid(NamedTuple):
    """A way to lay times on the race."""

    points: tuple[float, ...]
    """Metres of each column."""
    counting: Counting
    said: str
    """How the distances were found."""


Rows = Sequence[Sequence[float | None]]
"""For each runner the seconds of each column."""

_ROWS = 60
"""Runners by which it is decided."""
_UNLIKE = 0.12
"""By how much laps must be steadier than cumulative times, to be taken for laps."""
_STEADY = 0.35
"""The unsteadiness above which laps are laid nowhere."""
_STEADY_LAPS = 0.2
"""The unsteadiness up to which times at known points may be laps."""
_IMPOSSIBLE = 3.0
_QUICKEST = 0.6
"""The share of what a human needs that a wheelchair does."""


def unsteadiness(
    points: Sequence[float], counting: Counting, rows: Rows, results: Sequence[float | None], far: float
) -> float:
    """How unevenly the runners ran, if the times are laid so: the mean deviation of their speeds, as a share of them.

    It is the median of the runners', so that a few wrong rows say nothing.

    Args:
        points: Metres of the columns.
        counting: What their times count.
        rows: The times.
        results: Everybody's result.
        far: Metres of the race.
    """
    found = []
    for row, result in list(zip(rows, results, strict=True))[:_ROWS]:
        at = _cumulated(points, counting, row)
        if result and points[-1] < far - 1:  # nobody runs in no time
            at.append((far, result))
        elif result and at and at[-1][0] >= far - 1:
            found.append(min(abs(at[-1][1] - result) / result * 10, _IMPOSSIBLE))
        if len(at) > 1:
            found.append(speeds_uneven(at))
    return median(found) if found else math.inf


def _cumulated(points: Sequence[float], counting: Counting, row: Sequence[float | None]) -> list[tuple[float, float]]:
    at: list[tuple[float, float]] = []
    total = 0.0
    for metres, seconds in zip(points, row, strict=True):
        if seconds is None:
            if counting is Counting.LAPS:
                break
            continue
        total = total + seconds if counting is Counting.LAPS else seconds
        at.append((metres, total))
    return at


def speeds_uneven(at: Sequence[tuple[float, float]]) -> float:
    """How unevenly somebody ran who was at so many metres after so many seconds: as `unsteadiness` has it."""
    speeds, weights = [], []
    for (near, early), (far, late) in pairwise([(0.0, 0.0), *at]):
        if far - near < 1e-6:
            continue
        if late - early < _QUICKEST * fewest_seconds(far - near, standing=near == 0):
            return _IMPOSSIBLE
        speeds.append((far - near) / (late - early))
        weights.append(far - near)
    if len(speeds) < 2:
        return 0.0
    mean = sum(s * w for s, w in zip(speeds, weights, strict=True)) / sum(weights)
    return sum(w * abs(s - mean) for s, w in zip(speeds, weights, strict=True)) / sum(weights) / mean


def how_counted(uneven: Mapping[Counting, float]) -> Counting:
    """Whether times are cumulative or laps, by how unsteady they are either way: laps only if far steadier so."""
    laps = uneven[Counting.LAPS]
    return (
        Counting.LAPS if laps + _UNLIKE < uneven[Counting.CUMULATIVE] and laps < _STEADY_LAPS else Counting.CUMULATIVE
    )


def lay(rows: Rows, results: Sequence[float | None], far: float, lap: float | None, counting: Counting) -> Laid | None:
    """Lay numbered laps on the race; None where no way is steady.

    Args:
        rows: The times of all laps, numbered from 1 without a gap, of one runner at least.
        results: Everybody's result.
        far: Metres of the race.
        lap: Metres of the course's lap, where it has one.
        counting: What the times count.
    """
    ways = _ways(len(rows[0]), rows, results, far, lap)
    if not any(results):  # then the last lap is the finish
        ways = [(points, said) for points, said in ways if points[-1] >= far - 1]
    best: tuple[float, Laid] | None = None
    for points, said in ways:
        uneven = unsteadiness(points, counting, rows, results, far)
        if best is None or uneven + _AS_GOOD < best[0]:
            best = uneven, Laid(points, counting, said)
    return best[1] if best is not None and best[0] <= (_STEADY if any(results) else _IMPOSSIBLE - 1) else None


_AS_GOOD = 0.005


def _ways(
    count: int, rows: Rows, results: Sequence[float | None], far: float, lap: float | None
) -> list[tuple[tuple[float, ...], str]]:
    """Where the laps may end, the likeliest first."""
    ways: list[tuple[tuple[float, ...], str]] = []
    if lap is not None:
        first = far - (count - 1) * lap
        if 0 < first <= 3 * lap:
            ways.append((_evenly(first, lap, count), f"laps of {lap:g} m that end at the finish"))
        if (count - 1) * lap < far < count * lap:
            points = (*_evenly(lap, lap, count - 1), far)
            ways.append((points, f"laps of {lap:g} m, the last of them shorter"))
        starts = [start for start in (far % lap, lap) if start > 1 and start + (count - 1) * lap <= far + 0.5]
        ways += [(_evenly(start, lap, count), f"laps of {lap:g} m") for start in starts]
    ways.append((_evenly(far / count, far / count, count), f"{count} laps of {far / count:g} m"))
    whole = _laps_run(rows, results)
    if whole is not None and whole > count:
        ways.append((_evenly(far / whole, far / whole, count), f"{whole} laps of {far / whole:g} m, by their times"))
    if lap is not None:
        return ways
    first = far - (count - 1) * _TRACK
    around = [(_evenly(first, _TRACK, count), f"laps of {_TRACK:g} m that end at the finish")]
    return [*ways, *_classic(count, far), *(around if 0 < first < _TRACK else [])]


_TRACK = 400.0
"""Metres of a lap of what a race that is called as those on roads are, `3k`, may have been run on all the same."""


def _classic(count: int, far: float) -> list[tuple[tuple[float, ...], str]]:
    """Where times are taken on roads: each 5 or 10 km, kilometre or mile, and half-way of a marathon beside."""
    ways = []
    for step in (5000.0, 10_000.0, 1000.0, MILE):
        points = _evenly(step, step, math.ceil(round(far / step, 3)) - 1)
        half = tuple(sorted({*points, far / 2}))
        ways += [(one, f"points at each {step:g} m") for one in (points, half) if len(one) == count]
    return ways


def _evenly(first: float, step: float, count: int) -> tuple[float, ...]:
    return tuple(round(first + step * number, 3) for number in range(count))


def _laps_run(rows: Rows, results: Sequence[float | None]) -> int | None:
    """How many laps like those that are given the race had, by the time they took."""
    for row, result in zip(rows, results, strict=True):
        times = [seconds for seconds in row if seconds]
        if result is not None and times:
            rising = all(one < two for one, two in pairwise(times)) and times[-1] > 1.5 * times[0]
            mean = times[-1] / len(times) if rising else sum(times) / len(times)
            return round(result / mean) or None
    return None
