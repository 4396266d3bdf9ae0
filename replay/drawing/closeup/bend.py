"""How a bend looks close up: kerb and lanes are arcs, which come nearest to the eye in the middle of the picture.

The track is unrolled, so that nobody runs out of the picture; what is left of a bend is how far the kerb is from its
tangent. The track is drawn further down by that, in eighths of a row so that there are no stairs, and all on it in half
rows.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from replay.cells.ink import Row, Run
from replay.cells.memo import Kept
from replay.cells.rows import Overlay, over
from replay.drawing.closeup.inks import ink_of
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


class Dips(NamedTuple):
    """How much further down the track is drawn, by column; nothing where all that is seen is straight."""

    eighths: tuple[int, ...] = ()
    """Of a row, for kerb and lines."""
    halves: tuple[int, ...] = ()
    """Half rows, for all that is on it."""


STRAIGHT = Dips()


EDGE: tuple[tuple[tuple[int, str], ...], ...] = (
    ((0, "▀"),),
    ((0, "▀"),),
    ((0, "▆"),),
    ((0, "▅"),),
    ((0, "▄"),),
    ((0, "▃"), (1, "▔")),
    ((0, "▂"), (1, "▔")),
    ((0, "▁"), (1, "▀")),
)
"""How the kerb is drawn in a row, and in the next, by the eighths of a row that its upper edge is below the top of one.

It is half a row thick, and where the cells have no such piece an eighth or two more or less: of two colours in a cell
the kerb is the one that is drawn, since what is behind shows at the edges of cells in some fonts.
"""


class Made(NamedTuple):
    """What a track in a bend is made of."""

    rows: Sequence[Row]
    """Those of a straight one, from the kerb, which is the upper half of the first, outwards, without lines."""
    lines: Sequence[int]
    """Half rows from its top to the lines between lanes."""
    kerb: int
    surface: int
    line: int
    """Colours."""
    middle: str
    foot: str
    """Lines in the middle of a row and at its foot."""
    whole: bool
    """Whether all is in whole rows, in ASCII."""


Arc = Row | list[Overlay]
"""A row of the track in a bend; where the grass is in it, what is drawn over that."""


class Bends:
    """The arcs of a track in a panel."""

    def __init__(self, track: Track, shape: Plan, unit: int = 1) -> None:
        """Look at a track that has bends, and is drawn further down by so many eighths of a row at a time."""
        self._track, self._shape, self._unit = track, shape, unit
        self._curved = track.laned and not track.swum
        self._kept: Kept[Dips] = Kept()
        self._arcs: Kept[list[Arc]] = Kept()
        self._made: Kept[Cells] = Kept()

    def rows(self, make: Callable[[], Made], above: Row, dips: Dips, lane: float) -> list[Row]:
        """The rows of the track with a lane as wide as so many rows; `above` is what is inside the kerb."""
        made = self._made.get(lane, lambda: Cells(make()))
        arcs = self._arcs.get((dips, lane), lambda: bent(made, dips))
        return [over(above, arc) if isinstance(arc, list) else arc for arc in arcs]

    def dips(self, left: float, lane: float, scale: float) -> Dips:
        """How much further down each column is drawn.

        Args:
            left: Metres along at the panel's left edge.
            lane: Rows that a lane takes.
            scale: Cells a metre.
        """
        # Where all lanes are in view, so are they in a bend: the arc takes what rows they leave.
        most = min(MOST * self._shape.track, abs(self._shape.track - self._track.lanes * lane))
        if not self._curved or not lane or most < (2 if self._unit == WHOLE else 1):
            return STRAIGHT
        key = round(left / STEP), lane, scale, most
        return self._kept.get(key, lambda: self._dips(key[0] * STEP, lane, scale, most))

    def _dips(self, left: float, lane: float, scale: float, most: float) -> Dips:
        width = self._shape.width
        step = width / scale / POINTS
        headings = [self._track.heading(left + step * at) for at in range(POINTS + 1)]
        middle = headings[POINTS // 2]
        turned = [math.remainder(heading - middle, math.tau) for heading in headings]
        if not any(turned):
            return STRAIGHT
        # How far the kerb is inside its tangent in the middle: the sum of how far it has turned.
        steps = [step * (one + other) / 2 for one, other in pairwise(turned)]
        inside = list(accumulate(steps, initial=0.0))
        inside = [metres - inside[POINTS // 2] for metres in inside]
        deep = WHOLE * DEEPER * lane / self._track.lane_width
        deepest = max(inside)
        deep = min(deep, WHOLE * most / deepest) if deepest > 0 else 0.0
        unit = self._unit
        eighths = tuple([unit * round(deep * (deepest - metres) / unit) for metres in _spread(inside, width)])
        return Dips(eighths, tuple([(down + 2) // 4 for down in eighths]))


WHOLE = 8
"""Eighths of a row."""


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


class Cells:
    """The cells of a track in a bend, each made once."""

    def __init__(self, made: Made) -> None:
        """Begin with none."""
        self.made = made
        self._known: dict[tuple[int, int], Run | None] = {}

    def at(self, y: int, down: int) -> Run | None:
        """What is drawn in a row where the track is so many eighths further down; None for grass."""
        key = y, down
        if key not in self._known:
            self._known[key] = _cell(self.made, y, down)
        return self._known[key]


def bent(cells: Cells, dips: Dips) -> list[Arc]:
    """The rows of a track in a bend: those that the kerb is in by eighths, the others by half rows."""
    fine, coarse = _stretches(dips.eighths, 1), _stretches(dips.halves, 4)
    last = max(dips.eighths) // WHOLE + 1
    return [
        _arc((x, wide, cells.at(y, down)) for x, wide, down in (fine if y <= last else coarse))
        for y in range(len(cells.made.rows))
    ]


def _stretches(downs: Sequence[int], unit: int) -> list[tuple[int, int, int]]:
    """Where columns begin that are as far down, how many these are, and how many eighths of a row that is."""
    found: list[tuple[int, int, int]] = []
    x = 0
    for down, group in groupby(downs):
        wide = len(list(group))
        found.append((x, wide, unit * down))
        x += wide
    return found


def _arc(cells: Iterable[tuple[int, int, Run | None]]) -> Arc:
    """A row of cells, each of them repeated from a column on so many times; None for grass."""
    pieces: list[Overlay] = []
    bare = False
    end, last = -1, None
    for x, wide, cell in cells:
        if cell is None:
            bare = True
            continue
        glyph, ink = cell
        bare = bare or ink.bg is None
        if ink is last and end == x:
            start, text, _ = pieces[-1]
            pieces[-1] = start, text + glyph * wide, ink
        else:
            pieces.append((x, glyph * wide, ink))
        end, last = x + wide, ink
    return pieces if bare else tuple((text, ink) for _, text, ink in pieces)


def _cell(made: Made, y: int, down: int) -> Run | None:
    """See `Cells.at`."""
    if down >= WHOLE * (y + 1):
        return None
    if not made.whole:
        for further, glyph in EDGE[down % WHOLE]:
            if y == down // WHOLE + further:
                ground = made.surface if further or down % WHOLE < 2 else None  # in stripes, where it is grass
                return glyph, ink_of(made.kerb, ground)
    half = 2 * y - (down + 2) // 4
    for line in made.lines:
        if half < line <= half + 2 and half:
            return made.middle if line == half + 1 else made.foot, ink_of(made.line, made.surface)
    row = half // 2
    if row <= 0 < half:
        return " ", ink_of(made.line, made.surface)
    glyph, ink = made.rows[max(row, 0)][0]
    return glyph[0], ink
