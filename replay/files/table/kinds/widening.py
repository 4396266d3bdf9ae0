"""A row for each runner and point, turned into a row for each runner; passings without a number are counted."""

from replay.files.table.kinds.doubled import leave_doubles_out
from replay.files.table.kinds.long import is_repeated, label_column, points_of, runner_keys, time_column, widened
from replay.files.table.layouts.cutting import MOST_CELLS, MOST_COLUMNS
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_clock, is_number
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import Form, read_cell
from replay.files.table.wording.headings import Heading
from replay.files.table.wording.words import Meaning


def widen(sheet: Sheet) -> None:
    """Turn a row for each runner and point into a row for each runner; rows that are there again are left out."""
    leave_doubles_out(sheet)
    if not is_repeated(sheet.columns):
        return
    label = label_column(sheet.columns) or _numbered_passings(sheet)
    time = time_column(sheet.columns, label) if label is not None else None
    if label is not None and _is_anywhere(label):
        message = f"{label.title!r} is another in nearly every row: these are the points of a recording, and no splits"
        hint = "export the recordings as GPX, TCX or FIT, or write the times at points that all runners passed"
        raise sheet.findings.fail(sheet.line, message, hint)
    if label is None or time is None:
        message = "the runners stand in several rows each, and no column is known as the point of the race they are of"
        hint = 'say which it is, such as --column "Split=point" --column "Time=time at the point"'
        raise sheet.findings.fail(sheet.line, message, hint)
    _need_room(sheet, label)
    sheet.columns, sheet.lines, places = widened(sheet.columns, sheet.lines, label, time)
    if any(column.meaning is Meaning.RESULT for column in sheet.columns) and places:
        sheet.about.metres, sheet.about.metres_from = max(places.values()), "the distances of the points"
    sheet.findings.assume(
        f"each row is a runner at the point that {label.title!r} names, with the time in {time.title!r}", "--column"
    )


def _need_room(sheet: Sheet, label: Column) -> None:
    """Refuse a table whose runners and points would have far more cells than it has rows."""
    points, runners = len(points_of(label.cells)), len(set(runner_keys(sheet.columns)))
    if points > MOST_COLUMNS or points * runners > MOST_CELLS:
        message = f"the rows are of {runners:,} runners at {points:,} points, as {label.title!r} names them"
        hint = f"at most {MOST_COLUMNS:,} points and {MOST_CELLS:,} of their times are read"
        raise sheet.findings.fail(sheet.line, message, hint)


def _is_anywhere(label: Column) -> bool:
    """Whether hardly two rows are of one point, as where runners were at each moment."""
    different = len(set(label.sample))
    return different >= _MANY and different > _DIFFERENT * len(label.sample) and label.share(is_number) > _ALL


_MANY = 5
_DIFFERENT = 0.7


def _numbered_passings(sheet: Sheet) -> Column | None:
    """A column that counts each runner's passings of the line, where a list has nothing but their times.

    Where all pass it at one time first, that is the start.
    """
    times = [column for column in sheet.all(Meaning.SPLIT_TIME) if column.share(is_clock) > _ALL]
    if len(times) != 1:
        return None
    seconds = [_seconds(cell) for cell in times[0].cells]
    passed: dict[int, list[int]] = {}
    for row, key in enumerate(runner_keys(sheet.columns)):
        if seconds[row] is not None:
            passed.setdefault(key, []).append(row)
    ordered = [sorted(rows, key=lambda row: seconds[row] or 0.0) for rows in passed.values()]
    firsts = {seconds[rows[0]] for rows in ordered if rows}
    started = len(ordered) > 1 and len(firsts) == 1
    if started:
        sheet.about.start = sheet.about.start or times[0].cells[ordered[0][0]].strip()
    cells = [""] * len(times[0].cells)
    for rows in ordered:
        for number, row in enumerate(rows, start=0 if started else 1):
            cells[row] = str(number) if number else ""
    index = max(column.index for column in sheet.columns) + 1
    return Column(index, "Lap", cells, Heading(Meaning.LABEL), sample=[cell for cell in cells if cell][:_MOST])


_ALL = 0.9
_MOST = 300


def _seconds(text: str) -> float | None:
    cell = read_cell(text.strip())
    if cell is None:
        return None
    return cell.numbers[0] if cell.form is Form.CLOCK else PLAIN.seconds(cell)
