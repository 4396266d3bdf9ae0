"""A pool: to and fro between two walls, everybody in a lane.

Sources of the numbers: World Aquatics Facilities Regulations, FR 2 (50 m by at least 21 m, 25 m in a short course) and
FR 2.5 (lanes at least 2.5 m wide; eight or ten of them in championships, lane 1 on the right of those who start).
"""

import math
from dataclasses import dataclass, field
from typing import ClassVar

from replay.race.race import Surface
from replay.race.track.even import Even
from replay.race.track.lanes import Laned

LONG_COURSE = 50.0
"""Metres from wall to wall."""


@dataclass(frozen=True, slots=True)
class Pool(Laned, Even):
    """A pool seen from above: the start is at the left wall, lane 1 at the bottom. Its laps are lengths.

    The bell of a long race is rung for each swimmer in turn, and so for none here.
    """

    distance: float
    lap: float = LONG_COURSE
    lanes: int = 8
    lane_width: float = 2.5
    laps: tuple[float, ...] = field(init=False)

    surface: ClassVar[Surface] = Surface.POOL
    swum: ClassVar[bool] = True
    lines: ClassVar[tuple[float, ...]] = ()
    inner: ClassVar[float] = -1.25
    """Half a lane, as lane 1 is swum in its middle."""
    on: ClassVar[str] = "in the water"
    whole: ClassVar[str] = "the whole pool"

    def __post_init__(self) -> None:
        count = max(1, math.ceil(self.distance / self.lap - 0.01))
        object.__setattr__(self, "laps", tuple(number * self.lap for number in range(count)))

    @property
    def loop(self) -> float:
        """Out and home."""
        return min(2 * self.lap, self.distance)

    @property
    def counted(self) -> bool:
        """Of races of more than a length."""
        return len(self.laps) > 1

    @property
    def break_distance(self) -> float | None:
        """All the way."""
        return self.distance

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """See `Track.point`; the origin is at the start, in the middle of lane 1."""
        there = max(distance, 0.0) % (2 * self.lap)
        return min(there, 2 * self.lap - there), out

    def heading(self, distance: float) -> float:
        """0 on the way out, half a turn on the way home."""
        return 0.0 if distance % (2 * self.lap) < self.lap else math.pi

    def lane_out(self, lane: int) -> float:
        """See `Track.lane_out`."""
        return (lane - 1) * self.lane_width

    def described(self, event: str) -> str:
        """`200 m in a pool of 50 m`."""
        return f"{event} in a pool of {self.lap:g} m"
