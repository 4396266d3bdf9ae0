"""Where a large field is, as shades of the course: everybody counts, and nobody is drawn.

What is painted of the course is cut into pixels once, and it is noted which metres of the race lie in which pixel. For
an instant the field is counted by metres, the metres by pixels, and a pixel takes its shade from the runners a
kilometre there. Each shade stands for twice as many as the one before: a city marathon has thousands a kilometre in
the middle and a few at both ends, and all of them should be seen.
"""

import math
from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from replay.cells.ink import Ink, mix, oklab
from replay.cells.rows import Overlay
from replay.drawing.course.stadium import Stadium
from replay.drawing.theme.look import Look
from replay.drawing.theme.palette import Theme
from replay.drawing.theme.palette16 import SHADES_16
from replay.race.track import Track

LEVELS = 10
"""Shades."""
_SHADES = {
    "dark": (0x5E4A66, 0x7A4A6E, 0x98496E, 0xB54B66, 0xD05556, 0xE66A42, 0xF4862F, 0xFBA72F, 0xFDCB4F, 0xFFF0A6),
    "light": (0xC9A9B9, 0xC493AE, 0xBB7BA3, 0xAF6299, 0x9F4A8F, 0x8B3585, 0x742479, 0x5B1869, 0x430F55, 0x2A083B),
}
"""From few to many: ever lighter on a dark screen, ever darker on a light one, so that they read without hues too."""
_LAID = {"dark": 0.93, "light": 0.98}
"""How much of a shade covers the road: lines across it still show."""
_MARKS, _BLOCKS = "::++**%%@@", "░░░▒▒▒▓▓██"
"""The shades where pictures are drawn in characters."""
_BINS = 2048
"""Stretches of the course that are counted one by one."""
_NOBODY = 1e-6
"""Runners; fewer are a remainder of the arithmetic."""
_BARE = frozenset(" ▀▄█")
_DRAWN = frozenset(" .#")
"""What is painted, or drawn; whatever else stands in a cell is writing, or a line across the course."""

Floats = npt.NDArray[np.float64]
Shades = npt.NDArray[np.uint8]
Layer = Mapping[int, tuple[Overlay, ...]]


@lru_cache(maxsize=8)
def shades(theme: Theme) -> tuple[int, ...]:
    """The colours from few runners to many."""
    found = SHADES_16[theme.name] if theme.sixteen else _SHADES[theme.name]
    if theme.truecolour or theme.sixteen:
        return found
    return tuple(sorted(map(theme.had, found), key=lambda colour: oklab(colour)[0], reverse=theme.name == "light"))


def shade_mark(level: int, look: Look) -> str:
    """The character of a shade, 1 to `LEVELS`."""
    return (_MARKS if look.ascii else _BLOCKS)[level - 1]


_PART = 0.19


def densest(runners: int, distance: float) -> float:
    """Runners a kilometre from which the last shade is used, for a field: a round number, and the same all race.

    Half the time of a marathon most of a field are on a fifth of it, and of shorter ways on as large a part.

    Args:
        runners: Of the field.
        distance: Metres of the race.
    """
    aim = max(runners, 1) / (_PART * distance / 1000)
    power: float = 10.0 ** math.floor(math.log10(aim))
    return max((step * power for step in (1, 2, 5) if step * power <= aim), default=power)


