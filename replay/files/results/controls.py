"""Where the controls of an orienteering course lie along it, when only the course's length is known.

A leg is as long as it takes: its share of the course is that of the middle (median) time of everybody who ran it. A
control that two courses visit in another order is another place along each of them, but its legs are as long.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.files.middle import median

Leg = tuple[str, str]

START, FINISH = "start", "finish"


class Punch(NamedTuple):
    """A control visited."""

    code: str
    seconds: float | None
    """From the start; None where the time is not known."""


def leg_times(runs: Sequence[Sequence[Punch]]) -> dict[Leg, float]:
    """The middle time of every leg that somebody ran.

    Args:
        runs: The controls of each runner in the order of the course, from `START` at 0 s to `FINISH`.

    Returns:
        Seconds, more than 0, by the leg's two controls.
    """
    known: dict[Leg, list[float]] = defaultdict(list)
    for run in runs:
        for one, other in pairwise(run):
            if one.seconds is not None and other.seconds is not None and other.seconds > one.seconds:
                known[one.code, other.code].append(other.seconds - one.seconds)
    return {leg: median(times) for leg, times in known.items()}


def places(codes: Sequence[str], times: Mapping[Leg, float], length: float) -> list[float]:
    """Metres of each control along a course.

    Args:
        codes: The course from `START` to `FINISH`.
        times: Those of `leg_times`; a leg that nobody ran for time is taken to be as long as the others are on average.
        length: Metres of the course.

    Returns:
        For each code metres from the start, rising from 0 to the length.
    """
    usual = sum(times.values()) / len(times) if times else 1.0
    legs = [times.get(leg, usual) for leg in pairwise(codes)]
    total = sum(legs)
    along, out = 0.0, [0.0]
    for leg in legs:
        along += leg
        out.append(round(length * along / total, 1))
    return out
