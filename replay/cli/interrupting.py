"""Ctrl+C while a library is at work: Python answers a signal only when that has come back.

The solver works for seconds on a race that is hard to reconstruct, and so does the reader of a workbook. Both let other
threads run meanwhile, so one of ours waits for the signal, which Python writes to a pipe at once.
"""

import _thread
import os
import sys
import time
from contextlib import suppress
from signal import SIG_DFL, SIGINT, default_int_handler, getsignal, set_wakeup_fd, signal
from typing import TYPE_CHECKING

from replay.cli.group import INTERRUPTED

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_PATIENCE = 0.3
"""Seconds in which the program may end by itself, with everything put away."""


def leave_when_interrupted() -> None:
    """From now on end the process soon after Ctrl+C, whatever it is about; its exit code is that of an interruption."""
    if getsignal(SIGINT) is SIG_DFL:  # as it was while the program was being loaded; where it is ignored it stays so
        signal(SIGINT, default_int_handler)
    sys.unraisablehook = quietly
    if sys.platform == "win32":  # no pipe will do there
        return
    with suppress(OSError):  # no more files may be open: it ends as any program does
        reading, writing = _pipe()
        os.set_blocking(writing, False)
        set_wakeup_fd(writing, warn_on_full_buffer=False)
        _thread.start_new_thread(_wait, (reading,))


def _pipe() -> tuple[int, int]:
    """A pipe, which does not take the place of standard input where the shell has closed it."""
    from fcntl import F_DUPFD_CLOEXEC, fcntl

    ends = os.pipe()
    try:
        return fcntl(ends[0], F_DUPFD_CLOEXEC, 3), fcntl(ends[1], F_DUPFD_CLOEXEC, 3)
    finally:
        for end in ends:
            os.close(end)


def quietly(lost: "UnraisableHookArgs") -> None:
    """Say nothing of an interruption that came where Python can raise nothing: it ends the process all the same."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(lost)


def leave_signals_alone() -> None:
    """End this, for a program that answers Ctrl+C by itself and has a terminal to give back.

    Until it has taken that it is ended at once: the loop that it runs in would cancel what nobody minds, and go on.
    """
    set_wakeup_fd(-1)
    if getsignal(SIGINT) is default_int_handler:
        signal(SIGINT, lambda *_: os._exit(INTERRUPTED))


def _wait(reading: int) -> None:
    while SIGINT not in os.read(reading, 100):
        pass
    time.sleep(_PATIENCE)
    os._exit(INTERRUPTED)
