"""The whole race as lines over the distance: how far behind, in which place, how fast.

Runners are sampled at the same distances, once, and each only when somebody asks for him. What a line shows at a time
is known then: it ends where its runner is.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from replay.analysis.reference import LEADER, Mean, Reference, mean_at
from replay.state.evidence import is_guest
from replay.state.timeline import Timeline

SPAN = 100.0
"""Metres over which a speed is taken: shorter ones jump from split to split."""
_ROAD_SPAN = 1000.0
_PARTS = 10
"""Of a span, each of which is a step where a speed is taken at one distance."""


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

    def __init__(self, timeline: Timeline, count: int, since: float = 0.0, until: float | None = None) -> None:
        """Nothing is sampled yet.

        Args:
            timeline: The race.
            count: Distances from where they begin, left out, to where they end.
            since: Where they begin, in metres.
            until: Where they end: at the finish if not given.
        """
        self.timeline = timeline
        self._step = step = ((timeline.race.distance if until is None else until) - since) / count
        self._since = since
        self.distances = tuple(since + step * (at + 1) for at in range(count))
        self._times: dict[int, tuple[float, ...]] = {}
        self._means: tuple[Mean, ...] = ()

    def times(self, entry: int) -> tuple[float, ...]:
        """Seconds at which an entry passes each distance; nan if never."""
        found = self._times.get(entry)
        if found is None:
            at = self.timeline.motion.time_at
            times = (at(entry, distance) for distance in self.distances)
            found = self._times[entry] = tuple(math.nan if time is None else float(time) for time in times)
        return found

    def behind(self, entries: Sequence[int], t: float, reference: Reference = LEADER) -> list[Trace]:
        """Seconds behind a reference at each distance, as known at `t` seconds; the first is the first of these."""
        columns = [self.times(entry) for entry in entries]
        first = self._reference(entries, t, reference)
        return [
            Trace(entry, tuple(time - lead if time <= t else math.nan for time, lead in zip(times, first, strict=True)))
            for entry, times in zip(entries, columns, strict=True)
        ]

    def _reference(self, entries: Sequence[int], t: float, reference: Reference) -> list[float]:
        """When a reference passes each distance, in seconds; nan where that is not known yet."""
        if reference.entry is not None:
            return [time if time <= t else math.nan for time in self.times(reference.entry)]
        if reference.light is not None:
            pace = reference.light.seconds / self.timeline.race.distance
            return [pace * distance for distance in self.distances]
        if reference.mean:
            self._means = self._means or tuple(mean_at(self.timeline, distance) for distance in self.distances)
            return [mean.seconds if mean.since <= t else math.nan for mean in self._means]
        racing = [self.times(entry) for entry in entries if self._counts(entry)]
        return [min((time for time in here if time <= t), default=math.nan) for here in zip(*racing, strict=True)]

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
        back = max(round(span_of(self.timeline) / self._step), 1)
        early = min(back, int(self._since / self._step + 1e-9))
        return [
            Trace(entry, tuple(_speeds((*self._before(entry, early), *self.times(entry)), back, self._step, t))[early:])
            for entry in entries
        ]

    def _before(self, entry: int, early: int) -> tuple[float, ...]:
        """When an entry passes so many places before the samples begin, and where they do: speeds begin there."""
        at = self.timeline.motion.time_at
        times = (
            at(entry, distance) if (distance := self._since - self._step * back) > 0 else 0.0
            for back in range(early, -1, -1)
        )
        return tuple(math.nan if time is None else float(time) for time in times)

    def _counts(self, entry: int) -> bool:
        return not is_guest(self.timeline.race.entries[entry])


def span_of(timeline: Timeline) -> float:
    """Metres over which a speed is taken."""
    return _ROAD_SPAN if timeline.track.by_kilometres else SPAN


def samples_at(timeline: Timeline, distance: float) -> Samples:
    """One sample, exactly at a distance, which is more than 0."""
    return Samples(timeline, 1, max(distance - span_of(timeline) / _PARTS, 0.0), distance)


def _speeds(times: Sequence[float], back: int, step: float, t: float) -> Iterable[float]:
    for at in range(1, len(times)):
        since = at - back
        took = times[at] - times[since] if since >= 0 else math.nan
        yield back * step / took if times[at] <= t and took > 0 else math.nan
