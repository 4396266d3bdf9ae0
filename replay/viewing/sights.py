"""What the large panel can show in place of the track: charts and tables, each made when somebody first looks at it."""

from collections.abc import Sequence
from typing import Protocol

from replay.cells.memo import Shown
from replay.drawing.scene import Scene
from replay.drawing.view import View
from replay.state.timeline import Timeline
from replay.viewing.charts import Charts
from replay.viewing.comparing import CompareSight
from replay.viewing.splits import SplitsSight


class Sight(Protocol):
    """A chart or a table."""

    def shown(self, t: float, view: View, width: int, height: int) -> Shown:
        """What it shows at a time in so many cells and rows."""

    def clicked(self, t: float, view: View, at: tuple[int, int], size: tuple[int, int]) -> str:
        """The action that a click means, from its column and row and the cells and rows there are; empty for none."""


class Sights:
    """All of a race in a look."""

    def __init__(self, timeline: Timeline, scene: Scene, marks: Sequence[tuple[float, str]]) -> None:
        """`marks` are what stands under the distance, in metres."""
        self.charts = Charts(timeline, scene, marks)
        self._splits = {every: SplitsSight(timeline, scene, every=every) for every in (None, False, True)}
        self.compared = CompareSight(timeline, scene, marks)

    def splits(self, view: View) -> SplitsSight:
        """The splits of a view: at the usual marks, at those of laps, or wherever times were taken."""
        return self._splits[view.every_mark]

    def metres(self, t: float, view: View, at: tuple[int, int], size: tuple[int, int]) -> float | None:
        """The distance that a column and a row stand for where a chart, or a comparison, has so many cells and rows."""
        if view.chart == "compare":
            return self.compared.metres(at[0], size[0])
        return self.charts.metres(t, view, at, size)

    def of(self, view: View) -> Sight:
        """What a view shows."""
        tables: dict[str, Sight] = {"splits": self.splits(view), "compare": self.compared}
        return tables.get(view.chart, self.charts)
