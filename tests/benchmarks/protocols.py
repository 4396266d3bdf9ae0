"""What the benchmark of the reconstruction hides of a race, and how far off what was worked out is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

import numpy as np

from replay.motion import motion_of
from replay.race.race import Fact, Race, Split, Status
from replay.reconstruction import Reconstruction

PROTOCOLS = ("report", "report+order", "laps")
REPORTED = (400.0, 800.0, 1200.0)
"""Metres at which the leader is reported."""
LONG = 3000.0
"""Metres from which on a race's leader is reported at every kilometre instead."""
KILOMETRE = 1000.0
LAP = 400.0
NEAR = 25.0
"""Metres by which a split point may lie off a lap's end and still serve as it: two miles are split 18.688 m on."""
FIRST = 5
SHARES = (0.1, 0.25, 0.5, 0.75)
"""Of the distance, at which is looked who is in the order of the finish."""


class Unfit(Exception):  # noqa: N818
    """A file that cannot serve a protocol; the message says why."""


@dataclass(frozen=True)
class Hidden:
    """A race of which some was hidden."""

    truth: Race
    race: Race
    points: tuple[tuple[int, Split], ...]
    """The hidden splits of those with a result, by entry."""


def hide(truth: Race, protocol: str) -> Hidden:
    """Leave of a race what the protocol keeps.

    Raises:
        Unfit: Nothing can be measured with this file.
    """
    if truth.distance < 800:
        raise Unfit(f"{truth.distance:g} m is too short")
    at = sorted({split.distance for entry in truth.entries for split in entry.splits})
    facts: list[Fact] = []
    kept: dict[int, set[float]] = {index: set() for index in range(len(truth.entries))}
    if protocol == "laps":
        for index, entry in enumerate(truth.entries):
            kept[index] = {s.distance for s in entry.splits if abs(s.distance - round(s.distance / LAP) * LAP) <= NEAR}
        if not any(kept.values()):
            raise Unfit("no split at a lap's end")
    else:
        points = [near for lap in _reported(truth) for near in at if abs(near - lap) <= NEAR and near < truth.distance]
        if not points:
            raise Unfit("no split where a report gives one")
        for point in points:
            order = _order(truth, point)
            kept[order[0]].add(point)
            if protocol == "report+order":
                facts.append(Fact(at=point, order=tuple(order[:FIRST])))
    entries = tuple(
        replace(entry, splits=tuple(s for s in entry.splits if s.distance in kept[index]))
        for index, entry in enumerate(truth.entries)
    )
    hidden = [
        (index, split)
        for index, entry in enumerate(truth.entries)
        if entry.result is not None
        for split in entry.splits
        if split.distance not in kept[index] and split.distance < truth.distance - 1
    ]
    if not hidden:
        raise Unfit("no split between those that are kept")
    return Hidden(truth, replace(truth, entries=entries, facts=tuple(facts)), tuple(hidden))


def _reported(race: Race) -> Sequence[float]:
    if race.distance < LONG:
        return REPORTED
    return [KILOMETRE * k for k in range(1, int(race.distance / KILOMETRE) + 1)]


def _order(race: Race, point: float) -> list[int]:
    times = [(s.time.seconds, index) for index, e in enumerate(race.entries) for s in e.splits if s.distance == point]
    return [index for _, index in sorted(times)]


def margins(race: Race, made: Reconstruction) -> Callable[[int, float], float]:
    """The stated half-width in metres by entry and distance, between the points on a straight line; 0 where known."""

    def margin(index: int, at: float) -> float:
        known = [(split.distance, 0.0) for split in race.entries[index].splits]
        stated = [(split.distance, split.margin or 0.0) for split in made.splits[index]]
        points = np.array(sorted([(0.0, 0.0), *known, *stated, (race.distance, 0.0)]))
        return float(np.interp(at, points[:, 0], points[:, 1]))

    return margin


def completed(race: Race, made: Reconstruction) -> Race:
    """The race with the estimated splits among the known ones."""
    entries = tuple(
        replace(entry, splits=tuple(sorted([*entry.splits, *added], key=lambda split: split.distance)))
        for entry, added in zip(race.entries, made.splits, strict=True)
    )
    return replace(race, entries=entries)


def results_only(truth: Race) -> Race:
    """A race of which nothing is left but its results, in no order."""
    home = [entry for entry in truth.entries if entry.status is Status.FINISHED and entry.result is not None]
    bare = sorted((replace(entry, splits=(), stopped=None) for entry in home), key=lambda entry: entry.name)
    return replace(truth, entries=tuple(bare), facts=(), estimates_digest="")


