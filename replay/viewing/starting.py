"""What stands where the chart of gaps will be, as long as it has nothing to say."""

from collections.abc import Sequence

from replay.cells.ink import Row
from replay.drawing.panels.gap_begin import begin, begins_at
from replay.drawing.panels.schedule import paces, schedule_rows
from replay.drawing.scene import Scene
from replay.state.timeline import Timeline


class Starting:
    """The even pace for records: at the gun, and as long as nothing is known of the order."""

    def __init__(self, timeline: Timeline, scene: Scene, marks: Sequence[tuple[float, str]]) -> None:
        """`marks` are what stands under the distance, in metres."""
        self._scene, self._marks = scene, marks
        paced = paces(timeline.race)
        self._until = max(begin(timeline), timeline.order_since) if paced else 0.0
        self._ordered = timeline.order_since
        self.metres = begins_at(timeline.race.distance) if paced else 0.0
        """Until the first has run them no chart is drawn."""

    def rows(self, t: float, width: int, height: int) -> list[Row]:
        """It in so many cells and rows; none once the chart has something to say, or where it has no room.

        As long as nobody knows the order there are rows without room, too: blank ones, for a chart would be made up.
        """
        if t >= self._until:
            return []
        rows = schedule_rows(self._scene.race, self._marks, self._scene.look, width, height)
        told = any(text.strip() for row in rows for text, _ in row)
        return rows if told or t < self._ordered else []
