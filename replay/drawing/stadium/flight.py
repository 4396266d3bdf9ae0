"""The way between the whole stadium and the close view.

The stadium grows round the one who is followed, to twice its size and no more: larger the painting would be a mosaic.
Then the close view opens, from where it has the one who is followed: what is seen of it first is he.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from replay.cells.canvas import Canvas
from replay.cells.ink import Ink, Row
from replay.cells.rows import Overlay, between, over, row_width
from replay.drawing.course.scenery import Point
from replay.drawing.course.stadium import Stadium

SECONDS = 0.7
"""How long the flight takes."""
LARGER = 2.0
"""How many times as large the stadium becomes."""
_OPENS = 0.45
"""The share of the way from which on the close view opens."""

Person = tuple[float, float, str, Ink]
"""Where somebody is on the painting, with letter and ink."""


class Flight(NamedTuple):
    """Where a flight goes, and how far it has come; places are cells from the left and from the top."""

    share: float
    """How much of the way is behind, 0 for the whole stadium to 1 for close up."""
    spot: Point
    """Where the followed is on the painting."""
    target: Point
    """Where in the panel the followed is in the close view."""

    @property
    def opened(self) -> float:
        """How far the close view has opened, from 0 to 1."""
        return max(_eased((self.share - _OPENS) / (1 - _OPENS)), 0.0) if self.share > _OPENS else 0.0


def flight_rows(
    stadium: Stadium, flight: Flight, people: Iterable[Person], around: int, close: Sequence[Row] = ()
) -> list[Row]:
    """What is seen on the way.

    Args:
        stadium: The painting.
        flight: The way.
        people: Everybody; who comes first covers the others.
        around: The colour round the painting.
        close: The rows of the close view, once it opens.
    """
    ease = _eased(min(flight.share / _OPENS, 1.0))
    zoom = LARGER**ease
    (x, y), (to_x, to_y) = flight.spot, flight.target
    at_x, at_y = x + (to_x - x) * ease * 0.5, y + (to_y - y) * ease * 0.5
    columns = [int(x + (column + 0.5 - at_x) / zoom // 1) for column in range(stadium.width)]
    lines = [int(2 * y + (line + 0.5 - 2 * at_y) / zoom // 1) for line in range(2 * stadium.height)]
    pixels = [_line(stadium, line, columns, around) for line in lines]
    canvas = Canvas(stadium.width, stadium.height, pixels)
    letters: dict[int, dict[int, Overlay]] = {}
    for px, py, letter, ink in people:
        column, row = int(at_x + (px - x) * zoom), int(at_y + (py - y) * zoom)
        if 0 <= column < stadium.width and 0 <= row < stadium.height:
            letters.setdefault(row, {}).setdefault(column, (column, letter, ink))
    rows = [
        over(canvas.row(row), [overlay for _, overlay in sorted(letters.get(row, {}).items())])
        for row in range(stadium.height)
    ]
    return _opened(rows, close, flight.target, flight.opened) if close else rows


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)


def _line(stadium: Stadium, line: int, columns: Sequence[int], around: int) -> list[int]:
    """One line of pixels, each in the colour of where it came from."""
    if not 0 <= line < 2 * stadium.height:
        return [around] * stadium.width
    known = stadium.pixels[line]
    return [known[column] if 0 <= column < stadium.width else around for column in columns]


def _opened(rows: Sequence[Row], close: Sequence[Row], at: Point, share: float) -> list[Row]:
    """The close view in a window round a place that grows until it is the whole panel."""
    height, width = len(rows), row_width(rows[0])
    left, right = round(at[0] * (1 - share)), round(at[0] + (width - at[0]) * share)
    top, foot = round(at[1] * (1 - share)), round(at[1] + (height - at[1]) * share)
    found: list[Row] = []
    for y, row in enumerate(rows):
        if top <= y < foot and left < right:
            inside = between(close[y], left, right)
            found.append((*between(row, 0, left), *inside, *between(row, right, width)))
        else:
            found.append(row)
    return found
