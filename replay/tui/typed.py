"""What comes from a terminal as events: a sequence that Textual's parser cannot read is dropped, and nothing ends."""

import re
from collections.abc import Iterable, Iterator

from textual._xterm_parser import XTermParser
from textual.events import Resize
from textual.message import Message

LARGEST = 2000, 1000
"""Columns and rows of the largest terminal; one that says it is larger is not believed."""
_PIECES = re.compile(r"\x1b?[^\x1b]*")


class Typed:
    """Reads what is typed; see `XTermParser`, which raises on a mouse in pixels of no size, and on much else."""

    def __init__(self, debug: bool = False) -> None:
        self._debug = debug
        self._parser = XTermParser(debug)

    def feed(self, text: str) -> Iterator[Message]:
        """The events of a text, which is not empty."""
        for piece in filter(None, _PIECES.findall(text)):
            yield from self._read(self._parser.feed(piece))

    def tick(self) -> Iterator[Message]:
        """The events that come of nothing more being typed for a while."""
        yield from self._read(self._parser.tick())

    def _read(self, events: Iterable[Message]) -> Iterator[Message]:
        try:
            for event in events:
                if not isinstance(event, Resize) or _can_be(event):
                    yield event
        except Exception:
            self._parser = XTermParser(self._debug)


def _can_be(event: Resize) -> bool:
    width, height = event.size
    return 0 < width <= LARGEST[0] and 0 < height <= LARGEST[1]
