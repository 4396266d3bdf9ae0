"""How what was read comes to the program: in its order, and counted, so that a flood is noticed."""

from asyncio import AbstractEventLoop
from typing import Any

from textual.app import App
from textual.message import Message

_MOST_WAITING = 1000
"""Keys that wait to be answered; what is sent beyond them is lost."""


class Handing:
    """The way from the thread that reads to the program's own."""

    def __init__(self, app: App[Any]) -> None:
        """Hand over to a program."""
        self._app = app
        self._sent = 0
        self._handed = 0

    @property
    def flooded(self) -> bool:
        """Whether more waits to be answered than anyone would wait for."""
        return self._sent - self._handed + self._app.message_queue_size > _MOST_WAITING

    def send(self, loop: AbstractEventLoop, message: Message) -> None:
        """Hand a message over, in the order in which they come."""
        self._sent += 1
        loop.call_soon_threadsafe(self._hand_over, message)

    def _hand_over(self, message: Message) -> None:
        self._handed += 1
        self._app.post_message(message)
