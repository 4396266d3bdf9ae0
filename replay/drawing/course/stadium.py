"""The stadium as a painted surface, made once per size and theme."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from replay.cells.canvas import Rect
from replay.cells.ink import Row
from replay.drawing.course.crossing import Crossing, crossing_of
from replay.drawing.course.profile import Profile
from replay.drawing.course.scenery import Painting, Point, light
from replay.drawing.theme.palette import DARK, Theme
from replay.race.track import Oval, Pool, Road, Straight, Track


class Stadium(NamedTuple):
    """A painted stadium, `width` by `height` cells."""

    width: int
    height: int
    rows: tuple[Row, ...]
    infield: Rect
    """Cells of one calm colour (the theme's `board`), for the scoreboard."""
    pixels: tuple[tuple[int, ...], ...]
    place: Callable[[float, float], Point]
    inner: float
    """Metres outside the measured line at which the course begins."""
    outer: float
    """And at which it ends."""
    words: frozenset[tuple[int, int]]
    """Cells of the words and numbers on it, by column and row."""
    profile: Profile | None = None
    """The heights of a road course, where they are known."""
    berths: dict[tuple[tuple[int, int], float], tuple[int, ...]] = {}  # noqa: RUF012 - `paint` gives each its own
    """Where three letters have room on the course, by the cell they are to cover and the line their runner is on."""
    grained: Callable[[float], float] | None = None
    """The distance that stands for all that are drawn like this one, where places are known to a grain only."""
    crossings: dict[tuple[float, int], Crossing] = {}  # noqa: RUF012 - `paint` gives each its own
    """Lines across the course by their distance and the cells of a chip: as they are first asked for."""

    def cell(self, distance: float, out: float) -> Point:
        """Where a runner is drawn: cells from the left and from the top, the fraction of y telling the half.

        Args:
            distance: metres along lane 1, as from the track's `along`.
            out: metres outside the measured line.
        """
        return self.place(distance, out)

    def edges(self, distance: float) -> tuple[Point, Point]:
        """The innermost and the outermost place of a runner so many metres along."""
        return self.place(distance, self.inner), self.place(distance, self.outer)

    def crossing(self, distance: float, size: int = 1) -> Crossing:
        """The line across the course so many metres along, for chips of so many cells."""
        if self.grained is None:
            return crossing_of(self.edges, distance, size)
        distance = self.grained(distance)
        found = self.crossings.get((distance, size))
        if found is None:
            found = self.crossings[distance, size] = crossing_of(self.edges, distance, size)
        return found

    def holds(self, x: int, y: int) -> bool:
        """Whether the cell is on the painting."""
        return 0 <= x < self.width and 0 <= y < self.height

    def background(self, x: int, y: int) -> tuple[int, int]:
        """The colours of the upper and the lower half of a cell."""
        return self.pixels[2 * y][x], self.pixels[2 * y + 1][x]


def paint(
    track: Track,
    width: int,
    height: int,
    theme: Theme,
    ascii: bool = False,  # noqa: A002 - the option is called so
) -> Stadium:
    """Paints a track for a panel of `width` by `height` cells.

    With `ascii` the picture is made of plain characters and can be read without colour: use it for `NO_COLOR` too.
    """
    # In plain characters what is what is told by its colour: painted in 16 of them the stands would be the kerb.
    painting = _painted(track, width, height, DARK if ascii else theme, soft=not ascii)
    canvas = painting.canvas
    if ascii:
        from replay.drawing.course.plain import plain_rows  # few terminals have no other characters

        rows = plain_rows(track, painting, theme)
        canvas.fill(0, 0, width, 2 * height, theme.background)
        room = painting.infield
        canvas.fill(room.x, 2 * room.y, room.width, 2 * room.height, theme.board)
    else:
        if theme.truecolour:
            light(canvas, painting.infield)
        rows = tuple(canvas.row(y) for y in range(height))
    pixels = tuple(tuple(row) for row in canvas.pixels)
    outer = track.inner + track.lanes * track.lane_width
    words = frozenset((x, y) for y, row in canvas.letters.items() for x, letter in row.items() if letter.text.isalnum())
    return Stadium(
        width, height, rows, painting.infield, pixels, painting.place, track.inner, outer, words, painting.profile, {},
        painting.grained, {},
    )  # fmt: skip


def _painted(track: Track, width: int, height: int, theme: Theme, soft: bool) -> Painting:
    """A painted track: what paints its kind is imported when one of that kind is painted."""
    module, name = _PAINTERS[type(track)]
    found: Painting = getattr(import_module(f"replay.drawing.course.{module}"), name)(track, width, height, theme, soft)
    return found


_PAINTERS = {
    Oval: ("oval", "paint_oval"),
    Straight: ("courses", "paint_straight"),
    Road: ("courses", "paint_road"),
    Pool: ("basin", "paint_pool"),
}
"""What paints each kind of track."""
