"""The curved line from which races start that are not run in lanes: from all of it the way to the inside is as long.

Who stands further out stands further along, by what he has to run more to get to the inside. The shortest way there
goes straight to where it touches the measured line's half circle, and on along it.
"""

import math
from collections.abc import Sequence
from functools import cache

from replay.race.track import Oval, Track

EVEN = 120.0
"""Metres after which everybody has come inside, and is drawn as far along as he has run."""
_GRID = 0.5
"""Metres outwards between two points of the line that are worked out; between these it is straight."""


def ahead(track: Track, out: float, run: float = 0.0) -> float:
    """Metres along by which somebody is drawn ahead of what he has run, since he started further out.

    Args:
        track: The race's track.
        out: Metres outside the measured line.
        run: Metres run.
    """
    share = run / EVEN
    if not share < 1 or out <= 0:  # nor where it is not known how far somebody has run
        return 0.0
    line = _line(track) if isinstance(track, Oval) else ()
    if not line:
        return 0.0
    at = min(out / _GRID, len(line) - 1.001)
    k = int(at)
    return (line[k] + (at - k) * (line[k + 1] - line[k])) * (1 - share * share * (3 - 2 * share))


@cache
def _line(track: Oval) -> Sequence[float]:
    """The metres for each step outwards; none for a race that starts in lanes or stays on a straight."""
    if track.on_straight or track.break_distance is not None:
        return ()
    s = -track.distance % track.lap % (track.lap / 2)
    before = track.lap / 2 - s if s >= track.bend else 0.0
    radius = (track.lap / 2 - track.straight) / math.pi
    return [
        _shift(step * _GRID, before, radius) for step in range(math.ceil(track.lanes * track.lane_width / _GRID) + 2)
    ]


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
