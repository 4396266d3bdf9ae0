"""Lists that are of several races: winners year by year, the best of all time, records, and people's best times."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from replay.files.table.meanings.column import Column
from replay.files.table.meanings.columns import listed
from replay.files.table.sheet import Sheet
from replay.files.table.values.notations import read_as
from replay.files.table.values.times import read_cell, read_day
from replay.files.table.wording.headings import Told
from replay.files.table.wording.words import Meaning, phrases
from replay.race.events import FARTHEST
from replay.race.names import fold

_YEARS = frozenset(phrases("year, jahr, annee, ano, anno, rok, jaar, ar, vuosi, ev, god, season, edition"))
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MOSTLY = 0.6
_FEWEST = 3


def tell_days(sheet: Sheet, above: Iterable[str]) -> None:
    """Tell, in the title too, that the rows are of races on different days, shown as if all had run together.

    Args:
        sheet: The table.
        above: What stands above it, which may say that it is a list of the best.
    """
    if len(sheet.lines) < _FEWEST:
        return
    for column in sheet.columns:
        own = column.meaning is Meaning.DATE and len(column.sample) >= _FEWEST
        days = own and (len(set(column.sample)) > _MOSTLY * len(column.sample) or _are_far_apart(column.sample))
        if days or _counts_years(column):
            _tell(sheet, f"by {column.title!r}", "years" if _counts_years(column) else "days")
            return
    dated = [column for column in sheet.columns if column.heading is None and column.share(_is_day) > _MOSTLY]
    words = next((text for text in (sheet.about.title, *above) if _BEST.search(fold(text))), "")
    if words or (len(dated) > 1 and _are_far_apart(dated[-1].sample)):  # the first are those of birth
        _tell(sheet, f"as {words!r} says" if words else f"by {dated[-1].title!r}", "days")


def _tell(sheet: Sheet, why: str, what: str) -> None:
    sheet.findings.assume(f"the rows are of different {what}, {why}: a list of several races, shown as one", "")
    told = f" (times of different {what})"
    sheet.about.title = f"{sheet.about.title.removesuffix(told)}{told}"


def _is_day(text: str) -> bool:
    return read_day(text) is not None


_BEST = re.compile(
    r"\ball ?time\b|\btop ?lists?\b|\bbest ?performances\b|\bbestenlisten?\b|\bewige\b|\bseasons? bests?\b"
    r"|\bpersonal bests\b|\bkaikkien aikojen\b|\bgenom tiderna\b|\bmeilleures performances\b|\btous les temps\b"
    r"|\bmejores marcas\b|\bmigliori prestazioni\b|\bnajlepsze wyniki\b|\bsegment leaderboard\b|\brankings? 20\d\d\b"
)
"""What a list of the best of several races is called."""


def _are_far_apart(cells: Sequence[str]) -> bool:
    """Whether days are farther apart than those of any race."""
    days = [day for cell in cells if (day := read_day(cell)) is not None]
    return bool(days) and (max(days) - min(days)).days > _LONGEST


_LONGEST = 60
"""Days of a race."""


def _counts_years(column: Column) -> bool:
    """Whether a column has years in their order, each once: years of birth have none."""
    if fold(column.title) not in _YEARS or not all(map(_YEAR.fullmatch, column.sample)):
        return False
    years = list(map(int, column.sample))
    return all(a < b for a, b in pairwise(years)) or all(a > b for a, b in pairwise(years))


def need_one_distance(sheet: Sheet) -> None:
    """Refuse a table of everybody's times in several events: nobody takes a split at 800 m and one at 1500.

    Raises:
        UnreadableRace: It is one.
    """
    points = {
        round(column.heading.point.metres): column.title
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None
        and column.heading.point is not None
        and column.heading.point.metres
        and column.heading.point.metres < FARTHEST
    }
    if sheet.choices.columns or not {800, 1500} <= points.keys() or max(points) <= 1500:
        return
    if any(metres % 100 or metres in _BETWEEN for metres in points):
        return
    message = f"the columns {listed(list(points.values()))} are several events, and no points of one race"
    hint = f'take one of them: --column "{points[1500]}=result" --distance 1500'
    raise sheet.findings.fail(sheet.line, message, hint)


def need_one_race(sheet: Sheet) -> None:
    """Refuse a table of everybody's times in several races of one length: `5k April`, `5k May`, `5k June`.

    Raises:
        UnreadableRace: It is one, and nobody says which is meant.
    """
    if sheet.choices.columns or sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.LAPS):
        return
    points = [
        (column.heading.point.metres, column)
        for column in sheet.all(Meaning.SPLIT)
        if column.heading is not None and column.heading.point is not None and column.heading.told is Told.TIME
        if column.heading.point.metres is not None and column.heading.clock is None
    ]
    far = max((metres for metres, _ in points), default=0.0)
    last = [column for metres, column in points if metres == far and _is_run(column, far)]
    if len(last) < _SEVERAL or len({fold(column.title) for column in last}) < len(last):
        return
    message = f"the columns {listed([column.title for column in last])} are of several races of {far:g} m"
    hint = f'take one of them: --column "{last[0].title}=result" --distance {far:g}'
    raise sheet.findings.fail(sheet.line, message, hint)


_SEVERAL = 2


def _is_run(column: Column, metres: float) -> bool:
    """Whether what stands in a column may be times of so far a race."""
    cells = [cell for text in column.sample if (cell := read_cell(text)) is not None]
    return read_as(cells, metres)[1] > _MOSTLY


_BETWEEN = (300, 500, 600, 700, 900, 1000, 1100, 1200, 1600, 2000, 2400, 2500)
"""Points of races that are no events in such a table; with one of them the others may be points, too."""
