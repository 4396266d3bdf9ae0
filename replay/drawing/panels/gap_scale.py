"""The scale of the chart of gaps: how many metres it holds, and which numbers stand beside it."""

import math
from collections.abc import Collection, Sequence

from replay.drawing.panels.plot import stretch

_SCALES = (5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 400, 600, 800, 1000, 1500, 2000, 5000, 10000, 20000)
"""Metres from the top to the bottom; the first that holds all that matter."""

FIRST = 3
"""Places that are always on the scale."""
_MOST, _PACK = 16, 0.6
"""The share of a field, of so many at most, that is its pack."""
_NEAR = 2.0
"""How many times as far behind as the last of the pack others are still held: who is further back would flatten it."""
CLOSE = 10.0
"""Metres within which everybody is held."""


class Scale:
    """What the scale holds as time goes on: it grows, and never goes back before time does."""

    def __init__(
        self, gaps: Sequence[Sequence[float]], asked: Collection[int] = (), ghosts: Collection[int] = ()
    ) -> None:
        """Of gaps by column and entry those that matter: see `held`.

        Args:
            gaps: Metres behind; nan for who is nowhere.
            asked: Entries that are held wherever they are.
            ghosts: Entries that are shown as far as the others reach.
        """
        self._gaps, self._asked, self._ghosts = gaps, asked, ghosts
        self._most = [0.0]
        """By columns that have passed."""

    def upto(self, past: int, least: float = 0.0) -> float:
        """The metres it holds when so many columns have passed, and at least."""
        for gaps in self._gaps[len(self._most) - 1 : past]:
            racing = [gap for entry, gap in enumerate(gaps) if gap == gap and entry not in self._ghosts]
            asked = (gaps[entry] for entry in self._asked if gaps[entry] == gaps[entry])
            self._most.append(max(self._most[-1], held(racing), *asked))
        wanted = max(self._most[past], least)
        return next((float(scale) for scale in _SCALES if scale >= wanted), float(_SCALES[-1]))


def held(gaps: Sequence[float], close: float = CLOSE) -> float:
    """How far behind the last is who matters among some: the first three, the pack, and who is near it, or `close`.

    One or two who are laps down do not set the scale of the race that they are in.
    """
    if not gaps:
        return 0.0
    order = sorted(gaps)
    pack = order[min(max(FIRST, math.ceil(_PACK * min(len(order), _MOST))), len(order)) - 1]
    return max(gap for gap in order if gap <= max(_NEAR * pack, close))


def numbers(reach: float, high: int) -> dict[int, str]:
    """Round numbers by row."""
    step = _step(reach, high)
    ticks = (at * step for at in range(int(reach / step) + 1))
    return {(dot_of(tick, bottom_of(reach, high), high) or 0) // 4: f"{tick:g}" for tick in ticks}


def _step(reach: float, high: int) -> float:
    """Metres between two numbers, which are two rows apart or more, and as many rows each if that can be."""
    most = max(min(high // 2, _TICKS), 1)
    steps = [step for step in _STEPS if reach % step == 0 and reach / step <= most]
    even = (step for step in steps if _stretch(reach, step, high) > 1 or (high - 1) % (reach / step) == 0)
    return next(even, steps[0] if steps else reach)


def bottom_of(reach: float, high: int) -> float:
    """Metres at the last of so many rows of a scale that holds so many."""
    return reach * _stretch(reach, _step(reach, high), high)


def _stretch(reach: float, step: float, high: int) -> float:
    """How many times as much so many rows hold; of few not two may stay empty."""
    return stretch(high, int(reach / step), 1 if high < _FEW else 2)


_FEW = 8
"""Rows."""


_TICKS = 6
"""Spaces between numbers, at most."""
_STEPS = (1, 2, 5, 10, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000, 20000)


def dot_of(gap: float, reach: float, high: int) -> int | None:
    """The dot at a gap, from the top of so many rows; None where it is beyond the last."""
    if gap != gap or gap > reach:
        return None
    return round(gap / reach * (high * 4 - 1))
