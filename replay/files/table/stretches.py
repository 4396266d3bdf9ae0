"""Points whose headings say how long the stretch to them is, as legs' do: where each ends is all of them so far."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from replay.files.table.meanings.column import Column
from replay.files.table.meanings.timed import Timed, seconds_in
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_clock
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import Heading, Point, Told, plain_title
from replay.files.table.wording.nth import nth_stretch
from replay.files.table.wording.words import Meaning
from replay.race.limits import fewest_seconds

_NEARLY = 0.0025
"""The share by which the stretches together may differ from the race."""
_ROWS = 60


def end_to_end(sheet: Sheet, timed: list[Timed]) -> list[Timed]:
    """The columns; where their distances are those of stretches end to end, as legs' are, each at its stretch's end.

    They are where both the distances add up to the race's and everybody's times to the result, or where the times grow
    and the distances, as those of a medley relay, do not. Of two points that part
    the race into thirds so do the distances, and the times of whom runs evenly.
    """
    far = [
        column.point.metres
        for column in timed
        if column.point.metres and (column.point.sure or column.point.metres >= _METRES_FROM)
    ]
    if len(far) < 2 or len(far) != len(timed) or abs(sum(far) / sheet.far - 1) > _NEARLY:
        return timed
    if len(far) == _THIRDS and abs(2 * far[0] / far[1] - 1) < _NEARLY:
        return timed
    for column, metres in zip(timed, far, strict=True):
        column.decide(metres)
    rows = some_rows(timed)
    whole = [(row, sheet.results[at]) for at, row in zip(rows, rows_of(timed, rows), strict=True) if None not in row]
    sums = [(sum(filter(None, row)), result) for row, result in whole if result is not None]
    alike = [abs(total - result) <= 0.5 * len(timed) for total, result in sums]
    each = sum(alike) >= _MOSTLY * len(alike) > 0
    if not each and not (far != sorted(far) and _rise(rows_of(timed, rows))):
        return timed
    what = "the times of each" if each else "the times from the start to the end of each"
    sheet.findings.assume(f"the distances in the headings are of stretches end to end, and {what}", "--column")
    ends = accumulate(far)
    return [
        replace(column, point=replace(column.point, metres=end), told=Told.LAP if each else Told.TIME)
        for column, end in zip(timed, ends, strict=True)
    ]


def whole_way(sheet: Sheet) -> tuple[float, str] | None:
    """Metres of the race, and how that shows, where the times at the points that the headings tell are all of it.

    Those of legs add up to the results, and those at the last point are the results.
    """
    told: list[tuple[Column, float]] = []
    for column in sheet.all(Meaning.SPLIT):
        point = column.heading.point if column.heading is not None else None
        if point is not None and point.metres and (point.sure or point.metres >= _METRES_FROM):
            told.append((column, point.metres))
    results = sheet.all(Meaning.NET, Meaning.RESULT, Meaning.GUN)
    if len(told) < 2 or not results:
        return None
    far = [metres for _, metres in told]
    rows = zip(*(column.cells[:_ROWS] for column, _ in told), results[0].cells, strict=False)
    read = [[plain_seconds(cell) for cell in cells] for cells in rows]
    whole = [[seconds or 0.0 for seconds in row] for row in read if None not in row]
    if _mostly([abs(sum(row[:-1]) - row[-1]) <= 0.5 * len(told) for row in whole]):
        if _are_parts(far, min(row[-1] for row in whole)):
            for number, (column, _) in enumerate(told, 1):
                column.heading = Heading(Meaning.SPLIT, Point(number=number, lap=True))
            return far[0], "the headings of its parts"
        ends = all(_FROM_TO.search(column.title) or nth_stretch(plain_title(column.title)) for column, _ in told)
        return max(far) if ends else sum(far), "the stretches in the headings"
    last = far.index(max(far))
    final = told[last][0]
    if any(one is not final and _are_alike(one.cells[:_ROWS], final.cells[:_ROWS]) for one in sheet.columns):
        return far[last], "the last point"  # though the results are others: when they came in beside their net times
    return (far[last], "the last point") if _mostly([row[last] == row[-1] for row in whole]) else None


def _are_parts(far: Sequence[float], best: float) -> bool:
    """Whether each heading names the whole race, as `800m split 1` and `800m split 2` do: twice as far nobody ran."""
    least, most = (fewest_seconds(metres, standing=True) for metres in (far[0], sum(far)))
    return len(set(far)) == 1 and least <= best < most


def _are_alike(cells: Sequence[str], others: Sequence[str]) -> bool:
    """Whether at least two times stand in both columns, and all of one are those of the other."""
    both = [(one.strip(), other.strip()) for one, other in zip(cells, others, strict=True)]
    timed = sum(is_clock(one) for one, _ in both)
    return timed > 1 and all(one == other for one, other in both)


_FROM_TO = re.compile(r"\d\s*(?:k|km|mi|m)?\s*[-–>]+\s*\d")
"""A stretch by where it begins and ends: `5-10km`."""


def _mostly(held: Sequence[bool]) -> bool:
    return bool(held) and sum(held) >= _MOSTLY * len(held)


def _rise(rows: Sequence[Sequence[float | None]]) -> bool:
    """Whether nearly everybody's times grow from each column to the next."""
    whole = [[time for time in row if time is not None] for row in rows]
    rising = sum(all(one < two for one, two in pairwise(row)) for row in whole if len(row) > 1)
    return rising >= _MOSTLY * len(whole) > 0


_MOSTLY = 0.8
_METRES_FROM = 100.0
"""From so many on a number without a unit is of metres."""
_THIRDS = 2
"""Points that part a race into thirds."""


def some_rows(columns: Sequence[Timed]) -> list[int]:
    """Rows that have enough times to tell by."""
    count = len(columns[0].cells)
    full = [row for row in range(min(count, 2000)) if all(column.cells[row].strip() for column in columns)]
    most = max(_FEWEST, min(_ROWS, _CELLS // len(columns)))
    return (full or list(range(min(count, most))))[:most]


_CELLS, _FEWEST = 10_000, 10
"""Times that tell enough, and of how many rows they are at least, however many columns there are."""


def rows_of(columns: Sequence[Timed], rows: Sequence[int]) -> list[list[float | None]]:
    """The seconds of some rows, as the columns are read now."""
    by_column = [seconds_in(column.values_of(rows)) for column in columns]
    return [list(row) for row in zip(*by_column, strict=True)]
