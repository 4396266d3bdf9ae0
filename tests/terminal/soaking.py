"""The program left to itself for long: `python -m tests.terminal.soaking MINUTES` prints what it holds each minute.

It plays in a terminal of its own, one race after the other (`N`), in the views and charts there are.
"""

import os
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

from tests.terminal.pseudo import Terminal

_EVERY = 2
"""Minutes for which a race is played."""


def held(process: int) -> tuple[float, int, int]:
    """The megabytes, open files and threads of a process, on Linux."""
    place = Path("/proc", str(process))
    pages = int((place / "statm").read_text("ascii").split()[1])
    files, threads = (sum(1 for _ in (place / name).iterdir()) for name in ("fd", "task"))
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6, files, threads


def pass_time(shown: Terminal, seconds: float) -> None:
    """Take what is written, and keep none of it."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        shown.read(left)
        shown.raw = b""
        shown._unseen.clear()


def soak(minutes: int) -> None:
    """Play for so long."""
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal("london-mile-2026", size=(120, 40), HOME=home, RACE_REPLAY_RACES=home) as shown,
    ):
        pass_time(shown, 10.0)
        views = cycle("fvB")
        for minute in range(minutes + 1):
            print(
                "minute {}: {:.1f} MB, {} open files, {} threads".format(minute, *held(shown.process.pid)), flush=True
            )
            for key in ("N" if minute and minute % _EVERY == 0 else next(views), "x"):  # the x goes past a start card
                shown.press(key)
                pass_time(shown, 5.0)
            pass_time(shown, 50.0)


if __name__ == "__main__":
    soak(int(sys.argv[1]))
