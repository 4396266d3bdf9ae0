"""A straight, run from left to right."""

from dataclasses import dataclass
from typing import ClassVar

from replay.race.race import Surface
from replay.race.track.even import Even
from replay.race.track.lanes import Laned


@dataclass(frozen=True, slots=True)
class Straight(Laned, Even):
    """A straight, run from left to right in lanes; lane 1 is at the top."""

    distance: float
    lanes: int = 9
    lane_width: float = 1.22
    indoor: bool = False
    """Whether it is under a roof."""
    hurdles: tuple[float, ...] = ()
    """Metres from the start to each hurdle."""

    laps: ClassVar[tuple[float, ...]] = (0.0,)
    counted: ClassVar[bool] = False
    lines: ClassVar[tuple[float, ...]] = ()

    @property
    def surface(self) -> Surface:
        """As a track of its kind, under a roof or not."""
        return Surface.INDOOR if self.indoor else Surface.STRAIGHT

    def race_jumps(self) -> list[tuple[float, bool]]:
        """The hurdles."""
        return [(metres, False) for metres in self.hurdles]

    @property
    def lap(self) -> float:
        """The distance."""
        return self.distance

    @property
    def loop(self) -> float:
        """The distance."""
        return self.distance

    @property
    def break_distance(self) -> float | None:
        """All the way."""
        return self.distance

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """See `Track.point`; the origin is half way, on the measured line of lane 1."""
        return distance - self.distance / 2, -out

    def described(self, event: str) -> str:
        """`100 m on the straight`."""
        return f"{event} on the straight{', indoors' if self.indoor else ''}"
