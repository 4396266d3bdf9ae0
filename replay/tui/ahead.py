"""What is typed ahead for a line that is about to open: `/25008` and Enter, sooner than the search stands there.

A machine that is busy, and a line that is slow, bring keys in one piece. Textual gives those behind the one that opens
a dialogue to the screen below it, where they mean something else or nothing.
"""

from typing import Any

from textual.events import Key, Paste
from textual.screen import Screen
from textual.widgets import Input

from replay.tui.private import type_into

_EDITS = frozenset({"enter", "backspace"})


class Ahead:
    """What was typed for a screen with a line to type into, before that could take it.

    The screen has it take keys as soon as it is resumed, when the line has the focus next, and at the latest when it is
    drawn.
    """

    def __init__(self, screen: Screen[Any]) -> None:
        """The line takes no keys yet."""
        self._screen = screen
        self._ahead: tuple[Key | Paste, ...] = ()
        self._takes = False
        """Whether the line takes keys itself."""

    def goes_into(self, key: Key | Paste, *, late: bool) -> bool:
        """Whether a key is kept for the line, which takes none yet, or is given to it; so a text that is pasted.

        Args:
            key: What was pressed, or pasted.
            late: Whether it was meant for the screen below, which did not know it; else it comes by itself.
        """
        if self._takes and not late:
            return False
        if isinstance(key, Key) and not (key.is_printable or key.key in _EDITS):
            return False
        self._ahead += (key,)
        if self._takes:
            self._type()
        return True

    def take(self) -> None:
        """From now on the line takes keys itself, if it is there."""
        for line in self._screen.query(Input):  # none yet, or any more
            if not self._takes:
                self._takes = True
                self._screen.set_focus(line)
            self._type()

    def _type(self) -> None:
        ahead, self._ahead = self._ahead, ()
        for line in self._screen.query(Input):  # none any more, where the screen is being left
            for key in ahead:
                type_into(line, Key(key.key, key.character) if isinstance(key, Key) else Paste(key.text))