class Density:
    """The shades of a course on a painting of it."""

    def __init__(self, track: Track, stadium: Stadium, look: Look, runners: int) -> None:
        """Find which metres of the course lie in which pixel; in a drawing of characters a pixel is a cell.

        Args:
            track: The course.
            stadium: Its painting.
            look: Colours, or characters.
            runners: How many there are in the field, from which follows what is dense.
        """
        self._stadium, self._look = stadium, look
        self._lap = track.loop
        self._folds = 1 if look.drawn else 2
        """Pixels of a cell, one above the other."""
        self._limits = densest(runners, track.distance) / 2.0 ** np.arange(LEVELS - 2, -1, -1)
        self._survey()
        ground = _DRAWN if look.drawn else _BARE
        self._free = [[char in ground for text, _ in row for char in text] for row in stadium.rows]
        self._paved = look.drawn and track.line is not None
        """Whether the empty road is drawn in a character that looks more than a shade: it is then drawn in another."""
        if self._paved:
            for y, row in enumerate(stadium.rows):
                road = {x for x, char in enumerate("".join(text for text, _ in row)) if char == "#"}
                self._columns[y] = sorted(road.union(self._columns.get(y, ())))
        self._inks: dict[tuple[int, int, int, int], tuple[str, Ink]] = {}
        self._rows: dict[int, tuple[bytes, tuple[Overlay, ...]]] = {}
        self._counted: Floats | None = None
        self._before = b""
        self._layer: Layer = {}

    def _survey(self) -> None:
        """Walk along the course, and at each step across it."""
        stadium, lap = self._stadium, self._lap
        wide = stadium.outer - stadium.inner
        (x0, y0), (x1, y1) = stadium.cell(lap / 3, stadium.inner), stadium.cell(lap / 3, stadium.outer)
        across = 2 + math.ceil(2 * math.hypot(x1 - x0, 2 * (y1 - y0)))
        outs = [stadium.inner + wide * (step + 0.5) / across for step in range(across)]
        pairs: set[int] = set()
        for number in range(_BINS):
            for out in outs:
                x, y = stadium.cell((number + 0.5) * lap / _BINS, out)
                column, row = int(x // 1), int(self._folds * y // 1)
                if 0 <= column < stadium.width and 0 <= row < self._folds * stadium.height:
                    pairs.add((row * stadium.width + column) * _BINS + number)
        found = np.array(sorted(pairs), dtype=np.intp)
        self._pixels, self._which = np.unique(found // _BINS, return_inverse=True)
        self._stretches = found % _BINS
        self._kilometres = np.bincount(self._which) * (lap / _BINS / 1000)
        self.pixel = float(np.median(self._kilometres)) * 1000 if len(self._kilometres) else self._lap
        """Metres of the course in a pixel, as a rule."""
        # Inside a bend pixels hold little of the course: what is there is seen over a pixel's length, or they flicker.
        wide = 1 + 2 * round(self.pixel / (lap / _BINS) / 2)
        self._blur = np.full(wide, 1 / wide)
        cells = {(pixel // stadium.width // self._folds, pixel % stadium.width) for pixel in self._pixels.tolist()}
        self._columns: dict[int, list[int]] = {}
        for y, x in sorted(cells):
            self._columns.setdefault(y, []).append(x)

    def levels(self, distances: Floats) -> Shades:
        """The shade of each pixel, 0 where nobody is, row by row; `distances` are metres run by those on the course."""
        stadium = self._stadium
        along = distances % self._lap if len(distances) else distances
        bins = np.minimum((along * (_BINS / self._lap)).astype(np.intp), _BINS - 1)
        spread = np.convolve(np.bincount(bins, minlength=_BINS), self._blur, mode="same")
        counts = np.bincount(self._which, spread[self._stretches], len(self._pixels))
        found = np.searchsorted(self._limits, counts / self._kilometres, side="right") + 1
        picture = np.zeros(self._folds * stadium.height * stadium.width, dtype=np.uint8)
        picture[self._pixels] = np.where(counts > _NOBODY, found, 0)
        return picture.reshape(self._folds * stadium.height, stadium.width)

    def layer(self, distances: Floats) -> Layer:
        """What lies over the painting, by row; the very same rows as the last time where no shade has changed."""
        if distances is self._counted:
            return self._layer
        self._counted = distances
        picture = self.levels(distances)
        if (whole := picture.tobytes()) == self._before:
            return self._layer
        self._before = whole
        layer: dict[int, tuple[Overlay, ...]] = {}
        for y in self._columns:
            band = picture[self._folds * y : self._folds * (y + 1)]
            known = self._rows.get(y)
            if known is None or known[0] != band.tobytes():
                known = self._rows[y] = band.tobytes(), self._row(y, band)
            if known[1]:
                layer[y] = known[1]
        self._layer = layer
        return layer

    def _row(self, y: int, band: Shades) -> tuple[Overlay, ...]:
        overlays: list[Overlay] = []
        free, background = self._free[y], self._stadium.background
        upper, lower = band[0].tolist(), band[-1].tolist()
        for x in self._columns[y] if self._paved else np.flatnonzero(band.any(axis=0)).tolist():
            if not free[x]:
                continue
            top, bottom = (0, 0) if self._folds == 1 else background(x, y)
            text, ink = self._cell(top, upper[x], bottom, lower[x])
            if overlays and overlays[-1][2] == ink and overlays[-1][0] + len(overlays[-1][1]) == x:
                overlays[-1] = overlays[-1][0], overlays[-1][1] + text, ink
            else:
                overlays.append((x, text, ink))
        return tuple(overlays)

    def _cell(self, top: int, upper: int, bottom: int, lower: int) -> tuple[str, Ink]:
        """A cell whose halves have these colours and shades."""
        key = top, upper, bottom, lower
        found = self._inks.get(key)
        if found is None:
            found = self._inks[key] = self._made(*key)
        return found

    def _made(self, top: int, upper: int, bottom: int, lower: int) -> tuple[str, Ink]:
        theme = self._look.theme
        if self._folds == 1 and not upper:
            return ".", Ink(theme.muted)
        if self._folds == 1:
            return shade_mark(upper, self._look), Ink(theme.text, bold=upper > LEVELS // 2)
        known = (0, *shades(theme))
        share = _LAID[theme.name] if theme.truecolour else 1
        above = mix(top, known[upper], share) if upper else top
        below = mix(bottom, known[lower], share) if lower else bottom
        return (" ", Ink(bg=above)) if above == below else ("▀", Ink(above, below))
