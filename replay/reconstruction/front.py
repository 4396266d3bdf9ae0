"""The front of the race: when somebody was first at each point, from what is known of those in the lead."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np

from replay.race.limits import fewest_seconds
from replay.reconstruction.freedom import front_stiffness
from replay.reconstruction.knowledge import SAME, Knowledge, laps_of
from replay.reconstruction.prior import Array, Shape, conditional_variance, front_course, own_share, smooth
from replay.reconstruction.quadratic import Block, minimise
from replay.reconstruction.road import Course, first_of, own_course
from replay.reconstruction.work import Work

_CLEARLY = 0.3
"""Seconds behind which nobody is taken to be in the lead."""
_HEADED = 0.2
"""Seconds by which who leads is likely to be ahead of somebody whose time is known."""
_PACE_OVER = 60.0
"""Metres: over less, a tenth of a second printed or a change of leader makes nonsense of a pace."""
_BELIEVED = 4.5
"""Deviations by which the time of somebody taken for the leader may be off what the other times make likely. In the
races in `prior` it is 3.7 at most, with a slip of 10 s or somebody hurt among the times 5 and more."""
_TOGETHER = 0.05
"""The share of the first one's time within which the next comes whose time makes it sure that it is none mistyped."""
_NEIGHBOURS = 500.0
"""Metres within which another such time says what this one has to be."""
_USUAL = 2.0
"""Times that count as much for how evenly fronts run as those that are known of this one do."""
_WIDEST = 16.0
"""The most that the variance of a front can be more than that of others: its own times hold it too."""
_STEADY = 1500.0
"""Metres; of longer races the front is as much steadier as the root of this share of the distance."""


@dataclass(frozen=True, slots=True)
class Front:
    """When the first runner was at each node, and how sure that is."""

    times: Array
    """Seconds at the K nodes."""
    variance: Array
    """Square metres; 0 where the time is known."""
    speed: float
    """Mean speed of the winner, metres a second: what turns seconds into metres."""
    paced: bool
    """Whether somebody who was not there to win led."""
    steady: Array
    """Seconds at the K nodes, without what smooth curves through everybody's own times say."""
    doubted: frozenset[int] = frozenset()
    """The nodes at which somebody has a time that would be the leader's, and is not believed to have led."""
    courses: Mapping[int, Course] = field(default_factory=dict)
    """By entry, everybody's likely course where each runs a pace of his own, and no pack."""

    def lateness(self, nodes: Array) -> Array:
        """Metres by which the front is behind the winner's even pace at the nodes."""
        return np.asarray(self.times * self.speed - nodes)


def find_front(known: Knowledge, shape: Shape, work: Work) -> Front | None:
    """Work out the front; None if nothing at all is known of anybody's time."""
    speed = _speed(known)
    if speed is None:
        return None
    nodes = np.array(known.nodes)
    latest = _earliest_known(known)
    courses = {entry: own_course(known, entry, speed) for entry in known.runners} if known.alone else {}
    if courses:
        likely, covariance = first_of(known, courses, speed)
        kicking = covariance
    else:
        likely = front_course(shape, nodes, speed, known.distance, straight=known.straight)
        covariance = np.asarray(np.linalg.inv(front_stiffness(nodes)) * min(1.0, _STEADY / known.distance))
        kicking = np.asarray(np.linalg.inv(front_stiffness(nodes, kicks=True)))
    off = _Off(likely, covariance)
    told = {k: latest[k] for k in _leads(known) if k in latest}
    fixed = off.believed(told, _told(known) | _shared(known))
    doubted = frozenset(told.keys() - fixed.keys())
    latest = {k: seconds for k, seconds in latest.items() if k in fixed or off.of(k, seconds, fixed) > -_BELIEVED}
    wider = off.wider(fixed)
    fixed = _apart(nodes, fixed, speed)
    times = _solve(nodes, kicking, likely, fixed, latest, work)
    if times is None:
        times = _solve(nodes, kicking, likely, {}, latest, work)
    if times is None:
        times = likely
    free = [k for k in range(len(nodes)) if k not in fixed]
    steady, alone = times.copy(), _alone(known, nodes, shape.laps)
    if alone is not None and not courses:
        share = own_share(nodes[free], known.distance)
        times[free] = np.minimum(steady[free], (1 - share) * steady[free] + share * alone[free])
    variance = np.zeros(len(nodes))
    if not courses:
        variance[free] = (conditional_variance(covariance, sorted(fixed)) * wider * speed**2)[free]
    return Front(times, variance, speed, _paced(known, fixed), steady, doubted, courses)


