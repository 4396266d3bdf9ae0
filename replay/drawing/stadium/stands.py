"""The people in the stands: brighter where the leader comes by, on their feet when there is something to see."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter

from replay.cells.ink import Ink
from replay.cells.memo import Kept
from replay.cells.rows import Overlay
from replay.drawing.course.stadium import Stadium
from replay.drawing.theme.look import Look

Layer = Mapping[int, Sequence[Overlay]]
"""Overlays by row, in rising order of their cells."""

REACH, MOST, SHARE = 11.0, 24.0, 1 / 6
"""Cells to either side of the leader from which people look up, at least and at most, and their share of the stadium's;
half as many rows."""
STEP = 3
"""Cells that the leader goes on before other people do."""

_COLUMN = itemgetter(0)


class Stands:
    """The people of a stadium in a look."""

    def __init__(self, stadium: Stadium, look: Look) -> None:
        """Find them: specks on the stands, which a stadium of characters has none of."""
        self.reach = min(max(REACH, SHARE * stadium.width), MOST)
        """Cells to either side of the leader."""
        theme = look.theme
        few = theme.text if theme.sixteen else theme.muted
        looking = Ink(theme.blend(theme.crowd, theme.text, 0.6) if theme.truecolour else few)
        self._looking: dict[int, list[Overlay]] = {}
        """Everybody, by row, as he looks up."""
        for y, row in enumerate(stadium.rows):
            chars = enumerate("".join(text for text, _ in row))
            self._looking[y] = [(x, char, looking) for x, char in chars if "\u2800" < char < "\u2900"]
        self._up = Ink(theme.accent, bold=True)
        self._near: Kept[Layer] = Kept()

    def cheering(self, x: float, y: float) -> Layer:
        """Those near the leader, who is in a cell so many from the left and from the top."""
        at = round(x / STEP) * STEP, round(2 * y / STEP) * STEP / 2
        return self._near.get(at, lambda: self._looking_at(*at))

    def _looking_at(self, x: float, y: float) -> Layer:
        reach = self.reach
        rows: dict[int, Sequence[Overlay]] = {}
        for row in range(max(int(y - reach / 2), 0), int(y + reach / 2) + 1):
            left, people = reach**2 - 4 * (row - y) ** 2, self._looking.get(row, [])
            if left < 0:
                continue
            wide = math.sqrt(left)
            first, last = bisect_left(people, x - wide, key=_COLUMN), bisect_right(people, x + wide, key=_COLUMN)
            if first < last:
                rows[row] = people[first:last]
        return rows

    def on_their_feet(self, half: bool) -> Layer:
        """Every other one of all."""
        return {
            y: [(x, char, self._up) for x, char, _ in people if (x + y) % 2 == half]
            for y, people in self._looking.items()
        }
