"""Lists in JSON: objects with the same keys are the rows, and their keys are the headings.

Such files come from programs and services, each with keys of its own: one array, an object that has the array among
other things, an object a line (NDJSON), the columns of a data frame, or bare arrays whose first has the headings. What
lies within a row becomes columns too: `athlete: {name, country}`, splits by name (`{"5K": "15:10"}`), and splits as a
list of objects that each say where and when.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from replay.files.cleaning import clean_text, short
from replay.files.source import Choices, Reading, Source
from replay.files.table.containers.joined_lists import with_splits
from replay.files.table.containers.json_values import json_values
from replay.files.table.containers.keyed import (
    SPLITS,
    bare_rows,
    columns_as_rows,
    is_beside,
    is_said,
    keyed_rows,
    spaced,
)
from replay.files.table.containers.known_keys import Keys, UnreadableObjects
from replay.files.table.containers.leftover import events_beside, unread_times
from replay.files.table.containers.liveresults import told_plainly
from replay.files.table.containers.nested import BROKEN, MOST_COLUMNS, TEAM, cells_of, moment, plain_text
from replay.files.table.containers.parts import Named, called_apart
from replay.files.table.containers.plainly import plainly
from replay.files.table.containers.referred import put_together
from replay.files.table.containers.sheets import read_sheets, text_of
from replay.files.table.containers.watch import is_activity, laps_of
from replay.files.table.containers.workbook import SheetRows
from replay.files.table.values.cells import is_clock, is_time
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.words import Meaning
from replay.files.understood import Tally
from replay.race.events import event_in
from replay.race.names import fold
from replay.race.problems import Problem, Severity, UnreadableRace
from replay.race.statuses import is_out

_SAID_WITHIN = 2000
"""Characters of a map in which it says that it is one."""
_DEEPEST = 24
"""Objects in one another."""
_MOST_ROWS = 200_000
"""Of a list: twice the largest races."""
_MOST_VALUES = 1_600_000
"""Commas, of which one stands behind each value but the last."""
_MOST_OBJECTS = 1_000_000
_MOST_CELLS = 3_000_000
"""Of all lists together: 100,000 rows of 30. Rows that have no key in common make many of few values."""
_FEWEST_KEYS = 2
"""Of an object that may be a row."""
_LISTS = 20
"""Lists of one file that are looked at."""


class _List(NamedTuple):
    """A list of rows, and what is said beside it."""

    name: str
    rows: Sequence[Mapping[str, Any]]
    said: Mapping[str, str]
    names: tuple[str, ...]
    """What it is within, the outermost first."""
    holder: str = ""
    """The key of what holds it."""


def read(source: Source, choices: Choices) -> Reading:
    """Read a list in JSON; see `replay.files.formats.Format.read`."""
    text = text_of(source, choices)
    try:
        value = _value_of(text)
        sheets = _lists_in(value)
    except UnreadableObjects as error:
        if '"Feature' in text[:_SAID_WITHIN]:
            told = "this is a map (GeoJSON) whose points have no times, which is not read"
            raise UnreadableRace(
                [Problem(str(source.path), None, told, "export the recording as GPX, TCX or FIT")]
            ) from None
        hint = 'a list of results is an array of objects, such as `[{"name": "Ada Alfa", "time": "3:42.66"}]`'
        raise UnreadableRace([Problem(str(source.path), None, str(error), hint)]) from None
    reading = read_sheets(source, choices, sheets, "lists", "JSON")
    count, where = unread_times(value, sheets) if laps_of(value) is None and told_plainly(value) is value else (0, "")
    if count:
        left = Tally("times that stand in no list that is read", count, f"`{where}`")
        problem = Problem(str(source.path), None, f"left out: {left}", severity=Severity.WARNING)
        understood = replace(reading.understood, left_out=(*reading.understood.left_out, left))
        reading = replace(reading, problems=(*reading.problems, problem), understood=understood)
    broken = sum(BROKEN in cell for sheet in sheets for row in sheet.rows for cell in row)
    if not broken:
        return reading
    told = Tally(f"cells with broken characters, shown as {BROKEN}", broken)
    problem = Problem(str(source.path), None, f"repaired: {told}", severity=Severity.WARNING)
    understood = replace(reading.understood, repaired=(*reading.understood.repaired, told))
    return replace(reading, problems=(*reading.problems, problem), understood=understood)


def lists_in(text: str) -> tuple[SheetRows, ...]:
    """The lists that stand in a text of JSON, as rows of cells with the headings first, the longest first.

    Raises:
        UnreadableObjects: It is no JSON, or nothing in it is a list of rows.
    """
    return _lists_in(_value_of(text))


def _value_of(text: str) -> object:
    for sign, most, what in ((",", _MOST_VALUES, "values"), ("{", _MOST_OBJECTS, "objects")):
        if (count := text.count(sign)) > most:
            raise UnreadableObjects(f"the JSON has {count:,} {what}, and at most {most:,} are read")
    return json_values(text)


def _lists_in(value: object) -> tuple[SheetRows, ...]:
    laps = laps_of(value)
    found = (laps,) if laps is not None else lists_of(told_plainly(value))
    if not found and is_activity(value):
        raise UnreadableObjects(
            "this JSON tells of an activity as a whole, and not of its laps: export it as FIT or GPX"
        )
    if not found:
        raise UnreadableObjects("no list of results stands in this JSON")
    return found


def lists_of(value: object) -> tuple[SheetRows, ...]:
    """The lists that stand in a value as JSON has them, the longest first.

    Raises:
        UnreadableObjects: There is more in it than is read.
    """
    keys = Keys()
    if isinstance(value, Mapping) and len(value) > _MOST_ROWS:
        raise UnreadableObjects(f"an object in it has {len(value):,} keys, and at most {_MOST_ROWS:,} are read")
    value = plainly(put_together(value, keys), keys)
    whole = list(_lists(value, "", _Within({}, (), keys), 0))
    timed = [_is_timed(one.rows, keys) for one in whole]
    found = sorted((one for one, has in zip(whole, timed, strict=True) if has), key=lambda one: -len(one.rows))
    if found and (count := len(found[0].rows)) > _MOST_ROWS:
        raise UnreadableObjects(f"a list in it has {count:,} rows, and at most {_MOST_ROWS:,} are read")
    if not found:
        said = dict(islice(_scalars(value), MOST_COLUMNS)) if isinstance(value, Mapping) else {}
        found = [_List("", rows, said, ()) for rows in islice(_unnamed(value, keys, 0), _LISTS)]
    if not found and (bare := bare_rows(value)):
        beside = dict(islice(_scalars(value), MOST_COLUMNS)) if isinstance(value, Mapping) else {}
        return (SheetRows("", bare, list(range(1, len(bare) + 1)), beside, headed=False),)
    told = any(event_in(text) is not None for one in found for text in (*_comments(one).values(), *one.names))
    beside = [] if told else events_beside(value, [row for one in found for row in one.rows])
    found = _with_splits(found[:_LISTS], keys)
    people = [one for one, has in zip(whole, timed, strict=True) if not has][:_LISTS]
    found = _with_stopped(found, people)
    called = called_apart([Named(one.name, one.names, one.said, one.holder) for one in found])
    found = [one._replace(name=name, names=(*one.names, *beside)) for one, name in zip(found, called, strict=True)]
    sheets, room = [], _MOST_CELLS
    for one in found[:_LISTS]:
        sheet = _as_rows(_with_names(one, people, keys), keys, room)
        room -= len(sheet.rows) * len(sheet.rows[0])
        sheets.append(sheet)
    return tuple(sheets)


def _with_splits(found: Sequence[_List], keys: Keys) -> list[_List]:
    """The lists, those of splits taken into that of the results of the same runners."""
    made = list(found)
    for one in found:
        if any(other is one for other in made):
            others = [other for other in made if other is not one]
            rows, number = with_splits(one.rows, [other.rows for other in others], keys)
            if number is not None:
                made = [one._replace(rows=rows), *(other for at, other in enumerate(others) if at != number)]
    return made


def _with_stopped(found: list[_List], people: Sequence[_List]) -> list[_List]:
    """The lists; the only one with those beside it in lists that say by their key what became of them: `dnf`."""
    out = [{**row, "status": one.name} for one in people if is_out(one.name) for row in one.rows]
    return [found[0]._replace(rows=[*found[0].rows, *out])] if out and len(found) == 1 else found


def _unnamed(value: object, keys: Keys, depth: int) -> Iterator[list[Mapping[str, Any]]]:
    """The lists of rows with times in a value, where no key of any says that it has runners."""
    if depth > _DEEPEST or not isinstance(value, list | Mapping):
        return
    keys.look()
    if isinstance(value, list) and len(value) >= _FEWEST_KEYS and all(isinstance(one, Mapping) for one in value):
        some = value[:_LISTS]
        cells = [text for one in some for _, text in islice(cells_of(one, keys), MOST_COLUMNS)]
        if len(value) <= _MOST_ROWS and sum(map(is_clock, cells)) >= len(some) / 2:
            yield value
            return
    for one in islice(value.values() if isinstance(value, Mapping) else value, _LISTS):
        yield from _unnamed(one, keys, depth + 1)


class _Within(NamedTuple):
    """What is said of a list on the way to it."""

    said: Mapping[str, str]
    names: tuple[str, ...]
    keys: Keys
    holder: str = ""
    """The key of the object that is looked at."""


def _lists(value: object, name: str, within: _Within, depth: int) -> Iterator[_List]:
    """The lists of rows within a value, each with what is said of it on the way."""
    if depth > _DEEPEST or not isinstance(value, list | Mapping):
        return
    within.keys.look()
    if isinstance(value, list):
        if any(isinstance(one, list | dict) for one in value):
            yield from _in_list(list(map(_unwrapped, value)), name, within, depth)
    else:
        if len(value) > _MOST_ROWS:
            raise UnreadableObjects(f"an object in it has {len(value):,} keys, and at most {_MOST_ROWS:,} are read")
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
        said = {**within.said, **dict(islice(_scalars(value), MOST_COLUMNS))}
        within = _Within(said, (*within.names, *called[:1]), within.keys, name)
        for key, held in value.items():
            if isinstance(held, list | Mapping) and not (frame and len(held) < len(value) and _is_plain(held)):
                yield from _lists(held, clean_text(short(str(key))), within, depth + 1)


def _in_list(value: list[Any], name: str, within: _Within, depth: int) -> Iterator[_List]:
    """The list of rows that a list is, and those within it."""
    if not any(isinstance(one, list | Mapping) for one in value):
        return
    rows = [one for one in value if isinstance(one, Mapping) and len(one) >= _FEWEST_KEYS]
    rows = [] if any(_has_runners(one, within.keys) for one in rows[:_LISTS]) else rows
    head = next((at for at in range(min(_PREAMBLE, len(value))) if _is_matrix(value[at:], within.keys)), None)
    if head is not None:
        above = [plain_text(cell) for row in value[:head] if isinstance(row, list) for cell in row if cell]
        yield _List(name, _of_matrix(value[head], value[head + 1 :]), within.said, (*within.names, *above))
        return
    told = {}
    if rows and any(_names_somebody(row, within.keys) for row in rows[:_FEW]):
        rows, told = _without_heads(rows, within.keys)
    if rows and len(rows) > len(value) / 2 and _names_somebody(rows[0], within.keys):
        yield _List(name, rows, {**within.said, **told}, within.names, within.holder)
        if _is_timed(rows, within.keys):
            return
    for one in value[:_LISTS]:
        yield from _lists(one, name, within, depth + 1)


_FEW = 4


def _without_heads(rows: list[Mapping[str, Any]], keys: Keys) -> tuple[list[Mapping[str, Any]], dict[str, str]]:
    """The rows of runners, and what a few others among them say of the race: its name, and when the gun went."""
    own = [key for key in dict.fromkeys(key for row in rows[:_LISTS] for key in row) if keys.mean(key, _RUNNERS)]
    plain = [key for key in own if not any(isinstance(row.get(key), list | Mapping) for row in rows[:_LISTS])]
    heads = [row for row in rows if plain and not any(row.get(key) for key in plain)]
    if not heads or len(heads) > _FEW or len(plain) < len(own):
        return rows, {}
    told: dict[str, str] = {}
    used = []
    for row in heads:
        before = len(told)
        texts = {spaced(str(key)): plain_text(one) for key, one in row.items() if not isinstance(one, list | Mapping)}
        if _GUNS.intersection(fold(text) for text in texts.values()):
            told |= {"start time": text for text in texts.values() if is_clock(text) or _MOMENT.match(text)}
        told |= {key: text for key, text in texts.items() if is_said(key, text) and fold(text) not in _GUNS}
        used += [row] if len(told) > before else []
    return [row for row in rows if not any(row is head for head in used)], told


_GUNS = frozenset(("gun", "start", "race start", "started", "gun start", "go"))
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def _has_runners(row: Mapping[str, Any], keys: Keys, depth: int = 0) -> bool:
    """Whether an object is of no runner and no team: it has no time, and lists of others with names and times."""
    plain = [str(key) for key, held in islice(row.items(), MOST_COLUMNS) if isinstance(held, str | int | float)]
    if any(keys.mean(key, _TIMES) or (keys.mean(key, _NAMES) and key.lower() not in _OF_EVENTS) for key in plain):
        return False
    inner = [held for key, held in row.items() if str(key).lower() not in SPLITS | TEAM]
    first = [held[0] for held in inner if isinstance(held, list) and held and isinstance(held[0], Mapping)]
    if any(_is_runner(one, keys) for one in first):
        return True
    within = [*first, *(held for held in inner if isinstance(held, Mapping))] if depth < _FEWEST_KEYS else ()
    return any(_has_runners(one, keys, depth + 1) for one in within)


_OF_EVENTS = frozenset(("name", "title"))
"""Keys that name events as well as runners."""


def _is_runner(row: Mapping[str, Any], keys: Keys) -> bool:
    """Whether an object has the name of somebody, and no point's, a time, and something else."""
    pointed = any(
        isinstance(row.get(key), str) and read_point(row[key]) is not None
        for key in ("name", "title", "label", "point")
    )
    return len(row) > _FEWEST_KEYS and not pointed and _names_somebody(row, keys) and _has_times(row, keys)


