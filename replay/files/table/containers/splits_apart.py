"""Splits that stand in a table of their own, beside that of the results: put beside the runners that they are of.

A page has `Results`, and below it `Splits`: a row for each runner with a column for each point, or a row for each point
with who led there and when. Both are of the runners of the results, by their names or bibs.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from replay.files.table.containers.workbook import SheetRows
from replay.files.table.values.cells import is_clock, is_time
from replay.files.table.wording.headings import read_heading, read_point
from replay.files.table.wording.words import Meaning
from replay.race.names import fold

_RESULTS = frozenset((Meaning.RESULT, Meaning.NET, Meaning.GUN))
_FEWEST = 2
_MOST_TABLES = 40
_LOOKED_AT = 12
"""Rows above the headings of a table."""


class _Table(NamedTuple):
    """A table by what its columns are."""

    head: int
    """Which row has the headings."""
    who: Mapping[Meaning, int]
    """The columns of names and of bibs."""
    points: Mapping[int, str]
    """The headings of columns that are points on the way."""
    has_results: bool


def with_splits_apart(sheets: Sequence[SheetRows]) -> tuple[tuple[SheetRows, ...], tuple[str, ...]]:
    """The tables, those of splits put into that of the results of the same runners, and what is to be told of it."""
    if not _FEWEST <= len(sheets) <= _MOST_TABLES:
        return tuple(sheets), ()
    known = [_table(sheet) for sheet in sheets]
    kept: list[SheetRows | None] = list(sheets)
    told: list[str] = []
    for at, sheet in enumerate(sheets):
        for to, whole in enumerate(known):
            into = kept[to]
            if to == at or whole is None or into is None or not whole.has_results:
                continue
            made = _wide(into, whole, sheet, known[at]) or _leaders(into, whole, sheet)
            if made is not None:
                kept[to], kept[at] = made, None
                known[to] = _table(made)
                told.append(f"the times of the table {sheet.name!r} are those of the same runners on the way")
                break
    return tuple(sheet for sheet in kept if sheet is not None), tuple(told)


def _table(sheet: SheetRows) -> _Table | None:
    for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
        meanings = [read_heading(cell) if cell.strip() else () for cell in row]
        first = [found[0].meaning if found else None for found in meanings]
        who: dict[Meaning, int] = {
            meaning: first.index(meaning) for meaning in (Meaning.BIB, Meaning.NAME) if meaning in first
        }
        points = {
            number: row[number]
            for number, found in enumerate(meanings)
            if found and found[0].meaning is Meaning.SPLIT and found[0].point is not None
        }
        has_results = any(meaning in _RESULTS for meaning in first)
        if who and (points or has_results):
            return _Table(at, who, points, has_results)
    return None


def _wide(into: SheetRows, whole: _Table, sheet: SheetRows, own: _Table | None) -> SheetRows | None:
    """A row for each runner, a column for each point, and no result."""
    if own is None or own.has_results or not own.points or set(own.points.values()) & set(into.rows[whole.head]):
        return None
    for meaning in own.who.keys() & whole.who.keys():
        theirs = [_key(row, whole.who[meaning]) for row in into.rows[whole.head + 1 :]]
        rows = [(_key(row, own.who[meaning]), row) for row in sheet.rows[own.head + 1 :]]
        by = {key: row for key, row in rows if key}
        if len(by) < _FEWEST or len(by) < sum(bool(key) for key, _ in rows) or not by.keys() <= set(theirs):
            continue
        cells = {
            key: {title: row[at] if at < len(row) else "" for at, title in own.points.items()}
            for key, row in by.items()
        }
        return _widened(into, whole, theirs, list(own.points.values()), cells)
    return None


def _leaders(into: SheetRows, whole: _Table, sheet: SheetRows) -> SheetRows | None:
    """A row for each point, with who led there and when: `1000 m, 2:31.20, Ada Alfa (NOR)`."""
    at = whole.who.get(Meaning.NAME)
    if at is None or whole.points:
        return None
    theirs = [_key(row, at) for row in into.rows[whole.head + 1 :]]
    titles: list[str] = []
    cells: dict[str, dict[str, str]] = {}
    for row in sheet.rows:
        filled = [_UNIT.sub("", cell.strip()) for cell in row if cell.strip()]
        if len(filled) < _FEWEST:
            continue  # a title
        where = next((cell for cell in filled if ":" not in cell and _is_point(cell)), "")
        times = [cell for cell in filled if cell != where and (is_clock(cell) or (is_time(cell) and "." in cell))]
        names = [key for key in theirs if key and any(_is_of(key, cell) for cell in filled)]
        if not where:
            if times:
                return None
            continue
        if len(times) != 1 or len(names) != 1:
            return None
        titles.append(where)
        cells.setdefault(names[0], {})[where] = times[0]
    if not titles or len(set(titles)) < len(titles):
        return None
    return _widened(into, whole, theirs, titles, cells)


def _widened(
    into: SheetRows, whole: _Table, theirs: Sequence[str], titles: Sequence[str], cells: Mapping[str, Mapping[str, str]]
) -> SheetRows:
    width = max(map(len, into.rows[whole.head :]))
    rows = [
        [*row, *[""] * (width - len(row)), *(title if at == whole.head else "" for title in titles)]
        if at >= whole.head
        else row
        for at, row in enumerate(into.rows)
    ]
    for at, key in enumerate(theirs, whole.head + 1):
        found = cells.get(key) if key else None
        if found:
            rows[at][width:] = [found.get(title, "") for title in titles]
    return into._replace(rows=rows)


_UNIT = re.compile(r"(?<=\d) (?:min|h|std|sec|s)\.?$", re.IGNORECASE)
"""What a time is counted in: `36:01 min`."""


def _is_point(cell: str) -> bool:
    found = read_point(cell)
    return found is not None and found.sure and (found.metres is not None or found.half)


def _is_of(key: str, cell: str) -> bool:
    """Whether a cell names a runner: the whole name with a nation behind it, or a part of it: `GUILLON`."""
    plain = fold(re.sub(r"\([^()]*\)", " ", cell)).split()
    return bool(plain) and not any(map(str.isdigit, "".join(plain))) and set(plain) <= set(key.split())


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _key(row: Sequence[str], at: int) -> str:
    return fold(_cell(row, at))
