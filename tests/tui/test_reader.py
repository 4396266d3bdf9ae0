"""Files are read in a thread, which ends when nobody waits for it."""

import threading
from pathlib import Path

import pytest
from textual.message import Message

from replay.drawing.theme.look import Look
from replay.files import formats
from replay.files.source import Choices, Reading
from replay.files.understood import Understood
from replay.race.problems import MissingExtra
from replay.race.race import Race
from replay.tui.reader import FilesRead, Reader
from replay.viewing import preview
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


async def test_a_race_that_needs_what_is_not_installed_is_none_and_says_what_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def preview_of(race: Race, look: Look) -> None:
        raise MissingExtra("fields of more than 200 runners need NumPy")

    monkeypatch.setattr(preview, "preview_of", preview_of)
    path = tmp_path / "many.csv"
    path.write_text("name,finish\nEve,3:50.10\nBob,3:51.20\n", encoding="utf-8")
    done, came = threading.Event(), list[Message]()

    def post(message: Message) -> None:
        came.append(message)
        done.set()

    Reader([path], lambda: 0.0, post).read(Choices(distance=1500.0), LOOK)
    assert done.wait(20)
    (message,) = came
    assert isinstance(message, FilesRead)
    assert (message.came.reading.race, message.came.picture) == (None, None)
    assert "need NumPy" in str(message.came.reading.problems[-1])
