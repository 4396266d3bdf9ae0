"""The shape of what is run on: from a distance run to a place in metres.

Every track answers in the race's own distance: 0 is where lane 1's runner starts and `distance` is the finish. On an
oval `x` runs to the right and `y` up as seen from the main stand, with the origin at the centre: the home straight is
at the bottom, runners go anticlockwise, and the finish line is at the right end of the home straight. `out` is metres
outside the line along which the lap is measured.

Sources of the numbers: World Athletics, Track and Field Facilities Manual 2019, chapter 2 (400 m Standard Track:
straights of 84.39 m, kerb radius of 36.50 m, lane 1 measured 0.30 m from the kerb and the others 0.20 m from the line
inside them, lanes 1.22 m) and chapter 8 (200 m Standard Indoor Track: straights of 35 m, inner radius 17.204 m, 4 to 6
lanes of 0.90 to 1.10 m). That lap only comes to 200 m with a transition curve of 10.01 m at either end of a bend; we
draw each half as straight and half as bend, which makes straights of 45.01 m and shifts no point by more than 0.25 m
(worked out with clothoids).
"""

from bisect import bisect_right
from typing import Protocol

from replay.race.race import Course, CourseLine, Race, Surface, When, WhenKind
from replay.race.track.hurdles import hurdles_of
from replay.race.track.lanes import KERB, LINE
from replay.race.track.oval import BARRIER, INDOOR_STRAIGHT, OUTDOOR_STRAIGHT, WATER, Oval
from replay.race.track.pool import LONG_COURSE, Pool
from replay.race.track.road import Road
from replay.race.track.straight import Straight

__all__ = [
    "BARRIER",
    "INDOOR_STRAIGHT",
    "KERB",
    "LINE",
    "WATER",
    "Oval",
    "Pool",
    "Road",
    "Straight",
    "Track",
    "distance_of",
    "lap_number",
    "track_of",
]


class Track(Protocol):
    """What a race is run on: its shape, and its own words."""

    @property
    def distance(self) -> float:
        """Metres of the race."""

    @property
    def surface(self) -> Surface:
        """What kind of course it is, by which it is painted."""

    @property
    def swum(self) -> bool:
        """Whether it is full of water."""

    # Laps

    @property
    def lap(self) -> float:
        """Metres of a lap; 1000 on a road, the distance on a straight, a length of a pool."""

    @property
    def laps(self) -> tuple[float, ...]:
        """The distances at which laps begin, the first of them 0."""

    @property
    def bell(self) -> float | None:
        """The distance at which the bell is rung; None where there is none."""

    @property
    def loop(self) -> float:
        """Metres after which the same ground is run over again: a lap of an oval, elsewhere the distance."""

    @property
    def by_kilometres(self) -> bool:
        """Whether its laps are kilometres: these are passed, and have their times, but nobody calls them laps."""

    @property
    def home_straight(self) -> float:
        """Metres of the straight behind the last bend, at the end of which is the finish; 0 where there is no bend."""

    @property
    def counted(self) -> bool:
        """Whether it is told which lap they are in."""

    # Its shape

    @property
    def line(self) -> CourseLine | None:
        """What it looks like on a map; None for what has the shape of its kind."""

    @property
    def laned(self) -> bool:
        """Whether there are lines between its lanes; without them a lane is only what one runner takes."""

    @property
    def lanes(self) -> int:
        """How many lanes are drawn."""

    @property
    def lane_width(self) -> float:
        """Metres."""

    @property
    def inner(self) -> float:
        """Metres outside the measured line at which it begins."""

    @property
    def break_distance(self) -> float | None:
        """The distance to which the race is run in lanes: all of it, or to the break line; None when not in lanes."""

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """Where somebody is `distance` metres along lane 1 (see `along`) and `out` metres outside the measured line."""

    def heading(self, distance: float) -> float:
        """The direction of running there, in radians anticlockwise from the x axis."""

    def along(self, distance: float, lane: int) -> float:
        """Where along lane 1 to draw who has run `distance` metres in a lane: ahead by the stagger that is left."""

    def ahead(self, out: float, run: float = 0.0) -> float:
        """Metres along by which somebody is drawn ahead of what he has run, since he started further out.

        Args:
            out: Metres outside the measured line.
            run: Metres run.
        """

    def lane_out(self, lane: int) -> float:
        """Metres from the measured line of lane 1 to that of a lane, counted from 1."""

    # What is painted on it, and stands on it

    @property
    def lines(self) -> tuple[float, ...]:
        """The distances at which a thin line is painted across it, behind the finish too."""

    @property
    def jumps(self) -> tuple[float, ...]:
        """The jumps of a lap of a steeplechase, in metres past the finish line; none in any other race."""

    def race_jumps(self) -> list[tuple[float, bool]]:
        """Every jump of the race: metres from the start, and whether it is into water."""

    # Its words

    @property
    def on(self) -> str:
        """Where those are who run: `on the track`."""

    @property
    def whole(self) -> str:
        """What one sees who sees all of it: `the whole stadium`."""

    @property
    def behind(self) -> tuple[int, ...]:
        """Metres behind the leader that have a mark on a scale, rising from 0."""

    def label(self, distance: float) -> str:
        """A distance as it is marked: `400 m`, `5 km`."""

    def stretch(self, distance: float) -> str:
        """The part of it that one is in after so many metres: `back straight`; empty where it has none."""

    def described(self, event: str) -> str:
        """An event with how it is run: `1 mile, outdoors`."""


