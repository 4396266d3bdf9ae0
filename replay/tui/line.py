"""A line to be typed, as a value: what is asked for."""

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """What is typed into, and what stands around it."""

    title: str
    such: str
    """An example, shown while nothing is typed."""
    examples: str
    """What it takes."""
    typed: str = ""
    """What stands there at first."""
    known: Sequence[str] = ()
    """What it completes."""
