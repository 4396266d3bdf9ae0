"""When somebody passes a mark, and which marks a race is looked at."""

from typing import NamedTuple

from replay.race.race import Evidence
from replay.race.track import Track
from replay.state.timeline import Timeline

_NEAR = 0.01
"""Metres within which a split is at a mark."""
_EVERY = 5
"""Kilometres or miles between the marks of a road that has more than a dozen."""
_FEW = 12


class Passed(NamedTuple):
    """Somebody at a mark."""

    seconds: float
    """From the gun."""
    evidence: Evidence
    text: str = ""
    """As it was printed, if it was."""


def passed(timeline: Timeline, entry: int, distance: float) -> Passed | None:
    """When an entry passes `distance` metres; None where it never does.

    It is as good as the split there. Where there is none, the time is worked out, and so an estimate.
    """
    if distance <= 0:
        return Passed(0.0, Evidence.MEASURED)
    for split in timeline.known(entry).points:
        if abs(split.distance - distance) <= _NEAR:
            return Passed(split.time.seconds, split.time.evidence, split.time.text)
    seconds = timeline.motion.time_at(entry, distance)
    return Passed(float(seconds), Evidence.ESTIMATED) if seconds is not None else None


def lap_marks(track: Track) -> tuple[float, ...]:
    """The ends of laps, the finish last: of a long road every fifth kilometre or mile."""
    laps = track.laps[1:]
    if track.by_kilometres and len(laps) > _FEW:
        laps = laps[_EVERY - 1 :: _EVERY]
    return (*(mark for mark in laps if mark < track.distance - _NEAR), track.distance)


def even_marks(distance: float, step: float) -> tuple[float, ...]:
    """Marks `step` metres apart, the end last, which may be nearer to the one before it."""
    count = int((distance - _NEAR) // step)
    return (*(step * (at + 1) for at in range(count)), distance)
