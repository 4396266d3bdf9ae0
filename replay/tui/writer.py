"""What writes to the terminal: at once while the terminal takes it, else by a thread, as Textual does.

To hand a frame to another thread thirty times a second, and to have it take the lock of the interpreter, is a tenth of
what a frame costs. A terminal mostly has room for one; a descriptor of our own that never waits writes it there, and
what finds no room is the thread's. The descriptor that the shell has too is left as it is.
"""

import os
import select
import signal
import termios
import threading
import time
from contextlib import suppress
from queue import SimpleQueue
from typing import TextIO

from textual.drivers import linux_driver

_MOST = 30
"""Texts that wait to be written, as in Textual: who writes more waits until the terminal has taken some."""
_AGAIN = 0.005
"""Seconds after which to look whether it has."""
_TRIES = 100
"""How often one looks, of a terminal that is given back."""


class Writer(threading.Thread):
    """Writes texts to a file that has a descriptor, in the order in which they come, each whole."""

    def __init__(self, file: TextIO) -> None:
        """Write to a file, once it is started."""
        super().__init__(daemon=True, name="textual-output")
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self._encoding, self._errors = file.encoding, file.errors or "replace"
        file.flush()
        self._out = file.fileno()
        self._direct = _never_waiting(file)
        self._one_by_one = threading.RLock()
        """Who reads the terminal writes too: between the two parts of a text nothing else may come."""
        self._handed = self._written = 0
        """Texts that the thread was handed, and that it has written."""

    def write(self, text: str) -> None:
        """Write a text or have it written; wait while too many are waiting."""
        while self._queue.qsize() >= _MOST and self.is_alive():
            time.sleep(_AGAIN)
        rest = text.encode(self._encoding, self._errors)
        with self._one_by_one:
            if self._direct is not None and self._handed == self._written:
                with suppress(OSError):  # it has no room, or is gone, which the thread finds too
                    rest = rest[os.write(self._direct, rest) :]
            if rest:
                self._handed += 1
                self._queue.put(rest)

    @property
    def waits(self) -> bool:
        """Whether the terminal has not yet taken all that was written."""
        return self._handed != self._written

    def run(self) -> None:
        """Write until it is stopped; what comes for a terminal that is gone goes nowhere."""
        while (text := self._queue.get()) is not None:
            with suppress(OSError):
                _write_whole(self._out, text)
            self._written += 1

    def let_go(self) -> None:
        """Wait no longer for a terminal that does not read: what is written goes where the descriptor now leads."""
        if self.ident is not None and self.is_alive():
            signal.signal(signal.SIGWINCH, lambda *_: None)  # any that interrupts a write will do
            signal.pthread_kill(self.ident, signal.SIGWINCH)

    def stop(self) -> None:
        """Write what waits, and end."""
        self._queue.put(None)
        self.join()
        if self._direct is not None:
            os.close(self._direct)
            self._direct = None


def _write_whole(out: int, text: bytes) -> None:
    """Write all of it: a stop may cut it anywhere, and who shares the descriptor may have it wait for nothing."""
    while text:
        try:
            text = text[os.write(out, text) :]
        except BlockingIOError:
            time.sleep(_AGAIN)


def write_over(terminal: int, last: bytes) -> bool:
    """Write what is last; in the place of all that waits where a terminal takes nothing, which may never read again.

    Returns:
        Whether it took all of it, and what was written before.
    """
    taken = True
    with suppress(OSError), os.fdopen(_opened(os.ttyname(terminal)), "wb", 0) as direct:
        for _ in range(_TRIES):
            _, free, _ = select.select([], [direct], [], 0)
            if free:
                with suppress(BlockingIOError):
                    last = last[direct.write(last) or 0 :]
            if not last:
                return taken
            taken = False
            termios.tcflush(direct, termios.TCOFLUSH)
            time.sleep(_AGAIN)
    os.write(terminal, last)
    return taken


def _opened(name: str) -> int:
    """A descriptor of our own of a terminal."""
    return os.open(name, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)


def _never_waiting(file: TextIO) -> int | None:
    """Another descriptor of a terminal, which takes what it has room for and never waits; none of anything else."""
    try:
        return _opened(os.ttyname(file.fileno()))
    except OSError:  # `io.UnsupportedOperation` among them
        return None


def write_by_it() -> None:
    """Have Textual's driver for a terminal start this thread where it would start its own."""
    vars(linux_driver)["WriterThread"] = Writer
