"""How a replay begins."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from replay.files.preferences import Preferences
from replay.race.race import When
from replay.tui.keys import REPLAY_KEYS, Key
from replay.viewing.player import Steps

if TYPE_CHECKING:
    from replay.analysis.ghosts import Align, Ghost
    from replay.race.race import Race


NEXT_RACE = "next race"
"""What `N` leads to where no story goes on."""


class Opening(NamedTuple):
    """How a replay begins."""

    at: float | None = None
    """Opens there, paused; None: the start card, then the gun."""
    moment: When | None = None
    """What `at` was named by: a sparse race has it elsewhere once it is worked out."""
    rate: float | None = None
    """Seconds of the race in one; None for its usual speed."""
    follow: int | None = None
    """The entry that is chosen and named from the start."""
    spoilers: bool = False
    ghosts: "tuple[Ghost, ...]" = ()
    """Those who were put beside the race."""
    align: "Align | None" = None
    as_run: "Race | None" = None
    """The race as it was, where it was changed."""
    onward: str = NEXT_RACE
    """What `N` leads to."""
    out: str = "menu"
    """Where `q` leads."""
    names: str = "leader"
    """Whose names stand beside the track."""
    directed: bool = False
    """Whether the director is at work from the start."""
    steps: Steps = Steps()
    keys: tuple[Key, ...] = REPLAY_KEYS


def as_preferred(opening: Opening, preferences: Preferences, keys: Sequence[Key]) -> Opening:
    """A replay's beginning as somebody has set it once for all; what was asked for this time holds."""
    return opening._replace(
        spoilers=opening.spoilers or preferences.spoilers,
        names=preferences.names,
        directed=preferences.director and opening.rate is None,
        steps=Steps(preferences.seek, preferences.seek_road, preferences.seek_fine),
        keys=tuple(keys),
    )
