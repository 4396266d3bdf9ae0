"""The strip of a large field: how many are where along the course, as bars, and the few who stand out as letters.

A pack strip shows who is a few metres behind whom. In a field of thousands that is nobody's question: the crowd fills
half the course, so the strip is the course itself from the start on the left to the finish, and its scale never moves.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from replay.cells.ink import Ink, Row
from replay.cells.rows import Overlay, fill, over
from replay.cells.text import cell_width
from replay.drawing.stadium.density import LEVELS, shades
from replay.drawing.theme.look import Look
from replay.race.units import Unit

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_PLAIN = "  ...:::#"
"""The same in ASCII."""
_APART = 11
"""Cells between two marks of the scale, at least."""

Floats = npt.NDArray[np.float64]
Star = tuple[int, str, Ink, str]
"""Somebody who stands out: the column, letter, ink and name."""


def column(metres: float, distance: float, width: int) -> int:
    """The cell of who has run so far, on a strip of a course `width` cells wide."""
    return 1 + round(min(max(metres / distance, 0.0), 1.0) * max(width - 3, 0))


def columns(distances: Floats, distance: float, width: int) -> list[int]:
    """How many runners each column has; `distances` are metres run by those on the course."""
    cells = 1 + np.rint(np.clip(distances / distance, 0.0, 1.0) * max(width - 3, 0)).astype(np.intp)
    counts: list[int] = np.bincount(cells, minlength=width)[:width].tolist()
    return counts


def heights(counts: Sequence[int], rows: int, most: int) -> list[int]:
    """How high the bars are in eighths of a row: at least one for anybody, all for `most` runners or more.

    They grow with the square root, between the true share, in which the first are not seen, and its logarithm, in
    which the crowd has no shape.
    """
    full = max(most, 1) ** 0.5
    return [min(8 * rows, max(1, round(8 * rows * count**0.5 / full))) if count else 0 for count in counts]


def bar_row(high: Sequence[int], level: int, look: Look) -> str:
    """One row of bars that are so many eighths of a row high; the lowest row is level 0."""
    glyphs = _PLAIN if look.ascii else _EIGHTHS
    return "".join(glyphs[min(max(eighths - 8 * level, 0), 8)] for eighths in high)


class CrowdStrip(NamedTuple):
    """All that the strip of a large field shows in a width."""

    title: str
    """Written where there is room above the bars."""
    counts: tuple[int, ...]
    """Of each column, from `columns`."""
    most: int
    """Runners in a column whose bar is as high as there is room for; the same all race."""
    stars: tuple[Star, ...]
    """Those who stand out; who comes first has a cell that two want."""
    distance: float
    """Of the race, metres."""
    unit: Unit = Unit.KILOMETRES
    """What its scale is in."""


def crowd_rows(strip: CrowdStrip, look: Look, width: int, height: int) -> list[Row]:
    """The strip in exactly `height` rows, 2 or more, of `width` cells."""
    title, counts, most, stars, distance, unit = strip
    rows = height - 1
    high = heights(counts, rows, most)
    colour = Ink(shades(look.theme)[2 * LEVELS // 3], look.theme.panel)
    made: list[Row] = []
    for level in range(rows):
        bars = bar_row(high, rows - 1 - level, look)
        overlays: dict[int, Overlay] = {}
        if level == rows - 1:
            overlays = _starred(stars, width, bars, look)
        if level == 0:
            _entitle(overlays, bars, title, width, look)
        made.append(over(fill([(bars, colour)], width, look.panel), [overlays[x] for x in sorted(overlays)]))
    return [*made, _scale(distance, unit, look, width)]


def _entitle(overlays: dict[int, Overlay], bars: str, title: str, width: int, look: Look) -> None:
    """Write the title at the left end, or at the right, where there are neither bars nor letters."""
    words = f" {title} "
    wide = cell_width(words)
    taken = {x + at for x, text, _ in overlays.values() for at in range(cell_width(text))}
    for x in (0, width - wide):
        if x >= 0 and not bars[x : x + wide].strip() and taken.isdisjoint(range(x, x + wide)):
            overlays[x] = x, words, look.muted
            return


_NOT_HIS = 4
"""Cells from which on a letter before a name is not taken for its owner's, who stands behind it."""


def _starred(stars: Sequence[Star], width: int, bars: str, look: Look) -> dict[int, Overlay]:
    """The letters, with the names of those ahead of whom nobody is, or who have room behind them."""
    placed: dict[int, Star] = {}
    for star in stars:
        placed.setdefault(star[0], star)
    overlays = {x: (x, letter, ink) for x, (_, letter, ink, _) in placed.items()}
    for x, (_, _, _, name) in placed.items():
        wide = cell_width(name)
        for at in (x + 2, x - 1 - wide):
            room = range(at - (1 if at > x else _NOT_HIS), at + wide + 1)
            clear = not any(other in room for other in placed if other != x) and not bars[at : at + wide].strip()
            if name and at > 0 and at + wide < width and clear:
                overlays[at] = at, name, look.muted
                break
    return overlays


def _scale(distance: float, unit: Unit, look: Look, width: int) -> Row:
    """Kilometres or miles, and the finish."""
    cells = (width - 3) * unit.metres / distance
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100) if step * cells >= _APART), 100)
    end = "finish" + look.glyph("▸", ">") + " "  # the sign is where those are who are home
    placed: list[Overlay] = [(width - len(end), end, look.muted)]
    for number in range(step, int(distance // unit.metres) + 1, step):
        label = f"{number} {unit}" if number == step else str(number)
        x = column(number * unit.metres, distance, width) - len(label) // 2
        if x + len(label) < width - len(end) - 1:
            placed.append((x, label, look.muted))
    line = fill([(look.glyph("─", "-") * width, look.muted)], width, look.panel)
    return over(line, sorted(placed, key=lambda overlay: overlay[0]))
