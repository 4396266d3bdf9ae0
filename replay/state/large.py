"""The states of a whole large field at once, as `Timeline.at` gives them one by one.

What follows from numbers alone is worked out with NumPy for everybody. The few whose evidence is better than estimated,
being on a point they are known at or between two that are near, are asked one by one.
"""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from replay.motion.large import FieldMotion
from replay.race.order import goal_of
from replay.race.race import Evidence, Split
from replay.state.evidence import REACH
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

    def _states(
        self, t: float, distances: Sequence[float], shown: Sequence[Standing], leader: Leader
    ) -> tuple[RunnerState, ...]:
        if len(shown) <= self.many:
            return super()._states(t, distances, shown, leader)
        return field_states(self, t, shown, leader)


def field_states(
    timeline: LargeTimeline, t: float, order: Sequence[Standing], leader: Leader
) -> tuple[RunnerState, ...]:
    """The states of those in `order` at `t` seconds."""
    first, lead = leader
    motion = timeline.motion
    entries = timeline.race.entries
    who = [standing.entry for standing in order]
    finished = np.array([standing.status == "finished" for standing in order])
    moving = np.array([standing.status in ("running", "unknown") for standing in order])
    goals = [
        goal_of(entries[i], timeline.race.distance) if done else 0.0 for i, done in zip(who, finished, strict=True)
    ]
    run = np.where(finished, goals, np.asarray(motion.distances_at(t))[who])
    behind = np.where(moving & (run <= lead) & (first is not None), lead - run, np.nan)
    passed = np.full(len(who), np.nan)
    if first is not None:
        passed = motion.times_of([first.entry] * len(who), np.where(np.isnan(behind), np.nan, run))
    gaps = _numbers(np.maximum(0.0, t - passed), 9)
    speeds = _numbers(np.where(moving, motion.speeds_at(t)[who], np.nan))
    laps = _lap_times(timeline, motion, who, run)
    splits = _splits(timeline, motion, who, t)
    states = []
    for standing, distance, metres, gap, speed, lap, (split, evidence) in zip(
        order, _numbers(run), _numbers(behind), gaps, speeds, laps, splits, strict=True
    ):
        i = standing.entry
        result = entries[i].result if standing.status == "finished" else None
        if standing is first or standing.status == "finished" or entries[i].ghost:
            gap = timeline.gap_of(t, standing, None, first)
        states.append(
            RunnerState(
                entry=i,
                status=standing.status,
                place=standing.place,
                distance=distance,
                gap=gap,
                gap_metres=metres,
                speed=speed,
                result=None if result is None else result.seconds,
                evidence=evidence if result is None else result.evidence,
                split=split,
                lap_time=lap,
            )
        )
    return tuple(states)


def _numbers(values: Floats, digits: int | None = None) -> list[float | None]:
    """Plain numbers, None for nan."""
    if digits is not None:
        return [None if value != value else round(value, digits) for value in values.tolist()]
    return [None if value != value else value for value in values.tolist()]


def _splits(
    timeline: LargeTimeline, motion: FieldMotion, who: Sequence[int], t: float
) -> list[tuple[Split | None, Evidence]]:
    """The last point each has passed, and how the place at `t` is known."""
    race = timeline.race
    counts, lasts, aheads = (column[who].tolist() for column in motion.passed_at(t + _NEAR))
    found: list[tuple[Split | None, Evidence]] = []
    for i, count, last, ahead in zip(who, counts, lasts, aheads, strict=True):
        points, result = motion.splits(i), race.entries[i].result
        home = timeline.home(i) < math.inf
        if count > len(points):
            split = timeline.known(i).points[-1] if home else points[-1] if points else None
        else:
            split = points[count - 1] if count else None
        on_point = count and last >= t - 2 * _NEAR
        if ahead > REACH + 1e-7 and ahead < math.inf and not on_point:
            found.append((split, Evidence.ESTIMATED))
        elif home and count > len(points) and not on_point and result is not None:
            found.append((split, result.evidence))
        else:
            found.append((split, timeline.known(i).evidence(t)))
    return found


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
            laps.append(None if not lap or seconds is None else LapTime(lap, seconds, Evidence.ESTIMATED))
    return laps
