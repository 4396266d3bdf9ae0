"""What programs wrap lists of results in, taken off, before the lists are looked for in JSON, YAML and XML.

GraphQL has `edges` of `node`s; tables for the browser have `headers` and rows of `cells`; an API has runners by lane or
number; times stand in one array, and the distances they were taken at in another; classes are a list each; and who
writes by hand has `- Ada Alfa: 4:31.2`.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise, zip_longest
from typing import Any

from replay.files.table.about import says_of_race
from replay.files.table.containers.classes import by_class, has_names, of_classes, of_teams, words_of
from replay.files.table.containers.headed_rows import is_point, of_cells, with_labels, with_rows
from replay.files.table.containers.keyed import SPLITS, bare_rows
from replay.files.table.containers.known_keys import Keys, UnreadableObjects
from replay.files.table.containers.pointwise import by_point, of_points
from replay.files.table.containers.rowkeys import plain_keys_of
from replay.files.table.containers.splits_listed import point
from replay.files.table.containers.texts_held import held_in, may_hold
from replay.files.table.containers.wrapped import unwrapped
from replay.files.table.values.cells import is_clock
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.words import Meaning
from replay.race.names import fold
from replay.race.statuses import is_out, read_status

_DEEPEST = 30
_FEWEST = 2
_WIDEST = 600
"""Headings of a table, points of a race, runners by number: of more nothing is taken apart."""
_MOST_KEYED = 200_000
"""Keys of an object; and a longer list, which is not read, is not taken apart either."""
_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_RUNNERS = {*_NAMES, Meaning.BIB}
_TIMES = {Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.LAPS, Meaning.SPLIT_TIME, Meaning.SPLIT}


def plainly(value: object, keys: Keys, called: str = "", far: Sequence[str] = (), depth: int = 0) -> object:
    """A value without what lists are wrapped in; what is not wrapped stays the same object.

    Args:
        value: As JSON has it.
        keys: What keys mean.
        called: The key that has it.
        far: The points of which an array around it tells.
        depth: How deep it lies.
    """
    if not isinstance(value, str | list | dict):
        return value
    if isinstance(value, str):
        held = held_in(value)
        return plainly(held, keys, called, far, depth + 1) if isinstance(held, list | dict) else held
    if depth > _DEEPEST:
        return value
    if isinstance(value, list):
        return _plain_list(value, keys, called, far, depth)
    return _plain_object(value, keys, called, far, depth)


def _plain_object(value: Mapping[str, Any], keys: Keys, called: str, far: Sequence[str], depth: int) -> object:
    if _is_leaf(value):  # as nearly all objects are
        bare = unwrapped(value)
        return bare if bare is not value or not isinstance(bare, dict) else _with_unit(value, called) or value
    if len(value) > _MOST_KEYED:
        raise UnreadableObjects(f"an object in it has {len(value):,} keys, and at most {_MOST_KEYED:,} are read")
    bare = unwrapped(value)
    if not isinstance(bare, Mapping):
        return plainly(bare, keys, called, far, depth + 1)
    value = bare
    nodes = _nodes(value)
    if nodes is not None:
        return plainly(nodes, keys, called, far, depth + 1)
    value = _with_length(_with_columns_turned(value))
    value = with_labels(with_rows(_with_related(value), keys), keys)
    beside = (found for held in value.values() if isinstance(held, Mapping) and (found := _points(held)))
    far = _points(value) or next(beside, far)
    if (amount := _with_unit(value, called)) is not None:
        return amount
    if far:
        value = {
            key: held if _points({key: held}) else _at_points(str(key), held, far, keys) for key, held in value.items()
        }
    made = {key: plainly(held, keys, str(key), far, depth + 1) for key, held in value.items()}
    turned = any(isinstance(held, list) and isinstance(value[key], dict) for key, held in made.items())
    value = with_labels(made, keys) if turned else made
    return _of_runners(value, called, keys) or value


def _of_runners(value: Mapping[str, Any], called: str, keys: Keys) -> object | None:
    """The runners of an object that has them by points, classes, numbers or names; None of any other object."""
    found = by_point(value, called, keys) or by_class(value, called, keys) or _by_number(value, called, keys)
    return found or _by_whole_name(value, keys)


def _with_columns_turned(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values of a sheet, which the service of Google's gives by its columns where it is asked to, as rows."""
    columns = value.get("values")
    if value.get("majorDimension") != "COLUMNS" or not isinstance(columns, list):
        return value
    down = [column for column in columns if isinstance(column, list)]
    return {**value, "values": [list(row) for row in zip_longest(*down)]}


