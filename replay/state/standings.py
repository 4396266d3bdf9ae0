"""Who is in which place at a time.

The order is: finished by place, running by distance, then `dnf` (furthest first), `dq`, `unknown` and `dns`; guests
come after the others of their group, and ghosts after all who race. Who is on the track counts, also one whose result
nobody has, as far as he is drawn. An official place counts from the moment its runner is home and wins over the one
worked out. As long as a later disqualification is not decided nobody knows of it, so the places behind are one worse
than the official ones.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat
from typing import Protocol

from replay.race.bulk import made
from replay.race.order import goal_of
from replay.race.race import Entry, Race, Status
from replay.state.evidence import is_guest

LEVEL = 0.001
"""Metres within which runners are level and share a place."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry with its status and place at a time."""

    entry: int
    status: str
    place: int | None


class Order(Protocol):
    """Those still running, in order."""

    def running(self, t: float, distances: Sequence[float], count: int) -> list[int]:
        """The first `count` at `t` (or more of them), furthest first and those without a distance last."""

    def ahead(self, t: float, distances: Sequence[float], distance: float, level: float) -> int:
        """How many are ahead at `t` of those level with one who runs and has run `distance`.

        Who is at most `level` metres behind the first of some who are level is level with them.
        """


Ordered = Callable[[Sequence[int], Sequence[float], Sequence[int]], Order]
"""Entries that are placed; for each entry the second until which it runs, and its rank in ties; to their order."""


class RunnerOrder:
    """The order of a small field; see `Order`."""

    def __init__(self, placed: Sequence[int], until: Sequence[float], ties: Sequence[int]) -> None:
        """Take the entries that are placed and, for each entry, the second until which it runs and its rank in ties."""
        self._placed = placed
        self._until = until
        self._ties = ties

    def running(self, t: float, distances: Sequence[float], count: int) -> list[int]:
        """See `Order.running`."""
        until = self._until
        return by_distance([i for i in self._placed if t < until[i]], distances, self._ties)

    def ahead(self, t: float, distances: Sequence[float], distance: float, level: float) -> int:
        """See `Order.ahead`."""
        far = sorted(
            (distances[i] for i in self._placed if t < self._until[i] and distances[i] >= distance), reverse=True
        )
        first = far[0]
        for run in far:
            if first - run > level:
                first = run
        return sum(1 for run in far if run > first)


def by_distance(entries: list[int], distances: Sequence[float], ties: Sequence[int]) -> list[int]:
    """Entries with the furthest first and those without a distance last."""

    def key(i: int) -> tuple[float, int]:
        distance = distances[i]
        return -distance if distance == distance else 1.0, ties[i]

    return sorted(entries, key=key)


