"""Numbered columns of a table, of which two series may tell the same: `Leg 1`, `Leg 2` … beside `Split 1` …."""

import re
from collections.abc import Sequence
from dataclasses import replace

from replay.files.table.meanings.timed import Timed
from replay.files.table.wording.headings import Point


def number_of(column: Timed) -> int:
    """The number of a lap or a point."""
    return column.point.number or int(column.point.metres or 0)


def one_series(columns: Sequence[Timed]) -> list[Timed]:
    """The columns in the order of their numbers; of several series that each count from 1 the longest."""
    ordered = sorted(columns, key=number_of)
    if len({number_of(column) for column in ordered}) == len(ordered):
        return ordered
    series: dict[str, list[Timed]] = {}
    for column in ordered:
        series.setdefault(re.sub(r"\d+", "", column.title).strip().casefold(), []).append(column)
    whole = [found for found in series.values() if [*map(number_of, found)] == list(range(1, len(found) + 1))]
    return max(whole, key=len, default=ordered)


def count_up(columns: Sequence[Timed]) -> bool:
    """Whether columns have all numbers from 1 on, or each so many-th lap from the first: 5, 10, 15."""
    numbers = [number_of(column) for column in columns]
    return bool(numbers) and numbers[0] > 0 and numbers == [numbers[0] * at for at in range(1, len(numbers) + 1)]


def with_first_lap(
    placed: dict[float, Timed], numbered: Sequence[Timed], far: float, lap: float | None
) -> tuple[dict[float, Timed], Sequence[Timed]]:
    """Laps with the first of them, which is shorter and headed by its metres: `200, L1, L2, …, L12` of 5000 m.

    Args:
        placed: Columns by the metres that their headings say.
        numbered: Those that have only numbers.
        far: Metres of the race.
        lap: Metres of a lap.
    """
    laps = one_series([column for column in numbered if column.point.lap or column.point.metres])
    (metres, first), *others = placed.items() if placed else [(0.0, None)]
    if first is None or others or not lap or not count_up(laps) or number_of(laps[0]) != 1:
        return placed, numbered
    if not 0 < metres < lap or abs(metres + lap * len(laps) - far) > 1:
        return placed, numbered
    return {}, [replace(column, point=Point(number=at, lap=True)) for at, column in enumerate((first, *laps), 1)]
