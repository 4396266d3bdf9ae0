"""A row of JSON as headings and cells: what lies within it becomes columns, too.

`athlete: {name, country}` are two, splits by name (`{"5K": "15:10"}`) or in a list of objects that each say where and
when are one each, and so are the legs of a team. What lies in it and is not understood stays a column: nothing goes
without a word.
"""

import datetime
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from replay.files.cleaning import clean_text, short
from replay.files.table.containers.keyed import SPLITS
from replay.files.table.containers.known_keys import Keys
from replay.files.table.containers.splits_listed import (
    are_kilometres,
    far_key,
    in_seconds,
    is_guessed,
    measured_key,
    plain_keys,
    point,
    says_when,
    says_where,
    stretched,
)
from replay.files.table.values.cells import is_clock, is_time
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.words import Meaning
from replay.race.times import format_time

MOST_COLUMNS = 600
"""Of a list."""


def cells_of(row: Mapping[str, Any], keys: Keys) -> Iterator[tuple[str, str]]:
    """A row's headings and cells; of what lies in it the inner key is the heading where it says enough."""
    taken = _taken(row)
    for key, value in row.items():
        title = clean_text(short(str(key)))
        if isinstance(value, Mapping | list):
            inner = _inner(title, value, taken, keys) if isinstance(value, Mapping) else _listed(title, value, keys)
            found = list(inner)
            yield from found
            if not found and any(value):
                yield title, f"[{len(value)}]"
        else:
            yield title, moment(title, value) or _of_minutes(title, value, row) or plain_text(value)


def moment(key: str, value: object) -> str:
    """A moment that stands as seconds or milliseconds since 1970, as ISO 8601 has it; empty for anything else."""
    if not isinstance(value, int | float) or isinstance(value, bool) or _MOMENT.search(key) is None:
        return ""
    millis = value if _MILLIS_FROM <= value < _MILLIS_TO else value * 1000
    if not _MILLIS_FROM <= millis < _MILLIS_TO:
        return ""
    day = datetime.datetime.fromtimestamp(millis / 1000, datetime.UTC)
    return day.strftime("%Y-%m-%dT%H:%M:%S.") + f"{day.microsecond // 1000:03}Z"


def _of_minutes(key: str, value: object, row: Mapping[str, Any]) -> str:
    """Minutes with their parts, as a number has them, as a clock shows them; empty for anything else."""
    if not isinstance(value, float) or value.is_integer() or _MINUTES.search(key) is None:
        return ""
    if any("sec" in str(other).lower() for other in row):
        return ""
    return (
        format_time(value * 60, 0 if abs(value * 60 - round(value * 60)) < _LITTLE else 1) if 1 <= value < 1e5 else ""
    )


_MINUTES = re.compile(r"(?:^|[_ ]|(?<=[a-z]))min(?:ute)?s?$", re.IGNORECASE)
_LITTLE = 0.01
_MOMENT = re.compile(r"epoch|stamp|time|start|finish|gun|ts$|(?:_a|A)t$|utc|unix|^t$|_ms$|Ms$", re.IGNORECASE)
_MILLIS_FROM, _MILLIS_TO = 9e11, 2.2e12
"""From 1998 to 2039."""


def _taken(row: Mapping[str, Any]) -> Collection[str]:
    """The keys that are no heading by themselves of what lies in a row: its own, and those that several in it have."""
    within = [held for held in row.values() if isinstance(held, Mapping)]
    if len(within) < _SEVERAL:
        return row.keys()
    counts = Counter(str(key) for held in within for key in islice(held, MOST_COLUMNS))
    return row.keys() | {key for key, count in counts.items() if count > 1}


_SEVERAL = 2


def _inner(
    title: str, value: Mapping[str, Any], taken: Collection[str], keys: Keys, depth: int = 0
) -> Iterator[tuple[str, str]]:
    timed = {key: held for key, held in value.items() if isinstance(held, Mapping)}
    if (
        timed
        and len(timed) == len(value)
        and any(map(_has_when, timed.values()))
        and not any(keys.mean(str(key), _RESULTS) for key in timed)
    ):  # points, each with when and what else: `{"1000": {"time": "2:50.1"}}`
        yield from _listed(title, [{"point": key, **held} for key, held in timed.items()], keys)
        return
    if keys.head(title) and isinstance(value.get("text"), _PLAIN):
        yield from _of_element(title, value, taken, keys)
        return
    if len(timed) > 1 and len(timed) == len(value) and len({tuple(held) for held in timed.values()}) == 1:
        yield from _of_each(timed, keys, depth)
        return
    called = _called(title, value, keys)
    if called:  # `club: {code: "HIF", name: "Hässelby IF"}`
        yield title, plain_text(value[called])
    others = {key: held for key, held in value.items() if key != called}
    yield from _of_keys(title, others, others if called else taken, keys, depth)


