"""The moments of a race on a film: where one may jump to, and what may be said of them beforehand."""

from typing import NamedTuple

from replay.commentary import moments
from replay.export.take import Take
from replay.race.times import format_distance


class Mark(NamedTuple):
    """A moment."""

    at: float
    """Seconds of the film."""
    t: float
    """Seconds from the gun."""
    label: str
    """What happens; to who does not want to know it, how far the first runner is."""


def marks_of(take: Take) -> list[Mark]:
    """The moments of a film that are worth jumping to."""
    said = {call.time: call.text for call in reversed(take.calls)}
    return [
        Mark(at, t, said.get(t, "") if take.view.spoilers else _where(take, t))
        for t in moments(take.calls)
        if (at := take.film_time(t)) is not None
    ]


def _where(take: Take, t: float) -> str:
    """How far the first runner is: what anyone knows of a moment beforehand."""
    return format_distance(round(take.timeline.top(t, 1).leader_distance))
