"""On a line of 1,200 bytes a second a key is answered within two seconds' bytes, though a screen is eight of them."""

import os
import select
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from tests.terminal.pseudo import Terminal

RATE = 1200
WITHIN = 2 * RATE
"""Bytes that such a line takes in two seconds; how long they take here is the machine's affair."""
_PIECE = 24
_WHOLE = 4096
SIZES = [(80, 24), (120, 40)]


class SlowTerminal(Terminal):
    """A terminal at the end of such a line."""

    _free = 0.0
    """When the line has carried what was read."""

    def read(self, seconds: float) -> bool:
        """Take a few bytes when their time has come."""
        self._free = max(self._free, time.monotonic() - 0.1)
        time.sleep(max(self._free - time.monotonic(), 0.0))
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        data = os.read(self.master, _PIECE)
        self._free += len(data) / RATE
        before = self.raw[-8:]
        self.raw += data
        self._unseen += data
        self.press("\x1b[0n" * ((before + data).count(b"\x1b[5n") - before.count(b"\x1b[5n")))
        return bool(data)

    def seen(self, text: str) -> bool:
        """Whether a text is on the screen."""
        return text in self.text

    def carries(self, text: str, gone: bool = False) -> int:
        """The bytes until a text is shown, or is no more."""
        before = len(self.raw)
        self.until_holds(lambda: self.seen(text) != gone, text)
        return len(self.raw) - before


def _answered(shown: SlowTerminal, *keys: tuple[str, str, bool]) -> dict[str, int]:
    """After how many bytes each key was answered."""
    took: dict[str, int] = {}
    for key, text, gone in keys:
        shown.press(key)
        took[f"{key} {text}"] = shown.carries(text, gone)
    return {key: size for key, size in took.items() if size > WITHIN}


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_a_race(size: tuple[int, int]) -> None:
    with SlowTerminal("london-mile-2026", "--at", "2:30", size=size, COLORTERM="truecolor") as shown:
        assert shown.carries("q quit") < WITHIN
        assert shown.seen("Men’s mile")
        assert not _answered(
            shown,
            (" ", "space pause", False),
            (" ", "space play", False),
            ("?", "Watching a race", False),
            ("\x1b", "Watching a race", True),
            (":", "Go to", False),
            ("\x1b", "Go to", True),
            ("+", "1.5x", False),
        )


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_the_menu_and_a_file_that_asks(size: tuple[int, int], tmp_path: Path) -> None:
    (tmp_path / "run.csv").write_text("Name;Zeit\nAda;32:10\nBea;33:05\nCyd;34:56\n", encoding="utf-8")
    with SlowTerminal(size=size, COLORTERM="truecolor") as shown:
        assert shown.carries("q quit") < WITHIN
        keys = ("?", "Choosing a race", False), ("\x1b", "Enter watch", False), ("/lon", "lon", False)
        assert not _answered(shown, *keys, ("\x1b", "RACE REPLAY", False))
    with SlowTerminal(str(tmp_path / "run.csv"), size=size, COLORTERM="truecolor") as shown:
        assert shown.carries("q leave") < WITHIN
        shown.until("How far was the race?")
        while shown.read(0.5):
            pass
        assert not _answered(shown, ("\r", "Enter watch", False))
