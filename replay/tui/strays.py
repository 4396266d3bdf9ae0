"""What was pressed or typed and means nothing any more.

It is the second press of a double click that closed or opened a screen, and what is left of a flood of keys: a long
text that was pasted into a terminal that does not say so.
"""

import time
import weakref
from collections import deque
from typing import Any

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.events import AppBlur, AppFocus, Event, InputEvent, Key, MouseDown, MouseUp, Paste
from textual.screen import Screen

from replay.tui.ahead import Typing

_SOON = 0.5
"""Seconds within which two presses are a double click."""
_LATE = 1.0
"""Seconds after which a key of a flood is answered no more."""
_FLOOD = 50
"""Keys that wait; nobody types so many ahead."""

_TOLD = InputEvent | Paste | AppFocus | AppBlur
"""What a terminal tells of a user, whose window may also get or lose the focus."""


class Unstrayed(App[None], inherit_bindings=False):
    """An application whose screens are told of no press that began on another, nor of floods.

    While it closes nothing opens any more.
    """

    _pressed_on: Screen[Any] | None = None
    _pressed_at = 0.0
    _strays = False

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - Textual's own
        """Know of no press yet."""
        super().__init__(*arguments, **named)
        self._meant: deque[tuple[Key, weakref.ref[Screen[Any]]]] = deque(maxlen=_FLOOD)
        """The last keys, and the screen each was pressed over, while it is there: what it does not know comes back."""

    async def on_event(self, event: Event) -> None:
        """Leave out a press that soon follows one on another screen, until the button is let go; and what is late."""
        if isinstance(event, _TOLD) and (self._is_left() or self._is_late(event)):
            return
        if isinstance(event, Key) and self.screen_stack and self._is_ahead(event):
            return
        if isinstance(event, MouseDown) and not event.is_forwarded:
            soon = event.time - self._pressed_at < _SOON
            self._strays = soon and self._pressed_on is not None and self._pressed_on is not self.screen
            if not self._strays:
                self._pressed_on, self._pressed_at = self.screen, event.time
        if self._strays and isinstance(event, MouseDown | MouseUp):
            return
        await super().on_event(event)

    def push_screen(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - Textual has a form for each
        """Show a screen over what is on top.

        What was asked for just before the program was left would else come when every screen is closed, as the only
        one: a story goes on when its page has been left, a start card comes by a timer.
        """
        return super().push_screen(*arguments, **named) if self.is_running else AwaitComplete()

    def _is_ahead(self, key: Key) -> bool:
        """Whether it goes into a line that has opened since it was pressed, or is about to: see `replay.tui.ahead`."""
        top = self.screen
        if not key.is_forwarded:
            self._meant.append((key, weakref.ref(top)))
        meant = next((screen() for one, screen in self._meant if one is key), top)
        return isinstance(top, Typing) and top.goes_into(key, late=meant is not top)

    def _is_left(self) -> bool:
        """Whether the program closes, so that no screen is there to be told, or none that would not go at once."""
        return self._exit or not self.screen_stack

    def _is_late(self, event: Event) -> bool:
        """Whether nobody waits for it: it is one of very many keys."""
        keys = isinstance(event, InputEvent | Paste) and self.message_queue_size > _FLOOD
        return keys and time.monotonic() - event.time > _LATE
