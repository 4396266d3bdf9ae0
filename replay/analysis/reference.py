"""What gaps are counted from along the way: the first at each distance, a runner, an even pace, the field's mean."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from replay.race.pacelights import PaceLight
from replay.state.evidence import is_guest
from replay.state.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Reference:
    """One of them; with nothing set it is the first at each distance."""

    entry: int | None = None
    """A runner."""
    light: PaceLight | None = None
    """An even pace: that of a record, or of a time."""
    mean: bool = False
    """The mean of all who compete, where everybody has been who is not out."""

    def words(self, name: str = "") -> str:
        """As it stands behind `behind`; `name` is that of the runner."""
        if self.light is not None:
            return f"{self.light.label} {self.light.digits}, even pace"
        return name or ("the field's mean" if self.mean else "the first")


LEADER = Reference()
MEAN = Reference(mean=True)


class Mean(NamedTuple):
    """The field's mean time at a distance."""

    seconds: float
    """From the gun, of those who compete and come so far; nan where nobody does."""
    since: float
    """Seconds from the gun when everybody has been there or is out: the mean is known from then on."""


def mean_at(timeline: Timeline, distance: float) -> Mean:
    """The field's mean time at `distance` metres.

    A mean of those who have been there so far would begin with the leader's own time, and fall as the others come.
    """
    entries, end = timeline.race.entries, timeline.motion.end
    times = [
        (at, float(time)) for at, time in enumerate(timeline.motion.times_at(distance)) if not is_guest(entries[at])
    ]
    there = [time for _, time in times if time == time]
    out = [ended for at, time in times if time != time and (ended := end(at)) is not None]
    return Mean(sum(there) / len(there) if there else math.nan, max((*there, *out), default=math.inf))
