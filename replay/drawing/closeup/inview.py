"""Who is in the close view, and how many are not."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from replay.drawing.closeup.camera import Seen
from replay.race.race import Race


@dataclass(frozen=True, slots=True)
class Runner:
    """A runner in view."""

    entry: int
    half: int
    """Half cells from the panel's left edge."""
    foot: int
    """Half rows from the panel's top to the feet."""
    rank: int
    """How many of the race are ahead."""
    seen: Seen
    along: float
    """Metres along lane 1: the metres run and what is left of the stagger."""
    place: int | None = None
    """Once home."""
    home: bool = False
    behind: float | None = None
    """Seconds behind the winner's result, once home."""
    decimals: int = 2
    """Digits that these seconds are known to."""
    sure: bool = True
    """Whether they, or on the way the metres run, are not estimated."""
    lift: int = 0
    """Half rows above the ground: over a hurdle or a barrier."""


@dataclass(frozen=True, slots=True)
class Away:
    """Who runs where the panel does not reach."""

    behind: int
    behind_metres: float
    """From the followed, or the line that he is behind, to the nearest of them."""
    ahead: int
    ahead_metres: float
    behind_sure: bool = True
    """Whether the metres are not estimated."""
    ahead_sure: bool = True
    next: int | None = None
    """The entry of the nearest behind; None where he is seen elsewhere, or nobody is."""
    before: int | None = None
    """The entry of the nearest ahead, in the same way."""
    home: bool = False
    """Whether the followed is home."""
    measured: bool = True
    """Whether anybody knows how far they are; where they run is drawn by lot else."""


def raced(race: Race, ends: Sequence[float]) -> list[float]:
    """The seconds of everybody's end, without those of ghosts, who are ahead of nobody and behind nobody."""
    return [-math.inf if entry.ghost else end for entry, end in zip(race.entries, ends, strict=True)]
