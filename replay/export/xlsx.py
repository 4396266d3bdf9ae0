"""The splits as a workbook: numbers are numbers, and text is text whatever it begins with."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from replay.export.take import Progress, Take
from replay.export.values import COLUMNS, split_rows

_ALWAYS = datetime(1980, 1, 1)  # noqa: DTZ001 - no time at all: the same race gives the same bytes
_AS_IT_IS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_WIDE = {"name": 24, "source": 16}
"""Columns that need more room than others, in characters."""


def xlsx(take: Take, progress: Progress) -> bytes:
    """A sheet with a row for each time; see `split_rows`. Its name says so where the race was never run."""
    out = BytesIO()
    with Workbook(out, _AS_IT_IS) as book:
        book.set_properties({"title": take.title, "created": _ALWAYS})
        sheet = book.add_worksheet("what if" if take.timeline.race.what_if else "splits")
        sheet.write_row(0, 0, COLUMNS, book.add_format({"bold": True}))
        rows = list(split_rows(take))
        for number, row in enumerate(rows, 1):
            sheet.write_row(number, 0, row)
            progress(number / len(rows))
        for column, name in enumerate(COLUMNS):
            sheet.set_column(column, column, _WIDE.get(name, 11))
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    return out.getvalue()
