"""A stretch of a race by its number: `2nd 400m`, `3rd 5k`."""

import re

from replay.race.race import MILE

_PART = re.compile(
    r"(?P<number>\d{1,2})(?:(?:st|nd|rd|th|\.) (?P<of>[1-9]\d{2,3}) ?(?P<m>m(?:et[re]{2}s)?)?"
    r"|(?:st|nd|rd|th) (?P<far>[1-9]\d?) ?(?P<unit>k|km|mi|miles?))(?: ?time| split)?"
)


def nth_stretch(plain: str) -> tuple[float, bool] | None:
    """Metres from the start to where such a stretch ends, and whether the heading says its unit; None for others.

    Args:
        plain: A heading in lower case without accents.
    """
    part = _PART.fullmatch(plain)
    if part is None:
        return None
    far = float(part["of"]) if part["of"] else float(part["far"]) * (1000.0 if part["unit"][0] == "k" else MILE)
    return round(far * int(part["number"]), 3), bool(part["m"] or part["unit"])
