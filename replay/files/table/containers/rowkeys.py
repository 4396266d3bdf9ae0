"""The keys of a list's rows as headings that tables have: without what all begin with, and short ones written out."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from os.path import commonprefix
from typing import Any

from replay.files.table.containers.known_keys import Keys
from replay.files.table.values.cells import is_time
from replay.files.table.wording.words import Meaning

_LOOKED_AT = 20
_FEWEST = 3
_MOST = 600
_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_TIMES = {Meaning.RESULT, Meaning.NET, Meaning.GUN, Meaning.SPLIT_TIME}
_OUTSET = re.compile(r"^(?:[A-Za-z]+[_.:\- ])+|^[a-z]+(?=[A-Z])")


def plain_keys_of(rows: Sequence[Mapping[str, Any]], keys: Keys) -> Sequence[Mapping[str, Any]]:
    """The rows with such keys; the same where nothing is to be changed."""
    rows = _with_statuses(rows, keys)
    own = list(dict.fromkeys(str(key) for row in islice(rows, _LOOKED_AT) for key in islice(row, _MOST)))
    names = {key: key for key in own}
    outset = _outset(own)
    if outset and not any(keys.mean(key, _NAMES) for key in own):
        names = {key: key[len(outset) :] if len(key) > len(outset) else key for key in own}
    for short, long, meanings in (
        ("n", "name", _NAMES),
        ("nm", "name", _NAMES),
        ("t", "time", _TIMES),
        ("tm", "time", _TIMES),
    ):
        key = next((key for key in own if names[key].lower() == short), "")
        if key and not any(keys.mean(other, meanings) for other in names.values()) and _fits(rows, key, long):
            names[key] = long
    if all(key == name for key, name in names.items()) or len(set(names.values())) < len(names):
        return rows
    return [{names.get(str(key), str(key)): held for key, held in row.items()} for row in rows]


_FLAGS = {
    **{word: "DNF" for word in ("dnf", "isdnf", "didnotfinish", "is_dnf", "did_not_finish", "retired", "abandoned")},
    **{word: "DNS" for word in ("dns", "isdns", "didnotstart", "is_dns", "did_not_start")},
    **{word: "DQ" for word in ("dq", "dsq", "isdq", "isdsq", "disqualified", "isdisqualified", "is_dq", "is_dsq")},
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


def _outset(own: Sequence[str]) -> str:
    """What all keys begin with, up to the end of a word: `results_`, `athlete.`."""
    if len(own) < _FEWEST:
        return ""
    shared = commonprefix(own)
    match = _OUTSET.match(own[0])
    if match is None or not shared:
        return ""
    cut = re.match(r"^.*[_.:\- ]", shared)
    return cut[0] if cut is not None else ""


def _fits(rows: Sequence[Mapping[str, Any]], key: str, meant: str) -> bool:
    held = [row[key] for row in islice(rows, _LOOKED_AT) if row.get(key) not in (None, "")]
    if meant == "name":
        return bool(held) and all(isinstance(one, str) and re.search(r"[^\W\d_]{2}", one) for one in held)
    timed = [one for one in held if isinstance(one, int | float) or (isinstance(one, str) and is_time(one))]
    return len(timed) > len(held) / 2
