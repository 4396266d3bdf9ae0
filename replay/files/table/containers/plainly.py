"""What programs wrap lists of results in, taken off, before the lists are looked for in JSON, YAML and XML.

GraphQL has `edges` of `node`s; tables for the browser have `headers` and rows of `cells`; an API has runners by lane or
number; times stand in one array, and the distances they were taken at in another; classes are a list each; and who
writes by hand has `- Ada Alfa: 4:31.2`.
"""

import csv
import html
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import Any

from replay.files.cleaning import clean_text
from replay.files.table.about import says_of_race
from replay.files.table.containers.classes import by_class, has_names, of_classes, of_teams, words_of
from replay.files.table.containers.json_values import json_values
from replay.files.table.containers.keyed import SPLITS, bare_rows
from replay.files.table.containers.known_keys import Keys, UnreadableObjects
from replay.files.table.containers.pointwise import by_point, of_points
from replay.files.table.containers.rowkeys import plain_keys_of
from replay.files.table.containers.splits_listed import point
from replay.files.table.containers.wrapped import unwrapped
from replay.files.table.values.cells import is_clock
from replay.files.table.values.notations import PLAIN
from replay.files.table.values.times import read_cell
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.words import Meaning
from replay.race.names import fold
from replay.race.statuses import read_status

_DEEPEST = 30
_FEWEST = 2
_WIDEST = 600
"""Headings of a table, points of a race, runners by number: of more nothing is taken apart."""
_MOST_KEYED = 200_000
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
    if isinstance(value, str) and value[:1] in ("[", "{") and value[-1:] in ("]", "}"):
        try:
            return plainly(json_values(value), keys, called, far, depth + 1)
        except UnreadableObjects:
            return value
    if isinstance(value, str) and "<" in value and _TAG.search(value):
        return clean_text(html.unescape(_TAG.sub(" ", value)))
    if isinstance(value, str) and value.count("\n") >= _FEWEST and (rows := _table_in(value)):
        return plainly(rows, keys, called, far, depth + 1)
    if isinstance(value, str) and value.count(":") >= _FEWEST:
        lines = _TIMED_LINE.findall(value)
        same = bare_rows(lines) and _bare(" ".join(lines)) == _bare(value)
        return plainly(lines, keys, called, far, depth + 1) if same else value
    if depth > _DEEPEST or not isinstance(value, list | Mapping):
        return value
    if isinstance(value, list):
        return _plain_list(value, keys, called, far, depth)
    if _is_leaf(value):  # as nearly all objects are
        bare = unwrapped(value)
        return bare if bare is not value or not isinstance(bare, dict) else _with_unit(value, called) or value
    if len(value) > _MOST_KEYED:
        raise UnreadableObjects(f"an object in it has {len(value):,} keys, and at most {_MOST_KEYED:,} are read")
    bare = unwrapped(value)
    if not isinstance(bare, Mapping):
        return plainly(bare, keys, called, far, depth + 1)
    value = bare
    if value.get("majorDimension") == "COLUMNS" and isinstance(columns := value.get("values"), list):
        down = [list(column) for column in columns if isinstance(column, list)]
        value = {**value, "values": [list(row) for row in zip_longest(*down)]}
    nodes = _nodes(value)
    if nodes is not None:
        return plainly(nodes, keys, called, far, depth + 1)
    value = _with_labels(_with_rows(_with_related(value), keys), keys)
    beside = (found for held in value.values() if isinstance(held, Mapping) and (found := _points(held)))
    far = _points(value) or next(beside, far)
    if (amount := _with_unit(value, called)) is not None:
        return amount
    if far:
        value = {
            key: held if _points({key: held}) else _at_points(str(key), held, far, keys) for key, held in value.items()
        }
    value = {key: plainly(held, keys, str(key), far, depth + 1) for key, held in value.items()}
    return by_point(value, called, keys) or by_class(value, called, keys) or _by_number(value, called, keys) or value


def _is_leaf(value: Mapping[str, Any]) -> bool:
    """Whether nothing lies in an object but short texts and numbers."""
    for held in value.values():
        kind = type(held)
        if kind is dict or kind is list or (kind is str and _may_hold(held)):
            return False
    return True


def _may_hold(text: str) -> bool:
    """Whether a text may be JSON, or a list that is written out."""
    return text[:1] in _BRACKETS or "<" in text or (len(text) > _SHORT and text.count(":") >= _FEWEST)


