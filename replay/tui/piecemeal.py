"""A whole screen in pieces, where the line is slow: rows come one by one, what is said first, and keys are answered.

Textual writes a screen that opens or closes as one text. On a line of 1,200 bytes a second a painted track takes a
quarter of a minute so, and a key would be answered after that. Where Textual is not as it was (`replay.tui.private`), a
screen comes in one piece.
"""

import time as wall
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.driver import Driver
from textual.screen import ModalScreen, Screen
from textual.timer import Timer

from replay.cells.ansi import go_to
from replay.tui.pace import ASK, Pace
from replay.tui.private import at_once, cleared, drawn_on_top, driver_of, has_unwritten, may_draw, rows_changed
from replay.tui.rowstrip import Paper
from replay.tui.typed import Answered

if TYPE_CHECKING:
    from rich.console import RenderableType

Display = Callable[[Screen[Any], "RenderableType | None"], None]
"""How Textual writes what it wants written of a screen."""

_FEW = 5
"""Rows that are written as Textual has them, of which often only a part has changed."""
_AGAIN = 0.05
"""Seconds after which to look whether the line takes more."""


def rows_in_order(screen: Screen[Any]) -> list[int]:
    """The rows of a screen as they are read: a dialogue's first; else title, footer, and the others downwards."""
    height = screen.size.height
    said = [0, height - 1]
    if isinstance(screen, ModalScreen):
        regions = [widget.region for widget in screen.children]
        said = [y for region in regions for y in range(max(region.y, 0), min(region.bottom, height))]
    return list(dict.fromkeys([*said, *range(height)]))


class Piecemeal:
    """What writes no more of an application at once than the line takes."""

    def __init__(self, app: App[Any], paper: Callable[[], Paper]) -> None:
        """Nothing is written yet; `paper` tells what the terminal can show."""
        self._app, self._paper = app, paper
        self.pace = Pace(wall.monotonic)
        """How fast the line takes what is written."""
        self.unwritten: Sequence[int] = ()
        """Rows of the screen that have yet to be written."""
        self._writing: Timer | None = None
        self._written_of: Screen[Any] | None = None
        """The screen that was last begun whole."""

    @property
    def _driver(self) -> Driver | None:
        return driver_of(self._app)

    @property
    def lags(self) -> bool:
        """Whether a frame still waits to be written."""
        return self.pace.behind or has_unwritten(self._driver)

    @property
    def owes(self) -> bool:
        """Whether rows of the screen have yet to be written: what moves by itself would put them off for ever."""
        return self.lags or bool(self.unwritten)

    def answered(self, event: Answered) -> None:
        """The terminal has come so far."""
        self.pace.answered(event.time)
        if self.unwritten:
            self.write_some()

    def write(self, screen: Screen[Any], renderable: "RenderableType | None", display: Display) -> None:
        """Write what Textual wants written; in pieces where it is many rows and the line is slow, else by `display`."""
        rows = rows_changed(renderable) if self._is_slow and self.may_write else ()
        if len(rows) > _FEW and self._driver is not None:
            if self._written_of is not screen and len(rows) == screen.size.height:
                self._begin_whole(screen)
            wanted = {*rows, *self.unwritten}
            self.unwritten = [y for y in rows_in_order(screen) if y in wanted]
            if self._writing is None:
                self._writing = self._app.set_interval(_AGAIN, self.write_some)
            self._writing.resume()
            self.write_some()
            return
        before = getattr(self._driver, "carried", 0)
        display(screen, renderable)
        self._count(getattr(self._driver, "carried", 0) - before)

    def _begin_whole(self, screen: Screen[Any]) -> None:
        """What was there before is gone at once; behind a dialogue it stays."""
        first, self._written_of = self._written_of is None, screen
        if first and self._driver is not None:  # one answer tells how long the way takes, the next how fast the line is
            self._driver.write(ASK if self.pace.sends(0) else "")
        elif self._driver is not None and not isinstance(screen, ModalScreen):
            self._driver.write(cleared(self._app, bool(self._paper().depth)))

    def _count(self, size: int) -> None:
        """What Textual wrote is on its way, too."""
        if size and self._driver is not None and self.pace.sends(size):
            self._driver.write(ASK)

    @property
    def _is_slow(self) -> bool:
        return self.pace.unmeasured or self.pace.room(self._paper().depth) is not None

    @property
    def may_write(self) -> bool:
        """Whether pieces may be written past Textual."""
        return self._driver is not None and not (self._app.is_headless or self._app.is_inline) and may_draw(self._app)

    def write_some(self) -> None:
        """Write rows as they are now, as long as the line takes them: those that wait may have changed meanwhile."""
        if self.lags or self.pace.probes or self._driver is None:
            return
        strips = drawn_on_top(self._app) if self.unwritten else []
        written: list[str] = []
        while self.unwritten and not (self.pace.behind or self.pace.probes):
            y, *self.unwritten = self.unwritten
            if y < len(strips):
                text = go_to(0, y) + strips[y].render(self._app.console)
                written.append(text + ASK if self.pace.sends(len(text)) else text)
        if written:
            with at_once(self._app):
                self._driver.write("".join(written))
        if not self.unwritten and self._writing is not None:
            self._writing.pause()
