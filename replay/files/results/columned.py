"""Columns that blanks keep apart all the way down, from the headings to the last line: such a list is a table as it is.

Pos  Name      Club   Time
1    Ada Alfa  Oak    33:10
2    Bo Beta          34:02
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from replay.files.cleaning import clean_text
from replay.files.results.layout import RULER, Laid
from replay.files.table.wording.likeliest import is_heading

_FEWEST = 2
"""Columns, and lines below the headings."""
_GAP = 2
"""Blanks that part columns."""
_WIDEST = 600
_HEADS = 40
"""Lines among which the headings are."""


def columned(lines: Sequence[str]) -> Laid | None:
    """The rows of such a list; None where it is none.

    Args:
        lines: Of a text, without tabs.
    """
    for at, line in enumerate(lines[:_HEADS]):
        titles = _chunks(line)
        if len(titles) < _FEWEST or len(line) > _WIDEST or not _are_headings(titles):
            continue
        if at + 1 < len(lines) and RULER.fullmatch(lines[at + 1]):
            return None  # the line below says where the columns are
        below = [number for number in range(at + 1, len(lines)) if len(_chunks(lines[number])) >= _FEWEST]
        if len(below) < _FEWEST:
            return None
        numbers = [at, *below]
        edges = _edges([lines[number].rstrip() for number in numbers])
        rows = [[lines[number][start:end] for start, end in pairwise(edges)] for number in numbers]
        whole = all(cell.strip() and "  " not in cell.strip() for cell in rows[0])
        if len(edges) - 1 == len(titles) >= _FEWEST and whole:
            return Laid([[clean_text(cell) for cell in row] for row in rows], [number + 1 for number in numbers])
        return None
    return None


def _chunks(line: str) -> list[str]:
    return re.split(r"\s{2,}", line.strip())


def _are_headings(chunks: Sequence[str]) -> bool:
    """Whether at least two of some cells, and half of them, are headings that are known."""
    worded = [chunk for chunk in chunks if any(map(str.isalpha, chunk)) and ":" not in chunk]
    known = sum(map(is_heading, worded))
    return known >= max(_FEWEST, len(chunks) / 2)


def _edges(lines: Sequence[str]) -> list[int]:
    """Where columns begin that two blanks or more part in every line, and where the last ends."""
    width = max(map(len, lines))
    free = [True] * (width + 1)
    for line in lines:
        for at, char in enumerate(line):
            if char != " ":
                free[at] = False
    begins = [at for at in range(1, width) if not free[at] and all(free[max(at - _GAP, 0) : at])]
    first = next((at for at in range(width) if not free[at]), 0)
    return [0, *(at for at in begins if at > first), width]
