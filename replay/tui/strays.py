"""Mouse presses that were meant for a screen that is gone: the second of a double click that closed or opened one."""

from typing import Any

from textual.app import App
from textual.events import Event, MouseDown, MouseUp
from textual.screen import Screen

_SOON = 0.5
"""Seconds within which two presses are a double click."""


class Unstrayed(App[None], inherit_bindings=False):
    """An application whose screens are told of no press that began on another."""

    _pressed_on: Screen[Any] | None = None
    _pressed_at = 0.0
    _strays = False

    async def on_event(self, event: Event) -> None:
        """Leave out a press that soon follows one on another screen, until the button is let go."""
        if isinstance(event, MouseDown) and not event.is_forwarded:
            soon = event.time - self._pressed_at < _SOON
            self._strays = soon and self._pressed_on is not None and self._pressed_on is not self.screen
            if not self._strays:
                self._pressed_on, self._pressed_at = self.screen, event.time
        if self._strays and isinstance(event, MouseDown | MouseUp):
            return
        await super().on_event(event)
