"""A runner's laps, his halves, and how far he led."""

from typing import NamedTuple

from replay.analysis.marks import Passed, passed
from replay.race.race import Evidence
from replay.state.evidence import weaker
from replay.state.timeline import LapTime, Timeline

EVEN = 0.005
"""The part of a half by which the other may differ and the race still counts as even."""


class Halves(NamedTuple):
    """The two halves of a race, in seconds."""

    first: float
    second: float
    evidence: Evidence

    @property
    def words(self) -> str:
        """`even`, `negative` where the second was the quicker, or `positive`."""
        if abs(self.second - self.first) <= EVEN * self.first:
            return "even"
        return "negative" if self.second < self.first else "positive"


class Laps(NamedTuple):
    """What one runner's race was made of."""

    entry: int
    laps: tuple[LapTime | None, ...]
    """By number; None where it was not run to its end."""
    best: int | None
    """The number of the quickest of those that are as long as the others; None where there are not two."""
    worst: int | None
    halves: Halves | None


def laps_of(timeline: Timeline, entry: int) -> Laps:
    """The laps of an entry; the first may be shorter or longer than the others, and is then none of the best."""
    track = timeline.track
    count = len(track.laps)
    laps = tuple(timeline.lap_time(entry, number) for number in range(1, count + 1))
    ends = (*track.laps[1:], timeline.race.distance)
    long = {end - start for start, end in zip(track.laps, ends, strict=True)}
    usual = max(long, key=lambda metres: sum(abs(e - s - metres) < 0.5 for s, e in zip(track.laps, ends, strict=True)))
    whole = [
        lap
        for lap, start, end in zip(laps, track.laps, ends, strict=True)
        if lap is not None and abs(end - start - usual) < 0.5
    ]
    best = min(whole, key=lambda lap: lap.seconds).number if len(whole) > 1 else None
    worst = max(whole, key=lambda lap: lap.seconds).number if len(whole) > 1 else None
    return Laps(entry, laps, best, worst, halves_of(timeline, entry))


def halves_of(timeline: Timeline, entry: int) -> Halves | None:
    """Both halves of an entry's race; None for one who did not come home, or nobody knows when."""
    if timeline.race.duration is not None:
        return None
    middle = passed(timeline, entry, timeline.race.distance / 2)
    end = passed(timeline, entry, timeline.race.distance)
    if middle is None or end is None:
        return None
    start = timeline.race.entries[entry].start or 0.0
    begun = start if timeline.motion.time_at(entry, 0.0) else 0.0
    return _halves(begun, middle, end)


def _halves(begun: float, middle: Passed, end: Passed) -> Halves:
    evidence = weaker(middle.evidence, end.evidence)
    return Halves(round(middle.seconds - begun, 9), round(end.seconds - middle.seconds, 9), evidence)
