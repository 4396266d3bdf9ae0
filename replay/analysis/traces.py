"""The whole race as lines over the distance: how far behind, in which place, how fast.

Runners are sampled at the same distances, once, and each only when somebody asks for him. What a line shows at a time
is known then: it ends where its runner is.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from replay.state.evidence import is_guest
from replay.state.timeline import Timeline

SPAN = 100.0
"""Metres over which a speed is taken: shorter ones jump from split to split."""
_ROAD_SPAN = 1000.0


class Trace(NamedTuple):
    """One runner's line."""

    entry: int
    values: tuple[float, ...]
    """At the distances of the samples, up to where he is; nan where there is none."""

    @property
    def last(self) -> int:
        """The number of the last sample that has a value; -1 for none."""
        return next((at for at in range(len(self.values) - 1, -1, -1) if self.values[at] == self.values[at]), -1)


class Samples:
    """When everybody passes each of so many distances."""

    def __init__(self, timeline: Timeline, count: int) -> None:
        """Nothing is sampled yet.

        Args:
            timeline: The race.
            count: Distances from the start, left out, to the finish.
        """
        self.timeline = timeline
        far = timeline.race.distance
        self.distances = tuple(far * (at + 1) / count for at in range(count))
        self._times: dict[int, tuple[float, ...]] = {}

    def times(self, entry: int) -> tuple[float, ...]:
        """Seconds at which an entry passes each distance; nan if never."""
        found = self._times.get(entry)
        if found is None:
            at = self.timeline.motion.time_at
            times = (at(entry, distance) for distance in self.distances)
            found = self._times[entry] = tuple(math.nan if time is None else float(time) for time in times)
        return found

    def behind(self, entries: Sequence[int], t: float, against: int | None = None) -> list[Trace]:
        """Seconds behind the first of these at each distance, or behind one of them, as known at `t` seconds."""
        columns = [self.times(entry) for entry in entries]
        if against is None:
            racing = [times for entry, times in zip(entries, columns, strict=True) if self._counts(entry)]
            first = [min((time for time in here if time <= t), default=math.nan) for here in zip(*racing, strict=True)]
        else:
            first = [time if time <= t else math.nan for time in self.times(against)]
        return [
            Trace(entry, tuple(time - lead if time <= t else math.nan for time, lead in zip(times, first, strict=True)))
            for entry, times in zip(entries, columns, strict=True)
        ]

    def places(self, entries: Sequence[int], t: float) -> list[Trace]:
        """The place at each distance among those who compete, as known at `t` seconds; guests have none."""
        racing = [entry for entry in entries if self._counts(entry)]
        lines: dict[int, list[float]] = {entry: [] for entry in racing}
        for column in zip(*(self.times(entry) for entry in racing), strict=True):
            seen = sorted((time, at) for at, time in enumerate(column) if time <= t)
            place_of = {at: float(place) for place, (_, at) in enumerate(seen, 1)}
            for at, entry in enumerate(racing):
                lines[entry].append(place_of.get(at, math.nan))
        return [Trace(entry, tuple(values)) for entry, values in lines.items()]

    def speeds(self, entries: Sequence[int], t: float) -> list[Trace]:
        """Metres a second over the last 100 m, of a road the last kilometre, as known at `t` seconds."""
        step = self.distances[0]
        span = _ROAD_SPAN if self.timeline.track.by_kilometres else SPAN
        back = max(round(span / step), 1)
        return [Trace(entry, tuple(_speeds((0.0, *self.times(entry)), back, step, t))) for entry in entries]

    def _counts(self, entry: int) -> bool:
        return not is_guest(self.timeline.race.entries[entry])


def _speeds(times: Sequence[float], back: int, step: float, t: float) -> Iterable[float]:
    for at in range(1, len(times)):
        since = at - back
        took = times[at] - times[since] if since >= 0 else math.nan
        yield back * step / took if times[at] <= t and took > 0 else math.nan
