"""Who is in a stretch of the track and who is outside it: asked of everybody, or of an array of a large field."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol


class Beyond(NamedTuple):
    """Those outside a stretch, on one side of it."""

    runners: int
    entry: int | None
    """The nearest of them; None where there is nobody."""


class Nearby(Protocol):
    """Asks where the runners of a race are, each of whom runs until his end; distances are metres by entry."""

    def between(self, distances: Sequence[float], t: float, low: float, high: float, around: float) -> list[int]:
        """The entries within a stretch at `t` seconds, of very many those nearest to a place in it.

        Who has no distance is nowhere.
        """

    def beyond(self, distances: Sequence[float], t: float, low: float, high: float) -> tuple[Beyond, Beyond]:
        """Those still running at `t` below a stretch and above it."""

    def rivals(self, near: Sequence[int]) -> Iterable[int]:
        """Among whom those near are ranked: everybody, or of a large field those near."""

    def singly(self) -> Iterable[int]:
        """Who is looked at one by one behind the finish: everybody, or of a large field nobody."""


class RunnersNearby:
    """Asks a small field, one by one; see `Nearby`."""

    def __init__(self, ends: Sequence[float]) -> None:
        """Take the seconds of everybody's end."""
        self._ends = ends

    def between(self, distances: Sequence[float], t: float, low: float, high: float, around: float) -> list[int]:
        """See `Nearby.between`."""
        return [entry for entry, distance in enumerate(distances) if low <= distance <= high]

    def beyond(self, distances: Sequence[float], t: float, low: float, high: float) -> tuple[Beyond, Beyond]:
        """See `Nearby.beyond`."""
        on = [(distance, entry) for entry, distance in enumerate(distances) if t < self._ends[entry]]
        below = [place for place in on if place[0] < low]
        above = [place for place in on if place[0] > high]
        last, first = max(below, key=_along, default=_NOBODY), min(above, key=_along, default=_NOBODY)
        return Beyond(len(below), last[1]), Beyond(len(above), first[1])

    def rivals(self, near: Sequence[int]) -> Iterable[int]:
        """See `Nearby.rivals`."""
        return range(len(self._ends))

    def singly(self) -> Iterable[int]:
        """See `Nearby.singly`."""
        return range(len(self._ends))


_NOBODY: tuple[float, int | None] = 0.0, None


def _along(place: tuple[float, int | None]) -> float:
    return place[0]
