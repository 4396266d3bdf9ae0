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


class Piece(NamedTuple):
    """What the kerb covers of a cell."""

    down: int
    """Rows below that in which its upper edge is."""
    glyph: str
    inverse: bool = False
    """Whether what is drawn is the track below it, and the kerb shows behind."""


EDGE: tuple[tuple[Piece, ...], ...] = (
    (Piece(0, "▀"),),
    (Piece(0, "▃", True),),
    (Piece(0, "▆"),),
    (Piece(0, "▅"),),
    (Piece(0, "▄"),),
    (Piece(0, "▃"), Piece(1, "▔")),
    (Piece(0, "▂"), Piece(1, "▆", True)),
    (Piece(0, "▁"), Piece(1, "▅", True)),
)
"""How the kerb is drawn, half a row thick, by the eighths of a row that its upper edge is below the top of a cell.

A cell has two colours: where grass, kerb and track would be in one, the kerb is a little thicker.
"""
_STROKES = "▔▔────▁▁"
"""Lines that are as many eighths of a row below the top of a cell, the first one."""


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
    plain: str = ""
    """Of lines in ASCII, in the middle of a row and at its foot; empty where there are others."""


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

    def rows(self, made: Callable[[], Made], above: Row, dips: Dips, lane: float) -> list[Row]:
        """The rows of the track with a lane as wide as so many rows; `above` is what is inside the kerb."""
        arcs = self._arcs.get((dips, lane), lambda: bent(made(), dips.eighths))
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


def bent(made: Made, eighths: Sequence[int]) -> list[Arc]:
    """The rows of a track in a bend, each column so many eighths of a row further down."""
    stretches: list[tuple[int, int, int]] = []
    x = 0
    for down, group in groupby(eighths):
        wide = len(list(group))
        stretches.append((x, wide, down))
        x += wide
    return [_arc((x, wide, _cell(made, y, down)) for x, wide, down in stretches) for y in range(len(made.rows))]


def _arc(cells: Iterable[tuple[int, int, Run | None]]) -> Arc:
    """A row of cells, each of them repeated from a column on so many times; None for grass."""
    pieces: list[Overlay] = []
    bare = False
    for x, wide, cell in cells:
        if cell is None:
            bare = True
            continue
        glyph, ink = cell
        bare = bare or ink.bg is None
        start, text, last = pieces[-1] if pieces else (0, "", None)
        if ink is last and start + len(text) == x:
            pieces[-1] = start, text + glyph * wide, ink
        else:
            pieces.append((x, glyph * wide, ink))
    return pieces if bare else tuple((text, ink) for _, text, ink in pieces)


def _cell(made: Made, y: int, down: int) -> Run | None:
    """What is drawn in a row where the track is so many eighths further down; None for grass."""
    top = WHOLE * y - down
    if top <= -WHOLE:
        return None
    line = ink_of(made.line, made.surface)
    if made.plain:
        half = next((half for half in made.lines if (half - 1) // 2 == top // WHOLE), 0)
        if half and top:
            return made.plain[half % 2 == 0], line
    else:
        for piece in EDGE[down % WHOLE]:
            if y == down // WHOLE + piece.down:
                ground = made.surface if piece.down or down % WHOLE < 2 else None  # in stripes, where it is grass
                return piece.glyph, ink_of(made.surface, made.kerb) if piece.inverse else ink_of(made.kerb, ground)
        for half in made.lines:
            if top < 4 * half <= top + WHOLE:
                return _STROKES[4 * half - top - 1], line
    row = y - ((down + 2) // 4 + 1) // 2
    if row <= 0 < top:
        return " ", line
    glyph, ink = made.rows[max(row, 0)][0]
    return glyph[0], ink
