"""The streams of an activity in JSON, as Strava's service gives them: seconds, metres and places, a list of each.

They are an object by kind (`{"time": {"data": [0, 1]}}`) or a list of objects that say theirs (`[{"type": "time"}]`).
The seconds count from a start that is not told. Source: developers.strava.com/docs/reference (StreamSet).

Polar's export of a training session has samples of metres, each with its time of day, and the route beside them.
Source: the files of account.polar.com's download of all data (`training-session-*.json`).

Garmin's service gives the details of an activity as rows of values, and beside them what each value is.
Source: the answers of connect.garmin.com's `activity-service` that its clients keep.
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
    keys = (_OF_POLAR, _OF_GARMIN)
    told = (b'"series_type"' in head and b'"data"' in data) or any(all(key in head for key in those) for those in keys)
    return told and data.lstrip()[:1] in (b"[", b"{")


_OF_POLAR = (b'"exercises"', b'"samples"', b'"dateTime"')
_OF_GARMIN = (b'"metricDescriptors"', b'"activityDetailMetrics"')


_LOOKED_AT = 4_000_000


def read_streams(data: bytes) -> tuple[Recording, ...]:
    """The recording in such a file.

    Raises:
        UnreadableRecording: It is no JSON, or has no times, or neither metres nor places.
    """
    value = read_json(data)
    for read in (_sampled, _detailed):
        if (fixes := read(value)) is not None:
            return (Recording("", fixes),)
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


def _detailed(value: object) -> tuple[Fix, ...] | None:
    """The fixes of Garmin's details of an activity; None of anything else."""
    inside = value.get("details") if isinstance(value, Mapping) else None  # some clients keep all answers in one
    held = inside if isinstance(inside, Mapping) else value
    told, rows = (
        (held.get(key) for key in ("metricDescriptors", "activityDetailMetrics"))
        if isinstance(held, Mapping)
        else (None, None)
    )
    if not isinstance(told, list) or not isinstance(rows, list):
        return None
    at = {one.get("key"): one.get("metricsIndex") for one in told if isinstance(one, Mapping)}
    places = [at.get(key) for key in _DETAILS]
    if places[0] is None:
        raise UnreadableRecording("its details lack the times")
    found = []
    for row in rows[:_MOST]:
        values = row.get("metrics") if isinstance(row, Mapping) else None
        values = values if isinstance(values, list) else []
        time, *others = (
            values[int(place)] if isinstance(place, float) and 0 <= place < len(values) else None for place in places
        )
        found.append(fix_of(moment_of(time), *map(number_of, others)))
    return tuple(found)


_DETAILS = ("directTimestamp", "directLatitude", "directLongitude", "directElevation", "sumDistance")
"""What Garmin calls a row's milliseconds since 1970, degrees, and metres."""


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
