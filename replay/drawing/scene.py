"""What a race is drawn with, whatever the moment."""

from typing import NamedTuple

from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.race.race import Race
from replay.race.track import Track


class Scene(NamedTuple):
    """A race with its colours."""

    race: Race
    cast: Cast
    """Names, letters and colours of the runners."""
    look: Look
    """Theme and inks."""
    track: Track
    """What it is run on."""
