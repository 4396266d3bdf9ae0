"""The scale of the chart of gaps: how many metres it holds, and which numbers stand beside it."""

from bisect import insort
from collections.abc import Collection, Sequence

from replay.drawing.panels.plot import stretch

_SCALES = (5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000, 2000, 5000, 10000, 20000)
"""Metres from the top to the bottom; the first that holds everybody seen so far but the last stragglers."""


class Scale:
    """What the scale holds, with some runners on it, as time goes on."""

    def __init__(self, gaps: Sequence[Sequence[float]], entries: Collection[int]) -> None:
        """Nothing is seen of these runners' gaps, which are by column and entry."""
        self._gaps, self._entries = gaps, entries
        self._seen: list[float] = []
        """All gaps so far, in rising order."""
        self._past = 0

    def upto(self, past: int) -> float:
        """The metres it holds when so many columns have passed."""
        if past < self._past:
            self._past, self._seen = 0, []
        for gaps in self._gaps[self._past : past]:
            for entry in self._entries:
                if gaps[entry] == gaps[entry]:
                    insort(self._seen, gaps[entry])
        self._past = past
        return _reach(self._seen)


def _reach(seen: Sequence[float]) -> float:
    """The metres the scale holds: nearly all that was seen, so that one straggler does not flatten the rest."""
    wanted = seen[int(len(seen) * 0.95)] if seen else 0.0
    return next((float(scale) for scale in _SCALES if scale >= wanted), float(_SCALES[-1]))


def numbers(reach: float, high: int) -> dict[int, str]:
    """Round numbers by row."""
    step = _step(reach, high)
    ticks = (at * step for at in range(int(reach / step) + 1))
    return {(dot_of(tick, bottom_of(reach, high), high) or 0) // 4: f"{tick:g}" for tick in ticks}


def _step(reach: float, high: int) -> float:
    """Metres between two numbers, which are two rows apart or more, and as many rows each if that can be."""
    most = max(min(high // 2, _TICKS), 1)
    steps = [step for step in _STEPS if reach % step == 0 and reach / step <= most]
    even = (step for step in steps if stretch(high, int(reach / step)) > 1 or (high - 1) % (reach / step) == 0)
    return next(even, steps[0] if steps else reach)


def bottom_of(reach: float, high: int) -> float:
    """Metres at the last of so many rows of a scale that holds so many."""
    return reach * stretch(high, int(reach / _step(reach, high)))


_TICKS = 6
"""Spaces between numbers, at most."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000, 20000)


def dot_of(gap: float, reach: float, high: int) -> int | None:
    """The dot at a gap, from the top of so many rows; None where it is beyond the last."""
    if gap != gap or gap > reach:
        return None
    return round(gap / reach * (high * 4 - 1))
