"""What a terminal is known to show, so that only what differs from it is written."""

from replay.cells.changes import Patch, patches
from replay.cells.ink import Row


class Displayed:
    """The rows that a terminal shows, each character of which takes one cell, by where they begin."""

    __slots__ = ("_rows",)

    def __init__(self) -> None:
        """Nothing is known of the terminal."""
        self._rows: dict[int, dict[int, tuple[Row, int]]] = {}

    def overwritten(self, y: int, left: int, right: int) -> None:
        """Something else was written from cell `left` to before cell `right` of row `y`."""
        known = self._rows.get(y)
        if known:
            for x in [x for x, (_, width) in known.items() if x < right and left < x + width]:
                del known[x]

    def knows(self, y: int, x: int, width: int) -> bool:
        """Whether such a row is shown at this place, whole."""
        known = self._rows.get(y, {}).get(x)
        return known is not None and known[1] == width

    def show(self, y: int, x: int, row: Row, width: int) -> list[Patch] | None:
        """Remember that a row is shown from cell `x` on; what is to be written for that, None if all of it is."""
        if not self.knows(y, x, width):
            self.overwritten(y, x, x + width)
            self._rows.setdefault(y, {})[x] = row, width
            return None
        shown = self._rows[y][x][0]
        self._rows[y][x] = row, width
        return [] if shown is row else list(patches(shown, row, x, y))
