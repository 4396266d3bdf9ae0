"""Lists that refer to one another by ids, as databases have them, put together: each row with what it refers to.

A row has `athlete_id`, and an athlete of that id stands in a list `athletes`; a result has `splits: ["s1", "s2"]`; what
was passed stands in a list of its own, of which each row names its result; results lie by the key of their race.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from replay.files.table.containers.known_keys import Keys
from replay.files.table.values.cells import is_clock
from replay.files.table.wording.words import Meaning
from replay.race.names import fold

_IDS = ("id", "_id", "uuid", "key", "guid", "objectid", "code", "pk", "slug")
_ID = re.compile(r"^(?P<stem>.*?)[ _]?(?:ids?|refs?|uuids?|guids?|keys?|fk)$")
_BLANK = frozenset(("by id", "byid", "entities", "items", "list", "rows", "records", "data", "all", "entries", "docs"))
"""Keys that say nothing of what is held."""
_DEEPEST = 24
_MOST_TABLES = 60
_MOST_KEYS = 200
_NESTED = 3
_FEW = 20
_REPEATED = 1.3
_RESULTS = {Meaning.RESULT, Meaning.NET, Meaning.GUN}
_NAMES = {Meaning.NAME, Meaning.GIVEN, Meaning.FAMILY}


class _Table(NamedTuple):
    """Rows by their ids."""

    name: str
    """What one of them is: `athlete`."""
    rows: Mapping[str, Mapping[str, Any]]
    key: str
    """What has the id in a row; empty where they lie by it."""
    holder: int
    """The identity of what holds them."""


class _Join(NamedTuple):
    """That a list's rows refer to those of a table."""

    key: str
    table: _Table
    stem: str


def put_together(value: object, keys: Keys) -> object:
    """A value as JSON has it, its rows with what they refer to; the same object where none refers to any."""
    tables = [table for table in _tables(value, "", 0) if table.rows][:_MOST_TABLES]
    return _Joining(tables, keys).made(value, "", 0) if tables else value


