"""The states of a whole large field at once, as `Timeline.at` gives them one by one.

What follows from numbers alone is worked out with NumPy for everybody. The few whose evidence is better than estimated,
being on a point they are known at or between two that are near, are asked one by one.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from itertools import repeat
from operator import attrgetter
from typing import cast

import numpy as np
import numpy.typing as npt

from replay.motion.large import FieldMotion
from replay.race.order import goal_of
from replay.race.race import Evidence, Split
from replay.state.evidence import reach_of
from replay.state.front import FIRST, Front
from replay.state.ghosts import ran_before
from replay.state.large_order import FieldOrder
from replay.state.standings import Standing
from replay.state.timeline import LapTime, Leader, RunnerState, Timeline

_NEAR = 1e-9
"""Seconds within which somebody is on a point; see `Known`."""

Floats = npt.NDArray[np.float64]


class LargeTimeline(Timeline):
    """The timeline of a race with a large field."""

    ordered = FieldOrder
    moved = FieldMotion
    many = 200
    """States that are worked out with NumPy, if there are more: of a few it is quicker one by one."""
    motion: FieldMotion

    @cached_property
    def _front(self) -> Front:
        placed = np.array([i for i, entry in enumerate(self.race.entries) if entry.competes], dtype=np.intp)
        return Front(self.motion, placed, np.minimum(self._homes, self._outs))

    def standings(self, t: float, count: int) -> list[Standing]:
        """See `Timeline.standings`; it is not asked how far the others are."""
        distances = self._of_first(t, count)
        if distances is None:
            return super().standings(t, count)
        return self._as_known(t, self._standings.at(t, distances, count))

    def _found(
        self, t: float, count: int, also: Iterable[int]
    ) -> tuple[Sequence[float], Sequence[Standing], list[Standing]]:
        also = tuple(also)
        distances = self._of_first(t, count)
        if distances is not None:
            order = self._standings.at(t, distances, FIRST if also else max(count, 1) + len(self.guests))
            there = {standing.entry: standing for standing in order}
            if all(i in there for i in also) and any(standing.place is not None for standing in order):
                shown = {standing.entry for standing in order[:count]}
                return distances, order, order[:count] + [there[i] for i in also if i not in shown]
        return super()._found(t, count, also)

    def _of_first(self, t: float, count: int) -> Sequence[float] | None:
        """Metres of those who can be among the first so many; None where everybody's are needed."""
        if max(count, 1) + len(self.guests) > FIRST or self.race.duration is not None:
            return None
        return cast("Sequence[float] | None", self._front.distances_at(t))

    def _states(
        self, t: float, distances: Sequence[float], shown: Sequence[Standing], leader: Leader, *, laps: bool
    ) -> tuple[RunnerState, ...]:
        if len(shown) <= self.many:
            return super()._states(t, distances, shown, leader, laps=laps)
        return field_states(self, t, shown, leader, laps=laps)


def field_states(
    timeline: LargeTimeline, t: float, order: Sequence[Standing], leader: Leader, *, laps: bool
) -> tuple[RunnerState, ...]:
    """The states of those in `order` at `t` seconds; the last lap of each only where laps are wanted."""
    first, lead = leader
    motion = timeline.motion
    entries = timeline.race.entries
    who, statuses, places = ([*map(attrgetter(name), order)] for name in ("entry", "status", "place"))
    done = [place for place, status in enumerate(statuses) if status == "finished"]
    moving = np.array([status in ("running", "unknown") for status in statuses])
    run = np.asarray(motion.distances_at(t))[list(who)]
    run[done] = [goal_of(entries[who[place]], timeline.race.distance) for place in done]
    behind = np.where(moving & (run <= lead) & (first is not None), lead - run, np.nan)
    passed = np.full(len(who), np.nan)
    if first is not None:
        passed = motion.times_of([first.entry] * len(who), np.where(np.isnan(behind), np.nan, run))
    gaps = _numbers(np.maximum(0.0, t - passed), 9)
    speeds = _numbers(np.where(moving, motion.speeds_at(t)[list(who)], np.nan))
    splits, known = _splits(timeline, motion, who, t)
    results: list[float | None] = [None] * len(who)
    apart = [place for place, one in enumerate(order) if one is first or ran_before(entries[one.entry])]
    for place in {*done, *apart}:
        one = order[place]
        gaps[place] = timeline.gap_of(t, one, None, first)
        if one.status == "finished" and (result := entries[one.entry].result) is not None:
            results[place], known[place] = result.seconds, result.evidence
    laps_run = _lap_times(timeline, motion, who, run) if laps else repeat(None, len(who))
    columns = (_numbers(run), gaps, _numbers(behind), speeds, results, known, splits, laps_run)
    rows = zip(who, statuses, places, *columns, strict=False)  # the last may have no end
    return tuple(map(partial(tuple.__new__, RunnerState), rows))  # half the time of its own constructor