def final_order(race: Race, share: float) -> tuple[int, int]:
    """Of the pairs of finishers with a place at a share of the distance, those in the order of the finish, and all."""
    motion = motion_of(race)
    there = {
        index: time
        for index, entry in enumerate(race.entries)
        if entry.status is Status.FINISHED and (time := motion.time_at(index, share * race.distance)) is not None
    }
    ends = {index: motion.end(index) or 0.0 for index in there}
    pairs = [(a, b) for a, b in combinations(there, 2) if ends[a] != ends[b]]
    return sum((there[a] - there[b]) * (ends[a] - ends[b]) > 0 for a, b in pairs), len(pairs)


@dataclass(frozen=True)
class Score:
    """How far off a reconstruction is."""

    errors: np.ndarray
    """Metres: where the runner is at the true time of each hidden split, minus that split's distance."""
    wrong: float
    """Share of the pairs of runners at hidden points in the wrong order."""
    held: float
    """Share of the errors within the stated range; nan for a method that states none."""

    @property
    def median(self) -> float:
        return float(np.median(np.abs(self.errors)))

    @property
    def ninetieth(self) -> float:
        return float(np.percentile(np.abs(self.errors), 90))


Course = Callable[[int], tuple[Callable[[float], float], Callable[[float], float]] | None]
"""By entry: metres at a time, and seconds at a distance."""


def score(hidden: Hidden, course: Course, margin: Callable[[int, float], float]) -> Score:
    """Measure a method's course of the race against the truth."""
    paths = {index: course(index) for index in {index for index, _ in hidden.points}}
    errors, held = [], []
    for index, split in hidden.points:
        path = paths[index]
        assert path is not None
        errors.append(path[0](split.time.seconds) - split.distance)
        held.append(abs(errors[-1]) <= margin(index, split.distance))
    pairs = list(_pairs(hidden, {index: path[1] for index, path in paths.items() if path is not None}))
    return Score(np.array(errors), sum(pairs) / max(len(pairs), 1), sum(held) / len(held))


def _pairs(hidden: Hidden, times: dict[int, Callable[[float], float]]) -> Iterator[bool]:
    by_point: dict[float, list[tuple[float, float]]] = {}
    for index, split in hidden.points:
        by_point.setdefault(split.distance, []).append((split.time.seconds, times[index](split.distance)))
    for rows in by_point.values():
        for (true_a, made_a), (true_b, made_b) in combinations(rows, 2):
            if true_a != true_b:
                yield (true_a - true_b) * (made_a - made_b) <= 0


def replayed(race: Race) -> Course:
    """The course as the program draws it."""
    motion = motion_of(race)

    def course(index: int) -> tuple[Callable[[float], float], Callable[[float], float]]:
        return (
            lambda t: float(motion.distance_at(index, t) or 0.0),
            lambda d: float(motion.time_at(index, d) or 0.0),
        )

    return course


def baseline(race: Race) -> Course:
    """The best published method: a monotone cubic through each runner's own points, even pace with a finish alone."""

    def course(index: int) -> tuple[Callable[[float], float], Callable[[float], float]] | None:
        entry = race.entries[index]
        if entry.result is None:
            return None
        known = [(s.distance, s.time.seconds) for s in entry.splits if s.distance < race.distance]
        points = np.array([(0.0, 0.0), *known, (race.distance, entry.result.seconds)])
        return (lambda t: cubic(points[:, 1], points[:, 0], t), lambda d: cubic(points[:, 0], points[:, 1], d))

    return course


def cubic(x: np.ndarray, y: np.ndarray, at: float) -> float:
    """The monotone cubic of Fritsch and Butland (1984) with three-point ends, as in PCHIP."""
    step = np.diff(x)
    slope = np.diff(y) / step
    if len(slope) == 1:
        return float(y[0] + slope[0] * (at - x[0]))
    tangents = [_end(step, slope)]
    for (h0, h1), (s0, s1) in zip(pairwise(step), pairwise(slope), strict=True):
        a, b = 2 * h1 + h0, h1 + 2 * h0
        tangents.append((a + b) / (a / s0 + b / s1) if s0 * s1 > 0 else 0.0)
    tangents.append(_end(step[::-1], slope[::-1]))
    k = int(np.clip(np.searchsorted(x, at, side="right") - 1, 0, len(step) - 1))
    t = (at - x[k]) / step[k]
    ends = y[k] * (1 + 2 * t) * (1 - t) ** 2 + y[k + 1] * t * t * (3 - 2 * t)
    return float(ends + step[k] * t * (1 - t) * (tangents[k] * (1 - t) - tangents[k + 1] * t))


def _end(step: Sequence[float] | np.ndarray, slope: Sequence[float] | np.ndarray) -> float:
    tangent = ((2 * step[0] + step[1]) * slope[0] - step[0] * slope[1]) / (step[0] + step[1])
    if tangent * slope[0] <= 0:
        return 0.0
    if slope[0] * slope[1] <= 0 and abs(tangent) > 3 * abs(slope[0]):
        return 3 * slope[0]
    return float(tangent)
