"""The quickest hundred metres of a runner, of a road the quickest kilometre or mile."""

from typing import NamedTuple

from replay.analysis.marks import Passed, even_marks, passed
from replay.race.clocks import start_of
from replay.race.race import Evidence
from replay.state.evidence import weaker
from replay.state.timeline import Timeline

STRETCH = 100.0
"""Metres, on a track."""


class Stretch(NamedTuple):
    """A part of the way, and what somebody took for it."""

    begins: float
    """Metres from the start."""
    ends: float
    seconds: float
    evidence: Evidence


def quickest(timeline: Timeline, entry: int, t: float) -> Stretch | None:
    """The quickest whole stretch that an entry has run by `t` seconds; None before the end of the first.

    Stretches begin at even distances, where official splits are. The first is begun at rest.
    """
    race = timeline.race
    far = race.course.unit.metres if timeline.track.by_kilometres else STRETCH
    marks = [mark for mark in even_marks(race.distance, far) if abs(mark / far - round(mark / far)) < 1e-9]
    begun = Passed(start_of(race, race.entries[entry]), Evidence.MEASURED)
    times = [begun, *(passed(timeline, entry, mark) for mark in marks)]
    found = [
        Stretch(end - far, end, round(late.seconds - early.seconds, 9), weaker(early.evidence, late.evidence))
        for end, early, late in zip(marks, times, times[1:], strict=False)
        if early is not None and late is not None and late.seconds <= t
    ]
    return min(found, key=lambda stretch: stretch.seconds, default=None)
