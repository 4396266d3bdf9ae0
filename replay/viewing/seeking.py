"""Where the keys that move a replay lead: from a time to another, by laps, moments, distances."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from replay.drawing.panels.scrubber import share_at
from replay.race.race import When, WhenKind
from replay.race.times import format_distance
from replay.state.timeline import Timeline


def reached(timeline: Timeline, distance: float) -> float:
    """The second at which the first runner has run so many metres."""
    return timeline.time_of(When(WhenKind.DISTANCE, distance))


def lap_from(timeline: Timeline, now: float, way: int) -> float:
    """Where the leader begins the next lap (or kilometre), or began this one or the one before."""
    starts = [reached(timeline, distance) for distance in timeline.track.laps]
    if timeline.winner_time is not None:
        starts.append(timeline.winner_time)
    starts.append(timeline.over)
    if way > 0:
        return starts[min(bisect_right(starts, now + 0.01), len(starts) - 1)]
    return starts[max(bisect_left(starts, now - 1.0) - 1, 0)]


def moment_from(moments: Sequence[float], now: float, way: int, end: float) -> float:
    """The next of some rising times, or the one before; `end` where there is none, or 0."""
    if way > 0:
        index = bisect_right(moments, now + 0.05)
        return moments[index] if index < len(moments) else end
    index = bisect_left(moments, now - 1.0) - 1
    return moments[index] if index >= 0 else 0.0


def time_within(timeline: Timeline, when: When) -> float:
    """The second of a moment that somebody asks for.

    Raises:
        ValueError: It comes after the end of the race, or before its start, which is no moment of it.
    """
    distance = timeline.race.distance
    beyond = {
        WhenKind.TIME: when.value > timeline.duration,
        WhenKind.DISTANCE: when.value > distance,
        WhenKind.TO_GO: when.value > distance,
        WhenKind.LAP: when.value > max(len(timeline.track.laps), 1),
    }
    if when.kind is WhenKind.TIME and beyond[when.kind]:
        raise ValueError("the race is over by then; `finish` goes to its end")
    if beyond.get(when.kind):
        raise ValueError(f"the race is {format_distance(distance)} long; `finish` goes to its end")
    return timeline.time_of(when)


def tenth(timeline: Timeline, number: int) -> float:
    """The second at which the first runner has run so many tenths of the distance."""
    return reached(timeline, timeline.race.distance * number / 10) if number else 0.0


def scrubbed(timeline: Timeline, x: int, width: int) -> float:
    """The second that a cell of a scrubber of so many cells stands for."""
    share, home = share_at(x, width)
    if home and timeline.winner_time is not None:
        return timeline.winner_time + home * (timeline.over - timeline.winner_time)
    return reached(timeline, timeline.race.distance * share) if share else 0.0
