"""From when on those who are drawn in front are those of the result, where only results say who was in front."""

import itertools

from replay.motion import Motion
from replay.race.order import STRAIGHT, order_known_from
from replay.race.race import Race, Role, Status

_FIRST = 3
"""Places that are looked at."""
_STEP = 0.25
"""Seconds from one look to the next."""


def settled_since(race: Race, motion: Motion, since: float, winner: float | None) -> float:
    """Seconds from which on the order is known that only results tell: no later lead is made up in the last straight.

    Args:
        race: The race.
        motion: Where everybody is at a time.
        since: When the first comes into the last straight, from which on results say who is where.
        winner: When the first is home; None if nobody is.
    """
    if winner is None or order_known_from(race) < race.distance - STRAIGHT:
        return since
    home = [
        (entry.result.seconds, entry.place or len(race.entries), at)
        for at, entry in enumerate(race.entries)
        if entry.result is not None and entry.status is Status.FINISHED and entry.role is not Role.GUEST
    ]
    first = [at for _, _, at in sorted(home)[:_FIRST]]
    t = winner - _STEP
    while t > since:
        run = [motion.distance_at(at, t) or 0.0 for at in first]
        if any(behind > ahead for ahead, behind in itertools.pairwise(run)):
            return min(t + _STEP, winner)
        t -= _STEP
    return since
