"""What the mouse does in a race: clicks, as the table of panels says; the scrubber, which is dragged; the wheel."""

from textual.events import Click, Leave, MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp

from replay.drawing.view import has_cursor
from replay.tui.cells import Backdrop, Cells
from replay.viewing.panels import PANELS
from replay.viewing.picture import Moment
from replay.viewing.viewer import Viewer


class Pointed(Backdrop[str | None]):
    """A race that is pointed at."""

    viewer: Viewer

    def __init__(self) -> None:
        """Nothing is shown yet."""
        super().__init__()
        self.widgets: dict[str, Cells] = {}
        """By the panel's name."""
        self.moment: Moment | None = None
        """What is shown."""

    def show_now(self) -> None:
        """Draw the present instant."""
        raise NotImplementedError

    @property
    def _scrubber(self) -> Cells:
        return self.widgets["scrubber"]

    @property
    def _is_held(self) -> bool:
        """Whether the scrubber is; a race that has just been opened has none yet, and may be left all the same."""
        held = self.app.mouse_captured
        return held is not None and held is self.widgets.get("scrubber")

    def _is_over(self, name: str, event: MouseEvent) -> bool:
        """Whether the pointer is over a panel. Of a press or the wheel Textual does not say which widget it is on."""
        place = self.moment.layout.places.get(name) if self.moment is not None else None
        x, y = int(event.screen_x), int(event.screen_y)
        return place is not None and 0 <= x - place.x < place.width and 0 <= y - place.y < place.height

    async def on_click(self, event: Click) -> None:
        """What a click means, as the table of panels says."""
        panel = next((panel for panel in PANELS if event.widget is self.widgets.get(panel.name)), None)
        if panel is not None and event.widget is not None and self.moment is not None:
            action = panel.click(self.moment, event.x, event.y, *event.widget.size)
            if action:
                await self.run_action(action)

    def on_mouse_down(self, event: MouseDown) -> None:
        """A press on the scrubber seeks, and holds it: the pointer may stray from it then."""
        if event.button == 1 and self._is_over("scrubber", event):
            self._scrubber.capture_mouse()
            self._drag(event)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Drag the scrubber; or say what is under the pointer there."""
        if self._is_held:
            self._drag(event)
        else:
            on_it = self._is_over("scrubber", event)
            self._point(int(event.screen_x) - self._scrubber.place[0] - 1 if on_it else None)
            self._read_at(event)

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let go of the scrubber."""
        self.let_go()

    def let_go(self) -> None:
        """Hold the scrubber no longer: also for a screen that comes over it, which would be told of no mouse."""
        if self._is_held:
            self._scrubber.release_mouse()

    def on_leave(self, event: Leave) -> None:
        """The pointer is elsewhere."""
        self._point(None)
        if self.viewer.read_at(None):
            self.show_now()

    def _drag(self, event: MouseDown | MouseMove) -> None:
        x = int(event.screen_x) - self._scrubber.place[0] - 1
        self.viewer.scrub(x, self._scrubber.size.width - 2)
        self._point(x)
        self.show_now()

    def _read_at(self, event: MouseMove) -> None:
        """Read the values of a chart where it is pointed at."""
        view, seen = self.viewer.view, self.moment
        metres = None
        if seen is not None and has_cursor(view) and self._is_over("course", event):
            place = seen.layout.places["course"]
            at = int(event.screen_x) - place.x, int(event.screen_y) - place.y
            metres = self.viewer.stage.sights.metres(view, at, (place.width, place.height))
        if self.viewer.read_at(metres):
            self.show_now()

    def _point(self, x: int | None) -> None:
        if self.viewer.point(x):
            self.show_now()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Wheel up: forward on the scrubber, up the board, back in the commentary."""
        self._wheel(event, -1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Wheel down: the other way."""
        self._wheel(event, 1)

    def _wheel(self, event: MouseScrollUp | MouseScrollDown, way: int) -> None:
        if self._is_over("scrubber", event):
            self.viewer.seek(-way)
        elif self._is_over("board", event):
            self.viewer.scroll(3 * way)
        elif self.viewer.view.chart == "splits" and self._is_over("course", event):
            self.viewer.columns(way)
        else:
            self.viewer.read(-2 * way)
        self.show_now()
