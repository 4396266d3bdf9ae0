"""Lists in JSON: objects with the same keys are the rows, and their keys are the headings.

Such files come from programs and services, each with keys of its own: one array, an object that has the array among
other things, an object a line (NDJSON), the columns of a data frame, or bare arrays whose first has the headings. What
lies within a row becomes columns too: `athlete: {name, country}`, splits by name (`{"5K": "15:10"}`), and splits as a
list of objects that each say where and when.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from replay.files.cleaning import clean_text
from replay.files.missing import is_missing
from replay.files.source import Choices, Reading, Source
from replay.files.table.cells import is_distance, is_time
from replay.files.table.headings import read_heading
from replay.files.table.sheets import read_sheets, text_of
from replay.files.table.words import Meaning
from replay.files.table.workbook import SheetRows
from replay.race.problems import Problem, UnreadableRace

_DEEPEST = 8
"""Objects in one another."""
_MOST_ROWS = 500_000
_MOST_COLUMNS = 600
_FEWEST_KEYS = 2
"""Of an object that may be a row."""
_LISTS = 20
"""Lists of one file that are looked at."""


class UnreadableObjects(ValueError):  # noqa: N818 (it reads as what happened)
    """JSON in which no list of runners stands."""


class _List(NamedTuple):
    """A list of rows, and what is said beside it."""

    name: str
    rows: Sequence[Mapping[str, Any]]
    said: Mapping[str, str]


def read(source: Source, choices: Choices) -> Reading:
    """Read a list in JSON; see `replay.files.formats.Format.read`."""
    text = text_of(source, choices)
    try:
        sheets = lists_in(text)
    except UnreadableObjects as error:
        hint = "a list of results is an array of objects, each with the runner's name and a time"
        raise UnreadableRace([Problem(str(source.path), None, str(error), hint)]) from None
    return read_sheets(source, choices, sheets, "lists", "JSON")


def lists_in(text: str) -> tuple[SheetRows, ...]:
    """The lists that stand in a text of JSON, as rows of cells with the headings first, the longest first.

    Raises:
        UnreadableObjects: It is no JSON, or nothing in it is a list of rows.
    """
    found = sorted(_lists(_values(text), "", {}, 0), key=lambda one: -len(one.rows))[:_LISTS]
    if not found:
        raise UnreadableObjects("no list of results stands in this JSON")
    return tuple(_as_rows(one) for one in found)


def _values(text: str) -> Any:  # noqa: ANN401 - JSON may hold anything
    """What a text holds: one value, or a value a line."""
    try:
        return json.loads(text)
    except RecursionError:
        raise UnreadableObjects("the JSON is nested too deeply") from None
    except ValueError as error:
        lines = [line.strip().rstrip(",") for line in text.splitlines() if line.strip()]
        try:
            return [json.loads(line) for line in lines] if len(lines) > 1 else _fail(error)
        except (ValueError, RecursionError):
            _fail(error)


def _fail(error: ValueError) -> Any:  # noqa: ANN401 - it never returns
    raise UnreadableObjects(f"this is no JSON: {str(error)[:120]}") from None


def _lists(value: object, name: str, said: Mapping[str, str], depth: int) -> Iterator[_List]:
    """The lists of rows within a value, each with what is said of it on the way."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        rows = [one for one in value[:_MOST_ROWS] if isinstance(one, Mapping) and len(one) >= _FEWEST_KEYS]
        if len(rows) > len(value) / 2 and any(_names_runner(key) for key in _keys(rows[0])):
            yield _List(name, rows, said)
        elif _is_matrix(value):
            yield _List(name, _of_matrix(value[0], value[1:]), said)
        else:
            for one in value[:_LISTS]:
                yield from _lists(one, name, said, depth + 1)
    elif isinstance(value, Mapping):
        yield from _of_frame(value, name, said)
        said = {**said, **dict(_scalars(value, ""))}
        for key, held in value.items():
            if isinstance(held, list | Mapping):
                yield from _lists(held, clean_text(str(key)), said, depth + 1)


def _keys(row: Mapping[str, Any]) -> Iterator[str]:
    for key, value in row.items():
        yield str(key)
        if isinstance(value, Mapping):
            yield from (f"{key} {inner}" for inner in value)


def _names_runner(key: str) -> bool:
    named = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.BIB, Meaning.CLUB}
    return bool({heading.meaning for heading in read_heading(clean_text(key))} & named)


def _is_matrix(value: Sequence[object]) -> bool:
    """Bare arrays, of which the first has the headings."""
    return (
        len(value) > 1
        and all(isinstance(row, list) for row in value[:50])
        and isinstance(value[0], list)
        and all(isinstance(cell, str) for cell in value[0])
        and any(_names_runner(cell) for cell in value[0])
    )


