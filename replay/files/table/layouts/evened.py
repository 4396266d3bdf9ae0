"""Rows of a table with as many cells as there are headings, and without totals and a page's foot."""

import re
from collections.abc import Sequence

from replay.files.missing import is_missing
from replay.files.table.findings import Findings
from replay.files.table.layouts.decimals import with_decimals
from replay.files.table.layouts.even import EvenRows
from replay.files.table.layouts.grid import Grid
from replay.files.table.layouts.totals import is_no_runner, is_prose, is_remark, is_sum, sounds_like_total
from replay.files.table.layouts.transposed import is_point
from replay.files.table.values.cells import is_clock, is_letters
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.likeliest import means
from replay.files.table.wording.words import Meaning
from replay.race.statuses import read_status

_MEASURED = (Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT, Meaning.LAPS)


def even_out(grid: Grid, found: Findings) -> tuple[Sequence[list[str]], Sequence[int]]:
    """The rows with as many cells as there are headings; those with more are left out."""
    if _has_marks_behind(grid):
        grid.titles.append("Marks")
    width = len(grid.titles)
    rows, lines = [], []
    name = _parted_by_blank(grid) or _parted_name(grid)
    if name is not None:
        found.repaired.add("cells put together whose comma stood without quotes", "", len(grid.rows))
        grid.rows = [[*row[:name], f"{row[name]},{row[name + 1]}", *row[name + 2 :]] for row in grid.rows]
    if isinstance(grid.rows, EvenRows) and grid.rows.width == width:
        return grid.rows, grid.lines
    if grid.delimiter == "," and (whole := with_decimals(grid.rows, width)) is not None:
        grid.rows, count = whole
        found.repaired.add("times put together whose decimal comma stood without quotes", "", count)
    if grid.rows and all(len(row) == width for row in grid.rows):
        return grid.rows, grid.lines
    unplaced = _unplaced(grid)
    timed = [at for at, title in enumerate(grid.titles) if any(one.meaning in _MEASURED for one in read_heading(title))]
    for row, line in zip(grid.rows, grid.lines, strict=True):
        if len(row) > width and any(map(str.strip, row[width:])):
            if any(is_clock(row[at].strip()) for at in timed) and all(_may_be_time(row[at]) for at in timed):
                found.left_out.add("cells behind the last heading", f"line {line}", len(row) - width)
                rows.append(row[:width])
                lines.append(line)
                continue
            message = f"the row has {len(row)} cells under {width} headings, and is left out"
            found.error("rows with more cells than headings", line, message, "put a value with a comma in quotes")
            continue
        row = ["", *row] if line in unplaced else row
        rows.append(row if len(row) == width else [*row[:width], *[""] * (width - len(row))])
        lines.append(line)
    if not rows:
        raise found.fail(None, "the file names no runner", "there is no row below the heading")
    return rows, lines


def _unplaced(grid: Grid) -> set[int]:
    """The lines of those who have no time, and a cell too few, since nothing stands where others have their places."""
    width = len(grid.titles)
    whole = [row for row in grid.rows if len(row) == width]
    if len(whole) < _FEWEST or not all(_PLACE.fullmatch(row[0].strip()) for row in whole):
        return set()
    return {
        line
        for row, line in zip(grid.rows, grid.lines, strict=True)
        if len(row) == width - 1 and is_letters(row[0]) and read_status(row[0]) is None and any(map(read_status, row))
    }


_FEWEST = 2
"""Rows that tell what stands in the first cell."""
_PLACE = re.compile(r"\d{1,5}[.)]?")


def _has_marks_behind(grid: Grid) -> bool:
    """Whether what stands behind the last heading are marks of some: `PB`, `Q`."""
    width = len(grid.titles)
    if isinstance(grid.rows, EvenRows) or not grid.rows or max(map(len, grid.rows)) <= width:
        return False
    behind = [cell.strip() for row in grid.rows for cell in row[width:] if cell.strip()]
    return bool(behind) and max(map(len, grid.rows)) == width + 1 and all(map(_MARKS.fullmatch, behind))


