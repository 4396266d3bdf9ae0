"""The motion of a large field: the curves of `replay.motion.curves` for all runners at once, with NumPy.

Every runner's segments lie one after the other in flat arrays. For the instant last asked for, the coefficients of
each runner's present segment are kept side by side, because gathering them anew is nine tenths of the cost; they are
only brought up to date for those who are in another segment now, be it later or earlier. What is returned depends on
the time alone.
"""

import math
from collections.abc import Sequence
from typing import cast

import numpy as np
import numpy.typing as npt

from replay.motion.curves import RAMP, Curve, Path
from replay.motion.large_nearby import FieldNearby
from replay.motion.large_paths import FieldPaths
from replay.race.race import Race, Split

KEPT = 1000
"""Runners whose own curves are kept: more than are ever on a screen."""

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


class FieldMotion:
    """The motion of a large field; see `replay.motion.Motion`. Not to be shared between threads."""

    def __init__(self, race: Race) -> None:
        self._paths = paths = FieldPaths(race)
        self._moving = np.flatnonzero(paths.sizes)
        sizes = paths.sizes[self._moving] + 1
        self._first = np.cumsum(sizes) - sizes
        self._last = self._first + sizes - 1
        self._times, self._distances = self._points(paths)
        self._set_cubics()
        self._end = self._times[self._last]
        self._after = np.where(paths.stays[self._moving], self._distances[self._last], np.nan)
        self._total = len(paths.sizes)
        self._slots = np.full(self._total, -1, dtype=np.intp)
        """Which of those who move each entry is; -1 for who is never anywhere."""
        self._slots[self._moving] = np.arange(len(self._moving))
        self._rising: Floats | None = None
        self._reach = race.distance
        self._curves: dict[int, Curve | None] = {}
        self._segment = self._first.copy()
        self._active = [np.empty(len(self._first)) for _ in range(6)]
        """Of each runner's segment the start, metres there, slope, square, cube, and metres at the end."""
        self._since, self._until = np.full(len(self._first), np.inf), np.full(len(self._first), -np.inf)

    def _points(self, paths: FieldPaths) -> tuple[Floats, Floats]:
        """All points in flat arrays, with the end of each runner's acceleration after his start."""
        starts = np.cumsum(paths.sizes)[self._moving] - paths.sizes[self._moving]
        times = np.insert(paths.times, starts + 1, 0.0)
        distances = np.insert(paths.distances, starts + 1, 0.0)
        start = times[self._first]
        first = times[self._first + 2] - start
        ramp = np.minimum(RAMP, first / 2)
        times[self._first + 1] = start + ramp
        distances[self._first + 1] = distances[self._first + 2] / (first - ramp / 2) * ramp / 2
        return times, distances

    def _set_cubics(self) -> None:
        """The coefficients of every segment, by the same rules as `Curve`; those between two runners are never used."""
        times, distances = self._times, self._distances
        slopes = np.zeros_like(times)
        # One may start in the very instant in which the runner before him in the field ends.
        with np.errstate(divide="ignore", invalid="ignore"):
            step = np.diff(times, append=math.inf)
            mean = np.diff(distances, append=0.0) / step
            h0, h1, m0, m1 = step[:-1], step[1:], mean[:-1], mean[1:]
            slopes[1:] = 3 * (h0 + h1) / ((h0 + 2 * h1) / m0 + (2 * h0 + h1) / m1)
            slopes[self._first] = 0.0
            slopes[self._first + 1] = mean[self._first + 1]
            slopes[self._last] = mean[self._last - 1]
            after = np.append(slopes[1:], 0.0)
            self._square = (3 * mean - 2 * slopes - after) / step
            self._cube = (slopes + after - 2 * mean) / (step * step)
        self._slopes = slopes

    def path(self, entry: int) -> Path | None:
        """See `Motion.path`."""
        return self._paths.path(entry)

    def splits(self, entries: Sequence[int]) -> list[Sequence[Split]]:
        """The splits that each of some entries' curves obeys."""
        return self._paths.splits(entries)

    def end(self, entry: int) -> float | None:
        """See `Motion.end`."""
        end = float(self._paths.ends[entry])
        return end if end == end else None

    def ends(self) -> Sequence[float | None]:
        """See `Motion.ends`: a list."""
        return [end if end == end else None for end in self._paths.ends.tolist()]

    def homes(self) -> Sequence[float]:
        """See `Motion.homes`: a list."""
        home: list[float] = np.where(self._paths.reaches == self._reach, self._paths.ends, np.inf).tolist()
        return home

    def passed(self) -> set[float]:
        """Metres of all points of anybody, the start not among them."""
        return set(np.unique(self._paths.distances[self._paths.distances > 0]).tolist())

    def _curve(self, entry: int) -> Curve | None:
        """One runner's curve, for questions about him alone; kept, because they come many times about the same few."""
        if entry not in self._curves:
            path = self._paths.path(entry)
            if len(self._curves) >= KEPT:
                self._curves.clear()
            self._curves[entry] = Curve(path) if path is not None else None
        return self._curves[entry]

    def distance_at(self, entry: int, t: float) -> float | None:
        """See `Motion.distance_at`."""
        curve = self._curve(entry)
        distance = curve.distance(t) if curve is not None else math.nan
        return None if math.isnan(distance) else distance

    def speed_at(self, entry: int, t: float) -> float | None:
        """See `Motion.speed_at`."""
        curve = self._curve(entry)
        return curve.speed(t) if curve is not None else None

    def time_at(self, entry: int, distance: float) -> float | None:
        """See `Motion.time_at`."""
        curve = self._curve(entry)
        time = curve.time(distance) if curve is not None else math.nan
        return None if math.isnan(time) else time

    def times_at(self, distance: float) -> Sequence[float]:
        """See `Motion.times_at`: an array of float64, by Newton's method for all at once, kept inside a bracket."""
        times = np.full(self._total, np.nan)
        everybody = np.arange(len(self._moving))
        times[self._moving] = self._reached(everybody, np.full(len(everybody), float(distance)))
        return cast("Sequence[float]", times)

    def times_of(self, entries: Sequence[int], distances: Floats) -> Floats:
        """When each of some entries reaches a distance of its own, nan if never."""
        slots = self._slots[np.asarray(entries, dtype=np.intp)]
        there = (slots >= 0) & ~np.isnan(distances)
        times = np.full(len(slots), np.nan)
        times[there] = self._reached(slots[there], distances[there])
        return times

    def _reached(self, who: Indices, distances: Floats) -> Floats:
        """The same for those who move, by Newton's method for all at once, kept inside a bracket."""
        if self._rising is None:
            # Shifted by more than any distance from runner to runner, the points of all are one rising sequence.
            shift = np.repeat(np.arange(len(self._moving)), self._last - self._first + 1) * (2 * self._reach)
            self._rising = self._distances + shift
        aim = np.clip(distances, 0.0, self._reach) + who * (2 * self._reach)
        segment = np.searchsorted(self._rising, aim, side="right") - 1
        segment = np.clip(segment, self._first[who], self._last[who] - 1)
        want = distances - self._distances[segment]
        slope, square, cube = self._slopes[segment], self._square[segment], self._cube[segment]
        low, high = np.zeros(len(segment)), self._times[segment + 1] - self._times[segment]
        s = np.clip(want / (self._distances[segment + 1] - self._distances[segment]), 0.0, 1.0) * high
        for _ in range(60):
            miss = s * (slope + s * (square + s * cube)) - want
            low, high = np.where(miss > 0, low, s), np.where(miss > 0, s, high)
            with np.errstate(divide="ignore", invalid="ignore"):
                new = s - miss / (slope + s * (2 * square + 3 * s * cube))
            new = np.where((new >= low) & (new <= high), new, (low + high) / 2)
            step = np.abs(new - s).max(initial=0.0)
            s = new
            if step <= 1e-9:
                break
        times: Floats = np.where(distances <= self._distances[self._last[who]], self._times[segment] + s, np.nan)
        times = np.where(distances == self._distances[self._last[who]], self._end[who], times)
        return np.where(distances <= 0, self._times[self._first[who]], times)

    def distances_at(self, t: float) -> Sequence[float]:
        """See `Motion.distances_at`: an array of float64."""
        run = np.full(self._total, np.nan)
        if len(self._moving):
            run[self._moving] = self._run(max(t, 0.0))
        return cast("Sequence[float]", run)

    def distances_of(self, entries: Indices, t: float) -> Floats:
        """The same as `distances_at` for some entries, with nan for all others."""
        run = np.full(self._total, np.nan)
        slots = self._slots[entries]
        slots = slots[slots >= 0]
        segment, _ = self._sought(self._segment[slots], slots, t)
        start, base, limit = self._times[segment], self._distances[segment], self._distances[segment + 1]
        s = np.maximum(t - start, 0.0)
        far = base + s * (self._slopes[segment] + s * (self._square[segment] + s * self._cube[segment]))
        run[self._moving[slots]] = self._at_end(np.minimum(far, limit), t, slots, limit)
        return run

    def speeds_at(self, t: float) -> Floats:
        """Metres a second of every entry; see `Motion.speed_at`, with nan for None."""
        speeds = np.full(self._total, np.nan)
        if len(self._moving) and t >= 0:
            self._seek(t)
            start, _, slope, square, cube, _ = self._active
            s = np.maximum(t - start, 0.0)  # who has yet to start stands
            found = np.maximum(slope + s * (2 * square + 3 * s * cube), 0.0)
            speeds[self._moving] = np.where(t <= self._end, found, np.nan)
        return speeds

    def passed_at(self, t: float) -> tuple[Indices, Floats, Floats]:
        """Of every entry the points passed before `t`, the time of the last, and the metres from there to the next.

        Points are those of its path after the start. The time is -inf before the first, the metres are inf after the
        last point; who is never anywhere has passed none.
        """
        count = np.zeros(self._total, dtype=np.intp)
        last, ahead = np.full(self._total, -np.inf), np.full(self._total, np.inf)
        if len(self._moving):
            self._seek(max(t, 0.0))
            segment = self._segment
            over = self._times[self._last] < t
            # A runner's first two segments, the acceleration and what is left, lead to the first point.
            k = np.where(over, self._last - self._first - 1, np.maximum(segment - self._first - 1, 0))
            point = self._first + 1 + k
            count[self._moving] = k
            last[self._moving] = np.where(k > 0, self._times[point], -np.inf)
            base = np.where(k > 0, self._distances[point], 0.0)
            ahead[self._moving] = np.where(over, np.inf, self._distances[np.minimum(point + 1, self._last)] - base)
        return count, last, ahead

    def on_course(self, t: float) -> Sequence[float]:
        """See `Motion.on_course`: an array of float64, in no particular order."""
        t = max(t, 0.0)
        started = self._times[self._first] <= t
        run = self._run(t)[started & (t < self._end)] if len(self._moving) else np.zeros(0)
        return cast("Sequence[float]", run)

    def nearby(self, ends: Sequence[float]) -> FieldNearby:
        """See `Motion.nearby`."""
        return FieldNearby(ends)

    def _run(self, t: float) -> Floats:
        self._seek(t)
        start, base, slope, square, cube, limit = self._active
        s = np.maximum(t - start, 0.0)
        run = np.minimum(base + s * (slope + s * (square + s * cube)), limit)
        return self._at_end(run, t, slice(None), limit)

    def _at_end(self, run: Floats, t: float, slots: Indices | slice, limit: Floats) -> Floats:
        """Metres run, but of those who are at the end of their way or beyond it what is known of them there."""
        end = self._end[slots]
        over = t >= end
        run[over] = np.where(t == end, limit, self._after[slots])[over]
        return run

    def _seek(self, t: float) -> None:
        """Bring those runners to `t` who are in another segment then."""
        changed = np.flatnonzero((self._until <= t) | (self._since > t))
        if not len(changed):
            return
        segment, (first, last) = self._sought(self._segment[changed], changed, t)
        self._segment[changed] = segment
        tables = (self._times, self._distances, self._slopes, self._square, self._cube)
        for active, table in zip(self._active, tables, strict=False):
            active[changed] = table[segment]
        self._active[5][changed] = self._distances[segment + 1]
        self._since[changed] = np.where(segment > first, self._times[segment], -np.inf)
        self._until[changed] = np.where(segment < last, self._times[segment + 1], np.inf)

    def _sought(self, segment: Indices, slots: Indices, t: float) -> tuple[Indices, tuple[Indices, Indices]]:
        """The segments in which some runners are at `t`, from those of another time; and each one's first and last."""
        first, last = self._first[slots], self._last[slots] - 1
        while True:
            behind = (self._times[segment + 1] <= t) & (segment < last)
            ahead = (self._times[segment] > t) & (segment > first)
            if not behind.any() and not ahead.any():
                return segment, (first, last)
            segment += behind
            segment -= ahead
