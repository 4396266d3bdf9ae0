"""A visitor's session: the program, but that nothing of its host's is opened, kept or set."""

import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pytest
from textual.app import App
from textual.events import Paste
from textual.message import Message

from replay.files.library import Library
from replay.tui.handing import Handing
from replay.tui.sheet import StartCard
from replay.tui.typed import Typed
from replay.web.session import VisitedApp, _Visit
from tests.builders import entry, race
from tests.places import ROOT
from tests.tui.pilots import FakeClock, Session, running


@asynccontextmanager
async def visited(races: Path) -> AsyncIterator[Session]:
    app = VisitedApp(Library(races), clock=(clock := FakeClock()))
    async with running(app, clock, (100, 30)) as session:
        await session.until(lambda: not session.menu.reading)
        yield session


async def opens(session: Session) -> None:
    await session.press("o")


async def pastes(session: Session) -> None:
    session.menu.post_message(Paste("/etc/hosts"))
    await session.pilot.pause()


async def sets(session: Session) -> None:
    await session.press("s")


async def keeps(session: Session) -> None:
    kept: list[Path | None] = []
    session.app.keep(race(entry("A", 200)), kept.append)
    await session.pilot.pause()
    assert kept == [None]


@pytest.mark.parametrize("does", [opens, pastes, sets, keeps])
async def test_a_visitor_opens_keeps_and_sets_nothing(
    tmp_path: Path, does: Callable[[Session], Awaitable[None]]
) -> None:
    async with visited(tmp_path) as session:
        await does(session)
        assert session.menu.is_current
        assert "not in a browser" in session.text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["s", "S"])
async def test_no_picture_and_no_film_is_written_for_a_visitor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with visited(tmp_path) as session:
        await session.press("down", "enter")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x", "space", key)
        assert "not in a browser" in session.text
        assert not session.replay.taking.recording
    assert list(tmp_path.iterdir()) == []


async def test_a_visitors_ghost_is_no_file_of_the_hosts(tmp_path: Path) -> None:
    (tmp_path / "run.gpx").touch()
    async with visited(tmp_path) as session:
        await session.press("down", "enter")
        await session.until(lambda: session.shows(StartCard))
        await session.press("x", "space", "e", *str(tmp_path / "run.gpx"))
        assert "Enter takes it" not in session.text
        await session.press("ctrl+u", *"5:10")
        assert "Enter takes it" in session.text


async def test_a_visitor_asks_no_line_how_fast_it_is(tmp_path: Path) -> None:
    async with visited(tmp_path) as session:
        assert not session.app.piecemeal.pace.sends(10_000)


class _Waiting:
    """An application that answers nothing, and the loop that it runs in."""

    def __init__(self) -> None:
        self.message_queue_size = 0
        self.waiting: list[object] = []

    def call_soon_threadsafe(self, call: Callable[[object], None], message: object) -> None:
        self.waiting.append(message)

    def post_message(self, message: object) -> None:
        """Nobody hands it over."""


@pytest.mark.parametrize("keys", ["x" * 1_000_000, "\x1b[A" * 200_000])
def test_of_a_flood_of_keys_little_is_looked_at(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    """They were answered one by one after the visitor had left: 32 such sessions locked everybody out for minutes."""
    visit, there, read = _Visit.__new__(_Visit), _Waiting(), list[int]()
    feed = Typed.feed

    def counted(typed: Typed, text: str) -> Iterator[Message]:
        read.append(len(text))
        return feed(typed, text)

    monkeypatch.setattr(Typed, "feed", counted)
    monkeypatch.setattr(visit, "_handing", Handing(cast(App[None], there)), raising=False)
    monkeypatch.setattr(visit, "_loop", there, raising=False)
    monkeypatch.setattr(visit, "process_message", visit.send_message)
    visit._type(Typed(False), keys)
    assert 1000 < len(there.waiting) <= 2000
    assert sum(read) < 10_000


def test_a_session_ends_with_its_server_whatever_became_of_it() -> None:
    words = [sys.executable, "-m", "replay.web.session"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as session:
        assert session.stdin is not None
        assert session.stdout is not None
        assert session.stdout.readline().decode().strip().isidentifier(), "it speaks first"
        session.stdin.close()
        session.stdout.read()
        assert session.wait() is not None
