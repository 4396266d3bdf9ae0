"""From when on it is known who is in front: soon after the start at best, and of results alone in the last straight."""

import itertools
from collections.abc import Callable

from replay.motion import Motion
from replay.race.order import STRAIGHT, is_told, order_known_from, order_seen_from
from replay.race.race import Race, Role, Status

_FIRST = 3
"""Places that are looked at."""
_STEP = 0.25
"""Seconds from one look to the next."""


def drawn_by_lot(race: Race) -> bool:
    """Whether it was worked out who runs where, and up to some point nobody knows it."""
    return order_known_from(race) > 0 and any(split.margin is not None for one in race.entries for split in one.splits)


def order_since(
    race: Race, motion: Motion, reached: Callable[[float, None], float], winner: float | None, *, by_lot: bool
) -> float:
    """Seconds until which nobody has a place, since nothing is known of the order.

    Args:
        race: The race.
        motion: Where everybody is at a time.
        reached: When the first comes to so many metres.
        winner: When the first is home; None if nobody is.
        by_lot: See `drawn_by_lot`.
    """
    told = (is_told(split) for entry in race.entries for split in entry.splits)
    if race.duration is not None:
        return 0.0 if any(told) else race.duration
    if by_lot:
        return settled_since(race, motion, reached(order_seen_from(race), None), winner)
    seen = 0.0 if order_known_from(race) else order_seen_from(race)
    return reached(seen, None) if seen else 0.0


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
