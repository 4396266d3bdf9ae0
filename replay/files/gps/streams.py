"""The streams of an activity in JSON, as Strava's service gives them: seconds, metres and places, a list of each.

They are an object by kind (`{"time": {"data": [0, 1]}}`) or a list of objects that say theirs (`[{"type": "time"}]`).
The seconds count from a start that is not told. Source: developers.strava.com/docs/reference (StreamSet).

Polar's export of a training session has samples of metres, each with its time of day, and the route beside them.
Source: the files of account.polar.com's download of all data (`training-session-*.json`).
"""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from replay.files.gps.fixes import Fix, Recording, UnreadableRecording, fix_of
from replay.files.gps.json_values import moment_of, number_of, read_json

_MOST = 1_000_000


def is_streams(data: bytes) -> bool:
    """Whether bytes are such a file."""
    head = data[:_LOOKED_AT]
    told = (b'"series_type"' in head and b'"data"' in data) or all(key in head for key in _OF_POLAR)
    return told and data.lstrip()[:1] in (b"[", b"{")


_OF_POLAR = (b'"exercises"', b'"samples"', b'"dateTime"')


_LOOKED_AT = 4_000_000


def read_streams(data: bytes) -> tuple[Recording, ...]:
    """The recording in such a file.

    Raises:
        UnreadableRecording: It is no JSON, or has no times, or neither metres nor places.
    """
    value = read_json(data)
    if (sampled := _sampled(value)) is not None:
        return (Recording("", sampled),)
    streams = _by_kind(value)
    times, metres, places = (streams.get(kind, []) for kind in ("time", "distance", "latlng"))
    if not times or not (metres or places):
        raise UnreadableRecording("its streams lack the one of the times, or that of the distances")
    heights = streams.get("altitude", [])
    columns = (times[:_MOST], *(one[: len(times)] for one in (metres, places, heights)))
    return (Recording("", tuple(_fix(*row) for row in zip_longest(*columns))),)


def _sampled(value: object) -> tuple[Fix, ...] | None:
    """The fixes of Polar's first exercise, by its metres, else by its route; None of anything else."""
    exercises = value.get("exercises") if isinstance(value, Mapping) else None
    first = exercises[0] if isinstance(exercises, list) and exercises else None
    samples = first.get("samples") if isinstance(first, Mapping) else None
    if not isinstance(samples, Mapping):
        return None
    metres, route = (samples.get(kind) for kind in ("distance", "recordedRoute"))
    held = metres if isinstance(metres, list) and metres else route if isinstance(route, list) else []
    rows = [row for row in held[:_MOST] if isinstance(row, Mapping)]
    fixes = (
        fix_of(
            moment_of(row.get("dateTime")),
            *(number_of(row.get(key)) for key in ("latitude", "longitude", "altitude", "value")),
        )
        for row in rows
    )
    if not rows:
        raise UnreadableRecording("its samples have neither metres nor a route")
    return tuple(fixes)


def _by_kind(value: object) -> dict[str, Sequence[Any]]:
    held = value.items() if isinstance(value, Mapping) else []
    listed = value if isinstance(value, list) else []
    found = [*held, *((one.get("type"), one) for one in listed if isinstance(one, Mapping))]
    return {
        str(kind): one["data"] for kind, one in found if isinstance(one, Mapping) and isinstance(one.get("data"), list)
    }


def _fix(time: object, metres: object, place: object, height: object) -> Fix:
    north, east = place if isinstance(place, list) and len(place) == len(("north", "east")) else (None, None)
    return fix_of(number_of(time), number_of(north), number_of(east), number_of(height), number_of(metres))
