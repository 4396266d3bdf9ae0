"""Who was where at each mark of the way: the lines that cross each other in a chart of positions."""

from typing import NamedTuple

from replay.analysis.marks import Passed, lap_marks, passed
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


def positions(timeline: Timeline, marks: tuple[float, ...] | None = None) -> Positions:
    """The places of all who competed at the ends of laps, or at marks of one's own; guests are left out."""
    at = marks or lap_marks(timeline.track)
    order = [entry for entry in timeline.ranking(timeline.duration) if not is_guest(timeline.race.entries[entry])]
    columns = [_at(timeline, order, distance) for distance in at]
    return Positions(at, {entry: tuple(column.get(entry) for column in columns) for entry in order})


def _at(timeline: Timeline, order: list[int], distance: float) -> dict[int, Position]:
    there = {entry: found for entry in order if (found := passed(timeline, entry, distance)) is not None}
    if not there:
        return {}
    first = min(found.seconds for found in there.values())
    known = timeline.top(first, 1).order_known
    places = _places(there, order)
    return {
        entry: Position(places[entry] if known else None, round(found.seconds - first, 9), found.evidence)
        for entry, found in there.items()
    }


def _places(there: dict[int, Passed], order: list[int]) -> dict[int, int]:
    ranked = sorted((entry for entry in order if entry in there), key=lambda entry: there[entry].seconds)
    places: dict[int, int] = {}
    for number, entry in enumerate(ranked, 1):
        before = ranked[number - 2] if number > 1 else None
        level = before is not None and there[entry].seconds - there[before].seconds <= _LEVEL
        places[entry] = places[before] if level and before is not None else number
    return places
