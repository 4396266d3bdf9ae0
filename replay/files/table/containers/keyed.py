"""JSON that has a list of results as an object: what it holds by each runner's name, or by his number."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from replay.files.missing import is_missing
from replay.files.table.about import says_of_race
from replay.files.table.containers.known_keys import Keys
from replay.files.table.days import begins_with_day
from replay.files.table.values.cells import is_clock
from replay.files.table.wording.headings import read_heading
from replay.files.table.wording.likeliest import is_heading
from replay.files.table.wording.words import Meaning
from replay.race.names import fold
from replay.race.statuses import read_status
from replay.race.times import format_time

_FEWEST = 2
_LOOKED_AT = 200
"""Keys that are asked whether they are headings."""
SPLITS = frozenset({"splits", "laps", "lap", "times", "intermediates", "passings", "checkpoints"})
"""What times on the way are called in programs."""
_LEADER = re.compile(
    r"(?:splits?|passings?|intermediates?|times?)[ _]?(?:of[ _])?(?:the[ _])?(?:leaders?|first|pace\w*|winner)"
    r"|(?:leaders?|first|winner|pace\w*)(?:'?s)?[ _]?(?:splits?|passings?|intermediates?|times?)",
    re.IGNORECASE,
)
"""Splits that are of nobody in a list: `splits_of_leader`, `pace_times`."""
_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}


def keyed_rows(value: Mapping[str, Any], called: str = "") -> list[Mapping[str, Any]]:
    """The rows of an object that holds by name or number a time, a list with times, or an object with one.

    None where it holds anything else: a key that is a heading begins a column.

    Args:
        value: The object.
        called: The key that has it: within `laps` numbers are times.
    """
    value = {key: one for key, one in value.items() if not is_said(key, one) and not is_beside(key, one)}
    held = list(value.values())
    if _LEADER.search(called) is not None:
        return []  # what the first passed, or what was planned
    laps = called.lower() in SPLITS and all(map(_are_seconds, held))
    if len(held) >= _FEWEST and (rows := _by_place(value)):
        return rows
    if (
        len(held) < _FEWEST
        or not (laps or any(map(_is_timed, held)))
        or any(map(_is_heading, islice(value, _LOOKED_AT)))
    ):
        return []
    if all(isinstance(one, str) and _is_timed_or_none(one) for one in held):
        return [{_called(key): key, "time": one} for key, one in value.items()]
    if all(isinstance(one, list) and all(isinstance(cell, str | int | float) for cell in one) for one in held):
        return _of_lists(value, laps=laps)
    if _are_lists(held):
        return []
    if not all(isinstance(one, Mapping) for one in held) or not (all(map(_is_flat, held)) or _are_runners(value)):
        return []
    named = any(heading.meaning in _NAMES for key in held[0] for heading in read_heading(str(key))[:1])
    return [{"bib" if named else _called(key): key, **one} for key, one in value.items()]


def _by_place(value: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The rows of lines with a name and a time by their places: `{"1": "Ada Alfa 8:59.1"}`; none of anything else."""
    if not all(isinstance(one, str) and key.isdigit() for key, one in value.items()):
        return []
    lines = {key: _in_line(one, "") for key, one in value.items()}
    if not all(lines.values()):
        return []
    return [{"place": key, "name": name, "time": time} for key, (name, time) in lines.items()]


def bare_rows(value: object) -> list[list[str]]:
    """The rows of lists, or lines, that stand in a list, each with a time: of runners under no heading.

    None where there are none, or several such lists.
    """
    if isinstance(value, Mapping):
        held = [rows for one in value.values() if isinstance(one, list) and (rows := bare_rows(one))]
        return held[0] if len(held) == 1 else []
    if not isinstance(value, list) or len(value) < _FEWEST:
        return []
    sign = next(
        (sign for sign in ("\t", ";", ",", "|") if all(isinstance(one, str) and sign in one for one in value)), ""
    )
    if not all(isinstance(one, list | str) for one in value):
        return []
    cells = [
        _flat(one) if isinstance(one, list) else _in_line(one, sign) if isinstance(one, str) else [] for one in value
    ]
    if not all(len(row) > 1 and all(isinstance(cell, str | int | float) for cell in row) for row in cells):
        return []
    if sum(map(_is_timed, cells)) < len(cells) / 2:
        if not _end_in_seconds(cells):
            return []
        cells = [[*row[:-1], _shown(float(row[-1]))] for row in cells]
    return [[str(cell) for cell in row] for row in cells]


