"""Where somebody stood, or stopped his watch, within a recording: that time is in his result, and is told."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.race.times import format_time

_PLACE = 8.0
"""Metres that a recorder may count of who stands."""
_LONG = 30.0
"""Seconds from which on it is told: a traffic light is longer than a drink."""


class Stood(NamedTuple):
    """One time that somebody stood."""

    metres: float
    """Since the recording began."""
    seconds: float


def stood(times: Sequence[float], metres: Sequence[float]) -> list[Stood]:
    """Every time that somebody came no farther than a few metres for long.

    Args:
        times: Seconds, rising.
        metres: How far he was then, never falling.
    """
    found: list[Stood] = []
    at = last = 0
    while at < len(times) - 1:
        last = max(last, at)
        while last + 1 < len(times) and metres[last + 1] - metres[at] <= _PLACE:
            last += 1
        seconds = times[last] - times[at]
        if seconds >= _LONG:
            found.append(Stood(metres[at], seconds))
        at = last if seconds >= _LONG else at + 1
    return found


def told_of(name: str, times: Sequence[float], metres: Sequence[float]) -> str:
    """A clause on where somebody stood, and for how long in all; empty for who never did."""
    found = stood(times, metres)
    if not found:
        return ""
    total = format_time(sum(one.seconds for one in found), 0)
    where = f"at {found[0].metres / 1000:.1f} km"
    where = where if len(found) == 1 else f"{len(found)} times, first {where}"
    return f"{name} stood still for about {total} in all, {where}; the time goes on"


def all_told(runners: Sequence[tuple[str, Sequence[float], Sequence[float]]]) -> list[str]:
    """What is told of several, of a few of them by name.

    Args:
        runners: Each with the name, the times and how far he was then.
    """
    told = [said for runner in runners if (said := told_of(*runner))]
    more = len(told) - _NAMED
    return [*told[:_NAMED], *([f"so did {more} other{'s' * (more > 1)}"] if more > 0 else [])]


_NAMED = 3
