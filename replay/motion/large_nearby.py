"""Who of a large field is in a stretch of the course, with NumPy."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from replay.motion.nearby import Beyond

MOST = 160
"""Runners of a large field that are looked at one by one."""
GONE = 30.0
"""Seconds after which a finisher of a large field has left the finish."""


class FieldNearby:
    """Asks a large field at once; see `replay.motion.nearby.Nearby`."""

    def __init__(self, ends: Sequence[float]) -> None:
        """Take the seconds of everybody's end."""
        self._ends = np.asarray(ends, dtype=np.float64)

    def between(self, distances: Sequence[float], t: float, low: float, high: float, around: float) -> list[int]:
        """See `Nearby.between`: of more than `MOST` the nearest, and no finisher who is long home."""
        run = np.asarray(distances, dtype=np.float64)
        found = np.flatnonzero((run >= low) & (run <= high) & (self._ends > t - GONE))
        if len(found) > MOST:
            found = found[np.argpartition(np.abs(run[found] - around), MOST)[:MOST]]
        return [int(entry) for entry in found]

    def beyond(self, distances: Sequence[float], t: float, low: float, high: float) -> tuple[Beyond, Beyond]:
        """See `Nearby.beyond`."""
        run = np.where(self._ends > t, np.asarray(distances, dtype=np.float64), np.nan)
        return _beyond(run, run < low), _beyond(-run, run > high)

    def rivals(self, near: Sequence[int]) -> Iterable[int]:
        """See `Nearby.rivals`."""
        return near

    def singly(self) -> Iterable[int]:
        """See `Nearby.singly`."""
        return ()


def _beyond(run: npt.NDArray[np.float64], there: npt.NDArray[np.bool_]) -> Beyond:
    """How many are there, and who of them has the greatest of some numbers, which are metres or metres negated."""
    count = int(np.count_nonzero(there))
    return Beyond(count, int(np.argmax(np.where(there, run, -np.inf))) if count else None)
