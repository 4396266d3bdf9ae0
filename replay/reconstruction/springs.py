"""What holds runners in a pack: one is likely so far behind another, unless much says that he is not."""

from typing import NamedTuple

from replay.reconstruction.prior import Array

APART = (1.3, 3.5)
"""Metres from one place to the next among the first five at the laps of the races in `prior`, without and with a
pacemaker."""
APART_DEVIATION = 2.0
"""The deviation of that, as a multiple of it."""
BEHIND_NAMED = (0.4, 0.8)
"""Metres per place named by which the first runner who is not named passes later than the last who is, at least,
without and with a pacemaker."""
QUEUE = (0.5, 1.0)
"""Metres by which each further one who is not named passes later, at least: drafting distance."""
PACKED = (1.0, 3.0)
"""Metres from one to the next of those who are not named, and the deviation of that, where there is no pacemaker: they
run in a pack with those named, unless much says otherwise. A paced field is a string, and its results say how long."""
_TAIL = 3.0
"""Degrees of freedom of Student's distribution, which these distances have: of a leader who is away by 20 m, and of one
whose own times leave him far back, it lets go, where a normal one would pull everybody after him. With 2 and with 5 it
comes out nearly alike."""


class Spring(NamedTuple):
    """A column that is likely some metres more than another."""

    ahead: int
    behind: int
    metres: float
    variance: float
    """Square metres."""

    def loosened(self, gaps: Array) -> "Spring":
        """The normal spring that pulls as Student's does where these gaps have it (Lange, Little and Taylor, 1989)."""
        off = float(gaps[self.behind] - gaps[self.ahead]) - self.metres
        return self._replace(variance=self.variance * (_TAIL + off * off / self.variance) / (_TAIL + 1))
