"""From splits to a distance at every instant.

A runner's curve goes through known points: the gun, every split that can be obeyed, and the finish at the official
time. Between them it is a cubic with a continuous speed, monotone by Fritsch and Carlson's condition (SIAM J. Numer.
Anal. 17, 1980), so nobody ever runs backwards. The speed at an inner point is Fritsch and Butland's weighted harmonic
mean of the mean speeds on both sides (SIAM J. Sci. Stat. Comput. 5, 1984), known as PCHIP. A harmonic
mean leans to the slower side, so a single segment that rounding made fast pulls less at its ends than with an
arithmetic mean (Catmull-Rom), and needs no limiter: the tenth of a second to which splits are printed makes a ripple.

Three things differ from the textbook:

* From the gun a runner accelerates evenly for `RAMP` seconds and then keeps the mean speed that takes him through his
  first point. A cubic from rest to a first split at 400 m would still be accelerating at 200 m.
* The last speed is the mean of the last segment. PCHIP's extrapolation goes wild on a last segment of the 9.344 m that
  a mile has after 1600 m.
* A runner with no point but the finish so gets an even pace after the start.

Who did not finish runs on after his last split at the pace of his last segment to where he `stopped`: half way between
the last distance at which he is known to have run (his last split or `after`) and the one `by` which he had stopped,
or to `after` when no `by` is given; without `stopped` he leaves at his last split. There his distance stays. Who
finished stays at the race's distance: who finished in a time that nobody gives runs home when that was worked out, or
at the pace of his last segment. A runner of unknown fate has no distance after his last split, or a few strides later
where a report put him there, and who has neither splits nor a result never has one.

Few runners are moved one by one in plain Python, because importing NumPy takes longer than a whole small race;
`replay.motion.large` moves large fields.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from replay.motion.nearby import RunnersNearby
from replay.race.clocks import start_of
from replay.race.order import SEEN_ON, goal_of, stop_of
from replay.race.race import Entry, Race, Split, Status

RAMP = 3.0
"""Seconds of even acceleration after the gun: a miler then reaches 7 m/s at 2.4 m/s²; 9.8 s for 100 m need 12 m/s."""
TOP_SPEED = 13.0
"""Metres a second that nobody averages between two points; the fastest 20 m of a 100 m record were run at 12.4."""


@dataclass(frozen=True, slots=True)
class Path:
    """What a runner's curve goes through."""

    times: tuple[float, ...]
    """Seconds, strictly rising, from the runner's start."""
    distances: tuple[float, ...]
    """Metres, strictly rising, from 0."""
    splits: tuple[Split, ...]
    """The splits that are obeyed."""
    stays: bool
    """Whether the runner is somewhere after the last point: not so for one of unknown fate."""


def path_of(entry: Entry, distance: float, start: float = 0.0) -> Path | None:
    """The points an entry's curve goes through; None if there is only the start.

    Args:
        entry: The runner.
        distance: Metres of the race.
        start: Seconds at which he starts; where his result leaves no time to run since, he started at 0.
    """
    if entry.status is Status.DNS:
        return None
    end = entry.arrival.time if entry.result is None and entry.arrival is not None else entry.result
    result = end.seconds if end is not None and entry.status is not Status.DNF else None
    goal = goal_of(entry, distance)
    least = goal / TOP_SPEED
    begin = start if result is None or start + least < result else 0.0
    finish = (result, goal) if result is not None and least < result < math.inf else None
    splits = [s for s in entry.splits if not s.time.doubtful and 0 < s.distance < goal]
    points = _points(splits, begin)
    last = [finish] if finish is not None else []
    if not _in_order(points + last):
        splits = _obeyable(splits, points, last)
        points = _points(splits, begin)
    if finish is not None:
        points.append(finish)
    elif len(points) > 1:
        points += _run_on(entry, points, distance)
    if len(points) == 1:
        return None
    times, distances = zip(*points, strict=True)
    return Path(times, distances, tuple(splits), finish is not None or entry.status is not Status.UNKNOWN)


def _points(splits: list[Split], begin: float) -> list[tuple[float, float]]:
    """Seconds and metres of the start and of each split."""
    return [(begin, 0.0), *[(split.time.seconds, split.distance) for split in splits]]


