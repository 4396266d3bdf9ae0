"""The whole race as lines over the distance: how far behind, in which place, how fast.

Runners are sampled at the same distances, once, and each only when somebody asks for him. What a line shows at a time
is known then: it ends where its runner is.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import NamedTuple

from replay.analysis.reference import LEADER, Means, Reference, ordered_from
from replay.race.order import STRAIGHT, first_missing
from replay.state.evidence import is_guest
from replay.state.timeline import Timeline

SPAN = 100.0
"""Metres over which a speed is taken: shorter ones jump from split to split."""
_ROAD_SPAN = 1000.0
LEVEL = 0.05
"""Seconds within which runners are level: a third of a metre, less than an eye can tell."""
_APART = 4
"""Samples from one mean of a large field to the next; after the first few it is all but straight between them."""
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
        self._means: Means | None = None
        self._mean_times: list[float] = []
        """The mean at the first samples, as far as everybody has been there at the latest time that was asked for."""
        self._known: list[float] = []
        """When each of those is known."""

    def times(self, entry: int) -> tuple[float, ...]:
        """Seconds at which an entry passes each distance; nan if never."""
        found = self._times.get(entry)
        if found is None:
            at = self.timeline.motion.time_at
            times = (at(entry, distance) for distance in self.distances)
            found = self._times[entry] = tuple(math.nan if time is None else float(time) for time in times)
        return found

    def behind(self, entries: Sequence[int], t: float, reference: Reference = LEADER) -> list[Trace]:
        """Seconds behind a reference at each distance, as known at `t` seconds; the first is the first of these.

        Where nothing is known of the order there are none: who runs where there is made up.
        """
        columns = [self.times(entry) for entry in entries]
        first = self._reference(entries, t, reference)
        first[: self._unordered] = [math.nan] * self._unordered
        return [
            Trace(entry, tuple(time - lead if time <= t else math.nan for time, lead in zip(times, first, strict=True)))
            for entry, times in zip(entries, columns, strict=True)
        ]

    @property
    def _unordered(self) -> int:
        """How many of the distances, from the start, are some where nothing is known of the order."""
        return bisect_left(self.distances, ordered_from(self.timeline))

    def _reference(self, entries: Sequence[int], t: float, reference: Reference) -> list[float]:
        """When a reference passes each distance, in seconds; nan where that is not known yet."""
        if reference.entry is not None:
            return [time if time <= t else math.nan for time in self.times(reference.entry)]
        if reference.light is not None:
            pace = reference.light.seconds / self.timeline.race.distance
            return [pace * distance for distance in self.distances]
        if reference.mean:
            return self._mean(t)
        racing = [self.times(entry) for entry in entries if self._counts(entry)]
        if not racing:  # nobody, or pacemakers only
            return [math.nan] * len(self.distances)
        return [min((time for time in here if time <= t), default=math.nan) for here in zip(*racing, strict=True)]

    def _mean(self, t: float) -> list[float]:
        """The field's mean at each sample where everybody has been by `t` seconds, else nan."""
        means = self._means = self._means or Means(self.timeline)
        count = len(self.distances)
        while len(self._known) < count and (not self._known or self._known[-1] <= t):
            began = len(self._known)
            last = min(began + (_APART if means.many and began >= _APART else 1), count)
            before = self._mean_times[-1] if began else means.at(self._since).seconds
            found = means.at(self.distances[last - 1])
            steps = range(1, last - began + 1)
            self._mean_times += [before + (found.seconds - before) * step / len(steps) for step in steps]
            self._known += [found.since] * len(steps)
        known = zip(self._mean_times, self._known, strict=True)
        seen = [seconds if since <= t else math.nan for seconds, since in known]
        return seen + [math.nan] * (count - len(seen))

    def metres_behind(self, entries: Sequence[int], t: float, reference: Reference = LEADER) -> list[Trace]:
        """Metres behind a reference when each is at each distance, as known at `t` seconds; nan once it is home.

        Where nothing is known of the order there are none.
        """
        unordered = self._unordered
        way = [(self._begins(entries, reference), self._since)]
        way += zip(self._reference(entries, t, reference), self.distances, strict=True)
        way = [(time, distance) for time, distance in way if time == time]
        reached = self._reached(entries, t, reference)
        if way and way[-1][0] < t and way[-1][1] < reached:
            way.append((t, reached))
        times, distances = [time for time, _ in way], [distance for _, distance in way]
        return [
            Trace(
                entry,
                tuple(
                    _between(times, distances, time) - distance if at >= unordered and time <= t else math.nan
                    for at, (time, distance) in enumerate(zip(self.times(entry), self.distances, strict=True))
                ),
            )
            for entry in entries
        ]

    def _begins(self, entries: Sequence[int], reference: Reference) -> float:
        """When a reference is where the samples begin, in seconds; nan if never."""
        if reference.light is not None:
            return reference.light.seconds / self.timeline.race.distance * self._since
        if reference.mean:
            return Means(self.timeline).at(self._since).seconds
        who = [reference.entry] if reference.entry is not None else [at for at in entries if self._counts(at)]
        times = (self.timeline.motion.time_at(entry, self._since) for entry in who)
        return min((float(time) for time in times if time is not None), default=math.nan)

    def _reached(self, entries: Sequence[int], t: float, reference: Reference) -> float:
        """How far a reference who is a runner has come at `t` seconds; nan where there is nothing to add."""
        if reference.light is not None or reference.mean:
            return math.nan
        who = [reference.entry] if reference.entry is not None else [at for at in entries if self._counts(at)]
        run = (self.timeline.motion.distance_at(entry, t) for entry in who)
        return max((far for far in run if far is not None), default=math.nan)

    def places(self, entries: Sequence[int], t: float) -> list[Trace]:
        """The place at each distance among those who compete, as known at `t` seconds; guests have none.

        Who is level with the first of some shares his place, but at the finish, where it is that of the result. A ghost
        is halfway between those ahead of him and the next, and in nobody's place. Where nothing is known of the order
        there is no place; nor, near the end, behind the first who is in no list, but for those who have theirs by it.
        """
        missing = first_missing(self.timeline.race)
        racing = [entry for entry in entries if self._counts(entry)]
        lines: dict[int, list[float]] = {entry: [] for entry in racing}
        columns = zip(*(self.times(entry) for entry in racing), strict=True)
        for distance, column in zip(self.distances, columns, strict=True) if racing else ():
            seen = sorted((time, at) for at, time in enumerate(column) if time <= t)
            if seen and seen[0][0] < self.timeline.order_since:
                seen = []
            home = distance >= self.timeline.race.distance - _HAIR
            place_of = self._at_the_line(racing, seen) if home else _in_order(seen)
            if distance > self.timeline.race.distance - STRAIGHT and missing < math.inf:
                official = {at: self.timeline.race.entries[racing[at]].place for at in place_of if home}
                known = {at: place for at, place in place_of.items() if place < missing}
                place_of = known | {at: float(place) for at, place in official.items() if place is not None}
            for at, entry in enumerate(racing):
                lines[entry].append(place_of.get(at, math.nan))
        ghosts = [entry for entry in entries if self.timeline.race.entries[entry].ghost]
        return [
            *(Trace(entry, tuple(values)) for entry, values in lines.items()),
            *(Trace(entry, self._between_places(entry, racing, t)) for entry in ghosts),
        ]

    def _at_the_line(self, racing: Sequence[int], seen: Sequence[tuple[float, int]]) -> dict[int, float]:
        """The places of those who are home, by their number among `racing`: in the order of the result."""
        official = {at: self.timeline.race.entries[racing[at]].place for _, at in seen}
        order = sorted(seen, key=lambda one: (official[one[1]] or math.inf, one))
        place_of: dict[int, float] = {}
        before: tuple[float | int | None, int] = (None, 0)
        for number, (time, at) in enumerate(order, 1):
            said = official[at] or time
            before = before if said == before[0] else (said, number)
            place_of[at] = float(before[1])
        return place_of

    def _between_places(self, ghost: int, racing: Sequence[int], t: float) -> tuple[float, ...]:
        """Half a place more than there are ahead of a ghost at each distance."""
        columns = zip(*(self.times(entry) for entry in racing), strict=True) if racing else repeat(())
        pairs = zip(self.times(ghost), columns, strict=False)
        since = self.timeline.order_since
        return tuple(
            0.5 + sum(time < own for time in column) if since <= own <= t else math.nan for own, column in pairs
        )

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


def _in_order(seen: Sequence[tuple[float, int]]) -> dict[int, float]:
    """The places of those who passed a point, given in order: who is level with the first of some shares his."""
    place_of: dict[int, float] = {}
    place, first = 0, -math.inf
    for number, (time, at) in enumerate(seen, 1):
        if time - first > LEVEL:
            place, first = number, time
        place_of[at] = float(place)
    return place_of


_HAIR = 1e-6
"""Metres before the finish at which it is the finish."""


def _between(times: Sequence[float], distances: Sequence[float], time: float) -> float:
    """How far somebody is at a time who is at some distances at some rising times; nan before and after them."""
    at = bisect_left(times, time)
    if at == len(times) or (at == 0 and times[0] > time):
        return math.nan
    if times[at] == time:
        return distances[at]
    share = (time - times[at - 1]) / (times[at] - times[at - 1])
    return distances[at - 1] + (distances[at] - distances[at - 1]) * share


def _speeds(times: Sequence[float], back: int, step: float, t: float) -> Iterable[float]:
    for at in range(1, len(times)):
        since = at - back
        took = times[at] - times[since] if since >= 0 else math.nan
        yield back * step / took if times[at] <= t and took > 0 else math.nan
