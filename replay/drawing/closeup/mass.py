"""How a crowd stands at a start on the road, close up: behind the line, some abreast, and not all in one place.

Times are counted from the line, so that everybody is said to be on it at the gun. A field of hundreds on one line would
be a stack of figures: they stand in rows behind it in order of their bibs, and as they run that is made good, until
everybody is where he is said to be. Only what is seen close up is so; nothing that is told follows from it.
"""

from collections.abc import Sequence
from typing import Any, cast

from replay.drawing.closeup.crowd import CROWD
from replay.motion import is_large
from replay.state.timeline import Timeline

_ABREAST = 7
"""Runners of a row."""
_ROW = 0.8
"""Metres from one row to the next."""
_DEEP = 100.0
"""Metres behind the line where the last are drawn, at most."""
_MADE_GOOD = (15.0, 3.0)
"""Metres over which that is made good, and more of them for each metre behind the line."""
_OVER = 600.0
"""Seconds after which even those who walk have made it good."""
_GOLDEN = 0.618034
"""Of a row's way to the next, a part by which each stands further back, so that nobody stands in line: see `_back`."""


class MassStart:
    """Where each of a field is seen that starts in rows."""

    def __init__(self, timeline: Timeline, width: float) -> None:
        """Line a field up on a road so many metres wide."""
        self._ranks, self._width = timeline.ties, width
        self._large = is_large(timeline.race)
        self._backs = [_back(rank) for rank in self._ranks]
        self._all: Any = None
        """The same as an array."""

    def on(self, t: float) -> bool:
        """Whether anybody may still be seen elsewhere than where he is."""
        return t < _OVER

    def alongs(self, distances: Sequence[float]) -> Sequence[float]:
        """Metres along at which everybody is seen, by the metres run."""
        if not self._large:
            return [run - self.behind(entry, run) for entry, run in enumerate(distances)]
        import numpy as np  # a large field has it

        if self._all is None:
            self._all = np.asarray(self._backs)
        runs, backs = np.asarray(distances, dtype=np.float64), self._all
        share = np.clip(runs / (_MADE_GOOD[0] + _MADE_GOOD[1] * backs), 0.0, 1.0)
        return cast("Sequence[float]", runs - backs * (1.0 - share * share * (3.0 - 2.0 * share)))

    def behind(self, entry: int, run: float) -> float:
        """Metres by which somebody who has run so far is seen behind where he is."""
        return self._backs[entry] * (1.0 - self._made_good(entry, run))

    def out(self, entry: int, run: float, out: float) -> float:
        """Metres outside the kerb at which somebody is seen who runs so far out: on the line in his own file."""
        own = (self._ranks[entry] % _ABREAST + 0.5) / _ABREAST * self._width
        return own + (out - own) * self._made_good(entry, run)

    def _made_good(self, entry: int, run: float) -> float:
        share = min(max(run / (_MADE_GOOD[0] + _MADE_GOOD[1] * self._backs[entry]), 0.0), 1.0)
        return share * share * (3.0 - 2.0 * share)


def mass_of(timeline: Timeline) -> MassStart | None:
    """The start of a field that is a crowd on a road; None where it is no such."""
    track = timeline.track
    if track.laned or track.swum or len(timeline.race.entries) <= CROWD:
        return None
    return MassStart(timeline, track.lanes * track.lane_width - 1.0)


def _back(rank: int) -> float:
    """Metres behind the line of one before whom so many stand; those too far back are spread over the last rows."""
    metres = (rank // _ABREAST + rank * _GOLDEN % 1.0) * _ROW
    return metres if metres <= _DEEP else _DEEP * (1.0 - rank * _GOLDEN % 1.0 / 2)
