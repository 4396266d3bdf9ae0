"""Tracks in GeoJSON: lines with a time for each of their points, or points with their time, a runner each.

RFC 7946 has no times: `coordTimes` is what Mapbox's toGeoJSON writes among a feature's properties, `times` under
`coordinateProperties` what its newer versions do; a fourth number of a position may be the seconds since 1970.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from replay.files.cleaning import clean_text
from replay.files.gps.fixes import Fix, Recording, UnreadableRecording, fix_of
from replay.files.gps.json_values import moment_of, number_of, read_json

_TIMES = ("coordTimes", "times", "coordinateTimes", "timestamps", "coord_times")
_TIME = ("time", "timestamp", "datetime", "date", "recorded_at", "recordedAt", "ts")
_NAMES = ("name", "runner", "athlete", "title", "id", "bib")
_MOST = 1_000_000
_WITH_TIME = 4
_FEWEST = 2


def is_geojson(data: bytes) -> bool:
    """Whether bytes are a map with lines, or points, that have times."""
    head = data[:_LOOKED_AT]
    if b'"Feature' not in head or b'"coordinates"' not in head:
        return False
    lines = b"LineString" in head and (any(f'"{key}"'.encode() in head for key in _TIMES) or _has_fourth(data))
    return lines or (head.count(b'"Point"') > _FEWEST and _are_fixes(data))


_LOOKED_AT = 4_000_000


def read_geojson(data: bytes) -> tuple[Recording, ...]:
    """The recordings in such a file, one of each line, or of all points that name the same runner.

    Raises:
        UnreadableRecording: It is no JSON, or no point of it has a time.
    """
    features = _features(data)
    found = [Recording(_name(feature), fixes) for feature in features if (fixes := _line(feature))]
    if not found:
        by: dict[str, list[Fix]] = {}
        for feature in features:
            if (fix := _point(feature)) is not None:
                by.setdefault(_name(feature), []).append(fix)
        found = [Recording(name, tuple(fixes)) for name, fixes in by.items() if len(fixes) >= _FEWEST]
    if not found:
        raise UnreadableRecording("no point of its lines has a time")
    return tuple(found)


def _features(data: bytes) -> list[Mapping[str, Any]]:
    value = read_json(data)
    held = value.get("features", [value]) if isinstance(value, Mapping) else value
    return [one for one in held if isinstance(one, Mapping)] if isinstance(held, list) else []


def _has_fourth(data: bytes) -> bool:
    try:
        return any(_line(feature) for feature in _features(data))
    except UnreadableRecording:
        return False


def _are_fixes(data: bytes) -> bool:
    """Whether there are many points with times for each name, so that they are no passings of checkpoints."""
    try:
        features = _features(data)
    except UnreadableRecording:
        return False
    told = [one for one in features if _point(one) is not None]
    return len(told) >= _MANY * max(1, len({_name(one) for one in told}))


_MANY = 20


def _line(feature: Mapping[str, Any]) -> tuple[Fix, ...]:
    geometry, properties = feature.get("geometry"), feature.get("properties") or {}
    if not isinstance(geometry, Mapping) or not isinstance(properties, Mapping):
        return ()
    inner = properties.get("coordinateProperties")
    places: Any = {**properties, **inner} if isinstance(inner, Mapping) else properties
    times = next((places[key] for key in _TIMES if isinstance(places.get(key), list)), None)
    coordinates = geometry.get("coordinates")
    if not isinstance(coordinates, list):
        return ()
    if geometry.get("type") == "MultiLineString":
        coordinates = [one for part in coordinates if isinstance(part, list) for one in part]
        times = [one for part in times for one in (part if isinstance(part, list) else [part])] if times else None
    elif geometry.get("type") != "LineString":
        return ()
    if times is None:
        times = [one[3] if isinstance(one, list) and len(one) >= _WITH_TIME else None for one in coordinates]
    fixes = tuple(_fixes(coordinates[:_MOST], times))
    return fixes if any(fix.time is not None for fix in fixes) else ()


def _fixes(coordinates: Sequence[object], times: Sequence[object]) -> Iterator[Fix]:
    for place, time in zip(coordinates, times, strict=False):
        if isinstance(place, list) and len(place) >= _FEWEST:
            east, north, height = (*map(number_of, place[:3]), None)[:3]
            yield fix_of(moment_of(time), north, east, height, None)


def _point(feature: Mapping[str, Any]) -> Fix | None:
    geometry, properties = feature.get("geometry"), feature.get("properties")
    if not isinstance(geometry, Mapping) or not isinstance(properties, Mapping) or geometry.get("type") != "Point":
        return None
    moment = next((found for key in _TIME if (found := moment_of(properties.get(key))) is not None), None)
    place = geometry.get("coordinates")
    return next(_fixes([place], [moment]), None) if moment is not None else None


def _name(feature: Mapping[str, Any]) -> str:
    properties = feature.get("properties")
    told = properties if isinstance(properties, Mapping) else {}
    found = next((told[key] for key in _NAMES if isinstance(told.get(key), str | float) and told[key] != ""), "")
    return clean_text(f"{found:.10g}" if isinstance(found, float) else found)[:200]