def _alone(known: Knowledge, nodes: Array, most: float) -> Array | None:
    """When the first is at the nodes by smooth curves through everybody's own times, where most have all their laps."""
    field = [entry for entry, runner in known.runners.items() if not runner.guest]
    laps = [found for entry in field if (found := laps_of(known, entry, most)) is not None]
    if 2 * len(laps) <= len(field):
        return None
    courses = [np.where(nodes <= at[-1] + SAME, smooth(nodes, np.array(at), np.array(t)), math.inf) for at, t in laps]
    first = np.min(courses, axis=0)
    return np.asarray(first) if np.all(first < math.inf) else None


@dataclass(frozen=True, slots=True)
class _Off:
    """How far times of the front are off what others make likely."""

    likely: Array
    """Seconds at the nodes."""
    covariance: Array

    def of(self, k: int, seconds: float, others: Mapping[int, float]) -> float:
        """By how many deviations a time is later than likely, given the times at other nodes."""
        at = [other for other in others if other != k]
        cross = self.covariance[at, k]
        weights = np.linalg.solve(self.covariance[np.ix_(at, at)], cross)
        expected = self.likely[k] + weights @ (np.array([others[j] for j in at]) - self.likely[at])
        return float((seconds - expected) / math.sqrt(max(self.covariance[k, k] - weights @ cross, 1e-6)))

    def _each(self, times: Mapping[int, float]) -> dict[int, float]:
        """The same of each of the times, given the others: all at once, by the inverse of their covariance."""
        at = list(times)
        precision = np.linalg.inv(self.covariance[np.ix_(at, at)])
        diagonal = np.diag(precision)
        residuals = precision @ (np.array([times[k] for k in at]) - self.likely[at]) / diagonal
        return dict(zip(at, residuals / np.sqrt(np.maximum(1.0 / diagonal, 1e-6)), strict=True))

    def wider(self, times: Mapping[int, float]) -> float:
        """By how much more than likely the times are off in mean square, the finish not counted; 1 to `_WIDEST`."""
        at = list(times)
        off = np.array([times[k] for k in at]) - self.likely[at]
        square = float(off @ np.linalg.solve(self.covariance[np.ix_(at, at)], off))
        return min(max(1.0, (_USUAL + square) / (_USUAL + len(at) - 1)), _WIDEST)

    def believed(self, times: Mapping[int, float], told: Collection[int]) -> dict[int, float]:
        """The times without those of which the others say that the front cannot have been there then.

        One who is taken for the leader and was hurt, or whose time is mistyped, would have the whole field at his pace.
        The finish and what is told of the lead are believed.
        """
        left = dict(times)
        while True:
            off = self._each(left)
            doubted = {k: abs(off[k]) for k in left if k not in told and k != len(self.likely) - 1}
            worst = max(doubted, key=lambda k: doubted[k], default=None)
            if worst is None or doubted[worst] <= _BELIEVED:
                return left
            del left[worst]


def _told(known: Knowledge) -> set[int]:
    """The nodes at which a report says who led, or when."""
    said = [*(at for _, at in known.led), *(at for at, _ in (*known.firsts, *known.headed))]
    return {k for k, node in enumerate(known.nodes) if any(abs(node - at) <= SAME for at in said)}


def _shared(known: Knowledge) -> set[int]:
    """The nodes at which most have times, and those of two are one behind the other: no slip made both.

    Not where the laps before and after may say otherwise: whole fields are printed at times that were another lap's.
    """
    found = set()
    for k, at in enumerate(known.nodes):
        field = known.field(at)
        times = sorted(t for entry in field if (t := _time(known, entry, at)) is not None)
        if len(times) > 1 and 2 * len(times) >= len(field) and times[1] - times[0] < _TOGETHER * times[0]:
            found.add(k)
    near = [{j for j in found if 0 < abs(known.nodes[k] - known.nodes[j]) < _NEIGHBOURS} for k in found]
    return {k for k, others in zip(found, near, strict=True) if not others}