_BRACKETS = frozenset("[{")
_SHORT = 20
"""Characters: a list of runners that is written out has more, and a time has less."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


def _table_in(text: str) -> list[list[str]]:
    """The rows of a table that is written out in a text, its cells parted by one sign; none of any other text."""
    lines = [line for line in text.splitlines() if line.strip()]
    for sign in "\t;,|":
        rows = list(csv.reader(lines, delimiter=sign))
        width = max(map(len, rows), default=0)
        if width > 1 and sum(len(row) == width for row in rows) > _MOSTLY * len(rows):
            return rows
    return []


_MOSTLY = 0.7
_LINE = ("name", "time")
_TIMED_LINE = re.compile(r"\S[^:]{0,100}?\d:\d\d(?:[:.,]\d{1,3})*(?=\s|$)")
"""A runner in a list that is written out as a text, which ends with the time."""


def _bare(text: str) -> str:
    return "".join(text.split())


def _plain_list(value: list[Any], keys: Keys, called: str, far: Sequence[str], depth: int) -> list[Any]:
    if not any(isinstance(one, str | list | dict) for one in value):
        return value
    made = [plainly(one, keys, called, far, depth + 1) for one in value]
    if made and all(isinstance(one, Mapping) for one in made):
        made = list(plain_keys_of(made, keys))
    rows = bare_rows(made) if made and all(isinstance(one, str) for one in made) else []
    if rows and all(len(row) == len(_LINE) and (is_clock(row[1]) or read_status(row[1])) for row in rows):
        return [dict(zip(_LINE, row, strict=True)) for row in rows]
    found = (
        _by_name(made, keys)
        or of_points(made, called, keys)
        or of_classes(made, called, keys)
        or of_teams(made, called, keys)
    )
    return found or _of_cells(made, keys) or made


def _nodes(value: Mapping[str, Any]) -> list[Any] | None:
    """The objects of a connection, as GraphQL calls it; None of what is none."""
    edges = value.get("edges")
    if isinstance(edges, list) and all(isinstance(one, Mapping) and "node" in one for one in edges):
        return [one["node"] for one in edges]
    nodes = value.get("nodes")
    return nodes if isinstance(nodes, list) and value.keys() <= {"nodes", "totalCount", "pageInfo"} else None


def _with_unit(value: Mapping[str, Any], called: str) -> str | None:
    """How far it was, where the number and what it counts in stand apart: `distance: {unit: km, value: 10}`."""
    units = [str(held) for key, held in value.items() if key.lower() in ("unit", "units", "uom")]
    amounts = [held for key, held in value.items() if key.lower() in ("text", "value", "amount", "length")]
    if len(value) > _FEWEST or not units or not amounts or not says_of_race(words_of(called)):
        return None
    return f"{amounts[0]} {units[0]}"


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


_KEYED = ("key", "field", "dataKey", "dataIndex", "accessor", "id", "name", "data")
_LABELLED = ("label", "title", "header", "headerName", "text", "caption")


def _with_labels(value: Mapping[str, Any], keys: Keys) -> Mapping[str, Any]:
    """An object with rows whose keys another array gives headings, with those headings as keys."""
    labels: dict[str, str] = {}
    for held in value.values():
        if isinstance(held, list) and _FEWEST <= len(held) <= _WIDEST:
            told = [(_text_of(one, _KEYED), _text_of(one, _LABELLED)) for one in held if isinstance(one, Mapping)]
            named = {str(key): str(label) for key, label in told if key is not None and label is not None}
            if len(named) == len(held) and any(keys.mean(label, _RUNNERS) for label in named.values()):
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


def _pointed_labels(value: Mapping[str, Any]) -> dict[str, str]:
    """What an object calls points by the ends of the keys of rows beside it: `{"100": "10K"}` for `split-100`."""
    rows = next((held for held in value.values() if isinstance(held, list) and held and isinstance(held[0], dict)), [])
    for told in value.values() if rows else ():
        inner = [told, *told.values()] if isinstance(told, dict) else []
        for one in inner:
            if not isinstance(one, dict) or not one or not all(isinstance(text, str) for text in one.values()):
                continue
            if not all(_is_point(text) for text in one.values()):
                continue
            ends = {key: next((of for of in one if re.search(rf"[-_ .]{re.escape(of)}$", key)), "") for key in rows[0]}
            if any(ends.values()):
                return {key: one[of] for key, of in ends.items() if of}
    return {}


_CELLS = ("cells", "values", "columns", "data", "row", "fields", "c")
_TITLED = ("title", "label", "header", "headerName", "name", "text", "field", "key")
_SHOWN = ("text", "display", "formatted", "value", "v")


def _with_rows(value: Mapping[str, Any], keys: Keys) -> Mapping[str, Any]:
    """An object with headings in one array and rows of cells in another, the rows with the headings as keys."""
    heads = next(((key, found) for key, held in value.items() if (found := _headings(held, keys))), None)
    if heads is None:
        return value
    for key, held in value.items():
        if key == heads[0] or not isinstance(held, list) or not held:
            continue
        rows = [_cells(row) for row in held]
        filled = [row for row in rows if row]
        if len(filled) > len(rows) / 2 and max(map(len, filled)) <= len(heads[1]):
            made = [dict(zip(heads[1], row, strict=False)) for row in filled]
            return {**{other: one for other, one in value.items() if other != heads[0]}, key: made}
    return value


def _headings(held: object, keys: Keys) -> list[str]:
    """The headings that an array has; none where it is of something else."""
    if not isinstance(held, list) or not _FEWEST <= len(held) <= _WIDEST:
        return []
    titles = [_text_of(one, _TITLED) for one in held]
    if any(title is None for title in titles):
        return []
    found = [str(title) for title in titles]
    known = [keys.mean(title, _RUNNERS | _TIMES) for title in found]
    return found if any(keys.mean(title, _RUNNERS) for title in found) and sum(known) >= _FEWEST else []


def _text_of(one: object, among: Sequence[str]) -> object:
    """A text, or the one that an object shows."""
    if isinstance(one, Mapping):
        return next((one[key] for key in among if isinstance(one.get(key), str | int | float)), None)
    return one if isinstance(one, str) else None


def _cells(row: object) -> list[Any]:
    held = row
    if isinstance(row, Mapping):
        held = next((row[key] for key in _CELLS if isinstance(row.get(key), list)), None)
    if not isinstance(held, list):
        return []
    return [_text_of(cell, _SHOWN) if isinstance(cell, Mapping) else cell for cell in held]


_WHERE = re.compile(r"dist|point|mark|split|check|station|km|label|where|location|intermediate", re.IGNORECASE)
_FAR = re.compile(r"dist|point|mark|station|km|met(?:er|re)s|(?:s_|sA|_a)t$", re.IGNORECASE)
_TIMES_OF = re.compile(r"time|sec|zeit|lap", re.IGNORECASE)


def _points(value: Mapping[str, Any]) -> list[str]:
    """The points that an array of distances names: `splitDistances: [2000, 4000]`."""
    for key, held in value.items():
        if not isinstance(held, list) or not _FEWEST <= len(held) <= _WIDEST or not _WHERE.search(str(key)):
            continue
        if all(isinstance(one, int | float) and not isinstance(one, bool) for one in held):
            if held[0] > 0 and all(first < second for first, second in pairwise(held)) and _says_far(str(key)):
                km = held[-1] < _METRES_FROM or "km" in str(key).lower() or str(value.get("unit", "")).lower() == "km"
                return [point("km" if km else "at", f"{one:.10g}") for one in held]
        elif all(isinstance(one, str) and not is_clock(one) and _is_point(one) for one in held):
            return list(held)
    return []


def _says_far(key: str) -> bool:
    """Whether an array's key says that it is of distances, and of no times."""
    return _FAR.search(key) is not None and _TIMES_OF.search(key) is None


