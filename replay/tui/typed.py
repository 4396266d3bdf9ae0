"""What comes from a terminal as events: a sequence that Textual's parser cannot read is dropped, and nothing ends."""

import re
import time
from collections.abc import Callable, Generator, Iterable, Iterator

from textual.events import Key, Resize
from textual.message import Message

from replay.tui.keyboard import Keyboard
from replay.tui.pace import ANSWER

LARGEST = 2000, 1000
"""Columns and rows of the largest terminal; one that says it is larger is not believed."""
SPLIT = 0.25
"""Seconds within which what follows an Esc belongs to it: a slow line may take a sequence apart."""
_IDLE = 0.1
"""Seconds after which to look again where nothing is awaited."""
_GOES_ON = "[OP]_^X"
"""What may follow the Esc of a sequence."""
ASKS_FOR_COLOUR = "\x1b[48;2;1;2;3m\x1bP$qm\x1b\\\x1b[0m"
"""Sets a colour and asks which one is set (DECRQSS)."""
_SET = re.compile(r"\x1bP[01]\$r")
"""Begins the answer, which ends with `_OVER`."""
_LONGEST = 100
"""Characters."""
_OVER = "\x1b\\"
_THAT_COLOUR = re.compile(r"48[:;]2[:;](?:\d*:)?1[:;]2[:;]3(?!\d)")
_BEGUN = re.compile(r"\x1b(?:\[0?|P(?:[01]\$?)?)?\Z")
"""What may go on as an answer."""
_PIECES = re.compile(r"\x1b?[^\x1b]*")


class Answered(Message):
    """The terminal has come to where it was asked (see `replay.tui.pace`)."""


class EveryColour(Message):
    """The terminal has a colour as it was sent, and not one near it."""


class Typed:
    """Reads what is typed; Textual's `XTermParser` raises on a mouse in pixels of no size, and on much else."""

    def __init__(self, debug: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self._debug = debug
        self._parser = Keyboard(debug)
        self._clock = clock
        self._whole_from = 0.0
        self._esc = ""
        """An Esc that is a key, or what may be the beginning of an answer."""
        self._told = ""
        """An answer that is not over."""

    @property
    def patience(self) -> float:
        """Seconds to wait for more before what was typed is taken for whole."""
        left = self._whole_from - self._clock()
        return left if left > 0 else _IDLE

    def feed(self, text: str) -> Iterator[Message]:
        """The events of a text, which is not empty."""
        self._whole_from = self._clock() + SPLIT
        goes_on = text[0] in _GOES_ON or (self._told and text[0] == _OVER[-1])
        if self._esc == "\x1b" and not goes_on:  # nobody is bound to Alt: the one key, and then the other
            yield from self._escaped()
        text = self._esc + text
        self._esc = "".join(_BEGUN.findall(text))
        for piece in filter(None, _PIECES.findall(text.removesuffix(self._esc))):
            keys = yield from self._answers(piece)
            if keys:
                yield from self._read(self._parser.feed(keys))

    def _answers(self, piece: str) -> Generator[Message, None, str]:
        """What of a piece is the terminal's answer to us; what is left of it."""
        if piece.startswith(ANSWER):
            yield Answered()
            return piece.removeprefix(ANSWER)
        told, self._told = self._told, ""
        if _SET.match(piece):
            self._told = piece
            return ""
        if told and piece.startswith(_OVER):
            if _THAT_COLOUR.search(told):
                yield EveryColour()
            return piece.removeprefix(_OVER)
        if told and not piece.startswith("\x1b") and len(told) < _LONGEST:
            self._told = told + piece
            return ""
        return piece

    def tick(self) -> Iterator[Message]:
        """The events that come of nothing more being typed for a while."""
        if self._clock() >= self._whole_from:
            yield from self._escaped()
            yield from self._read(self._parser.tick())

    def _escaped(self) -> Iterator[Message]:
        begun, self._esc = self._esc, ""
        if begun == "\x1b":
            yield Key("escape", begun)
        elif begun:
            yield from self._read(self._parser.feed(begun))

    def _read(self, events: Iterable[Message]) -> Iterator[Message]:
        try:
            for event in events:
                if not isinstance(event, Resize) or _can_be(event):
                    yield event
        except Exception:
            self._parser = Keyboard(self._debug)


def _can_be(event: Resize) -> bool:
    width, height = event.size
    return 0 < width <= LARGEST[0] and 0 < height <= LARGEST[1]