def _of_matrix(titles: Sequence[object], rows: Sequence[object]) -> list[Mapping[str, Any]]:
    return [dict(zip(map(str, titles), row, strict=False)) for row in rows[:_MOST_ROWS] if isinstance(row, list)]


def _of_frame(value: Mapping[str, Any], name: str, said: Mapping[str, str]) -> Iterator[_List]:
    """A data frame as pandas writes it: columns and data apart, or an object of values for each column."""
    columns, data = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(data, list) and all(isinstance(one, str) for one in columns):
        yield _List(name, _of_matrix(columns, data), said)
        return
    held = list(value.values())
    if len(held) < _FEWEST_KEYS or not any(map(_names_runner, map(str, value))):
        return
    if all(isinstance(one, Mapping) for one in held) and all(set(one) == set(held[0]) for one in held):
        numbers = list(held[0])[:_MOST_ROWS]
        yield _List(name, [{str(key): cells[at] for key, cells in value.items()} for at in numbers], said)
    elif all(isinstance(one, list) and len(one) == len(held[0]) for one in held):
        rows = range(min(len(held[0]), _MOST_ROWS))
        yield _List(name, [{str(key): cells[at] for key, cells in value.items()} for at in rows], said)


def _scalars(value: Mapping[str, Any], under: str) -> Iterator[tuple[str, str]]:
    """What an object says in words of the whole: `event: 5000m`, and of an object in it (`race: {name}`)."""
    for key, held in value.items():
        if isinstance(held, str | int | float) and not isinstance(held, bool) and str(held).strip():
            yield (under if under and key in ("name", "title") else str(key)), clean_text(str(held))[:200]
        elif isinstance(held, Mapping) and not under and len(held) < _MOST_COLUMNS:
            yield from _scalars(held, str(key))


def _as_rows(found: _List) -> SheetRows:
    """A list as rows of cells; the lines above it say what was said beside it."""
    flat = [dict(_cells(row)) for row in found.rows]
    titles = list(dict.fromkeys(title for row in flat for title in row))[:_MOST_COLUMNS]
    above = [[f"{key}: {text}"] for key, text in list(found.said.items())[:20]]
    rows = [*above, titles, *([row.get(title, "") for title in titles] for row in flat)]
    return SheetRows(found.name, rows, [*[1] * (len(above) + 1), *range(1, len(flat) + 1)])


def _cells(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """A row's headings and cells; of what lies in it the inner key is the heading where it says enough."""
    for key, value in row.items():
        title = clean_text(str(key))
        if isinstance(value, Mapping):
            yield from _inner(title, value, row)
        elif isinstance(value, list):
            yield from _listed(title, value)
        else:
            yield title, _text(value)


def _inner(title: str, value: Mapping[str, Any], row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, held in value.items():
        if isinstance(held, list | Mapping):
            continue
        inner = clean_text(str(key))
        alone = inner not in row and (read_heading(inner) or not read_heading(f"{title} {inner}"))
        yield (inner if alone else f"{title} {inner}"), _text(held)


def _listed(title: str, value: Sequence[object]) -> Iterator[tuple[str, str]]:
    """Splits that each say where and when, or bare times one after another."""
    for number, held in enumerate(value[:_MOST_COLUMNS], 1):
        if isinstance(held, Mapping):
            texts = {str(key): _text(one) for key, one in held.items() if not isinstance(one, list | Mapping)}
            at = next((key for key in texts if _says_where(key, texts[key])), None)
            time = next((key for key in texts if key != at and _says_when(key, texts[key])), None)
            if at is not None and time is not None:
                guessed = "*" if texts.get("evidence") == "estimated" else ""
                yield _point(at, texts[at]), f"{texts[time]}{guessed}"
        elif isinstance(held, str | int | float):
            yield f"{title} {number}", _text(held)


_WHERE = re.compile(
    r"dist|name|label|point|split|location|km|mile|met(?:er|re)|where|at\b|lap|nr|number", re.IGNORECASE
)
_WHEN = re.compile(r"time|elapsed|cum|sec|zeit|temps|tiempo|tempo|mark|value|net|gun|chip", re.IGNORECASE)


def _says_where(key: str, text: str) -> bool:
    return bool(text) and _WHERE.search(key) is not None and not (":" in text and is_time(text))


def _says_when(key: str, text: str) -> bool:
    return _WHEN.search(key) is not None and (is_missing(text) or is_time(text))


def _point(key: str, text: str) -> str:
    """How a column at a point is headed: a bare number is what its key counts in."""
    if not re.fullmatch(r"[\d.,]+", text):
        return text
    unit = "km" if "km" in key.lower() or "kilo" in key.lower() else "mi" if "mile" in key.lower() else ""
    if re.search(r"lap|nr|number", key, re.IGNORECASE):
        return f"Lap {text}"
    return f"{text} {unit or 'm'}" if unit or is_distance(f"{text} m") else text


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return clean_text(str(value))
