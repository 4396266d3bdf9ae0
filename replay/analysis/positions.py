"""Who was where at each mark of the way: the lines that cross each other in a chart of positions."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from replay.analysis.marks import lap_ends, passed, usual_marks
from replay.race.race import Evidence
from replay.state.evidence import is_guest
from replay.state.timeline import Timeline


class Position(NamedTuple):
    """Somebody's place at a mark."""

    place: int | None
    """None where nothing is known of the order; those who are level share one."""
    gap: float
    """Seconds behind the first there."""
    evidence: Evidence


class Positions(NamedTuple):
    """Everybody's places."""

    marks: tuple[float, ...]
    """Metres."""
    of: dict[int, tuple[Position | None, ...]]
    """By entry, in the order of the result: a position for each mark, None where it was not reached."""


_LEVEL = 0.001
"""Seconds within which two share a place."""


def times_at(timeline: Timeline, distance: float) -> list[float]:
    """When each entry reaches a distance: nan for who never does, and for guests."""
    times = plain(timeline.motion.times_at(distance))
    for guest in timeline.guests:
        times[guest] = math.nan
    return times


def plain(numbers: Sequence[float]) -> list[float]:
    """Numbers as a list of Python's own, which of a large field are an array."""
    found: list[float] = getattr(numbers, "tolist", lambda: list(numbers))()
    return found


class Order:
    """In which order all who compete pass a mark; guests are left out."""

    def __init__(self, timeline: Timeline, distance: float) -> None:
        """Work out when each of them does."""
        times = times_at(timeline, distance)
        self._times = sorted(filter(math.isfinite, times))
        self.leader = times.index(self._times[0]) if self._times else None
        """Who is there first, if anybody."""
        self.first = self._times[0] if self._times else None
        """When the first is there, in seconds; None where nobody comes so far."""
        self._known = self.first is not None and timeline.top(self.first, 1).order_known

    def place(self, seconds: float) -> int | None:
        """The place of who is there after so many seconds; who is level shares it. None where no order is known."""
        return bisect_left(self._times, seconds - _LEVEL) + 1 if self._known else None


def positions(timeline: Timeline, marks: tuple[float, ...] | None = None) -> Positions:
    """The places of all who competed, at the usual marks or at marks of one's own; guests are left out."""
    at = marks or usual_marks(timeline, lap_ends(timeline))
    order = [entry for entry in timeline.ranking(timeline.duration) if not is_guest(timeline.race.entries[entry])]
    orders = [Order(timeline, distance) for distance in at]
    found = {
        entry: tuple(position(timeline, entry, *there) for there in zip(at, orders, strict=True)) for entry in order
    }
    return Positions(at, found)


def position(timeline: Timeline, entry: int, distance: float, order: Order) -> Position | None:
    """The place of an entry at a mark, in the order there; None where it was not reached."""
    found = passed(timeline, entry, distance)
    if found is None or order.first is None:
        return None
    return Position(order.place(found.seconds), round(found.seconds - order.first, 6) + 0.0, found.evidence)
