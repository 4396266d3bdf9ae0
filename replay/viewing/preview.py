"""A race in small, beside what was understood of its file: the first half of the winner's, over and over.

Of how it ends nothing is shown: whoever opens a file wants to watch it.
"""

from collections.abc import Sequence

from replay.cells.ink import Row
from replay.commentary import call_race
from replay.drawing.theme.look import Look
from replay.drawing.view import Eye, View
from replay.race.race import Race
from replay.state import timeline_of
from replay.viewing import picture_of
from replay.viewing.frame import Size, frame
from replay.viewing.picture import Picture

_SHOWN = 0.5
"""How much of the race, from the gun."""

_LASTS = 16.0
"""Seconds in which it is shown, about."""

_WHOLE = Size(90, 24)
"""From which there is room for more than the course."""


def preview_of(race: Race, look: Look) -> Picture:
    """The picture of a race, with what is said of it."""
    timeline = timeline_of(race)
    return picture_of(timeline, look, call_race(timeline))


def preview_rows(picture: Picture, elapsed: float, size: Size) -> Sequence[Row]:
    """What is seen so long after the preview began.

    Args:
        picture: The race in its look.
        elapsed: Seconds since then.
        size: Cells.
    """
    timeline = picture.stage.timeline
    until = (timeline.winner_time or timeline.duration) * _SHOWN
    rate = float(max(round(until / _LASTS), 1))
    bare = size.width < _WHOLE.width or size.height < _WHOLE.height
    view = View(bare=bare, playing=True, eye=Eye(rate=rate))
    return frame(picture, view, elapsed * rate % until if until else 0.0, size).rows
