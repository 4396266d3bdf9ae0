"""The keys of a list's rows as headings that tables have: without what all begin with, and short ones written out."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile
from typing import Any

from replay.files.table.containers.known_keys import Keys
from replay.files.table.containers.splits_listed import point
from replay.files.table.values.cells import is_clock, is_time
from replay.files.table.wording.headings import read_point
from replay.files.table.wording.words import Meaning

_LOOKED_AT = 20
_FEWEST = 3
_MOST = 600
_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_DIGITS = 7
_PLACES = {Meaning.PLACE}
_TIMES = {Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT_TIME}
_OUTSET = re.compile(r"^(?:[A-Za-z]+[_.:\- ])+|^[a-z]+(?=[A-Z])")


def plain_keys_of(rows: Sequence[Mapping[str, Any]], keys: Keys) -> Sequence[Mapping[str, Any]]:
    """The rows with such keys; the same where nothing is to be changed."""
    rows = _with_points(_with_statuses(rows, keys))
    own = list(dict.fromkeys(str(key) for row in islice(rows, _LOOKED_AT) for key in islice(row, _MOST)))
    names = {key: key for key in own}
    outset = _outset(own)
    if outset:
        bare = {key: key[len(outset) :] if len(key) > len(outset) else key for key in own}
        names = bare if sum(map(keys.head, bare.values())) >= sum(map(keys.head, own)) else names
    for short, long, meanings in (
        ("n", "name", _NAMES),
        ("nm", "name", _NAMES),
        ("t", "time", _TIMES),
        ("tm", "time", _TIMES),
        ("m", "mark", _TIMES),
        ("p", "place", _PLACES),
    ):
        key = next((key for key in own if names[key].lower() == short), "")
        if key and not any(keys.mean(other, meanings) for other in names.values()) and _fits(rows, key, long):
            names[key] = long
    if all(key == name for key, name in names.items()) or len(set(names.values())) < len(names):
        return rows
    return [{names.get(str(key), str(key)): held for key, held in row.items()} for row in rows]


_FLAGS = {
    **dict.fromkeys(("dnf", "isdnf", "didnotfinish", "is_dnf", "did_not_finish", "retired", "abandoned"), "DNF"),
    **dict.fromkeys(("dns", "isdns", "didnotstart", "is_dns", "did_not_start"), "DNS"),
    **dict.fromkeys(("dq", "dsq", "isdq", "isdsq", "disqualified", "isdisqualified", "is_dq", "is_dsq"), "DQ"),
}


def _with_statuses(rows: Sequence[Mapping[str, Any]], keys: Keys) -> Sequence[Mapping[str, Any]]:
    """The rows with one status, where each says of several whether they are true: `{"dnf": false, "dq": true}`."""
    flags = {key: _FLAGS[key.lower()] for row in rows[:1] for key in row if key.lower() in _FLAGS}
    flags = {key: word for key, word in flags.items() if all(isinstance(row.get(key, False), bool) for row in rows)}
    if not flags or any(keys.mean(key, {Meaning.STATUS}) for key in rows[0] if key not in flags):
        return rows
    made = []
    for row in rows:
        said = next((word for key, word in flags.items() if row.get(key) is True), "")
        made.append({**{key: held for key, held in row.items() if key not in flags}, "status": said})
    return made


_FAR = re.compile(r"m|km|miles?|met(?:er|re)s|dist(?:ance)?(?:_?(?:km|m|miles?|met(?:er|re)s))?", re.IGNORECASE)


def _with_points(rows: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """The rows with one key for where each was taken, where some say how far it was and the others the finish."""
    far = next((key for row in rows[:_LOOKED_AT] for key in row if _FAR.fullmatch(key)), "")
    lacking = [row for row in rows if far and row.get(far) is None]
    if not lacking or len(lacking) == len(rows):
        return rows
    ends = [next((text for text in row.values() if isinstance(text, str) and _ends(text)), "") for row in lacking]
    if not any(ends):
        return rows
    by = {id(row): end for row, end in zip(lacking, ends, strict=True) if end}
    return [
        {
            **{key: held for key, held in row.items() if key != far},
            "point": by.get(id(row)) or _where(far, row.get(far)),
        }
        for row in rows
    ]


def _ends(text: str) -> bool:
    found = read_point(text) if text.isalpha() else None
    return found is not None and found.finish


def _where(key: str, held: object) -> str:
    return "" if held is None else point(key, f"{held:.10g}" if isinstance(held, int | float) else str(held))


def _outset(own: Sequence[str]) -> str:
    """What all keys begin with, up to the end of a word: `results_`, `athlete.`."""
    if len(own) < _FEWEST:
        return ""
    first, last = min(own), max(own)
    shared = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
    match = _OUTSET.match(own[0])
    if match is None or not shared:
        return ""
    cut = re.match(r"^.*[_.:\- ]", shared)
    return cut[0] if cut is not None else ""


def _fits(rows: Sequence[Mapping[str, Any]], key: str, meant: str) -> bool:
    held = [row[key] for row in islice(rows, _LOOKED_AT) if row.get(key) not in (None, "")]
    if meant == "name":
        return bool(held) and all(isinstance(one, str) and re.search(r"[^\W\d_]{2}", one) for one in held)
    if meant == "place":
        places = [str(one) for one in held]
        return "1" in places and all(one.isdecimal() and len(one) < _DIGITS and int(one) <= len(rows) for one in places)
    if meant == "mark":
        return sum(isinstance(one, str) and is_clock(one) for one in held) > len(held) / 2
    timed = [one for one in held if isinstance(one, int | float) or (isinstance(one, str) and is_time(one))]
    return len(timed) > len(held) / 2
