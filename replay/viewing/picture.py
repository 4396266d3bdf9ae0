"""A race in a look as it can be looked at: its stage, its course, and a moment of it."""

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from replay.cells.ink import Row
from replay.cells.memo import Kept, Shown
from replay.drawing.view import View
from replay.state.timeline import RaceState
from replay.viewing.course import CourseView
from replay.viewing.layout import Layout
from replay.viewing.stage import Stage


class Picture:
    """What frames are made from; it remembers the last rows of each panel, which as a rule are the next ones too."""

    def __init__(self, stage: Stage, course: CourseView) -> None:
        """Nothing is drawn yet."""
        self.stage = stage
        self.course = course
        self._moments: defaultdict[str, Kept[list[Row]]] = defaultdict(Kept)
        self._drawn: defaultdict[str, Kept[list[Row]]] = defaultdict(Kept)

    def rows(self, name: str, moment: object, show: Callable[[], Shown]) -> list[Row]:
        """The rows of a panel; the very same list as before while it shows the same.

        Args:
            name: Of the panel.
            moment: What is looked at; while that is equal, what is shown is not even worked out.
            show: Works it out.
        """
        at = self._moments[name]
        drawn = self._drawn[name]

        def make() -> list[Row]:
            shown = show()
            return drawn.get(shown.what, shown.draw)

        return at.get(moment, make)


class Moment(NamedTuple):
    """A moment of a race as somebody looks at it: what every panel is drawn from."""

    picture: Picture
    view: View
    t: float
    """Seconds from the gun: where the runners are."""
    told: float
    """Seconds of the state that is told: the same, or a step before while time passes."""
    layout: Layout

    @property
    def stage(self) -> Stage:
        """The race in its look."""
        return self.picture.stage

    @property
    def state(self) -> RaceState:
        """The race as it is told."""
        return self.picture.stage.state_at(self.told, self.view.wanted)
