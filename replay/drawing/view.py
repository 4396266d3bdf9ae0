"""What a viewer may have drawn beside the runners: pace lights, trails, names; and from where it is seen."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from replay.race.pacelights import PaceLight

NAMED = {"leader": 1, "first three": 3, "initials": 1, "off": 0}
"""How many of the first have their names beside the track, beside the chosen; with 0 nobody has. With `initials` every
runner is drawn with two letters in place of one."""


class Extras(NamedTuple):
    """What is drawn beside the runners."""

    light: "PaceLight | None" = None
    names: str = "leader"
    """A key of `NAMED`."""
    trails: str = "off"
    """`off`, `short` or `long`."""
    camera: str = "stadium"
    """`stadium`, `leaders` or `chosen`: the whole of it, or close up with the leaders or the chosen runner."""


class Eye(NamedTuple):
    """Where the picture is seen from."""

    near: float = 0.0
    """How much of the way from the whole stadium (0) to close up (1) it has gone."""
    focus: int | None = None
    """The entry that it goes with; None for the leaders."""
    before: int | None = None
    """Whom it went with before."""
    come: float = 1.0
    """How much of the way from there (0) to here (1) it has gone."""
    rate: float = 1.0
    """Seconds of the race that pass in one: legs go no faster than legs do, however fast that is."""
