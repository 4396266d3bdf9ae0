"""A text while it is pasted: it comes in pieces, between two sequences, of which the second may not come."""

BEGINS, ENDS = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around it (bracketed paste)."""
MOST = 1_000_000
"""Characters of the longest that is taken; a table of 10,000 runners has fewer."""
UNENDED = 2.0
"""Seconds without more after which it is over, though nobody said so."""


class Pasted:
    """What has come of it."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._pieces: list[str] = []
        self._size = 0
        self._open = ""
        """What may be the beginning of its end."""

    def take(self, text: str) -> str | None:
        """Take what has come; what follows the end, None where it goes on."""
        inside, over, after = (self._open + text).partition(ENDS)
        sure = len(inside) if over else max(len(inside) - len(ENDS) + 1, 0)
        self._open = inside[sure:]
        self._size += sure
        self._pieces = [*self._pieces, inside[:sure]] if self._size <= MOST else []
        return after if over else None

    @property
    def text(self) -> str:
        """All of it, without NUL; nothing of a text that is too long."""
        return ("".join(self._pieces) + self._open).replace("\0", "") if self._size <= MOST else ""
