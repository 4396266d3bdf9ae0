"""Classes, sexes and teams that have a list of their runners each: one list, with a column that says whose it was."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from replay.files.table.containers.known_keys import Keys
from replay.files.table.wording.sex_words import SEXES
from replay.files.table.wording.words import Meaning
from replay.race.names import fold

_FEWEST = 2
_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}
_CLASSES = re.compile(
    r"categor|kategori|classes\b|klassen|klasser|division|age ?groups?|gender|sexes|geschlecht|groups?$|clases"
)


def by_class(value: Mapping[str, Any], called: str, keys: Keys) -> object:
    """One list of the runners of all classes, where an object has a list of each; None of any other object.

    Men and women by themselves stay two lists, of which each may be taken: they may have run apart.
    """
    sexes = [SEXES.get(fold(str(key))) for key in value]
    if len(value) < _FEWEST or not _CLASSES.search(words_of(called)):
        return None
    lists = {str(key): list(_runners(held, keys)) for key, held in value.items()}
    if not all(lists.values()):
        return None
    title = "sex" if all(sexes) else "category"
    names = dict(zip(lists, sexes, strict=True)) if all(sexes) else {name: name for name in lists}
    return [{title: names[name], **row} for name, rows in lists.items() for row in rows]


def of_classes(value: Sequence[object], called: str, keys: Keys) -> list[Mapping[str, Any]] | None:
    """The same of an array of classes, each with its name."""
    if len(value) < _FEWEST or not _CLASSES.search(words_of(called)):
        return None
    made: list[Mapping[str, Any]] = []
    for one in value:
        if not isinstance(one, Mapping) or any(_OWN.search(words_of(str(key))) for key in one):
            return None
        name = next((one[key] for key in ("name", "title", "category", "class", "code") if key in one), None)
        rows = [row for held in one.values() for row in _runners(held, keys)]
        if not isinstance(name, str) or not rows:
            return None
        made += [{"category": name, **row} for row in rows]
    return made


def of_teams(value: Sequence[object], called: str, keys: Keys) -> list[Mapping[str, Any]] | None:
    """The runners of teams that are scored and have run no relay: none has a time of its own."""
    if len(value) < _FEWEST or called.lower() not in ("teams", "clubs", "schools"):
        return None
    made: list[Mapping[str, Any]] = []
    for one in value:
        if not isinstance(one, Mapping) or any(keys.mean(str(key), _RESULTS) for key in one):
            return None
        name = next((one[key] for key in ("team", "name", "club", "school") if isinstance(one.get(key), str)), "")
        rows = [row for held in one.values() for row in _runners(held, keys)]
        if not all(any(keys.mean(str(key), _RESULTS) for key in row) and "leg" not in row for row in rows):
            return None
        made += [{"club": name, **row} for row in rows]
    return made or None


_RESULTS = {Meaning.RESULT, Meaning.NET, Meaning.GUN}
_OWN = re.compile(r"dist|event|length|course|discipline|start")
"""What a class has that is a race of its own."""


@lru_cache(maxsize=1024)
def words_of(key: str) -> str:
    """A key in plain words."""
    return fold(re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", key))


def _runners(held: object, keys: Keys) -> Iterator[Mapping[str, Any]]:
    """The runners of a list; none where one of it is none."""
    if isinstance(held, list) and all(isinstance(one, Mapping) for one in held) and has_names(held, keys):
        yield from held


def has_names(held: Sequence[object], keys: Keys) -> bool:
    """Whether the first objects of an array name somebody."""
    return any(
        isinstance(one, Mapping) and len(one) >= _FEWEST and any(keys.mean(str(key), _NAMES) for key in one)
        for one in held[:_FEWEST]
    )