def _shown(seconds: float) -> str:
    """Seconds as a clock shows them."""
    return format_time(seconds, len(str(seconds).partition(".")[2][:2]))


def _end_in_seconds(rows: Sequence[Sequence[Any]]) -> bool:
    """Whether each row has a name, and ends in seconds, which rise from row to row: `[1, "Mari Mets", 5001.2]`."""
    named = all(any(isinstance(cell, str) and cell[:1].isalpha() for cell in row) for row in rows)
    last = [row[-1] for row in rows]
    if (
        not named
        or not all(isinstance(one, float | int) for one in last)
        or not any(isinstance(one, float) for one in last)
    ):
        return False
    return last == sorted(last) and last[0] > _SHORTEST


_SHORTEST = 5.0
"""Seconds of a race."""


def _flat(row: list[Any]) -> list[Any]:
    """A row's cells, and in their place those of what lies in it: `["Kay", ["64.1", "66.0"], "4:20.3"]`."""
    return [cell for held in row for cell in (held if isinstance(held, list) else [held])]


def _in_line(text: str, sign: str) -> list[str]:
    """The cells of a line that a sign parts, or the name and the time of one such as `1. Ada Alfa 35:10`."""
    if sign and text.count(sign) > 1:
        return [cell.strip() for cell in text.split(sign)]
    if len(text) >= _LONGEST:
        return []
    text = _REMARK.sub("", text.strip())
    marked = _MARKED.fullmatch(text)
    text, marks = marked.groups() if marked is not None else (text, "")
    match = _LINE.fullmatch(text)
    return [match[1], f"{match[2]}{marks}"] if match is not None and _is_timed_or_none(match[2]) else []


_LONGEST = 300
"""Characters of a line with a name and a time; the time that it takes to see that it has none rises with the square."""
_REMARK = re.compile(r"\s*\([^()]*\)$")
_LINE = re.compile(r"(?:\d{1,4}[.)]? +)?([^\d\s].*?)[\s:,;=–-]+(\S+)")
_MARKED = re.compile(r"(.*\d)((?: [A-Z]{2,3})+)")
"""A line whose time has marks behind it: `Ada Alfa 12:41.73 WL`."""


def is_said(key: str, held: object) -> bool:
    """Whether an entry says something of the race, as `distance: 1500` beside the runners does."""
    return (
        not isinstance(held, list | Mapping)
        and (":" not in str(held) or begins_with_day(str(held)))
        and says_of_race(fold(spaced(key).replace("_", " ")))
    )


def spaced(key: str) -> str:
    """A key in lower case, its words apart: `distanceMeters` is `distance meters`."""
    return _HUMP.sub(" ", key).lower()


_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


def _is_heading(key: str) -> bool:
    """Whether a key heads a column or names what it holds: it is a known word. Names and numbers are none."""
    return is_heading(key) and not key.isdigit()


def is_beside(key: str, held: object) -> bool:
    """Whether an object says something of the race, and stands among those of the runners: `meta: {date}`."""
    return isinstance(held, Mapping) and key.lower() in _BESIDE and not _is_timed(held)


_BESIDE = frozenset(("meta", "metadata", "info", "race", "event", "meeting", "meet", "header", "about"))


def _called(key: str) -> str:
    return "bib" if key.isdigit() else "name"


def _are_seconds(held: object) -> bool:
    return isinstance(held, list) and len(held) > 1 and all(isinstance(one, float | int) for one in held)


def _is_timed(held: object) -> bool:
    if isinstance(held, Mapping):
        held = list(held.values())
    if isinstance(held, list):
        return any(isinstance(cell, str) and is_clock(cell) for cell in held)
    return isinstance(held, str) and is_clock(held)


def _is_timed_or_none(text: str) -> bool:
    return is_clock(text) or is_missing(text) or read_status(text) is not None


