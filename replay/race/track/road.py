"""A road, of which the length is known and perhaps the shape."""

import math
from dataclasses import dataclass, field, replace
from typing import ClassVar

from replay.race.race import CourseLine, Race, Surface
from replay.race.track.even import Even
from replay.race.track.laps import LEFTOVER
from replay.race.units import Unit

_FEW = 12
"""Kilometres or miles up to which each has its line."""


@dataclass(frozen=True, slots=True)
class Road(Even):
    """A road: a point is how far along and how far out. Its laps are kilometres, or miles."""

    distance: float
    line: CourseLine | None = None
    """Its shape, where a file gives it; without one only the length is known."""
    unit: Unit = Unit.KILOMETRES
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
    counted: ClassVar[bool] = False
    break_distance: ClassVar[float | None] = None
    on: ClassVar[str] = "on the road"
    whole: ClassVar[str] = "the whole course"
    behind: ClassVar[tuple[int, ...]] = (0, 10, 50, 100, 200, 500, 1000, 2000, 5000)

    def __post_init__(self) -> None:
        count = max(1, math.ceil((self.distance - LEFTOVER * self.lap) / self.lap))
        object.__setattr__(self, "laps", tuple(k * self.lap for k in range(count)))

    @property
    def lap(self) -> float:
        """A kilometre or a mile, counted from the start."""
        return self.unit.metres

    @property
    def loop(self) -> float:
        """The distance."""
        return self.distance

    @property
    def lines(self) -> tuple[float, ...]:
        """Its kilometres or miles, where they are few."""
        return self.laps[1:] if len(self.laps) <= _FEW else ()

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """`(distance, out)`: what shape a road has is up to the drawing."""
        return distance, out

    def lane_out(self, lane: int) -> float:
        """See `Track.lane_out`."""
        return (lane - 1) * self.lane_width

    def label(self, distance: float) -> str:
        """`5 km`, `3.1 mi`, and below a kilometre `400 m`."""
        if self.unit is Unit.KILOMETRES and distance < self.unit.metres:
            return f"{distance:.0f} m"
        return self.unit.far(distance, 4 if self.unit is Unit.KILOMETRES else 1)

    def described(self, event: str) -> str:
        """`10 km on the road`."""
        return f"{event} on the road"


def in_units(race: Race, unit: Unit) -> Race:
    """The race with its road counted in a unit; one that is not on the road as it is."""
    if race.course.surface is not Surface.ROAD or race.course.unit is unit:
        return race
    return replace(race, course=replace(race.course, unit=unit))
