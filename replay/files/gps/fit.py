"""FIT: the binary records that watches write themselves, read by fitdecode.

Of its messages only `record` matters here: time, place in semicircles (2^31 of them are 180 degrees), the watch's own
distance and its height. A run indoors has no places.
"""

import io
from typing import Any

from replay.files.gps.fixes import Fix, Recording, UnreadableRecording, fix_of

_SEMICIRCLE = 180 / 2**31
"""Degrees."""
_EPOCH = 631_065_600
"""Seconds from 1970 to the last day of 1989, from which its times are counted."""
_MOMENT = 0x1000_0000
"""What is less is no time of day, but seconds since the watch was switched on."""
_MOST = 300_000
"""Messages: three days of records at one a second, with some of other kinds."""
_SOME = 10_000
"""Messages after which it is reckoned how many there will be: what is far too much is refused within a second."""
_FAR_TOO_MUCH = 1.25 * _MOST


def read_fit(data: bytes) -> tuple[Recording, ...]:
    """The recording in a FIT file.

    Raises:
        UnreadableRecording: The bytes are no FIT, or there is no record with a time in them.
    """
    import fitdecode  # only a FIT file needs it

    fixes: list[Fix] = []
    broken = ""
    stream = io.BytesIO(data)
    try:
        with fitdecode.FitReader(
            stream,
            processor=None,  # what it would make of every field takes as long as the reading
            error_handling=fitdecode.ErrorHandling.IGNORE,
            check_crc=fitdecode.CrcCheck.DISABLED,
        ) as reader:
            for count, frame in enumerate(reader):
                if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "record":
                    fixes.append(_fix({field.name: field.value for field in frame.fields}))
                if count > _MOST or (
                    count and count % _SOME == 0 and count * len(data) > _FAR_TOO_MUCH * stream.tell()
                ):
                    raise UnreadableRecording(f"it has more than {_MOST:,} messages")
    except UnreadableRecording:
        raise
    except Exception as error:  # whatever the library stumbles over
        broken = str(error).partition("\n")[0][:120] or type(error).__name__
    if not any(fix.time is not None for fix in fixes):
        raise UnreadableRecording(f"it is no FIT: {broken}" if broken else "it has no record with a time")
    return (Recording("", tuple(fixes), 0 if broken else None),)


def _fix(values: dict[str, Any]) -> Fix:
    moment = _number(values.get("timestamp"))
    height = _number(values.get("enhanced_altitude"))
    return fix_of(
        moment + _EPOCH if moment is not None and moment >= _MOMENT else None,
        _number(values.get("position_lat"), _SEMICIRCLE),
        _number(values.get("position_long"), _SEMICIRCLE),
        _number(values.get("altitude")) if height is None else height,
        _number(values.get("distance")),
    )


def _number(value: object, unit: float = 1.0) -> float | None:
    return float(value) * unit if isinstance(value, int | float) else None
