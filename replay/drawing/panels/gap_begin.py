"""Where a chart of gaps begins, and from when on it has something to say."""

from replay.race.race import When, WhenKind
from replay.state.timeline import Timeline

_SAYS, _PART = 100.0, 4
"""Metres that the leader has run, or such a part of the race, from which on there are lines to be seen."""


def begin(timeline: Timeline) -> float:
    """Seconds from which on a race's chart of gaps has something to say."""
    return timeline.time_of(When(WhenKind.DISTANCE, begins_at(timeline.race.distance)))


def begins_at(distance: float) -> float:
    """Metres from which on it has."""
    return min(_SAYS, distance / _PART)


def start_of(timeline: Timeline, end: float) -> float:
    """Round metres before which nobody knows the order of a race, so that a chart to some metres begins there."""
    known = timeline.top(timeline.order_since, 1).leader_distance if timeline.order_since > 0 else 0.0
    start = known // _ROUND * _ROUND
    return start if start + _ROUND <= end else 0.0


_ROUND = 50.0
