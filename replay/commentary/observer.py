"""What can be known about the order of a race at a distance: the ground on which every call stands.

The order is looked at where runners were and not when: who reached a distance first was ahead there. A curve between
two splits says something about the order only where they are close enough, so every claim asks `Watch.hole` how far
apart they lie, and what reports say (`Fact`) wins over what curves say. Estimated splits count for nothing here: what
was worked out moves the runners, but an announcer does not make a story of it.
"""

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from heapq import nsmallest
from itertools import pairwise

from replay.commentary.board import Board, board_at
from replay.commentary.starters import starters_of
from replay.commentary.voice import metres, to_go
from replay.motion.curves import Curve
from replay.race.order import CLOSE, FALLING_IN, LONG, REACH, STRAIGHT, order_told_at
from replay.race.race import Entry, Evidence, Fact, Race, Role, Split, Status, Time
from replay.race.shortnames import short_names
from replay.state.timeline import Timeline

WATCHED = 40
"""Runners in a large field who are looked at all the way."""
NEAR = 250.0
"""Metres from what is known of the order within which a voice speaks of places that were worked out."""
MANY = 0.5
"""The share of a field whose times at a point put it in order on the way there."""
FRONT = 12
"""Places at every split of a large field that are looked at."""


class Watch:
    """A race seen by somebody who knows how well everything is known."""

    def __init__(self, timeline: Timeline) -> None:
        self.race: Race = timeline.race
        self.timeline = timeline
        self.distance = self.race.distance
        self.names = short_names(self.race.entries)
        self.curves: dict[int, Curve] = {}
        self.known: dict[int, list[float]] = {}
        self.disqualified = tuple(entry for entry in self.race.entries if entry.status is Status.DQ)
        for entry in watched(self.race):
            path = timeline.motion.path(entry)
            if path is not None:
                self.curves[entry] = Curve(path)
                self.known[entry] = [0.0, *(s.distance for s in path.splits if told(s))]
                if self.finishes(entry):
                    self.known[entry].append(self.distance)
        self.arrived = [home for home in arrivals(self.race) if not self._out_before(*home)]
        self.winner_time = self.arrived[0][0].seconds if self.arrived else timeline.duration
        self.speed = self.distance / max(self.winner_time, 1e-9)
        self.reach = max(REACH, self.distance / 8 + 1)
        self.step = max(10.0, self.distance / 400)
        self._boards: dict[float, Board] = {}
        self._told = self._evidence()
        starters = starters_of(self.race)
        self.whole = starters is not None and not starters.least
        self.alone = sum(entry.competes for entry in self.race.entries) < 2
        self.guests = tuple(i for i, entry in enumerate(self.race.entries) if entry.role is Role.GUEST)
        self.grid = self._grid()
        self._orders = [self._order(d) for d in self.grid]

    def far(self, distance: float, near: bool = False) -> str:
        """A distance in words, in the unit of the road; see `voice.metres`."""
        return metres(distance, near, self.race.course.unit)

    def to_go(self, distance: float, near: bool) -> str:
        """What is left in words; see `voice.to_go`."""
        return to_go(distance, near, self.race.course.unit)

    def entry(self, index: int) -> Entry:
        """The entry of an index."""
        return self.race.entries[index]

    def finishes(self, entry: int) -> bool:
        """Whether the entry ran to the finish in a known time, disqualified or not."""
        return self.entry(entry).result is not None and self.entry(entry).status in (Status.FINISHED, Status.DQ)

    def _out_before(self, time: Time, entry: int) -> bool:
        """Whether the entry was disqualified before it was home."""
        found = self.entry(entry)
        return found.status is Status.DQ and self.timeline.time_of(found.decided) < time.seconds

    def paces(self, entry: int) -> bool:
        """Whether the entry is a pacemaker."""
        return self.entry(entry).role is Role.PACEMAKER

    def name(self, entry: int) -> str:
        """The short name of an entry."""
        return self.names[entry]

    def board(self, t: float) -> Board:
        """The board at `t` seconds; nobody has a place on it far from all that is known of the way."""
        if t not in self._boards:
            board = board_at(self.timeline, t)
            if t < self.winner_time and not self._told_near(board.distance):
                board = replace(board, runners=(), running=())
            self._boards[t] = board
        return self._boards[t]

    @property
    def told(self) -> bool:
        """Whether anything at all is known of the way."""
        return bool(self._told)

    @property
    def told_from(self) -> float:
        """Metres of the first time or report; before it times say how fast everybody ran, and not who led."""
        return min((start for start, _ in self._told if start > 0), default=math.inf)

    def told_after(self, distance: float) -> float:
        """The next metres beyond a distance at which it is told who is ahead of whom, by the results at the latest."""
        return min((at for at in order_told_at(self.race) if at > distance), default=self.distance - STRAIGHT)

    def reached(self, distance: float) -> float | None:
        """When the first was at a distance."""
        order = self.order(distance)
        return order[0][0] if order else None

    @cached_property
    def unseen(self) -> tuple[int, ...]:
        """Those who did not finish and are nowhere when the winner is home: nobody knows where they left the race."""
        lost = [i for i, entry in enumerate(self.race.entries) if entry.competes and entry.status is Status.DNF]
        states = self.timeline.top(self.winner_time, 1, lost).standings
        gone = {found.entry for found in states if found.status == "running" and found.distance is None}
        return tuple(i for i in lost if i in gone)

    def _evidence(self) -> tuple[tuple[float, float], ...]:
        """From where to where something is known of who was where, in metres."""
        splits: set[tuple[float, float]] = {
            (s.distance, s.distance) for e in self.curves for s in self.entry(e).splits if told(s)
        }
        facts = set()
        for fact in self.race.facts:
            start, end = (fact.start, fact.end) if fact.at is None else (fact.at, fact.at)
            if start is not None and end is not None:
                facts.add((start, end))
        # Where nothing is known of the way, the finish would tell of it.
        home = {(self.distance, self.distance)} if splits or facts else set()
        return tuple(sorted(splits | facts | home | self._stretches()))

    def _stretches(self) -> set[tuple[float, float]]:
        """From one point to the next at which half of those watched were timed: how they ran between follows."""
        field = [e for e in self.curves if self.finishes(e)]
        timed = Counter(s.distance for e in field for s in self.entry(e).splits if told(s))
        many = [d for d in sorted(timed) if timed[d] >= MANY * len(field)]
        return set(pairwise([0.0, *many, self.distance])) if many else set()

    def _told_near(self, distance: float) -> bool:
        """Whether something is known of who was where within `NEAR` metres, more in a long race."""
        if self.alone or distance >= self.distance - STRAIGHT:  # there the results say who is where
            return True
        near = max(NEAR, self.distance / 20)
        return any(start - near <= distance <= end + near for start, end in self._told)

    def timed(self, entries: Iterable[int], t: float) -> bool:
        """Whether `t` is a known time of one of these."""
        for entry in entries:
            found = self.entry(entry)
            times = [split.time for split in found.splits] + ([found.result] if found.result is not None else [])
            if any(abs(time.seconds - t) < 0.005 and time.evidence is not Evidence.ESTIMATED for time in times):
                return True
        return False

    def time_at(self, entry: int, distance: float) -> float | None:
        """When the entry reached a distance; None if never, or not known."""
        curve = self.curves.get(entry)
        if curve is None:
            return None
        t = curve.time(distance)
        return t if t == t else None

    def order(self, distance: float) -> list[tuple[float, int]]:
        """`(time, entry)` of the watched at a distance, the first one first."""
        at = bisect_left(self.grid, distance - 1e-6)
        if at < len(self.grid) and abs(self.grid[at] - distance) < 1e-6:
            return self._orders[at]
        return self._order(distance)

    def hole(self, entry: int, distance: float) -> float:
        """Metres between the known points round a distance; after the last one it grows with the way from there."""
        points = self.known[entry]
        at = bisect_left(points, distance - 1e-6)
        if at >= len(points):
            return max(CLOSE, 2 * (distance - points[-1]))
        return 0.0 if abs(points[at] - distance) < 1e-5 else points[at] - points[at - 1]

    def firm(self, distance: float, entries: Iterable[int]) -> bool:
        """Whether the order of these is as good as seen: close, known splits on both sides."""
        return all(entry in self.curves and self.hole(entry, distance) <= CLOSE for entry in entries)

    def close(self, distance: float, entries: Iterable[int]) -> bool:
        """Whether the points round a distance are close enough for the order between them; as `fair` in a long race."""
        most = CLOSE if self.distance <= LONG else self.reach
        return all(self.hole(entry, distance) <= most for entry in entries)

    def fair(self, distance: float, entries: Iterable[int]) -> bool:
        """Whether the curves of these say something about their order at all."""
        return all(self.hole(entry, distance) <= self.reach for entry in entries)

    def trusted(self, distance: float) -> bool:
        """Whether the front of the race at a distance can be told from the curves of those who run."""
        here = [entry for _, entry in self.order(distance)]
        if not here or not self.fair(distance, here[:2]):
            return False
        unsure = [entry for entry in here if self.hole(entry, distance) > self.reach]
        return len(unsure) <= len(here) // 4 and not any(self.paces(entry) for entry in unsure)

    def split_at(self, entry: int, distance: float) -> Time | None:
        """The known time of an entry at a distance, the finish among them."""
        found = self.entry(entry)
        if abs(distance - self.distance) < 0.01:
            return found.result
        return next((s.time for s in found.splits if abs(s.distance - distance) < 0.5 and told(s)), None)

    def splits_at(self, distance: float) -> list[tuple[Time, int]]:
        """The known times at a distance of all entries that were timed there, the fastest first."""
        times = [(time, entry) for entry in self.curves if (time := self.split_at(entry, distance)) is not None]
        return sorted(times, key=lambda pair: (pair[0].seconds, pair[1]))

    def fact_leader(self, distance: float) -> tuple[int, Fact] | None:
        """Who led at a distance by a report."""
        for fact in self.race.facts:
            leader = fact.leader if fact.leader is not None else (fact.order[0] if fact.order else None)
            if leader is not None and _covers(fact, distance):
                return leader, fact
        return None

    def leader(self, distance: float) -> tuple[int, Fact | None] | None:
        """Who led at a distance, with the report that says so; None where nobody can tell."""
        reported = self.fact_leader(distance)
        if reported is not None:
            return reported
        return (self.order(distance)[0][1], None) if self.trusted(distance) else None

    def _order(self, distance: float) -> list[tuple[float, int]]:
        times = ((curve.time(distance), entry) for entry, curve in self.curves.items() if self._runs(entry))
        return sorted(pair for pair in times if pair[0] == pair[0])

    def _runs(self, entry: int) -> bool:
        return self.entry(entry).role is not Role.GUEST

    def _grid(self) -> tuple[float, ...]:
        """Every `step` metres from 100 m on (before, nobody has the lead), and where reports say something."""
        count = int(self.distance // self.step)
        points = {k * self.step for k in range(1, count + 1)} | {self.distance}
        for fact in self.race.facts:
            points |= {d for d in (fact.at, fact.start, fact.end) if d is not None and 0 < d <= self.distance}
        return tuple(sorted(d for d in points if d >= min(FALLING_IN, self.distance)))


def arrivals(race: Race) -> list[tuple[Time, int]]:
    """Those who run to the finish in a known time, disqualified or not, in the order in which they come; no guests."""
    home = (Status.FINISHED, Status.DQ)
    found = [
        (entry.result.seconds, entry.place or 1 << 30, i, entry.result)
        for i, entry in enumerate(race.entries)
        if entry.result is not None and entry.status in home and entry.role is not Role.GUEST
    ]
    found.sort()
    return [(time, i) for _, _, i, time in found]


def told(split: Split) -> bool:
    """Whether a split was given, and is not in doubt."""
    return split.time.evidence is not Evidence.ESTIMATED and not split.time.doubtful


def watched(race: Race) -> tuple[int, ...]:
    """Who is looked at: all of a small field, else the fastest, the first at every split and whom reports name."""
    if len(race.entries) <= WATCHED:
        return tuple(range(len(race.entries)))
    fastest = nsmallest(WATCHED, ((e.result.seconds, i) for i, e in enumerate(race.entries) if e.result is not None))
    chosen = {i for _, i in fastest} | {i for i, e in enumerate(race.entries) if e.role is Role.PACEMAKER}
    front: dict[float, list[tuple[float, int]]] = {}
    slowest: dict[float, float] = {}
    for i, entry in enumerate(race.entries):
        for split in entry.splits:  # half a million
            if split.time.seconds < slowest.get(split.distance, math.inf) and told(split):
                first = front.setdefault(split.distance, [])
                insort(first, (split.time.seconds, i))
                if len(first) >= FRONT:
                    del first[FRONT:]
                    slowest[split.distance] = first[-1][0]
    chosen |= {i for first in front.values() for _, i in first}
    for fact in race.facts:
        named = (fact.leader, fact.runner, fact.behind, *fact.order, *fact.runners, *fact.passes)
        chosen |= {i for i in named if i is not None}
    return tuple(sorted(chosen))


def _covers(fact: Fact, distance: float) -> bool:
    if fact.at is not None:
        return abs(fact.at - distance) < 0.5
    return fact.start is not None and fact.end is not None and fact.start - 0.5 <= distance <= fact.end + 0.5
