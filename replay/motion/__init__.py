"""From splits to a distance at every instant: one curve a runner, or a large field at once.

`motion_of` chooses; nobody else asks how large a field is. The curves are explained in `replay.motion.curves`.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from functools import cache
from importlib.util import find_spec
from typing import Protocol

from replay.motion.curves import Path, RunnerMotion
from replay.motion.nearby import Nearby
from replay.race.problems import needing
from replay.race.race import Race

LARGE = 200
"""Runners above which a field can only be moved, listed and drawn as a crowd."""
CROWD = 100
"""Runners above which it is one where NumPy is there: their letters side by side would be told apart by nobody."""


class Motion(Protocol):
    """Where everybody is at a time. Entries are indices into the race's; times are seconds from the gun."""

    def path(self, entry: int) -> Path | None:
        """What the runner's curve goes through; None for one who is never anywhere."""

    def end(self, entry: int) -> float | None:
        """The time of the last known point, be it the finish or a stepping off; None for one who is never anywhere."""

    def ends(self) -> Sequence[float | None]:
        """The same of every entry."""

    def homes(self) -> Sequence[float]:
        """When every entry crosses the finish, also one disqualified later; infinite if never or nobody knows when."""

    def distance_at(self, entry: int, t: float) -> float | None:
        """Metres run; None where the runner is not known to be anywhere."""

    def distances_at(self, t: float) -> Sequence[float]:
        """Metres run by every entry, nan where not known: a list, or an array of a large field. Not to be changed."""

    def speed_at(self, entry: int, t: float) -> float | None:
        """Metres a second; None before the gun, after the last known point, and where there is no distance."""

    def time_at(self, entry: int, distance: float) -> float | None:
        """When the runner reaches a distance; None if never."""

    def times_at(self, distance: float) -> Sequence[float]:
        """When every entry reaches a distance, nan if never."""

    def on_course(self, t: float) -> Sequence[float]:
        """Metres run by those who have started and are neither home nor gone at `t`: a list, or an array."""

    def nearby(self, ends: Sequence[float]) -> Nearby:
        """What tells who is in a stretch of the course; `ends` are the seconds until which each entry is there."""


def is_large(race: Race) -> bool:
    """Whether a field is moved, listed and drawn as a crowd; races for distance, of few, are not."""
    count = len(race.entries)
    return race.duration is None and (count > LARGE or (count > CROWD and _has_numpy()))


@cache
def _has_numpy() -> bool:
    with suppress(ImportError):
        return find_spec("numpy") is not None
    return False


def needing_for_large() -> AbstractContextManager[None]:
    """Import what a large field needs; the error says what brings it."""
    return needing(f"fields of more than {LARGE} runners")


def motion_of(race: Race) -> Motion:
    """The motion of a race: runner by runner, or vectorised for a large field."""
    if not is_large(race):
        return RunnerMotion(race)
    with needing_for_large():
        from replay.motion.large import FieldMotion

    return FieldMotion(race)
