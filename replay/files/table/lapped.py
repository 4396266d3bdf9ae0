"""Those who ran fewer laps than the winner: where they stopped, and when."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from replay.race.course import Course, Surface
from replay.race.order import laps_down
from replay.race.race import Entry, Evidence, Split, Status, Time

if TYPE_CHECKING:
    from replay.files.table.sheet import Sheet


def with_lapped(entries: Sequence[Entry], far: float, lap: float | None) -> tuple[Entry, ...]:
    """The entries; who is placed some laps down is given the end of those he ran.

    That is his last split where it is as many laps before the finish. Else he gets there at his own pace, or with the
    winner, who ends the race for everybody.

    Args:
        entries: Of the race.
        far: Metres of the race.
        lap: Metres of a lap, where the race has any.
    """
    first = min(
        (entry.result.seconds for entry in entries if entry.result is not None and entry.status is Status.FINISHED),
        default=None,
    )
    return tuple(
        _stopped(entry, far - laps_down(entry) * (lap or far), first) if laps_down(entry) else entry
        for entry in entries
    )


def _stopped(entry: Entry, goal: float, first: float | None) -> Entry:
    if entry.result is not None or entry.status is not Status.FINISHED:
        return entry
    last = entry.splits[-1] if entry.splits else None
    if last is not None and goal <= last.distance + 1:
        return replace(entry, arrival=Split(last.distance, last.time))
    if goal <= 0:
        return entry
    if last is not None:
        seconds = last.time.seconds * goal / last.distance
    elif first is not None:
        seconds = first
    else:
        return entry
    return replace(entry, arrival=Split(goal, Time(round(seconds, 1), Evidence.ESTIMATED)))


def lap_between(points: Sequence[float], far: float, lap: float | None) -> float | None:
    """Metres of a lap: as the points on the way are apart, where they are alike, else the course's."""
    points = [*points, far]
    steps = {round(b - a) for a, b in pairwise(points)}
    return steps.pop() if len(steps) == 1 and len(points) > 1 else lap


def rounds_missing(sheet: "Sheet", points: Sequence[float], splits: Sequence[Split]) -> int:
    """How many laps fewer somebody ran who is placed without a time, where the points are laps: all alike.

    Such is the course then, where the list names none: on a track nobody stops 2000 m early.

    Args:
        sheet: The table; its course and lap are set to what is found.
        points: Metres of the points on the way.
        splits: His times there.
    """
    points = [*points, sheet.far]
    steps = [b - a for a, b in pairwise(points)]
    if len(steps) < 2 or max(steps) - min(steps) > 1 or not splits:
        return 0
    if (sheet.choices.course or sheet.about.course) is None and steps[0] != sheet.course.lap_metres:
        sheet.course, sheet.lap = Course(Surface.ROAD, steps[0]), steps[0]
    return sum(1 for metres in points if metres > splits[-1].distance + 1)
