"""Calls something again and again, thirty times a second, for as little as a loop can.

Textual's own timer is a task that sleeps: to wake it costs a tenth of what a frame costs.
"""

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable
from contextvars import copy_context

from textual.widget import Widget

from replay.tui.private import end_by, is_left


class Ticker:
    """Ticks from where it is made, in a running loop, for as long as a widget is there."""

    def __init__(self, owner: Widget, seconds: float, tick: Callable[[], None]) -> None:
        """Call `tick` every so many seconds from now on; what it raises ends the program, as it does of a timer."""
        self._owner, self._app = owner, owner.app  # asked once: who has been taken off the screen belongs to none
        self._seconds = seconds
        self._tick = tick
        self._loop = get_running_loop()
        self._context = copy_context()
        self._due: TimerHandle | None = None
        self._next = 0.0
        self.resume()

    def resume(self) -> None:
        """Go on, if it was paused."""
        if self._due is None:
            self._next = self._loop.time() + self._seconds
            self._wait()

    def pause(self) -> None:
        """Call nothing until it goes on."""
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _wait(self) -> None:
        self._due = self._loop.call_at(self._next, self._run, context=self._context)

    def _run(self) -> None:
        self._due = None
        if not self._owner.is_running or is_left(self._app):
            return
        late = max(self._loop.time() - self._next, 0.0)
        self._next += self._seconds * (1 + late // self._seconds)  # what was missed is left out
        self._wait()
        try:
            self._tick()
        except Exception as error:
            end_by(self._app, error)
