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
from typing import Any, TypeGuard

from replay.files.source import Choices, Reading, Source
from replay.files.table.containers.found_lists import (
    COUNTS,
    DEEPEST,
    FEWEST_KEYS,
    LISTS,
    MOST_ROWS,
    Found,
    Within,
    is_timed,
    keys_of,
    lists_within,
    scalars,
)
from replay.files.table.containers.joined_lists import with_splits, with_splits_by_point
from replay.files.table.containers.json_values import json_values
from replay.files.table.containers.keyed import (
    bare_rows,
)
from replay.files.table.containers.known_keys import Keys, UnreadableObjects
from replay.files.table.containers.leftover import events_beside, unread_times
from replay.files.table.containers.liveresults import told_plainly
from replay.files.table.containers.nested import BROKEN, MOST_COLUMNS, cells_of, plain_text
from replay.files.table.containers.parts import Named, called_apart
from replay.files.table.containers.plainly import plainly
from replay.files.table.containers.referred import put_together
from replay.files.table.containers.scripts import value_at
from replay.files.table.containers.sheets import read_sheets, text_of
from replay.files.table.containers.watch import is_activity, laps_of
from replay.files.table.containers.workbook import SheetRows
from replay.files.table.values.cells import is_clock
from replay.files.table.wording.words import Meaning
from replay.files.telling import SCRIPT
from replay.files.understood import Tally
from replay.race.events import event_in, is_for_distance
from replay.race.problems import Problem, Severity, UnreadableRace
from replay.race.statuses import is_out

_ASIDE = re.compile(r"(?:.*[ _])?(?:records?|standards|bests?|rekorde?|recordes?)(?: \d+)?", re.IGNORECASE)
"""Lists of what was run before, beside those of a race."""
_SAID_WITHIN = 2000
"""Characters of a map in which it says that it is one."""
_MOST_VALUES = 1_600_000
"""Commas, of which one stands behind each value but the last."""
_MOST_OBJECTS = 700_000
"""A marathon of 60,000 with an object for each of eleven times; a million take 400 megabytes."""
_MOST_CELLS = 3_000_000
"""Of all lists together: 100,000 rows of 30. Rows that have no key in common make many of few values."""