def _is_leaf(value: Mapping[str, Any]) -> bool:
    """Whether nothing lies in an object but short texts and numbers."""
    for held in value.values():
        kind = type(held)
        if kind is dict or kind is list or (kind is str and may_hold(held)):
            return False
    return True


_LINE = ("name", "time")


def _plain_list(value: list[Any], keys: Keys, called: str, far: Sequence[str], depth: int) -> list[Any]:
    if len(value) > _MOST_KEYED or not any(isinstance(one, str | list | dict) for one in value):
        return value
    made = [plainly(one, keys, called, far, depth + 1) for one in value]
    objects = [one for one in made if isinstance(one, Mapping)]
    if objects and len(objects) == len(made):
        made = list(plain_keys_of(objects, keys))
    rows = bare_rows(made) if made and all(isinstance(one, str) for one in made) else []
    if rows and all(len(row) == len(_LINE) and (is_clock(row[1]) or read_status(row[1])) for row in rows):
        return [dict(zip(_LINE, row, strict=True)) for row in rows]
    found = (
        _by_name(made, keys)
        or of_points(made, called, keys)
        or of_classes(made, called, keys)
        or of_teams(made, called, keys)
    )
    return found or of_cells(made, keys) or made


def _nodes(value: Mapping[str, Any]) -> list[Any] | None:
    """The objects of a connection, as GraphQL calls it; None of what is none."""
    edges = value.get("edges")
    if isinstance(edges, list) and all(isinstance(one, Mapping) and "node" in one for one in edges):
        return [one["node"] for one in edges]
    nodes = value.get("nodes")
    return nodes if isinstance(nodes, list) and value.keys() <= {"nodes", "totalCount", "pageInfo"} else None


def _with_unit(value: Mapping[str, Any], called: str) -> str | None:
    """How far it was, where the number and what it counts in stand apart: `distance: {unit: km, value: 10}`."""
    if len(value) > _FEWEST or not any(key.lower() in _UNITS for key in value):
        return None
    units = [str(held) for key, held in value.items() if key.lower() in _UNITS]
    amounts = [held for key, held in value.items() if key.lower() in ("text", "value", "amount", "length")]
    if not units or not amounts or not says_of_race(words_of(called)):
        return None
    return f"{amounts[0]} {units[0]}"


def _with_length(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """What says how far it was with its unit, which stands beside it: `{"distance": 50.2, "unit": "km"}`."""
    unit = next((held for key, held in value.items() if key.lower() in _LENGTH_UNITS and isinstance(held, str)), "")
    if not unit or unit.lower() not in _LENGTHS:
        return value
    return {
        key: f"{held} {unit}" if key.lower() in _LENGTH and isinstance(held, int | float) else held
        for key, held in value.items()
    }


_LENGTH = frozenset(("distance", "length"))
_LENGTH_UNITS = frozenset(("unit", "units", "distance_unit", "distanceunit", "distance_units", "length_unit"))
_LENGTHS = frozenset(("km", "k", "mi", "mile", "miles", "m", "metres", "meters", "kilometres", "kilometers"))
_UNITS = ("unit", "units", "uom")


def _with_related(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """The results of JSON:API with their attributes as their own, and with those of who is included beside them."""
    rows, included = value.get("data"), value.get("included", [])
    if not isinstance(rows, list) or not isinstance(included, list):
        return value
    if not rows or not all(isinstance(one, Mapping) and isinstance(one.get("attributes"), Mapping) for one in rows):
        return value
    by = {
        (str(one.get("type")), str(one.get("id"))): one.get("attributes")
        for one in included
        if isinstance(one, Mapping)
    }
    made = []
    for row in rows:
        related = {}
        links = row.get("relationships")
        for name, link in links.items() if isinstance(links, Mapping) else ():
            to = link.get("data") if isinstance(link, Mapping) else None
            several = [by.get((str(one.get("type")), str(one.get("id")))) for one in _objects(to)]
            found = [one for one in several if isinstance(one, Mapping)]
            if found and len(found) == len(several):
                related[name] = found if isinstance(to, list) else found[0]
        made.append({**row["attributes"], **related})
    return {**{key: held for key, held in value.items() if key != "included"}, "data": made}


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, Mapping)]


