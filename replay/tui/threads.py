"""Threads beside the program's own: what they find they hand over, and what goes wrong in them is not lost."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App
from textual.events import Callback
from textual.message import Message


def hand_over(app: App[Any], take: Callable[..., None], *found: object) -> None:
    """From another thread, give the program what was found there; if it was left meanwhile, nobody takes it."""
    with suppress(RuntimeError):  # no loop to be called in
        app.call_later(take, *found)


def beside(post: Callable[[Message], object], work: Callable[..., None], *arguments: object) -> None:
    """Work in a thread that nobody waits for; Textual's are waited for when the program is left.

    What goes wrong there that it does not look for goes wrong in the program: else one waited for ever for its end.

    Args:
        post: Takes a message from any thread.
        work: Hands over what it finds.
        arguments: What it is given.
    """

    def run() -> None:
        try:
            work(*arguments)
        except Exception as error:
            post(Callback(partial(_raised, error)))

    threading.Thread(target=run, daemon=True).start()


def _raised(error: Exception) -> None:
    raise error