_MARKS = re.compile(
    r"=?(?:[PSWNACEMOGI]B|[WNACEOMSJI]R|[WEN]L|[WEN]U\d\dR?|PR|SR|CR|MR|DLR|[Qq]R?)(?:[ ,/]+=?(?:[A-Z]{2}|[Qq]))*"
)


def _may_be_time(text: str) -> bool:
    return is_clock(text.strip()) or is_missing(text) or read_status(text) is not None


def without_totals(
    rows: Sequence[list[str]], lines: Sequence[int], titles: Sequence[str], found: Findings
) -> tuple[Sequence[list[str]], Sequence[int]]:
    """The rows but for totals and a page's foot, which would hide what the columns hold; all where nothing else is."""
    gone = set()
    first_cells = rows.columns(1)[0] if isinstance(rows, EvenRows) else [next(iter(row), "") for row in rows]
    for at, cell in enumerate(first_cells):
        if cell.startswith("#") and not cell[1:2].isdigit() and not any(map(str.strip, rows[at][1:])):
            gone.add(at)  # a remark
            continue
        first = (cell or next((cell for cell in rows[at] if cell), "")).strip()
        if first[:1].isalpha() and sounds_like_total(first) and is_no_runner(rows[at], titles):
            gone.add(at)
    places = any(one.meaning in (Meaning.PLACE, Meaning.BIB) for title in titles[:1] for one in read_heading(title)[:1])
    if places and not isinstance(rows, EvenRows):
        gone.update(at for at, row in enumerate(rows) if is_prose(row))
    for at in range(len(rows) - 1, -1, -1):
        if not is_remark(rows[at]):
            break
        gone.add(at)
    if gone and _are_points(rows, titles):
        gone = {at for at in gone if not is_sum(rows[at])}  # `Total` below `Lap 1`, `Lap 2` is when they came in
    if not gone or len(gone) == len(rows):
        return rows, lines
    found.left_out.add("lines that are no runner", f"line {lines[min(gone)]}", len(gone))
    kept = [at for at in range(len(rows)) if at not in gone]
    return [rows[at] for at in kept], [lines[at] for at in kept]


def _are_points(rows: Sequence[list[str]], titles: Sequence[str]) -> bool:
    """Whether most rows begin with a point, or with the number of a lap."""
    if len(rows) > _MOST_POINTS:
        return False
    counted = any(heading.meaning in _COUNTED for heading in read_heading(titles[0])) if titles else False
    points = sum(is_point(row[0]) or (counted and row[0].strip().isdigit()) for row in rows if row)
    return points > len(rows) / 2


_COUNTED = (Meaning.LABEL, Meaning.LAPS, Meaning.LAP_COUNT)
_MOST_POINTS = 200
"""Rows of a table whose rows are laps."""


def _parted_by_blank(grid: Grid) -> int | None:
    """The column of texts whose comma stands without quotes: each row has a cell more, and one begins with a blank."""
    width = len(grid.titles)
    if grid.delimiter != "," or not grid.rows or any(len(row) != width + 1 for row in grid.rows):
        return None
    begun = [at for at in range(1, width + 1) if all(row[at][:1] == " " and is_letters(row[at]) for row in grid.rows)]
    plain = all(cell[:1] != " " for row in grid.rows for at, cell in enumerate(row) if at not in begun)
    return begun[0] - 1 if len(begun) == 1 and plain else None


def _parted_name(grid: Grid) -> int | None:
    """The column of names, where each is `Alfa, Ada` without quotes: all rows have a cell more, and words there."""
    width = len(grid.titles)
    if grid.delimiter != "," or not grid.rows or any(len(row) != width + 1 for row in grid.rows):
        return None
    named = (at for at, title in enumerate(grid.titles) if means(title, {Meaning.NAME}))
    at = next(named, None)
    if at is None or not all(cell.strip() and is_letters(cell) for row in grid.rows for cell in row[at : at + 2]):
        return None
    return at
