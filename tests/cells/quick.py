"""pyte's model of a terminal, and what frames consist of without its parser, which goes character by character.

Reading what the program writes was more than half of what tests with a terminal cost their own process.
"""

import re
from functools import lru_cache

import pyte

_SEQUENCE = re.compile(rf"\x1b\[([\d;]*)([{''.join(map(re.escape, pyte.Stream.csi))}])")
"""A whole control sequence whose parameters are numbers: of colours, of places, of what is erased."""


@lru_cache(maxsize=4096)
def _numbers(text: str) -> tuple[int, ...]:
    return tuple(min(int(number or 0), 9999) for number in text.split(";"))


class QuickStream(pyte.Stream):
    """Takes text, and does with it what pyte does."""

    def feed(self, data: str) -> None:
        """Do whole sequences at once, and leave the rest to pyte; and all, in the middle of another sequence."""
        feed, at = super().feed, 0
        for found in _SEQUENCE.finditer(data):
            if found.start() > at:
                feed(data[at : found.start()])
            if self._taking_plain_text:
                getattr(self.listener, self.csi[found[2]])(*_numbers(found[1]))
            else:
                feed(found[0])
            at = found.end()
        feed(data[at:])


class QuickByteStream(pyte.ByteStream, QuickStream):  # type: ignore[misc]  # it decodes, and hands on
    """Takes bytes."""