_WHERE = re.compile(r"dist|point|mark|split|check|station|km|label|where|location|intermediate", re.IGNORECASE)
_FAR = re.compile(r"dist|point|mark|station|km|met(?:er|re)s|(?:s_|sA|_a)t$", re.IGNORECASE)
_TIMES_OF = re.compile(r"time|sec|zeit|lap", re.IGNORECASE)


def _points(value: Mapping[str, Any]) -> list[str]:
    """The points that an array of distances names: `splitDistances: [2000, 4000]`."""
    for key, held in value.items():
        if not isinstance(held, list) or not _FEWEST <= len(held) <= _WIDEST or not _WHERE.search(str(key)):
            continue
        if numbers := _numbers(held):
            far = _added_up(str(key), numbers)
            if far[0] > 0 and all(first < second for first, second in pairwise(far)) and _says_far(str(key)):
                km = far[-1] < _METRES_FROM or "km" in str(key).lower() or str(value.get("unit", "")).lower() == "km"
                return [point("km" if km else "at", f"{one:.10g}") for one in far]
        elif all(isinstance(one, str) and not is_clock(one) and is_point(one) for one in held):
            return list(held)
    return []


def _numbers(held: Sequence[object]) -> list[float]:
    """The numbers of an array of nothing else, as YAML has them too, where each is a text; none of any other."""
    made = []
    for one in held:
        plain = isinstance(one, int | float) and not isinstance(one, bool)
        if not plain and not (isinstance(one, str) and _DIGITS.fullmatch(one)):
            return []
        made.append(float(str(one)))
    return made


_DIGITS = re.compile(r"\d{1,6}(?:\.\d{1,3})?")


def _added_up(key: str, held: Sequence[float]) -> Sequence[float]:
    """Where legs end, of the lengths that they have: `legs_km: [5, 10, 5]`; what is none of legs as it is."""
    if _LEGS.search(key) is None or min(held) <= 0:
        return held
    rises = all(first < second for first, second in pairwise(held))
    return held if rises else [round(sum(held[: number + 1]), 6) for number in range(len(held))]


_LEGS = re.compile(r"legs?(?![a-z])|stages?|stretch|section|etapp", re.IGNORECASE)


def _says_far(key: str) -> bool:
    """Whether an array's key says that it is of distances, and of no times."""
    return _FAR.search(key) is not None and _TIMES_OF.search(key) is None


_METRES_FROM = 100


def _at_points(key: str, held: object, far: Sequence[str], keys: Keys) -> object:
    """An array of times since the gun, each with the point at which it was taken; anything else as it is."""
    if not isinstance(held, list) or not 0 < len(held) <= len(far) or not all(map(_is_bare, held)):
        return held
    if key.lower() not in SPLITS and not keys.mean(key, _TIMES) and not _TIMED.search(key):
        return held
    seconds = [(at, found) for at, one in enumerate(held) if (found := _seconds(one)) is not None]
    rising = all(first[1] < second[1] for first, second in pairwise(seconds))
    if len(seconds) == len(held) and _LEGS.search(key) is not None:
        return dict(zip(far, held, strict=False))  # how long each of them took
    if not seconds or not rising:
        return held
    (first, early), (last, late) = seconds[0], seconds[-1]
    if last > first and late / early < _EVENLY * _metres(far[last], last) / _metres(far[first], first):
        return held  # these are laps
    return {where: one for where, one in zip(far, held, strict=False) if one is not None}


def _metres(text: str, at: int) -> float:
    """How far a point is, or which it is."""
    found = read_point(text)
    return found.metres if found is not None and found.metres else at + 1.0


_TIMED = re.compile(r"time|split|passing|cum|elapsed|seconds", re.IGNORECASE)
_EVENLY = 0.7
"""Of the share of the way that a time is at least, where times are counted from the gun."""


def _is_bare(one: object) -> bool:
    return one is None or (isinstance(one, str | int | float) and not isinstance(one, bool))


def _seconds(one: object) -> float | None:
    cell = read_cell(str(one)) if one is not None else None
    return PLAIN.seconds(cell) if cell is not None else None


