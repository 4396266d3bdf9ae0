"""Light on the painted stadium: pixels tinted here and there, as by the pace lights on the rail."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from replay.cells.ink import Ink
from replay.cells.rows import Overlay
from replay.cells.text import cell_width
from replay.drawing.course.stadium import Stadium
from replay.drawing.theme.look import Look
from replay.drawing.theme.palette import Theme
from replay.race.track import KERB

Layer = Mapping[int, Sequence[Overlay]]
"""Overlays by row, in rising order of their cells."""

WAVE = 6.0
"""Pixels from the head of the pace lights to the last that still glows."""
_STEPS = 6
"""Shares of light there are: few, so that the picture keeps few colours."""


class Spark(NamedTuple):
    """A tinted pixel: x and y in cells as from `Stadium.cell`, a colour, and its share of the pixel from 0 to 1."""

    x: float
    y: float
    colour: int
    share: float


def glow(stadium: Stadium, sparks: Iterable[Spark], look: Look) -> dict[int, tuple[Overlay, ...]]:
    """The sparks over a painting, one overlay a cell; of several in a pixel the brightest is seen.

    Args:
        stadium: The painting.
        sparks: What glows.
        look: How the picture is made; where it is made of characters the sparks are `*`, `+` and `:`.
    """
    pixels: dict[tuple[int, int], Spark] = {}
    for spark in sparks:
        at = int(spark.x // 1), int(2 * spark.y // 1)
        if 0 <= at[0] < stadium.width and 0 <= at[1] < 2 * stadium.height:
            before = pixels.get(at)
            if before is None or spark.share > before.share:
                pixels[at] = spark
    rows: dict[int, dict[int, Overlay]] = {}
    for x, pixel in pixels:
        y = pixel // 2
        row = rows.setdefault(y, {})
        if x not in row:
            upper, lower = pixels.get((x, 2 * y)), pixels.get((x, 2 * y + 1))
            row[x] = _character(x, upper, lower) if look.drawn else _block(stadium, x, y, upper, lower, look.theme)
    return {y: tuple(row[x] for x in sorted(row)) for y, row in rows.items()}


def _block(stadium: Stadium, x: int, y: int, upper: Spark | None, lower: Spark | None, theme: Theme) -> Overlay:
    top, bottom = (
        ground if spark is None else theme.blend(ground, spark.colour, math.ceil(spark.share * _STEPS) / _STEPS)
        for ground, spark in zip(stadium.background(x, y), (upper, lower), strict=True)
    )
    return (x, " ", Ink(bg=top)) if top == bottom else (x, "▀", Ink(top, bottom))


def _character(x: int, upper: Spark | None, lower: Spark | None) -> Overlay:
    brightest = max((spark for spark in (upper, lower) if spark is not None), key=lambda spark: spark.share)
    character = "*" if brightest.share > 0.7 else "+" if brightest.share > 0.4 else ":"
    return x, character, Ink(brightest.colour, bold=brightest.share > 0.4)


def wave(stadium: Stadium, along: float, colour: int) -> list[Spark]:
    """The pace lights: a bright head on the kerb and a tail that fades behind it.

    Args:
        stadium: The painting.
        along: Metres along lane 1.
        colour: Of the lights.
    """
    x, y = stadium.cell(along, -KERB)
    bx, by = stadium.cell(along - 4.0, -KERB)
    pixel = 4.0 / max(math.hypot(x - bx, 2 * (y - by)), 1e-6)
    sparks: list[Spark] = []
    for half in range(int(2 * WAVE)):
        at = along - half / 2 * pixel
        (x, y), (ox, oy) = stadium.cell(at, -KERB), stadium.cell(at, 1 - KERB)
        dx, dy = ox - x, oy - y
        wide = max(math.hypot(dx, 2 * dy), 1e-6)
        share = 1 - half / (2 * WAVE)
        # A runner's innermost place is a pixel from the kerb's outer edge: the kerb's middle is half a pixel beyond.
        sparks.append(Spark(x - 1.5 * dx / wide, y - 1.5 * dy / wide, colour, share))
    return sparks


def beneath(layer: Layer, extra: Layer) -> dict[int, Sequence[Overlay]]:
    """The layer with `extra` where the layer leaves its cells free."""
    both: dict[int, Sequence[Overlay]] = dict(layer)
    for y, overlays in extra.items():
        above = layer.get(y)
        both[y] = _under(above, overlays) if above else overlays
    return both


def _under(above: Sequence[Overlay], below: Sequence[Overlay]) -> tuple[Overlay, ...]:
    """Texts of a row in the order of their cells, and those of a second one that begin where the first are not."""
    found: list[Overlay] = []
    first = free = 0
    for overlay in below:
        x = overlay[0]
        while first < len(above) and above[first][0] <= x:
            found.append(above[first])
            free = max(free, above[first][0] + cell_width(above[first][1]))
            first += 1
        if x >= free:
            found.append(overlay)
    return (*found, *above[first:])
