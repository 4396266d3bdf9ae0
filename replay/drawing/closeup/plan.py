"""How the close view is divided, and how large everything in it is."""

import math
from dataclasses import dataclass

HEAD = 1.8
"""Metres from a runner's feet to the top of the head."""


FORWARD = 0.18
"""Metres from a runner's feet forward to the middle of the head."""


def rows_of(scale: int) -> int:
    """Rows of a figure at so many cells a metre, its highest stride."""
    return round(HEAD / 2 * scale + 0.4)


@dataclass(frozen=True, slots=True)
class Plan:
    """Which rows of a panel show what, from the top: a line of text, far scenery, names, grass, track, marks, gaps."""

    width: int
    height: int
    scale: int
    """Cells a metre."""
    far: int
    """Rows of stands and hoarding."""
    rails: int
    """Rows for names above the heads of the innermost runners."""
    grass: int
    track: int
    """Rows from the kerb outwards."""
    ruler: int
    """Rows for the gaps below: 1 or 0."""

    @property
    def rail_top(self) -> int:
        """The first row for names."""
        return 1 + self.far

    def band_top(self, rows: int) -> int:
        """The first of so many rows of the band at the finish: over the stands, else over the grass below the names."""
        return 1 if self.far >= rows else self.rail_top + self.rails

    @property
    def kerb(self) -> int:
        """The first row of the track."""
        return 1 + self.far + self.rails + self.grass

    @property
    def metres(self) -> float:
        """Metres from the left edge to the right."""
        return self.width / self.scale


def plan(width: int, height: int, laned: bool = False, staggered: bool = False) -> Plan:
    """How a panel of `width` by `height` cells is divided, and at which scale: as near as its size allows.

    A runner is a quarter of the picture high; where all are `laned` there have to be rows for every lane, and figures
    are as small as that asks. Where they begin `staggered`, in lanes for a part of the race, these have rows as well.
    """
    scale = max(_LEAST, min(round(height / 3.5), width // _WIDE))
    ruler = 1 if height >= 12 else 0
    rails = 0 if height < 9 else 1 if height < 13 else 2 if height < 34 else 3
    if laned:
        scale = _LEAST
        for near, wide, tall in ((5, 76, 24), (6, 100, 28), (7, 120, 32), (8, 136, 40), (9, 170, 50), (10, 200, 58)):
            if width >= wide and height >= tall:
                scale = near
    # So much that the heads of the innermost runners, who stand on the first row of the track, are below the names.
    grass = max(1, min(math.ceil(scale * HEAD / 2), height * 2 // 7 if laned else height // 3))
    free = height - 2 - ruler - rails - grass
    far = (free - 11) // 3 if laned else free - max(_FEW, round(free * (_LANES if staggered else _TRACK)))
    far = max(0, min(far, 14))
    return Plan(width, height, scale, far, rails, grass, free - far, ruler)


_LEAST = 4
"""Cells a metre of the smallest figures."""
_WIDE = 9
"""Metres that are in view at least."""
_FEW, _TRACK, _LANES = 7, 0.45, 0.6
"""Rows of the track at least, and the part it has of what names, grass and the lines of text leave: of a race that
begins in lanes there is more to see of it."""