def _of_keys(
    title: str, value: Mapping[str, Any], taken: Collection[str], keys: Keys, depth: int
) -> Iterator[tuple[str, str]]:
    """What an object has by its keys; what lies deeper does not take the heading of what it has itself."""
    plain = {key for key, held in value.items() if not isinstance(held, list | Mapping)}
    own = {key: _heading(title, clean_text(short(str(key))), taken, keys) for key in plain}
    if title.lower() in _ON_THE_WAY and _are_kilometres(list(value)):
        own = {key: f"{key} km" for key in plain}
    heads = set(own.values())
    for key, held in value.items():
        inner = clean_text(short(str(key)))
        if isinstance(held, list):
            yield from _listed(title if len(value) == 1 else inner, held, keys)
        elif isinstance(held, Mapping) and depth < _DEEPEST:
            for head, text in _of_inner(title, inner, held, taken, keys, depth):
                yield f"{inner} {head}" if head in heads else head, text
        elif key in own:
            yield own[key], plain_text(held)


def _are_kilometres(found: Sequence[str]) -> bool:
    """Whether points are called by numbers that are kilometres: no metres, and no laps one after another."""
    if not found or not all(re.fullmatch(r"\d{1,3}(?:\.\d+)?", key) for key in found):
        return False
    far = [float(key) for key in found]
    return max(far) < _METRES_FROM and far == sorted(far) and far != [float(at) for at in range(1, len(far) + 1)]


_METRES_FROM = 100


def _of_each(named: Mapping[str, Mapping[str, Any]], keys: Keys, depth: int) -> Iterator[tuple[str, str]]:
    """Objects that are alike, each of something else: `{"Mardale": {"in": …, "out": …}}`."""
    for key, held in named.items():
        name = clean_text(short(str(key)))
        yield from ((f"{name} {of}", text) for of, text in _inner(name, held, {}, keys, depth + 1))


def _heading(title: str, inner: str, taken: Collection[str], keys: Keys) -> str:
    """The heading of a value in an object: its key, that of the object, or both."""
    if inner.lower() in ("name", "title") and keys.mean(title, _EVENTS):
        return title
    if inner.lower() in _CLOCKS and keys.mean(title, _RESULTS):
        return f"{inner} time"
    if inner in taken or keys.mean(title, _NO_RESULT):
        return f"{title} {inner}"
    return inner if keys.head(inner) or not keys.head(f"{title} {inner}") else f"{title} {inner}"


_CLOCKS = frozenset(("chip", "gun", "net", "netto", "brutto"))
"""What a result in an object counts from: `finish: {chip, gun}`."""


def _of_element(title: str, value: Mapping[str, Any], taken: Collection[str], keys: Keys) -> Iterator[tuple[str, str]]:
    """An element of XML with its attributes: `<mark place="1">2:04.11</mark>`."""
    yield title, plain_text(value["text"])
    for key, held in value.items():
        if key != "text":
            yield key if keys.head(key) and key not in taken else f"{title} {key}", plain_text(held)


def _called(title: str, value: Mapping[str, Any], keys: Keys) -> str:
    """The key that has what a club, a nation or a class is called; empty where it is no object of such."""
    among = next((names for meaning, names in _CALLED.items() if keys.mean(title, {meaning})), ())
    by = {str(key).lower(): str(key) for key, held in value.items() if isinstance(held, str) and held}
    return next((by[name] for name in among if name in by), "")


_CALLED = {
    Meaning.CLUB: ("name", "fullname", "title", "nom", "shortname", "code"),
    Meaning.CATEGORY: ("name", "title", "label", "shortname", "code"),
    Meaning.NATION: ("code", "ioc", "alpha3", "iso3", "name"),
}


def _of_inner(
    title: str, inner: str, held: Mapping[str, Any], taken: Collection[str], keys: Keys, depth: int
) -> Iterator[tuple[str, str]]:
    """What lies in an object of an object: what it shows, as of `country: {code, name}`, or all there is."""
    only = next((one for one in held.values() if isinstance(one, _PLAIN)), None) if len(held) == 1 else None
    called = _called(inner, held, keys)
    shown = held[called] if called else None
    shown = shown or next((held[key] for key in ("code", *_SHOWN) if isinstance(held.get(key), _PLAIN)), only)
    if shown is None or not keys.head(inner) or (len(held) > 1 and keys.mean(inner, _PERSON)):
        yield from _inner(inner if keys.head(inner) else f"{title} {inner}", held, taken, keys, depth + 1)
    else:
        yield inner, plain_text(shown)
        if keys.mean(inner, _CLASS) and (far := _course_of(held)):
            yield "distance", far


