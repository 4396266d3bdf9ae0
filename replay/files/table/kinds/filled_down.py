"""Cells that a spreadsheet had merged downwards: the class, or the team, stands in the first of its rows alone."""

from collections.abc import Sequence

from replay.files.missing import read_place
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.wording.words import Meaning

_FEWEST = 2
"""Classes or teams of a list."""
_OF_CLASSES = (Meaning.CATEGORY, Meaning.SEX, Meaning.CLUB, Meaning.NATION, Meaning.EVENT)


def fill_classes(sheet: Sheet) -> None:
    """Write the class into all rows below it, where the places begin anew with each class and nowhere else."""
    place = sheet.one(Meaning.PLACE)
    if place is None:
        return
    firsts = [read_place(cell.strip()) == 1 for cell in place.cells]
    for column in sheet.all(*_OF_CLASSES):
        fill_from(column, firsts)


def fill_from(column: Column, firsts: Sequence[bool]) -> None:
    """Write each cell of a column into the rows below it, where it has one in all first rows and in no others."""
    if sum(firsts) < _FEWEST or not firsts[0] or all(firsts):
        return
    if any(bool(cell.strip()) is not first for cell, first in zip(column.cells, firsts, strict=True)):
        return
    filled: list[str] = []
    for cell in column.cells:
        filled.append(cell if cell.strip() else filled[-1])
    column.cells = filled
    column.sample_anew()
