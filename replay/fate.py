"""What becomes of each entry and when, worked out once for a race."""

import math
import re
from bisect import bisect_left
from dataclasses import dataclass

from replay.motion import Path
from replay.names import fold
from replay.race import Entry, Evidence, Race, Role, Split, Status

REACH = 200.0
"""Metres: between splits that lie farther apart a runner's place on the track counts as estimated."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What is known of one entry, and from when. Times are seconds, and infinite for what never happens."""

    home: float
    """The time from which it has finished, as it ran: also if it is disqualified later."""
    out: float
    """The time from which it is `dnf` or `dq`."""
    known: tuple[Split, ...] = ()
    """The points it is known at, the finish among them, in order."""
    instants: tuple[float, ...] = ()
    """Their times."""
    before: tuple[Evidence, ...] = ()
    """The evidence on the way to each of these points; the last is that after the last point."""

    def evidence(self, t: float) -> Evidence:
        """How the distance at a time is known: by the weaker of the points around it, at a point by that alone."""
        i = bisect_left(self.instants, t - 1e-9)
        if i < len(self.instants) and self.instants[i] <= t + 1e-9:
            return self.known[i].time.evidence
        return self.before[i] if self.before else Evidence.ESTIMATED

    def last_split(self, t: float) -> Split | None:
        """The last point passed by a time."""
        i = bisect_left(self.instants, t + 1e-9)
        return self.known[i - 1] if i else None


def is_ranked(entry: Entry) -> bool:
    """Whether an entry is placed."""
    return entry.competes and entry.status is not Status.UNKNOWN


def home_of(entry: Entry, path: Path | None, distance: float) -> float:
    """When an entry crosses the finish; infinite if it does not or nobody knows when."""
    if path is None or entry.result is None or path.distances[-1] != distance:
        return math.inf
    return path.times[-1]


def known_points(entry: Entry, path: Path | None, distance: float) -> tuple[Split, ...]:
    """The splits an entry's motion obeys, and its finish."""
    if path is None:
        return ()
    if entry.result is not None and path.distances[-1] == distance:
        return (*path.splits, Split(distance, entry.result))
    return path.splits


def evidence_between(known: tuple[Split, ...], distance: float) -> tuple[Evidence, ...]:
    """The evidence on the way to each point and after the last one; the start is as good as measured."""
    before: list[Evidence] = []
    at, evidence = 0.0, Evidence.MEASURED
    for split in known:
        weaker = max(evidence, split.time.evidence, key=lambda e: e.weakness)
        before.append(Evidence.ESTIMATED if split.distance - at > REACH + 1e-6 else weaker)
        at, evidence = split.distance, split.time.evidence
    return (*before, evidence if at == distance else Evidence.ESTIMATED)


def tie_breaks(race: Race) -> list[int]:
    """An order of the entries for those level with one another: by bib, then name, so that it gives no result away."""
    keys = [(_number(entry.bib), fold(entry.name), i) for i, entry in enumerate(race.entries)]
    ranks = [0] * len(keys)
    for rank, (_, _, i) in enumerate(sorted(keys)):
        ranks[i] = rank
    return ranks


def _number(bib: str) -> float:
    digits = re.search(r"\d+", bib)
    return float(digits[0]) if digits else math.inf


def is_guest(entry: Entry) -> bool:
    """Whether an entry is drawn but never counted."""
    return entry.role is Role.GUEST
