"""What is typed is read as it was typed, however late the program comes to it."""

import os
import sys
from threading import Event
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

import pty
import termios
import tty

from textual.events import Key

from replay.tui import terminal
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

    def _read(self) -> bytes:
        self._left -= 1
        return os.read(self.fileno, 1)

    def _flooded(self) -> bool:
        return False

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
