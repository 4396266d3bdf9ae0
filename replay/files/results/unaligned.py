"""Lists whose cells two blanks or more keep apart, and whose columns stand below one another in no line.

Place    Athlete    Yr.    Team    Time
9    ALFA, Ada    SR    Oak    15:30.6
10    BETA, Bo        Oak    16:15.7

So a browser copies a table into a text. Every line has as many cells as there are headings, or lacks one.
"""

import re
from collections.abc import Sequence
from statistics import median

from replay.files.cleaning import clean_text
from replay.files.results.layout import Laid
from replay.files.table.wording.likeliest import is_heading

_FEWEST = 2
_MOSTLY = 0.5


def one_by_one(lines: Sequence[str], numbers: Sequence[int]) -> Laid | None:
    """The rows where headings do not stand over their columns; None where cells are lacking so that none knows which.

    Args:
        lines: Of a text.
        numbers: Those of the list, the first with the headings.
    """
    rows = [[clean_text(chunk) for chunk in re.split(r"\s{2,}", lines[number].strip())] for number in numbers]
    width = len(rows[0])
    whole = [row for row in rows[1:] if len(row) == width]
    if width <= _FEWEST or not whole or not all(map(is_heading, rows[0][:_FEWEST])):
        return None
    if len(whole) < len(rows) - 1:
        if width <= _FEWEST + 1 or len(whole) < _MOSTLY * len(rows) or not {*map(len, rows)} <= {width - 1, width}:
            return None
        kinds = [{_kind(row[at]) for row in whole} for at in range(width)]
        long = [median(len(row[at]) for row in whole) for at in range(width)]
        made = [row if len(row) == width else _filled(row, kinds, long) for row in rows]
        if not all(made):
            return None
        rows = made
    return Laid(rows, [number + 1 for number in numbers])


def _filled(row: Sequence[str], kinds: Sequence[set[str]], long: Sequence[float]) -> list[str]:
    """A row that lacks a cell with an empty one, where the others are then such as those above; empty for none."""
    fitting = []
    for at in range(len(kinds)):
        cells = [*row[:at], "", *row[at:]]
        if all(_kind(cell) in (*kind, "") for cell, kind in zip(cells, kinds, strict=True)):
            far = sum(abs(len(cell) - usual) for cell, usual in zip(cells, long, strict=True) if cell)
            fitting.append((far, cells))
    return min(fitting)[1] if fitting else []


def _kind(cell: str) -> str:
    """What is in a cell: words, a clock's time, a number, one with a part; empty for signs, which stand anywhere."""
    if any(map(str.isalpha, cell)):
        return "words"
    if not any(map(str.isdigit, cell)):
        return ""
    return "clock" if ":" in cell else "part" if re.search(r"[.,]", cell) else "number"
