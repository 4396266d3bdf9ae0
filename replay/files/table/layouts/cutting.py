"""A text cut into rows of cells, by the sign that parts them."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from replay.files.cleaning import shortened
from replay.files.entities import unescaped
from replay.files.table.values.alike import Alike

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
"""What may part the cells, and what that is called."""

MOST_COLUMNS = 1000
MOST_LINES = 1_000_000
"""Lines: a marathon of 50,000 has half as many where each of its runners stands in a row for each of ten points."""
MOST_CELLS = 8_000_000
"""Cells, each of which is kept: that marathon in rows of a dozen cells has six million."""
_MANY_CELLS = 2_000_000
"""From so many cells on those that are alike are kept once, which takes as long as it takes to part them."""
_MOST_LINES_IN_A_CELL = 20

Row = list[str]


class NoTable(ValueError):  # noqa: N818 (it reads as what happened)
    """Text that is no table; with the line, where there is one to name."""

    def __init__(self, message: str, line: int | None = None, hint: str = "") -> None:
        """Keep what is wrong, where, and the way out."""
        super().__init__(message)
        self.message, self.line, self.hint = message, line, hint


def too_wide(columns: int, line: int) -> NoTable:
    """What to say of a table with too many columns."""
    return NoTable(f"the table has {columns:,} columns, and at most {MOST_COLUMNS:,} are read", line)


def parted_rows(text: str, delimiter: str, first: int, most: int | None = None) -> tuple[list[Row], list[int]]:
    """The rows of a text that have anything in them, each with its line.

    Args:
        text: The text.
        delimiter: What parts the cells.
        first: The line of its first line.
        most: How many are wanted; a quote that is open at the end is then nothing wrong.

    Raises:
        NoTable: A quote is opened and not closed, or a row has too many cells.
    """
    text = text.replace("\0", "") if "\0" in text else text
    markup = has_markup(text)
    if markup and delimiter == ";":  # each ends in one
        text = _ENTITY.sub(lambda found: unescaped(found[0]).replace('"', "'").replace("\n", " "), text)
    alike = Alike().row if text.count(delimiter) > _MANY_CELLS else list
    reader = csv.reader(_lines(text), delimiter=delimiter, skipinitialspace=delimiter == "|")
    rows: list[Row] = []
    lines: list[int] = []
    before = 0
    try:
        for row in reader:
            if any(row):
                if reader.line_num - before > _MOST_LINES_IN_A_CELL and most is None:
                    raise NoTable(
                        "a quote is opened here and not closed", first + before, 'write `""` for one in a cell'
                    )
                if len(row) > MOST_COLUMNS:
                    raise too_wide(len(row), first + before)
                rows.append(alike([*map(unescaped, row)] if markup else row))
                lines.append(first + before)
            before = reader.line_num
            if most is not None and len(rows) >= most:
                break
    except csv.Error as error:
        if "field larger" in str(error):
            raise NoTable(
                "a quote is opened here and not closed", first + before, 'write `""` for one in a cell'
            ) from None
        raise NoTable(f"this is no table: {error}", first + before) from None
    if '"' in text and most is None:
        rows, lines = _torn_apart(rows, lines, text, delimiter, first)
    rows = [*map(shortened, rows)]
    return _without_frame(rows, lines) if delimiter == "|" else (rows, lines)


def _torn_apart(
    rows: list[Row], lines: list[int], text: str, delimiter: str, first: int
) -> tuple[list[Row], list[int]]:
    """The rows, where a quote that is never closed has taken whole rows into a cell: each of these by itself again."""
    torn = {at for at, row in enumerate(rows) if any("\n" in cell and delimiter in cell for cell in row)}
    if not torn:
        return rows, lines
    width = Counter(map(len, rows)).most_common(1)[0][0]
    every = text.splitlines()
    ends = [*lines[1:], first + len(every)]
    made: list[Row] = []
    told: list[int] = []
    for at, (row, line) in enumerate(zip(rows, lines, strict=True)):
        within = every[line - first : ends[at] - first] if at in torn else []
        parts = [_plainly_parted(one, delimiter) for one in within if one.strip()]
        if len(parts) > 1 and width > 1 and all(len(part) == width for part in parts):
            made += parts
            told += [line + number for number, one in enumerate(within) if one.strip()]
        else:
            made.append(row)
            told.append(line)
    return made, told


def _plainly_parted(line: str, delimiter: str) -> Row:
    """The cells of a line; where a quote is not closed in it, quotes are no signs."""
    if line.count('"') % 2 == 0:
        return next(csv.reader([line], delimiter=delimiter), [])
    return [cell.strip().removeprefix('"').removesuffix('"') for cell in line.split(delimiter)]


def has_markup(text: str) -> bool:
    """Whether letters are written as HTML has them: `&eacute;`."""
    return "&" in text and _ENTITY.search(text) is not None


_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[\da-f]{2,5}|[a-z]{2,8});", re.IGNORECASE)

_AT_ONCE = 1_000_000
"""Characters that are parted into lines at once: who refuses a file by its first lines needs no list of all."""


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _AT_ONCE) + 1 or len(text)
        yield from text[at:end].splitlines(keepends=True)
        at = end


def _without_frame(rows: list[Row], lines: list[int]) -> tuple[list[Row], list[int]]:
    """The rows of a table drawn with bars, without its outer bars and its rules."""
    kept = [(row, line) for row, line in zip(rows, lines, strict=True) if set("".join(row)) - set("-:+= ")]
    framed = [row for row, _ in kept if len(row) > 2]
    if framed and all(not row[0].strip() and not row[-1].strip() for row in framed):
        kept = [(row[1:-1] if len(row) > 2 else row, line) for row, line in kept]
    return [row for row, _ in kept], [line for _, line in kept]


def without_blank_columns(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without columns before the first in which anything stands; the numbers of a data frame's rows headed."""
    if any(row and row[0].strip() for row in rows[:_HEAD]):
        return [["index", *rows[0][1:]], *rows[1:]] if _are_indexed(rows) else rows
    filled = (next((at for at, cell in enumerate(row) if cell.strip()), None) for row in rows)
    blank = min((at for at in filled if at is not None), default=0)
    return [row[blank:] for row in rows] if blank else rows


_HEAD = 40
"""Rows that are looked at first."""


def _are_indexed(rows: Sequence[Row]) -> bool:
    """Whether a first column without a heading counts the rows from 0, as no places and no bibs do."""
    if len(rows) <= _FEWEST or not rows[0] or rows[0][0].strip().lower() not in ("", "unnamed: 0", "index"):
        return False
    return all(row and row[0].strip() == str(at) for at, row in enumerate(rows[1:])) and len(rows[0]) > _FEWEST


_FEWEST = 2
"""Rows, and columns."""
