"""Frozen values as columns, and back: what a reading of a file is kept as.

Of each value so many alike are written only once, and of a thousand alike in a field that field is one column. Columns
are JSON, which Python reads quickly, and arrays of whole numbers. Types come from the classes' own hints, so a field
that a class gains is kept without a word here. What is read back is equal to what was written, or it is an error.
"""

import datetime
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from itertools import chain, repeat
from operator import attrgetter, is_
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

from replay.race.alike import each_object
from replay.race.bulk import made

Node = dict[str, Any]
"""A column, ready for JSON: `alike`, which array says where in the table each value is (None: the table is the column,
or one value is all of it), and the table."""

MOST = 20_000_000
"""Values of a column, at most: a field of 500,000 with forty splits. Whoever forges one may say any number."""

_LEAVES = (str, int, float, bool, NoneType)
_WRITTEN: dict[Any, set[type]] = {str: {str}, int: {int}, float: {float, int}, bool: {bool}}
"""The types of values in a column of a type, but for None."""


class Columns(NamedTuple):
    """Values as columns."""

    node: Node
    arrays: list["array[int]"]


class _Kind(NamedTuple):
    """A type, without its None."""

    bare: Any
    many: Any = None
    """Of what a tuple or a mapping is made; None for all others."""
    none: bool = False
    """Whether there may be None in its place."""


def to_columns(value: object, kind: type) -> Columns:
    """A value as columns.

    Raises:
        TypeError: Something in it is of a type that is not kept.
    """
    arrays: list[array[int]] = []
    return Columns(_packed([value], kind, arrays), arrays)


def from_columns(columns: Columns, kind: type) -> Any:  # noqa: ANN401 - a value of `kind`
    """The value that was written.

    Raises:
        ValueError, TypeError, LookupError: These are no columns of such a value.
    """
    (value,) = _unpacked(columns.node, kind, columns.arrays)
    return value


def _packed(column: Sequence[Any], kind: Any, arrays: list["array[int]"]) -> Node:  # noqa: ANN401 - types
    known = _kind(kind)
    if len(column) > 1 and _is_one(column):  # as of a field that no file says
        return {"alike": None, "size": len(column), "table": _table([column[0]], known, arrays)}
    # Values alike are mostly the same object, and to compare them as values takes longer than to read the file.
    if not _is_leaf(known) and len(column) > _MANY and (found := each_object(column)) is not None:
        different, places = found
        told: Node = {"alike": None, "size": len(column), "table": _table(different, known, arrays)}
        if len(different) < len(column):
            arrays.append(array("i", places.astype("i").tobytes()))
            told["alike"] = len(arrays) - 1
        return told
    keys: Sequence[Any] = column if _is_leaf(known) else list(map(id, column))
    if _is_leaf(known) and known.bare is not str and len(set(map(type, column))) > 1:  # 60 and 60.0 are alike, and two
        keys = list(zip(map(type, column), column, strict=True))
    if 1 < len(column) * _MOSTLY < len(set(keys)):  # as of names, bibs and lines
        return {"alike": None, "size": len(column), "table": _table(column, known, arrays)}
    first = dict(zip(keys, column, strict=True))
    table = list(first.values())
    node: Node = {"alike": None, "size": len(column), "table": _table(table, known, arrays)}
    if 1 < len(table) < len(column):
        ranks = dict(zip(first, range(len(first)), strict=True))
        node["alike"] = _kept(map(ranks.__getitem__, keys), arrays)
    return node


