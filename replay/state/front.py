"""Who can be among the first of a large field at a time: a few hundred, of whom alone it is asked how far they are.

Nobody runs backwards. Who at the end of some minutes is behind the place that as many as are wanted, still running
then, had reached at their beginning, is among the first of them at no instant between.
"""

import numpy as np
import numpy.typing as npt

from replay.motion.large import FieldMotion

FIRST = 80
"""How many are found at most."""
_STEP = 300.0
"""Seconds for which it is asked at once: the front of a marathon runs two kilometres in them."""
_NEAR = 30.0
"""Seconds between two instants asked for, up to which more of those minutes will be asked for."""

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


class Front:
    """The first of a large field while it runs."""

    def __init__(self, motion: FieldMotion, placed: Indices, until: Floats) -> None:
        """Take those who are placed, and the second until which each entry runs."""
        self._motion = motion
        self._placed = placed
        self._until = until[placed]
        self._before = -np.inf
        self._found: dict[int, Indices | None] = {}
        self._last: tuple[int, Floats] | None = None
        """The end of the minutes looked at last, and where everybody was then."""

    def distances_at(self, t: float) -> Floats | None:
        """Metres of everybody who can be among the first `FIRST` of those running at `t`, nan for all others.

        None where it is as quick to ask for everybody: few are still running, or other minutes are asked for each time.
        """
        number = int(t // _STEP)
        near, self._before = abs(t - self._before) <= _NEAR, t
        if number not in self._found:
            if not near:
                return None
            self._found[number] = self._near(number)
        entries = self._found[number]
        return self._motion.distances_of(entries, t) if entries is not None else None

    def _near(self, number: int) -> Indices | None:
        before = self._last[1] if self._last is not None and self._last[0] == number else self._at(number)
        after = self._at(number + 1)
        self._last = number + 1, after
        steady = before[self._until > (number + 1) * _STEP]
        if np.count_nonzero(~np.isnan(steady)) < FIRST:
            return None
        least = -np.partition(-steady, FIRST - 1)[FIRST - 1]  # what is not known comes last
        found: Indices = self._placed[~(after < least) & (self._until > number * _STEP)]
        return found

    def _at(self, number: int) -> Floats:
        return np.asarray(self._motion.distances_at(number * _STEP))[self._placed]
