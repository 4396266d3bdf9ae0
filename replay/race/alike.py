"""Which of many values come out alike when they are moved in time: a city's half a million splits are a fifth of that.

It is found with NumPy, without making any of them; then each is made once, and the others are the same value.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Places = npt.NDArray[np.intp]

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
    each = each_object(values)
    if each is None:
        return None
    import numpy as np

    own, which = each
    met: dict[Hashable, int] = {}
    kinds = np.array([met.setdefault(rest(value), len(met)) for value in own], np.int64)
    late = np.array(by, np.float64)  # None is no number in it
    moved = np.array([seconds(value) for value in own], np.float64)[which] + late
    moments, moment = np.unique(moved, return_inverse=True)
    code = np.where(np.isnan(late), -1 - which, kinds[which] * len(moments) + moment)
    _, first, like = np.unique(code, return_index=True, return_inverse=True)
    return first.tolist(), like.tolist()


def each_object(values: Sequence[Value]) -> "tuple[list[Value], Places] | None":
    """Each object of many values once, as they come, and which of them is at each place; None without NumPy."""
    try:
        import numpy as np
    except ImportError:  # small fields do without it
        return None
    if not values:
        return [], np.zeros(0, np.intp)
    objects = np.fromiter(values, object, len(values))
    first = _first_alike(np.frombuffer(objects, np.intp))  # an array of objects is made of their addresses
    begins = first == np.arange(len(first))
    return objects[begins].tolist(), (np.cumsum(begins) - 1)[first]


def _first_alike(ids: "Places") -> "Places":
    """For each number the place of the first that is the same."""
    import numpy as np

    # Objects lie at least 16 bytes apart, and those of a field mostly near one another: no need to sort them.
    near = (ids - ids.min()) >> 4
    if int(near.max()) < _SPREAD * len(ids):
        places = np.zeros(int(near.max()) + 1, np.intp)
        places[near[::-1]] = np.arange(len(ids) - 1, -1, -1)  # of several the last one written is the first
        found: Places = places[near]
        if bool((ids[found] == ids).all()):
            return found
    _, begins, which = np.unique(ids, return_index=True, return_inverse=True)
    return np.asarray(begins[which], np.intp)


_SPREAD = 64
"""How many times as many places there may be as objects."""