def _numbers(values: Floats, digits: int | None = None) -> list[float | None]:
    """Plain numbers, None for nan."""
    numbers = values.tolist() if digits is None else _rounded(values, digits)
    for place in np.flatnonzero(np.isnan(values)).tolist():
        numbers[place] = None
    return numbers


def _rounded(values: Floats, digits: int) -> list[float | None]:
    """The same as `round` makes of each; it is asked itself only for those that may lie in the middle of two."""
    scaled = values * 10.0**digits
    whole = np.rint(scaled)
    numbers: list[float | None] = (whole / 10.0**digits).tolist()
    unsure = (np.abs(np.abs(scaled - whole) - 0.5) <= _MIDDLE) | (np.abs(scaled) > _LARGEST)
    for place in np.flatnonzero(unsure & ~np.isnan(values)).tolist():
        numbers[place] = round(float(values[place]), digits)
    return numbers


_MIDDLE, _LARGEST = 0.01, 3e13
"""How near the middle, in units of the last digit, a number may come out on the other side of it; up to so many."""


def _splits(
    timeline: LargeTimeline, motion: FieldMotion, who: Sequence[int], t: float
) -> tuple[list[Split | None], list[Evidence]]:
    """The last point each has passed, and how the place at `t` is known."""
    entries = timeline.race.entries
    count, last, ahead = (column[list(who)] for column in motion.passed_at(t + _NEAR))
    counts, every = count.tolist(), motion.splits(who)
    splits = [points[n - 1] if 0 < n <= len(points) else None for n, points in zip(counts, every, strict=True)]
    known = [Evidence.ESTIMATED] * len(who)
    on_point = (count > 0) & (last >= t - 2 * _NEAR)
    far = (ahead > reach_of(timeline.race.distance) + 1e-7) & (ahead < np.inf) & ~on_point
    over = count > np.fromiter(map(len, every), np.intp, len(every))
    for place in np.flatnonzero(~far | over).tolist():  # the others are between two points that lie far apart
        i, beyond = who[place], bool(over[place])
        home, result = timeline.home(i) < math.inf, entries[i].result
        if beyond:
            points = every[place]
            splits[place] = timeline.known(i).points[-1] if home else points[-1] if points else None
        if home and beyond and not on_point[place] and result is not None:
            known[place] = result.evidence
        else:
            known[place] = timeline.known(i).evidence(t)
    return splits, known


def _lap_times(timeline: LargeTimeline, motion: FieldMotion, who: Sequence[int], run: Floats) -> list[LapTime | None]:
    """The last lap each has completed."""
    distance = timeline.race.distance
    bounds = np.array([*timeline.track.laps, distance])
    # As `lap_number`, which lets who stands at the beginning of a lap be in it.
    number = np.maximum(np.searchsorted(bounds[:-1], run + 1e-6, side="right"), 1) - 1
    number = np.where(np.isnan(run), 0, np.where(run >= distance, len(bounds) - 1, number))
    some = number > 0
    starts = motion.times_of(who, np.where(some, bounds[number - 1], np.nan))
    ends = motion.times_of(who, np.where(some, bounds[number], np.nan))
    marked = {0.0, distance} | motion.passed()  # distances at which anybody is known
    known = [a in marked and b in marked for a, b in zip(bounds.tolist(), bounds.tolist()[1:], strict=False)]
    laps: list[LapTime | None] = []
    for i, lap, seconds in zip(who, number.tolist(), _numbers(ends - starts, 9), strict=True):
        if lap and known[lap - 1]:
            laps.append(timeline.lap_time(i, lap))
        else:
            laps.append(None if seconds is None else LapTime(lap, seconds, Evidence.ESTIMATED, timeline.lap_digits))
    return laps
