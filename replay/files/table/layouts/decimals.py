"""Times with a decimal comma in a table whose commas part the cells: `4:01,2` is two cells, and was one time."""

import re
from collections.abc import Sequence
from itertools import pairwise

_WHOLE = re.compile(r"\s*\d{1,3}(?::\d\d){1,2}")
_PART = re.compile(r"\d{1,3}\s*")
_MOSTLY = 0.6


def with_decimals(rows: Sequence[list[str]], width: int) -> tuple[list[list[str]], int] | None:
    """The rows with such times in one cell again, and how many; None where not just these make the rows too wide.

    Args:
        rows: Below the heading.
        width: How many headings there are.
    """
    torn = [_torn(row) if len(row) > width else [] for row in rows]
    if not any(torn) or any(len(row) > width + len(at) for row, at in zip(rows, torn, strict=True)):
        return None
    if any(len(at) > len(row) - width for row, at in zip(rows, torn, strict=True)):
        return None
    timed = sum(any(map(_WHOLE.fullmatch, row)) for row in rows)
    parts = [row[at + 1].strip() for row, ats in zip(rows, torn, strict=True) for at in ats]
    if sum(map(bool, torn)) < _MOSTLY * timed or len({*map(len, parts)}) > 1 or _are_counted(parts):
        return None
    return [_joined(row, at) for row, at in zip(rows, torn, strict=True)], len(parts)


def _torn(row: Sequence[str]) -> list[int]:
    """Where a time without decimals stands before a cell of digits alone."""
    return [at for at, (cell, behind) in enumerate(pairwise(row)) if _WHOLE.fullmatch(cell) and _PART.fullmatch(behind)]


def _are_counted(parts: Sequence[str]) -> bool:
    """Whether the numbers go up or down one by one: points or places in a column without a heading."""
    steps = {int(after) - int(before) for before, after in pairwise(parts)}
    return len(parts) > _A_FEW and steps in ({1}, {-1})


_A_FEW = 2


def _joined(row: list[str], torn: Sequence[int]) -> list[str]:
    made: list[str] = []
    for at, cell in enumerate(row):
        if at - 1 in torn:
            made[-1] += f",{cell.strip()}"
        else:
            made.append(cell)
    return made
