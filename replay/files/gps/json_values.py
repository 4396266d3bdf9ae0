"""What recordings in JSON are made of: numbers, and moments as text or as numbers."""

import json
import math
from typing import Any

from replay.files.gps.fixes import UnreadableRecording
from replay.files.xmltree import as_instant

_MILLIS = 1e11
"""Seconds since 1970 are less, and milliseconds more."""
_EPOCH = (10, 13)
"""Digits of the seconds and milliseconds since 1970, as text."""


def read_json(data: bytes) -> Any:  # noqa: ANN401 - JSON may hold anything
    """What JSON holds, all of its numbers floats.

    Raises:
        UnreadableRecording: It is none.
    """
    try:
        return json.loads(data.decode("utf-8-sig", "replace"), parse_int=float)
    except (ValueError, RecursionError):
        raise UnreadableRecording("it is no JSON") from None


def number_of(value: object) -> float | None:
    """A finite number; None for anything else."""
    return value if isinstance(value, float) and math.isfinite(value) else None


def moment_of(value: object) -> float | None:
    """Seconds since 1970 of a time as ISO 8601 has it, in UTC without a zone, or of as many seconds or milliseconds."""
    if isinstance(value, str) and not (value.isdecimal() and len(value) in _EPOCH):
        moment = as_instant(value)
        return moment.timestamp() if moment is not None else None
    seconds = number_of(float(value) if isinstance(value, str) else value)
    return seconds / 1000 if seconds is not None and seconds > _MILLIS else seconds
