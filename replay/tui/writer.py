"""The thread that writes to the terminal: Textual's, with a queue that costs less.

A frame is put into it thirty times a second and taken out by the other thread: with a queue of Python's own making that
is a tenth of what a frame costs.
"""

import threading
import time
from queue import SimpleQueue
from typing import IO

from textual.drivers import linux_driver

_MOST = 30
"""Texts that wait to be written, as in Textual: who writes more waits until the terminal has taken some."""
_AGAIN = 0.005
"""Seconds after which to look whether it has."""


class Writer(threading.Thread):
    """Writes texts to a file, in the order in which they come."""

    def __init__(self, file: IO[str]) -> None:
        """Write to a file, once it is started."""
        super().__init__(daemon=True, name="textual-output")
        self._queue: SimpleQueue[str | None] = SimpleQueue()
        self._file = file

    def write(self, text: str) -> None:
        """Have a text written; wait while too many are."""
        while self._queue.qsize() >= _MOST and self.is_alive():
            time.sleep(_AGAIN)
        self._queue.put(text)

    def run(self) -> None:
        """Write until it is stopped, and see to it that all has arrived where there is a break."""
        while (text := self._queue.get()) is not None:
            self._file.write(text)
            if self._queue.empty():
                self._file.flush()
        self._file.flush()

    def stop(self) -> None:
        """Write what waits, and end."""
        self._queue.put(None)
        self.join()


def write_by_it() -> None:
    """Have Textual's driver for a terminal start this thread where it would start its own."""
    vars(linux_driver)["WriterThread"] = Writer
