"""On the road and beyond 10,000 m everybody runs a pace of his own: likely times by it, and how sure they are.

A runner's time, as a share of his result, is even but for a fade, and a pace that wanders as a random walk does: the
curve through what is known of him is a cubic spline. How much he fades and wanders grows with the hours on his feet, by
the halves of 48,000 runners of the marathon of Chicago in 2023, half an hour to an hour of finishing times together;
those of 2,760 runners of Loch Ness in 2018, whose first half falls, fade half as much again. Who ran less evenly than
that, by his own times, wandered more between them too.

Of the curves tried on runners of Chicago, most of their splits hidden (straight lines, the monotone cubics of PCHIP,
Brownian motion, its integral with and without a pull to the mean, Matern's of 5/2), the integral of Brownian motion was
the nearest. Its error over that of PCHIP is 0.84, geometric mean of nine sets of known splits and five kinds of runner.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from replay.reconstruction.knowledge import SAME, Knowledge, Runner
from replay.reconstruction.prior import Array, smooth

_HOURS = 10_800.0
"""Seconds on one's feet, at which the next two hold."""
_FADE = (0.0041, 2.5, 0.0, 2.0)
"""How much of his result somebody is early at half the distance, the power of the time by which it grows, and the
multiples of `_HOURS` between which it does. It is half of what it was in Chicago, where half gave the least error."""
_WANDERS = (0.012, 1.4, 0.85, 3.0)
"""The same of its deviation."""
_BEGINNING = 0.1
"""The variance of the pace that one begins with, where what is added to it on the way has one of 1."""
ROUNDED = 1.0
"""Deviation of a time printed to the second, seconds: between two marks a few metres apart a pace means nothing."""
_BROKEN = 4.0
"""How unlikely somebody's own times are, in mean square, from which on he is taken to have broken down at one of them,
and less and less to have changed his pace all along: a smooth curve would have him sprint away at the gun."""
_STEADY = 2.0
"""Points on the way by which a monotone cubic through them weighs as much as the spline, and as their square: the more
are known, the less the spline's swings are worth. In 40 fields of twelve of Chicago its error alone was 0.84 of the
cubic's with the half known, 1.00 with 10 and 30 km, 1.07 with 20 km too and 1.2 with 40 km; so it is 0.84, 0.94, 0.99
and 1.01."""
_ROUGH = 0.1
"""The variance at the finish of a time that wanders without a pace (hills, crowds, a drink), where what a pace makes of
it has 1 halfway. For ranges only: those between six known times held 72 % in Chicago without it and 82 % with it, those
between none to four 88 to 94 %, and by Winkler's score they are as good or better with each of eleven sets."""
_NEARLY = 0.01
"""The share of the distance within which two marks say nothing of a pace by times to the second."""
_BELIEVED = 2.0
"""Points on the way that count as much for how evenly somebody runs as those times do."""


class Course(NamedTuple):
    """When somebody likely passes the nodes that he reaches."""

    times: Array
    """Seconds."""
    covariance: Array
    """Square seconds, as if nothing were known of him on the way."""


def own_course(known: Knowledge, entry: int, speed: float) -> Course:
    """Somebody's likely course by his own times alone; `speed` is the winner's, metres a second."""
    runner, nodes = known.runners[entry], np.array(known.nodes)
    times, total = _times(known, runner, speed)
    return _course(nodes[nodes <= runner.reach + SAME] / known.distance, times, total, known.distance)


def first_of(known: Knowledge, courses: Mapping[int, Course], speed: float) -> tuple[Array, Array]:
    """When the first is likely at the nodes, seconds, and the covariance of that; `speed` is the winner's, m/s."""
    nodes = np.array(known.nodes)
    times = np.full(len(nodes), np.inf)
    for entry, course in courses.items():
        if not known.runners[entry].guest:
            times[: len(course.times)] = np.minimum(times[: len(course.times)], course.times)
    even = nodes / speed
    return np.where(times < np.inf, times, even), _course(
        nodes / known.distance, {}, even[-1], known.distance
    ).covariance


def _times(known: Knowledge, runner: Runner, speed: float) -> tuple[dict[float, float], float]:
    """A runner's times by metres, the finish among them where he has one, and what he needs for the whole distance."""
    arrival = known.arrivals.get(runner.entry)
    result = runner.result if arrival is None else arrival.seconds
    if result is not None:
        return {**runner.known, known.distance: result}, result
    if runner.known:
        last = max(runner.known)
        return runner.known, runner.known[last] * known.distance / last
    others = sorted(r.result for r in known.runners.values() if r.result is not None and not r.guest)
    if runner.pacemaker or not others:
        return {}, known.distance / speed
    return {}, others[len(others) // 2]


def _course(share: Array, times: Mapping[float, float], total: float, distance: float) -> Course:
    """The likely times at shares of the distance, of somebody who needs so long for the whole of it."""
    at = np.array(sorted(times)) / distance
    fade, size = (most * min(max(total / _HOURS, low), high) ** power for most, power, low, high in (_FADE, _WANDERS))
    centre, wide = share - fade * _bend(share), 1.0
    if len(at):
        early = np.array([times[d] for d in sorted(times)]) / total - at
        off = early + fade * _bend(at)
        kernel = wander(at, at) + np.eye(len(at)) * (ROUNDED / total / size) ** 2
        weights = np.linalg.solve(kernel, off)
        unlikely, many = float(off @ weights) / size**2, len(at) - 1
        wide = (_BELIEVED + unlikely) / (_BELIEVED + many)
        broken = 1 - 1 / max(1.0, unlikely / _BROKEN / max(many, 1))
        even = share + np.interp(share, [0.0, *at], [0.0, *early])
        curve = centre + wander(share, at) @ weights
        weight = np.where(share <= at[-1], many**2 / (many**2 + _STEADY**2), 0.0)
        curve = (1 - weight) * curve + weight * _through(share, at, at + early)
        centre = (1 - broken) * curve + broken * even
    rough = _ROUGH * np.minimum.outer(share, share)
    return Course(total * centre, np.asarray((total * size) ** 2 * wide * (wander(share, share) + rough)))


def _through(share: Array, at: Array, times: Array) -> Array:
    """A monotone cubic through known times, as shares of the whole; not through two that are nearly at one place."""
    kept = [len(at) - 1]
    for k in reversed(range(len(at) - 1)):
        if at[kept[0]] - at[k] >= _NEARLY and at[k] >= _NEARLY:
            kept.insert(0, k)
    return smooth(share, at[kept], times[kept])


def _bend(share: Array) -> Array:
    """How early somebody is who is early by 1 halfway, and of whom nothing else is known but his result."""
    half, end = np.array([0.5]), np.array([1.0])
    bent = wander(share, half) - wander(share, end) * (wander(end, half) / wander(end, end))
    return np.asarray(bent[:, 0])


def wander(first: Array, second: Array) -> Array:
    """The covariance of the time at shares of the distance, of a pace that is a random walk.

    In multiples of its variance halfway where the result is known.
    """
    early, late = np.minimum.outer(first, second), np.maximum.outer(first, second)
    return np.asarray((early**2 * (3 * late - early) / 6 + _BEGINNING * np.outer(first, second)) / _HALFWAY)


_HALFWAY = (1 / 24 + _BEGINNING / 4) - (5 / 48 + _BEGINNING / 2) ** 2 / (1 / 3 + _BEGINNING)
