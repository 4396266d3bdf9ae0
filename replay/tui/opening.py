"""How a replay begins."""

from typing import TYPE_CHECKING, NamedTuple

from replay.race.race import When

if TYPE_CHECKING:
    from replay.analysis.ghosts import Align, Ghost
    from replay.race.race import Race


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
    onward: str = "next race"
    """What `N` leads to."""
    out: str = "menu"
    """Where `q` leads."""
