"""Lists of runners that name nobody and give no bib, as results are published for study: the runners have places."""

from collections.abc import Callable

from replay.files.missing import read_place
from replay.files.table.meanings.column import Column
from replay.files.table.sheet import Sheet
from replay.files.table.wording.headings import Heading, Told
from replay.files.table.wording.words import Meaning

_FEWEST = 3
"""Runners of such a list, and points without a result."""
_MOSTLY = 0.8
_OF_PEOPLE = (Meaning.SEX, Meaning.CATEGORY, Meaning.NATION, Meaning.CLUB)
_FINALS = (Meaning.RESULT, Meaning.NET, Meaning.GUN)


def call_nameless(sheet: Sheet) -> bool:
    """Whether each row is a runner of whom only the sex, class or nation is told; they are called by place, or row."""
    people = [column for column in sheet.all(*_OF_PEOPLE) if column.why != "by its cells"]
    if len(sheet.lines) < _FEWEST or not people or not sheet.all(*_FINALS):
        return False
    place = next((column for column in sheet.all(Meaning.PLACE) if _are_single(column)), None)
    if place is None and sum(map(_is_point, sheet.all(Meaning.SPLIT))) < _FEWEST:
        return False
    called: Callable[[int], str] = (lambda row: f"Row {row + 1}") if place is None else _by_place(place)
    column = Column(len(sheet.columns), "", list(map(called, range(len(sheet.lines)))))
    column.heading, column.why = Heading(Meaning.NAME), "nobody is named"
    sheet.columns.append(column)
    by = "in the order of their rows" if place is None else "by their places"
    sheet.findings.assume(f"no column has names or bibs, and the runners are called {by}", "--column")
    return True


def _are_single(column: Column) -> bool:
    places = [place for cell in column.cells if (place := read_place(cell.strip())) is not None]
    return len(places) >= _MOSTLY * len(column.cells) and len(set(places)) >= _MOSTLY * len(places)


def _by_place(column: Column) -> Callable[[int], str]:
    def called(row: int) -> str:
        place = read_place(column.cells[row].strip())
        return f"Place {place}" if place is not None else f"Row {row + 1}"

    return called


def _is_point(column: Column) -> bool:
    heading = column.heading
    return heading is not None and heading.told is Told.TIME and heading.point is not None and heading.point.sure
