"""What stands where the chart of gaps will be, as long as it has nothing to say."""

from collections.abc import Sequence

from replay.cells.ink import Row
from replay.cells.memo import Few
from replay.drawing.panels.gap_chart import begin, begins_at
from replay.drawing.panels.schedule import paces, schedule_rows, start_rows
from replay.drawing.scene import Scene
from replay.state.timeline import Timeline


class Starting:
    """The even pace for records and who starts: at the gun, and as long as nothing is known of the order."""

    def __init__(self, timeline: Timeline, scene: Scene, marks: Sequence[tuple[float, str]]) -> None:
        """`marks` are what stands under the distance, in metres."""
        self._scene, self._marks = scene, marks
        paced = paces(timeline.race)
        self._until = max(begin(timeline) if paced else 0.0, timeline.order_since)
        self._ordered = timeline.order_since
        self.metres = begins_at(timeline.race.distance) if paced else 0.0
        """Until the first has run them no chart is drawn."""
        self._rows: Few[list[Row]] = Few()

    def rows(self, t: float, width: int, height: int) -> list[Row]:
        """All of it in so many cells and rows; none where not all have room, or once the chart has something to say."""
        if t >= self._until:
            return []
        return self._rows.get((width, height), lambda: start_rows(self._scene, self._marks, width, height))

    def paced(self, t: float, width: int, height: int) -> list[Row]:
        """The even pace alone, where it is told in place of a chart that would have to be made up; else none."""
        if t >= self._ordered or not paces(self._scene.race):
            return []
        return schedule_rows(self._scene.race, self._marks, self._scene.look, width, height)