def read(source: Source, choices: Choices) -> Reading:
    """Read a list in JSON; see `replay.files.formats.Format.read`."""
    text = text_of(source, choices)
    try:
        value = _value_of(text)
        sheets = _lists_in(value)
    except UnreadableObjects as error:
        if '"Feature' in text[:_SAID_WITHIN]:
            said = "this is a map (GeoJSON) whose points have no times, which is not read"
            raise UnreadableRace(
                [Problem(str(source.path), None, said, "export the recording as GPX, TCX or FIT")]
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
    if (begun := _SCRIPT.match(text)) is not None:
        text = value_at(text, begun.end())[0] or text
    return json_values(text)


_SCRIPT = re.compile(SCRIPT)


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
    if isinstance(value, Mapping) and len(value) > MOST_ROWS:
        raise UnreadableObjects(f"an object in it has {len(value):,} keys, and at most {MOST_ROWS:,} are read")
    value = [_with_splits_named(value)] if _is_runner(value, keys) else value
    value = plainly(put_together(with_splits_by_point(value), keys), keys)
    whole = list(lists_within(value, "", Within({}, (), keys), 0))
    whole = [one for one in whole if not _ASIDE.fullmatch(one.name)] or whole
    timed = [is_timed(one.rows, keys) for one in whole]
    found = sorted((one for one, has in zip(whole, timed, strict=True) if has), key=lambda one: -len(one.rows))
    if found and (count := len(found[0].rows)) > MOST_ROWS:
        raise UnreadableObjects(f"a list in it has {count:,} rows, and at most {MOST_ROWS:,} are read")
    if not found:
        said = dict(islice(scalars(value), MOST_COLUMNS)) if isinstance(value, Mapping) else {}
        found = [Found("", rows, said, ()) for rows in islice(_unnamed(value, keys, 0), LISTS)]
    if not found and any(is_for_distance(text) for one in whole for text in (*one.said.values(), *one.names)):
        found = [one for one in whole if any(keys.mean(str(key), _FAR) for key in one.rows[0])]
    if not found and (bare := bare_rows(value)):
        beside = dict(islice(scalars(value), MOST_COLUMNS)) if isinstance(value, Mapping) else {}
        return (SheetRows("", bare, list(range(1, len(bare) + 1)), beside, headed=False),)
    told = any(_names_event(text) for one in found for text in (*_comments(one).values(), *one.names))
    events = [] if told else events_beside(value, [row for one in found for row in one.rows])
    found = _with_splits(found[:LISTS], keys)
    people = [one for one, has in zip(whole, timed, strict=True) if not has][:LISTS]
    found = _with_stopped(found, people, value, keys)
    called = called_apart([Named(one.name, one.names, one.said, one.holder) for one in found])
    found = [
        one._replace(name=name, names=(*one.names, *events, *([one.name] if event_in(one.name) else [])))
        for one, name in zip(found, called, strict=True)
    ]
    sheets, room = [], _MOST_CELLS
    for one in found[:LISTS]:
        sheet = _as_rows(_with_names(one, people, keys), keys, room)
        room -= len(sheet.rows) * len(sheet.rows[0])
        sheets.append(sheet)
    return tuple(sheets)


def _is_runner(value: object, keys: Keys) -> TypeGuard[Mapping[str, Any]]:
    """Whether an object is one runner, with lists of his times: it has a name of its own, and a bib or a sex."""
    if not isinstance(value, Mapping):
        return False
    said = [key for key, held in islice(value.items(), MOST_COLUMNS) if isinstance(held, str) and held]
    return all(any(keys.mean(key, meanings) for key in said) for meanings in (_NAMES, _PERSONS))


def _with_splits_named(runner: Mapping[str, Any]) -> dict[str, Any]:
    """A runner, the only list of objects among what is said of him called his splits."""
    lists = [key for key, held in runner.items() if isinstance(held, list) and held and isinstance(held[0], Mapping)]
    return {"splits" if lists == [key] else key: held for key, held in runner.items()}


_PERSONS = {Meaning.BIB, Meaning.SEX}


def _names_event(text: str) -> bool:
    """Whether a text names an event, in words and not in a code: `ATHW1500M-------------FNL-000100--`."""
    return event_in(text) is not None and _CODE.fullmatch(text) is None


_CODE = re.compile(r"[A-Z0-9_.-]{15,}")


def _with_splits(found: Sequence[Found], keys: Keys) -> list[Found]:
    """The lists, those of splits taken into that of the results of the same runners."""
    made = list(found)
    for one in found:
        if any(other is one for other in made):
            others = [other for other in made if other is not one]
            rows, number = with_splits(one.rows, [other.rows for other in others], keys)
            if number is not None:
                made = [one._replace(rows=rows), *(other for at, other in enumerate(others) if at != number)]
    return made


def _with_stopped(found: list[Found], people: Sequence[Found], value: object, keys: Keys) -> list[Found]:
    """The lists; the only one with those beside it in lists that say by their key what became of them: `dnf`."""
    out = [{**row, "status": one.name} for one in people if is_out(one.name) for row in one.rows]
    name = next((key for one in found[:1] for key in one.rows[0] if keys.mean(key, _WHOLE)), "")
    out += [{name: who, "status": key} for key, who in _named_out(value, 0)] if name else []
    return [found[0]._replace(rows=[*found[0].rows, *out])] if out and len(found) == 1 else found


def _named_out(value: object, depth: int) -> Iterator[tuple[str, str]]:
    """The names that stand under what became of them: `{"dnf": ["Ada Alfa"]}`."""
    if not isinstance(value, Mapping) or depth > len(_WHOLE):
        return
    for key, held in islice(value.items(), MOST_COLUMNS):
        if isinstance(held, list) and all(isinstance(one, str) for one in held) and is_out(str(key)):
            yield from ((str(key), one) for one in islice(held, MOST_COLUMNS) if any(map(str.isalpha, one)))
        else:
            yield from _named_out(held, depth + 1)


_WHOLE = {Meaning.NAME}
_FAR = {Meaning.DISTANCE, Meaning.LAP_COUNT}


def _unnamed(value: object, keys: Keys, depth: int) -> Iterator[list[Mapping[str, Any]]]:
    """The lists of rows with times in a value, where no key of any says that it has runners."""
    if depth > DEEPEST or not isinstance(value, list | Mapping):
        return
    keys.look()
    if isinstance(value, list) and len(value) >= FEWEST_KEYS and all(isinstance(one, Mapping) for one in value):
        some = value[:LISTS]
        cells = [text for one in some for _, text in islice(cells_of(one, keys), MOST_COLUMNS)]
        if len(value) <= MOST_ROWS and sum(map(is_clock, cells)) >= len(some) / 2:
            yield value
            return
    for one in islice(value.values() if isinstance(value, Mapping) else value, LISTS):
        yield from _unnamed(one, keys, depth + 1)


def _with_names(found: Found, people: Sequence[Found], keys: Keys) -> Found:
    """A list whose rows name nobody, with the runners of another list that have the same numbers."""
    if any(keys.mean(key, _NAMES) and not COUNTS.search(key) for key in keys_of(found.rows[0])):
        return found
    for own, by in islice(_numbered(found, people), LISTS):
        if sum(plain_text(row.get(own)) in by for row in found.rows) > _MOSTLY * len(found.rows):
            return found._replace(rows=[{**by.get(plain_text(row.get(own)), {}), **row} for row in found.rows])
    return found


def _numbered(found: Found, people: Sequence[Found]) -> Iterator[tuple[str, Mapping[str, Mapping[str, Any]]]]:
    """Keys of a list, each with the rows of another by what may be the same numbers: half of some are."""
    some = found.rows[:: len(found.rows) // LISTS + 1]
    for other in people:
        for key in islice(other.rows[0], LISTS):
            by = {plain_text(one.get(key)): one for one in other.rows}
            for own in islice(found.rows[0], LISTS):
                if len(by) > 1 and sum(plain_text(row.get(own)) in by for row in some) * 2 >= len(some):
                    yield own, by


_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_MOSTLY = 0.9


def _as_rows(found: Found, keys: Keys, room: int) -> SheetRows:
    """A list as rows of cells, and what was said beside it; there is room for so many cells.

    Raises:
        UnreadableObjects: It has more.
    """
    some = [
        [len(row), *(len(one) for one in row.values() if isinstance(one, list | dict))] for row in found.rows[:LISTS]
    ]
    width = max(map(max, some))
    if width > _WIDE and width * len(found.rows) > _MOST_WIDE:
        shown = f"{len(found.rows):,} rows of some {width:,} values"
        raise UnreadableObjects(f"a list in it has {shown}, and no race has so many points for so many runners")
    flat = [dict(islice(cells_of(row, keys), MOST_COLUMNS)) for row in found.rows]
    titles = list(dict.fromkeys(title for row in flat for title in row))[:MOST_COLUMNS]
    if len(flat) * len(titles) > room:
        shown = f"{len(flat):,} rows and {len(titles):,} columns"
        raise UnreadableObjects(f"a list in it has {shown}, and at most {_MOST_CELLS:,} cells are read in all")
    rows = [titles, *([row.get(title, "") for title in titles] for row in flat)]
    return SheetRows(found.name, rows, [1, *range(1, len(flat) + 1)], _comments(found), found.names)


_WIDE, _MOST_WIDE = 300, 200_000
"""Columns from which on there are at most so many cells: a day's race of 60 runners has 600 laps."""


def _comments(found: Found) -> dict[str, str]:
    """What is said beside a list, but for what it is called, which stands above it."""
    return {key: text for key, text in list(found.said.items())[:_MOST_SAID] if key != "name"}


_MOST_SAID = 40