def _course_of(held: Mapping[str, Any]) -> str:
    """How long the course is that a class of runners has: `{"name": "W Middle", "course": {"length": 5000}}`."""
    course = held.get("course")
    far = course.get("length") if isinstance(course, Mapping) else None
    return f"{far} m" if isinstance(far, int | float) and not isinstance(far, bool) and far >= _METRES_FROM else ""


_CLASS = {Meaning.CATEGORY}
_PERSON = {Meaning.NAME}
_ON_THE_WAY = SPLITS | {"intervals", "segments"}
"""What holds points, each with its name, and no runners of a team."""


def _has_when(held: Mapping[str, Any]) -> bool:
    """Whether an object says when, as each of several points does."""
    return any(says_when(str(key), plain_text(one)) and one for key, one in held.items() if isinstance(one, _PLAIN))


_EVENTS = {Meaning.EVENT}
_RESULTS = {Meaning.RESULT, Meaning.NET, Meaning.GUN}
_NO_RESULT = {Meaning.IGNORED, Meaning.GAP}
"""What stands in such an object is none of what its key says: `pace: {time}`."""
_DEEPEST = 4
"""Objects in an object of a row."""


def _listed(title: str, value: Sequence[object], keys: Keys) -> Iterator[tuple[str, str]]:
    """Splits that each say where and when, legs that say who and when, or bare times one after another."""
    rows: Sequence[Mapping[str, str]] = [_flat(held) for held in value[:MOST_COLUMNS] if isinstance(held, Mapping)]
    named = [key for texts in rows[:1] for key in texts if keys.mean(key, _RUNNERS)]
    named = [key for key in named if not all(read_point(texts[key]) for texts in rows if texts.get(key))]
    if (
        named
        and title.lower() not in _ON_THE_WAY
        and (title.lower() in TEAM or not {key.lower() for key in named} <= _OF_POINTS)
    ):
        yield from _legs(title, rows, keys)
        return
    if len(value) == len(_PAIR) and value[1] in (0, 1) and _is_number(value[0]) and keys.mean(title, _RESULTS):
        yield title, plain_text(value[0])  # beside a value whether it is one
        return
    rows = stretched(rows)
    yield from _at_points(title, rows)
    title = "leg" if _LEG_TIMES.fullmatch(title) else title
    yield from _one_by_one("lap" if "lap" in title.lower() and not keys.mean(f"{title} 1", _SPLITS) else title, value)


_LEG_TIMES = re.compile(r"legs?[_ ]?(?:times?|splits?|results?)", re.IGNORECASE)


