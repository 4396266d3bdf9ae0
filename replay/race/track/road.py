"""A road, of which the length is known and perhaps the shape."""

import math
from dataclasses import dataclass, field
from typing import ClassVar

from replay.race.race import CourseLine, Surface
from replay.race.track.even import Even
from replay.race.track.laps import LEFTOVER

_FEW = 12
"""Kilometres up to which each has its line."""


@dataclass(frozen=True, slots=True)
class Road(Even):
    """A road: a point is how far along and how far out. Its laps are kilometres."""

    distance: float
    line: CourseLine | None = None
    """Its shape, where a file gives it; without one only the length is known."""
    laps: tuple[float, ...] = field(init=False)

    surface: ClassVar[Surface] = Surface.ROAD
    laned: ClassVar[bool] = False
    swum: ClassVar[bool] = False
    lanes: ClassVar[int] = 8
    """Eight widths of `lane_width`: as wide as a pack is drawn."""
    lane_width: ClassVar[float] = 1.0
    """Metres that one runner takes."""
    inner: ClassVar[float] = 0.0
    by_kilometres: ClassVar[bool] = True
    lap: ClassVar[float] = 1000.0
    """A kilometre, counted from the start."""
    counted: ClassVar[bool] = False
    break_distance: ClassVar[float | None] = None
    on: ClassVar[str] = "on the road"
    whole: ClassVar[str] = "the whole course"
    seek: ClassVar[float] = 30.0
    behind: ClassVar[tuple[int, ...]] = (0, 10, 50, 100, 200, 500, 1000, 2000, 5000)

    def __post_init__(self) -> None:
        count = max(1, math.ceil((self.distance - LEFTOVER * self.lap) / self.lap))
        object.__setattr__(self, "laps", tuple(k * self.lap for k in range(count)))

    @property
    def loop(self) -> float:
        """The distance."""
        return self.distance

    @property
    def lines(self) -> tuple[float, ...]:
        """Its kilometres, where they are few."""
        return self.laps[1:] if len(self.laps) <= _FEW else ()

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """`(distance, out)`: what shape a road has is up to the drawing."""
        return distance, out

    def heading(self, distance: float) -> float:
        """0."""
        return 0.0

    def lane_out(self, lane: int) -> float:
        """See `Track.lane_out`."""
        return (lane - 1) * self.lane_width

    def label(self, distance: float) -> str:
        """`5 km`."""
        return f"{distance / 1000:g} km"

    def described(self, event: str) -> str:
        """`10 km on the road`."""
        return f"{event} on the road"
