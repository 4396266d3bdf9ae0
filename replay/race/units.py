"""Kilometres or miles: what a road is counted in. Tracks are told in metres, and what is run in yards in yards."""

from enum import StrEnum

MILE = 1609.344
"""Metres in a mile, exactly (international yard and pound agreement, 1959)."""

YARD = 0.9144
"""Metres in a yard, exactly (the same agreement)."""


def is_in_yards(metres: float) -> bool:
    """Whether a distance is a whole number of yards in tens, and of no metres: 880 yards, a quarter of a mile."""
    tens, whole = metres / (10 * YARD), abs(metres - round(metres)) < _NEARLY
    return not whole and abs(tens - round(tens)) < _NEARLY and 0 < metres < _FARTHEST


_FARTHEST = 10_000.0
"""Metres from which on nobody counts in yards."""


def is_in_miles(metres: float) -> bool:
    """Whether a distance is a whole number of miles."""
    return abs(metres / MILE - round(metres / MILE)) * MILE < _NEARLY and metres > 0


_NEARLY = 1e-3


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
