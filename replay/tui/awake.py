"""The clock of what is watched: seconds that the program was there, of which none pass while it is stopped."""

import time

LONGEST = 1.0
"""Seconds, at most, that pass between two questions: a race that runs is drawn more often than that."""


class AwakeClock:
    """Seconds from no matter when.

    After a stop it goes on from what it said last. The program may ask it before it hears that it goes on: whatever was
    longer than `LONGEST` was a stop, too.
    """

    def __init__(self) -> None:
        """Begin."""
        self._at = 0.0
        self._asked = time.monotonic()

    def __call__(self) -> float:
        """The seconds now, never fewer than before."""
        now = time.monotonic()
        self._at += min(now - self._asked, LONGEST)
        self._asked = now
        return self._at

    def went_on(self) -> None:
        """Leave out what has passed since it was asked last: the program was stopped. Safe in a signal's handler."""
        self._asked = time.monotonic()
