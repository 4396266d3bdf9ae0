"""What was made last, kept for as long as it would be made the same again."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from replay.cells.ink import Row

T = TypeVar("T")


class Kept(Generic[T]):
    """The last of something that is asked for in every frame and changes less often.

    What is given is the very same object until the key changes, so that who shows it sees at once that nothing has.
    """

    __slots__ = ("_key", "_made")

    def __init__(self) -> None:
        """Start with nothing made."""
        self._key: object = self  # equal to no key
        self._made: T | None = None

    def get(self, key: object, make: Callable[[], T]) -> T:
        """What was made for this key, or is made now."""
        if self._made is None or key != self._key:
            self._made = make()
            self._key = key
        return self._made


class Few(Generic[T]):
    """The last few of something that is made once for a size: a window that is dragged has as many as it has pixels."""

    __slots__ = ("_made",)

    def __init__(self) -> None:
        """Start with nothing made."""
        self._made: dict[object, T] = {}

    def get(self, key: object, make: Callable[[], T]) -> T:
        """What was made for this key, or is made now in the place of the oldest."""
        made = self._made
        if key not in made:
            if len(made) >= _FEW:
                del made[next(iter(made))]
            made[key] = make()
        return made[key]


_FEW = 8
"""How many sizes are seen in turn: those of all views of a screen."""


class Shown(NamedTuple):
    """Something to draw, and how: the rows follow from `what` alone, so while that stays they are not drawn again."""

    what: object
    """All that is shown, as a value that can be compared."""
    draw: Callable[[], list[Row]]
