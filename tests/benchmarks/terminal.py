"""A program under a real pseudo-terminal, drained by a reader which can be as slow as a line."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path

FRAME = b"\x1b[?2026h"
"""What Textual writes before each frame to a terminal that can show one at once (synchronized output)."""
_QUESTION, _ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_HOW_FAR, _SO_FAR = b"\x1b[5n", b"\x1b[0n"
"""Every terminal answers that when it has come there."""
_TICKS = os.sysconf("SC_CLK_TCK")


class Terminal:
    """One program and what it has written so far.

    Attributes:
        started: Seconds of the monotonic clock at its start.
        data: All it wrote.
    """

    def __init__(
        self, argv: Sequence[str], columns: int, rows: int, line: float = 0.0, passed: Sequence[int] = ()
    ) -> None:
        """Start a program in a terminal of this size.

        Args:
            argv: The program and its arguments.
            columns: Cells.
            rows: Cells.
            line: Bytes a second that the reader takes; 0 for as many as there are.
            passed: Descriptors that the program has, too.
        """
        self._master, slave = pty.openpty()
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LC_ALL": "C.UTF-8",
            "PYTHONHASHSEED": "0",
        }
        for name in ("NO_COLOR", "PYTHONDONTWRITEBYTECODE"):  # an installed program is compiled
            environment.pop(name, None)
        self.line = line
        self.data = bytearray()
        self._answered = False
        self._due = self.started = time.monotonic()
        self._process = subprocess.Popen(
            argv, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True, pass_fds=passed
        )
        os.close(slave)

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._master, keys.encode())

    def read(self, seconds: float, until: bytes | re.Pattern[bytes] | None = None, since: int = 0) -> float | None:
        """Read for so long, or until something is written after byte `since`; the clock when it was."""
        sign = re.compile(re.escape(until)) if isinstance(until, bytes) else until
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            ready, _, _ = select.select([self._master], [], [], min(0.05, end - now))
            if ready:
                try:
                    chunk = os.read(self._master, 1 << 16 if not self.line else 1024)
                except OSError:
                    return None
                self._take(chunk)
            if sign is not None and sign.search(self.data, since):
                return time.monotonic()
        return None

    def _take(self, chunk: bytes) -> None:
        self.data += chunk
        if self.line:
            self._due = max(self._due, time.monotonic() - 0.02) + len(chunk) / self.line
            time.sleep(max(self._due - time.monotonic(), 0.0))
        if not self._answered and _QUESTION in self.data:
            self._answered = True
            os.write(self._master, _ANSWER)
        asked = self.data.count(_HOW_FAR, max(len(self.data) - len(chunk) - len(_HOW_FAR) + 1, 0))
        os.write(self._master, _SO_FAR * asked)

    def clock(self) -> float:
        """The clock that `read` tells, in seconds."""
        return time.monotonic()

    def cpu(self) -> float:
        """Seconds of processor that it has used."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def wait(self) -> None:
        """Wait until it has ended by itself."""
        self._process.wait()

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def close(self) -> None:
        """End it."""
        if self.alive:
            os.kill(self._process.pid, signal.SIGTERM)
            self.read(0.5)
        if self.alive:
            self._process.kill()
        self._process.wait()
        os.close(self._master)

    def frames(self, since: int = 0) -> list[int]:
        """The sizes in bytes of the frames written from a byte on, without the last, which may not be whole."""
        return [len(part) + len(FRAME) for part in bytes(self.data[since:]).split(FRAME)[1:-1]]
