"""Lists that are of several races: winners year by year, the best of all time, records, and people's best times."""

import re
from collections.abc import Sequence
from itertools import pairwise

from replay.files.table.meanings.column import Column
from replay.files.table.meanings.columns import listed
from replay.files.table.sheet import Sheet
from replay.files.table.values.times import read_day
from replay.files.table.wording.words import Meaning, phrases
from replay.race.names import fold

_YEARS = frozenset(phrases("year, jahr, annee, ano, anno, rok, jaar, ar, vuosi, ev, god, season, edition"))
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MOSTLY = 0.6
_FEWEST = 3


def tell_days(sheet: Sheet) -> None:
    """Tell that the rows are of races on different days, which are then shown as if all had run together."""
    for column in sheet.columns:
        days = column.meaning is Meaning.DATE and (
            len(set(column.sample)) > _MOSTLY * len(column.sample) or _are_far_apart(column.sample)
        )
        if len(column.sample) >= _FEWEST and (days or _counts_years(column)):
            clause = f"the rows are of different days, by {column.title!r}: a list of several races, shown as one"
            sheet.findings.assume(clause, "")
            return


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
        if column.heading is not None and column.heading.point is not None and column.heading.point.metres
    }
    if sheet.choices.columns or not {800, 1500} <= points.keys() or max(points) <= 1500:
        return
    if any(metres % 100 or metres in _BETWEEN for metres in points):
        return
    message = f"the columns {listed(list(points.values()))} are several events, and no points of one race"
    hint = f'take one of them: --column "{points[1500]}=result" --distance 1500'
    raise sheet.findings.fail(sheet.line, message, hint)


_BETWEEN = (300, 500, 600, 700, 900, 1000, 1100, 1200, 1600, 2000, 2400, 2500)
"""Points of races that are no events in such a table; with one of them the others may be points, too."""
