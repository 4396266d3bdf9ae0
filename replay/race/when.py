"""How a moment of a race is named: `3:30`, `1200m`, `600 to go`, `bell`, `lap 3`, `winner`."""

import re

from replay.race.race import MILE, When, WhenKind
from replay.race.times import parse_time

FORMS = "a time (3:30, 210s), a distance (1200m, 1.2km, half, 50%, 600 to go, bell), lap 3, start, winner or finish"
"""What a moment may be, for messages."""

_WORDS = {
    "start": When(WhenKind.START),
    "gun": When(WhenKind.START),
    "bell": When(WhenKind.BELL),
    "last lap": When(WhenKind.BELL),
    "winner": When(WhenKind.WINNER),
    "finish": When(WhenKind.FINISH),
    "end": When(WhenKind.FINISH),
    "half": When(WhenKind.FRACTION, 0.5),
    "halfway": When(WhenKind.FRACTION, 0.5),
}
_METRES = re.compile(r"(\d{1,7}(?:\.\d{1,6})?) ?(m|met(?:re|er)s?|km|k|mi|miles?)")
_TO_GO = re.compile(r"(\d{1,7}(?:\.\d{1,6})?) ?(m|met(?:re|er)s?|km|k|mi|miles?)? to go")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?) ?%")
_LAP = re.compile(r"lap ?(\d{1,5})")
_SECONDS = re.compile(r"(\d{1,6}(?:\.\d{1,6})?) ?(?:s|sec|seconds?)")


def parse_when(text: str) -> When:
    """Read the name of a moment; a bare number is seconds from the gun.

    Raises:
        ValueError: It is none of the `FORMS`, and the message lists them.
    """
    words = " ".join(text.lower().split())
    if words in _WORDS:
        return _WORDS[words]
    found = _parse_distance(words)
    if found is not None:
        return found
    if match := _LAP.fullmatch(words):
        if int(match[1]) < 1:
            raise ValueError(f"{text!r} is no moment of a race: laps are counted from 1")
        return When(WhenKind.LAP, float(match[1]))
    match = _SECONDS.fullmatch(words)
    try:
        return When(WhenKind.TIME, parse_time(match[1] if match else words))
    except ValueError:
        raise ValueError(f"{text!r} is no moment of a race: it takes {FORMS}") from None


def _parse_distance(words: str) -> When | None:
    if match := _METRES.fullmatch(words):
        return When(WhenKind.DISTANCE, _metres(match))
    if match := _TO_GO.fullmatch(words):
        return When(WhenKind.TO_GO, _metres(match))
    if match := _PERCENT.fullmatch(words):
        if float(match[1]) > 100:
            raise ValueError(f"{words!r} is more than the whole race")
        return When(WhenKind.FRACTION, float(match[1]) / 100)
    return None


def _metres(match: re.Match[str]) -> float:
    unit = match[2] or "m"
    return float(match[1]) * (1000.0 if unit.startswith("k") else MILE if unit.startswith("mi") else 1.0)
