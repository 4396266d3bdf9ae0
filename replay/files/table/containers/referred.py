"""Lists that refer to one another by ids, as databases have them, put together: each row with what it refers to.

A row has `athlete_id`, and an athlete of that id stands in a list `athletes`; a result has `splits: ["s1", "s2"]`; what
was passed stands in a list of its own, of which each row names its result; results lie by the key of their race.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from replay.files.table.containers.known_keys import Keys
from replay.files.table.containers.nested import far_of
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
_WORN = {Meaning.BIB}
_STARTS = {Meaning.START}


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


def _tables(value: object, name: str, depth: int, *, inner: bool = False) -> Iterator[_Table]:
    """All there are in a value, the outermost first.

    Args:
        value: As JSON has it.
        name: The key that has it.
        depth: How deep it lies.
        inner: Whether it lies in one of several rows: then its own rows are told by `id` alone.
    """
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        rows = [one for one in value if isinstance(one, Mapping)]
        if rows and len(rows) == len(value):
            yield from _of_list(value, name, inner=inner)
        for one in rows[:_FEW]:
            yield from _tables(one, name, depth + 1, inner=inner or len(rows) > 1)
    elif isinstance(value, Mapping):
        held = list(value.values())
        if held and all(isinstance(one, Mapping) for one in held) and any(map(_has_plain, held)):
            yield _Table(_singular(name), {str(key): one for key, one in value.items()}, "", id(value))
        for key, one in list(value.items())[:_MOST_KEYS]:
            if isinstance(one, list | Mapping):
                plain = fold(key.replace("_", " "))
                yield from _tables(one, name if plain in _BLANK else key, depth + 1, inner=inner)


def _of_list(value: Sequence[Mapping[str, Any]], name: str, *, inner: bool) -> Iterator[_Table]:
    singular = _singular(name)
    own = (*_IDS, f"{singular}id", f"{singular}_id", f"{singular} id")
    for key in sorted(value[0], key=lambda key: key.lower() not in own):  # its own, and not what it refers to
        if (key.lower() in own or (not inner and _ID_LIKE.search(key.lower()))) and all(
            _is_id(one.get(key)) for one in value
        ):
            rows = {str(one[key]): one for one in value}
            if len(rows) == len(value):
                yield _Table(singular, rows, key, id(value))
                return


_ID_LIKE = re.compile(
    r"^id[a-z]{0,4}$|(?<![a-z])(?:id|code|abbr|nr|no|bib)$|^(?:si)?_?(?:card|chip)[_ ]?(?:number)?$"
    r"|[a-z]id$|^(?:cp|abbr|short)$|^bib|^dossard$|^dorsal$"
)
"""How keys are called that may number the rows of a list."""


def _has_plain(held: Mapping[str, Any]) -> bool:
    return any(not isinstance(one, list | Mapping) for one in held.values())


def _is_id(held: object) -> bool:
    return isinstance(held, str | int) and not isinstance(held, bool) and held != ""


def _stem(key: str) -> str:
    """What a key refers to: `athlete` of `athlete_id`."""
    words = _words(key)
    match = _ID.match(words)
    return match["stem"] if match is not None else words


def _words(key: str) -> str:
    return fold(re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]", " ", key))


def _bare(key: str) -> str:
    """A key without that it is a number: `card` of `cardNumber`."""
    return re.sub(r" (?:number|no|nr)$", "", _words(key))


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
        self.ids = {key for table in tables for key in table.rows}
        self.held: dict[int, dict[str, list[Mapping[str, Any]]]] = {}
        """By a row's identity the lists that refer to it, by their names."""
        self.known: dict[tuple[str, int], list[_Join]] = {}
        """What the rows of lists refer to, by the list's name and how deep it lies."""

    def made(self, value: object, name: str, depth: int) -> object:
        """The value anew; where nothing is joined it is the same object."""
        if depth > _DEEPEST or not isinstance(value, list | dict) or not value:
            return value
        if isinstance(value, list):
            return self._list(value, name, depth) if any(isinstance(one, list | dict) for one in value) else value
        if next(iter(value)) not in self.ids and not any(isinstance(one, list | dict) for one in value.values()):
            return value
        by_key = self._by_key(value)
        if by_key is not None:
            value = by_key
        gone = [key for key, held in value.items() if isinstance(held, list) and self._goes_to_others(held, key)]
        made = {key: self.made(held, key, depth + 1) for key, held in value.items() if key not in gone}
        if any(table.holder == id(value) for table in self.tables):
            own = [held for held in value.values() if isinstance(held, Mapping)]
            joins = self._joins(own, id(value))
            made = {
                key: self._with(held, value[key], joins, 0)
                if isinstance(held, Mapping) and (joins or id(value[key]) in self.held)
                else held
                for key, held in made.items()
            }
        same = not gone and by_key is None and all(made[key] is held for key, held in value.items())
        return value if same else made

    def _list(self, value: list[Any], name: str, depth: int) -> list[Any]:
        rows = [one for one in value if isinstance(one, Mapping)]
        joins = self._joins(rows, id(value)) if rows and len(rows) == len(value) else []
        if joins:
            self.known[name, depth] = joins
        elif rows and len(rows) == len(value):  # one row alone may refer to anything: to what its like do elsewhere
            known = self.known.get((name, depth), [])
            joins = [join for join in known if all(str(row.get(join.key)) in join.table.rows for row in rows)]
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
                if (where := far_of(inner)) and not any(self.keys.mean(key, _RESULTS) for key in inner):
                    made = {("checkpoint" if key == join.key else key): one for key, one in made.items()}
                    made["checkpoint"] = where
                elif join.stem == "person" or not any(self.keys.mean(key, _NAMES | _RESULTS) for key in inner):
                    made[join.key] = inner
                elif self.keys.mean(join.key, _WORN):
                    made["athlete"] = {of: one for of, one in inner.items() if of != join.table.key}
                else:  # under what it is, a name is a runner's
                    made = {(join.stem or join.key if key == join.key else key): one for key, one in made.items()}
                    made[join.stem or join.key] = inner
        return {**made, **self.held.get(id(original), {})}

    def _referred(self, table: _Table, held: object, depth: int) -> Mapping[str, Any]:
        row = table.rows[str(held)]
        inner = {key: one for key, one in row.items() if key != table.key or key.lower() not in _IDS}
        inner = {key: one for key, one in inner.items() if not _holds_rows(one) and one != table.name.title()}
        if depth >= _NESTED:
            return inner
        return self._with(inner, row, self._joins([inner], table.holder), depth + 1)

    def _joins(self, rows: Sequence[Mapping[str, Any]], holder: int) -> list[_Join]:
        """What the rows of a list refer to, for each key that does."""
        found = []
        for key in list(dict.fromkeys(key for row in rows[:_FEW] for key in row))[:_MOST_KEYS]:
            tables = self._tables_of(rows, holder, key)
            if tables:
                stem = _stem(key)
                several = any(isinstance(row.get(key), list) for row in rows[:_FEW])
                found.append(_Join(key, tables[0], f"{_singular(stem)}s" if several else stem))
        return found

    def _tables_of(self, rows: Sequence[Mapping[str, Any]], holder: int, key: str) -> list[_Table]:
        """The tables that have everything that a key of some rows names, those first that are called like it."""
        held = [row.get(key) for row in rows]
        told = [one for some in held for one in (some if isinstance(some, list) else [some]) if one is not None]
        if not told or not all(map(_is_id, told)):
            return []
        own = {table.name for table in self.tables if table.holder == holder}
        if _ID.match(_words(key)) is not None and _singular(_stem(key)) in own:
            return []  # it is the number of the row itself
        others = [table for table in self.tables if table.holder != holder and table.name not in own]
        others = [table for table in others if all(str(one) in table.rows for one in told)]
        stem, is_id = _singular(_stem(key)), _ID.match(_words(key)) is not None
        named = [table for table in others if table.name and table.name == stem]
        if named:
            return named
        if not any(self.keys.mean(own, _NAMES) for row in rows[:_FEW] for own in row):
            named = [table for table in others if _bare(key) == _bare(table.key) and key.lower() not in _IDS]
            named = named or self._worn_by(others, key, told)
        if not named and len(set(map(str, told))) > 1:
            named = [table for table in others if key != table.key and _are_words(table)]
            named = named if len(named) == 1 else []
        if not named and is_id and stem:
            named = [table for table in others if key != table.key and _are_apart(table)]
            named = named if len(named) == 1 else []
        return named

    def _worn_by(self, tables: Sequence[_Table], key: str, told: Sequence[object]) -> list[_Table]:
        """The one table of people whose ids are the numbers that they wear."""
        if not self.keys.mean(key, _WORN) or len(set(map(str, told))) < len(told):
            return []
        people = [
            table
            for table in tables
            if any(self.keys.mean(own, _NAMES) for row in list(table.rows.values())[:_FEW] for own in row)
        ]
        return people if len(people) == 1 else []

    def _goes_to_others(self, rows: list[Any], name: str) -> bool:
        """Whether a list's rows are parts of those of another that has results, and are handed to them."""
        if not rows or not all(isinstance(one, Mapping) for one in rows):
            return False
        for key in list(rows[0])[:_MOST_KEYS]:
            for table in self._tables_of(rows, id(rows), key):
                own = [str(row[key]) for row in rows if _is_id(row.get(key))]
                often = len(own) == len(rows) and len(own) >= _REPEATED * len(set(own))
                if often and self._has_results(table) and max(Counter(own).values()) <= _MOST_KEYS:
                    self._hand_over(rows, name, key, table)
                    return True
        return False

    def _has_results(self, table: _Table) -> bool:
        """Whether a table's rows have results, or when each runner started."""
        return any(
            self.keys.mean(key, _RESULTS | _STARTS) and not isinstance(held, list | Mapping)
            for row in list(table.rows.values())[:_FEW]
            for key, held in row.items()
        )

    def _hand_over(self, rows: Sequence[Mapping[str, Any]], name: str, key: str, table: _Table) -> None:
        for row in rows:
            whose = table.rows[str(row[key])]
            part = {own: held for own, held in row.items() if own != key}
            part = dict(self._with(part, row, self._joins([part], id(rows)), 1))
            self.held.setdefault(id(whose), {}).setdefault(name, []).append(part)

    def _by_key(self, value: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """What lies by the ids of a table, each with what the table has of it; None of anything else."""
        if next(iter(value), None) not in self.ids:
            return None
        if any(table.holder == id(value) and not _are_results(value) for table in self.tables):
            return None
        first = next(iter(value))
        for table in self.tables:
            if first not in table.rows:
                continue
            if table.holder == id(value) or not all(str(key) in table.rows for key in value):
                continue
            if table.key == "" and not _are_apart(table) and any(map(_is_timed, table.rows.values())):
                continue
            if any(self.keys.head(str(key)) and not str(key).isdigit() for key in list(value)[:_FEW]):
                continue
            return _with_rows_of(table, value)
        return None


def _with_rows_of(table: _Table, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """What lies by the ids of a table, each with the row of its id."""
    made: dict[str, Any] = {}
    for key, held in value.items():
        row = {of: one for of, one in table.rows[str(key)].items() if of != table.key}
        if (where := far_of(row)) and not isinstance(held, list):
            made[where] = held
        elif isinstance(held, Mapping) and any(map(_is_plain, held.values())):
            made[key] = {**row, **held}
        elif isinstance(held, Mapping) or (isinstance(held, list) and any(map(_is_held, held))):
            made[key] = {**{of: one for of, one in row.items() if not _is_held(one)}, "results": held}
        else:
            made[key] = {**row, ("laps" if isinstance(held, list) else "time"): held}
    return made


def _are_words(table: _Table) -> bool:
    """Whether ids are words, and no numbers, which may be those of anything, nor texts."""
    return len(table.rows) > 1 and all(re.fullmatch(r"[^\W\d][\w-]{0,30}", key) for key in table.rows)


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


def _holds_rows(one: object) -> bool:
    """Whether it is a list of others, as a race has of its runners."""
    return isinstance(one, list) and any(isinstance(row, Mapping) for row in one)


def _is_plain(one: object) -> bool:
    return not isinstance(one, list | Mapping)
