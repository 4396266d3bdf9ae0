"""Relays whose teams stand beside a cell with all who ran for them: `LG Nord;A. Alfa / B. Beta / C. Gamma`."""

import re

from replay.files.table.meanings.column import Column
from replay.files.table.meanings.settling import TEAM
from replay.files.table.sheet import Sheet
from replay.files.table.wording.headings import Heading, Point
from replay.files.table.wording.words import Meaning

_SEVERAL = re.compile(r"[^\W\d][^,;/&|\n]*(?:\s*[,;/&|\n]\s*[^\W\d][^,;/&|\n]*){2,}")
"""Three names or more."""
_NEARLY = 0.9


def name_by_members(sheet: Sheet) -> None:
    """Where nobody else is named, a single column of who ran together names the entries: `Runners` of one leg."""
    members = sheet.all(Meaning.MEMBER)
    if len(members) == 1 and not sheet.all(Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.CLUB):
        members[0].heading, members[0].why = Heading(Meaning.NAME), "nobody else is named"


def take_members(sheet: Sheet) -> None:
    """Where the cells of the names have several each, and a column beside them a team, the team is the entry."""
    if members := sheet.all(Meaning.MEMBER):
        cells = [cell for column in members for cell in column.sample]
        often = sum(_TIMED.fullmatch(cell) is not None for cell in cells) >= _NEARLY * len(cells) > _FEWEST
        for number, column in enumerate(members, 1):
            _take_time(sheet, column, number, often=often)
        return
    names = next((column for column in sheet.all(Meaning.NAME) if column.why != "--column"), None)
    teams = next((column for column in sheet.all(Meaning.CLUB, Meaning.NATION) if _are_teams(column)), None)
    if names is None or teams is None or names.share(_SEVERAL.fullmatch) < _NEARLY:
        return
    names.heading, names.why = Heading(Meaning.MEMBER), "its cells have several names"
    teams.heading, teams.why = Heading(Meaning.NAME), TEAM


def _take_time(sheet: Sheet, column: Column, number: int, *, often: bool) -> None:
    """A leg's time out of the cells of who ran it, where all of it or of all legs have one: `Ada Alfa (4:31.0)`."""
    if (len(column.sample) < _FEWEST and not often) or column.share(_TIMED.fullmatch) < _NEARLY:
        return
    times = [match[2] if (match := _TIMED.fullmatch(cell.strip())) is not None else "" for cell in column.cells]
    column.rewrite(lambda cell: match[1] if (match := _TIMED.fullmatch(cell.strip())) is not None else cell)
    index = max(one.index for one in sheet.columns) + 1
    made = Column(index, f"{column.title}, the time", times, sample=list(filter(None, times)))
    made.heading, made.why = Heading(Meaning.SPLIT, Point(number=number, lap=True)), f"it stands in {column.title!r}"
    sheet.columns.append(made)


_TIMED = re.compile(
    r"([^\W\d_][^\d(]*?)\s*[(\[,–-]?\s*((?:\d{1,2}:)?\d{1,2}[:.]\d{2}(?:[.,]\d{1,3})?|\d{1,3}[.,]\d)\s*[)\]]?"
)
"""A name and a time."""
_FEWEST = 2


def _are_teams(column: Column) -> bool:
    """Whether each row has another team."""
    return len(set(column.sample)) >= _NEARLY * len(column.cells)
