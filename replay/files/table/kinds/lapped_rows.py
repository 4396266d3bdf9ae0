"""Rows of a list that counts everybody's laps: who ran fewer than the winner has a time that is of fewer laps."""

from collections.abc import Sequence

from replay.files.table.meanings.timed import Lapped, Read, Value
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import read_count, read_lapped
from replay.files.table.wording.words import Meaning
from replay.race.statuses import is_out


def without_lapped(sheet: Sheet, values: Sequence[Read]) -> list[Read]:
    """The results; those of who ran fewer laps than the winner, by their number or a gap in laps, are so many laps."""
    laps = sheet.one(Meaning.LAP_COUNT)
    gap = sheet.one(Meaning.GAP)
    if laps is None and gap is None:
        return list(values)
    counts = list(map(read_count, laps.cells)) if laps is not None else []
    most = max(filter(None, counts), default=0)
    status = sheet.cells(Meaning.STATUS)
    found: list[Read] = []
    for row, value in enumerate(values):
        behind = read_lapped(gap.cells[row]) if gap is not None else None
        count = counts[row] if counts else None
        if behind is None and count is not None and 0 < count < most:
            behind = most - count
        if behind is not None and isinstance(value, Value) and not is_out(status[row]):
            sheet.findings.repaired.add("times of who ran fewer laps, placed by these", f"line {sheet.lines[row]}")
            value = Lapped(behind)
        found.append(value)
    return found
