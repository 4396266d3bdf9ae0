"""Numbers with a part, as headings have them: `10½ miles`, `½ marathon`, `3/4 mile`."""

import re

from replay.files.table.wording.point_words import CHECKPOINTS

_SIGNS = (("¼", " 1/4"), ("½", " 1/2"), ("¾", " 3/4"))
_MIXED = re.compile(r"\b(\d{1,3}) ([1-3])/([24])(?= ?mi)")
_HALF = re.compile(r"\b1/2 ?(?=mara|way\b)")
_NO_RANGE = re.compile(
    rf"\b[1-3]/[248](?=[ -]?(?:of a )?mi)|^(?:{CHECKPOINTS})\.? ?\d+ ?[-–](?= ?[\d.,]+ ?(?:km|k|mi)\b)"
)
"""What looks like a stretch, and is a part of a mile or the number of a point: `VP 2 - 14,5 km`."""

PART_OF_MILE = re.compile(
    r"\b(?:(?P<part>[1-9]/[248]|three quarters?|quarter|half)[ -]?(?:of a )?(?:mi|mile)s?"
    r"|(?<![\d.,] )(?<!per )(?<!min )mile)\b"
)
PARTS = {"half": 0.5, "quarter": 0.25, "three quarter": 0.75, "three quarters": 0.75}


def spelt(title: str) -> str:
    """A heading with its parts in plain numbers: `10.5 miles`, `half marathon`, `3/4 mile`, `5 km` for `5.º km`."""
    title = _QUARTERS.get(title, title)
    for sign, part in _SIGNS:
        title = title.replace(sign, part)
    return _ORDINAL.sub(r"\1 ", _HALF.sub("half ", _MIXED.sub(_added, " ".join(title.split()))))


_QUARTERS = {"quarter": "1/4", "quarter time": "1/4", "three quarters": "3/4", "3 quarters": "3/4"}
"""What milers call the ends of their laps."""
_ORDINAL = re.compile(
    r"(?<![\w.,])(\d{1,3})(?:\.? ?[ºª°oa]|st|nd|rd|th|ère|ere|er|re|ème|eme|e|o|a|\.)\.? "
    r"(?=(?:km|kms|kilom\w*|quilom\w*|mi|miles?|milhas?|millas?|miglio|miglia|meilen?)\b)",
    re.IGNORECASE,
)
"""A kilometre or mile by its number: `1.º km`, `2nd mile`, `5e km`."""


def without_parts(title: str) -> str:
    """A heading without numbers between which something stands that looks like the sign of a stretch."""
    return _NO_RANGE.sub(" ", title)


def _added(match: re.Match[str]) -> str:
    whole, part, of = map(int, match.groups())
    return f"{whole + part / of:g}"
