"""How an oval's metres become the pixels of a panel; see `oval` for what is true to scale and what is not."""

from typing import NamedTuple

from replay.drawing.course.scenery import Point
from replay.race.track import KERB, Oval

STRETCH = 1.25
"""The most by which the scale across may differ from the scale upwards."""
WIDEN = 1.4
"""How many times its true width the track is drawn, about: it is fitted to whole cells."""
ROOMY = 110
"""Cells across from which there is room for the hoarding round the track."""


class Scale(NamedTuple):
    """How metres become pixels, for an oval centred at (cx, cy)."""

    cx: float
    cy: float
    sx: float
    """Pixels a metre across."""
    sy: float
    """Pixels a metre upwards."""
    lanes: int
    """Pixels of the whole track's width on the straights."""
    width: float
    """Metres of it."""
    widen: float
    inner: float
    """Metres of the kerb's radius as drawn."""
    straight: float

    def pixel(self, x: float, y: float) -> Point:
        """Pixels from the left and from the top, of a point in metres."""
        return self.cx + x * self.sx, self.cy - y * self.sy

    def drawn(self, out: float) -> float:
        """Metres out as drawn, for metres out in truth: the outer edge stays, the kerb moves inwards."""
        return self.width - KERB - (self.width - KERB - out) * self.widen

    def run(self, out: float) -> float:
        """The same for a runner: a pixel off both edges of the track, so that the cell he fills is on it."""
        share = (out + KERB) / self.width
        return self.drawn((1 + share * (self.lanes - 2)) / self.lanes * self.width - KERB)


def fit(track: Oval, width: int, height: int) -> Scale:
    """The scale at which an oval fills a panel of `width` by `height` cells."""
    wide = track.lanes * track.lane_width
    half_x, half_y = track.straight / 2 + track.radius + wide, track.radius + wide
    across, upwards = (2, 2 if height < 18 else 3) if width < ROOMY else (5, 6)
    sx, sy = max(2.0, width / 2 - across) / half_x, max(4.0, height - upwards) / half_y
    sx, sy = min(sx, sy * STRETCH), min(sy, sx * STRETCH)
    tall = max(2, int(half_y * sy))
    tall -= (height - tall) % 2  # so that the straights fill whole cells
    sy = tall / half_y
    lanes = max(4, min(2 * round(wide * sy * WIDEN / 2), 2 * int(tall * 0.19)))
    widen = lanes / (wide * sy)
    return Scale(width / 2, height, sx, sy, lanes, wide, widen, track.radius + wide * (1 - widen), track.straight)