def _names_somebody(row: Mapping[str, Any], keys: Keys) -> bool:
    """Whether a row has a runner's name or number, also in parts that lie in it: `person: {given, family}`."""
    if any(keys.mean(key, _RUNNERS) for key in _keys(row)):
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
    return held if isinstance(held, Mapping) and len(held) >= _FEWEST_KEYS else value


def _is_plain(held: Sequence[object] | Mapping[str, object]) -> bool:
    """Whether nothing lies in an object or array but words and numbers: in that of a frame it is a row."""
    inner = held.values() if isinstance(held, Mapping) else held
    return not any(isinstance(one, list | Mapping) for one in inner)


_NAMED = re.compile(r"(?:set|event|race|class|list|category|division)_?name$", re.IGNORECASE)
_RUNNERS = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.BIB, Meaning.CLUB}
_TIMES = {Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT, Meaning.SPLIT_TIME, Meaning.LAPS}
_COUNTS = re.compile(r"(?:id|no|nr|number|count)$", re.IGNORECASE)
"""How the keys of numbers end that are no times."""


def _is_timed(rows: Sequence[Mapping[str, Any]], keys: Keys) -> bool:
    """Whether rows have times, and are not only of who there was; the first may be of somebody without one."""
    return any(_has_times(row, keys) for row in rows[:_LISTS])


