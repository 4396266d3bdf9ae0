"""Files that may be open at once: what runs in a terminal needs some, and says so before it begins."""

import os
from contextlib import suppress

from replay.race.problems import ReplayError

_NEEDED = 5
"""Descriptors beside those that are open before: the loop's three, the terminal's, and one to read by."""


def too_few_files() -> str:
    """What to say where no other file may be opened."""
    return "too few files may be open at once; `ulimit -n 256` allows more"


def need_files() -> None:
    """Make sure that a program in a terminal can open what it needs: half of it would end in the middle.

    Raises:
        ReplayError: It cannot.
    """
    held: list[int] = []
    try:
        for _ in range(_NEEDED):
            held.append(os.open(os.devnull, os.O_RDONLY))  # noqa: PERF401 - those before a failure are held too
    except OSError:
        raise ReplayError(too_few_files()) from None
    finally:
        for handle in held:
            with suppress(OSError):
                os.close(handle)
