"""Points of a race that each have a list of who passed them and when: one list of runners, with their splits."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from replay.files.table.containers.classes import words_of
from replay.files.table.containers.known_keys import Keys
from replay.files.table.containers.splits_listed import point as with_unit
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import Point, read_point
from replay.files.table.wording.words import Meaning

_FEWEST = 2
_MOST = 100
_CALLED = (
    "point",
    "checkpoint",
    "split",
    "name",
    "label",
    "title",
    "location",
    "mat",
    "station",
    "distance",
    "km",
    "at",
)
_FAR = ("distance", "meters", "metres", "distance_m", "distanceMeters", "distanceInMeters", "km", "value")
_METRES_FROM = 100
"""What is less, where nobody says of what, is kilometres."""
_RACES = re.compile(r"event|race|discipline|heat|round|phase|wave|class|categor|division|competition|program")
_WHO = ({Meaning.BIB}, {Meaning.NAME}, {Meaning.FAMILY})
_WHEN = ({Meaning.NET}, {Meaning.RESULT}, {Meaning.GUN}, {Meaning.SPLIT_TIME})
_OVERLAP = 0.6
_Rows = Sequence[Mapping[str, Any]]


def of_points(value: Sequence[object], called: str, keys: Keys) -> list[Mapping[str, Any]] | None:
    """The runners of an array of points that each have a list of them; None of any other array."""
    if not _FEWEST <= len(value) <= _MOST or _RACES.search(words_of(called)):
        return None
    found = [_point(one) for one in value if isinstance(one, Mapping)]
    points = [one for one in found if one is not None]
    if len(points) < len(value):
        return None
    return _together(points, keys, on_the_way=called.lower() in _ON_THE_WAY)


_ON_THE_WAY = frozenset(("splits", "intermediates", "passings"))
"""What holds no finish, as a rule."""


def by_point(value: Mapping[str, Any], called: str, keys: Keys) -> list[Mapping[str, Any]] | None:
    """The same of an object that has such a list by the name of each point: `{"5K": [...], "Finish": [...]}`."""
    if not _FEWEST <= len(value) <= _MOST or _RACES.search(words_of(called)):
        return None
    if not all(map(_is_list, value.values())):
        return None
    points = []
    for key, held in value.items():
        point = read_point(str(key))
        if point is None or not (point.sure or point.finish) or not _is_list(held):
            return None
        points.append((str(key), point, held))
    return _together(points, keys)


def _point(one: Mapping[str, Any]) -> tuple[str, Point, _Rows] | None:
    lists = [held for held in one.values() if _is_list(held)]
    if len(lists) != 1:
        return None
    name = next((str(one[key]) for key in _CALLED if isinstance(one.get(key), str | int | float)), "")
    name = name or next((held for key, held in one.items() if key.endswith("Name") and isinstance(held, str)), "")
    if not name and isinstance(one.get("lap"), int):
        name = f"Lap {one['lap']}"
    point = read_point(name)
    if point is not None and point.start:
        return None
    inner = one.get("distance")
    far = inner if isinstance(inner, Mapping) else one
    told = next((read_point(_far(key, far[key])) for key in _FAR if isinstance(far.get(key), int | float | str)), None)
    if told is not None and told.metres:
        return (name if point is not None and point.metres else f"{told.metres:.10g} m"), told, lists[0]
    return (name, point, lists[0]) if point is not None and (point.sure or point.finish) else None


def _far(key: str, held: str | float) -> str:
    """How far a point is, with its unit."""
    text = str(held)
    few = re.fullmatch(r"\d+(?:\.\d+)?", text) is not None and float(text) < _METRES_FROM
    return with_unit("km" if few and key in ("distance", "value") else key, text)


def _is_list(held: object) -> bool:
    return isinstance(held, list) and bool(held) and all(isinstance(one, dict) for one in held)


def _together(
    points: list[tuple[str, Point, _Rows]], keys: Keys, *, on_the_way: bool = False
) -> list[Mapping[str, Any]] | None:
    points = sorted(points, key=lambda one: (one[1].finish, _first(one[2], keys)))
    who = next((key for meanings in _WHO if (key := _key(points, keys, meanings))), "")
    if not who or len({name for name, _, _ in points}) < len(points):
        return None
    *before, (called, end, last) = points
    whole = on_the_way and not end.finish and end.metres is not None
    made: dict[str, dict[str, Any]] = {str(row[who]): dict(row) for row in last if who in row}
    split: dict[str, list[dict[str, Any]]] = {}
    shared = 0
    for name, _, rows in before:
        for row in rows:
            time = _time(row, keys)
            runner = str(row.get(who))
            if time is None:
                continue
            if runner not in made:
                timeless = {key: held for key, held in row.items() if not keys.mean(key, _TIMES)}
                made[runner] = {**timeless, "status": row.get("status", "DNF")}
            else:
                shared += 1
            split.setdefault(runner, []).append({"point": name, "time": time})
    if len(made) < _FEWEST or shared < _OVERLAP * sum(len(rows) for _, _, rows in before):
        return None
    for runner, row in made.items():
        times = [_seconds(one["time"]) for one in split.get(runner, ())] + [_seconds(_time(row, keys))]
        known = [one for one in times if one is not None]
        if known != sorted(known) or not known:
            return None
        row["splits"] = split.get(runner, [])
        if whole and row.get("status") is None:
            row["splits"] += [{"point": called, "time": _time(row, keys)}]
            made[runner] = {key: held for key, held in row.items() if not keys.mean(key, _TIMES)}
    return list(made.values())


def _first(rows: _Rows, keys: Keys) -> float:
    """When the first came there."""
    return min(filter(None, (_seconds(_time(row, keys)) for row in rows)), default=0.0)


_TIMES = {Meaning.NET, Meaning.RESULT, Meaning.GUN, Meaning.SPLIT_TIME, Meaning.PLACE, Meaning.GAP}


def _key(points: Sequence[tuple[str, Point, _Rows]], keys: Keys, meanings: set[Meaning]) -> str:
    first = points[0][2][0]
    named = [key for key in first if keys.mean(key, meanings) and not isinstance(first[key], list | Mapping)]
    return next((key for key in named if all(key in rows[0] for _, _, rows in points)), "")


def _time(row: Mapping[str, Any], keys: Keys) -> object | None:
    for meanings in _WHEN:
        for key, held in row.items():
            if keys.mean(key, meanings) and isinstance(held, str | int | float) and _seconds(held) is not None:
                millis = isinstance(held, int) and "milli" in key.lower()
                return held / 1000 if millis and isinstance(held, int) else held
    return None


def _seconds(held: object) -> float | None:
    cell = read_cell(str(held)) if held is not None else None
    return PLAIN.seconds(cell) if cell is not None else None
