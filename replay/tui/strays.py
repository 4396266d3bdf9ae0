"""What was pressed or typed and means nothing any more.

It is the second press of a double click that closed or opened a screen, and what is left of a flood of keys: a long
text that was pasted into a terminal that does not say so.
"""

import time
import weakref
from collections import deque
from typing import Any

from textual.app import App
from textual.events import AppBlur, AppFocus, Event, InputEvent, Key, MouseDown, MouseUp, Paste
from textual.screen import Screen

from replay.tui.ahead import Ahead
from replay.tui.private import is_left

_SOON = 0.5
"""Seconds within which two presses are a double click."""
_LATE = 1.0
"""Seconds after which a key of a flood is answered no more."""
_FLOOD = 50
"""Keys that wait; nobody types so many ahead."""

_TOLD = InputEvent | Paste | AppFocus | AppBlur
"""What a terminal tells of a user, whose window may also get or lose the focus."""


class Strays:
    """What the screens of an application are not told: presses that began on another, floods, what comes too late."""

    def __init__(self, app: App[Any]) -> None:
        """Know of no press yet."""
        self._app = app
        self._pressed_on: Screen[Any] | None = None
        self._pressed_at = 0.0
        self._strays = False
        self._meant: deque[tuple[Key | Paste, weakref.ref[Screen[Any]]]] = deque(maxlen=_FLOOD)
        """The last keys, and the screen each was pressed over, while it is there: what it does not know comes back."""

    def has(self, event: Event) -> bool:
        """Whether an event is one: a press that soon follows one on another screen, until let go; what is late."""
        if isinstance(event, _TOLD) and (self._is_left() or self._is_late(event)):
            return True
        if isinstance(event, Key | Paste) and self._app.screen_stack and self._is_ahead(event):
            return True
        if isinstance(event, MouseDown) and not event.is_forwarded:
            soon, top = event.time - self._pressed_at < _SOON, self._app.screen
            self._strays = soon and self._pressed_on is not None and self._pressed_on is not top
            if not self._strays:
                self._pressed_on, self._pressed_at = top, event.time
        return self._strays and isinstance(event, MouseDown | MouseUp)

    def _is_ahead(self, key: Key | Paste) -> bool:
        """Whether it goes into a line that has opened since it was pressed, or is about to: see `replay.tui.ahead`."""
        top = self._app.screen
        if not key.is_forwarded:
            self._meant.append((key, weakref.ref(top)))
        meant = next((screen() for one, screen in self._meant if one is key), top)
        ahead = getattr(top, "ahead", None)
        return isinstance(ahead, Ahead) and ahead.goes_into(key, late=meant is not top)

    def _is_left(self) -> bool:
        """Whether the program closes, so that no screen is there to be told, or none that would not go at once."""
        return is_left(self._app) or not self._app.screen_stack

    def _is_late(self, event: Event) -> bool:
        """Whether nobody waits for it: it is one of very many keys."""
        keys = isinstance(event, InputEvent | Paste) and self._app.message_queue_size > _FLOOD
        return keys and time.monotonic() - event.time > _LATE
