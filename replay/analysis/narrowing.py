"""How somebody's likely finish narrows: what it was from each of his splits on, from what was known then.

Until his next split it changes a little as others come to the last one, since how a field passes it counts, too; what
is kept of a split is what was likely when the next one came.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from replay.analysis.projection import (
    LEAST,
    Front,
    Point,
    Projection,
    front_of,
    is_projected,
    projection,
    refuse_unprojected,
    told_points,
)
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
    """As it was when he came to the next."""


class Came(NamedTuple):
    """Everybody at a split, in the order in which they came."""

    times: tuple[float, ...]
    """Seconds from the gun."""
    seconds: tuple[float, ...]
    """From each one's own start."""
    racing: tuple[bool, ...]
    """Whether each is no pacemaker."""


class Narrowing:
    """The likely finishes of a race's runners at their splits, each worked out when somebody first asks."""

    def __init__(self, timeline: Timeline) -> None:
        """Of any race; in one whose finishes are not projected nobody has any."""
        self._timeline = timeline
        self._came: dict[float, Came] = {}
        """By metres of a split."""
        self._of: dict[int, tuple[Likely, ...]] = {}

    def of(self, entry: int, t: float = math.inf) -> tuple[Likely, ...]:
        """What was likely from each split of an entry on, in order, and at last his result, as known at `t` seconds."""
        if entry not in self._of:
            self._of[entry] = tuple(self._found(entry)) if is_projected(self._timeline.race) else ()
        known = [one for one in self._of[entry] if one.since <= t + 1e-6]
        if known and not known[-1].found.home:
            known[-1] = self._likely(entry, told_points(self._timeline.race, self._timeline.race.entries[entry], t), t)
        return tuple(known)

    def at(self, t: float, entries: Sequence[int]) -> list[Projection]:
        """The likely finishes of some entries at `t` seconds, the likely first first; who has none is left out.

        Raises:
            ReplayError: Finishes of such a race are not projected.
        """
        refuse_unprojected(self._timeline.race)
        known = (self.of(entry, t) for entry in entries)
        return sorted((one[-1].found for one in known if one), key=lambda one: one.seconds)

    def _found(self, at: int) -> list[Likely]:
        race = self._timeline.race
        entry = race.entries[at]
        start, points = start_of(race, entry), told_points(race, entry)
        if entry.role is not None or not points:
            return []
        home = self._timeline.motion.time_at(at, race.distance)
        nexts = [start + point.seconds for point in points[1:]] + [math.inf if home is None else float(home)]
        found = [
            self._likely(at, points[: number + 1], until)
            for number, (point, until) in enumerate(zip(points, nexts, strict=True))
            if point.distance >= LEAST * race.distance
        ]
        if entry.result is not None and home is not None:
            result = Projection(at, points[-1], *(entry.result.seconds,) * 4, home=True)
            found.append(Likely(race.distance, float(home), result))
        return found

    def _likely(self, at: int, points: Sequence[Point], t: float) -> Likely:
        """What is likely of an entry at `t` seconds, from his splits until then."""
        race, (distance, seconds) = self._timeline.race, points[-1]
        found = projection(race, at, points, self._front(points[-1], t))
        return Likely(distance, start_of(race, race.entries[at]) + seconds, found)

    def _front(self, point: Point, t: float) -> Front:
        """How the field passed the split that somebody was at, by `t` seconds."""
        distance, own = point
        if distance not in self._came:
            race = self._timeline.race
            self._came[distance] = _came_at_once(self._timeline, distance) if is_large(race) else _came(race, distance)
        times, seconds, racing = self._came[distance]
        there = bisect_right(times, t + 1e-6)
        return front_of(
            min((own, *seconds[:there])), [one for one, races in zip(seconds[:there], racing, strict=False) if races]
        )


def _came(race: Race, distance: float) -> Came:
    came = sorted(
        (start_of(race, entry) + seconds, seconds, entry.role is None)
        for entry in race.entries
        if entry.role is not Role.GUEST
        for far, seconds in told_points(race, entry)
        if far == distance
    )
    return Came(*zip(*came, strict=True))


def _came_at_once(timeline: Timeline, distance: float) -> Came:
    """The same of a large field: also of those who have no split there, and so of nobody who is not in their midst."""
    import numpy as np  # who looks at a race of few needs none

    entries = timeline.race.entries
    times = np.asarray(timeline.motion.times_at(distance))
    starts = np.fromiter((start_of(timeline.race, entry) for entry in entries), float, len(entries))
    ran = np.where(times > starts, times, np.nan)  # who is said to have been there before he set off says nothing
    order = np.argsort(ran)[: np.count_nonzero(~np.isnan(ran))]  # nan is sorted last
    racing = [entries[at].role is None for at in order]
    return Came(tuple(times[order].tolist()), tuple((times - starts)[order].tolist()), tuple(racing))
