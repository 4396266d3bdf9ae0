"""Columns of events that are points of one race: `400m`, `800m`, `finish`, with the same runners at each."""

from itertools import pairwise

from replay.files.table.kinds.long import runner_keys
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.notations import plain_seconds
from replay.files.table.wording.headings import Heading, Point, read_point
from replay.files.table.wording.words import Meaning

_FEWEST = 3
"""Points of one who ran them all."""
_EVEN = 1.05
"""Times as slow as the quickest of these paces the slowest is at most: bests over so many distances differ by more."""
_NEARLY_ALL = 0.9
_TIMES = (Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT_TIME)


def take_points(sheet: Sheet) -> None:
    """Have a column of events that are points be read as such: some say `finish`, or each ran evenly through them."""
    for column in sheet.all(Meaning.EVENT):
        points = {cell: point for cell in set(map(str.strip, column.cells)) if (point := read_point(cell)) is not None}
        named = any(point.metres for point in points.values())  # a `final` is a race beside heats
        ends = named and any(point.finish or point.start for point in points.values())
        if len(points) >= _FEWEST - ends and (ends or _are_even(sheet, column, points)):
            column.heading, column.why = Heading(Meaning.LABEL), "its cells are points of one race"


def _are_even(sheet: Sheet, column: Column, points: dict[str, Point]) -> bool:
    """Whether nearly all came from point to point at about one pace, as bests over these distances are not run."""
    times = next((one for meaning in _TIMES for one in sheet.all(meaning)), None)
    if times is None:
        return False
    by: dict[int, list[tuple[float, float]]] = {}
    for key, cell, time in zip(runner_keys(sheet.columns), column.cells, times.cells, strict=True):
        point, seconds = points.get(cell.strip()), plain_seconds(time.strip())
        if point is not None and point.metres and seconds:
            by.setdefault(key, []).append((point.metres, seconds))
    even = [_is_even(sorted(told)) for told in by.values()]
    return len(even) > 1 and sum(even) >= _NEARLY_ALL * len(even)


def _is_even(told: list[tuple[float, float]]) -> bool:
    paces = [seconds / metres for metres, seconds in told]
    rises = all(before < after for before, after in pairwise(seconds for _, seconds in told))
    return len({metres for metres, _ in told}) >= _FEWEST and rises and max(paces) <= _EVEN * min(paces)
