"""Kilometres or miles: what a road is counted in. Tracks and pools are always told in metres."""

from enum import StrEnum

MILE = 1609.344
"""Metres in a mile, exactly (international yard and pound agreement, 1959)."""


class Unit(StrEnum):
    """What a road is marked in."""

    KILOMETRES = "km"
    MILES = "mi"

    @property
    def metres(self) -> float:
        """Metres of one."""
        return MILE if self is Unit.MILES else 1000.0

    @property
    def word(self) -> str:
        """`kilometre` or `mile`."""
        return "mile" if self is Unit.MILES else "kilometre"

    def far(self, distance: float, decimals: int) -> str:
        """Metres in this unit, with at most so many digits behind the point: `7.2 km`, `13.1 mi`, `5 km`."""
        text = f"{distance / self.metres:.{decimals}f}"
        return f"{text.rstrip('0').rstrip('.') if '.' in text else text} {self}"