def lap_number(track: Track, distance: float) -> int:
    """The lap, counted from 1, that somebody is in after `distance` metres; who stands at its beginning is in it."""
    return max(1, bisect_right(track.laps, distance + 1e-6))


def distance_of(track: Track, when: When) -> float:
    """The distance, in metres, that a moment is told by.

    Raises:
        ValueError: It is the bell's, and there is none.
    """
    match when.kind:
        case WhenKind.TO_GO:
            return track.distance - when.value
        case WhenKind.FRACTION:
            return track.distance * when.value
        case WhenKind.LAP:
            number = int(when.value)
            return track.laps[number - 1] if number <= len(track.laps) else track.distance
        case WhenKind.BELL:
            if track.bell is None:
                raise ValueError("this race has no bell")
            return track.bell
        case _:
            return when.value


_ON_STRAIGHT = 110.0
"""Metres: the longest race that is run on the home straight of an oval alone, which is longer for it."""


def track_of(race: Race) -> Track:
    """The track a race is run on, from its course, its distance and the highest lane anybody has."""
    highest = max((entry.lane or 0 for entry in race.entries), default=0)
    surface = race.course.surface
    if surface is Surface.ROAD:
        return Road(race.distance, race.course.line, race.course.unit)
    if surface is Surface.POOL:
        return Pool(race.distance, race.course.lap_metres or LONG_COURSE, 8 if highest <= 8 else 10)
    indoor = surface is Surface.INDOOR
    lap = race.course.lap_metres or 400.0
    width = 1.0 if indoor else 1.22
    hurdles = hurdles_of(race)
    if surface is Surface.STRAIGHT or race.distance <= min(_ON_STRAIGHT, lap / 3):
        return Straight(race.distance, min(max(8, highest), 12), width, indoor, hurdles)
    lanes = min(max(6 if indoor else 9, highest), 12)
    steeple = race.steeplechase and not indoor
    return Oval(race.distance, lap, _straight_of(race.course, lap), lanes, width, steeple, indoor, hurdles)


def _straight_of(course: Course, lap: float) -> float:
    """Metres of an oval's straights: as given if the lap leaves room for bends, else in the standard's proportion."""
    if course.straight is not None and 0 < course.straight < 0.45 * lap:
        return course.straight
    if course.surface is Surface.INDOOR:
        return INDOOR_STRAIGHT * lap / 200
    return OUTDOOR_STRAIGHT * lap / 400