def _has_times(row: Mapping[str, Any], keys: Keys) -> bool:
    plain = {key: value for key, value in row.items() if not isinstance(value, list)}
    flat = dict(islice(cells_of(plain, keys), MOST_COLUMNS))
    if not SPLITS.isdisjoint(map(str.lower, row)) or any(map(is_clock, flat.values())):
        return True
    return any(keys.mean(key, _TIMES) and is_time(text) and not _COUNTS.search(key) for key, text in flat.items())


def _with_names(found: _List, people: Sequence[_List], keys: Keys) -> _List:
    """A list whose rows name nobody, with the runners of another list that have the same numbers."""
    if any(keys.mean(key, _NAMES) and not _COUNTS.search(key) for key in _keys(found.rows[0])):
        return found
    for own, by in islice(_numbered(found, people), _LISTS):
        if sum(plain_text(row.get(own)) in by for row in found.rows) > _MOSTLY * len(found.rows):
            return found._replace(rows=[{**by.get(plain_text(row.get(own)), {}), **row} for row in found.rows])
    return found


def _numbered(found: _List, people: Sequence[_List]) -> Iterator[tuple[str, Mapping[str, Mapping[str, Any]]]]:
    """Keys of a list, each with the rows of another by what may be the same numbers: half of some are."""
    some = found.rows[:: len(found.rows) // _LISTS + 1]
    for other in people:
        for key in islice(other.rows[0], _LISTS):
            by = {plain_text(one.get(key)): one for one in other.rows}
            for own in islice(found.rows[0], _LISTS):
                if len(by) > 1 and sum(plain_text(row.get(own)) in by for row in some) * 2 >= len(some):
                    yield own, by


_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_MOSTLY = 0.9


def _keys(row: Mapping[str, Any]) -> Iterator[str]:
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


def _of_frame(value: Mapping[str, Any], name: str, within: _Within) -> Iterator[_List]:
    """A data frame as pandas writes it: columns and data apart, or values for each column; or a time for each name."""
    if rows := keyed_rows(value, name):
        beside = {key.lower(): plain_text(held)[:200] for key, held in value.items() if is_said(key, held)}
        inner = {key: held for key, held in value.items() if is_beside(key, held)}
        yield _List(name, rows, {**within.said, **dict(_scalars(inner)), **beside}, within.names)
        return
    columns, data = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(data, list) and all(isinstance(one, str) for one in columns):
        yield _List(name, _of_matrix(columns, data), within.said, within.names)
        return
    if rows := columns_as_rows(value, within.keys):
        said = {
            **within.said,
            **dict(islice(_scalars({key: one for key, one in value.items() if _is_alone(one)}), MOST_COLUMNS)),
        }
        alone = {key: plain_text(one[0])[:200] for key, one in value.items() if _is_one(one)}
        yield _List(name, rows, {**said, **alone}, within.names)
        return
    held = list(value.values())
    if len(held) < _FEWEST_KEYS or not any(within.keys.mean(str(key), _RUNNERS) for key in islice(value, MOST_COLUMNS)):
        return
    if all(isinstance(one, Mapping) for one in held) and all(set(one) == set(held[0]) for one in held):
        numbers = list(held[0])
        yield _List(
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


_CALLED = ("name", "title", "label", "nom", "nombre", "bezeichnung", "text")


def _name_of(held: Mapping[str, Any]) -> object:
    """What an object is called."""
    by = {str(key).lower(): one for key, one in islice(held.items(), MOST_COLUMNS)}
    return next((by[key] for key in _CALLED if key in by), None)


def _scalars(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What an object says of the whole: `event: 5000m`, and what one in it does: `race: {name}`, `meta: {event}`."""
    for key, held in value.items():
        if isinstance(held, Mapping):
            title = next((held[of] for of in ("Name", "Title", "EventName", "eventName") if of in held), None)
            if isinstance(title, str) and _OF_RACE.search(spaced(str(key))):
                yield "title", plain_text(title)[:200]
            starts = (one for of, one in held.items() if _STARTED.search(spaced(str(of))) and isinstance(one, str))
            if (gun := next(filter(_is_moment, starts), "")) and _OF_RACE.search(spaced(str(key))):
                yield "start time", gun
            yield from ((spaced(str(of)), plain_text(one)[:200]) for of, one in held.items() if is_said(str(of), one))
        named = _name_of(held) if isinstance(held, Mapping) else held
        if _STARTED.search(spaced(str(key))) and (at := moment(str(key), named)):
            yield "start time", at
        elif isinstance(named, str | int | float) and not isinstance(named, bool) and plain_text(named):
            yield spaced(str(key)), plain_text(named)[:200]


def _as_rows(found: _List, keys: Keys, room: int) -> SheetRows:
    """A list as rows of cells, and what was said beside it; there is room for so many cells.

    Raises:
        UnreadableObjects: It has more.
    """
    flat = [dict(islice(cells_of(row, keys), MOST_COLUMNS)) for row in found.rows]
    titles = list(dict.fromkeys(title for row in flat for title in row))[:MOST_COLUMNS]
    if len(flat) * len(titles) > room:
        shown = f"{len(flat):,} rows and {len(titles):,} columns"
        raise UnreadableObjects(f"a list in it has {shown}, and at most {_MOST_CELLS:,} cells are read in all")
    rows = [titles, *([row.get(title, "") for title in titles] for row in flat)]
    return SheetRows(found.name, rows, [1, *range(1, len(flat) + 1)], _comments(found), found.names)


def _comments(found: _List) -> dict[str, str]:
    """What is said beside a list, but for what it is called, which stands above it."""
    return {key: text for key, text in list(found.said.items())[:_MOST_SAID] if key != "name"}


_MOST_SAID = 40
