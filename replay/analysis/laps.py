"""A runner's laps, his halves, and how far he led."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.analysis.marks import Passed, lap_ends, passed, usual_marks
from replay.race.clocks import start_of
from replay.race.race import Evidence
from replay.race.times import decimals_between
from replay.state.evidence import weaker
from replay.state.timeline import LapTime, Timeline

EVEN = 0.005
"""The part of a half by which the other may differ and the race still counts as even."""


class Halves(NamedTuple):
    """The two halves of a race, in seconds."""

    first: float
    second: float
    evidence: Evidence
    digits: int = 1
    """Decimals that are known of them: none between times that were printed without."""

    @property
    def words(self) -> str:
        """`even`, `negative` where the second was the quicker, or `positive`."""
        if abs(self.second - self.first) <= EVEN * self.first:
            return "even"
        return "negative" if self.second < self.first else "positive"


class Laps(NamedTuple):
    """What one runner's race was made of: laps, or parts between the marks where times were taken."""

    entry: int
    laps: tuple[LapTime | None, ...]
    """By number; None where it was not run to its end."""
    best: int | None
    """The number of the quickest of those that are as long as the others; None where there are not two."""
    worst: int | None
    halves: Halves | None


def lap_parts(timeline: Timeline, *, laps: bool = False) -> tuple[tuple[float, float], ...]:
    """From where to where each lap goes, in metres, as times were taken: from the start, or each time over the line.

    Where they were taken elsewhere, as after kilometres, it is each part between those marks. With `laps` it is every
    lap that ends on the line, whether times were taken there or not; of roads every kilometre or mile.
    """
    if laps:
        return tuple(pairwise((*timeline.track.laps, timeline.race.distance)))
    return tuple(pairwise((0.0, *usual_marks(timeline, lap_ends(timeline)))))


def laps_of(timeline: Timeline, entry: int, parts: Sequence[tuple[float, float]] | None = None) -> Laps:
    """The laps of an entry, or `parts` of the race; one that is as long as few others is none of the best."""
    laps = lap_parts(timeline, laps=True)
    parts = parts or laps
    found = tuple(
        timeline.lap_time(entry, number) if parts == laps else _between(timeline, entry, number, part)
        for number, part in enumerate(parts, 1)
    )
    long = [end - start for start, end in parts]
    usual = max(long, key=lambda metres: sum(abs(other - metres) < 0.5 for other in long))
    whole = [lap for lap, metres in zip(found, long, strict=True) if lap is not None and abs(metres - usual) < 0.5]
    best = min(whole, key=lambda lap: lap.seconds).number if len(whole) > 1 else None
    worst = max(whole, key=lambda lap: lap.seconds).number if len(whole) > 1 else None
    return Laps(entry, found, best, worst, halves_of(timeline, entry))


def _between(timeline: Timeline, entry: int, number: int, part: tuple[float, float]) -> LapTime | None:
    start, end = (passed(timeline, entry, mark) for mark in part)
    if start is None or end is None:
        return None
    begun = start_of(timeline.race, timeline.race.entries[entry]) if part[0] <= 0 else start.seconds
    evidence = weaker(start.evidence, end.evidence)
    return LapTime(number, round(end.seconds - begun, 9), evidence, decimals_between(start.text, end.text))


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
    digits = decimals_between(middle.text, end.text)
    return Halves(round(middle.seconds - begun, 9), round(end.seconds - middle.seconds, 9), evidence, digits)
