"""Lists in plain lines of a race for distance: each ends with how far somebody came, and none has a time.

1. Ada Alfa - 34 loops
2  Bo Beta   Oak AC   131,250 km
"""

import re
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.results.layout import Laid
from replay.race.nations import is_nation_code

_LAPS = (
    r"loops?|laps?|yards?|rounds?|runden?|tours?|boucles?|vueltas?|gir[io]|voltas?|okr[aą][zż]e\w*|rond(?:e|en|es)"
    r"|varv|runder?|kierrosta|kol(?:a|o)?"
)
_LINE = re.compile(
    rf"\s*(?:[(\[#]?(\d{{1,4}})(?:[.):]|st|nd|rd|th)?[)\]]?\s+(?:[-–—]\s+)?)?([^\W\d_][^\d:]*?)[\s\-–—:|,]+"
    rf"(\d{{1,4}}(?:[.,]\d{{1,3}})?)\s*(km|kms|mi|miles?|m|{_LAPS})\b(?!\s*\d).{{0,60}}",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_FEWEST = 2
_MOSTLY = 0.6
_WORDS = 8
_LONGEST = 200


def farthest(lines: Sequence[str]) -> Laid | None:
    """The rows of such a list; None where it is none.

    Args:
        lines: Of a text.
    """
    found = {at: match for at, line in enumerate(lines) if (match := _LINE.fullmatch(line[:_LONGEST])) is not None}
    if len(found) < _FEWEST or any(len(match[2].split()) > _WORDS for match in found.values()):
        return None
    units = {_unit(match[4]) for match in found.values()}
    filled = sum(1 for line in lines[min(found) : max(found) + 1] if line.strip())
    if len(units) > 1 or len(found) < _MOSTLY * filled:
        return None
    unit = units.pop()
    titles = ["Place", "Name", "Nation", "Club", "Laps" if unit == "laps" else f"Distance ({unit})"]
    rows = [[match[1] or "", *_person(match[2]), match[3]] for match in found.values()]
    return Laid([titles, *rows], [min(found) + 1, *(at + 1 for at in found)])


def _unit(text: str) -> str:
    word = text.lower()
    if word.startswith("km"):
        return "km"
    return "mi" if word.startswith("mi") else "m" if word == "m" else "laps"


def _person(text: str) -> tuple[str, str, str]:
    """A name, and the nation and the club that stand behind it: behind a gap, or in brackets."""
    name, _, club = text.strip(" -–—:|,").partition("  ")
    if not club and (behind := _IN_BRACKETS.search(name)) is not None:
        name, club = name[: behind.start()], behind[1]
    club = clean_text(club)
    return (clean_text(name), club, "") if is_nation_code(club) else (clean_text(name), "", club)
