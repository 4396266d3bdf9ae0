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

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Protocol

from replay.race.pool import Pool
from replay.race.race import LONG_COURSE, Course, CourseLine, Race, Surface

KERB = 0.30
"""Metres from the kerb to the line along which lane 1 is measured."""
LINE = 0.20
"""Metres from the line inside a lane to where that lane is measured, from lane 2 on."""
OUTDOOR_STRAIGHT = 84.39
INDOOR_STRAIGHT = (200 - 2 * math.pi * (17.204 + KERB)) / 2
LEFTOVER = 0.15
"""A first lap shorter than this part of a lap is counted with the one after it."""
BARRIER = 3.96
"""Metres: the width of a steeplechase barrier at least (World Athletics Technical Rules, TR 23.5)."""
WATER = 4
"""Which jump of a steeplechase lap is into water."""
CHUTE = 110.0
"""Metres: the longest race run on the home straight of an oval, which is drawn longer for it."""


class Track(Protocol):
    """What a race is run on."""

    @property
    def distance(self) -> float:
        """Metres of the race."""

    @property
    def lap(self) -> float:
        """Metres of a lap; 1000 on a road, the distance on a straight."""

    @property
    def laps(self) -> tuple[float, ...]:
        """The distances at which laps begin, the first of them 0."""

    @property
    def bell(self) -> float | None:
        """The distance at which the bell is rung; None where there is none."""

    @property
    def lanes(self) -> int:
        """How many lanes are drawn."""

    @property
    def lane_width(self) -> float:
        """Metres."""

    @property
    def break_distance(self) -> float | None:
        """The distance to which the race is run in lanes: all of it, or to the break line; None when not in lanes."""

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """`xmin, ymin, xmax, ymax` in metres, with all lanes."""

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """Where somebody is `distance` metres along lane 1 (see `along`) and `out` metres outside the measured line."""

    def heading(self, distance: float) -> float:
        """The direction of running there, in radians anticlockwise from the x axis."""

    def along(self, distance: float, lane: int) -> float:
        """Where along lane 1 to draw who has run `distance` metres in a lane: ahead by the stagger that is left."""

    def lane_out(self, lane: int) -> float:
        """Metres from the measured line of lane 1 to that of a lane, counted from 1."""


def lap_number(track: Track, distance: float) -> int:
    """The lap, counted from 1, that somebody is in after `distance` metres; who stands at its beginning is in it."""
    return max(1, bisect_right(track.laps, distance + 1e-6))


