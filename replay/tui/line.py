"""A line to be typed: what is asked for, as a value, and what it is typed into."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.text import Text
from textual.widgets import Input

from replay.race.problems import one_line


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


class InputLine(Input):
    """What is typed into; of what a terminal would act upon, pasted or in a file's name, it shows a blank."""

    @property
    def _value(self) -> Text:
        return Text(one_line(self.value), no_wrap=True, overflow="ignore", end="")
