"""The texts set in columns (`pre`) of a page, each below what stands right above it where several of them are lists."""

import re
from collections.abc import Sequence

_TIMED = re.compile(r"\d:\d\d")
_FEWEST = 2
"""Texts that are lists: a page with one has its headings above all."""


class SetTexts:
    """Collects them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._found: list[tuple[str, str]] = []
        self._known = (0, 0)
        self._above = ""

    def begin(self, heads: Sequence[str], beside: Sequence[str]) -> None:
        """A text begins; what stands above it are the headings and lines of the page that no text before it had."""
        known = self._known
        self._known = (len(heads), len(beside))
        self._above = next(
            (found[-1] for found, old in ((beside, known[1]), (heads, known[0])) if len(found) > old), ""
        )

    def end(self, text: str) -> None:
        """A text ends."""
        self._found.append((self._above, text))
        self._above = ""

    def joined(self) -> str:
        """All of them, one after another."""
        several = sum(_TIMED.search(text) is not None for _, text in self._found) >= _FEWEST
        return "".join(f"\n{above}\n{text}" if several and above else text for above, text in self._found)
