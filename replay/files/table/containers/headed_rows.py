"""Rows whose headings stand apart in JSON: in an array of their own, in labels by key, or in each cell."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from replay.files.table.containers.known_keys import Keys
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.words import Meaning

_FEWEST = 2
_WIDEST = 600
"""Headings of a table, and cells of a row: of more nothing is taken apart."""
_RUNNERS = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.BIB}
_TIMES = {Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.LAPS, Meaning.SPLIT_TIME, Meaning.SPLIT}


_KEYED = ("key", "field", "dataKey", "dataIndex", "accessor", "id", "name", "data")
_LABELLED = ("label", "title", "header", "headerName", "text", "caption", "desc", "description", "displayName")


def with_labels(value: Mapping[str, Any], keys: Keys) -> Mapping[str, Any]:
    """An object with rows whose keys another array gives headings, with those headings as keys."""
    labels: dict[str, str] = {}
    for held in value.values():
        if isinstance(held, Mapping) and _FEWEST <= len(held) <= _WIDEST:
            named = {str(key): label for key, label in held.items() if isinstance(label, str)}
            known = sum(keys.mean(label, _RUNNERS | _TIMES) for label in named.values())
            runners = any(keys.mean(label, _RUNNERS) for label in named.values())
            if len(named) == len(held) and runners and known > 1:
                labels = named
        if isinstance(held, list) and _FEWEST <= len(held) <= _WIDEST:
            named = _labelled(held)
            runners = any(keys.mean(label, _RUNNERS) for label in named.values())
            if named and (runners or all(map(is_point, named.values()))):
                labels = named
    labels = labels or _pointed_labels(value)
    if not labels:
        return value
    return {
        key: [{labels.get(own, own): one for own, one in row.items()} for row in held]
        if isinstance(held, list)
        and held
        and all(isinstance(row, Mapping) and labels.keys() & row.keys() for row in held)
        else held
        for key, held in value.items()
    }


def _labelled(held: Sequence[object]) -> dict[str, str]:
    """The labels of an array, by the keys they are of; none where one of it has no key, or no label."""
    named: dict[str, str] = {}
    for one in held:  # mostly the first has none: it is somebody's split
        key, label = (_text_of(one, _KEYED), _text_of(one, _LABELLED)) if isinstance(one, Mapping) else (None, None)
        if key is None or label is None:
            return {}
        named[str(key)] = str(label)
    return named if len(named) == len(held) else {}


def _pointed_labels(value: Mapping[str, Any]) -> dict[str, str]:
    """What an object calls points by the ends of the keys of rows beside it: `{"100": "10K"}` for `split-100`."""
    rows = next((held for held in value.values() if isinstance(held, list) and held and isinstance(held[0], dict)), [])
    if rows and (far := _distances(value, rows[0])):
        return far
    for told in value.values() if rows else ():
        inner = [told, *told.values()] if isinstance(told, dict) else []
        for one in inner:
            if not isinstance(one, dict) or not one or not all(isinstance(text, str) for text in one.values()):
                continue
            if not all(is_point(text) for text in one.values()):
                continue
            ends = {key: next((of for of in one if re.search(rf"[-_ .]{re.escape(of)}$", key)), "") for key in rows[0]}
            if any(ends.values()):
                return {key: one[of] for key, of in ends.items() if of}
    return {}


def _distances(value: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, str]:
    """How far the points are by whose names rows have times: `{"checkpoints": {"Howtown": 11.2}}`."""
    for called, told in value.items():
        if not isinstance(told, Mapping) or len(told) < _FEWEST or not all(map(_is_number, told.values())):
            continue
        far = [float(one) for one in told.values()]
        if sum(name in row for name in told) < _FEWEST or far != sorted(set(far)) or far[0] < 0:
            continue
        said = f"{called} {value.get('distance')} {value.get('unit')}".lower()
        unit = "m" if far[-1] >= _METRES_FROM else "mi" if re.search(r"\bmi(?:les?)?\b", said) else "km"
        return {name: f"{name} ({one:g} {unit})" for name, one in zip(told, far, strict=True)}
    return {}


_METRES_FROM = 400
"""A furthest point of so much is told in metres."""


def _is_number(one: object) -> bool:
    return re.fullmatch(r"\d+(?:\.\d+)?", str(one)) is not None


_CELLS = ("cells", "values", "columns", "data", "row", "fields", "c")
_TITLED = ("title", "label", "header", "headerName", "name", "text", "field", "key")
_SHOWN = ("text", "display", "formatted", "value", "v")


def with_rows(value: Mapping[str, Any], keys: Keys) -> Mapping[str, Any]:
    """An object with headings in one array and rows of cells in another, the rows with the headings as keys."""
    heads = next(((key, found) for key, held in value.items() if (found := _headings(held, keys))), None)
    if heads is None:
        return value
    for key, held in value.items():
        if key == heads[0] or not isinstance(held, list | Mapping) or not held:
            continue
        if isinstance(held, Mapping):
            below = _headed_below(held, heads[1], 0)
            if below is not held:
                return {**{other: one for other, one in value.items() if other != heads[0]}, key: below}
            continue
        rows = [_cells(row) for row in held]
        filled = [row for row in rows if row]
        if len(filled) > len(rows) / 2 and max(map(len, filled)) <= len(heads[1]):
            made = [dict(zip(heads[1], row, strict=False)) for row in filled]
            return {**{other: one for other, one in value.items() if other != heads[0]}, key: made}
    return value


def _headed_below(held: object, titles: Sequence[str], depth: int) -> object:
    """What holds rows of as many cells as there are headings, by classes, with the rows under them; else the same."""
    if isinstance(held, list):
        whole = held and all(isinstance(row, list) and len(row) == len(titles) for row in held)
        return [dict(zip(titles, row, strict=True)) for row in held] if whole else held
    if not isinstance(held, Mapping) or depth > _FEWEST:
        return held
    made = {key: _headed_below(one, titles, depth + 1) for key, one in held.items()}
    return made if any(made[key] is not one for key, one in held.items()) else held


def _headings(held: object, keys: Keys) -> list[str]:
    """The headings that an array has; none where it is of something else."""
    held = _only(held)
    if not isinstance(held, list) or not _FEWEST <= len(held) <= _WIDEST:
        return []
    found: list[str] = []
    for one in held:
        title = _text_of(one, _TITLED)
        if title is None:
            return []
        found.append(str(title))
    known = [keys.mean(title, _RUNNERS | _TIMES) for title in found]
    return found if any(keys.mean(title, _RUNNERS) for title in found) and sum(known) >= _FEWEST else []


def _only(held: object) -> object:
    """The list that an object has nothing beside, as XML's rows of cells have: `{"col": ["Place", "Name"]}`."""
    inner = next(iter(held.values()), None) if isinstance(held, Mapping) and len(held) == 1 else None
    return inner if isinstance(inner, list) else held


