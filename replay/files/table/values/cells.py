"""What a single cell of a table may be: a time, a number, a sex, a distance, laps."""

import re

from replay.files.missing import is_missing
from replay.files.table.values.times import Cell, Form, read_cell
from replay.files.table.wording.sex_words import OTHER_SEXES, SEXES
from replay.files.table.wording.words import phrases
from replay.race.events import RaceForDistance, event_metres
from replay.race.names import fold


def is_time(text: str) -> bool:
    """Whether a cell is a time, or says that there is none."""
    return read_cell(text) is not None


def is_clock(text: str) -> bool:
    """Whether a cell is a time that is no plain number."""
    cell = read_cell(text)
    return cell is not None and cell.form is not Form.PLAIN


def is_letters(text: str) -> bool:
    """Whether a cell has letters and is no time with its units."""
    return any(map(str.isalpha, text)) and not is_clock(text)


def is_sex(text: str) -> bool:
    """Whether a cell says a sex, in any of the languages known."""
    return fold(text) in SEXES or fold(text) in OTHER_SEXES


def read_sex(text: str) -> str:
    """`M` or `F` for what a list calls them, other words as they are."""
    return SEXES.get(fold(text), text)


def is_number(text: str) -> bool:
    """Whether a cell is a whole number, also one that a program wrote as `7.0`."""
    return re.fullmatch(r"\d+(?:[.,]0+)?", text) is not None


def read_count(text: str) -> int | None:
    """A whole number, `7`, `7.0` or `7,0`; None for anything else."""
    return int(float(text.strip().replace(",", "."))) if is_number(text.strip()) else None


def is_distance(text: str) -> bool:
    """Whether a cell is a distance, or the time of a race for distance."""
    try:
        return event_metres(text) > 0
    except RaceForDistance:
        return True
    except ValueError:
        return False


_LAPPED = re.compile(
    r"(?:lapped|[+-]?\s*(?P<count>\d{1,3})\s*(?:laps?|lps?|rd\.?|runden?|tours?|tr|vueltas?|giri|giro|voltas?|okr\w*|ronden?"
    r"|varv|kierrosta|kol[ao]))(?: (?:down|behind|zuruck))?",
    re.IGNORECASE,
)


def read_lapped(text: str) -> int | None:
    """How many laps somebody was behind the winner, where a cell says so: `-1 lap`, `+2 Rd.`, `lapped`."""
    match = _LAPPED.fullmatch(text.strip())
    return int(match["count"] or 1) if match is not None else None


def read_laps(text: str) -> list[Cell]:
    """The times of all laps in one cell: `5:00 5:05`, `72,5; 73,1`, `1:12/2:19`."""
    parts = [part for part in re.split(r"(?<=\d)\s*[–—+-]\s*(?=\d)|[\s;|/]+|,(?=\s)", text.strip()) if part]
    cells = [read_cell(part) for part in parts]
    return [cell for cell in cells if cell is not None] if None not in cells else []


_SAME = frozenset(
    phrases(
        """s t, st, same time, same, idem, id, m t, mt, mismo tiempo, meme temps, gleiche zeit, gl zeit, gl z, z z,
    stesso tempo, ditto, do, ten sam czas, zelfde tijd, samma tid, samme tid"""
    )
)
SAME_SIGNS = frozenset({'"', "''", "″", "„", "”", ",,", "〃"})
"""Signs for the same; where no time stands above, they mean nothing."""


def is_same(text: str) -> bool:
    """Whether a cell says that the time is that of the runner above: `s.t.`, `same time`, `idem`, `"`; not `s/t`."""
    text = text.strip()
    return text in SAME_SIGNS or (text[:1].isalpha() and fold(text) in _SAME and not is_missing(text))
