"""The verbs with which a viewer reads charts: which one, a cursor on it, the last lap alone, how splits are sorted."""

from typing import TYPE_CHECKING

from replay.drawing.view import Sort, has_cursor, is_chart
from replay.viewing import choices
from replay.viewing.verbs import verb
from replay.viewing.watching import Watching

if TYPE_CHECKING:
    from replay.analysis.reference import Reference

_FINE = 10
"""Moves of the cursor that make a large one."""


class Reading:
    """What looks at the charts."""

    def __init__(self, viewer: Watching) -> None:
        """Look at the charts of a viewer."""
        self._viewer = viewer
        self.width = 0
        """Cells of the large panel, when it was seen last."""

    def _charted(self, words: str) -> None:
        """Have a chart to be seen, if there is none, and say something of it."""
        viewer = self._viewer
        if not is_chart(viewer.view):
            viewer.view = choices.turned_to(viewer.view, "trace").view
        viewer.say(words)

    @verb
    def cursor(self) -> None:
        """A cursor on the chart that the arrows move, or none."""
        viewer = self._viewer
        if viewer.view.reading and viewer.view.chart:
            self.stop_reading()
            return
        state = viewer.stage.state_at(viewer.now)
        viewer.view = viewer.view._replace(reading=True, cursor=min(state.leader_distance, viewer.stage.race.distance))
        if viewer.view.chart == "splits":
            viewer.say("left and right go through the columns, Esc: as before")
        else:
            if not has_cursor(viewer.view):
                viewer.view = choices.turned_to(viewer.view, "trace").view
            viewer.say("left and right move the cursor, Enter goes there, Esc takes it away")

    def stop_reading(self) -> None:
        """Without a cursor, and the columns of splits that were reached last."""
        viewer = self._viewer
        viewer.view = viewer.view._replace(reading=False, cursor=None, columns=None)

    @verb
    def columns(self, way: int) -> None:
        """The columns of splits one further, or one back."""
        viewer = self._viewer
        sight = viewer.stage.sights.splits(viewer.view)
        before = viewer.view.columns
        viewer.view = viewer.view._replace(columns=sight.turned(viewer.now, viewer.view, self.width, way))
        if viewer.view.columns == before:
            viewer.say(f"the {'first' if way < 0 else 'last'} columns already")

    def move_cursor(self, way: int, fine: bool = False) -> None:
        """Move the cursor to the next even mark, of the last lap to go: 100 m, a kilometre or mile; finely a tenth.

        Of splits to the next column.
        """
        viewer = self._viewer
        if viewer.view.chart == "splits":
            self.columns(way)
            return
        race, road = viewer.stage.race, viewer.stage.timeline.track.by_kilometres
        step = (race.course.unit.metres if road else 100.0) / (_FINE if fine else 1)
        # Of the last lap marks are counted from the finish: what is asked for is how it was with 200 m to go.
        first = race.distance if viewer.view.zoomed and not road else 0.0
        at = (viewer.view.cursor or 0.0) - first
        number = round(at / step) if abs(at / step - round(at / step)) < 1e-6 else at // step + (way < 0)
        viewer.view = viewer.view._replace(cursor=min(max(first + (number + way) * step, 0.0), race.distance))

    def read_at(self, metres: float | None) -> bool:
        """Read the values at a distance that is pointed at, or nowhere; whether that changes anything."""
        viewer = self._viewer
        if viewer.view.reading or viewer.view.cursor == metres:
            return False
        viewer.view = viewer.view._replace(cursor=metres)
        return True

    @verb
    def zoom(self) -> None:
        """The last lap alone on the charts, or the whole race again."""
        viewer = self._viewer
        if not viewer.stage.sights.charts.last_lap:
            viewer.say("this race has no last lap")
            return
        viewer.view = viewer.view._replace(zoomed=not viewer.view.zoomed or not is_chart(viewer.view))
        self._charted("the last lap" if viewer.view.zoomed else "the whole race")

    @verb
    def sight(self, way: int) -> None:
        """The large panel: the track, or a chart in its place."""
        viewer = self._viewer
        viewer.take(choices.next_chart(viewer.view, way))

    def trace_to(self, reference: "Reference") -> None:
        """The race trace against something, in place of the track where no chart is."""
        viewer = self._viewer
        chart = viewer.view.chart if is_chart(viewer.view) and viewer.view.chart != "mean" else "trace"
        viewer.view = choices.turned_to(viewer.view._replace(against=reference), chart).view
        name = viewer.stage.cast.names[reference.entry] if reference.entry is not None else ""
        viewer.say(f"race trace: behind {reference.words(name)}")

    @verb
    def compare(self) -> None:
        """Those who are marked side by side, in place of the track; the track again."""
        viewer = self._viewer
        viewer.take(choices.turned_to(viewer.view, "" if viewer.view.chart == "compare" else "compare"))

    @verb
    def sort(self, column: int | None, lower: bool) -> None:
        """Sort the table of splits by a column; by the same again the other way round."""
        viewer = self._viewer
        before = viewer.view.sort
        turned = (before.column, before.lower) == (column, lower) and not before.turned
        viewer.view = viewer.view._replace(sort=Sort(column, lower, turned), columns=None)

    @verb
    def every_mark(self) -> None:
        """The splits wherever times were taken, or at the ends of laps."""
        viewer = self._viewer
        sight = viewer.stage.sights.splits(viewer.view)
        viewer.take(choices.other_marks(viewer.view, sight.splits.timed, sight.others))
