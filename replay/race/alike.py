"""Which of many values come out alike when they are moved in time: a city's half a million splits are a fifth of that.

It is found with NumPy, without making any of them; then each is made once, and the others are the same value.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

Value = TypeVar("Value")

FROM = 10_000
"""Values from which on it is worth loading NumPy."""


def once_each(
    values: Sequence[Value],
    by: Sequence[float | None],
    seconds: Callable[[Value], float],
    rest: Callable[[Value], Hashable],
) -> tuple[list[int], list[int]] | None:
    """One of each kind of moved value, by its index, and for each value which of those it is like.

    Args:
        values: Those that are the same object are looked at once.
        by: Seconds by which each moves; None where nobody knows, and then only the same object is alike.
        seconds: When a value is.
        rest: All that a moved value depends on but for when it is.

    Returns:
        None where they are few, or NumPy is not installed.
    """
    if len(values) < FROM:
        return None
    try:
        import numpy as np
    except ImportError:  # small fields do without it
        return None

    ids = np.fromiter(map(id, values), np.int64, len(values))
    _, at, which = np.unique(ids, return_index=True, return_inverse=True)
    own = [values[index] for index in at.tolist()]
    met: dict[Hashable, int] = {}
    kinds = np.array([met.setdefault(rest(value), len(met)) for value in own], np.int64)
    late = np.array(by, np.float64)  # None is no number in it
    moved = np.array([seconds(value) for value in own], np.float64)[which] + late
    moments, moment = np.unique(moved, return_inverse=True)
    code = np.where(np.isnan(late), -1 - which, kinds[which] * len(moments) + moment)
    _, first, like = np.unique(code, return_index=True, return_inverse=True)
    return first.tolist(), like.tolist()
