"""What every answer is made of: values that JSON has, and the words for how a race ended for somebody."""

import math
from typing import Any

from replay.race.race import Race
from replay.race.statuses import STATUS_LETTERS

Answer = dict[str, Any]
"""A JSON object."""

ENDINGS = {**STATUS_LETTERS, "unknown": "no result known"}
"""A status, where it is not that of who runs or has finished, as it is printed."""


def number(value: float | None) -> float | None:
    """A number that JSON has: rounded to a millionth, None for what is not finite."""
    if value is None or not math.isfinite(value):
        return None
    return round(float(value), 6)


def iso_date(race: Race) -> str | None:
    """The day of a race, None where it is not known."""
    return race.date.isoformat() if race.date else None
