"""Programs started warm: forks of a process that has imported the program, each with descriptors of its own.

Python and its imports are three quarters of what the program takes in a test with a terminal, the same every time.
What is started so is a process like any other: it has its own terminal, environment, folder and signals, runs what
`python -m replay` runs, from its arguments to its end, and leaves as that does. But what Python and libraries read of
the environment before the program begins is not read again: `fits` says where that would be seen. Tests of how the
program starts take a fresh Python, and so do those of a locale, of no colours and of other terminals.
"""

import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple, TextIO, cast

from tests.places import ROOT
from tests.world import ours

_IMPORTED = (
    "replay.cli.waiting",
    "replay.cli.watching",
    "replay.drawing.pages.menu",
    "replay.files.formats",
    "replay.files.story",
    "replay.files.yaml.reader",
    "replay.tui.app",
    "replay.tui.menu_screen",
    "replay.tui.replay_screen",
    "replay.tui.terminal",
    "textual.drivers.headless_driver",
    "textual.drivers.linux_driver",
    "textual.layouts.factory",
    "textual.pilot",
    "textual.scrollbar",
    "yaml",
)
"""What the menu and a race that is watched import before their first frame, here or there."""
_AT_THE_START = ("LC_", "LANG", "PYTHON", "TEXTUAL_", "TERM", "COLORTERM", "NO_COLOR", "STY", "TMUX", "ESCDELAY")
"""What variables begin with that are read while Python, the program and its libraries are imported, or decide that."""
_COLOURS = {"TEXTUAL_COLOR_SYSTEM": "truecolor"}
"""What the program tells Textual before it imports it, in a terminal as tests have it (`tests.world`)."""
_NOT_THE_PROGRAMS = {*_COLOURS, "TEXTUAL_SNAPSHOT_TEMPDIR"}
"""What the program sets itself, and what is of the pictures' plugin."""
USUAL = {**ours(os.environ), **_COLOURS}
"""As it was before any test changed it for itself."""
_LONGEST = 1 << 17
"""Bytes that tell what is to be started."""


class Warm:
    """A program that runs, with what `subprocess.Popen` has of it."""

    def __init__(self, pid: int, told: socket.socket) -> None:
        """A process, and who tells how it ended."""
        self.pid = pid
        self.returncode: int | None = None
        self._told = told

    def poll(self) -> int | None:
        """Its exit code, negative where a signal ended it; None while it runs."""
        if self.returncode is None and select.select([self._told], [], [], 0)[0]:
            self._hear()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end."""
        if self.returncode is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("replay", timeout or 0.0)
            self._hear()
        assert self.returncode is not None
        return self.returncode

    def _hear(self) -> None:
        self.returncode = int(self._told.recv(16))
        self._told.close()

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


def fits(environment: Mapping[str, str]) -> bool:
    """Whether the program would have been imported in the same way in such an environment."""
    return _at_the_start(environment) == _at_the_start(USUAL)


def _at_the_start(environment: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value
        for name, value in environment.items()
        if name.startswith(_AT_THE_START) and name not in _NOT_THE_PROGRAMS
    }


class Nursery(NamedTuple):
    """Who forks, and where it takes orders."""

    process: "subprocess.Popen[bytes]"
    orders: socket.socket


@lru_cache(maxsize=1)
def _nursery(_process: int) -> Nursery:
    """Who forks for this process; a fork of it has another."""
    orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        descriptor = theirs.fileno()
        words = [sys.executable, "-m", "tests.warm", str(descriptor)]
        process = subprocess.Popen(
            words, cwd=ROOT, env=USUAL, pass_fds=[descriptor], stdin=subprocess.DEVNULL, start_new_session=True
        )
    return Nursery(process, orders)


def start_warm(
    words: Sequence[str], descriptors: tuple[int, int, int], environment: Mapping[str, str], *, session: bool = False
) -> Warm:
    """Start `python -m replay` with some words, and with descriptors as 0, 1 and 2.

    Args:
        words: What stands behind the program's name.
        descriptors: Input, output and errors.
        environment: All of it, and one that `fits`.
        session: Whether it leads a session of its own, as in a terminal of its own.
    """
    told, tells = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    order = json.dumps([list(words), dict(environment), session]).encode()
    with tells:
        socket.send_fds(_nursery(os.getpid()).orders, [order], [*descriptors, tells.fileno()])
    return Warm(int(told.recv(16)), told)


def _serve(orders: socket.socket) -> bool:
    """Fork for every order; True in a fork, and False when there are no more."""
    woken, wakes = socket.socketpair()
    for end in (woken, wakes):
        end.setblocking(False)
    signal.set_wakeup_fd(wakes.fileno())
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    running: dict[int, socket.socket] = {}
    while True:
        ready, _, _ = select.select([orders, woken], [], [])
        if woken in ready:
            woken.recv(4096)
            _tell_who_ended(running)
        if orders in ready:
            order, descriptors, _, _ = socket.recv_fds(orders, _LONGEST, 4)
            if not order:
                return False
            tells = socket.socket(fileno=descriptors.pop())
            pid = os.fork()
            if not pid:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for other in (orders, woken, wakes, tells, *running.values()):
                    other.close()
                words, environment, session = json.loads(order)
                _become(words, environment, descriptors, session=session)
                return True
            tells.send(str(pid).encode())
            running[pid] = tells
            for descriptor in descriptors:
                os.close(descriptor)


def _tell_who_ended(running: dict[int, socket.socket]) -> None:
    while running:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        with running.pop(pid) as tells, suppress(OSError):  # nobody may ask any more
            tells.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(words: list[str], environment: dict[str, str], descriptors: list[int], *, session: bool) -> None:
    """Be as a fresh Python is just before the program begins."""
    if session:
        os.setsid()
        as_from_a_shell()
        signal.signal(signal.SIGINT, signal.default_int_handler)  # as Python sets it where it is not ignored
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = [sys.argv[0], *words]
    sys.stdin = sys.__stdin__ = _stream(0, "r", "surrogateescape")  # type: ignore[assignment, misc]
    sys.stdout = sys.__stdout__ = _stream(1, "w", "surrogateescape")  # type: ignore[assignment, misc]
    sys.stderr = sys.__stderr__ = _stream(2, "w", "backslashreplace")  # type: ignore[assignment, misc]


def _stream(descriptor: int, mode: str, errors: str) -> TextIO:
    """What Python makes of a descriptor in a locale of UTF-8."""
    by_line = mode == "w" and (descriptor == 2 or os.isatty(descriptor))
    buffering = 1 if by_line else -1
    return cast("TextIO", open(descriptor, mode, buffering, encoding="utf-8", errors=errors, closefd=False))


def as_from_a_shell() -> None:
    """Who runs the tests may ignore signals, as what runs in the background does; a program in a terminal does not."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


if __name__ == "__main__":
    for name in _IMPORTED:
        import_module(name)
    assert threading.active_count() == 1, "what has threads cannot be forked"
    if _serve(socket.socket(fileno=int(sys.argv[1]))):
        runpy.run_module("replay", run_name="__main__", alter_sys=True)
