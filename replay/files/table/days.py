"""On which day a race was, by what is said beside its runners: `date: 2018-09-23`, `12 April 2025`, `startTime`."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence

from replay.files.source import DateOrder
from replay.files.table.findings import Findings
from replay.files.table.meanings.column import Column
from replay.files.table.values.months import day_in
from replay.files.table.values.times import order_of_days, read_day
from replay.files.table.wording.words import WORDS, Meaning, phrases
from replay.race.names import fold

DATE_KEYS = frozenset(
    phrases(
        f"{WORDS[Meaning.DATE]}, start date, date start, start datetime, start date local, scheduled start,"
        "scheduled date, date time, datetime, date local, race day, event day, meeting date, meet date, date of race,"
        "date of event, competition date, held on, when, wettkampfdatum, renndatum, date epreuve, date course,"
        "fecha carrera, data gara, wedstrijddatum, startdate, racedate, eventdate, meetdate"
    )
)
_DATED = frozenset(phrases("date, datum, fecha, dato, day, tag, start, starts, started"))
_OF_SOMETHING_ELSE = frozenset(
    phrases(
        "birth, born, geburt, entry, entries, registration, closing, deadline, created, updated, modified, published,"
        "posted, printed, exported, generated, retrieved, fetched, scraped, accessed, upload, uploaded, file, end, due"
    )
)
SHOWN_AT = re.compile(
    r"updated?|as of|modified|printed|published|posted|generated|exported|created|retrieved|accessed|copyright|©|\bby\b"
    r"|gedruckt|stand|aktualisiert|erstellt|imprim|mis à jour|actualizado|stampato|aggiornato|wygenerowano|bijgewerkt",
    re.IGNORECASE,
)
"""What stands beside the day on which a list was made or printed."""
_WORDS = 10
"""Of a line of which a day is the point: `Sat 12 April 2025, Leeds`."""


def day_of(said: Mapping[str, str], start: str, above: Iterable[str], order: DateOrder | None) -> datetime.date | None:
    """The day of a race; None where nothing says it.

    Args:
        said: What is said beside it, by key in plain words.
        start: When the gun went, which may say the day, too.
        above: Lines above its heading.
        order: How a day in digits is written.
    """
    keyed = [text for key, text in said.items() if key in DATE_KEYS]
    nearly = [text for key, text in said.items() if key not in DATE_KEYS and _is_dated(key)]
    # A day is likelier the race's own than those of its meeting, from one to another.
    lines = sorted(above, key=lambda line: (SHOWN_AT.search(line) is not None, SEVERAL_DAYS.search(line) is not None))
    for text in (*keyed, start, *nearly, *lines):
        if text and (day := day_in(text, order)) is not None:
            return day
    return None


def tell_day(
    found: Findings, day: datetime.date | None, above: Iterable[str], cells: Iterable[str], titles: Iterable[str]
) -> None:
    """Tell that the day of a race was read with its day first, where its month may stand first as in English lists."""
    if day is not None and found.american and (said := either_way(day, above, cells, DateOrder.MONTH_FIRST)):
        found.assume(f"{said!r} is {day}, the month first as Americans write it", "--date-order dmy")
        return
    english = any(not _ENGLISH.isdisjoint(fold(title).split()) for title in titles)
    if day is not None and english and (said := either_way(day, above, cells)):
        found.assume(f"{said!r} is {day}, the day first", "--date-order mdy")


def order_in(columns: Sequence[Column], above: Sequence[str], found: Findings) -> DateOrder | None:
    """How days in digits are written in a list: the month first in an American one, where all may be so."""
    cells = [cell for column in columns for cell in column.sample]
    days = [match[0] for text in (*above, *cells) for match in _EITHER.finditer(text)]
    found.american = bool(days) and (any(map(_is_american, columns)) or any(map(_PLACED.search, above)))
    if found.american and all(read_day(day, DateOrder.MONTH_FIRST) is not None and "/" in day for day in days):
        return DateOrder.MONTH_FIRST
    found.american = False
    return order_of_days((*above, *cells))


def _is_american(column: Column) -> bool:
    """Whether a column has what only American lists have: ZIP codes, states, or days with a time of the forenoon."""
    words = set(fold(column.title).split())
    form = _STATE if words & _STATES else _TOWN  # elsewhere `DE` is Germany
    return bool(words & _ZIP) or any(column.share(one.fullmatch) >= _MOSTLY for one in (form, _MORNING))


_ZIP, _STATES = frozenset(("zip", "zipcode")), frozenset(("state", "st"))
_MOSTLY = 0.8
_STATE = re.compile(
    r"A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
_TOWN = re.compile(rf".+, ?(?:{_STATE.pattern})")
"""Where somebody lives: `Oakham, NY`."""
_PLACED = re.compile(
    rf"[^\W\d], ?(?!DE\b)(?:{_STATE.pattern})\b(?: \d{{5}})?(?:,? U\.?S\.?A?\.?)?(?=\s*(?:$|[-–|(;]))"
    r"|\bUSA\b|\bUnited States\b"
)
"""Where an American race was: `Oakham, OH`, `Oakham, NY 12345, USA`."""
_MORNING = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?::\d\d)? ?[AP]M", re.IGNORECASE)


_ENGLISH = frozenset(phrases("time, athlete, runner, place, result, finish, bib, participant, competitor"))


def either_way(
    day: datetime.date, above: Iterable[str], cells: Iterable[str], first: DateOrder = DateOrder.DAY_FIRST
) -> str:
    """The digits of a day that may be read the other way as well, and no other day says which; empty for any other.

    Args:
        day: As it was read.
        above: Lines above the heading, in one of which it may stand.
        cells: Of the table, whose days may say which comes first.
        first: How it was read.
    """
    found = (match[0] for text in above for match in _EITHER.finditer(text))
    ways = [DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST]
    other = next(way for way in ways if way is not first)
    said = next((text for text in found if read_day(text, first) == day and read_day(text, other)), "")
    if not said or day.day == day.month:
        return ""
    days = (match[0] for text in cells if (match := _EITHER.match(text.strip())) is not None)
    return said if all(read_day(text, other) is not None for text in days) else ""


_EITHER = re.compile(r"(?<![\d/-])\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d\d)(?![\d/-])")
"""With points the day comes first."""
SEVERAL_DAYS = re.compile(r"(?<![\d.:])\d{1,2}\.?(?: ?[^\W\d_]{3,10})? ?[-–] ?\d{1,2}(?:[./ ]|, )(?!\d{1,2}[:.]\d\d\b)")
"""Days of a meeting: `27.-30.6.2024`, `February 24-25, 2025`, `3 - 5 May 2024`."""


def _is_dated(key: str) -> bool:
    words = set(key.split())
    return not words.isdisjoint(_DATED) and words.isdisjoint(_OF_SOMETHING_ELSE)


def is_day(line: str) -> bool:
    """Whether a line of a page says on which day the race was: a day and little else, and not when it was printed."""
    return len(line.split()) <= _WORDS and SHOWN_AT.search(line) is None and day_in(line) is not None


def begins_with_day(text: str) -> bool:
    """Whether a text is a moment with its day: `2025-04-12T14:30:00`."""
    return _MOMENT.match(text) is not None


_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


def is_written_on(text: str) -> bool:
    """Whether a cell says when its row was written, as forms do: `2026/11/07 2:14:05 PM GMT+1`."""
    return _WRITTEN.match(text.strip()) is not None


_WRITTEN = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ,]+\d{1,2}:\d\d")
