"""Which runners run together: groups, and the gap from each to the one in front."""

from collections.abc import Iterable
from typing import NamedTuple

from replay.race.times import format_apart

NEAR_METRES = 8.0
"""Metres to the next runner ahead within which somebody still belongs to the group."""
NEAR_SECONDS = 1.2
"""The same in seconds: about as much, at the speed of a mile."""


class Behind(NamedTuple):
    """A runner and how far behind the leader."""

    entry: int
    metres: float
    seconds: float | None = None
    estimated: bool = False


class Pack(NamedTuple):
    """Runners who run together, the first first."""

    runners: tuple[Behind, ...]
    metres: float = 0.0
    """From its first runner to the last of the group in front; 0 for the first group."""
    seconds: float | None = None
    estimated: bool = False

    @property
    def gap(self) -> tuple[str, ...]:
        """The gap in words, the longest first; none for the first group."""
        if not self.metres:
            return ()
        far = f"{self.metres:.0f} m" if self.metres >= 9.95 else f"{self.metres:.1f} m"
        sign = "~" if self.estimated else ""
        return (f"{sign}{format_apart(self.seconds)}, {far}", sign + far) if self.seconds is not None else (sign + far,)


def packs_of(behind: Iterable[Behind]) -> list[Pack]:
    """The groups of runners, the nearest to the leader first.

    They may be given in any order: on the board one whose result is not known is last, wherever he runs.
    """
    packs: list[Pack] = []
    for runner in sorted(behind, key=lambda runner: runner.metres):
        last = packs[-1].runners[-1] if packs else None
        if last is None:
            packs.append(Pack((runner,)))
            continue
        metres = runner.metres - last.metres
        seconds = None
        if runner.seconds is not None and last.seconds is not None:
            seconds = max(runner.seconds - last.seconds, 0.0)
        if metres <= NEAR_METRES or (seconds is not None and seconds <= NEAR_SECONDS):
            packs[-1] = packs[-1]._replace(runners=(*packs[-1].runners, runner))
        else:
            packs.append(Pack((runner,), metres, seconds, runner.estimated or last.estimated))
    return packs
