"""What stands where the chart of gaps will be, as long as it has nothing to say."""

from collections.abc import Sequence

from replay.cells.ink import Row
from replay.drawing.panels.gap_chart import begin
from replay.drawing.panels.schedule import paces, start_rows
from replay.drawing.scene import Scene
from replay.state.timeline import Timeline


class Starting:
    """The even pace for records and who starts, of a race that has both."""

    def __init__(self, timeline: Timeline, scene: Scene, marks: Sequence[tuple[float, str]]) -> None:
        """`marks` are what stands under the distance, in metres."""
        self._scene, self._marks = scene, marks
        self._until = begin(timeline) if paces(timeline.race) else 0.0
        self._rows: dict[tuple[int, int], list[Row]] = {}

    def rows(self, t: float, width: int, height: int) -> list[Row]:
        """All of it in so many cells and rows; none where not all have room, or once the chart has something to say."""
        if t >= self._until:
            return []
        rows = self._rows.get((width, height))
        if rows is None:
            rows = self._rows[width, height] = start_rows(self._scene, self._marks, width, height)
        return rows
