"""The lists of runners that stand in a value of JSON, each with what is said of it on the way there."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as Collection
from itertools import islice
from typing import Any, NamedTuple

from replay.files.cleaning import clean_text, short
from replay.files.table.containers.joined_lists import with_names_behind
from replay.files.table.containers.keyed import (
    SPLITS,
    columns_as_rows,
    is_beside,
    is_said,
    keyed_rows,
    spaced,
)
from replay.files.table.containers.known_keys import Keys, UnreadableObjects
from replay.files.table.containers.nested import MOST_COLUMNS, TEAM, cells_of, moment, plain_text
from replay.files.table.containers.one_of_each import with_own_names, with_own_runs
from replay.files.table.values.cells import is_clock, is_distance, is_time
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.words import Meaning
from replay.race.events import event_in
from replay.race.names import fold

DEEPEST = 24
"""Objects in one another."""
MOST_ROWS = 200_000
"""Of a list: twice the largest races."""
_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
FEWEST_KEYS = 2
"""Of an object that may be a row."""
LISTS = 20
"""Lists of one file that are looked at."""


class Found(NamedTuple):
    """A list of rows, and what is said beside it."""

    name: str
    rows: Sequence[Mapping[str, Any]]
    said: Mapping[str, str]
    names: tuple[str, ...]
    """What it is within, the outermost first."""
    holder: str = ""
    """The key of what holds it."""


class Within(NamedTuple):
    """What is said of a list on the way to it."""

    said: Mapping[str, str]
    names: tuple[str, ...]
    keys: Keys
    holder: str = ""
    """The key of the object that is looked at."""


def lists_within(value: object, name: str, within: Within, depth: int) -> Iterator[Found]:
    """The lists of rows within a value, each with what is said of it on the way.

    Raises:
        UnreadableObjects: An object has more keys than are read.
    """
    if depth > DEEPEST or not isinstance(value, list | Mapping):
        return
    within.keys.look()
    if isinstance(value, list):
        if any(isinstance(one, list | dict) for one in value):
            rows = with_own_runs(with_own_names(list(map(_unwrapped, value)), within.keys), within.keys)
            yield from _in_list(rows, name, within, depth)
    else:
        if len(value) > MOST_ROWS:
            raise UnreadableObjects(f"an object in it has {len(value):,} keys, and at most {MOST_ROWS:,} are read")
        frame = list(_of_frame(value, name, within))
        yield from frame
        if frame and frame[0].rows and keyed_rows(value, name):
            return  # all that it holds are rows
        called = [
            clean_text(value[key])[:200]
            for key in ("name", "title", "fullName", "Name", "Title")
            if isinstance(value.get(key), str)
        ] or [
            clean_text(held)[:200] for key, held in value.items() if isinstance(held, str) and _NAMED.search(str(key))
        ]
        said = {**within.said, **dict(islice(scalars(value), MOST_COLUMNS))}
        within = Within(said, (*within.names, *called[:1]), within.keys, name)
        for key, held in value.items():
            if isinstance(held, list | Mapping) and not (frame and len(held) < len(value) and _is_plain(held)):
                below = clean_text(short(str(key)))
                event = isinstance(held, Mapping) and len(value) <= LISTS and event_in(below) is not None
                inner = within._replace(names=(*within.names, below)) if event else within
                yield from lists_within(held, below, inner, depth + 1)


def _in_list(value: list[Any], name: str, within: Within, depth: int) -> Iterator[Found]:
    """The list of rows that a list is, and those within it."""
    if not any(isinstance(one, list | Mapping) for one in value):
        return
    rows = [one for one in value if isinstance(one, Mapping) and len(one) >= FEWEST_KEYS]
    rows = [] if any(_has_runners(one, within.keys) for one in rows[:LISTS]) else rows
    head = next((at for at in range(min(_PREAMBLE, len(value))) if _is_matrix(value[at:], within.keys)), None)
    if head is not None:
        above = [plain_text(cell) for row in value[:head] if isinstance(row, list) for cell in row if cell]
        yield Found(name, _of_matrix(value[head], value[head + 1 :]), within.said, (*within.names, *above))
        return
    told: dict[str, str] = {}
    mostly = len(rows) > len(value) / 2
    if rows and any(_names_somebody(row, within.keys) for row in rows[:_FEW]):
        rows, told = _without_heads(rows, within.keys)
        rows = with_names_behind(rows, within.keys)
    if rows and mostly and _names_somebody(rows[0], within.keys):
        yield Found(name, rows, {**within.said, **told}, within.names, within.holder)
        if is_timed(rows, within.keys):
            return
    for one in value[:LISTS]:
        yield from lists_within(one, name, within, depth + 1)


_FEW = 4


def _without_heads(rows: list[Mapping[str, Any]], keys: Keys) -> tuple[list[Mapping[str, Any]], dict[str, str]]:
    """The rows of runners, and what a few others among them say of the race: its name, and when the gun went."""
    own = [key for key in dict.fromkeys(key for row in rows[:LISTS] for key in row) if keys.mean(key, _RUNNERS)]
    some = Counter(key for row in rows[:LISTS] for key in row)
    theirs = {key for key, count in some.items() if count > _MOSTLY * min(len(rows), LISTS)}
    heads = [
        row for row in rows if own and (not any(row.get(key) for key in own) or _says_only_of_race(row, theirs, keys))
    ]
    if not heads or len(heads) > _FEW:
        return rows, {}
    told: dict[str, str] = {}
    used = []
    for row in heads:
        before = len(told)
        texts = {spaced(str(key)): plain_text(one) for key, one in row.items() if not isinstance(one, list | Mapping)}
        if _GUNS.intersection(fold(text) for text in texts.values()):
            starts = (text for text in texts.values() if is_clock(text) or _MOMENT.match(text))
            told |= {"start time": next(starts, "")}
        told |= {key: text for key, text in texts.items() if is_said(key, text) and fold(text) not in _GUNS}
        used += [row] if len(told) > before else []
    return [row for row in rows if not any(row is head for head in used)], told


_MOSTLY = 0.6


def _says_only_of_race(row: Mapping[str, Any], theirs: Collection[str], keys: Keys) -> bool:
    """Whether a row lacks what all others have, and says how far or when: `{"name": "City 10K", "gun": "09:00"}`."""
    if len(theirs - row.keys()) < _LACKING:
        return False
    said = (key for key, held in row.items() if key not in theirs and is_said(str(key), held))
    return any(not keys.mean(str(key), _NAMES) for key in said)


_LACKING = 2
_GUNS = frozenset(("gun", "start", "race start", "started", "race started", "gun start", "go"))
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def _has_runners(row: Mapping[str, Any], keys: Keys, depth: int = 0) -> bool:
    """Whether an object is of no runner and no team: it has no time, and lists of others with names and times."""
    for key, held in islice(row.items(), MOST_COLUMNS):
        if not isinstance(held, str | int | float):
            continue
        named = keys.mean(str(key), _NAMES) and not _OF_EVENTS.fullmatch(str(key))
        timed = keys.mean(str(key), _TIMES) and not COUNTS.search(str(key)) and is_time(plain_text(held))
        if named or (timed and not _MOMENT.match(str(held))):
            return False
    inner = [held for key, held in row.items() if str(key).lower() not in SPLITS | TEAM]
    first = [held[0] for held in inner if isinstance(held, list) and held and isinstance(held[0], Mapping)]
    if any(_is_runner(one, keys) for one in first):
        return True
    within = [*first, *(held for held in inner if isinstance(held, Mapping))] if depth < FEWEST_KEYS else ()
    return any(_has_runners(one, keys, depth + 1) for one in within)


_OF_EVENTS = re.compile(
    r"(?:\w{0,40}?(?:unit|phase|event|race|heat|round|group|section|stage|series|wave|class|list|set|category|division|discipline)"
    r"[_ ]?)?(?:name|title)",
    re.IGNORECASE,
)
"""Keys that name events as well as runners."""


def _is_runner(row: Mapping[str, Any], keys: Keys) -> bool:
    """Whether an object has the name of somebody, and no point's, a time, and something else."""
    pointed = any(
        isinstance(row.get(key), str) and read_point(row[key]) is not None
        for key in ("name", "title", "label", "point")
    )
    return len(row) > FEWEST_KEYS and not pointed and _names_somebody(row, keys) and _has_times(row, keys)


