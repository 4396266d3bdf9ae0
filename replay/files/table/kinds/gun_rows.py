"""Rows of nobody that say when the gun went: `09:00:00,,GUN` among the times of day at which runners passed."""

from collections.abc import Mapping, Sequence

from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_clock
from replay.files.table.wording.headings import Heading, read_point
from replay.files.table.wording.words import Meaning
from replay.race.names import fold

_GUN = frozenset({"gun", "gun start", "startschuss", "pistol"})


def gun_at(cells: Sequence[str]) -> str:
    """The time in a row that has a start or a gun and a clock, and nothing else; empty in any other."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    clocks = [cell for cell in filled if is_clock(cell)]
    said = [cell for cell in filled if fold(cell) in _GUN or ((point := read_point(cell)) is not None and point.start)]
    return clocks[0] if len(filled) == len(clocks) + len(said) and len(clocks) == len(said) == 1 else ""


def take_gun(sheet: Sheet, guns: Mapping[int, str]) -> None:
    """Have everybody started when the gun went, where one row alone says when, by its line, and nobody has another."""
    if len(guns) != 1 or sheet.all(Meaning.START):
        for line in guns:
            sheet.findings.left_out.add("lines that are no runner", f"line {line}")
        return
    ((line, at),) = guns.items()
    index = max(column.index for column in sheet.columns) + 1
    cells = [at] * len(sheet.lines)
    sheet.columns.append(Column(index, "the gun", cells, Heading(Meaning.START), f"line {line}", sample=cells[:1]))
