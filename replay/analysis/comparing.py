"""Two runners or more side by side, of one race or of several: who gained where, and when one passed the other.

Runners of different races are compared from their guns on, as a ghost is drawn beside a race: over the shortest of the
distances, each with his own times.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from replay.analysis.marks import Passed, even_marks, passed
from replay.race.race import Entry, Evidence, Race
from replay.state.evidence import weaker
from replay.state.timeline import Timeline

_FINE = 10.0
"""Metres between the places at which it is looked who is ahead."""
_NEAREST = 5.0
"""Metres to which the place of a pass is told."""
_LEVEL = 0.05
"""Seconds: nearer than that two are level, and neither has passed the other."""


class Side(NamedTuple):
    """One of those who are compared."""

    timeline: Timeline
    entry: int

    @property
    def race(self) -> Race:
        """The race he ran."""
        return self.timeline.race

    @property
    def runner(self) -> Entry:
        """Who it is."""
        return self.race.entries[self.entry]


class Apart(NamedTuple):
    """How far behind the first side another is."""

    seconds: float
    """Below 0 where he is ahead."""
    gained: float
    """What he lost since the mark before, in seconds; below 0 where he gained."""
    evidence: Evidence
    since: Evidence
    """Of what he lost: the weaker of that and the mark's before."""


class Mark(NamedTuple):
    """All sides at one mark."""

    distance: float
    times: tuple[Passed | None, ...]
    """By side."""
    apart: tuple[Apart | None, ...]
    """By side, the first left out: he is what the others are compared with."""


class Pass(NamedTuple):
    """One side goes past another for good, or until the next pass."""

    side: int
    past: int
    distance: float
    """Metres, to the nearest five: it is worked out between known points."""
    seconds: float
    """Of who passes, from his gun."""


class Comparison(NamedTuple):
    """What came of it."""

    sides: tuple[Side, ...]
    distance: float
    """Metres that are compared."""
    marks: tuple[Mark, ...]
    passes: tuple[Pass, ...]


def compared(sides: Sequence[Side], step: float | None = None) -> Comparison:
    """Put runners side by side.

    Args:
        sides: Two at least; the others are compared with the first.
        step: Metres between marks; 100 up to two miles, 400 up to 10,000 m and beyond that a kilometre if not given.
    """
    distance = min(side.race.distance for side in sides)
    marks: list[Mark] = []
    level = Apart(0.0, 0.0, Evidence.MEASURED, Evidence.MEASURED)
    before: tuple[Apart, ...] = (level,) * (len(sides) - 1)
    for at in even_marks(distance, step or usual_step(distance)):
        times = tuple(passed(side.timeline, side.entry, at) for side in sides)
        apart = tuple(_apart(times[0], own, was) for own, was in zip(times[1:], before, strict=True))
        before = tuple(found or was for found, was in zip(apart, before, strict=True))
        marks.append(Mark(at, times, apart))
    found = [one for pair in combinations(range(len(sides)), 2) for one in _passes(sides, *pair, distance)]
    return Comparison(tuple(sides), distance, tuple(marks), tuple(sorted(found, key=lambda one: one.seconds)))


def known_by(found: Comparison, t: float) -> Comparison:
    """What is known of a comparison so many seconds after the guns."""
    marks: list[Mark] = []
    for mark in found.marks:
        times = tuple(time if time is not None and time.seconds <= t else None for time in mark.times)
        both = [times[0] is not None and time is not None for time in times[1:]]
        apart = tuple(gap if known else None for gap, known in zip(mark.apart, both, strict=True))
        marks.append(Mark(mark.distance, times, apart))
    return found._replace(marks=tuple(marks), passes=tuple(one for one in found.passes if one.seconds <= t))


def usual_step(distance: float) -> float:
    """Metres between marks, so that there are some thirty of them at most."""
    return 100.0 if distance <= 3300 else 400.0 if distance <= 10_000 else 1000.0


def _apart(first: Passed | None, own: Passed | None, before: Apart) -> Apart | None:
    if first is None or own is None:
        return None
    seconds = round(own.seconds - first.seconds, 9)
    evidence = weaker(first.evidence, own.evidence)
    return Apart(seconds, round(seconds - before.seconds, 9), evidence, weaker(evidence, before.evidence))


def _passes(sides: Sequence[Side], one: int, other: int, distance: float) -> list[Pass]:
    """Where one is ahead who was behind before; to be level is neither, and the place is where they were level last."""
    found: list[Pass] = []
    ahead, was, level = 0, (0.0, 0.0), 0.0
    for at in even_marks(distance, _FINE):
        mine, his = (sides[side].timeline.motion.time_at(sides[side].entry, at) for side in (one, other))
        if mine is None or his is None:
            continue
        gap, (before, last) = float(mine - his), was
        was = at, gap
        if last * gap < 0:
            level = before + (at - before) * last / (last - gap)
        elif not gap:
            level = at
        if abs(gap) < _LEVEL:
            continue
        now = 1 if gap < 0 else -1
        if ahead and now != ahead:
            first, second = (one, other) if now == 1 else (other, one)
            seconds = sides[first].timeline.motion.time_at(sides[first].entry, level)
            there = min(round(level / _NEAREST) * _NEAREST, distance)
            found.append(Pass(first, second, there, float(seconds if seconds is not None else min(mine, his))))
        ahead = now
    return found
