"""What an oval, a straight and a pool have in common: lanes, between lines, in a stadium.

The source of the numbers is that of `replay.race.track`.
"""

from typing import ClassVar

from replay.race.race import CourseLine

KERB = 0.30
"""Metres from the kerb to the line along which lane 1 is measured."""
LINE = 0.20
"""Metres from the line inside a lane to where that lane is measured, from lane 2 on."""


class Laned:
    """A track with lanes; see `replay.race.track.Track`."""

    __slots__ = ()

    laned: ClassVar[bool] = True
    swum: ClassVar[bool] = False
    by_kilometres: ClassVar[bool] = False
    line: ClassVar[CourseLine | None] = None
    inner: ClassVar[float] = -KERB
    on: ClassVar[str] = "on the track"
    whole: ClassVar[str] = "the whole stadium"
    behind: ClassVar[tuple[int, ...]] = (0, 2, 5, 10, 20, 50, 100, 200)

    lane_width: float

    def lane_out(self, lane: int) -> float:
        """See `Track.lane_out`."""
        return (lane - 1) * self.lane_width + LINE - KERB if lane > 1 else 0.0

    def label(self, distance: float) -> str:
        """`400 m`."""
        return f"{distance:.0f} m"
