"""What a viewer may have drawn beside the runners: pace lights, trails, names."""

from dataclasses import dataclass

from replay.pacelights import PaceLight


@dataclass(frozen=True, slots=True)
class Extras:
    """What is drawn beside the runners."""

    light: PaceLight | None = None
    trails: str = "off"
    """`off`, `short` or `long`."""