def _at_points(title: str, rows: Sequence[Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Splits that each say where and when."""
    plainly = plain_keys(rows)
    counted = [texts.get(plainly[0]) for texts in rows] == [str(number) for number in range(1, len(rows) + 1)]
    far, measured = far_key(rows), measured_key(rows)
    codes = not (far or measured) and _are_codes([texts.get(plainly[0], "") for texts in rows])
    unit = " km" if are_kilometres(rows) else ""
    for texts in rows:
        at = far or measured or next((key for key in texts if says_where(key, texts[key])), plainly[0])
        time = next((key for key in texts if key != at and says_when(key, texts[key])), plainly[1])
        if texts.get(at) and time in texts:
            guessed = "*" if is_guessed(texts) else ""
            where = f"Point {texts[at]}" if codes and at.lower() in _NAMELESS else point(f"{at}{unit}", texts[at])
            yield (
                f"{title} {texts[at]}" if counted and where in (texts[at], f"{texts[at]} m") else where,
                f"{in_seconds(time, texts[time])}{guessed}",
            )


_NAMELESS = frozenset(("point", "num", "id", "point_id", "pointid", "split_id", "splitid"))
"""Keys of a number that may be metres, or what a computer calls a point by."""


def _is_number(held: object) -> bool:
    """Whether a value is a number, and neither yes nor no."""
    return isinstance(held, int | float) and not isinstance(held, bool)


def _are_codes(found: Sequence[str]) -> bool:
    """Whether numbers are no metres but what a computer calls points by: 71, 75, 77."""
    if not all(map(str.isdigit, found)):
        return False
    return any(int(text) < _METRES_FROM and int(text) % _STEP for text in found) and len(set(found)) > 1


_STEP = 5
"""Metres between points, at least."""


def _one_by_one(title: str, value: Sequence[object]) -> Iterator[tuple[str, str]]:
    """Legs in words, or bare times one after another."""
    legs = [_LEG.fullmatch(held) if isinstance(held, str) else None for held in value]
    if title.lower() in TEAM and legs and all(legs):
        for number, leg in enumerate(filter(None, legs), 1):
            yield f"runner {number}", leg[1]
            yield f"leg {number}", leg[2]
        return
    if title.lower() in _HALVES_OF and len(value) == len(_PAIR):
        yield from ((f"lap {number}", plain_text(held)) for number, held in enumerate(value, 1))
        return
    step = _EACH.fullmatch(title)
    if step is not None:
        for number, held in enumerate(value[:MOST_COLUMNS], 1):
            yield f"{number * float(step[1] or step[3] or 1):.10g} {(step[2] or 'm').lower()}", plain_text(held)
        return
    names = title.lower() in TEAM and all(isinstance(held, str) and not is_time(held) for held in value)
    for number, held in enumerate(value[:MOST_COLUMNS], 1):
        if isinstance(held, str | int | float):
            yield f"{'runner' if names else title} {number}", plain_text(held)
        elif isinstance(held, list) and len(held) == len(_PAIR) and all(isinstance(one, _PLAIN) for one in held):
            where, when = map(plain_text, held)
            if is_time(when):
                yield point("at", where), when


_HALVES_OF = frozenset(("halves", "half splits", "half_splits", "halfsplits", "half times", "half_times"))
_EACH = re.compile(
    r"(?:each |per |every )?(\d{1,4})?[ _-]?(km|m|mi|miles?)[ _-]?(?:splits?|times?|laps?)|([248]00|1000)s",
    re.IGNORECASE,
)
"""That times in a list are one every so far: `km splits`, `400m_splits`, `800s`."""
_LEG = re.compile(r"(\D+?)[ ,(]+(\d[\d:.]*)\)?")
"""Who ran a leg, and in what time."""
_PLAIN = (str, int, float)
_SPLITS = {Meaning.SPLIT}
_PAIR = ("where", "when")
_RUNNERS = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY, Meaning.MEMBER}


def _legs(title: str, rows: Sequence[Mapping[str, str]], keys: Keys) -> Iterator[tuple[str, str]]:
    """Who ran for a team, one after another, and in what time: `{"runner": "Ada", "time": "49.1"}`."""
    for number, texts in enumerate(rows, 1):
        names = [text for key, text in texts.items() if keys.mean(key, _RUNNERS)]
        yield f"runner {number}", " ".join(names)
        others = [(key, text) for key, text in texts.items() if text and text not in names]
        time = next((text for key, text in others if says_when(key, text)), "")
        time = time or next((text for _, text in others if is_clock(text)), "")
        if time:
            yield f"{'leg' if title.lower() in TEAM else title} {number}", time


TEAM = frozenset(("legs", "runners", "athletes", "members", "team", "leg"))
_OF_POINTS = frozenset(("name", "id", "title"))
"""Keys that name points as well as runners."""


def _flat(held: Mapping[str, Any]) -> dict[str, str]:
    """An object's own texts, and of an object in it what that shows, or counts: `elapsed: {seconds, display}`."""
    texts: dict[str, str] = {}
    for key, one in held.items():
        if isinstance(one, Mapping) and (far := far_of(one)):
            texts[str(key)] = far
            continue
        if isinstance(one, Mapping):
            one = next((one[shown] for shown in _SHOWN if isinstance(one.get(shown), _PLAIN)), None)
        if not isinstance(one, list | Mapping):
            texts[str(key)] = plain_text(one).rstrip(" :")  # `50 m : `, as it stands before its time
    return texts


def far_of(held: Mapping[str, Any]) -> str:
    """How far a point is that an object tells of, or that it is the finish; empty where it tells of none."""
    name = next((str(held[key]) for key in ("name", "label", "n", "title") if isinstance(held.get(key), str)), "")
    named = read_point(name) if name else None
    if named is not None and (named.finish or named.start):
        return name
    key = next((key for key in held if _DISTANCE.fullmatch(key) and isinstance(held[key], str | int | float)), "")
    return point(key, plain_text(held[key])) if key and plain_text(held[key]) else ""


_DISTANCE = re.compile(r"km|miles?|met(?:er|re)s|dist(?:ance)?(?:_?(?:km|m|miles?|met(?:er|re)s))?", re.IGNORECASE)
_SHOWN = ("display", "text", "formatted", "value", "time", "mark", "seconds", "name")


def plain_text(value: object) -> str:
    """A value as a cell has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return clean_text(_HALVES.sub(BROKEN, short(str(value))))


_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a character without the other: JSON can write them (`\\ud800`), and nothing can show them."""
BROKEN = "\ufffd"
"""What is shown for what no text can have."""