def _may_be_time(text: str) -> bool:
    return _is_timed_or_none(text) or _has_parts(text)


def _has_parts(text: str) -> bool:
    """Whether a text is a time, or seconds with their parts: whole numbers count something else."""
    return is_clock(text) or re.fullmatch(r"\d{1,3}[.,]\d{1,3}", text) is not None


def _is_flat(held: Mapping[str, Any]) -> bool:
    """Whether nothing lies within what is held but splits by their points: `{"splits": {"1000": "3:01"}}`."""
    within = [(key, one) for key, one in held.items() if isinstance(one, Mapping)]
    return all(key.lower() in SPLITS and all(map(_is_plain, one.values())) for key, one in within)


def _are_lists(held: Sequence[object]) -> bool:
    """Whether each of some objects has times by other names, as heats have: `{"Heat 1": {"Ada": "4:31.2"}}`."""
    lists = [one for one in held if isinstance(one, Mapping) and _times_by_name(one)]
    names = [key for one in lists for key in one]
    return len(lists) == len(held) and len(set(names)) == len(names)


def _times_by_name(one: Mapping[str, Any]) -> bool:
    timed = all(isinstance(held, str) and _is_timed_or_none(held) for held in one.values())
    return timed and not any(any(map(str.isdigit, key)) or _is_heading(key) for key in one)


def _are_runners(value: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether all that is held by names has a time of its own, whatever else lies in it: `{"club": {"code": "AC"}}`."""
    held = list(value.values())
    if not all(" " in key for key in islice(value, _LOOKED_AT)) or not all(map(_has_time, held)):
        return False
    return not any(isinstance(cell, Mapping) for one in held for inner in one.values() for cell in _items(inner))


def _has_time(one: Mapping[str, Any]) -> bool:
    return any(isinstance(cell, str) and is_clock(cell) for cell in one.values())


def _items(inner: object) -> Sequence[object]:
    return inner if isinstance(inner, list) else ()


def _is_plain(one: object) -> bool:
    return not isinstance(one, list | Mapping)


def _of_lists(value: Mapping[str, Sequence[Any]], *, laps: bool) -> list[Mapping[str, Any]]:
    """Rows of lists: of nothing but times these are laps or passings, else the first place with times has results."""
    width = max(map(len, value.values()))
    down = [[str(cells[at]) for cells in value.values() if at < len(cells)] for at in range(width)]
    timed = [at for at, cells in enumerate(down) if all(map(_may_be_time, cells)) and any(map(_has_parts, cells))]
    if laps or len(timed) == width > 1:
        return [{_called(key): key, "lap": list(cells)} for key, cells in value.items()]
    return [
        {_called(key): key, "time": str(cells[at]) if at < len(cells) else ""}
        for key, cells in value.items()
        for at in timed[:1]
    ]


def columns_as_rows(value: Mapping[str, Any], keys: Keys) -> list[Mapping[str, Any]]:
    """The rows of an object that has its columns as arrays of one length; none of any other object.

    What it has an array of one of, or no array, is said of the whole; arrays in an object are columns, too, as
    `splits: {"5k": [...]}` of R's data frames.
    """
    lengths = Counter(len(one) for one in value.values() if isinstance(one, list) and len(one) > 1)
    if not lengths or not any(keys.mean(str(key), _RUNNERS) for key, one in value.items() if isinstance(one, list)):
        return []
    (count, often), *others = lengths.most_common()
    if (
        (others and others[0][1] >= often)
        or often < _FEWEST
        or any(isinstance(cell, Mapping) for one in value.values() if isinstance(one, list) for cell in one)
    ):
        return []
    columns = {str(key): one for key, one in value.items() if isinstance(one, list) and len(one) == count}
    for key, one in value.items():
        if isinstance(one, Mapping):
            inner = {of: cells for of, cells in one.items() if isinstance(cells, list) and len(cells) == count}
            columns |= {str(of) if of not in columns else f"{key} {of}": cells for of, cells in inner.items()}
    return [{key: cells[at] for key, cells in columns.items()} for at in range(count)]


_RUNNERS = {*_NAMES, Meaning.BIB, Meaning.CLUB}
