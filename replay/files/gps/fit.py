"""FIT: the binary records that watches write themselves, read by fitdecode.

Of its messages only `record` matters here: time, place in semicircles (2^31 of them are 180 degrees), the watch's own
distance and its height. A run indoors has no places.
"""

import datetime
from typing import Any

from replay.files.gps.fixes import Fix, Recording, UnreadableRecording, fix_of

_SEMICIRCLE = 180 / 2**31
"""Degrees."""
_MOST = 1_000_000
"""Messages: three days of records at one a second, with as many of other kinds."""


def read_fit(data: bytes) -> tuple[Recording, ...]:
    """The recording in a FIT file.

    Raises:
        UnreadableRecording: The bytes are no FIT, or there is no record with a time in them.
    """
    import fitdecode  # only a FIT file needs it

    fixes: list[Fix] = []
    broken = ""
    try:
        with fitdecode.FitReader(
            data,
            error_handling=fitdecode.ErrorHandling.IGNORE,
            check_crc=fitdecode.CrcCheck.DISABLED,
        ) as reader:
            for count, frame in enumerate(reader):
                if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "record":
                    fixes.append(_fix(frame))
                if count > _MOST:
                    raise UnreadableRecording(f"it has more than {_MOST:,} messages")
    except UnreadableRecording:
        raise
    except Exception as error:  # whatever the library stumbles over
        broken = str(error).partition("\n")[0][:120] or type(error).__name__
    if not any(fix.time is not None for fix in fixes):
        raise UnreadableRecording(f"it is no FIT: {broken}" if broken else "it has no record with a time")
    return (Recording("", tuple(fixes), 0 if broken else None),)


def _fix(frame: Any) -> Fix:  # noqa: ANN401 - the library's own type, which it does not name
    moment = frame.get_value("timestamp", fallback=None)
    north, east = (_number(frame, name, _SEMICIRCLE) for name in ("position_lat", "position_long"))
    height = _number(frame, "enhanced_altitude")
    return fix_of(
        moment.timestamp() if isinstance(moment, datetime.datetime) else None,
        north,
        east,
        _number(frame, "altitude") if height is None else height,
        _number(frame, "distance"),
    )


def _number(frame: Any, name: str, unit: float = 1.0) -> float | None:  # noqa: ANN401
    value = frame.get_value(name, fallback=None)
    return float(value) * unit if isinstance(value, int | float) else None