def _run_on(entry: Entry, points: list[tuple[float, float]], distance: float) -> list[tuple[float, float]]:
    """After the last split: where one who did not finish steps off, or the finish; empty when that is not known."""
    (t0, d0), (t1, d1) = points[-2:]
    if entry.status is Status.FINISHED and entry.result is None:
        place = distance
    elif entry.status is Status.UNKNOWN and entry.splits and entry.splits[-1].margin is not None:
        place = min(d1 + SEEN_ON, distance - 1.0)
    elif entry.status is Status.DNF and entry.stopped is not None:
        # Where estimates reach farther, they reach as far as he is taken to have run.
        timed = max((split.distance for split in entry.splits if split.margin is None), default=d1)
        place = min(stop_of(entry.stopped, timed), distance - 1.0)
    else:
        return []
    # A first segment starts from rest, so its pace is that after the start.
    speed = min((d1 - d0) / (t1 - t0 - (_ramp(t1 - t0) / 2 if d0 == 0 else 0.0)), TOP_SPEED)
    return [(t1 + (place - d1) / speed, place)] if place > d1 + 0.01 else []


def _follows(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether somebody can be at `(time, distance)` b after a."""
    return 0 < b[1] - a[1] <= TOP_SPEED * (b[0] - a[0])


def _in_order(points: list[tuple[float, float]]) -> bool:
    """Whether each point follows the one before it; written out, because a large field asks half a million times."""
    t0, d0 = points[0]
    for t, d in points[1:]:
        if not 0 < d - d0 <= TOP_SPEED * (t - t0):
            return False
        t0, d0 = t, d
    return True


def _obeyable(splits: list[Split], points: list[tuple[float, float]], last: list[tuple[float, float]]) -> list[Split]:
    """Of splits that nobody can have run, the longest sequence that fits together and with the finish, if any."""
    # best[i]: the longest chain from the start that ends at point i, as (length, previous point); or 0.
    best: list[tuple[int, int]] = [(1, 0)]
    for i in range(1, len(points)):
        before = [(best[j][0] + 1, j) for j in range(i) if best[j][0] and _follows(points[j], points[i])]
        best.append(max(before, key=lambda link: link[0], default=(0, 0)))
    ends = [i for i in range(len(points)) if best[i][0] and all(_follows(points[i], end) for end in last)]
    at = max(ends, key=lambda i: best[i][0])  # the start is always one of them
    chain: list[Split] = []
    while at > 0:
        chain.append(splits[at - 1])
        at = best[at][1]
    return chain[::-1]


def _ramp(first: float) -> float:
    """Seconds of acceleration for one whose first point is `first` seconds after his start."""
    return min(RAMP, first / 2)


class Curve:
    """One runner's distance as a function of time."""

    __slots__ = ("cubes", "distances", "end", "slopes", "squares", "stays", "times")

    def __init__(self, path: Path) -> None:
        start, first = path.times[0], path.times[1] - path.times[0]
        ramp = _ramp(first)
        speed = path.distances[1] / (first - ramp / 2)
        times = [start, start + ramp, *path.times[1:]]
        distances = [0.0, speed * ramp / 2, *path.distances[1:]]
        self.times = times
        self.distances = distances
        self.end = times[-1]
        self.stays = path.stays
        h = [b - a for a, b in pairwise(times)]
        mean = [(b - a) / step for a, b, step in zip(distances, distances[1:], h, strict=False)]
        inner = [
            3 * (h[i - 1] + h[i]) / ((h[i - 1] + 2 * h[i]) / mean[i - 1] + (2 * h[i - 1] + h[i]) / mean[i])
            for i in range(2, len(h))
        ]
        slopes = [0.0, speed, *inner, mean[-1]]
        self.slopes = slopes
        between = [*zip(slopes, slopes[1:], mean, h, strict=False)]
        self.squares = [(3 * m - 2 * a - b) / step for a, b, m, step in between]
        self.cubes = [(a + b - 2 * m) / (step * step) for a, b, m, step in between]

    def distance(self, t: float) -> float:
        """Metres run; nan where not known."""
        if t >= self.end:
            return self.distances[-1] if self.stays or t == self.end else math.nan
        if t <= self.times[0]:
            return 0.0
        i = bisect_right(self.times, t) - 1
        s = t - self.times[i]
        value = self.distances[i] + s * (self.slopes[i] + s * (self.squares[i] + s * self.cubes[i]))
        return min(value, self.distances[i + 1])

    def speed(self, t: float) -> float | None:
        """Metres a second; None outside the race."""
        if not 0 <= t <= self.end:
            return None
        if t <= self.times[0]:
            return 0.0
        i = min(bisect_right(self.times, t), len(self.times) - 1) - 1
        s = t - self.times[i]
        return max(0.0, self.slopes[i] + s * (2 * self.squares[i] + 3 * s * self.cubes[i]))

    def time(self, distance: float) -> float:
        """When a distance is reached, nan if never: Newton's method kept inside a bracket."""
        if distance <= 0:
            return self.times[0]
        if distance >= self.distances[-1]:
            return self.end if distance == self.distances[-1] else math.nan
        i = bisect_right(self.distances, distance) - 1
        want = distance - self.distances[i]
        slope, square, cube = self.slopes[i], self.squares[i], self.cubes[i]
        low, high = 0.0, self.times[i + 1] - self.times[i]
        near = 1e-8 * high
        s = want / (self.distances[i + 1] - self.distances[i]) * high
        for _ in range(60):
            miss = s * (slope + s * (square + s * cube)) - want
            if miss > 0:
                high = s
            else:
                low = s
            rate = slope + s * (2 * square + 3 * s * cube)
            if rate > 0 and low <= (new := s - miss / rate) <= high:
                # Newton's error is squared with each step, so after a small step the next would change nothing.
                if abs(new - s) <= near:
                    return self.times[i] + new
            else:
                new = (low + high) / 2
            s = new
        return self.times[i] + s


def home_of(path: Path | None, distance: float) -> float:
    """When an entry crosses the finish, also one disqualified later; infinite if it does not or nobody knows when."""
    if path is None or path.distances[-1] != distance:
        return math.inf
    return path.times[-1]


class RunnerMotion:
    """The motion of a small field, one curve for each runner; see `replay.motion.Motion`."""

    def __init__(self, race: Race) -> None:
        self._distance = race.distance
        self._paths = [path_of(entry, race.distance, start_of(race, entry)) for entry in race.entries]
        self._curves = [Curve(path) if path is not None else None for path in self._paths]

    def path(self, entry: int) -> Path | None:
        """See `Motion.path`."""
        return self._paths[entry]

    def end(self, entry: int) -> float | None:
        """See `Motion.end`."""
        curve = self._curves[entry]
        return curve.end if curve is not None else None

    def ends(self) -> list[float | None]:
        """See `Motion.ends`."""
        return [curve.end if curve is not None else None for curve in self._curves]

    def homes(self) -> list[float]:
        """See `Motion.homes`."""
        return [home_of(path, self._distance) for path in self._paths]

    def distance_at(self, entry: int, t: float) -> float | None:
        """See `Motion.distance_at`."""
        curve = self._curves[entry]
        return _or_none(curve.distance(t)) if curve is not None else None

    def distances_at(self, t: float) -> list[float]:
        """See `Motion.distances_at`."""
        return [curve.distance(t) if curve is not None else math.nan for curve in self._curves]

    def speed_at(self, entry: int, t: float) -> float | None:
        """See `Motion.speed_at`."""
        curve = self._curves[entry]
        return curve.speed(t) if curve is not None else None

    def time_at(self, entry: int, distance: float) -> float | None:
        """See `Motion.time_at`."""
        curve = self._curves[entry]
        return _or_none(curve.time(distance)) if curve is not None else None

    def times_at(self, distance: float) -> list[float]:
        """See `Motion.times_at`."""
        return [curve.time(distance) if curve is not None else math.nan for curve in self._curves]

    def on_course(self, t: float) -> list[float]:
        """See `Motion.on_course`."""
        t = max(t, 0.0)
        return [curve.distance(t) for curve in self._curves if curve is not None and curve.times[0] <= t < curve.end]

    def nearby(self, ends: Sequence[float]) -> RunnersNearby:
        """See `Motion.nearby`."""
        return RunnersNearby(ends)


def _or_none(value: float) -> float | None:
    return None if math.isnan(value) else value
