"""The order of a large field still running, with NumPy."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_FEW = 0.25
"""The share of a field up to which it is quicker to look only at those whose metres are known."""

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


class FieldOrder:
    """The order of a large field; see `replay.state.standings.Order`."""

    def __init__(self, placed: Sequence[int], until: Sequence[float], ties: Sequence[int]) -> None:
        """Take the entries that are placed and, for each entry, the second until which it runs and its rank in ties."""
        everybody = np.array(placed, dtype=np.intp)
        # In the order of ties, so that a sort by metres that keeps the order of those who are level is all there is.
        self._placed = everybody[np.argsort(np.array(ties, dtype=np.intp)[everybody])]
        self._until = np.array(until, dtype=np.float64)[self._placed]
        self._ranks = np.full(len(until), -1, dtype=np.intp)
        """The place of each entry among those who are placed; -1 for all others."""
        self._ranks[self._placed] = np.arange(len(self._placed))

    def running(self, t: float, distances: Sequence[float], count: int) -> list[int]:
        """See `replay.state.standings.Order.running`: sorts only those who can be among the first."""
        everywhere = np.asarray(distances, dtype=np.float64)
        known = np.flatnonzero(everywhere == everywhere)
        if len(known) < _FEW * len(everywhere):  # only the front was asked for
            found = self._among(np.sort(self._ranks[known]), t, everywhere, count)
            if len(found) >= count:
                return found
        return self._among(np.arange(len(self._placed)), t, everywhere, count)

    def _among(self, who: Indices, t: float, distances: Floats, count: int) -> list[int]:
        """The first `count` of those in these places, which rise."""
        who = who[np.searchsorted(who, 0) :]
        alive = who[t < self._until[who]]
        run = distances[self._placed[alive]]
        far = np.where(np.isnan(run), -np.inf, run)
        if count < len(far):
            least = np.partition(far, len(far) - count)[len(far) - count]
            alive, far = alive[far >= least], far[far >= least]
        chosen = alive[np.argsort(-far, kind="stable")][:count]  # many may be level, as at the gun
        found: list[int] = self._placed[chosen].tolist()
        return found

    def ahead(self, t: float, distances: Sequence[float], distance: float, level: float) -> int:
        """See `replay.state.standings.Order.ahead`."""
        run = np.asarray(distances, dtype=np.float64)[self._placed]
        far = run[(run >= distance) & (t < self._until)]
        reach = 64 * level
        while True:  # a gap parts those ahead of it from those behind it, so no more need be looked at
            near = np.sort(far[far <= distance + reach])
            gaps = np.flatnonzero(np.diff(near) > level)
            if len(gaps) or len(near) == len(far):
                break
            reach *= 8
        chain = near[: gaps[0] + 1] if len(gaps) else near
        first = float(chain[-1])
        while first - distance > level:
            first = float(chain[np.flatnonzero(first - chain > level)[-1]])
        return int(np.count_nonzero(far > first))