def lap_starts(distance: float, lap: float) -> tuple[float, ...]:
    """Where laps begin when they are counted back from the finish: `(0, 409.344, 809.344, 1209.344)` for a mile."""
    whole = int((distance + 1e-9) // lap)
    first = distance - whole * lap
    count = whole + 1 if whole == 0 or first >= LEFTOVER * lap else whole
    return (0.0, *(round(distance - k * lap, 6) for k in range(count - 1, 0, -1)))


@dataclass(frozen=True, slots=True)
class Oval:
    """Two straights and two half circles."""

    distance: float
    lap: float = 400.0
    straight: float = OUTDOOR_STRAIGHT
    lanes: int = 9
    lane_width: float = 1.22
    steeplechase: bool = False
    """Whether there are barriers.

    The lap stays what it is. In truth it is a little shorter where the water jump is inside a bend (396.08 m on the
    standard track, Facilities Manual 2.2.4) and longer where it is outside; what is drawn is right to a hundredth.
    """
    laps: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "laps", lap_starts(self.distance, self.lap))

    @property
    def radius(self) -> float:
        """Metres from a bend's centre to the kerb."""
        return (self.lap / 2 - self.straight) / math.pi - KERB

    @property
    def bend(self) -> float:
        """Metres of one bend along the measured line."""
        return self.lap / 2 - self.straight

    @property
    def bell(self) -> float | None:
        """A lap before the finish."""
        return self.distance - self.lap if self.distance > self.lap else None

    @property
    def jumps(self) -> tuple[float, ...]:
        """The jumps of a lap, in metres past the finish line; the fourth is the water jump, half round the second bend.

        Source: World Athletics Technical Rules, TR 23.3: five in a lap, evenly spread, the fourth over water.
        """
        if not self.steeplechase:
            return ()
        water = self.straight + 1.5 * self.bend
        return tuple(water + (number - WATER) * self.lap / 5 for number in range(1, 6))

    def race_jumps(self) -> list[tuple[float, bool]]:
        """Every jump of the race: metres from the start, and whether it is into water.

        There is none before the finish line is passed for the first time; a race that begins on that line leaves out
        the first two, which gives the 28 and 7 of 3000 m and the 18 and 5 of 2000 m (TR 23.2 to 23.4).
        """
        whole = int((self.distance + 1e-6) // self.lap)
        first = self.distance - whole * self.lap
        found = [
            (first + lap * self.lap + metres, number == WATER)
            for lap in range(whole)
            for number, metres in enumerate(self.jumps, 1)
        ]
        return found[2:] if first < 1 else found

    @property
    def on_straight(self) -> bool:
        """Whether the race is short enough to be run on the home straight alone."""
        return self.distance <= min(CHUTE, self.lap / 3)

    @property
    def break_distance(self) -> float | None:
        """Up to a lap in lanes; 800 m to the end of the first bend; 400 m on a shorter lap to the end of the second."""
        if self.distance <= self.lap + 1e-6:
            return self.distance
        if self.distance == 800:
            return self.bend
        if self.distance == 400:
            return 2 * self.bend + self.straight
        return None

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """`xmin, ymin, xmax, ymax` in metres, with all lanes and, for a race on the straight, its start."""
        high = self.radius + self.lanes * self.lane_width
        wide = self.straight / 2 + high
        start = self.straight / 2 - self.distance - 3 if self.on_straight else 0.0
        return min(-wide, start), -high, wide, high

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """See `Track.point`."""
        half = self.straight / 2
        radius = self.radius + KERB + out
        s = distance - self.distance
        if self.on_straight:
            return half + s, -radius
        s %= self.lap
        if s >= self.lap - self.straight:
            return half + s - self.lap, -radius
        if s < self.bend:
            angle = s / self.bend * math.pi
            return half + radius * math.sin(angle), -radius * math.cos(angle)
        if s < self.bend + self.straight:
            return half - (s - self.bend), radius
        angle = (s - self.bend - self.straight) / self.bend * math.pi
        return -half - radius * math.sin(angle), radius * math.cos(angle)

    def heading(self, distance: float) -> float:
        """See `Track.heading`."""
        s = (distance - self.distance) % self.lap
        if self.on_straight or s >= self.lap - self.straight:
            return 0.0
        if s < self.bend:
            return s / self.bend * math.pi
        return math.pi + max(0.0, s - self.bend - self.straight) / self.bend * math.pi

    def lane_out(self, lane: int) -> float:
        """See `Track.lane_out`."""
        return (lane - 1) * self.lane_width + LINE - KERB if lane > 1 else 0.0

    def along(self, distance: float, lane: int) -> float:
        """See `Track.along`.

        At a break line the outer lanes have a little extra to run, the slant across the straight to the inside: it is
        part of their stagger and used up by the end of that straight.
        """
        lanes_end = self.break_distance
        out = self.lane_out(lane)
        if lanes_end is None or lane <= 1 or self.on_straight or math.isnan(distance):
            return distance
        if lanes_end == self.distance:
            return self.distance - self._inner(self.distance - distance, out, bend=False)
        slant = math.hypot(self.straight, out) - self.straight
        # Lane n reaches the break line after lanes_end - slant metres, and has the slant still before it.
        left = lanes_end - slant - distance
        if left >= 0:
            return lanes_end - self._inner(left, out, bend=True)
        return distance + slant * max(0.0, 1 + left / self.straight)

    def _inner(self, metres: float, out: float, *, bend: bool) -> float:
        """What `metres` run in an outer lane are along lane 1, counted back from the end of a bend or a straight."""
        inner_total = 0.0
        while True:
            inner = self.bend if bend else self.straight
            outer = inner + (math.pi * out if bend else 0.0)
            if metres <= outer:
                return inner_total + metres * inner / outer
            metres -= outer
            inner_total += inner
            bend = not bend

    def out_at(self, x: float, y: float) -> float:
        """Metres outside the kerb of a point; negative in the infield. For painting."""
        return math.hypot(max(0.0, abs(x) - self.straight / 2), y) - self.radius


@dataclass(frozen=True, slots=True)
class Straight:
    """A straight, run from left to right in lanes; lane 1 is at the top."""

    distance: float
    lanes: int = 9
    lane_width: float = 1.22

    @property
    def lap(self) -> float:
        """The distance."""
        return self.distance

    @property
    def laps(self) -> tuple[float, ...]:
        """One lap, which begins at the start."""
        return (0.0,)

    @property
    def bell(self) -> float | None:
        """None."""
        return None

    @property
    def break_distance(self) -> float | None:
        """All the way."""
        return self.distance

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """`xmin, ymin, xmax, ymax` in metres."""
        return -self.distance / 2, KERB - self.lanes * self.lane_width, self.distance / 2, KERB

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """See `Track.point`; the origin is half way, on the measured line of lane 1."""
        return distance - self.distance / 2, -out

    def heading(self, distance: float) -> float:
        """0: to the right."""
        return 0.0

    def along(self, distance: float, lane: int) -> float:
        """`distance`: a straight has no stagger."""
        return distance

    def lane_out(self, lane: int) -> float:
        """See `Track.lane_out`."""
        return (lane - 1) * self.lane_width + LINE - KERB if lane > 1 else 0.0


@dataclass(frozen=True, slots=True)
class Road:
    """A road: a point is how far along and how far out. Its laps are kilometres."""

    distance: float
    line: CourseLine | None = None
    """Its shape, where a file gives it; without one only the length is known."""
    laps: tuple[float, ...] = field(init=False)

    def __post_init__(self) -> None:
        count = max(1, math.ceil((self.distance - LEFTOVER * self.lap) / self.lap))
        object.__setattr__(self, "laps", tuple(k * self.lap for k in range(count)))

    @property
    def lap(self) -> float:
        """A kilometre, counted from the start."""
        return 1000.0

    @property
    def bell(self) -> float | None:
        """None."""
        return None

    @property
    def lanes(self) -> int:
        """Eight widths of `lane_width`: as wide as a pack is drawn."""
        return 8

    @property
    def lane_width(self) -> float:
        """Metres that one runner takes."""
        return 1.0

    @property
    def break_distance(self) -> float | None:
        """None."""
        return None

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """`0, 0, distance, width`."""
        return 0.0, 0.0, self.distance, self.lanes * self.lane_width

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """`(distance, out)`: what shape a road has is up to the drawing."""
        return distance, out

    def heading(self, distance: float) -> float:
        """0."""
        return 0.0

    def along(self, distance: float, lane: int) -> float:
        """`distance`."""
        return distance

    def lane_out(self, lane: int) -> float:
        """See `Track.lane_out`."""
        return (lane - 1) * self.lane_width


AnyTrack = Oval | Straight | Road | Pool
"""Whatever a race is run, or swum, on."""


def track_of(race: Race) -> AnyTrack:
    """The track a race is run on, from its course, its distance and the highest lane anybody has."""
    highest = max((entry.lane or 0 for entry in race.entries), default=0)
    surface = race.course.surface
    if surface is Surface.ROAD:
        return Road(race.distance, race.course.line)
    if surface is Surface.STRAIGHT:
        return Straight(race.distance, lanes=min(max(8, highest), 12))
    if surface is Surface.POOL:
        return Pool(race.distance, race.course.lap_metres or LONG_COURSE, 8 if highest <= 8 else 10)
    indoor = surface is Surface.INDOOR
    lap = race.course.lap_metres or 400.0
    lanes = min(max(6 if indoor else 9, highest), 12)
    width = 1.0 if indoor else 1.22
    return Oval(race.distance, lap, _straight_of(race.course, lap), lanes, width, race.steeplechase and not indoor)


def _straight_of(course: Course, lap: float) -> float:
    """Metres of an oval's straights: as given if the lap leaves room for bends, else in the standard's proportion."""
    if course.straight is not None and 0 < course.straight < 0.45 * lap:
        return course.straight
    if course.surface is Surface.INDOOR:
        return INDOOR_STRAIGHT * lap / 200
    return OUTDOOR_STRAIGHT * lap / 400