def inferred_leaders(known: Knowledge) -> dict[int, int]:
    """Who is taken for the leader, by node, because a report gives nobody else's time there.

    Reports give the leader's time at each lap. But somebody who is known to have been behind somewhere has times of his
    own; and so has one runner who has all of these times and finished in the second half of the field.
    """
    lone: dict[int, int] = {}
    said = {at for at, _ in known.orders} | {at for _, at in known.led} | {at for at, _ in known.firsts}
    followers = _followers(known)
    for k, at in enumerate(known.nodes[:-1]):
        field = known.field(at)
        timed = [entry for entry in field if _time(known, entry, at) is not None]
        if len(timed) != 1 or len(field) < 3 or timed[0] in followers:
            continue
        if not any(abs(at - other) <= SAME for other in said):
            lone[k] = timed[0]
    results = sorted(r.result for r in known.runners.values() if r.result is not None and not r.guest)
    if len(lone) > 1 and len(set(lone.values())) == 1:
        own = known.runners[next(iter(lone.values()))].result
        if own is not None and own > results[(len(results) - 1) // 2]:
            return {}
    return lone


def _followers(known: Knowledge) -> set[int]:
    """Those who passed some point before the finish clearly later than another."""
    found = set()
    for at in known.nodes[:-1]:
        times = {entry: t for entry in known.field(at) if (t := _time(known, entry, at)) is not None}
        found |= {entry for entry, t in times.items() if t > min(times.values()) + _CLEARLY}
    return found


def _time(known: Knowledge, entry: int, at: float) -> float | None:
    runner = known.runners[entry]
    if at == known.distance:
        return runner.result
    return next((t for d, t in runner.known.items() if abs(d - at) <= SAME), None)


def _speed(known: Knowledge) -> float | None:
    results = [r.result for r in known.runners.values() if r.result is not None and not r.guest]
    if results:
        return known.distance / min(results)
    paces = [(at, at / t) for r in known.runners.values() for at, t in [*r.known.items()] if t > 0]
    lone = [known.distance / r.result for r in known.runners.values() if r.result is not None]
    return max(paces)[1] if paces else max(lone, default=None)


def _earliest_known(known: Knowledge) -> dict[int, float]:
    """The earliest time known of a competitor, by node; a little less where another is reported to have led."""
    found: dict[int, float] = {}
    for k, at in enumerate(known.nodes):
        led = {leader for leader, other in known.led if abs(at - other) <= SAME}
        timed = {entry: t for entry in known.field(at) if (t := _time(known, entry, at)) is not None}
        headed = _HEADED if led and not led & timed.keys() else 0.0
        times = [seconds - headed for seconds in timed.values()]
        times += [seconds for first, seconds in known.firsts if abs(first - at) <= SAME]
        times += [seconds - _HEADED for second, seconds in known.headed if abs(second - at) <= SAME]
        if times:
            found[k] = min(times)
    return found


def _leads(known: Knowledge) -> set[int]:
    """The nodes at which the earliest known time is that of the leader."""
    found = set(inferred_leaders(known)) | {len(known.nodes) - 1}
    for k, at in enumerate(known.nodes):
        field = known.field(at)
        timed = [entry for entry in field if _time(known, entry, at) is not None]
        if 2 * len(timed) >= len(field) > 0 and len(timed) > 1:
            found.add(k)
        first = any(abs(at - other) <= SAME for other, _ in (*known.firsts, *known.headed))
        if first or any(abs(at - other) <= SAME and leader in timed for leader, other in known.led):
            found.add(k)
    return found


def _apart(nodes: Array, times: Mapping[int, float], speed: float) -> dict[int, float]:
    """The times by node, of those near one another the one that is furthest ahead, but always the finish."""
    end = len(nodes) - 1
    kept: dict[int, float] = {}
    for k in sorted(times, key=lambda k: (k != end, times[k] - nodes[k] / speed)):
        if all(abs(nodes[k] - nodes[other]) >= _PACE_OVER for other in kept):
            kept[k] = times[k]
    return kept


def _paced(known: Knowledge, fixed: Mapping[int, float]) -> bool:
    if any(runner.pacemaker and runner.reach > SAME for runner in known.runners.values()):
        return True
    for k, seconds in fixed.items():
        at = known.nodes[k]
        for entry in known.field(at):
            if known.runners[entry].reach < known.distance and _time(known, entry, at) == seconds:
                return True
    return False


def _solve(
    nodes: Array,
    covariance: Array,
    likely: Array,
    fixed: Mapping[int, float],
    latest: Mapping[int, float],
    work: Work,
) -> Array | None:
    """The smoothest front through the fixed times, nowhere later than the earliest known ones."""
    count = len(nodes)
    low, high = np.zeros(count), np.full(count, math.inf)
    for k, seconds in latest.items():
        high[k] = seconds
    for k, seconds in fixed.items():
        low[k] = high[k] = seconds
    points = [0.0, *nodes]
    rows = []
    for k in range(count):
        fewest = fewest_seconds(points[k + 1] - points[k], standing=k == 0)
        if k == 0:
            low[0] = max(low[0], min(fewest, high[0]))
        elif k not in fixed or k - 1 not in fixed:
            rows.append(({k: 1.0, k - 1: -1.0}, fewest, math.inf))
    return minimise([Block(np.arange(count), likely, covariance)], low, high, rows, work)
