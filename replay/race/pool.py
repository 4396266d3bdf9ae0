"""A pool: to and fro between two walls, everybody in a lane of his own.

Sources of the numbers: World Aquatics Facilities Regulations, FR 2 (50 m by at least 21 m, 25 m in a short course) and
FR 2.5 (lanes at least 2.5 m wide; eight or ten of them in championships, lane 1 on the right of those who start).
"""

import math
from dataclasses import dataclass, field

from replay.race.race import LONG_COURSE


@dataclass(frozen=True, slots=True)
class Pool:
    """A pool seen from above: the start is at the left wall, lane 1 at the bottom. Its laps are lengths."""

    distance: float
    lap: float = LONG_COURSE
    lanes: int = 8
    lane_width: float = 2.5
    laps: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        count = max(1, math.ceil(self.distance / self.lap - 0.01))
        object.__setattr__(self, "laps", tuple(number * self.lap for number in range(count)))

    @property
    def bell(self) -> float | None:
        """None: it is rung in long races, for each swimmer in his turn."""
        return None

    @property
    def break_distance(self) -> float | None:
        """All the way."""
        return self.distance

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """`xmin, ymin, xmax, ymax` in metres."""
        return 0.0, -self.lane_width / 2, self.lap, (self.lanes - 0.5) * self.lane_width

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """See `Track.point`; the origin is at the start, in the middle of lane 1."""
        there = max(distance, 0.0) % (2 * self.lap)
        return min(there, 2 * self.lap - there), out

    def heading(self, distance: float) -> float:
        """0 on the way out, half a turn on the way home."""
        return 0.0 if distance % (2 * self.lap) < self.lap else math.pi

    def along(self, distance: float, lane: int) -> float:
        """`distance`: a pool has no stagger."""
        return distance

    def lane_out(self, lane: int) -> float:
        """See `Track.lane_out`."""
        return (lane - 1) * self.lane_width
