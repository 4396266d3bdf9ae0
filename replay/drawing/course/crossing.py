"""Lines across a course: how far it is there to the next cells, outwards and back."""

import math
from collections.abc import Callable
from typing import NamedTuple

from replay.drawing.course.scenery import Point

GRAIN = 0.25
"""Metres to which a runner's place along an oval is rounded: a tenth of a cell."""

_NEAR = 4.0
"""Metres over which the direction of the course is taken."""


class Crossing(NamedTuple):
    """A line across the course, for chips of so many cells; points are in cells."""

    inner: Point
    """The innermost place of a runner."""
    outer: Point
    """And the outermost."""
    out: Point
    """A step outwards to the next cell."""
    wide: float
    """How many of them there are."""
    square: float
    """The square of the length of one, in cells."""
    back: float
    """Metres along the course to the next cell behind."""
    ahead: Point
    """Metres along the course for a cell to the right, and for one down: from line to line, however far out."""

    def share(self, x: float, y: float) -> float:
        """How far out a place on the line is, from 0, the innermost, to 1."""
        return self.steps(x, y) / self.wide

    def steps(self, x: float, y: float) -> float:
        """How far out a place on the line is, in steps."""
        (ix, iy), (out_x, out_y) = self.inner, self.out
        return ((x - ix) * out_x + (y - iy) * out_y) / self.square

    def place(self, share: float, steps: int = 0) -> Point:
        """The place so far out, and so many steps further."""
        (ix, iy), (ox, oy), (out_x, out_y) = self[:3]
        return ix + share * (ox - ix) + steps * out_x, iy + share * (oy - iy) + steps * out_y


def crossing_of(edges: Callable[[float], tuple[Point, Point]], along: float, size: int) -> Crossing:
    """The line so many metres along.

    Args:
        edges: The innermost and the outermost place so many metres along.
        along: Metres.
        size: Cells of a chip.
    """
    (ix, iy), (ox, oy) = edges(along)
    wide = round(max(abs(ox - ix) / size, abs(oy - iy), 1e-6), 9)  # two rows are a whole step apart
    x, y = (ox - ix) / wide, (oy - iy) / wide
    (jx, jy), (px, py) = edges(along - _NEAR)
    cells = max(abs(ix + ox - jx - px) / size, abs(iy + oy - jy - py)) / 2
    # A place is known to a grain of the track: whole grains keep two who are level a whole cell apart.
    back = math.ceil(_NEAR / max(cells, 1e-3) / GRAIN) * GRAIN
    run_x, run_y = (ix + ox - jx - px) / 2, (iy + oy - jy - py) / 2
    turn = (run_x * y - run_y * x) / _NEAR
    ahead = (y / turn, -x / turn) if turn else (0.0, 0.0)
    return Crossing((ix, iy), (ox, oy), (x, y), wide, max(x * x + y * y, 1e-6), back, ahead)
