"""Many frozen values at once, by the columns of their fields: a field of 50,000 is made of hundreds of thousands."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, make_dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")


def made(kind: type[Value], columns: Mapping[str, Iterable[Any]], size: int) -> list[Value]:
    """Values of a frozen dataclass with slots, which checks nothing when it is made.

    A frozen value's own constructor takes a microsecond for each field; that of one laid out alike a tenth of it for
    all, and whose value it is can be said afterwards.

    Args:
        kind: The dataclass, which has no base with fields of its own.
        columns: For every field its values, as many as there are to be.
        size: How many.

    Raises:
        ValueError: A field has more values, or fewer.
    """
    names = tuple(one.name for one in fields(kind))  # type: ignore[arg-type]
    values = list(map(_open(kind.__name__, names), *(columns[name] for name in names))) if size else []
    if len(values) != size:
        raise ValueError("a column has another size than it should")
    for value in values:
        value.__class__ = kind
    return values


@lru_cache(maxsize=64)
def _open(name: str, names: tuple[str, ...]) -> type[Any]:
    """A class with slots of these names, whose values may still be changed."""
    return make_dataclass(name, names, slots=True, repr=False, eq=False)


def changed(values: Sequence[Value], kind: type[Value], columns: Mapping[str, Iterable[Any]]) -> list[Value]:
    """The values with some of their fields as the columns say, as `dataclasses.replace` makes them one by one."""
    whole = {
        one.name: columns.get(one.name) or map(attrgetter(one.name), values)
        for one in fields(kind)  # type: ignore[arg-type]
    }
    return made(kind, whole, len(values))


@contextmanager
def uncollected() -> Iterator[None]:
    """While many values are made that all stay: looking through them for garbage takes longer than making them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
