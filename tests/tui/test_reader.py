"""Files are read in a thread, which ends when nobody waits for it."""

import threading
from pathlib import Path

import pytest
from textual.message import Message

from replay.files import formats
from replay.files.source import Choices, Reading
from replay.files.understood import Understood
from replay.tui.reader import FilesRead, Reader
from tests.miles import LOOK


async def test_a_reading_that_nobody_waits_for_ends_at_its_next_word(monkeypatch: pytest.MonkeyPatch) -> None:
    told, gate, came = threading.Event(), threading.Event(), list[Message]()
    over: list[str] = []

    def read(paths: object, choices: Choices) -> Reading:
        choices.progress(0.5)
        told.set()
        assert gate.wait(20)
        try:
            choices.progress(0.6)
        except Exception:
            over.append("stopped")
            raise
        over.append("read")
        return Reading(None, (), Understood(""))

    monkeypatch.setattr(formats, "read_as_one", read)
    reader = Reader([Path("a.csv")], lambda: 0.0, came.append)
    before = set(threading.enumerate())
    reader.read(Choices(), LOOK)
    (thread,) = set(threading.enumerate()) - before
    assert told.wait(20)
    assert reader.share == 0.5
    reader.stop()
    gate.set()
    thread.join(20)
    assert (over, came) == (["stopped"], [])


async def test_what_is_waited_for_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "read_as_one", lambda paths, choices: Reading(None, (), Understood("")))
    done, came = threading.Event(), list[Message]()

    def post(message: Message) -> None:
        came.append(message)
        done.set()

    reader = Reader([Path("a.csv")], lambda: 0.0, post)
    reader.read(Choices(distance=1500.0), LOOK)
    assert done.wait(20)
    (message,) = came
    assert isinstance(message, FilesRead)
    assert message.came.choices == Choices(distance=1500.0)
    assert reader.takes(message.came)
    assert not reader.takes(message.came)
