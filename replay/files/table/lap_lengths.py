"""Laps whose headings say how long they are, all of them or some: `Lap 1 (409m)`, `Lap 2`, `Lap 3`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from replay.files.table.meanings.timed import Timed
from replay.files.table.sheet import Sheet
from replay.files.table.stretches import rows_of, some_rows
from replay.files.table.wording.headings import Point, Told, plain_title
from replay.files.table.wording.point_words import LAPS
from replay.race.events import read_amount
from replay.race.race import MILE

_LAP = re.compile(
    rf"(?:{'|'.join(sorted(LAPS, key=len, reverse=True))}) ?(?P<number>\d{{1,3}})"
    r"(?: ?[(\[] ?(?P<far>\d+(?:[.,]\d+)?) ?(?P<unit>km|k|m|mi|miles?) ?[)\]])?"
)
_UNITS = {"m": 1.0, "k": 1000.0, "km": 1000.0}
_ALIKE = 1.5
"""How much longer than the shortest a lap is at most: what grows more is how far it was to each lap's end."""
_NEARLY = 0.0025
"""The share by which the laps together may differ from the race."""
_FEWEST, _MOSTLY = 2, 0.8


def at_lap_lengths(sheet: Sheet, timed: list[Timed]) -> list[Timed]:
    """The columns, those of such laps at their ends; where the lengths do not make the race, they count laps alone."""
    found = {column.index: _LAP.fullmatch(plain_title(column.title)) for column in timed}
    laps = [(column, match) for column in timed if (match := found[column.index]) is not None]
    if [int(match["number"]) for _, match in laps] != list(range(1, len(laps) + 1)) or len(laps) < _FEWEST:
        return timed
    lengths = [
        read_amount(match["far"]) * _UNITS.get(match["unit"], MILE) if match["far"] else None for _, match in laps
    ]
    known = [length for length in lengths if length is not None]
    if not known or max(known) > _ALIKE * min(known):
        return timed
    others = next((length for length in lengths[1:] if length is not None), sheet.lap or known[0])
    ends = list(accumulate(others if length is None else length for length in lengths))
    columns = [column for column, _ in laps]
    if abs(ends[-1] / sheet.far - 1) > _NEARLY:
        points, told = [Point(number=at, lap=True) for at in range(1, len(laps) + 1)], Told.TIME
    else:
        short = sheet.far - ends[-1] if abs(sheet.far - ends[-1]) < 1 else 0.0  # a mile's first lap has 409.344 m
        points = [Point(metres=round(end + short, 3)) for end in ends]
        told = Told.LAP if _add_up(sheet, columns, points) else Told.TIME
    made = {one.index: replace(one, point=at, told=told) for one, at in zip(columns, points, strict=True)}
    return [made.get(column.index, column) for column in timed]


def _add_up(sheet: Sheet, columns: Sequence[Timed], points: Sequence[Point]) -> bool:
    """Whether the times of nearly everybody's laps make the result."""
    for column, point in zip(columns, points, strict=True):
        column.decide((point.metres or 0.0) / len(columns))
    rows = some_rows(columns)
    sums = [(sum(filter(None, row)), sheet.results[at]) for at, row in zip(rows, rows_of(columns, rows), strict=True)]
    alike = [result is not None and abs(total - result) <= 0.5 * len(columns) for total, result in sums]
    return sum(alike) >= _MOSTLY * len(alike)
