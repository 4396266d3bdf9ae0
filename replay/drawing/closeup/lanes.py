"""Where the lanes are in a close view: how wide, and in which half row somebody's feet are."""

import math

from replay.drawing.closeup.plan import Plan
from replay.race.track import KERB, Track

SPREAD = (40.0, 140.0)
"""Metres over which the view goes from the whole start line to the inner lanes, which is where the runners go."""
INNER = 4.0
"""Lanes that are always in view; one less where there are few rows for them."""
FEW = 8
"""Rows."""


class Lanes:
    """The lanes of a track in a plan."""

    def __init__(self, track: Track, plan: Plan, widest: float) -> None:
        """`widest` is how many metres from the kerb somebody starts."""
        self._track, self._plan = track, plan
        self._range = self._of(widest)

    def _of(self, widest: float) -> tuple[float, float]:
        """Rows that a lane takes at the start, and once the runners are on the inside."""
        track, rows = self._track, self._plan.track
        whole = _step(rows / track.lanes)
        if not track.laned:
            return whole, whole
        inner = max(whole, min(_step(rows / (INNER if rows >= FEW else INNER - 1)), self._plan.scale))
        if track.break_distance is not None:
            return whole, whole if track.break_distance >= track.distance else inner
        return max(whole, min(rows * track.lane_width / (widest + 1.0), inner)), inner

    def rows(self, at: float) -> float:
        """Rows that a lane takes when the followed are at so many metres."""
        start = self._track.break_distance or SPREAD[0]
        share = min(max((at - start) / (SPREAD[1] - SPREAD[0]), 0.0), 1.0)
        first, last = self._range
        return first + (last - first) * share * share * (3 - 2 * share)

    def foot(self, out: float, lane: float) -> int:
        """Half rows from the top to the feet of somebody so far outside the measured line: the middle of a lane.

        The kerb takes the upper half of the track's first row: the lanes share what is below it. The innermost is
        measured 0.3 m from its line, the others 0.2 m.
        """
        track, plan = self._track, self._plan
        share = (out + KERB + 0.32 + min(out, 0.1)) / (track.lane_width * track.lanes)
        first = 4 if not track.laned and plan.track > 5 else 2  # nobody runs on the line at a road's edge
        down = 1 + round(share * (2 * track.lanes * lane - 1))
        return 2 * plan.kerb + max(first, min(down, 2 * plan.track))


def _step(rows: float) -> float:
    """So many rows or a little less, so that lines fall on halves of rows and lanes are equally wide."""
    return math.floor(2 * rows) / 2 if rows >= 1 else rows
