"""How somebody's likely finish narrows: what it was at each of his splits, from what was known then."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from replay.analysis.projection import LEAST, Projection, is_projected, projection, told_points
from replay.motion import is_large
from replay.race.clocks import start_of
from replay.race.race import Race, Role
from replay.state.timeline import Timeline


class Likely(NamedTuple):
    """What was likely at a split, until the next."""

    distance: float
    """Metres of the split."""
    since: float
    """Seconds from the gun when he was there."""
    found: Projection


class Narrowing:
    """The likely finishes of a race's runners at their splits, each worked out when somebody first asks."""

    def __init__(self, timeline: Timeline) -> None:
        """Of any race; in one whose finishes are not projected nobody has any."""
        self._timeline = timeline
        self._firsts: dict[float, tuple[Sequence[float], Sequence[float]]] = {}
        """By metres of a split: when each came there, in rising seconds, and the quickest time until then."""
        self._of: dict[int, tuple[Likely, ...]] = {}

    def of(self, entry: int) -> tuple[Likely, ...]:
        """What was likely at each split of an entry, in order, and at last his result."""
        if entry not in self._of:
            self._of[entry] = tuple(self._found(entry)) if is_projected(self._timeline.race) else ()
        return self._of[entry]

    def _found(self, at: int) -> list[Likely]:
        race = self._timeline.race
        entry = race.entries[at]
        start, points = start_of(race, entry), told_points(race, entry)
        if entry.role is not None or not points:
            return []
        found = []
        for number, (distance, seconds) in enumerate(points):
            if distance >= LEAST * race.distance:
                first = {distance: self._first(distance, start + seconds)}
                found.append(Likely(distance, start + seconds, projection(race, at, points[: number + 1], first)))
        home = self._timeline.motion.time_at(at, race.distance)
        if entry.result is not None and home is not None:
            result = Projection(at, points[-1], *(entry.result.seconds,) * 4, home=True)
            found.append(Likely(race.distance, float(home), result))
        return found

    def _first(self, distance: float, t: float) -> float:
        """The quickest time to a split of those who were there by `t` seconds."""
        if distance not in self._firsts:
            race = self._timeline.race
            many = is_large(race)
            self._firsts[distance] = _firsts_of_many(self._timeline, distance) if many else _firsts(race, distance)
        times, quickest = self._firsts[distance]
        return float(quickest[bisect_right(times, t + 1e-6) - 1])


def _firsts(race: Race, distance: float) -> tuple[Sequence[float], Sequence[float]]:
    came = sorted(
        (start_of(race, entry) + seconds, seconds)
        for entry in race.entries
        if entry.role is not Role.GUEST
        for far, seconds in told_points(race, entry)
        if far == distance
    )
    return [time for time, _ in came], list(accumulate((seconds for _, seconds in came), min))


def _firsts_of_many(timeline: Timeline, distance: float) -> tuple[Sequence[float], Sequence[float]]:
    """The same of a large field, at once: also of those who have no split there, of whom none is the quickest."""
    import numpy as np  # who looks at a race of few needs none

    entries = timeline.race.entries
    times = np.asarray(timeline.motion.times_at(distance))
    starts = np.fromiter((start_of(timeline.race, entry) for entry in entries), float, len(entries))
    order = np.argsort(times)[: np.count_nonzero(~np.isnan(times))]  # nan is sorted last
    return times[order].tolist(), np.minimum.accumulate((times - starts)[order]).tolist()