def _names_somebody(row: Mapping[str, Any], keys: Keys) -> bool:
    """Whether a row has a runner's name or number, also in parts that lie in it: `person: {given, family}`."""
    if any(keys.mean(key, _RUNNERS) for key in keys_of(row)):
        return True
    return any(
        keys.mean(str(key), {Meaning.GIVEN, Meaning.FAMILY})
        for held in islice(row.values(), MOST_COLUMNS)
        if isinstance(held, Mapping)
        for key in islice(held, MOST_COLUMNS)
    )


def _unwrapped(value: object) -> object:
    """What an object holds that has nothing but one other, as each of a list of `{"node": {...}}` does."""
    held = next(iter(value.values()), None) if isinstance(value, Mapping) and len(value) == 1 else None
    return held if isinstance(held, Mapping) and len(held) >= FEWEST_KEYS else value


def _is_plain(held: Sequence[object] | Mapping[str, object]) -> bool:
    """Whether nothing lies in an object or array but words and numbers: in that of a frame it is a row."""
    inner = held.values() if isinstance(held, Mapping) else held
    return not any(isinstance(one, list | Mapping) for one in inner)


_NAMED = re.compile(r"(?:set|event|race|class|list|category|division)_?name$", re.IGNORECASE)
_RUNNERS = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.BIB, Meaning.CLUB}
_TIMES = {Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT, Meaning.SPLIT_TIME, Meaning.LAPS}
_RESULTS = {Meaning.RESULT, Meaning.NET, Meaning.GUN}
COUNTS = re.compile(r"(?:id|no|nr|number|count)$", re.IGNORECASE)
"""How the keys of numbers end that are no times."""


