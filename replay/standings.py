"""Who is in which place at a time.

The order is: finished by place, running by distance, then `dnf` (furthest first), `dq`, `unknown` and `dns`; guests
come after the others of their group. An official place counts from the moment its runner is home and wins over the one
worked out. As long as a later disqualification is not decided nobody knows of it, so the places behind are one worse
than the official ones.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from replay.fate import Fate, is_guest
from replay.race import Entry, Race, Status

LEVEL = 0.001
"""Metres within which runners are level and share a place."""

_REST = ("dnf", "dq", "unknown", "dns")


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry with its status and place at a time."""

    entry: int
    status: str
    place: int | None


def status_at(entry: Entry, fate: Fate, t: float) -> str:
    """An entry's status at a time, in lower case."""
    if entry.status is Status.DNS:
        return "dns"
    if t >= fate.out:
        return "dq" if entry.status is Status.DQ else "dnf"
    if t >= fate.home:
        return "finished"
    return "unknown" if entry.status is Status.UNKNOWN else "running"


def standings(
    race: Race, fates: Sequence[Fate], ties: Sequence[int], t: float, distances: Sequence[float]
) -> list[Standing]:
    """All entries in order, with their places.

    Args:
        race: The race.
        fates: What becomes of each entry.
        ties: The order of those who are level, as a rank for each entry.
        t: Seconds from the gun.
        distances: Metres run by each entry, nan where not known.
    """
    groups: dict[str, list[int]] = {}
    guests: dict[str, list[int]] = {}
    for i, entry in enumerate(race.entries):
        status = status_at(entry, fates[i], t)
        (guests if is_guest(entry) else groups).setdefault(status, []).append(i)

    def by_distance(i: int) -> tuple[float, int]:
        distance = distances[i]
        return (-distance if distance == distance else 1.0, ties[i])

    order = _finished(race, fates, ties, groups.get("finished", []))
    order += _unplaced(sorted(guests.get("finished", []), key=lambda i: (fates[i].home, ties[i])), "finished")
    taken = max([len(groups.get("finished", [])), *(s.place for s in order if s.place is not None)])
    order += _running(sorted(groups.get("running", []), key=by_distance), distances, taken)
    order += _unplaced(sorted(guests.get("running", []), key=by_distance), "running")
    for status in _REST:
        order += _unplaced(sorted(groups.get(status, []) + guests.get(status, []), key=by_distance), status)
    return order


def _unplaced(entries: list[int], status: str) -> list[Standing]:
    return [Standing(i, status, None) for i in entries]


def _finished(race: Race, fates: Sequence[Fate], ties: Sequence[int], entries: list[int]) -> list[Standing]:
    homes = sorted(fates[i].home for i in entries)
    undecided = sorted(fates[i].home for i in entries if race.entries[i].status is Status.DQ)

    def place(i: int) -> int | None:
        entry, home = race.entries[i], fates[i].home
        if entry.place is not None and entry.status is not Status.DQ:
            return entry.place + bisect_left(undecided, home)
        return 1 + bisect_left(homes, home) if entry.result is not None else None

    placed = [(place(i), i) for i in entries]
    placed.sort(key=lambda one: (one[0] if one[0] is not None else math.inf, fates[one[1]].home, ties[one[1]]))
    return [Standing(i, "finished", number) for number, i in placed]


def _running(entries: list[int], distances: Sequence[float], taken: int) -> list[Standing]:
    """Runners in order, furthest first and those without a distance last; `taken` places are gone."""
    order: list[Standing] = []
    place, level = 0, math.inf
    for rank, i in enumerate(entries, start=taken + 1):
        distance = distances[i]
        if distance != distance:
            order.append(Standing(i, "running", None))
            continue
        if level - distance > LEVEL:
            place, level = rank, distance
        order.append(Standing(i, "running", place))
    return order
