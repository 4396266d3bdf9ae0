"""An oval: two straights and two half circles."""

import math
from dataclasses import dataclass, field

from replay.race.race import Surface
from replay.race.track.lanes import KERB, Laned
from replay.race.track.laps import lap_starts
from replay.race.track.start_line import StartLine, ahead

OUTDOOR_STRAIGHT = 84.39
INDOOR_STRAIGHT = (200 - 2 * math.pi * (17.204 + KERB)) / 2
BARRIER = 3.96
"""Metres: the width of a steeplechase barrier at least (World Athletics Technical Rules, TR 23.5)."""
WATER = 4
"""Which jump of a steeplechase lap is into water."""
_COUNTED = 10_000
"""Metres of a race up to which it is told which lap they are in."""


@dataclass(frozen=True, slots=True)
class Oval(Laned):
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
    indoor: bool = False
    """Whether it is under a roof."""
    hurdles: tuple[float, ...] = ()
    """Metres from the start to each hurdle, in every lane."""
    laps: tuple[float, ...] = field(init=False)
    start: StartLine | None = field(init=False, compare=False)
    """The curved line they start from; None in a race that starts in lanes."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "laps", lap_starts(self.distance, self.lap))
        object.__setattr__(self, "start", self._start())

    def _start(self) -> StartLine | None:
        if self.break_distance is not None:
            return None
        s = -self.distance % self.lap % (self.lap / 2)
        before = self.lap / 2 - s if s >= self.bend else 0.0
        return StartLine(before, self.bend / math.pi, self.lanes * self.lane_width)

    @property
    def surface(self) -> Surface:
        """Indoor or outdoor."""
        return Surface.INDOOR if self.indoor else Surface.OUTDOOR

    @property
    def radius(self) -> float:
        """Metres from a bend's centre to the kerb."""
        return (self.lap / 2 - self.straight) / math.pi - KERB

    @property
    def bend(self) -> float:
        """Metres of one bend along the measured line."""
        return self.lap / 2 - self.straight

    @property
    def loop(self) -> float:
        """A lap."""
        return self.lap

    @property
    def home_straight(self) -> float:
        """Metres of either straight."""
        return self.straight

    @property
    def counted(self) -> bool:
        """Of races of more than a lap, but for the longest."""
        return self.distance <= _COUNTED and len(self.laps) > 1

    @property
    def lines(self) -> tuple[float, ...]:
        """Every 100 m of a lap, counted back from the finish."""
        return tuple(self.distance - metres for metres in range(100, int(self.lap), 100))

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

        In a steeplechase there is none before the finish line is passed for the first time; a race that begins on that
        line leaves out the first two: the 28 and 7 of 3000 m and the 18 and 5 of 2000 m (TR 23.2 to 23.4).
        """
        if self.hurdles:
            return [(metres, False) for metres in self.hurdles]
        whole = int((self.distance + 1e-6) // self.lap)
        first = self.distance - whole * self.lap
        found = [
            (first + lap * self.lap + metres, number == WATER)
            for lap in range(whole)
            for number, metres in enumerate(self.jumps, 1)
        ]
        return found[2:] if first < 1 else found

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

    def point(self, distance: float, out: float) -> tuple[float, float]:
        """See `Track.point`."""
        half = self.straight / 2
        radius = self.radius + KERB + out
        s = (distance - self.distance) % self.lap
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
        if s >= self.lap - self.straight:
            return 0.0
        if s < self.bend:
            return s / self.bend * math.pi
        return math.pi + max(0.0, s - self.bend - self.straight) / self.bend * math.pi

    def along(self, distance: float, lane: int) -> float:
        """See `Track.along`.

        At a break line the outer lanes have a little extra to run, the slant across the straight to the inside: it is
        part of their stagger and used up by the end of that straight.
        """
        lanes_end = self.break_distance
        out = self.lane_out(lane)
        if lanes_end is None or lane <= 1 or math.isnan(distance):
            return distance
        if lanes_end == self.distance:
            return self.distance - self._inner(self.distance - distance, out, bend=False)
        slant = math.hypot(self.straight, out) - self.straight
        # Lane n reaches the break line after lanes_end - slant metres, and has the slant still before it.
        left = lanes_end - slant - distance
        if left >= 0:
            return lanes_end - self._inner(left, out, bend=True)
        return distance + slant * max(0.0, 1 + left / self.straight)

    def ahead(self, out: float, run: float = 0.0) -> float:
        """See `Track.ahead`."""
        return ahead(self.start, out, run) if self.start is not None else 0.0

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

    def stretch(self, distance: float) -> str:
        """`back straight`; the bends are the first, and the top bend, which leads into the home straight."""
        s = (distance - self.distance) % self.lap
        if s < self.bend:
            return "first bend"
        if s < self.bend + self.straight:
            return "back straight"
        return "top bend" if s < 2 * self.bend + self.straight else "home straight"

    def described(self, event: str) -> str:
        """`1 mile, outdoors`."""
        return f"{event}, {'indoors, 200 m laps' if self.indoor else 'outdoors'}"
