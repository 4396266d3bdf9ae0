"""Paints what stands in the way in a steeplechase: four barriers on the track, and the water jump inside a bend."""

import math

from replay.cells.canvas import Canvas
from replay.drawing.course.scale import Scale
from replay.drawing.theme.palette import Theme
from replay.race.track import BARRIER, KERB, WATER, Oval

_PIT = 3.66
"""Metres: the water is as long and as wide (World Athletics Technical Rules, TR 23.6)."""
_LEAST = 3.0
"""Pixels that the water takes at least, so that it is seen."""


def paint_jumps(canvas: Canvas, scale: Scale, track: Oval, theme: Theme) -> None:
    """Paints the barriers where they stand in every lap, and the water with its barrier inside the second bend.

    The runners are drawn on the track where it goes round the water: how they come to it differs from track to track.
    """
    for number, metres in enumerate(track.jumps, 1):
        at = track.distance + metres
        if number == WATER:
            _pit(canvas, scale, track, at, theme)
        else:
            inner, outer = (scale.pixel(*track.point(at, scale.drawn(out))) for out in (0.3, BARRIER - KERB))
            if abs(inner[0] - outer[0]) < 0.5:  # an upright line keeps to one column of pixels, so that it is sharp
                inner, outer = ((int(inner[0]) + 0.5, y) for _, y in (inner, outer))
            canvas.line(inner, outer, theme.board_accent)


def _pit(canvas: Canvas, scale: Scale, track: Oval, at: float, theme: Theme) -> None:
    """The water behind its barrier, on a piece of track inside the kerb."""
    x, y = scale.pixel(*track.point(at, scale.drawn(-KERB)))
    out_x, out_y = scale.pixel(*track.point(at, scale.drawn(1.0)))
    off = math.hypot(out_x - x, out_y - y)
    in_x, in_y = (x - out_x) / off, (y - out_y) / off
    on_x, on_y = in_y, -in_x  # the way of running: the inside is on the left, and y goes down
    deep, long = max(_LEAST, _PIT * scale.sy), max(_LEAST + 1, _PIT * scale.sx)
    reach = math.ceil(deep + long + 4)
    for row in range(max(0, int(y) - reach), min(2 * canvas.height, int(y) + reach)):
        for column in range(max(0, int(x) - reach), min(canvas.width, int(x) + reach)):
            dx, dy = column + 0.5 - x, row + 0.5 - y
            inward, onward = dx * in_x + dy * in_y, dx * on_x + dy * on_y
            if 0.5 <= inward < deep + 1.5 and -3.5 <= onward < long + 2.5:
                colour = theme.water if 0 <= onward < long else theme.surface
                canvas.pixels[row][column] = theme.board_accent if -1 <= onward < 0 else colour


def paint_ripples(canvas: Canvas, theme: Theme) -> None:
    """Ripples on whatever of the water is still to be seen."""
    for y in range(canvas.height):
        for x, halves in enumerate(zip(canvas.pixels[2 * y], canvas.pixels[2 * y + 1], strict=True)):
            if set(halves) == {theme.water} and (x + y) % 2:
                canvas.write(x, y, "~", theme.finish)
