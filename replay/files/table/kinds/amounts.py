"""How far somebody came, as cells have it: `18 011,5`, `221.52 km`, `131 miles`."""

import re
from collections.abc import Sequence

from replay.files.missing import is_missing
from replay.race.events import read_amount
from replay.race.names import fold
from replay.race.race import MILE

_AMOUNT = re.compile(r"(\d[\d.,' ]*?)\s*(km|kms|k|mi|miles?|m|met\w*)?\.?", re.IGNORECASE)


def metres_in(cells: Sequence[str], title: str) -> list[float | None]:
    """Metres of every cell: by its own unit, by the heading's, else kilometres where all are small."""
    words = fold(title.replace("_", " ").replace("(", " ").replace(")", " ")).split()
    unit = next((name for name, names in _UNITS.items() if names & set(words)), "")
    matches = [_AMOUNT.fullmatch(cell.strip()) if not is_missing(cell) else None for cell in cells]
    bare = [match[1] for match in matches if match is not None and not match[2]]
    if not unit and bare:
        unit = "km" if all((amount(text, whole=False) or 0.0) < _SMALL for text in bare) else "m"
    return [None if match is None else _metres(match, unit or "m") for match in matches]


_SMALL = 1000.0
_UNITS = {
    "km": {"km", "kms", "kilometer", "kilometres", "kilometers"},
    "mi": {"mi", "mile", "miles"},
    "m": {"m", "metres", "meters"},
}
_SCALE = {"k": 1000.0, "km": 1000.0, "kms": 1000.0, "mi": MILE, "mile": MILE, "miles": MILE}


def amount(text: str, *, whole: bool) -> float | None:
    """A number as lists write it; None where it is none."""
    try:
        return read_amount(text.strip(), whole=whole)
    except ValueError:
        return None


def _metres(match: re.Match[str], unit: str) -> float | None:
    scale = _SCALE.get((match[2] or unit).lower(), 1.0)
    number = amount(match[1], whole=scale == 1.0)
    return round(number * scale, 3) if number else None
