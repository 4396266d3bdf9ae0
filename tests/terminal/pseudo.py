"""A pseudo-terminal with the program in it, and what a terminal would show of it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import pyte

from tests.cells.quick import QuickByteStream
from tests.places import ROOT
from tests.warm import Warm, as_from_a_shell, fits, start_warm

_KITTY = re.compile(rb"\x1b\[[<>=?][0-9;]*u|\x1bP\$qm\x1b\\\\")
"""Asks for better key reports, or for the colour that is set; pyte would print it."""

_ASKS_FOR_FRAMES = b"\x1b[?2026$p"
"""Asks whether the terminal shows frames whole; this one says that it does."""

_ASKS_HOW_FAR = b"\x1b[5n"
"""Asks how it is, and so whether it has taken what came before; who gets no answer writes no more."""

PATIENCE = 30.0
"""Seconds in which something has to happen on a machine with much else to do."""


class Terminal:
    """Runs `python -m replay` in a pseudo-terminal of its own."""

    def __init__(self, *words: str, size: tuple[int, int] = (80, 24), fresh: bool = False, **environment: str) -> None:
        """Start the program; in a fresh Python, where it is asked for or is the only way (see `tests.warm`)."""
        self.master, self.slave = pty.openpty()
        self._screen = pyte.Screen(*size)
        self._stream = QuickByteStream(self._screen)
        self._unseen = bytearray()
        self._shown: list[str] = []
        self.raw = b""
        self.resize(*size)
        self.before = termios.tcgetattr(self.slave)
        environ = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **environment}
        self.process: subprocess.Popen[bytes] | Warm
        if not fresh and fits(environ):
            self.process = start_warm(words, (self.slave, self.slave, self.slave), environ, session=True)
            return
        self.process = subprocess.Popen(
            [sys.executable, "-m", "replay", *words],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=environ,
            cwd=ROOT,
            start_new_session=True,
            preexec_fn=as_from_a_shell,
        )

    def __enter__(self) -> Self:
        """The terminal itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End what still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.slave)
        self.vanish()

    def resize(self, columns: int, lines: int) -> None:
        """Another size, told to the program as a terminal tells it."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)
        if hasattr(self, "process"):
            os.kill(self.process.pid, signal.SIGWINCH)

    def vanish(self) -> None:
        """Close it, as one closes a window."""
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    @property
    def screen(self) -> pyte.Screen:
        """The terminal, with all that was written to it; who does not look need not wait for it to be drawn."""
        if self._unseen:
            self._stream.feed(bytes(self._unseen))
            self._unseen.clear()
        return self._screen

    def spoil(self, data: bytes) -> None:
        """Have another program write on it."""
        self._unseen += data

    @property
    def drawing(self) -> bool:
        """Whether a frame has begun that is not yet whole."""
        return self.raw.rfind(b"\x1b[?2026h") > self.raw.rfind(b"\x1b[?2026l")

    @property
    def text(self) -> str:
        """What the terminal shows; it is asked far more often than something is written."""
        screen = self.screen
        if screen.dirty or len(self._shown) != screen.lines:
            self._shown = screen.display
            screen.dirty.clear()
        return "\n".join(self._shown)

    def press(self, keys: str | bytes) -> None:
        """Type. After a lone Esc nothing follows at once: with what follows it would be another key."""
        os.write(self.master, keys if isinstance(keys, bytes) else keys.encode())
        if keys == "\x1b":
            time.sleep(0.4)

    def read(self, seconds: float) -> bool:
        """Take what the program writes, waiting so long for its first byte; whether there was any."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        asked = (self.raw[1 - len(_ASKS_HOW_FAR) :] + data).count(_ASKS_HOW_FAR)  # a question may come in two parts
        whole = _ASKS_FOR_FRAMES in self.raw[1 - len(_ASKS_FOR_FRAMES) :] + data
        self.raw += data
        self._unseen += _KITTY.sub(b"", data)
        if self.master >= 0:
            self.press("\x1b[0n" * asked)
        if whole:
            self.press("\x1b[?2026;2$y")
        return bool(data)

    def until(self, text: str) -> None:
        """Wait until the terminal shows a text."""
        end = time.monotonic() + PATIENCE
        while self.drawing or text not in self.text:
            assert time.monotonic() < end, f"{text!r} never came:\n{self.text}"
            assert self.process.poll() is None, f"ended before {text!r}:\n{self.text}"
            self.read(0.1)

    def until_holds(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for something that the terminal need not show."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"{what} never came:\n{self.text}"
            self.read(0.05)

    def until_gone(self, text: str) -> None:
        """Wait until the terminal shows a text no more."""
        end = time.monotonic() + PATIENCE
        while self.drawing or text in self.text:
            assert time.monotonic() < end, f"{text!r} stays:\n{self.text}"
            self.read(0.1)

    def ended(self) -> int:
        """Wait for the end; the exit code."""
        end = time.monotonic() + PATIENCE
        while (code := self.process.poll()) is None:
            assert time.monotonic() < end, f"never ended:\n{self.text}"
            self.read(0.05)
        while self.read(0.05):
            pass
        return code


@contextmanager
def terminal(
    *words: str, size: tuple[int, int] = (80, 24), fresh: bool = False, **environment: str
) -> Iterator[Terminal]:
    """The program in a terminal, for a while."""
    with Terminal(*words, size=size, fresh=fresh, **environment) as found:
        yield found


def assert_restored(shown: Terminal, fault: bool = False) -> None:
    """Whether the terminal is as it was before the program, and no fault of its own ended it, or one did."""
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h"), (b"\x1b[?1000h", b"\x1b[?1000l")):
        assert shown.raw.rfind(off) > shown.raw.rfind(on)
    assert termios.tcgetattr(shown.slave) == shown.before
    assert (b"fault of the program" in shown.raw) is fault
    at = shown.raw.find(b"Traceback")
    assert at < 0, shown.raw[at : at + 4000].decode(errors="replace")
