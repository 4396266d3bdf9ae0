"""How a bend looks close up: kerb and lanes are arcs, which come nearest to the eye in the middle of the picture.

The track is unrolled, so that nobody runs out of the picture; what is left of a bend is how far the kerb is from its
tangent. Everything on the track is drawn further down by that, in half rows.
"""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

from replay.cells.ink import Ink, Row, Run
from replay.cells.memo import Kept
from replay.cells.rows import between, over
from replay.drawing.closeup.plan import Plan
from replay.race.track import Track

DEEPER = 1.7
"""How many times as deep as it is an arc is drawn: a few metres of a bend are nearly straight."""
MOST = 0.2
"""The part of the track's rows that an arc may take."""
POINTS = 24
"""Stretches of the picture in which a bend is straight."""
STEP = 0.25
"""Metres by which the eye goes on before an arc is worked out anew."""


class Bends:
    """The arcs of a track in a panel."""

    def __init__(self, track: Track, shape: Plan, whole: bool) -> None:
        """Look at a track that has bends; with `whole` there are no half rows."""
        self._track, self._shape, self._whole = track, shape, whole
        self._curved = track.laned and not track.swum
        self._kept: Kept[tuple[int, ...]] = Kept()

    def dips(self, left: float, lane: float, scale: float) -> tuple[int, ...]:
        """Half rows by which each column is drawn further down; nothing where all that is seen is straight.

        Args:
            left: Metres along at the panel's left edge.
            lane: Rows that a lane takes.
            scale: Cells a metre.
        """
        # Where all lanes are in view, so are they in a bend: the arc takes what rows they leave.
        most = min(MOST * self._shape.track, abs(self._shape.track - self._track.lanes * lane))
        if not self._curved or not lane or most < (2 if self._whole else 1):
            return ()
        key = round(left / STEP), lane, scale, most
        return self._kept.get(key, lambda: self._dips(key[0] * STEP, lane, scale, most))

    def _dips(self, left: float, lane: float, scale: float, most: float) -> tuple[int, ...]:
        width = self._shape.width
        step = width / scale / POINTS
        headings = [self._track.heading(left + step * at) for at in range(POINTS + 1)]
        middle = headings[POINTS // 2]
        turned = [math.remainder(heading - middle, math.tau) for heading in headings]
        if not any(turned):
            return ()
        # How far the kerb is inside its tangent in the middle, in half rows: the sum of how far it has turned.
        steps = [step * (one + other) / 2 for one, other in pairwise(turned)]
        inside = list(accumulate(steps, initial=0.0))
        inside = [metres - inside[POINTS // 2] for metres in inside]
        deep = 2 * DEEPER * lane / self._track.lane_width
        deepest = max(inside)
        deep = min(deep, 2 * most / deepest) if deepest > 0 else 0.0
        return tuple([self._rounded(deep * (deepest - metres)) for metres in _spread(inside, width)])

    def _rounded(self, half_rows: float) -> int:
        return 2 * round(half_rows / 2) if self._whole else round(half_rows)


def _spread(points: Sequence[float], width: int) -> list[float]:
    """The values in so many columns, of points that are evenly apart."""
    return [
        points[before] + share * (points[before + 1] - points[before]) for before, share in _shares(len(points), width)
    ]


@lru_cache(maxsize=16)
def _shares(points: int, width: int) -> tuple[tuple[int, float], ...]:
    """For each column the point before it, and how much of the way to the next it is."""
    ats = [(x + 0.5) / width * (points - 1) for x in range(width)]
    return tuple((before := min(int(at), points - 2), at - before) for at in ats)


def bent(rows: Sequence[Row], above: Row, dips: Sequence[int], kerb: Ink) -> list[Row]:
    """The rows of a straight track as they are in a bend.

    Args:
        rows: From the kerb, which is the upper half of the first, outwards.
        above: What is inside the kerb.
        dips: Half rows by which each column is further down.
        kerb: Its ink, without a ground.
    """
    width = len(dips)
    stretches: list[tuple[int, int, int]] = []
    for dip, group in groupby(range(width), key=dips.__getitem__):
        columns = list(group)
        stretches.append((columns[0], columns[-1] + 1, dip))
    low_kerb = over(above, [(0, "▄" * width, kerb)])
    bare = ((" " * width, rows[0][0][1]),)
    raised = [bare, *(_raised(row) for row in rows[1:])]

    def source(y: int, dip: int) -> Row:
        row = y - (dip + 1) // 2
        if row < 0:
            return low_kerb if row == -1 and dip % 2 else above
        return raised[row] if dip % 2 else rows[row]

    return [_joined(y, stretches, source) for y in range(len(rows))]


def _joined(y: int, stretches: Sequence[tuple[int, int, int]], source: Callable[[int, int], Row]) -> Row:
    """A row from those that are there in its stretches."""
    pieces: list[Run] = []
    begun, there = 0, source(y, stretches[0][2])
    for start, _, dip in stretches[1:]:
        row = source(y, dip)
        if row != there:
            pieces += between(there, begun, start)
            begun, there = start, row
    return (*pieces, *between(there, begun, stretches[-1][1])) if begun else there


_HIGHER = str.maketrans({"─": "▔", "▁": "─"})
"""A line between two lanes half a row further up."""


def _raised(row: Row) -> Row:
    return tuple((text.translate(_HIGHER), ink) for text, ink in row)