def _is_one(column: Sequence[Any]) -> bool:
    """Whether a column is one value again and again; to count it is ten times as quick, where alike is the same."""
    first = column[0]
    if first is not column[-1] or first is not column[len(column) // 2]:
        return False
    if first is None or type(first) is str:
        return column.count(first) == len(column)
    return all(map(is_, column, repeat(first)))


_MOSTLY = 0.9
"""The share of different values from which on each is written where it is."""

_MANY = 20_000
"""Values from which on NumPy tells them apart, in a fourth of the time."""


def _table(table: Sequence[Any], known: _Kind, arrays: list["array[int]"]) -> Any:  # noqa: ANN401 - JSON
    if known.bare is str:
        return list(table)
    if _is_leaf(known):
        return [value.isoformat() if isinstance(value, datetime.date) else value for value in table]
    some = [value for value in table if value is not None]
    nones = [place for place, value in enumerate(table) if value is None] if len(some) < len(table) else []
    if known.many is not None:
        sizes = _kept(map(len, some), arrays)
        if get_origin(known.bare) is tuple:
            parts = _packed(list(chain.from_iterable(some)), known.many, arrays)
            return {"nones": nones, "sizes": sizes, "parts": parts}
        parts = _packed([part for value in some for part in value.values()], known.many, arrays)
        return {"nones": nones, "sizes": sizes, "parts": parts, "names": [name for value in some for name in value]}
    own = {name: _packed(list(map(attrgetter(name), some)), hint, arrays) for name, hint in _fields(known.bare)}
    return {"nones": nones, "size": len(some), "fields": own}


def _kept(numbers: Iterable[int], arrays: list["array[int]"]) -> int:
    arrays.append(array("i", numbers))
    return len(arrays) - 1


def _unpacked(node: Node, kind: Any, arrays: Sequence["array[int]"]) -> Sequence[Any]:  # noqa: ANN401 - types
    table, size = _values(node["table"], _kind(kind), arrays), node["size"]
    if size > MOST:
        raise ValueError("a column says that it is longer than any")
    if node["alike"] is not None:
        column = _laid_out(table, arrays[node["alike"]])
    elif len(table) == 1:
        column = [table[0]] * size
    else:
        column = list(table)
    if len(column) != size:
        raise ValueError("a column has another size than it says")
    return column


def _laid_out(table: Sequence[Any], places: "array[int]") -> list[Any]:
    """The value at each place."""
    if len(places) > _MANY:
        with suppress(ImportError):
            import numpy as np

            found: list[Any] = np.fromiter(table, object, len(table))[np.frombuffer(places, np.intc)].tolist()
            return found
    return list(map(table.__getitem__, places))


def _values(table: Any, known: _Kind, arrays: Sequence["array[int]"]) -> list[Any]:  # noqa: ANN401 - JSON
    if _is_leaf(known):
        if None in table and not known.none:
            raise TypeError(f"a column of {known.bare} has holes")
        return _leaves(table, known.bare)
    if known.many is not None:
        sizes, parts = arrays[table["sizes"]], _unpacked(table["parts"], known.many, arrays)
        whole = tuple(parts) if get_origin(known.bare) is tuple else list(zip(table["names"], parts, strict=True))
        found: list[Any] = []
        at = 0
        for size in sizes:
            found.append(whole[at : at + size] if isinstance(whole, tuple) else dict(whole[at : at + size]))
            at += size
        if at != len(parts):
            raise ValueError("values have other parts than they say")
    else:
        columns = {name: _unpacked(table["fields"][name], hint, arrays) for name, hint in _fields(known.bare)}
        found = _made(known.bare, columns, table["size"])
    if table["nones"] and not known.none:
        raise TypeError(f"a column of {known.bare} has holes")
    for place in table["nones"]:
        found.insert(place, None)
    return found


def _leaves(table: Sequence[Any], kind: Any) -> list[Any]:  # noqa: ANN401 - types
    if kind is datetime.date:
        return [None if text is None else datetime.date.fromisoformat(text) for text in table]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [None if value is None else kind(value) for value in table]
    if get_origin(kind) is tuple:
        return [None if value is None else _parts(value, get_args(kind)) for value in table]
    if not _WRITTEN[kind] | {NoneType} >= set(map(type, table)):
        raise TypeError(f"a column of {kind} has other values")
    if kind is str and len(table) < _FEW:  # so that equal words are one, as they were when they were read
        return [sys.intern(value) if type(value) is str and len(value) < _SHORT else value for value in table]
    return list(table)


def _parts(value: Sequence[Any], kinds: Sequence[Any]) -> tuple[Any, ...]:
    """A tuple of a few parts, each of its own type."""
    return tuple(_leaves([part], _kind(kind).bare)[0] for part, kind in zip(value, kinds, strict=True))


_SHORT, _FEW = 12, 1000
"""Letters of a word, and words of a column, that others may have too: names and bibs are each somebody's own."""


def _made(kind: Any, columns: Mapping[str, Sequence[Any]], size: int) -> list[Any]:  # noqa: ANN401 - types
    """Values of a class from their fields' columns."""
    if any(len(column) != size for column in columns.values()):
        raise ValueError("a class has fields of several sizes")
    if not hasattr(kind, "__slots__") or not is_dataclass(kind):
        return [kind(*row) for row in zip(*columns.values(), strict=True)]
    return made(cast("type[Any]", kind), columns, size)


@lru_cache(maxsize=64)
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401 - types
    """The fields of a class and their types."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else kind._fields
    return tuple((name, hints[name]) for name in names)


@lru_cache(maxsize=128)
def _kind(hint: Any) -> _Kind:  # noqa: ANN401 - types
    """What a hint says.

    Raises:
        TypeError: It is of no type that is kept.
    """
    if get_origin(hint) in (Union, UnionType):
        some = [part for part in get_args(hint) if part is not NoneType]
        if len(some) == 1:
            return _kind(some[0])._replace(none=True)
    parts = get_args(hint)
    if get_origin(hint) is tuple:
        return _Kind(hint, parts[0]) if parts[1:] == (Ellipsis,) else _Kind(hint)
    if get_origin(hint) is dict:
        return _Kind(hint, parts[1])
    if isinstance(hint, type) and (
        is_dataclass(hint) or hasattr(hint, "_fields") or issubclass(hint, (Enum, datetime.date, *_LEAVES))
    ):
        return _Kind(hint)
    raise TypeError(f"{hint} is of no type that is kept")


def _is_leaf(known: _Kind) -> bool:
    """Whether values are written as they are."""
    if known.many is not None:
        return False
    return get_origin(known.bare) is tuple or not (is_dataclass(known.bare) or hasattr(known.bare, "_fields"))
