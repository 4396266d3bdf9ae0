"""The verbs with which a viewer reads the charts: a cursor on them, and the last lap alone."""

from replay.drawing.view import has_cursor, is_chart
from replay.viewing import choices
from replay.viewing.lister import Lister
from replay.viewing.seeking import reached
from replay.viewing.verbs import verb

_FINE = 10
"""Moves of the cursor that make a large one."""


class Reading(Lister):
    """Somebody who looks at charts."""

    course_width: int = 0
    """Cells of the large panel, when it was seen last."""

    def go_to(self, t: float) -> None:
        """Go to a second of the race."""
        raise NotImplementedError

    def _charted(self, words: str) -> None:
        """Have a chart to be seen, if there is none, and say something of it."""
        if not is_chart(self.view):
            self.view = choices.turned_to(self.view, "trace").view
        self.say(words)

    @verb
    def cursor(self) -> None:
        """A cursor on the chart that the arrows move, or none."""
        if self.view.reading and self.view.chart:
            self.stop_reading()
            return
        state = self.stage.state_at(self.now)
        self.view = self.view._replace(reading=True, cursor=min(state.leader_distance, self.stage.race.distance))
        if self.view.chart == "splits":
            self.say("left and right go through the columns, Esc: as before")
        else:
            if not has_cursor(self.view):
                self.view = choices.turned_to(self.view, "trace").view
            self.say("left and right move the cursor, Enter goes there, Esc takes it away")

    def stop_reading(self) -> None:
        """Without a cursor, and the columns of splits that were reached last."""
        self.view = self.view._replace(reading=False, cursor=None, columns=None)

    @verb
    def columns(self, way: int) -> None:
        """The columns of splits one further, or one back."""
        sight = self.stage.sights.splits(self.view)
        before = self.view.columns
        self.view = self.view._replace(columns=sight.turned(self.now, self.view, self.course_width, way))
        if self.view.columns == before:
            self.say(f"the {'first' if way < 0 else 'last'} columns already")

    def move_cursor(self, way: int, fine: bool = False) -> None:
        """Move the cursor to the next even mark, of the last lap to go: 100 m, a kilometre or mile; finely a tenth.

        Of splits to the next column.
        """
        if self.view.chart == "splits":
            self.columns(way)
            return
        race, road = self.stage.race, self.stage.timeline.track.by_kilometres
        step = (race.course.unit.metres if road else 100.0) / (_FINE if fine else 1)
        # Of the last lap marks are counted from the finish: what is asked for is how it was with 200 m to go.
        first = race.distance if self.view.zoomed and not road else 0.0
        at = (self.view.cursor or 0.0) - first
        number = round(at / step) if abs(at / step - round(at / step)) < 1e-6 else at // step + (way < 0)
        self.view = self.view._replace(cursor=min(max(first + (number + way) * step, 0.0), race.distance))

    def read_at(self, metres: float | None) -> bool:
        """Read the values at a distance that is pointed at, or nowhere; whether that changes anything."""
        if self.view.reading or self.view.cursor == metres:
            return False
        self.view = self.view._replace(cursor=metres)
        return True

    @verb
    def zoom(self) -> None:
        """The last lap alone on the charts, or the whole race again."""
        if not self.stage.sights.charts.last_lap:
            self.say("this race has no last lap")
            return
        self.view = self.view._replace(zoomed=not self.view.zoomed or not is_chart(self.view))
        self._charted("the last lap" if self.view.zoomed else "the whole race")

    @verb
    def reach(self, metres: float) -> None:
        """To where the first comes to a distance."""
        self.go_to(reached(self.stage.timeline, metres) if metres > 0 else 0.0)
