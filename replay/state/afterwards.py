"""What runners do after their last known point: they run out behind the line, or walk off the track."""

import math
from typing import NamedTuple

GONE = 4.0
"""Seconds a runner who steps off is still seen, walking to the infield."""
WALK = 1.2
"""Metres a second of that walk."""


class After(NamedTuple):
    """Where somebody is, from where he was last known to be."""

    metres: float
    """Along the track."""
    aside: float
    """Metres further out; negative towards the infield."""
    slowed: float
    """The share of his speed that he still has, where he runs out."""


def afterwards(past: float, home: bool, rest: float, slowing: float) -> After | None:
    """Where somebody is some time after his last known point; None when he is gone.

    Args:
        past: Seconds since then.
        home: Whether that was the finish.
        rest: Metres behind the finish line at which he comes to rest.
        slowing: Seconds in which the way to there shrinks to its e-th part. With `rest` over his speed at the line he
            slows in proportion to his speed, the one way to come to rest at a given place without a jerk at the line.
    """
    if not home:
        return After(0.0, -WALK * past, 1.0) if past <= GONE else None
    slowed = math.exp(-past / slowing)
    return After(rest * (1 - slowed), 0.0, slowed)
