"""What comes from a terminal as events: a sequence that Textual's parser cannot read is dropped, and nothing ends."""

import re
import time
from collections.abc import Callable, Generator, Iterable, Iterator

from textual.events import Key, Paste, Resize
from textual.message import Message

from replay.tui.keyboard import Keyboard
from replay.tui.pace import ANSWER
from replay.tui.pasted import BEGINS, ENDS, UNENDED, Pasted

LARGEST = 2000, 1000
"""Columns and rows of the largest terminal; one that says it is larger is not believed."""
SPLIT = 0.3
"""Seconds within which what follows an Esc belongs to it: a slow line may take it a quarter of a second apart."""
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
_BEGUN = re.compile(r"\x1b(?:\[(?:0|20{0,2})?|P(?:[01]\$?)?)?\Z")
"""What may go on as an answer, or as what begins a paste."""
_INTERRUPTS = re.compile(r"\x03|\x1b\[(?:99|\d+:\d*:99)(?::\d*)?;(?:5|69|133|197)(?::1)?u")
"""Ctrl+C, also as kitty's protocol has it, with Caps Lock and Num Lock or without."""
_INTERRUPTS_AT_LAST = re.compile(rf"(?:{_INTERRUPTS.pattern})(?:\x03|\x1b\[[\d;?]*\$?[a-zA-Z])*\Z")
"""The same with nothing behind it but what a terminal answers."""
_PASTES = re.compile(f"{re.escape(BEGINS)}.*?{re.escape(ENDS)}", re.DOTALL)
INTERRUPT = "ctrl+c"
_PIECES = re.compile(r"\x1b?[^\x1b]*")


class Answered(Message):
    """The terminal has come to where it was asked (see `replay.tui.pace`)."""


class EveryColour(Message):
    """The terminal has a colour as it was sent, and not one near it."""


class Typed:
    """Reads what is typed; Textual's `XTermParser` raises on a mouse in pixels of no size, and on much else."""

    def __init__(
        self,
        debug: bool = False,
        clock: Callable[[], float] = time.monotonic,
        flooded: Callable[[], bool] = lambda: False,
    ) -> None:
        self._debug = debug
        self._parser = Keyboard(debug)
        self._clock = clock
        self._flooded = flooded
        """Whether so much is not yet done that what comes is not even read."""
        self._pasted: Pasted | None = None
        """What is being pasted."""
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
        if self._interrupts(text):
            self._pasted, self._esc, self._parser = None, "", Keyboard(self._debug)
            yield Key(INTERRUPT, "\x03")
            return
        while text:
            text = yield from self._keys(text) if self._pasted is None else self._paste(self._pasted, text)

    def _interrupts(self, text: str) -> bool:
        """Whether somebody wants to leave, whatever else was typed; a text that is pasted may hold what looks alike."""
        typed, _, pasted = _PASTES.sub("", text if self._pasted is None else BEGINS + text).partition(BEGINS)
        return bool(_INTERRUPTS.search(typed) or _INTERRUPTS_AT_LAST.search(pasted))

    def _paste(self, pasted: Pasted, text: str) -> Generator[Message, None, str]:
        """Go on with what is pasted; what follows it."""
        after = pasted.take(text)
        if after is None:
            return ""
        self._pasted = None
        yield Paste(pasted.text)
        return after

    def _keys(self, text: str) -> Generator[Message, None, str]:
        """What was typed, up to what is pasted; the rest."""
        goes_on = text[0] in _GOES_ON or (self._told and text[0] == _OVER[-1])
        if self._esc == "\x1b" and not goes_on:  # nobody is bound to Alt: the one key, and then the other
            yield from self._escaped()
        text, begins, rest = (self._esc + text).partition(BEGINS)
        self._esc = "" if begins else "".join(_BEGUN.findall(text))
        self._pasted = Pasted() if begins else None
        for piece in filter(None, _PIECES.findall(text.removesuffix(self._esc))):
            keys = yield from self._answers(piece)
            if keys and not self._flooded():
                yield from self._read(self._parser.feed(keys))
        return rest

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
        if self._pasted is not None and self._clock() >= self._whole_from - SPLIT + UNENDED:
            pasted, self._pasted = self._pasted, None
            yield Paste(pasted.text)
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
