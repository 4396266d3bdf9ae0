"""Where a race was."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Venue:
    """Where it was."""

    stadium: str = ""
    city: str = ""
    country: str = ""

    def __str__(self) -> str:
        """`Hayward Field, Eugene, USA`."""
        return ", ".join(part for part in (self.stadium, self.city, self.country) if part)
