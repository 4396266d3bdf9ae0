"""The heights of a road course along the bottom of its map, and where the leader is on them."""

from typing import NamedTuple

from replay.cells.canvas import Canvas, Rect
from replay.cells.ink import Ink
from replay.cells.rows import Overlay
from replay.drawing.theme.look import Look
from replay.drawing.theme.palette import Theme
from replay.race.race import CourseLine

_EIGHTHS = " ▁▂▃▄▅▆▇"
MOST = _EIGHTHS[4:]
"""What stands for half a cell and more."""
_FLAT = 30.0
"""Metres: the span of heights that fills the strip at least, so that no flat course looks like a mountain."""


class Profile(NamedTuple):
    """Where a profile was painted."""

    place: Rect
    """Its cells, words not among them."""
    distance: float
    """Metres of the race."""

    def column(self, distance: float) -> int:
        """The cell from the left for a distance run."""
        share = min(max(distance / self.distance, 0.0), 1.0)
        return self.place.x + min(int(share * self.place.width), self.place.width - 1)


def hill_colour(theme: Theme) -> int:
    """What the heights are painted in."""
    return theme.blend(theme.background, theme.muted, 0.6)


def verge(theme: Theme) -> int:
    """The colour between a road that is drawn as a map and the grass."""
    return theme.blend(theme.grass[1], theme.road_edge, 0.5)


def paint_profile(canvas: Canvas, line: CourseLine, place: Rect, theme: Theme) -> Profile:
    """Paints the heights into a strip of cells, with the lowest and the highest in words on its left."""
    low, high = min(line.heights), max(line.heights)
    words = [f"{high:.0f} m", f"{low:.0f} m"]
    left = max(map(len, words)) + 2
    if place.width < 30 or place.height < 2:
        left = 1
    inner = Rect(place.x + left, place.y, max(1, place.width - left - 1), place.height)
    canvas.fill(place.x, 2 * place.y, place.width, 2 * place.height, theme.background)
    for y in range(place.y, place.y + place.height):
        canvas.letters.pop(y, None)
    span = max(high - low, _FLAT)
    tall = 8 * place.height - (8 if place.height > 2 else 1)  # room above for the leader's letter
    hill = hill_colour(theme)
    for x in range(inner.width):
        at = (x + 0.5) / inner.width * (len(line.heights) - 1)
        cells, eighths = divmod(round(4 + (line.heights[round(at)] - low) / span * (tall - 4)), 8)
        bottom = place.y + place.height
        canvas.fill(inner.x + x, 2 * (bottom - cells), 1, 2 * cells, hill)
        canvas.write(inner.x + x, bottom - cells - 1, _EIGHTHS[eighths], hill)
    if left > 1:
        canvas.write(place.x + 1, place.y, words[0].rjust(left - 2), theme.muted)
        canvas.write(place.x + 1, place.y + place.height - 1, words[1].rjust(left - 2), theme.muted)
    return Profile(inner, line.distance)


def mark(profile: Profile, distance: float, letter: str, chip: Ink, look: Look) -> dict[int, Overlay]:
    """The leader on the profile: a letter and a line below it, by row."""
    x, place = profile.column(distance), profile.place
    line = Ink(fg=look.theme.accent)
    rows = {y: (x, look.glyph("│", "|"), line) for y in range(place.y + 1, place.y + place.height)}
    return {place.y: (x, letter, chip)} | rows
