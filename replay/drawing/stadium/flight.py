"""The way between the whole stadium and the close view.

The painting grows round the one who is followed, and turns until he runs to the right, as he does in the close view.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from replay.cells.canvas import Canvas
from replay.cells.ink import Ink, Row
from replay.cells.rows import Overlay, over
from replay.drawing.course.scenery import Point
from replay.drawing.course.stadium import Stadium

SECONDS = 0.7
"""How long the flight takes."""
LARGER = 10.0
"""How many times as large the stadium is at its end."""


class Flight(NamedTuple):
    """Where a flight goes, and how far it has come; places are cells from the left and from the top."""

    share: float
    """How much of the way is behind, 0 for the whole stadium to 1 for close up."""
    spot: Point
    """Where the followed is on the painting."""
    ahead: Point
    """A point on the painting a little further along the track."""
    target: Point
    """Where in the panel the followed is in the close view."""


def flight_rows(
    stadium: Stadium, flight: Flight, people: Iterable[tuple[float, float, str, Ink]], around: int
) -> list[Row]:
    """The stadium on the way.

    Args:
        stadium: The painting.
        flight: The way.
        people: Where everybody is on the painting, with letter and ink; who comes first covers the others.
        around: The colour round the painting.
    """
    share, spot, ahead, target = flight
    ease = share * share * (3 - 2 * share)
    zoom = LARGER**ease
    turn = math.atan2(2 * (ahead[1] - spot[1]), ahead[0] - spot[0]) * ease
    # Pixels are square: a cell is one wide and two high.
    x, y = spot[0] + (target[0] - spot[0]) * ease, 2 * (spot[1] + (target[1] - spot[1]) * ease)
    cos, sin = math.cos(turn), math.sin(turn)
    pixels = _turned(stadium, (spot[0], 2 * spot[1]), (x, y), cos / zoom, sin / zoom, around)
    canvas = Canvas(stadium.width, stadium.height, pixels)
    letters: dict[int, dict[int, Overlay]] = {}
    for px, py, letter, ink in people:
        dx, dy = px - spot[0], 2 * (py - spot[1])
        column, row = int(x + (dx * cos + dy * sin) * zoom), int((y + (dy * cos - dx * sin) * zoom) / 2)
        if 0 <= column < stadium.width and 0 <= row < stadium.height:
            letters.setdefault(row, {}).setdefault(column, (column, letter, ink))
    return [
        over(canvas.row(row), [overlay for _, overlay in sorted(letters.get(row, {}).items())])
        for row in range(stadium.height)
    ]


def _turned(stadium: Stadium, source: Point, centre: Point, cos: float, sin: float, around: int) -> list[list[int]]:
    """The painting's pixels, turned about a point and moved with it; each takes the colour of where it came from."""
    wide, tall = stadium.width, 2 * stadium.height
    pixels = stadium.pixels

    def colour(x: float, y: float) -> int:
        return pixels[int(y)][int(x)] if 0 <= x < wide and 0 <= y < tall else around

    out: list[list[int]] = []
    for row in range(tall):
        dx, dy = 0.5 - centre[0], row + 0.5 - centre[1]
        x, y = source[0] + dx * cos - dy * sin, source[1] + dx * sin + dy * cos
        out.append([colour(x + at * cos, y + at * sin) for at in range(wide)])
    return out
