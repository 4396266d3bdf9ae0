"""Relays whose legs are of unlike lengths: where each ends, by the event's name."""

import re
from itertools import accumulate

from replay.race.names import fold

_RELAYS = re.compile(
    r"relay|medley|\b[ds]mr\b|staffel|staffett|stafett|stafet|relais|relevo|sztafet|viesti|estafette|ekiden"
)
_LENGTHS = re.compile(r"(?<![\d.,:x×])\d{2,4}(?: ?m\b)?(?:(?: ?[-–/+,] ?| )\d{2,4}(?: ?m\b)?){2,7}(?![\d.,:x×])")
_KILOMETRES = re.compile(
    r"(?<![\d.,:x×/-])\d{1,2}(?:[.,]\d{1,3})?(?: ?km)?"
    r"(?: ?[-–/+] ?\d{1,2}(?:[.,]\d{1,3})?(?: ?km)?){2,9}(?![\d.,:x×/-])"
)
_DAYS = re.compile(r"\d{1,2}[-/]\d{1,2}[-/]\d{2,4}")
_DISTANCE_MEDLEY = re.compile(r"\bdistance medley\b|\bdmr\b")
_A_DAY = 3
"""Numbers that may be those of a day."""
_CALLED = (1200.0, 400.0, 800.0, 1600.0)
"""The distance medley's legs (NCAA, rule 5-6; World Athletics TR 24 has it in this order, too)."""
_LEGS = frozenset(
    (50, 60, 80, 100, 150, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1600, 2000, 3000, 3200, 4000, 5000)
)


def medley_ends(text: str) -> tuple[float, ...]:
    """Metres at the end of each leg, where a title names a relay of unlike legs; empty where it does not.

    Args:
        text: Such as `Sprint medley 400-200-200-800` or `Distance Medley Relay`.
    """
    words = fold(text)
    if _RELAYS.search(words) is None:
        return ()
    for match in _LENGTHS.finditer(text):
        legs = [int(number) for number in re.findall(r"\d+", match[0])]
        if set(legs) <= _LEGS and len(set(legs)) > 1:
            return tuple(accumulate(map(float, legs)))
    for match in _KILOMETRES.finditer(text):
        far = [float(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?", match[0])]
        whole = _DAYS.fullmatch(match[0]) is None and (len(far) > _A_DAY or "km" in match[0])
        if whole and len(set(far)) > 1 and min(far) >= 1:
            return tuple(round(1000 * end, 3) for end in accumulate(far))
    return tuple(accumulate(_CALLED)) if _DISTANCE_MEDLEY.search(words) is not None else ()
