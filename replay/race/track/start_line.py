"""The curved line from which races start that are not run in lanes: from all of it the way to the inside is as long.

Who stands further out stands further along, by what he has to run more to get to the inside. The shortest way there
goes straight to where it touches the measured line's half circle, and on along it.
"""

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

EVEN = 120.0
"""Metres after which everybody has come inside, and is drawn as far along as he has run."""
_GRID = 0.5
"""Metres outwards between two points of the line that are worked out; between these it is straight."""


class StartLine(NamedTuple):
    """What a line's shape follows from, in metres."""

    before: float
    """From the start to the bend."""
    radius: float
    """Of the measured line in the bend."""
    width: float
    """Of the track."""


def ahead(start: StartLine, out: float, run: float) -> float:
    """Metres along by which somebody is drawn ahead of what he has run, since he started further out.

    Args:
        start: The start line.
        out: Metres outside the measured line.
        run: Metres run.
    """
    share = run / EVEN
    if not share < 1 or out <= 0:  # nor where it is not known how far somebody has run
        return 0.0
    line = _curved(start)
    at = min(out / _GRID, len(line) - 1.001)
    k = int(at)
    return (line[k] + (at - k) * (line[k + 1] - line[k])) * (1 - share * share * (3 - 2 * share))


@cache
def _curved(start: StartLine) -> Sequence[float]:
    """The metres further along that the line is for each step outwards."""
    count = math.ceil(start.width / _GRID) + 2
    return [_shift(step * _GRID, start.before, start.radius) for step in range(count)]


def _shift(out: float, before: float, radius: float) -> float:
    """Metres further along at which the way from `out` metres outside is as long as on the inside.

    Args:
        out: Metres outside the measured line.
        before: Metres from the start to the bend.
        radius: Of the measured line in the bend, in metres.
    """
    low, high = 0.0, before + radius
    for _ in range(40):
        shift = (low + high) / 2
        x, y = shift - before, radius + out
        tangent = math.sqrt(max(x * x + y * y - radius * radius, 0.0))
        angle = math.atan2(x, y) + math.acos(min(radius / math.hypot(x, y), 1.0))
        low, high = (shift, high) if tangent > before + radius * angle else (low, shift)
    return (low + high) / 2