def _text_of(one: object, among: Sequence[str]) -> object:
    """A text, or the one that an object shows."""
    if isinstance(one, Mapping):
        by = one if any(key in one for key in among) else {key[:1].lower() + key[1:]: held for key, held in one.items()}
        return next((by[key] for key in among if isinstance(by.get(key), str | int | float)), None)
    return one if isinstance(one, str) else None


def _cells(row: object) -> list[Any]:
    held = _only(row)
    if held is row and isinstance(row, Mapping):
        held = next((row[key] for key in _CELLS if isinstance(row.get(key), list)), None)
    if not isinstance(held, list):
        return []
    return [_text_of(cell, _SHOWN) if isinstance(cell, Mapping) else cell for cell in held]


def of_cells(value: Sequence[object], keys: Keys) -> list[Any] | None:
    """Rows of cells that each say their heading: `<cell name="Rank">1</cell>`."""
    made: list[Any] = []
    for one in value:
        held = next(iter(one.values())) if isinstance(one, Mapping) and len(one) == 1 else one
        if not isinstance(held, list) or len(held) < _FEWEST:
            return None
        told = [(_text_of(cell, _KEYED), _text_of(cell, _SHOWN)) for cell in held if isinstance(cell, Mapping)]
        row = {str(key): text for key, text in told if key is not None}
        if len(row) < len(held) or not any(keys.mean(key, _RUNNERS) for key in row):
            return None
        made.append(row)
    return made if len(made) >= _FEWEST else None


def is_point(text: str) -> bool:
    """Whether a text plainly names a point of a race."""
    found = read_point(text)
    return found is not None and found.sure
