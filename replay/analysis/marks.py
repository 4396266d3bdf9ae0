"""When somebody passes a mark, and which marks a race is looked at."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from replay.race.race import Entry, Evidence, Split
from replay.race.track import Track
from replay.state.timeline import Timeline

_NEAR = 0.01
"""Metres within which a split is at a mark."""
_EVERY = 5
"""Kilometres or miles between the marks of a road that has more than a dozen."""
_FEW = 12

_LAPS = 3
"""Marks below which laps say too little: then there is one every half lap, and of a single lap every quarter."""
_ASKED = 500
"""Runners at most who are asked where times were taken."""
_APART = 0.5
"""Metres before the finish in which no mark is one of its own."""


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


def lap_ends(timeline: Timeline) -> tuple[float, ...]:
    """The ends of laps; or where times were taken after whole laps from the start instead, as at 400 m of a mile."""
    marks = lap_marks(timeline.track)
    distance, lap = timeline.race.distance, timeline.race.course.lap_metres
    if lap is None or timeline.track.swum:
        return marks
    whole = tuple(mark for mark in even_marks(distance, lap) if distance - mark >= lap / 2 or mark == distance)
    return whole if not _are_timed(timeline, marks) and _are_timed(timeline, whole) else marks


def split_marks(timeline: Timeline) -> tuple[float, ...]:
    """The marks at which a race's splits are listed: the ends of laps, and of a race of few laps parts of them."""
    lap = timeline.race.course.lap_metres
    count = len(lap_marks(timeline.track))
    if lap is None or timeline.track.swum or count >= _LAPS:
        return lap_ends(timeline)
    return even_marks(timeline.race.distance, lap / (4 if count == 1 else 2))


def timed_marks(timeline: Timeline) -> tuple[float, ...]:
    """Each mark where times were taken, the finish last; those of the laps where all of them are ends of laps.

    A mark counts where at least half of those who came home, or in a race for distance so far, have a time that was
    not worked out.
    """
    laps = split_marks(timeline)
    counts, ends = _known_at(timeline)
    known = (mark for mark in sorted(counts) if 0 < mark < laps[-1] - _APART and _is_known(mark, counts, ends))
    marks = (*known, laps[-1])
    of_laps = {round(lap, 1) for lap in laps[:-1]}
    return laps if of_laps.issuperset(marks[:-1]) else marks


def usual_marks(timeline: Timeline, laps: tuple[float, ...] | None = None) -> tuple[float, ...]:
    """The ends of laps (`split_marks`, or those given); or where times were taken, if that was not there.

    Of many 5000 m times are known after each kilometre, and those of laps could only be worked out.
    """
    laps, timed = laps or split_marks(timeline), timed_marks(timeline)
    known = sum(any(abs(lap - mark) < _APART for mark in timed) for lap in laps[:-1])
    return laps if 2 * known >= len(laps) - 1 else timed


def _are_timed(timeline: Timeline, marks: Sequence[float]) -> bool:
    """Whether at least half of those who came home have a known time at each of some marks, the finish left out."""
    counts, ends = _known_at(timeline)
    return all(_is_known(round(mark, 1), counts, ends) for mark in marks[:-1])


def _is_known(mark: float, counts: Counter[float], ends: Sequence[float]) -> bool:
    return 2 * counts[mark] >= sum(end >= mark for end in ends)


def _known_at(timeline: Timeline) -> tuple[Counter[float], list[float]]:
    """How many of those who came home have a time that was not worked out at each mark; and how far each of them came.

    Of a large field those who are listed first speak for all.
    """
    far = timeline.race.distance
    for_distance = timeline.race.duration is not None
    home = [
        entry
        for entry in timeline.race.entries
        if not entry.ghost and (entry.result is not None or (for_distance and entry.arrival is not None))
    ][:_ASKED]
    ends = [entry.arrival.distance if for_distance and entry.arrival is not None else far for entry in home]
    known = Counter(
        round(split.distance, 1)
        for entry in home
        for split in (*entry.splits, *_last_of(entry, timeline.race.duration))
        if split.time.evidence is not Evidence.ESTIMATED
    )
    return known, ends


def _last_of(entry: Entry, duration: float | None) -> tuple[Split, ...]:
    """Where the last lap of somebody in a race for distance ended, before the clock did."""
    there = entry.arrival if duration is not None else None
    return (there,) if there is not None and there.time.seconds < (duration or 0.0) else ()