def is_timed(rows: Sequence[Mapping[str, Any]], keys: Keys) -> bool:
    """Whether rows have times, and are not only of who there was; the first may be of somebody without one."""
    return any(_has_times(row, keys) for row in rows[:LISTS])


def _has_times(row: Mapping[str, Any], keys: Keys) -> bool:
    plain = {key: value for key, value in row.items() if not isinstance(value, list)}
    flat = dict(islice(cells_of(plain, keys), MOST_COLUMNS))
    if not SPLITS.isdisjoint(map(str.lower, row)) or any(map(is_clock, flat.values())):
        return True
    if any(_LAPS.search(str(key)) and _are_laps(held) for key, held in row.items()):
        return True
    timed = ((key, text) for key, text in flat.items() if keys.mean(key, _TIMES) and not COUNTS.search(key))
    return any(is_time(text) or (keys.mean(key, _RESULTS) and is_distance(text)) for key, text in timed)


_LAPS = re.compile(r"\blegs?\b|lap|split|runde|tour", re.IGNORECASE)


def _are_laps(held: object) -> bool:
    """Whether a list is of plain seconds, or of times as texts."""
    return isinstance(held, list) and len(held) > 1 and all(map(_is_lap, held[:_LOOKED_AT]))


_LOOKED_AT = 100
"""Of a list, to tell what it has."""


def _is_lap(one: object) -> bool:
    if isinstance(one, str):
        return bool(set(".:,") & set(one)) and is_time(one)
    return isinstance(one, int | float) and not isinstance(one, bool) and one > 0


def keys_of(row: Mapping[str, Any]) -> Iterator[str]:
    """What a row has: its own keys, and those of what lies in it, but no list of other rows; the first of very many."""
    for key, value in islice(row.items(), MOST_COLUMNS):
        if not (isinstance(value, list) and any(isinstance(one, Mapping) for one in value)):
            yield str(key)
        if isinstance(value, Mapping):
            yield from (f"{key} {inner}" for inner in islice(value, MOST_COLUMNS))


def _is_matrix(value: Sequence[object], keys: Keys) -> bool:
    """Bare arrays, of which the first has the headings."""
    return (
        len(value) > 1
        and all(isinstance(row, list) for row in value[:50])
        and isinstance(value[0], list)
        and all(isinstance(cell, str) for cell in value[0])
        and any(keys.mean(cell, _RUNNERS) for cell in value[0][:MOST_COLUMNS])
    )