class Standings:
    """The order of a race's entries, for every time."""

    def __init__(
        self, race: Race, homes: Sequence[float], outs: Sequence[float], ties: Sequence[int], ordered: Ordered
    ) -> None:
        """Work out what holds at all times.

        Args:
            race: The race.
            homes: Seconds at which each entry is home, as it ran; infinite if never.
            outs: Seconds from which each entry is `dnf`, `dq` or `unknown`; infinite if never.
            ties: The order of entries that are level, as a rank for each.
            ordered: Makes what keeps the order of those still running.
        """
        self._entries = race.entries
        self._homes = homes
        self._outs = outs
        self._ties = ties
        self._merits = [-goal_of(entry, 0.0) for entry in race.entries] if race.duration is not None else homes
        """What finishers are placed by, the least first: when they were home, or how far they came."""
        entries = race.entries
        placed = [i for i, entry in enumerate(entries) if entry.competes]
        others = set(range(len(entries))).difference(placed) if len(placed) < len(entries) else set[int]()
        here = [i for i in sorted(others) if is_guest(entries[i]) and not _absence(entries[i])]
        self._ghosts = [i for i in here if entries[i].ghost]
        self._guests = [i for i in here if not entries[i].ghost]
        self._leaving = [i for i, out in enumerate(outs) if out < math.inf and not entries[i].ghost]
        self._absent = [i for i in sorted(others) if _absence(entries[i])]
        self._set_finishers(placed)
        until = list(map(min, homes, outs))
        self._order = ordered(placed, until, ties)

    def _set_finishers(self, placed: Sequence[int]) -> None:
        entries, homes, merits = self._entries, self._homes, self._merits
        finishers = [i for i in placed if homes[i] < math.inf]
        timed = [i for i in finishers if entries[i].result is not None] if merits is homes else finishers
        self._certain = sorted([merits[i] for i in timed if entries[i].status is not Status.DQ])
        officials = [i for i in finishers if entries[i].place is not None and entries[i].status is not Status.DQ]
        given = sorted([(merits[i], entries[i].place or 0) for i in officials])
        self._given = [merit for merit, _ in given]
        self._worst = [0, *accumulate((official for _, official in given), max)]
        self._doubted = [i for i in timed if entries[i].status is Status.DQ]
        doubted = sorted(merits[i] for i in self._doubted)
        # Sorting in steps, which keep the order of those who are alike, is quicker than by several values at once: who
        # shares a place is where the list has him, for the voice and the charts as well.
        by_home = sorted(finishers, key=homes.__getitem__)
        self._arrivals = list(map(homes.__getitem__, by_home))
        ranks: dict[int, int] = {}
        if not self._given:  # as in most large fields: then the place of who is timed is his rank by that
            first = dict(zip(reversed(self._certain), range(len(self._certain), 0, -1), strict=True))
            ranks = {i: first[merits[i]] for i in timed if merits[i] in first}
        settled = {i: ranks.get(i) or self._place(i, ()) for i in by_home}
        decided = [(settled[i] or 0) if entries[i].status is not Status.DQ else 0 for i in by_home]
        self._highest = [0, *accumulate(decided, max)]  # of one who will yet be disqualified 0
        places = {i: (self._place(i, doubted) if doubted else settled[i]) or math.inf for i in by_home}
        self._finishers = sorted(by_home, key=places.__getitem__)

    def _official(self, i: int) -> int | None:
        entry = self._entries[i]
        return entry.place if entry.status is not Status.DQ else None

    def _place(self, i: int, undecided: Sequence[float]) -> int | None:
        """A finisher's place, with the times of those who are home and will yet be disqualified."""
        ahead = bisect_left(undecided, self._merits[i])
        official = self._official(i)
        if official is not None:
            return official + ahead
        if not self._is_timed(i):
            return None
        # Who comes behind somebody with an official place is behind all those before him, whether they are here or not.
        before = self._worst[bisect_left(self._given, self._merits[i])]
        return 1 + max(bisect_left(self._certain, self._merits[i]), before) + ahead

    def _is_timed(self, i: int) -> bool:
        """Whether what a finisher is placed by is known: a result, or metres."""
        return self._entries[i].result is not None or self._merits is not self._homes

    def at(self, t: float, distances: Sequence[float], count: int) -> list[Standing]:
        """The first `count` entries in order, with places; `distances` are metres run at `t`, nan where not known."""
        homes, outs = self._homes, self._outs
        undecided = self._undecided(t)
        here, taken = self._home(t, len(undecided))
        home = min(here, count)
        order: list[Standing] = []
        for i in self._finishers:
            if len(order) >= home:
                break
            if homes[i] <= t < outs[i]:
                order.append(Standing(i, "finished", self._place(i, undecided)))
        if len(order) < count:
            order += self._others(t, distances, count - len(order), taken)
        return order[:count]

    def ranking(self, t: float, distances: Sequence[float]) -> list[int]:
        """Every entry in the order of `at`, without statuses and places."""
        guests = [i for i in self._guests if self._homes[i] <= t < self._outs[i]]
        home = [i for i in self._finishers if self._homes[i] <= t < self._outs[i]]
        running = self._order.running(t, distances, len(self._entries))
        return [*home, *guests, *running, *(standing.entry for standing in self._behind(t, distances))]

    def of(self, i: int, t: float, distances: Sequence[float]) -> Standing:
        """One entry's standing, as it is in `at`, without putting the others in order."""
        entry = self._entries[i]
        absence = _absence(entry)
        if absence:
            return Standing(i, absence, None)
        if self._outs[i] <= t:
            return Standing(i, entry.status.value, None)
        guest, undecided = is_guest(entry), self._undecided(t)
        if self._homes[i] <= t:
            return Standing(i, "finished", None if guest else self._place(i, undecided))
        if guest or math.isnan(distances[i]):
            return Standing(i, "running", None)
        taken = self._home(t, len(undecided))[1]
        return Standing(i, "running", taken + 1 + self._order.ahead(t, distances, distances[i], LEVEL))

    def _undecided(self, t: float) -> list[float]:
        """What those are placed by who are home at `t` and will yet be disqualified."""
        return sorted(self._merits[i] for i in self._doubted if self._homes[i] <= t < self._outs[i])

    def _home(self, t: float, undecided: int) -> tuple[int, int]:
        """How many are home, and how many of the first places are gone."""
        decided = sum(1 for i in self._doubted if self._homes[i] <= t and self._outs[i] <= t)
        arrived = bisect_right(self._arrivals, t)
        return arrived - decided, max(arrived - decided, self._highest[arrived] + undecided)

    def _others(self, t: float, distances: Sequence[float], count: int, taken: int) -> list[Standing]:
        """Everybody but the placed finishers, who have `taken` the first places."""
        homes, outs = self._homes, self._outs
        order = [Standing(i, "finished", None) for i in self._guests if homes[i] <= t < outs[i]]
        order += _running(self._order.running(t, distances, count), distances, taken)
        return order + self._behind(t, distances)

    def _behind(self, t: float, distances: Sequence[float]) -> list[Standing]:
        """Who comes after those still running: guests, ghosts even if home, and all who are out or never were there."""
        homes, outs, ties = self._homes, self._outs, self._ties
        guests = [i for i in self._guests if t < homes[i] and t < outs[i]]
        order = [Standing(i, "running", None) for i in by_distance(guests, distances, ties)]
        ghosts = sorted(
            by_distance(self._ghosts, distances, ties), key=lambda i: homes[i] if homes[i] <= t else math.inf
        )
        order += [self.of(i, t, distances) for i in ghosts]
        for kind in (Status.DNF, Status.DQ, Status.UNKNOWN):
            left = [i for i in self._leaving if outs[i] <= t and self._entries[i].status is kind]
            order += [Standing(i, kind.value, None) for i in by_distance(left, distances, ties)]
        order += [Standing(i, Status.DNS.value, None) for i in by_distance(self._absent, distances, ties)]
        return order


def _absence(entry: Entry) -> str:
    """The status of one that is never in the race: `dns`; else empty."""
    return entry.status.value if entry.status is Status.DNS else ""


def _running(entries: list[int], distances: Sequence[float], taken: int) -> list[Standing]:
    """Runners who are in order, with their places; `taken` places are gone."""
    places: list[int | None] = []
    place, level = 0, math.inf
    for rank, distance in enumerate((float(distances[i]) for i in entries), start=taken + 1):
        if level - distance > LEVEL:
            place, level = rank, distance
        places.append(place if distance == distance else None)
    return made(Standing, {"entry": entries, "status": repeat("running"), "place": places}, len(entries))
