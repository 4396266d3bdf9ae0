"""Where and when the race of some recordings began and where it ended: recorders are started early, late, or elsewhere.

All is told by the course. The start line is where the last of them begins to record, since everybody passes there: who
warmed up on the course passes it later, and who stood in the crowd is already close. The finish is where most of them
end, since who ran on home ends elsewhere. Recordings that overlap in time are of one race, with one gun, when the first
passes the start line; others are each timed from the line, and so are all of them when the user says so.
"""

import datetime
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.files.source import Start

Point = tuple[float, float]
"""Seconds, and metres along the course."""

TOGETHER = 180.0
"""Seconds within which all pass the start line in a race that they start together."""
_LATE = 0.2
"""Share of the course behind which somebody did not begin to record at the start, but on the way."""
_SAME_END = 0.01
_SAME_END_METRES = 100.0
"""Share, and metres, of the course within which recordings end at one place."""


def parse_start(text: str) -> Start:
    """Read what the user says of the start: `line`, or the gun's time of day in UTC such as `14:50` or `14:50:30`.

    Raises:
        ValueError: It is neither.
    """
    if text.strip().lower() == "line":
        return Start(line=True)
    match = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d(?:\.\d{1,3})?))?", text.strip())
    if match is None:
        raise ValueError(f"{text!r} is neither `line` nor a time of day in UTC such as 14:50")
    return Start(gun=int(match[1]) * 3600 + int(match[2]) * 60 + float(match[3] or 0))


class Bounds(NamedTuple):
    """Where and when a race began, and where it ended."""

    start: float
    """Metres along the course as it was recorded."""
    finish: float
    guns: tuple[float, ...]
    """When each runner's time begins, in seconds since 1970."""
    said: str
    """What was decided, as a clause; empty where there was nothing to decide."""


def bounds(ways: Sequence[Sequence[Point]], start: Start | None = None) -> Bounds:
    """Where and when a race began, and where it ended.

    Args:
        ways: For each recording seconds since 1970 and metres along the course, at least two of each.
        start: What the user says.

    Raises:
        ValueError: The user names a time that no recording covers.
    """
    finish = _finish([way[-1][1] for way in ways])
    begins = [way[0][1] for way in ways]
    line = _line(begins, finish)
    if start is not None and start.gun is not None:
        gun = _by_hand(start.gun, ways)
        line = min(max(line, min(metres_at(way, gun) for way in ways)), finish)
        return Bounds(line, finish, (gun,) * len(ways), f"the gun is at {_clock(gun)} UTC, as you say")
    passed = tuple(time_at(way, line) for way in ways)
    if len(ways) == 1:
        return Bounds(line, finish, passed, "")
    if start is not None and start.line:
        return Bounds(line, finish, passed, "each runner's time begins on the start line, as you say")
    if max(way[0][0] for way in ways) >= min(way[-1][0] for way in ways):
        return Bounds(line, finish, passed, "they are of different times, so each begins on the start line")
    gun, spread = min(passed), max(passed) - min(passed)
    said = f"the gun is when the first passes the start line, at {_clock(gun)} UTC"
    if spread > TOGETHER:
        said += f", and the last does so {spread / 60:.0f} min later (`--start line` times each from the line)"
    return Bounds(line, finish, (gun,) * len(ways), said)


def _line(begins: Sequence[float], finish: float) -> float:
    """Metres along the course of the start line: where the last begins, but for those who began on the way.

    Where most began together farther on, it is there: the course is the recording of one who warmed up before.
    """
    first = max((metres for metres in begins if metres < _LATE * finish), default=min(begins))
    late = [metres for metres in begins if metres >= _LATE * finish]
    together = [metres for metres in late if abs(metres - min(late)) <= max(_SAME_END_METRES, _SAME_END * finish)]
    return max(together) if 2 * len(together) > len(begins) > len(("one", "another")) else first


def _finish(ends: Sequence[float]) -> float:
    """Metres along the course of the place where most recordings end: where the first of those does."""

    def near(end: float) -> list[float]:
        return [other for other in ends if abs(other - end) <= max(_SAME_END_METRES, _SAME_END * end)]

    return min(near(max(ends, key=lambda end: (len(near(end)), end))))


def time_at(way: Sequence[Point], metres: float) -> float:
    """When a place is passed; at the ends of the recording where it lies outside."""
    if metres <= way[0][1]:
        # He may stand there for a while before he moves off.
        return next((time for (time, at), (_, after) in pairwise(way) if after > at), way[0][0])
    for (t0, s0), (t1, s1) in pairwise(way):
        if s0 < metres <= s1:
            return t0 + (t1 - t0) * (metres - s0) / (s1 - s0)
    return way[-1][0]


def metres_at(way: Sequence[Point], time: float) -> float:
    """Where somebody is at a time; at the ends of the recording where it lies outside."""
    for (t0, s0), (t1, s1) in pairwise(way):
        if t0 <= time < t1:
            return s0 + (s1 - s0) * (time - t0) / (t1 - t0)
    return way[0][1] if time < way[0][0] else way[-1][1]


def _by_hand(gun: float, ways: Sequence[Sequence[Point]]) -> float:
    """The gun's time of day, on a day of the recordings."""
    begins, ends = [way[0][0] for way in ways], [way[-1][0] for way in ways]
    midnight = max(begins) - max(begins) % 86400
    for day in (midnight, midnight + 86400, midnight - 86400):
        if min(begins) - 3600 <= day + gun < max(ends):
            return day + gun
    told = f"they are from {_clock(min(begins))} to {_clock(max(ends))} UTC"
    raise ValueError(f"no recording covers {_clock(gun)} UTC: {told}")


def _clock(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(round(seconds), datetime.UTC).strftime("%H:%M:%S")
