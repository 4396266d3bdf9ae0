"""How far a chart goes along the race while it is run: to a round number of metres soon after those that are run."""

import math
from collections.abc import Sequence

from replay.race.track import Track


def until(metres: float, distance: float) -> float:
    """Metres at the end of a chart, a round number soon after those that the leader has run.

    So what has been fills at least four fifths of its width, and what is drawn stays for a while where it is. It is
    the finish where little is left behind the round number, as of a mile behind 1600 m.
    """
    step = next(step for step in _ENDS if step * _PARTS <= metres or step == _ENDS[-1])
    end = (math.floor(metres / step + _ON) + 1) * step
    return end if distance - end > step * _LITTLE else distance


_ENDS = (*(float(f"{digit}e{power}") for power in (5, 4, 3, 2) for digit in (5, 2, 1)), 50.0)
"""Metres from one end of a chart to the next, the longest first."""
_PARTS = 5
"""As many of them, at least, have been run."""
_LITTLE = 0.25
"""Parts of one that are no end by themselves."""
_ON = 1e-6
"""Parts of one by which the leader may be before an end and still at it."""


def with_end(marks: Sequence[tuple[float, str]], end: float, track: Track) -> list[tuple[float, str]]:
    """The marks of a chart that goes to an end, which has a label of its own where none is near it."""
    found = [mark for mark in marks if mark[0] <= end]
    near = found and found[-1][0] > end * _LABELLED
    return found if near else [*found, (end, track.label(end))]


_LABELLED = 0.8
"""The part of a chart behind which a mark is near its end."""