_METRES_FROM = 100


def _is_point(text: str) -> bool:
    found = read_point(text)
    return found is not None and found.sure


def _at_points(key: str, held: object, far: Sequence[str], keys: Keys) -> object:
    """An array of times since the gun, each with the point at which it was taken; anything else as it is."""
    if not isinstance(held, list) or not 0 < len(held) <= len(far) or not all(map(_is_bare, held)):
        return held
    if key.lower() not in SPLITS and not keys.mean(key, _TIMES) and not _TIMED.search(key):
        return held
    seconds = [(at, found) for at, one in enumerate(held) if (found := _seconds(one)) is not None]
    rising = all(first[1] < second[1] for first, second in pairwise(seconds))
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


def _by_number(value: Mapping[str, Any], called: str, keys: Keys) -> list[Mapping[str, Any]] | None:
    """The runners of an object that has each by lane, place or number; None of any other object."""
    held = [one for one in value.values() if one is not None]
    if not _FEWEST <= len(held) <= _MOST_KEYED or not all(_is_runner(one, keys) for one in held):
        return None
    if any(keys.head(str(key)) and not str(key).isdigit() for key in list(value)[:_WIDEST]):
        return None
    word = "lane" if re.match(r"lane|bahn|couloir|calle|corsi", fold(called)) else "bib"
    if not all(str(key).isdigit() for key in value):
        word = "key"
    return [{word: str(key), **one} for key, one in value.items() if one is not None]


def _by_name(value: Sequence[object], keys: Keys) -> list[Mapping[str, Any]] | None:
    """The runners of an array in which each is an object of nothing but a name and a time: `- Ada Alfa: 4:31.2`."""
    if len(value) < _FEWEST or not all(isinstance(one, Mapping) and len(one) == 1 for one in value):
        return None
    pairs = [next(iter(one.items())) for one in value if isinstance(one, Mapping)]
    if any(keys.head(str(key)) for key, _ in pairs[:_WIDEST]) or len({key for key, _ in pairs}) < _FEWEST:
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


def _of_cells(value: Sequence[object], keys: Keys) -> list[Any] | None:
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
