"""What is told of columns: which are something by their cells alone, and which have times and are left out."""

import re

from replay.files.table.days import is_written_on
from replay.files.table.halfway import likely_place
from replay.files.table.kinds.sports import is_other_sport
from replay.files.table.layouts.grid import Grid
from replay.files.table.meanings.column import Column
from replay.files.table.meanings.columns import says_time
from replay.files.table.sheet import Sheet
from replay.files.table.values.cells import is_number
from replay.files.table.values.notations import plain_seconds
from replay.files.table.values.times import DAY, Form, read_cell
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.words import Meaning


def tell_columns(sheet: Sheet, grid: Grid) -> None:
    """What is taken for something by its cells alone, and what has times and is left out."""
    found = sheet.findings
    for column in sheet.columns:
        if column.why == "by its cells" and grid.headed:
            found.assume(f"{column.title!r} is taken for the {column.meaning}, by its cells", "--column")
        elif column.why.startswith("its cells are no") and column.share(is_written_on) > _NEARLY:
            column.why = "it is when the row was written"
        elif column.why.startswith("its cells are no") and column.sample and _says_times(column):
            message = (
                f"the column {column.title!r} is left out: its cells are no times, such as {column.sample[0][:40]!r}"
            )
            found.error("columns without times", grid.line, message)
        elif (_is_unknown(column) and column.share(_has_times) > _NEARLY) or (
            _is_split(column) and not sheet.all(Meaning.SPLIT_TIME)  # beside which it is the stretch
        ):
            message = f"the column {column.title!r} has times and is left out: what they are is not known"
            hint = f'say it with --column "{column.title}={_place(sheet, column)}"'
            found.warn("columns of unknown times", grid.line, message, hint)
            found.left_out.add("columns of times that are not known", f"line {grid.line}")


def _is_unknown(column: Column) -> bool:
    return column.heading is None and column.why == "not known" and not is_other_sport(column)


def _is_split(column: Column) -> bool:
    """Whether a heading may be that of points' names, `Split`, and the cells are times."""
    timed = column.share(lambda text: is_plain_time(text) or _SECONDS.fullmatch(text))
    return column.heading is None and column.why == f"its cells are no {Meaning.LABEL}" and timed > _NEARLY


def _place(sheet: Sheet, column: Column) -> str:
    """Where the point of a column may be, by the results."""
    results = sheet.all(Meaning.RESULT, Meaning.NET, Meaning.GUN)
    times, ends = (map(plain_seconds, one.cells[:_ROWS]) for one in (column, results[0] if results else column))
    return likely_place(times, ends, sheet.choices.distance or 0.0)


_ROWS = 50


def _says_times(column: Column) -> bool:
    """Whether a heading names a time, or the times of all laps and no numbers of them."""
    laps = any(one.meaning is Meaning.LAPS and one.sure for one in read_heading(column.title)[:1])
    return says_time(column.title) or (laps and column.share(is_number) < 1 - _NEARLY)


_NEARLY = 0.8


def is_plain_time(text: str) -> bool:
    """Whether a cell is a time with a colon, and no time of day with its day."""
    cell = read_cell(text) if ":" in text else None
    return cell is not None and cell.form is not Form.CLOCK


def _has_times(text: str) -> bool:
    """The same, or whether it has several: `0:01:41|59|0:00:55|60|`."""
    return is_plain_time(text) or len(_TIMES.findall(text)) > 1


_SECONDS = re.compile(r"\d{2,3}[.,]\d{1,3}")
_TIMES = re.compile(r"(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])")


def is_moment(text: str) -> bool:
    """Whether a cell is a time of day with its day."""
    cell = read_cell(text)
    return cell is not None and cell.form is Form.CLOCK and cell.numbers[0] > DAY
