"""Workbooks that are XML by themselves: Excel's of 2003, and OpenDocument's in one flat file (`.fods`)."""

import datetime
from collections.abc import Iterator

from replay.files.table.containers.known_keys import UnreadableObjects
from replay.files.table.containers.workbook import MOST_CELLS, SheetRows, sheet_of
from replay.files.table.values.times import read_cell
from replay.files.xmltree import Element, as_instant, as_number

_WIDEST = 1000
_MOST_ROWS = 200_000
_MOST_ALIKE = 1000
"""Rows with the same in all their cells: of so many that are alike none is a runner's."""
_TOO_LARGE = f"its sheets have more than {MOST_CELLS:,} cells"


def sheets_in(root: Element) -> tuple[SheetRows, ...]:
    """The sheets of a workbook in which anything stands; none where the element is of no workbook.

    Raises:
        UnreadableObjects: It has more cells than are read.
    """
    if root.tag == "Workbook":
        sheets = [(one.attributes.get("Name", ""), _of_excel(one)) for one in root.within("Worksheet")]
    elif root.tag == "document":
        sheets = [(one.attributes.get("name", ""), _of_document(one)) for one in root.within("table")]
    else:
        return ()
    made, room = [], MOST_CELLS
    for name, rows in sheets:
        kept = []
        for row in rows:
            room -= len(row)
            if room < 0:
                raise UnreadableObjects(_TOO_LARGE)
            kept.append(row)
        made.append(sheet_of(name, _even(kept)))
    return tuple(sheet for sheet in made if sheet.rows)


def _even(rows: list[list[object]]) -> list[list[object]]:
    width = max(map(len, rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _number(element: Element, name: str, most: int) -> int:
    found = as_number(element.attributes.get(name, ""))
    return max(0, min(int(found), most)) if found is not None else 0


def _of_excel(sheet: Element) -> Iterator[list[object]]:
    count = 0
    for row in sheet.within("Row"):
        at = _number(row, "Index", _MOST_ROWS)
        while count + 1 < at:
            yield []
            count += 1
        cells: list[object] = []
        for cell in row.every("Cell"):
            cells += [""] * (_number(cell, "Index", _WIDEST) - 1 - len(cells))
            data = cell.first("Data")
            cells.append(_excel_value(data) if data is not None else "")
            cells += [""] * _number(cell, "MergeAcross", _WIDEST)
        yield cells
        count += 1


def _excel_value(data: Element) -> object:
    kind, text = data.attributes.get("Type"), _text(data)
    if kind == "DateTime" and (moment := as_instant(text)) is not None:
        return moment.replace(tzinfo=None)
    return number if kind == "Number" and (number := as_number(text)) is not None else text


def _text(element: Element) -> str:
    """All that stands in an element, also where it is set otherwise."""
    return " ".join(filter(None, (element.text, *map(_text, element.children))))


def _of_document(sheet: Element) -> Iterator[list[object]]:
    for row in sheet.within("table-row"):
        cells: list[object] = []
        for cell in row.children:
            if cell.tag in ("table-cell", "covered-table-cell"):
                cells += [_document_value(cell)] * max(_number(cell, "number-columns-repeated", _WIDEST), 1)
        while cells and cells[-1] == "":
            cells.pop()
        again = max(_number(row, "number-rows-repeated", _MOST_ALIKE), 1)
        for _ in range(again if cells else min(again, 1)):
            yield list(cells)


def _document_value(cell: Element) -> object:
    kind, said = cell.attributes.get("value-type"), cell.attributes
    if kind == "time" and (time := read_cell(said.get("time-value", ""))) is not None:
        return datetime.timedelta(seconds=time.numbers[0])
    if kind == "date" and (moment := as_instant(said.get("date-value", ""))) is not None:
        return moment.replace(tzinfo=None)
    if kind in ("float", "percentage") and (number := as_number(said.get("value", ""))) is not None:
        return number
    return "\n".join(filter(None, map(_text, cell.every("p"))))
