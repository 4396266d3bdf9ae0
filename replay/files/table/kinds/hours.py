"""Columns of a race for distance with how far everybody was by then: `6h`, `6h [km]`, or as the user says."""

import re

from replay.files.table.meanings.column import Column
from replay.race.events import event_seconds

_UNIT = re.compile(
    r"\s*(?:[(\[]\s*(?:km|kms|mi|miles?|m|kilomet\w*|met\w*)\s*[)\]]|\b(?:in )?(?:km|miles?))\s*$", re.IGNORECASE
)


def hours_of(column: Column) -> float | None:
    """After how many seconds the cells of a column were run; None for any other column."""
    return column.seconds if column.seconds is not None else event_seconds(_UNIT.sub("", column.title))


def is_count(cell: str) -> bool:
    """Whether a cell counts laps, whole ones or parts."""
    return re.fullmatch(r"\d{1,4}(?:[.,]\d{1,3})?", cell.strip()) is not None
