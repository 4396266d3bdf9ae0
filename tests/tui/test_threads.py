"""What goes wrong in a thread goes wrong in the program."""

from queue import Queue

import pytest
from textual.events import Callback
from textual.message import Message

from replay.tui.threads import beside


class _WrongError(Exception):
    """Nobody looks for it."""


def test_a_fault_in_a_thread_is_handed_over_to_be_raised() -> None:
    posted: Queue[Message] = Queue()

    def work(what: str) -> None:
        raise _WrongError(what)

    beside(posted.put, work, "a disk")
    message = posted.get(timeout=10)
    assert isinstance(message, Callback)
    with pytest.raises(_WrongError, match="a disk"):
        message.callback()


def test_what_is_found_is_handed_over_by_the_work_itself() -> None:
    posted: Queue[Message] = Queue()
    found: Queue[str] = Queue()
    beside(posted.put, found.put, "a race")
    assert found.get(timeout=10) == "a race"
    assert posted.empty()
