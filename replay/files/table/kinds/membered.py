"""Relays whose teams stand beside a cell with all who ran for them: `LG Nord;A. Alfa / B. Beta / C. Gamma`."""

import re

from replay.files.table.meanings.column import Column
from replay.files.table.meanings.settling import TEAM
from replay.files.table.sheet import Sheet
from replay.files.table.wording.headings import Heading
from replay.files.table.wording.words import Meaning

_SEVERAL = re.compile(r"[^\W\d][^,;/&|\n]*(?:\s*[,;/&|\n]\s*[^\W\d][^,;/&|\n]*){2,}")
"""Three names or more."""
_NEARLY = 0.9


def take_members(sheet: Sheet) -> None:
    """Where the cells of the names have several each, and a column beside them a team, the team is the entry."""
    if sheet.all(Meaning.MEMBER):
        return
    names = next((column for column in sheet.all(Meaning.NAME) if column.why != "--column"), None)
    teams = next((column for column in sheet.all(Meaning.CLUB, Meaning.NATION) if _are_teams(column)), None)
    if names is None or teams is None or names.share(_SEVERAL.fullmatch) < _NEARLY:
        return
    names.heading, names.why = Heading(Meaning.MEMBER), "its cells have several names"
    teams.heading, teams.why = Heading(Meaning.NAME), TEAM


def _are_teams(column: Column) -> bool:
    """Whether each row has another team."""
    return len(set(column.sample)) >= _NEARLY * len(column.cells)
