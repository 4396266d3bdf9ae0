"""Times and places that are those of the runner above, as lists of races with groups and of ties write them."""

from collections.abc import Sequence

from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import SAME_SIGNS, is_same
from replay.files.table.values.times import read_cell
from replay.files.table.wording.words import Meaning

_RESULTS = (Meaning.RESULT, Meaning.NET, Meaning.GUN)


def take_same_times(sheet: Sheet) -> None:
    """Give those whose result is said to be the same the time above theirs."""
    for column in sheet.all(*_RESULTS):
        if any(map(is_same, column.sample)) or any(cell.strip() in SAME_SIGNS for cell in set(column.cells)):
            column.cells, count = _filled(column.cells)
            sheet.findings.repaired.add("times said to be the same as the one above", "", count)

    place = sheet.one(Meaning.PLACE)
    if place is not None and any(cell.strip() in _TIED for cell in place.cells):
        cells: list[str] = []
        for cell in place.cells:
            cells.append(cells[-1] if cells and cell.strip() in _TIED else cell)
        place.cells = cells


_TIED = frozenset(("=", '"', "″", "''", "〃", "ex aequo", "ex-aequo", "ex æquo", "ea"))


def _filled(cells: Sequence[str]) -> tuple[list[str], int]:
    made: list[str] = []
    above, count = "", 0
    for cell in cells:
        if above and is_same(cell):
            made.append(above)
            count += 1
            continue
        above = cell if read_cell(cell.strip()) is not None else above
        made.append(cell)
    return made, count
