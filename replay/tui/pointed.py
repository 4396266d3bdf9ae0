"""What the mouse does in a race: clicks, as the table of panels says; the scrubber, which is dragged; the wheel."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from textual import on
from textual.events import (
    Click,
    Event,
    Leave,
    MouseDown,
    MouseEvent,
    MouseMove,
    MouseScrollDown,
    MouseScrollUp,
    MouseUp,
)

from replay.drawing.view import has_cursor
from replay.tui.cells import Cells
from replay.tui.watched import Watched
from replay.viewing.panels import PANELS

_MOUSE = (Click, MouseDown, MouseMove, MouseUp, Leave, MouseScrollUp, MouseScrollDown)

Told = TypeVar("Told", bound=Callable[..., Awaitable[None]])


def of_mouse(method: Told) -> Told:
    """Have a method of a screen told whatever the mouse does."""
    for kind in _MOUSE:
        method = on(kind)(method)
    return method


class Pointed:
    """What a race that is pointed at does."""

    def __init__(self, screen: Watched) -> None:
        """The pointer is elsewhere."""
        self._screen = screen

    @property
    def _scrubber(self) -> Cells:
        return self._screen.widgets["scrubber"]

    @property
    def _is_held(self) -> bool:
        """Whether the scrubber is; a race that has just been opened has none yet, and may be left all the same."""
        held = self._screen.app.mouse_captured
        return held is not None and held is self._screen.widgets.get("scrubber")

    def _is_over(self, name: str, event: MouseEvent) -> bool:
        """Whether the pointer is over a panel. Of a press or the wheel Textual does not say which widget it is on."""
        place = self._screen.moment.layout.places.get(name) if self._screen.moment is not None else None
        x, y = int(event.screen_x), int(event.screen_y)
        return place is not None and 0 <= x - place.x < place.width and 0 <= y - place.y < place.height

    async def told(self, event: Event) -> None:
        """What the mouse did."""
        match event:
            case Click():
                await self._click(event)
            case MouseDown():
                self._press(event)
            case MouseMove():
                self._move(event)
            case MouseUp():
                self.let_go()
            case Leave():
                self._leave()
            case MouseScrollUp():
                self._wheel(event, -1)
            case MouseScrollDown():
                self._wheel(event, 1)

    async def _click(self, event: Click) -> None:
        """What a click means, as the table of panels says."""
        screen = self._screen
        panel = next((panel for panel in PANELS if event.widget is screen.widgets.get(panel.name)), None)
        if (
            panel is not None and event.widget and event.widget.size and screen.moment is not None
        ):  # it may be gone by now
            action = panel.click(screen.moment, event.x, event.y, *event.widget.size)
            if action:
                await screen.run_action(action)

    def _press(self, event: MouseDown) -> None:
        """A press on the scrubber seeks, and holds it: the pointer may stray from it then."""
        if event.button == 1 and self._is_over("scrubber", event):
            self._scrubber.capture_mouse()
            self._drag(event)

    def _move(self, event: MouseMove) -> None:
        """Drag the scrubber; or say what is under the pointer there."""
        if self._is_held:
            self._drag(event)
        else:
            on_it = self._is_over("scrubber", event)
            self._point(int(event.screen_x) - self._scrubber.place[0] - 1 if on_it else None)
            self._read_at(event)

    def let_go(self) -> None:
        """Hold the scrubber no longer: also for a screen that comes over it, which would be told of no mouse."""
        if self._is_held:
            self._scrubber.release_mouse()

    def _leave(self) -> None:
        """The pointer is elsewhere."""
        self._point(None)
        if self._screen.viewer.charts.read_at(None):
            self._screen.show_now()

    def _drag(self, event: MouseDown | MouseMove) -> None:
        x = int(event.screen_x) - self._scrubber.place[0] - 1
        self._screen.viewer.player.scrub(x, self._scrubber.size.width - 2)
        self._point(x)
        self._screen.show_now()

    def _read_at(self, event: MouseMove) -> None:
        """Read the values of a chart where it is pointed at."""
        screen = self._screen
        view, seen = screen.viewer.view, screen.moment
        metres = None
        if seen is not None and has_cursor(view) and self._is_over("course", event):
            place = seen.layout.places["course"]
            at = int(event.screen_x) - place.x, int(event.screen_y) - place.y
            metres = screen.viewer.stage.sights.metres(seen.t, view, at, (place.width, place.height))
        if screen.viewer.charts.read_at(metres):
            screen.show_now()

    def _point(self, x: int | None) -> None:
        if self._screen.viewer.player.point(x):
            self._screen.show_now()

    def _wheel(self, event: MouseScrollUp | MouseScrollDown, way: int) -> None:
        """Up: forward on the scrubber, up the board, back in the commentary. Down: the other way."""
        screen = self._screen
        if self._is_over("scrubber", event):
            screen.viewer.player.seek(-way)
        elif self._is_over("board", event):
            screen.viewer.board.scroll(3 * way)
        elif screen.viewer.view.chart == "splits" and self._is_over("course", event):
            screen.viewer.charts.columns(way)
        else:
            screen.viewer.read(-2 * way)
        screen.show_now()
