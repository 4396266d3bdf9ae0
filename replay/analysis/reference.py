"""What gaps are counted from along the way: the first at each distance, a runner, an even pace, the field's mean."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from replay.analysis.marks import Passed, lap_ends, passed, usual_marks
from replay.motion import is_large
from replay.race.pacelights import PaceLight, lights_of, target
from replay.race.race import Evidence, Race
from replay.state.evidence import is_guest, weaker
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

    @property
    def kind(self) -> str:
        """In a word: `runner`, `pace`, `mean` or `leader`."""
        if self.entry is not None:
            return "runner"
        return "pace" if self.light is not None else "mean" if self.mean else "leader"

    def words(self, name: str = "") -> str:
        """As it stands behind `behind`; `name` is that of the runner."""
        if self.light is not None:
            return f"{self.light.label} {self.light.digits}, even pace"
        return name or ("the field's mean" if self.mean else "the first")


LEADER = Reference()
MEAN = Reference(mean=True)


class Behind(NamedTuple):
    """Somebody at a mark, and how far behind the reference."""

    time: Passed
    gap: float
    """Seconds; negative for who is ahead."""
    evidence: Evidence
    """Of the gap: the weaker of both times."""


class Traced(NamedTuple):
    """Everybody against a reference, as known at a time."""

    reference: Reference
    t: float
    """Seconds from the gun."""
    marks: tuple[float, ...]
    """Metres."""
    of_reference: tuple[Passed | None, ...]
    """When the reference was at each mark; None where it has not been."""
    of: Mapping[int, tuple[Behind | None, ...]]
    """By entry, in the order of the standings, guests last: at each mark, None where somebody has not been."""


class Mean(NamedTuple):
    """The field's mean time at a distance."""

    seconds: float
    """From the gun, of those who compete and come so far; nan where nobody does."""
    since: float
    """Seconds from the gun when everybody has been there or is out: the mean is known from then on."""


class Means:
    """The field's mean times; who counts, and when each is out, is asked once."""

    def __init__(self, timeline: Timeline) -> None:
        """Of those who compete, in a race of any size."""
        self._timeline = timeline
        entries, motion = timeline.race.entries, timeline.motion
        self._counts = [at for at, entry in enumerate(entries) if not is_guest(entry)]
        self.many = is_large(timeline.race)
        """Whether the field is large, and a mean costs something."""
        ends = (motion.end(at) for at in self._counts)
        self._ends = [math.nan if end is None else end for end in ends]

    def at(self, distance: float) -> Mean:
        """The mean at `distance` metres.

        A mean of those who have been there so far would begin with the leader's own time, and fall as the others come.
        """
        times = self._timeline.motion.times_at(distance)
        if self.many:
            return self._of_many(times)
        here = [(float(times[at]), end) for at, end in zip(self._counts, self._ends, strict=True)]
        there = [time for time, _ in here if time == time]
        since = [end if time != time else time for time, end in here if time == time or end == end]
        return Mean(sum(there) / len(there) if there else math.nan, max(since, default=math.inf))

    def _of_many(self, times: Sequence[float]) -> Mean:
        import numpy as np  # who looks at a race of few needs none

        here, ends = np.asarray(times)[self._counts], np.asarray(self._ends)
        there = here == here
        since = np.where(there, here, ends)
        if not there.any():
            return Mean(math.nan, float(np.nanmax(since)) if (since == since).any() else math.inf)
        return Mean(float(here[there].mean()), float(np.nanmax(since)))


def named_reference(race: Race, text: str) -> Reference | None:
    """What a text names: `leader`, `mean`, a time for the whole distance, or the words of a record; None for others.

    Raises:
        ValueError: It is a time in which nobody runs that far.
    """
    words = " ".join(text.casefold().split())
    if words in ("leader", "mean"):
        return MEAN if words == "mean" else LEADER
    if words[:1].isdigit() and set(words) <= set("0123456789:."):
        return Reference(light=target(words))
    lights = lights_of(race)
    exact = [light for light in lights if light.label.casefold() == words]
    begun = [light for light in lights if words and light.label.casefold().startswith(words)]
    found = exact or begun
    return Reference(light=found[0]) if found else None


def traced(timeline: Timeline, reference: Reference, t: float) -> Traced:
    """Everybody against a reference at the usual marks, as known at `t` seconds; nobody while the order is not."""
    order = timeline.ranking(t)
    order.sort(key=lambda entry: is_guest(timeline.race.entries[entry]))
    marks = usual_marks(timeline, lap_ends(timeline))
    known, nobody = ordered_from(timeline), dict.fromkeys(order)
    there = [
        {entry: _by(t, passed(timeline, entry, mark)) for entry in order} if mark >= known else nobody for mark in marks
    ]
    against = tuple(
        _reference_at(timeline, reference, (mark, t), found) if mark >= known else None
        for mark, found in zip(marks, there, strict=True)
    )
    of = {
        entry: tuple(_behind(found[entry], first) for found, first in zip(there, against, strict=True))
        for entry in order
    }
    return Traced(reference, t, marks, against, of)


def _by(t: float, found: Passed | None) -> Passed | None:
    return found if found is not None and found.seconds <= t + 1e-9 else None


def ordered_from(timeline: Timeline) -> float:
    """The metres from which on something is known of the order: before them who is where is made up."""
    return timeline.top(timeline.order_since, 1).leader_distance if timeline.order_since > 0 else 0.0


def _behind(found: Passed | None, first: Passed | None) -> Behind | None:
    if found is None or first is None:
        return None
    return Behind(found, round(found.seconds - first.seconds, 9), weaker(found.evidence, first.evidence))


def _reference_at(
    timeline: Timeline, reference: Reference, at: tuple[float, float], there: Mapping[int, Passed | None]
) -> Passed | None:
    """When a reference is at a mark, as known at a time; an even pace is exact, a mean is worked out."""
    distance, t = at
    if reference.entry is not None:
        return there.get(reference.entry)
    if reference.light is not None:
        return Passed(reference.light.seconds * distance / timeline.race.distance, Evidence.MEASURED)
    if reference.mean:
        mean = Means(timeline).at(distance)
        return _by(t, Passed(mean.seconds, Evidence.ESTIMATED)) if mean.since <= t else None
    entries = timeline.race.entries
    known = [found for entry, found in there.items() if found is not None and not is_guest(entries[entry])]
    return min(known, key=lambda found: found.seconds, default=None)
