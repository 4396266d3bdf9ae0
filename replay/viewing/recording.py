"""A recording: what somebody saw, and when, from which a film is made.

Kept are moments, not pictures: a second of the race and a view, so that it takes little room and shows in any size.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from replay.drawing.view import View

LONGEST = 600.0
"""Seconds after which nothing more is recorded."""
STANDS = 3.0
"""Seconds that what stands still is shown at most: who reads something in between is not waited for."""


class Scene(NamedTuple):
    """What is seen from a second of a film on."""

    at: float
    """Seconds of the film."""
    t: float
    """Seconds from the gun."""
    view: View


class Recording:
    """What is seen from now on."""

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self._scenes: list[Scene] = []
        self._seen = 0.0
        """When the last of them was seen first, by the clock."""

    @property
    def scenes(self) -> Sequence[Scene]:
        """What was seen so far."""
        return tuple(self._scenes)

    @property
    def full(self) -> bool:
        """Whether it is as long as one may be."""
        return bool(self._scenes) and self._scenes[-1].at >= LONGEST

    def see(self, clock: float, t: float, view: View) -> None:
        """Keep what is seen at a second of a clock, if it is another than before and there is room."""
        view = untold(view)
        if not self._scenes:
            self._scenes.append(Scene(0.0, t, view))
        elif self.full or self._scenes[-1][1:] == (t, view):
            return
        else:
            at = self._scenes[-1].at + min(clock - self._seen, STANDS)
            self._scenes.append(Scene(min(at, LONGEST), t, view))
        self._seen = clock

    def carry(self, carried: Callable[[View], View]) -> None:
        """Keep every view as it is seen in the race that is shown from here on."""
        self._scenes = [scene._replace(view=carried(scene.view)) for scene in self._scenes]


def untold(view: View) -> View:
    """A view without what is said to whoever watches: keys, and messages."""
    return view._replace(message="", hints=())
