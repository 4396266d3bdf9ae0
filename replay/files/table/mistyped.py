"""Times in which a colon stands before the hundredths, where the others of their column have a point: `12:50:58`."""

import re
from collections.abc import Sequence

from replay.files.middle import median
from replay.files.table.findings import Findings
from replay.files.table.meanings.column import Column

_POINTED = re.compile(r"(\d{1,2}):([0-5]\d)[.,]\d{1,2}(?!\d)")
_COLONS = re.compile(r"(\d{1,2}):([0-5]\d):(\d\d)(?![\d:.,])")
_FEWEST, _MOSTLY = 3, 0.7
"""Times with a point, and their share of all."""
_ALIKE = 1.3
"""How many times the middle of the others, at most, one is that is of their race; as hours it is sixty times that."""


def with_points(columns: Sequence[Column], lines: Sequence[int], found: Findings) -> None:
    """Write the hundredths of such times behind a point, and tell of it.

    Args:
        columns: Of a table; those with times are rewritten.
        lines: Of the rows.
        found: Takes what is mended.
    """
    for column in columns:
        pointed = [match for cell in column.sample if (match := _POINTED.match(cell)) is not None]
        others = sum(_POINTED.match(cell) is None and cell[:1].isdigit() for cell in column.sample)
        if len(pointed) < max(_FEWEST, _MOSTLY * (len(pointed) + others)):
            continue
        middle = median([_seconds(match) for match in pointed])
        wrong = [at for at, cell in enumerate(column.cells) if _is_wrong(cell.strip(), middle)]
        if not wrong:
            continue
        found.repaired.add("times with a colon before the hundredths", f"line {lines[wrong[0]]}", len(wrong))
        column.rewrite(lambda cell, middle=middle: _mended(cell, middle))  # type: ignore[misc]


def _seconds(match: re.Match[str]) -> float:
    return int(match[1]) * 60.0 + int(match[2])


def _is_wrong(cell: str, middle: float) -> bool:
    match = _COLONS.match(cell)
    return match is not None and middle / _ALIKE < _seconds(match) < middle * _ALIKE


def _mended(cell: str, middle: float) -> str:
    return _COLONS.sub(r"\1:\2.\3", cell, count=1) if _is_wrong(cell.strip(), middle) else cell
