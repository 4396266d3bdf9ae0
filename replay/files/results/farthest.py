"""Lists in plain lines of a race for distance: each ends with how far somebody came, and none has a time.

1. Ada Alfa - 34 loops
2  Bo Beta   Oak AC   131,250 km
3  Cy Gamma  28 laps  187.8 km
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
    rf"(\d{{1,4}}(?:[.,]\d{{1,3}})?)\s*(km|kms|mi|miles?|m|{_LAPS})\b"
    r"(?:[\s\-–—:|,=(/]+(\d{1,4}(?:[.,]\d{1,3})?)\s*(km|mi|miles?|m)\b)?(?!\s*[\d/]).{0,60}",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_FEWEST = 2
_WHO = 4
"""Columns of who somebody is."""
_MOSTLY = 0.6
_WORDS = 8
_LONGEST = 200


def farthest(lines: Sequence[str], timed: Laid | None = None) -> Laid | None:
    """The rows of such a list; where it is none, or has no more rows than one with times, that one.

    Args:
        lines: Of a text.
        timed: The rows of runners with times, or with `DNF`, if there are any.
    """
    found = _farthest(lines)
    return found if found is not None and (timed is None or len(found.rows) > len(timed.rows)) else timed


def _farthest(lines: Sequence[str]) -> Laid | None:
    found = {at: match for at, line in enumerate(lines) if (match := _LINE.fullmatch(line[:_LONGEST])) is not None}
    if len(found) < _FEWEST or any(len(match[2].split()) > _WORDS for match in found.values()):
        return None
    units = {(_unit(match[4]), match[6] and _unit(match[6])) for match in found.values()}
    filled = sum(1 for line in lines[min(found) : max(found) + 1] if line.strip())
    if len(units) > 1 or len(found) < _MOSTLY * filled:
        return None
    titles = ["Place", "Name", "Nation", "Club"]
    titles += ["Laps" if unit == "laps" else f"Distance ({unit})" for unit in units.pop() if unit]
    amounts = (3, 5)[: len(titles) - _WHO]
    rows = [[match[1] or "", *_person(match[2]), *(match[at] for at in amounts)] for match in found.values()]
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
