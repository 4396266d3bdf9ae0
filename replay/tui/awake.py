"""The clock of what is watched: seconds that the program was there, of which none pass while it is stopped."""

import time


class AwakeClock:
    """Seconds from no matter when; after a stop it goes on from what it said last, whoever asks first."""

    def __init__(self) -> None:
        """Begin."""
        self._lost = 0.0
        self._last = time.monotonic()

    def __call__(self) -> float:
        """The seconds now, never fewer than before."""
        self._last = max(self._last, time.monotonic() - self._lost)
        return self._last

    def went_on(self) -> None:
        """Leave out what has passed since it was asked last: the program was stopped. Safe in a signal's handler."""
        self._lost = time.monotonic() - self._last
