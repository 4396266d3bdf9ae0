"""What is typed is read as it was typed, however late the program comes to it."""

import asyncio
import errno
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any, cast

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

import pty
import termios
import tty

from textual.app import App
from textual.events import Key

from replay.tui import terminal
from replay.tui.handing import Handing
from replay.tui.terminal import TerminalDriver
from replay.tui.typed import Typed


class Late(TerminalDriver):
    """A driver that takes up a byte a second, though all of them have been typed at once."""

    def __init__(self, typed: bytes) -> None:
        """Read these, and no more."""
        self.fileno, self._typing = os.pipe()
        os.write(self._typing, typed)
        self.exit_event = Event()
        self._debug = False
        self.read: list[str] = []
        self._left = len(typed)
        self._handing = Handing(cast(App[None], SimpleNamespace(message_queue_size=0)))

    def _read(self) -> bytes:
        self._left -= 1
        return os.read(self.fileno, 1)

    def process_message(self, message: Any) -> None:  # noqa: ANN401
        """Keep a key; end with the last."""
        self.read += [message.key] if isinstance(message, Key) else []
        if not self._left:
            self.exit_event.set()


@pytest.mark.parametrize(
    ("typed", "read"), [(b"\x1b[B", ["down"]), (b"\x1bOBx", ["down", "x"]), (b"\x1b[1;2C", ["shift+right"])]
)
def test_a_sequence_that_has_come_whole_is_one_key_however_slow_the_program_is(
    typed: bytes, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = iter(range(10_000))
    monkeypatch.setattr(terminal, "Typed", lambda debug, flooded: Typed(debug, lambda: float(next(now)), flooded))
    driver = Late(typed)
    driver.run_input_thread()
    assert driver.read == read
    os.close(driver._typing)
    os.close(driver.fileno)


class Gone(TerminalDriver):
    """A driver of a terminal that takes nothing any more."""

    def __init__(self, fileno: int, before: list[Any]) -> None:
        """Of a terminal that was otherwise before."""
        self.fileno, self.attrs_before = fileno, before


def test_a_terminal_that_takes_nothing_shows_again_what_is_typed_when_the_program_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    far, near = pty.openpty()
    before = termios.tcgetattr(near)
    tty.setraw(near)
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    Gone(near, before)._end_at_last(15)
    after = termios.tcgetattr(near)
    assert (ended, after[3]) == ([143], before[3])
    os.close(far)
    os.close(near)


def test_a_terminal_is_given_back_though_no_descriptor_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object) -> int:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    far, near = pty.openpty()
    before = termios.tcgetattr(near)
    tty.setraw(near)
    heeded = signal.getsignal(signal.SIGTTOU)
    with monkeypatch.context() as patched:
        patched.setattr(os, "dup", none_left)
        Gone(near, before)._give_back(near)
    signal.signal(signal.SIGTTOU, heeded)
    assert b"\x1b[?1049l" in os.read(far, 4096)
    assert termios.tcgetattr(near)[3] == before[3]
    os.close(far)
    os.close(near)


class Stopped(Gone):
    """A driver that is told of signals."""

    _auto_restart = False

    def __init__(self) -> None:
        """In the midst of a frame."""
        self.__dict__.update(_app=self, _loop=self)
        self._taken, self._must_signal_resume = True, False
        self.done: list[str] = []
        self.later: list[Callable[[], object]] = []

    def call_soon_threadsafe(self, function: Callable[[], object]) -> None:
        """Do it once the frame is written."""
        self.later.append(function)

    def _in_front(self) -> bool:
        return True

    def _take_again(self) -> None:
        self.done.append("taken")

    def went_on(self) -> None:
        """What is shown is drawn anew."""
        self.done.append("drawn")


def test_at_a_signal_nothing_is_written_into_the_midst_of_a_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = Stopped()
    monkeypatch.setattr(os, "kill", lambda *_: driver.done.append("stopped"))
    driver._sigtstp_application()
    driver._sigcont_application()
    assert driver.done == []
    for function in driver.later:
        function()
    assert driver.done == ["stopped", "taken", "drawn"]


def test_it_is_drawn_on_the_terminal_where_standard_error_is_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async def drawn_on() -> object:
        return TerminalDriver(App())._file

    kept = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    far, near = pty.openpty()
    with (
        os.fdopen(near, "w") as shown,
        Path(tmp_path, "errors.txt").open("w") as errors,
        Path(os.devnull).open() as typed,
    ):
        monkeypatch.setattr(sys, "__stdin__", typed)
        monkeypatch.setattr(sys, "__stdout__", shown)
        for elsewhere in (errors, None):
            monkeypatch.setattr(sys, "__stderr__", elsewhere)
            assert asyncio.run(drawn_on()) is shown
    os.close(far)
    for number, handler in kept.items():
        signal.signal(number, handler)
