"""A line to be typed: what is asked for, as a value, and what it is typed into."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.text import Text
from textual.events import Paste
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

    takes: Callable[[str], bool] | None = None
    """Told of what is pasted; whether it takes that, which is not typed then."""

    def on_paste(self, event: Paste) -> None:
        """Give what is pasted to who takes it; else it is typed."""
        if self.takes is not None and self.takes(event.text):
            event.stop()
            event.prevent_default()  # else Textual has the line take the text

    @property
    def _value(self) -> Text:
        return Text(one_line(self.value), no_wrap=True, overflow="ignore", end="")
