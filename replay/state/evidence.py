"""What is known of an entry: where, how well, and when it is home."""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from replay.motion.curves import Path, home_of
from replay.race.names import fold
from replay.race.order import goal_of
from replay.race.race import Entry, Evidence, Race, Role, Split, Status, Time


def lap_digits(race: Race) -> int:
    """Decimals that a lap time which was worked out has: none where all results were printed without."""
    texts = (entry.result.text for entry in race.entries if entry.result is not None and entry.result.text)
    known = [text for _, text in zip(range(_ENOUGH), texts, strict=False)]
    return int(not known or any("." in text for text in known))


_ENOUGH = 1000
"""Results that tell how a list prints them."""

_REACH, _PART = 200.0, 4
"""Metres, and such a part of a sprint; see `reach_of`."""


@dataclass(frozen=True, slots=True)
class Known:
    """The points one entry is known at, and how it is known between them."""

    points: tuple[Split, ...]
    """In order, the finish among them."""
    instants: tuple[float, ...]
    """Their times."""
    before: tuple[Evidence, ...]
    """The evidence on the way to each of these points; the last is that after the last point."""

    def evidence(self, t: float) -> Evidence:
        """How the distance at a time is known: by the weaker of the points around it, at a point by that alone."""
        i = bisect_left(self.instants, t - 1e-9)
        if i < len(self.instants) and self.instants[i] <= t + 1e-9:
            return self.points[i].time.evidence
        return self.before[i]

    def last_split(self, t: float, laps: Collection[float] = ()) -> Split | None:
        """The last point passed by a time, of those that anybody takes a time at.

        Of a race in `laps`, which begin at so many metres, what was worked out for 1440 m, where one passed another, is
        left out: nobody reads a split there.
        """
        i = bisect_left(self.instants, t + 1e-9)
        while i and laps and _is_odd(self.points[i - 1], laps):
            i -= 1
        return self.points[i - 1] if i else None


def _is_odd(split: Split, laps: Collection[float]) -> bool:
    """Whether a time was worked out for a place that is neither the end of a lap nor a whole hundred of metres."""
    metres = split.distance
    if split.time.evidence is not Evidence.ESTIMATED or abs(metres - 100.0 * round(metres / 100.0)) < 0.5:
        return False
    return all(abs(metres - begin) >= 0.5 for begin in laps)


def reach_of(distance: float) -> float:
    """Metres: between splits that lie farther apart where somebody is in a race of such a `distance` is estimated."""
    return min(_REACH, distance / _PART)


def weaker(one: Evidence, other: Evidence) -> Evidence:
    """The weaker of two."""
    return one if one is other else max(one, other, key=lambda evidence: evidence.weakness)


def known_of(entry: Entry, path: Path | None, distance: float) -> Known:
    """The points of an entry's path; the start is as good as measured."""
    points = path.splits if path is not None else ()
    goal = goal_of(entry, distance)
    if path is not None and home_of(path, goal) < math.inf:
        arrived = entry.arrival.time if entry.arrival is not None else Time(path.times[-1], Evidence.ESTIMATED)
        margin = entry.arrival.margin if entry.arrival is not None else None
        points = (*points, Split(goal, entry.result or arrived, margin))
    reach = reach_of(distance) + 1e-6
    before: list[Evidence] = []
    at, evidence = 0.0, Evidence.MEASURED
    for split in points:
        before.append(Evidence.ESTIMATED if split.distance - at > reach else weaker(evidence, split.time.evidence))
        at, evidence = split.distance, split.time.evidence
    before.append(evidence if points and at == goal else Evidence.ESTIMATED)
    return Known(points, tuple(split.time.seconds for split in points), tuple(before))


def is_ranked(entry: Entry) -> bool:
    """Whether an entry is one of those whose fate is told: it is no guest, it started, and its fate is known."""
    return entry.competes and entry.status is not Status.UNKNOWN


def is_guest(entry: Entry) -> bool:
    """Whether an entry is drawn but never counted."""
    return entry.role is Role.GUEST


def tie_breaks(race: Race) -> list[int]:
    """An order of the entries for those level with one another: by bib, lane, then name: it gives no result away."""
    bibs = [entry.bib for entry in race.entries]
    whole = all(bibs) and (digits := "".join(bibs)).isdecimal() and digits.isascii()
    numbers = list(map(float if whole else _number, bibs))
    order: Sequence[int] = range(len(numbers))
    if len(set(numbers)) < len(numbers):  # few of a large field, and their names are looked at
        worn = Counter(numbers)
        entries = race.entries
        named = {i: (entries[i].lane or math.inf, fold(entries[i].name)) for i in order if worn[numbers[i]] > 1}
        order = [*sorted(named, key=named.__getitem__), *(i for i in order if i not in named)]
    ranks = [0] * len(numbers)
    for rank, i in enumerate(sorted(order, key=numbers.__getitem__)):
        ranks[i] = rank
    return ranks


def _number(bib: str) -> float:
    if bib.isdecimal() and bib.isascii():
        return float(bib)
    digits = re.search(r"\d+", bib)
    return float(digits[0]) if digits else math.inf
