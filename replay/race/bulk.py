"""Many frozen values at once, by the columns of their fields: a field of 50,000 is made of hundreds of thousands."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import repeat
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")


def made(kind: type[Value], columns: Mapping[str, Iterable[Any]], size: int) -> list[Value]:
    """Values of a frozen dataclass with slots, which checks nothing when it is made.

    A frozen value's own constructor takes a microsecond for each field; a slot's setter over a column a twentieth.

    Args:
        kind: The dataclass.
        columns: For every field its values, as many as there are to be.
        size: How many.
    """
    bare: Callable[[Any], Any] = object.__new__
    values = list(map(bare, repeat(kind, size)))
    for name, column in columns.items():
        _each(getattr(kind, name).__set__, values, column)
    return values


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


def _each(call: Callable[[Any, Any], None], values: Iterable[Any], column: Iterable[Any]) -> None:
    deque(map(call, values, column), maxlen=0)
