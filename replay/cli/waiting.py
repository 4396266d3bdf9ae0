"""A bar while a large file is read or made, for people: on stderr, if that is a terminal, and gone when it is over."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from replay.race.problems import one_line

_PATIENCE = 0.25
"""Seconds that pass without a bar: most files are read in less."""
_WIDE = 30
_ERASE = "\r\x1b[K"


def bar(share: float, width: int, *, plain: bool = False) -> str:
    """A bar of so many cells: `██████░░░░`, or `######....` in plain characters."""
    full = round(min(max(share, 0.0), 1.0) * width)
    done, open_ = ("#", ".") if plain else ("█", "░")
    return done * full + open_ * (width - full)


@contextmanager
def waiting(
    name: str, clock: Callable[[], float] = time.monotonic, doing: str = "reading"
) -> Iterator[Callable[[float], None]]:
    """What is told how much of a file is read, and shows it; what was shown is gone at the end.

    Args:
        name: Of the file.
        clock: Gives seconds.
        doing: What is done with it.
    """
    stream = sys.stderr
    began, shown = clock(), False
    terminal = stream is not None and stream.isatty()
    plain = "utf" not in (getattr(stream, "encoding", None) or "").lower()

    def progress(share: float) -> None:
        nonlocal shown
        if terminal and (shown or clock() - began >= _PATIENCE):
            shown = True
            what = one_line(Path(name).name)[:40]
            stream.write(f"\r{doing} {what}  {bar(share, _WIDE, plain=plain)} {share:4.0%}")
            stream.flush()

    try:
        yield progress
    finally:
        if shown:
            stream.write(_ERASE)
            stream.flush()
