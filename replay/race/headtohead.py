"""Who has been ahead of whom, in the races so far."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from replay.race.names import NoSuchRunner, find_runner
from replay.race.race import Entry, Race, Status


@dataclass(frozen=True, slots=True)
class HeadToHead:
    """The score between two runners over some races."""

    one: str
    other: str
    wins: int
    """Races in which `one` was ahead."""
    losses: int
    """Races in which `other` was ahead."""

    def __str__(self) -> str:
        """`Kerr 2, Ingebrigtsen 1`."""
        return f"{self.one} {self.wins}, {self.other} {self.losses}"


def head_to_head(one: str, other: str, races: Iterable[Race]) -> HeadToHead:
    """The score over the races that both finished: by their results, and where those are equal by place.

    Of two with the same time who has a place is ahead of who has none.

    Args:
        one: A runner's name.
        other: Another's.
        races: The races so far; those without both of them do not count.
    """
    wins = losses = 0
    for race in races:
        first, second = _rank(race, one), _rank(race, other)
        if first is not None and second is not None:
            wins += first < second
            losses += second < first
    return HeadToHead(one.split()[-1], other.split()[-1], wins, losses)


def _rank(race: Race, name: str) -> tuple[float, float] | None:
    """Time, then place, of somebody who finished and was placed; None otherwise."""
    try:
        entry: Entry = race.entries[find_runner(race.entries, name)]
    except NoSuchRunner:
        return None
    if not entry.competes or entry.status is not Status.FINISHED or entry.result is None:
        return None
    return (entry.result.seconds, entry.place or math.inf)
