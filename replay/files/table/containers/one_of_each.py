"""Rows of results whose runners stand in a list of their own: of one in each, or of the relay that a nation sent.

{"place": 1, "mark": "46.52", "country": "USA", "athletes": [{"firstname": "Ada", "lastname": "Alfa"}]}
"""

from collections.abc import Mapping, Sequence
from typing import Any

from replay.files.table.containers.known_keys import Keys
from replay.files.table.containers.nested import TEAM, plain_text
from replay.files.table.wording.words import Meaning

_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_WHO = {*_NAMES, Meaning.BIB, Meaning.CLUB}
_RESULTS = {Meaning.RESULT, Meaning.NET, Meaning.GUN}
_RAN = {*_RESULTS, Meaning.BIB}
_FEW = 20


def with_own_names(rows: Sequence[Any], keys: Keys) -> list[Any]:
    """The rows; those that name nobody but in such a list with what it has of one, or with their nation's name."""
    some = [row for row in rows[:_FEW] if isinstance(row, Mapping)]
    if not some or len(some) < len(rows[:_FEW]):
        return list(rows)
    key = next(
        (key for key in some[0] if str(key).lower() in TEAM and all(_are_people(row.get(key), keys) for row in some)),
        "",
    )
    alone = not key or any(keys.mean(str(own), _WHO) for row in some for own in row if own != key)
    if alone or not any(keys.mean(str(own), _RESULTS) for own in some[0]):
        return list(rows)
    if all(len(row[key]) == 1 for row in rows if _are_people(row.get(key), keys)):
        return [_of_one(row, key) for row in rows]
    nation = next((own for own in some[0] if keys.mean(str(own), {Meaning.NATION})), "")
    if not nation:
        return list(rows)
    return [{"name": plain_text(row.get(nation)), **row} for row in rows if isinstance(row, Mapping)]


def with_own_runs(rows: Sequence[Any], keys: Keys) -> list[Any]:
    """The rows; those of runners whose results stand in a list of their own, with a number for each, one for each run.

    {"name": "Ada Alfa", "events": [{"event": "10K", "bib": "7", "time": "41:10"}]}
    """
    some = [row for row in rows[:_FEW] if isinstance(row, Mapping)]
    if not some or len(some) < len(rows[:_FEW]):
        return list(rows)
    key = next((key for key in some[0] if all(_are_runs(row.get(key), keys) for row in some)), "")
    plain = [str(own) for row in some for own in row if own != key]
    if not key or not any(keys.mean(own, _NAMES) for own in plain) or any(keys.mean(own, _RAN) for own in plain):
        return list(rows)
    runs = [(row, row.get(key)) for row in rows if isinstance(row, Mapping)]
    several = any(isinstance(held, list) and len(held) > 1 for _, held in runs)
    if several and not all(any(keys.mean(str(own), {Meaning.EVENT}) for own in row[key][0]) for row in some):
        return list(rows)
    made = []
    for row, held in runs:
        own = {of: one for of, one in row.items() if of != key}
        made += [{**own, **run} for run in held] if isinstance(held, list) and held else [own]
    return made


def _are_runs(held: object, keys: Keys) -> bool:
    """Whether a list is of objects that each have a runner's number, and name nobody."""
    return (
        isinstance(held, list)
        and bool(held)
        and all(
            isinstance(one, Mapping)
            and any(keys.mean(str(key), {Meaning.BIB}) for key in one)
            and not any(keys.mean(str(key), _NAMES) for key in one)
            for one in held
        )
    )


def _of_one(row: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    held = row.get(key)
    own = {of: one for of, one in row.items() if of != key}
    return {**own, "athlete": held[0]} if isinstance(held, list) and len(held) == 1 else own


def _are_people(held: object, keys: Keys) -> bool:
    """Whether a list is of objects that each name somebody."""
    return (
        isinstance(held, list)
        and bool(held)
        and all(isinstance(one, Mapping) and any(keys.mean(str(key), _NAMES) for key in one) for one in held)
    )