def _tables(value: object, name: str, depth: int) -> Iterator[_Table]:
    """All there are in a value, the outermost first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        rows = [one for one in value if isinstance(one, Mapping)]
        if rows and len(rows) == len(value):
            yield from _of_list(value, name)
        for one in rows[:_FEW]:
            yield from _tables(one, name, depth + 1)
    elif isinstance(value, Mapping):
        held = list(value.values())
        if held and all(isinstance(one, Mapping) for one in held) and any(map(_has_plain, held)):
            yield _Table(_singular(name), {str(key): one for key, one in value.items()}, "", id(value))
        for key, one in list(value.items())[:_MOST_KEYS]:
            if isinstance(one, list | Mapping):
                plain = fold(key.replace("_", " "))
                yield from _tables(one, name if plain in _BLANK else key, depth + 1)


def _of_list(value: Sequence[Mapping[str, Any]], name: str) -> Iterator[_Table]:
    singular = _singular(name)
    own = (*_IDS, f"{singular}id", f"{singular}_id", f"{singular} id")
    for key in value[0]:
        if key.lower() in own and all(_is_id(one.get(key)) for one in value):
            rows = {str(one[key]): one for one in value}
            if len(rows) == len(value):
                yield _Table(singular, rows, key, id(value))
                return


def _has_plain(held: Mapping[str, Any]) -> bool:
    return any(not isinstance(one, list | Mapping) for one in held.values())


def _is_id(held: object) -> bool:
    return isinstance(held, str | int) and not isinstance(held, bool) and held != ""


def _words(key: str) -> str:
    return fold(re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]", " ", key))


def _singular(name: str) -> str:
    words = _words(name).split()
    last = words[-1] if words else ""
    if last == "people":
        return "person"
    return re.sub(r"(?<=ie)s$|(?<=[^s])s$", "", re.sub(r"(?<=[sxh])es$", "", re.sub(r"ies$", "y", last)))


class _Joining:
    """Makes a value anew, with what its rows refer to."""

    def __init__(self, tables: Sequence[_Table], keys: Keys) -> None:
        self.tables = tables
        self.keys = keys
        self.held: dict[int, dict[str, list[Mapping[str, Any]]]] = {}
        """By a row's identity the lists that refer to it, by their names."""

    def made(self, value: object, name: str, depth: int) -> object:
        """The value anew; where nothing is joined it is the same object."""
        if depth > _DEEPEST or not isinstance(value, list | Mapping):
            return value
        if isinstance(value, list):
            return self._list(value, name, depth)
        by_key = self._by_key(value)
        if by_key is not None:
            value = by_key
        gone = [key for key, held in value.items() if isinstance(held, list) and self._goes_to_others(held, key)]
        made = {key: self.made(held, key, depth + 1) for key, held in value.items() if key not in gone}
        same = not gone and by_key is None and all(made[key] is held for key, held in value.items())
        return value if same else made

    def _list(self, value: list[Any], name: str, depth: int) -> list[Any]:
        rows = [one for one in value if isinstance(one, Mapping)]
        joins = self._joins(rows, id(value)) if rows and len(rows) == len(value) else []
        made = [self.made(one, name, depth + 1) for one in value]
        if joins or any(id(one) in self.held for one in rows):
            made = [
                self._with(row, one, joins, 0) if isinstance(row, Mapping) else row
                for row, one in zip(made, value, strict=True)
            ]
        return value if all(one is two for one, two in zip(made, value, strict=True)) else made

    def _with(
        self, row: Mapping[str, Any], original: Mapping[str, Any], joins: Sequence[_Join], depth: int
    ) -> Mapping[str, Any]:
        """A row, with what it refers to, and what refers to it."""
        made = dict(row)
        for join in joins:
            held = row.get(join.key)
            if isinstance(held, list):
                found = [self._referred(join.table, one, depth) for one in held]
                made.pop(join.key, None)
                made[join.stem] = found
            elif _is_id(held) and str(held) in join.table.rows:
                inner = self._referred(join.table, held, depth)
                if join.stem == "person" or not any(self.keys.mean(key, _NAMES | _RESULTS) for key in inner):
                    made[join.key] = inner
                else:  # under what it is, a name is a runner's
                    made = {(join.stem or join.key if key == join.key else key): one for key, one in made.items()}
                    made[join.stem or join.key] = inner
        return {**made, **self.held.get(id(original), {})}

    def _referred(self, table: _Table, held: object, depth: int) -> Mapping[str, Any]:
        row = table.rows[str(held)]
        inner = {key: one for key, one in row.items() if key != table.key}
        if depth >= _NESTED:
            return inner
        return self._with(inner, row, self._joins([inner], table.holder), depth + 1)

    def _joins(self, rows: Sequence[Mapping[str, Any]], holder: int) -> list[_Join]:
        """What the rows of a list refer to."""
        found = []
        for key in list(dict.fromkeys(key for row in rows[:_FEW] for key in row))[:_MOST_KEYS]:
            match = _ID.match(_words(key))
            stem = match["stem"] if match is not None else _words(key)
            lists = isinstance(next((row[key] for row in rows if row.get(key) is not None), None), list)
            told = [
                one
                for row in rows
                for one in (row[key] if isinstance(row.get(key), list) else [row.get(key)])
                if one is not None
            ]
            if not told or not all(map(_is_id, told)):
                continue
            others = [table for table in self.tables if table.holder != holder and key != table.key]
            others = [table for table in others if all(str(one) in table.rows for one in told)]
            named = [table for table in others if table.name and table.name == _singular(stem)]
            if not named and match is not None and stem:
                named = [table for table in others if _are_apart(table)]
            if named and (len(named) == 1 or named[0].name == _singular(stem)):
                found.append(_Join(key, named[0], stem if not lists else f"{_singular(stem)}s"))
        return found

    def _goes_to_others(self, rows: list[Any], name: str) -> bool:
        """Whether a list's rows are parts of those of another that has results, and are handed to them."""
        if not rows or not all(isinstance(one, Mapping) for one in rows):
            return False
        for join in self._joins(rows, id(rows)):
            own = [str(row[join.key]) for row in rows if _is_id(row.get(join.key))]
            often = len(own) >= _REPEATED * len(set(own))
            timed = any(
                self.keys.mean(key, _RESULTS) and not isinstance(held, list | Mapping)
                for row in list(join.table.rows.values())[:_FEW]
                for key, held in row.items()
            )
            if len(own) == len(rows) and often and timed and max(Counter(own).values()) <= _MOST_KEYS:
                for row in rows:
                    whose = join.table.rows[str(row[join.key])]
                    part = {key: held for key, held in row.items() if key != join.key}
                    part = dict(self._with(part, row, self._joins([part], id(rows)), 1))
                    self.held.setdefault(id(whose), {}).setdefault(name, []).append(part)
                return True
        return False

    def _by_key(self, value: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """What lies by the ids of a table, each with what the table has of it; None of anything else."""
        if not value or any(table.holder == id(value) and not _are_results(value) for table in self.tables):
            return None
        for table in self.tables:
            if table.holder == id(value) or not all(str(key) in table.rows for key in value):
                continue
            if table.key == "" and not _are_apart(table) and any(map(_is_timed, table.rows.values())):
                continue
            if any(self.keys.head(str(key)) and not str(key).isdigit() for key in list(value)[:_FEW]):
                continue
            made: dict[str, Any] = {}
            for key, held in value.items():
                row = {of: one for of, one in table.rows[str(key)].items() if of != table.key}
                if isinstance(held, Mapping) and any(map(_is_plain, held.values())):
                    made[key] = {**row, **held}
                elif isinstance(held, Mapping) or (isinstance(held, list) and any(map(_is_held, held))):
                    made[key] = {**{of: one for of, one in row.items() if not _is_held(one)}, "results": held}
                else:
                    made[key] = {**row, ("laps" if isinstance(held, list) else "time"): held}
            return made
        return None


def _are_apart(table: _Table) -> bool:
    """Whether ids are none that merely count, which may be those of anything."""
    return not all(key.isdigit() and len(key) < _COUNTED for key in table.rows)


_COUNTED = 3


def _are_results(value: Mapping[str, Any]) -> bool:
    return any(map(_is_timed, value.values()))


def _is_timed(row: object) -> bool:
    return isinstance(row, Mapping) and any(isinstance(one, str) and is_clock(one) for one in row.values())


def _is_held(one: object) -> bool:
    return isinstance(one, list | Mapping)


def _is_plain(one: object) -> bool:
    return not isinstance(one, list | Mapping)
