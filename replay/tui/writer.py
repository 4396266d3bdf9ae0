"""What writes to the terminal: at once while the terminal takes it, else by a thread, as Textual does.

To hand a frame to another thread thirty times a second, and to have it take the lock of the interpreter, is a tenth of
what a frame costs. A terminal mostly has room for one; a descriptor of our own that never waits writes it there, and
what finds no room is the thread's. The descriptor that the shell has too is left as it is.
"""

import os
import threading
import time
from queue import SimpleQueue
from typing import TextIO

from textual.drivers import linux_driver

_MOST = 30
"""Texts that wait to be written, as in Textual: who writes more waits until the terminal has taken some."""
_AGAIN = 0.005
"""Seconds after which to look whether it has."""


class Writer(threading.Thread):
    """Writes texts to a file, in the order in which they come."""

    def __init__(self, file: TextIO) -> None:
        """Write to a file, once it is started."""
        super().__init__(daemon=True, name="textual-output")
        self._queue: SimpleQueue[str | bytes | None] = SimpleQueue()
        self._file = file
        self._direct = _never_waiting(file)
        self._handed = self._written = 0
        """Texts that the thread was handed, and that it has written."""

    def write(self, text: str) -> None:
        """Write a text or have it written; wait while too many are waiting."""
        rest: str | bytes = text
        if self._direct is not None and self._handed == self._written:
            rest = self._as_much_as_it_takes(self._direct, text)
        if rest:
            while self._queue.qsize() >= _MOST and self.is_alive():
                time.sleep(_AGAIN)
            self._handed += 1
            self._queue.put(rest)

    def _as_much_as_it_takes(self, direct: int, text: str) -> bytes:
        """Write what there is room for; what is left."""
        told = text.encode(self._file.encoding, self._file.errors or "replace")
        try:
            return told[os.write(direct, told) :]
        except OSError:  # it has no room, or is gone, which the thread finds too
            return told

    def run(self) -> None:
        """Write until it is stopped, and see to it that all has arrived where there is a break."""
        while (text := self._queue.get()) is not None:
            if isinstance(text, bytes):
                self._file.flush()
                self._file.buffer.write(text)
            else:
                self._file.write(text)
            if self._queue.empty():
                self._file.flush()
            self._written += 1
        self._file.flush()

    def stop(self) -> None:
        """Write what waits, and end."""
        self._queue.put(None)
        self.join()
        if self._direct is not None:
            os.close(self._direct)
            self._direct = None


def _never_waiting(file: TextIO) -> int | None:
    """Another descriptor of a terminal, which takes what it has room for and never waits; none of anything else."""
    try:
        flags = os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
        return os.open(os.ttyname(file.fileno()), flags)
    except OSError:  # `io.UnsupportedOperation` among them
        return None


def write_by_it() -> None:
    """Have Textual's driver for a terminal start this thread where it would start its own."""
    vars(linux_driver)["WriterThread"] = Writer
