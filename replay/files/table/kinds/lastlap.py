"""When the runners of a race for distance ended their last lap, and how long a lap is, as such lists say it."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from replay.files.table.meanings.column import Column
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.words import Meaning, phrases
from replay.race.names import fold

_LAST = frozenset(
    phrases(
        """last lap, last loop, last lap time, last loop time, final lap, last passing, letzte runde, letzte rundenzeit,
    zeit letzte runde, letzter durchgang, dernier tour, dernier passage, temps dernier tour, ultima vuelta,
    ultimo giro, ultima volta, ultimo paso, ostatnie okrazenie, laatste ronde, siste runde, sista varv, sista varvet,
    sidste omgang, viimeinen kierros, posledni kolo, time at last lap, time of last lap"""
    )
)
_RESULTS = (Meaning.RESULT, Meaning.NET, Meaning.GUN)
_LATE = 0.5
"""The share of the race after which everybody who is in a list ended his last lap; of a column of lap times nobody."""
LENGTH = re.compile(
    r"\b(?:laps?|loops?|runden?|rundenl\w*|tours?|boucles?|giro|vueltas?|voltas?|okrazeni\w*|ronden?|varv|kierros)\b"
    r"[^\d\n]{0,12}(\d[\d.,]*)\s*(km|m|mi|miles?)\b",
    re.IGNORECASE,
)
"""How long a lap is, in words."""


class LastLap(NamedTuple):
    """The times, and the column that has them."""

    column: Column
    seconds: list[float | None]
    texts: list[str]


def last_laps(columns: Sequence[Column], duration: float) -> LastLap | None:
    """When everybody ended the last lap, by a column that is headed so, or by the results.

    Args:
        columns: Of the table.
        duration: Seconds of the race.
    """
    headed = [column for column in columns if fold(column.title) in _LAST]
    for column in (*headed, *(one for one in columns if one.meaning in _RESULTS)):
        cells = [read_cell(cell.strip()) for cell in column.cells]
        seconds = [PLAIN.seconds(cell) if cell is not None else None for cell in cells]
        known = list(filter(None, seconds))
        if known and all(_LATE * duration < one <= duration for one in known) and set(known) != {duration}:
            return LastLap(column, seconds, [cell.text if cell is not None else "" for cell in cells])
    return None


def length_in(texts: Iterable[str]) -> str | None:
    """How long a lap is, by lines such as `Rundenlänge 1000 m`."""
    match = next((found for text in texts if (found := LENGTH.search(fold_signs(text))) is not None), None)
    return f"{match[1]} {match[2]}" if match is not None else None


def fold_signs(text: str) -> str:
    """A text without accents, its digits and signs as they are."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans("äöüéèóąęż", "aoueeoaez")
