"""A relay's team: who runs one after another, and from where."""

from collections.abc import Sequence
from typing import NamedTuple


class Leg(NamedTuple):
    """What one of a team runs."""

    name: str
    start: float
    """Metres of the race at which the leg begins."""


def legs_of(names: Sequence[str], distance: float, count: int) -> tuple[Leg, ...]:
    """Legs of the same length for the first of a team, or all of it.

    Args:
        names: Who runs, in order; empty for a runner nobody names.
        distance: Metres of the race.
        count: Its legs.
    """
    return tuple(Leg(name, distance * at / count) for at, name in enumerate(names[:count]))


def is_even(legs: Sequence[Leg], distance: float) -> bool:
    """Whether legs are the whole of a race, and all of one length."""
    return all(abs(leg.start - distance * at / len(legs)) < _NEARLY for at, leg in enumerate(legs))


_NEARLY = 0.5


def running(legs: Sequence[Leg], distance: float | None) -> str:
    """Who of a team is running after so many metres; empty where nobody says."""
    started = [leg for leg in legs if distance is not None and leg.start <= distance + 1e-6]
    return started[-1].name if started else ""
