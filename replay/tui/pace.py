"""How fast a line takes what is written: the terminal is asked now and then whether it has come so far.

What is written to a slow line waits in buffers that nobody can look into, and a key would be answered after all of it.
So no more is written than the line takes in a moment; a frame that is longer comes in pieces, what is said first.
"""

import math
from collections import deque
from collections.abc import Callable

from replay.cells.ansi import Change, changes_to_text
from replay.cells.depth import Depth

ASK = "\x1b[5n"
"""Asks a terminal whether it is well (DSR); it answers when it has come to it."""
ANSWER = "\x1b[0n"

AHEAD = 0.3
"""Seconds by which what is written may be ahead of what has arrived."""
LEAST = 400
"""Bytes that are written at once however slow the line is."""
FIRST = 600
"""Bytes of the first screen after which an answer is waited for: a title and what keys there are."""
UNMEASURED = 8000
"""Bytes that are written before the first answer."""
_PATIENCE = 3.0
"""Seconds after which a terminal is taken for one that does not answer, until it does."""
_FIRST_PATIENCE = 2.0
"""Seconds for which the first screen waits for it."""
_LOST = 30.0
"""Seconds after which an answer does not come any more, such as one of a terminal that was detached meanwhile."""
_MOST_ASKED = 1000
"""Questions that are remembered, of a terminal that answers none."""
_OFTEN, _SELDOM = 0.1, 0.5
"""Seconds between two questions, on a line that is fast the latter: each answer wakes the program up."""
_TELLING = 1000
"""Bytes by which a line can be called slow; with few it is the way there and back that takes long."""


class Pace:
    """What was written and what has arrived."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Know nothing of the line; `clock` gives seconds."""
        self._clock = clock
        self._asked: deque[tuple[float, int, int]] = deque(maxlen=_MOST_ASKED)
        """When, how much had been written by then, and what of it had arrived for sure."""
        self._sent = 0
        self._arrived = 0
        self._last = -1.0
        self._asked_at, self._asked_for = -math.inf, 0
        """When it was asked last, and how much had been written by then."""
        self.rate: float | None = None
        """Bytes a second; None before the first answer."""

    def sends(self, size: int) -> bool:
        """Count bytes that are written; whether to ask with them."""
        now, before = self._clock(), self._sent
        self._sent += size
        often, much = (_SELDOM, self._most / 16) if self._fast else (_OFTEN, LEAST)
        waits = self._fast or bool(self._asked)
        if waits and now - self._asked_at < often and self._sent - self._asked_for < much:
            return False
        # On a line that is fast what was written without a question has long arrived.
        self._asked.append((now, self._sent, before if self._fast and not self._asked else 0))
        self._asked_at, self._asked_for = now, self._sent
        return True

    def answered(self, at: float | None = None) -> None:
        """The terminal has come to a question; `at` is when its answer was read, for one who was busy then."""
        if not self._asked:
            return
        now, (asked, total, arrived) = self._clock() if at is None else at, self._asked.popleft()
        seconds, size = max(now - max(asked, self._last), 0.001), total - max(self._arrived, arrived)
        rate = size / seconds
        self._arrived, self._last = total, now
        # What a single question takes is mostly the way there and back; of those that follow each other it is not.
        least, longest = (UNMEASURED, 2 * AHEAD) if arrived else (_TELLING, AHEAD)
        if self.rate is None or rate > self.rate or size >= least or seconds > longest:
            self.rate = rate if self.rate is None else (self.rate + rate) / 2

    @property
    def _fast(self) -> bool:
        """Whether the line is known to take a frame at once."""
        return self.rate is not None and self.rate * AHEAD > UNMEASURED

    @property
    def unmeasured(self) -> bool:
        """Whether nothing is known of the line yet, and it may still answer."""
        if self.rate is not None:
            return False
        return not self._asked or self._clock() - self._asked[0][0] < _FIRST_PATIENCE

    @property
    def probes(self) -> bool:
        """Whether enough is on its way to tell how fast an unknown line is."""
        return self.unmeasured and self._sent >= FIRST

    @property
    def _most(self) -> float:
        return UNMEASURED if self.rate is None else max(LEAST, self.rate * AHEAD)

    @property
    def behind(self) -> bool:
        """Whether enough is on its way."""
        if not self._asked or self._sent - self._arrived < self._most:
            return False
        waited = self._clock() - self._asked[0][0]
        if waited > _LOST:
            self._asked.clear()
            self._arrived = self._sent
            return False
        return self.rate is not None or waited < _PATIENCE

    def room(self, depth: Depth) -> "Room | None":
        """How much may be written now; None for as much as there is."""
        if self.rate is None or self._fast:
            return None
        return Room(int(self._most), depth)


class Room:
    """Bytes that may be written at once."""

    def __init__(self, left: int, depth: Depth) -> None:
        """So many, on a terminal of so many colours."""
        self._left = left
        self._depth = depth

    def takes(self, change: Change) -> bool:
        """Whether there is room for a changed row, which then is taken."""
        if self._left <= 0:
            return False
        self._left -= len(changes_to_text([change], self._depth))
        return True
