"""What was asked to be made and is not handed over yet to the process that makes it: whoever leaves has it made too."""

import time
from threading import Event

_PATIENCE = 20.0
"""Seconds that it may take in all, once the program was left: a race of 50,000 runners takes one."""
_left = Event()
"""Set once the terminal is given back: until then nothing may keep the program from ending."""


class Owed:
    """One thing that is to be made."""

    def __init__(self) -> None:
        """Nothing is done for it yet."""
        self.handed = Event()
        """Set once the process that makes it has all that it needs."""
        self.over = False
        """Whether it is made, or cannot be."""


_owed: list[Owed] = []


def owe() -> Owed:
    """Owe something more."""
    _owed[:] = [one for one in _owed if not one.over]
    _owed.append(more := Owed())
    return more


def until_left() -> None:
    """In a thread of its own: wait until the terminal is given back."""
    _left.wait(_PATIENCE)


def hand_all_over() -> bool:
    """Once the terminal is given back, wait until all is handed over; whether anything is still being made."""
    owed, until = [one for one in _owed if not one.over], time.monotonic() + _PATIENCE
    _left.set()
    for one in owed:
        one.handed.wait(max(until - time.monotonic(), 0.0))
    _left.clear()
    return any(not one.over for one in owed)
