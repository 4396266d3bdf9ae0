"""What a rule is given: the race as it is watched, and who led where."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.commentary.ideas import Idea
from replay.commentary.leads import Lead
from replay.commentary.observer import Watch


class News(NamedTuple):
    """Something to say while it is news: from the time of the idea on."""

    idea: Idea
    until: float
    """Seconds from which on it is old."""


class Seen(NamedTuple):
    """A race that was watched from the gun to the last finisher."""

    watch: Watch
    leads: Sequence[Lead]
    end: float
    """Seconds at which the last of those whose time is known is home."""
    stakes: Sequence[Idea] = ()
    """What is at stake, to be told early."""
    beside: Sequence[Idea] = ()
    """Times that no mark tells, to be told soon after."""
    stretches: Sequence[News] = ()
    """What the times at a mark say beside those of the mark before, to be told before the next one."""
