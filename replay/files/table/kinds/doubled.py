"""Rows that stand in a list again, cell by cell, as where a page was saved or copied twice."""

from collections import Counter

from replay.files.table.kept import keep
from replay.files.table.kinds.long import runner_keys
from replay.files.table.sheet import Sheet
from replay.files.table.values.times import read_cell
from replay.files.table.wording.words import Meaning

_MEASURED = (Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT, Meaning.LAPS)


def leave_doubles_out(sheet: Sheet) -> None:
    """Leave out rows that are an earlier one in every cell and have a time, and tell how many.

    Not those of a name that stands in other rows too: several of them may be called `Unknown`.
    """
    keys = runner_keys(sheet.columns)
    if len(set(keys)) == len(keys):  # as nearly always
        return
    often = {key for key, count in Counter(keys).items() if count > 1}
    timed = [column for column in sheet.columns if column.meaning in _MEASURED]
    rows = {row: tuple(column.cells[row] for column in sheet.columns) for row, key in enumerate(keys) if key in often}
    different = Counter(key for key, _ in {(keys[row], cells) for row, cells in rows.items()})
    several = {key for key, count in different.items() if count > 1}
    met: set[tuple[str, ...]] = set()
    gone = []
    for row, cells in rows.items():
        if cells in met and keys[row] not in several and any(read_cell(column.cells[row].strip()) for column in timed):
            gone.append(row)
        met.add(cells)
    if gone:
        sheet.findings.left_out.add("rows told twice", f"line {sheet.lines[gone[0]]}", len(gone))
        away = frozenset(gone)
        keep(sheet, [row for row in range(len(keys)) if row not in away])
