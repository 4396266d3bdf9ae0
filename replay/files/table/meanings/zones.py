"""Moments that are written in the time of several zones, as of a start at `09:00+02:00` and a finish at `07:40Z`.

Where a table has one zone only, what its clocks say is taken as it stands, beside times of day that name none.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from replay.files.table.meanings.column import Column

_ZONED = re.compile(r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)([.,]\d{1,9})?\s*(Z|[+-]\d\d:?\d\d)", re.IGNORECASE)


def in_one_zone(columns: Sequence[Column], start: str) -> tuple[str, int]:
    """Write the moments of all columns in the time of Greenwich, where they are in that of several zones.

    Args:
        columns: Their cells are changed.
        start: When the gun went, as a line above the heading says it.

    Returns:
        The start, and how many cells were changed.
    """
    zoned = [column for column in columns if any(map(_ZONED.fullmatch, column.sample))]
    found = {cell: match for column in zoned for cell in column.cells if (match := _ZONED.fullmatch(cell.strip()))}
    began = _ZONED.fullmatch(start.strip())
    zones = {_minutes(match[3]) for match in [*found.values(), *([began] if began is not None else [])]}
    if len(zones) < _SEVERAL:
        return start, 0
    told = {cell: _at_greenwich(match) for cell, match in found.items()}
    changed = 0
    for column in zoned:
        changed += sum(cell in told for cell in column.cells)
        column.rewrite(lambda cell: told.get(cell, cell))
    return (_at_greenwich(began) if began is not None else start), changed


_SEVERAL = 2


def _minutes(zone: str) -> int:
    """Minutes by which a zone's clocks are before those of Greenwich."""
    if zone in "Zz":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return -minutes if zone[0] == "-" else minutes


def _at_greenwich(match: re.Match[str]) -> str:
    try:
        moment = datetime.fromisoformat(match[1]) - timedelta(minutes=_minutes(match[3]))
    except (ValueError, OverflowError):
        return match[0]
    return f"{moment:%Y-%m-%dT%H:%M:%S}{match[2] or ''}Z"