def _is_runner(one: object, keys: Keys) -> bool:
    """Whether an object is of one runner: it names one, and no rows lie in it but of splits."""
    if not isinstance(one, Mapping) or len(one) < _FEWEST:
        return False
    if any(isinstance(held, list) and has_names(held, keys) for held in one.values()):
        return False
    own = [str(key) for key in one] + [
        f"{inner}" for held in one.values() if isinstance(held, Mapping) for inner in held
    ]
    return any(keys.mean(key, _NAMES) for key in own[:_WIDEST]) and any(
        keys.mean(key, _TIMES) or key.lower() in SPLITS for key in own[:_WIDEST]
    )


def _by_whole_name(value: Mapping[str, Any], keys: Keys) -> list[Mapping[str, Any]] | None:
    """The runners of an object that has by their names seconds at points: `{"Ada Alfa": {"finish": 1735}}`."""
    held = list(value.values())
    if not _FEWEST <= len(held) <= _MOST_KEYED or not all(isinstance(one, Mapping) and one for one in held):
        return None
    if not all(" " in key for key in islice(value, _WIDEST)):
        return None
    first, *others = (set(one) for one in held[:_WIDEST])
    plain = all(one is None or (isinstance(one, int | float) and one >= 0) for row in held for one in row.values())
    if not plain or any(other != first for other in others) or not any(keys.mean(str(key), _ENDS) for key in first):
        return None
    return [{"name": key, **one} for key, one in value.items()]


_ENDS = {Meaning.RESULT, Meaning.NET, Meaning.GUN}


def _by_number(value: Mapping[str, Any], called: str, keys: Keys) -> list[Mapping[str, Any]] | None:
    """The runners of an object that has each by lane, place or number; None of any other object."""
    stopped = {key: one for key, one in value.items() if is_out(str(key)) and isinstance(one, list)}
    out = [row for key in stopped for row in _stopped(str(key), value[key])]
    value = {key: one for key, one in value.items() if key not in stopped}
    held = [one for one in value.values() if one is not None]
    if not _FEWEST <= len(held) <= _MOST_KEYED or not all(_is_runner(one, keys) for one in held):
        return None
    if any(keys.head(str(key)) and not str(key).isdigit() for key in list(value)[:_WIDEST]):
        return None
    word = "lane" if re.match(r"lane|bahn|couloir|calle|corsi", fold(called)) else "bib"
    if not all(str(key).isdigit() for key in value):
        word = "key"
    elif word == "bib" and list(value) == [str(at) for at in range(1, len(value) + 1)]:
        word = "place"
    return [*({word: str(key), **one} for key, one in value.items() if one is not None), *out]


def _stopped(status: str, held: Sequence[object]) -> list[Mapping[str, Any]]:
    """Those who stand beside the others in a list that says what became of them: `dnf: [Ada Alfa]`."""
    rows = [one if isinstance(one, Mapping) else {"name": one} for one in held if isinstance(one, str | Mapping)]
    return [{"status": status, **row} for row in rows]


def _by_name(value: Sequence[object], keys: Keys) -> list[Mapping[str, Any]] | None:
    """The runners of an array in which each is an object of nothing but a name and a time: `- Ada Alfa: 4:31.2`."""
    if len(value) < _FEWEST or not all(isinstance(one, Mapping) and len(one) == 1 for one in value):
        return None
    pairs = [next(iter(one.items())) for one in value if isinstance(one, Mapping)]
    if any(keys.plainly_head(str(key)) for key, _ in pairs[:_WIDEST]) or len({key for key, _ in pairs}) < _FEWEST:
        return None
    timed = [_is_told(held, keys) for _, held in pairs]
    if not all(timed) or not any(_has_clock(held) for _, held in pairs):
        return None
    return [{"name": key, **(held if isinstance(held, Mapping) else {"time": held})} for key, held in pairs]


def _is_told(held: object, keys: Keys) -> bool:
    if isinstance(held, Mapping):
        return any(keys.mean(str(key), _TIMES) or str(key).lower() in SPLITS for key in held)
    return isinstance(held, str) and (is_clock(held) or read_status(held) is not None)


def _has_clock(held: object) -> bool:
    return (
        any(map(_has_clock, held.values())) if isinstance(held, Mapping) else isinstance(held, str) and is_clock(held)
    )
