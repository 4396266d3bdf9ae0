"""Rows above or below the headings that say more of them: `time`, `place` of each point, or how far each is."""

import re
from collections.abc import Sequence

from replay.files.cleaning import clean_text
from replay.files.table.layouts.cutting import Row
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.point_words import GAPS, PACES, RANKS
from replay.files.table.wording.words import phrases
from replay.race.names import fold


def with_words(titles: Sequence[str], row: Row) -> list[str] | None:
    """Headings of which several are alike, with what the row below says of each: `5 km time`, `5 km place`."""
    cells = [clean_text(cell) for cell in row]
    named = [title for title in titles if title]
    words = [fold(cell) for cell in cells if cell]
    if len(set(named)) == len(named) or not words or any(word not in _OF_POINTS for word in words):
        return None
    return [f"{title} {cells[at]}".strip() if at < len(cells) else title for at, title in enumerate(titles)]


_OF_POINTS = RANKS | PACES | GAPS | frozenset(phrases("time, times, zeit, temps, tiempo, tempo, czas, tijd, tid"))
_FAR = re.compile(r"(\d+(?:[.,]\d+)?)\s*(km|k|mi|miles?|m)?\.?", re.IGNORECASE)
_FAR_WORDS = {"km": "km", "kilometer": "km", "m": "m", "metres": "m", "mi": "mi", "miles": "mi"}
_FAR_WORDS |= dict.fromkeys(("distance", "dist", "distanz", "strecke", "distancia", "distanza", "dystans"), "")


def with_distances(titles: Sequence[str], row: Row) -> list[str] | None:
    """The headings with how far each point is, where a row beside them says it: `km;;12,5;25`; None for another row."""
    cells = [cell.strip() for cell in row]
    found = {at: match for at, cell in enumerate(cells) if (match := _FAR.fullmatch(cell)) is not None}
    words = [fold(cell) for at, cell in enumerate(cells) if cell and at not in found]
    units = [match[2] for match in found.values() if match[2]]
    far = [float(match[1].replace(",", ".")) for match in found.values()]
    if len(far) < 2 or any(word not in _FAR_WORDS for word in words) or far != sorted(set(far)):
        return None
    if not (words or units or all(at < len(titles) and _is_point(titles[at]) for at in found)):
        return None
    unit = next((_FAR_WORDS[word] for word in words if _FAR_WORDS[word]), "km" if far[-1] < _SMALL else "m")
    return [
        f"{title} ({found[at][1]} {found[at][2] or unit})" if at in found else title for at, title in enumerate(titles)
    ]


def _is_point(title: str) -> bool:
    """Whether a heading names a point and does not say how far it is: `CP1`, `Finish`."""
    heading = next(iter(read_heading(title)), None)
    return heading is not None and heading.point is not None and heading.point.metres is None


_SMALL = 1000.0
