"""The one runner of whom a table tells, by what stands beside it: a page of somebody's splits says who it is above."""

from replay.files.table.meanings.column import columns_of
from replay.files.table.sheet import Sheet
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import Meaning

NAMES = frozenset({Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY})
OF_RUNNER = NAMES | {Meaning.BIB, Meaning.CLUB, Meaning.NATION, Meaning.SEX, Meaning.CATEGORY}
"""What may be said of a runner beside a table."""


def name_alone(sheet: Sheet) -> None:
    """Add what is said of the one runner of a table, whose row is named by the file until then."""
    if len(sheet.lines) != 1 or not sheet.runner:
        return
    found = columns_of(list(sheet.runner), [list(sheet.runner.values())])
    for column in found:
        column.heading = read_heading(column.title)[0]
        column.why = "it stands beside the table"
        column.index += max(one.index for one in sheet.columns) + 1
    if any(column.meaning in NAMES for column in found):
        sheet.columns = [column for column in sheet.columns if column.meaning is not Meaning.NAME]
    sheet.columns += found