_PREAMBLE = 12
"""Rows above the headings, as a sheet may have them."""


def _of_matrix(titles: Sequence[object], rows: Sequence[object]) -> list[Mapping[str, Any]]:
    return [dict(zip(map(str, titles), row, strict=False)) for row in rows if isinstance(row, list)]


def _of_frame(value: Mapping[str, Any], name: str, within: Within) -> Iterator[Found]:
    """A data frame as pandas writes it: columns and data apart, or values for each column; or a time for each name."""
    if rows := keyed_rows(value, name):
        beside = {key.lower(): plain_text(held)[:200] for key, held in value.items() if is_said(key, held)}
        inner = {key: held for key, held in value.items() if is_beside(key, held)}
        yield Found(name, rows, {**within.said, **dict(scalars(inner)), **beside}, within.names)
        return
    columns, data = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(data, list) and all(isinstance(one, str) for one in columns):
        yield Found(name, _of_matrix(columns, data), within.said, within.names)
        return
    if rows := columns_as_rows(value, within.keys):
        said = {
            **within.said,
            **dict(islice(scalars({key: one for key, one in value.items() if _is_alone(one)}), MOST_COLUMNS)),
        }
        alone = {key: plain_text(one[0])[:200] for key, one in value.items() if _is_one(one)}
        yield Found(name, rows, {**said, **alone}, within.names)
        return
    held = list(value.values())
    if len(held) < FEWEST_KEYS or not any(within.keys.mean(str(key), _RUNNERS) for key in islice(value, MOST_COLUMNS)):
        return
    if all(isinstance(one, Mapping) for one in held) and all(set(one) == set(held[0]) for one in held):
        numbers = list(held[0])
        yield Found(
            name, [{str(key): cells[at] for key, cells in value.items()} for at in numbers], within.said, within.names
        )


def _is_moment(text: str) -> bool:
    return _MOMENT.match(text) is not None or is_clock(text)


_STARTED = re.compile(r"start|gun")
_OF_RACE = re.compile(r"race|event|meet|competition|contest|info|header|course")


def _is_alone(one: object) -> bool:
    return not isinstance(one, list)


def _is_one(one: object) -> bool:
    return isinstance(one, list) and len(one) == 1 and isinstance(one[0], str | int | float)


def _is_told(key: str, held: object) -> bool:
    """Whether it says something of the race, and not what a column is headed: `"place": "Place"`."""
    return is_said(key, held) and fold(str(held)) != fold(spaced(key).replace("_", " "))


_CALLED = ("name", "title", "label", "nom", "nombre", "bezeichnung", "text")


def _name_of(held: Mapping[str, Any]) -> object:
    """What an object is called."""
    by = {str(key).lower(): one for key, one in islice(held.items(), MOST_COLUMNS)}
    return next((by[key] for key in _CALLED if key in by), None)


_PLACES = frozenset(("venue", "location", "stadium", "arena"))


def scalars(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What an object says of the whole: `event: 5000m`, and what one in it does: `race: {name}`, `meta: {event}`."""
    for key, held in value.items():
        if isinstance(held, Mapping):
            title = next((held[of] for of in ("Name", "Title", "EventName", "eventName") if of in held), None)
            if isinstance(title, str) and _OF_RACE.search(spaced(str(key))):
                yield "title", plain_text(title)[:200]
            starts = (one for of, one in held.items() if _STARTED.search(spaced(str(of))) and isinstance(one, str))
            if (gun := next(filter(_is_moment, starts), "")) and _OF_RACE.search(spaced(str(key))):
                yield "start time", gun
            yield from ((spaced(str(of)), plain_text(one)[:200]) for of, one in held.items() if _is_told(str(of), one))
            places = (_name_of(one) for of, one in held.items() if of in _PLACES and isinstance(one, Mapping))
            yield from (("venue", place[:200]) for place in places if isinstance(place, str))
        named = _name_of(held) if isinstance(held, Mapping) else held
        if _STARTED.search(spaced(str(key))) and (at := moment(str(key), named)):
            yield "start time", at
        elif isinstance(named, str | int | float) and not isinstance(named, bool) and plain_text(named):
            yield spaced(str(key)), plain_text(named)[:200]
