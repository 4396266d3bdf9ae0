"""How far somebody led, and how far apart he was from the first: looked at every few metres of the way."""

import math
from typing import NamedTuple

from replay.analysis.marks import even_marks
from replay.analysis.positions import plain
from replay.state.timeline import Timeline

_LOOKS, _FEW_LOOKS = 160, 10
"""Places of the way that are looked at, and so many of a crowd's, for which one takes its time."""
_CROWD = 300
"""Runners from which on a field is one."""
_NEAREST = 10.0
"""Metres between two of these places, at least."""
_LEVEL = 0.005
"""Seconds within which two are level: then both lead."""


class Margin(NamedTuple):
    """How far apart, and where."""

    seconds: float
    distance: float
    """Metres from the start."""


class Led(NamedTuple):
    """What one runner did in front, and behind: all of it worked out, as known at a time."""

    metres: float
    """In front of all others, or level with them."""
    ahead: Margin | None
    """The largest lead over the next; None for who never led alone."""
    behind: Margin | None
    """The most behind the first; None for who never was."""


def led(timeline: Timeline, entry: int, t: float) -> Led:
    """How far an entry led by `t` seconds."""
    distance = timeline.race.distance
    looks = _LOOKS if len(timeline.race.entries) < _CROWD else _FEW_LOOKS
    metres, before = 0.0, 0.0
    ahead: Margin | None = None
    behind: Margin | None = None
    for at in even_marks(distance, max(distance / looks, _NEAREST)):
        gap = _gap(timeline, entry, at, t)
        if gap is None:
            break
        if gap <= _LEVEL:
            metres += at - before
        if gap < 0 and (ahead is None or -gap > ahead.seconds):
            ahead = Margin(-gap, at)
        if gap > 0 and (behind is None or gap > behind.seconds):
            behind = Margin(gap, at)
        before = at
    return Led(metres, ahead, behind)


def _gap(timeline: Timeline, entry: int, distance: float, t: float) -> float | None:
    """Seconds behind the first of the others at a distance, below 0 where ahead; None where he has not been by `t`.

    While nothing is known of the order nobody leads, and nobody is behind.
    """
    times = plain(timeline.motion.times_at(distance))
    own = times[entry]
    if not own <= t:
        return None
    for other in (entry, *timeline.guests):
        times[other] = math.nan
    first = min(filter(math.isfinite, times), default=math.inf)
    if not timeline.top(min(first, own), 1).order_known:
        return math.nan
    # Whoever was not there by then is told of no sooner than he is.
    return own - first if first <= t else own - t
