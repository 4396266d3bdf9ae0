"""The streams of an activity in JSON, as Strava's service gives them: seconds, metres and places, a list of each.

They are an object by kind (`{"time": {"data": [0, 1]}}`) or a list of objects that say theirs (`[{"type": "time"}]`).
The seconds count from a start that is not told. Source: developers.strava.com/docs/reference (StreamSet).
"""

import json
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from replay.files.gps.fixes import Fix, Recording, UnreadableRecording, fix_of

_MOST = 1_000_000


def is_streams(data: bytes) -> bool:
    """Whether bytes are such a file."""
    return data.lstrip()[:1] in (b"[", b"{") and b'"series_type"' in data[:_LOOKED_AT] and b'"data"' in data


_LOOKED_AT = 4_000_000


def read_streams(data: bytes) -> tuple[Recording, ...]:
    """The recording in such a file.

    Raises:
        UnreadableRecording: It is no JSON, or has no times, or neither metres nor places.
    """
    try:
        value = json.loads(data.decode("utf-8-sig", "replace"), parse_int=float)
    except (ValueError, RecursionError):
        raise UnreadableRecording("it is no JSON") from None
    streams = _by_kind(value)
    times, metres, places = (streams.get(kind, []) for kind in ("time", "distance", "latlng"))
    if not times or not (metres or places):
        raise UnreadableRecording("its streams lack the one of the times, or that of the distances")
    heights = streams.get("altitude", [])
    columns = (times[:_MOST], *(one[: len(times)] for one in (metres, places, heights)))
    return (Recording("", tuple(_fix(*row) for row in zip_longest(*columns))),)


def _by_kind(value: object) -> dict[str, Sequence[Any]]:
    held = value.items() if isinstance(value, Mapping) else []
    listed = value if isinstance(value, list) else []
    found = [*held, *((one.get("type"), one) for one in listed if isinstance(one, Mapping))]
    return {
        str(kind): one["data"] for kind, one in found if isinstance(one, Mapping) and isinstance(one.get("data"), list)
    }


def _fix(time: object, metres: object, place: object, height: object) -> Fix:
    north, east = place if isinstance(place, list) and len(place) == len(("north", "east")) else (None, None)
    return fix_of(_number(time), _number(north), _number(east), _number(height), _number(metres))


def _number(value: object) -> float | None:
    return value if isinstance(value, float) else None
