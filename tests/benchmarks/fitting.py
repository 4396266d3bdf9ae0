"""Fits what is likely (`replay.reconstruction.prior.Shape`) to races of which everything is known."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from replay.race.race import Race
from replay.reconstruction import reconstruct
from replay.reconstruction.front import find_front
from replay.reconstruction.guess import Guess
from replay.reconstruction.prior import OPENING_AT, PACK, Setting, Shape, drawn_gap, kind
from replay.reconstruction.statements import gather
from replay.reconstruction.work import Work
from tests.benchmarks.protocols import PROTOCOLS, Hidden, Unfit, completed, hide, margins, replayed, score

_START = np.array([0.0, 0.0, 0.3, 0.0])
_SOFT = 1.0
"""Metres of error from which on an error counts by its size rather than its square."""
HELD = 0.915
"""Share of the truth that the ranges hold in the races fitted; in one that is left out they hold 1 to 2 % less, and
are meant to hold nine tenths."""
FURTHER = tuple(sorted((Path(__file__).parent / "further").glob("*.csv")))
"""Races that say how the start is run where the races in `replay.reconstruction.prior` do not: none of them from a
championship or the Diamond League, on which the reconstruction is tested."""
_STEP = 100.0
"""Metres between the points of a race."""
_HOLD = 0.0025
"""How strongly the numbers are held to 0, in logarithms of the mean error: some twenty races are few."""


@dataclass(frozen=True)
class Gaps:
    """The gaps of one race as they were."""

    share: np.ndarray
    final: np.ndarray
    late: np.ndarray
    gap: np.ndarray
    paced: bool
    distance: float


def gaps_of(race: Race) -> Gaps:
    """Every known gap to the front of those with a result, in metres at the winner's mean speed."""
    results = [entry.result.seconds for entry in race.entries if entry.result is not None]
    speed = race.distance / min(results)
    front: dict[float, tuple[float, bool]] = {}
    for entry in race.entries:
        for split in entry.splits:
            first = (split.time.seconds, entry.result is None)
            front[split.distance] = min(front.get(split.distance, first), first)
    rows = [
        (
            at / race.distance,
            (entry.result.seconds - min(results)) * speed,
            front[at][0] * speed - at,
            (t - front[at][0]) * speed,
        )
        for entry in race.entries
        if entry.result is not None
        for at, t in ((s.distance, s.time.seconds) for s in entry.splits)
        if at < race.distance
    ]
    paced = any(stopped for at, (_, stopped) in front.items() if at <= 1300)
    columns = np.array(rows).T
    return Gaps(columns[0], columns[1], columns[2], columns[3], paced, race.distance)


def fit(races: Sequence[Race]) -> Shape:
    """The shape that fits the races best: gaps first, then the opening, then the width of the ranges."""
    shape = _shape(_least(_loss([gaps_of(race) for race in races]), _START))
    shape = replace(shape, opening=_opening(races, shape))
    shape = replace(shape, common=_common(races, shape))
    untold, told, laps = (_ratios(races, shape, protocol) for protocol in PROTOCOLS)
    return replace(
        shape,
        widening=_holding([row for rows in untold for row in rows]),
        widening_told=_holding([row for rows in told for row in rows]),
        widening_laps=tuple(_holding(rows or [row for every in laps for row in every]) for rows in laps),
    )


def straight_gain(races: Sequence[Race]) -> float:
    """Metres by which fields that start at the head of a straight are ahead of their even first lap after half of it.

    Of races that were split at 300 m and 700 m: the time at 400 m is taken from the pace between, and the lead at 300 m
    for three quarters of that at 200 m, as on a parabola. Means of the races' medians.
    """
    found = []
    for race in races:
        ahead = []
        for splits in _splits(race, (300.0, 700.0)):
            lap = splits[0] + (splits[1] - splits[0]) / 4
            ahead.append((0.75 * lap - splits[0]) * _speed(race))
        found.append(float(np.median(ahead)) / 0.75)
    return float(np.mean(found))


def break_gain(races: Sequence[Race]) -> float:
    """Metres by which the front of 800 m is ahead of even pace at 200 m, on average."""
    fronts = [min(splits[0] for splits in _splits(race, (200.0,))) for race in races]
    return float(np.mean([front * -_speed(race) + 200 for front, race in zip(fronts, races, strict=True)]))


def _splits(race: Race, at: Sequence[float]) -> Iterator[list[float]]:
    """The seconds at these distances, of everybody who has them all."""
    for entry in race.entries:
        known = {split.distance: split.time.seconds for split in entry.splits}
        if all(distance in known for distance in at):
            yield [known[distance] for distance in at]


def _speed(race: Race) -> float:
    return race.distance / min(entry.result.seconds for entry in race.entries if entry.result is not None)


def _shape(numbers: np.ndarray) -> Shape:
    soft, hold, tempo, paced = (float(number) for number in numbers)
    return Shape(10 * math.exp(soft), math.exp(hold), tempo, 10 * paced, (0.0,) * len(OPENING_AT))


def _loss(races: Sequence[Gaps]) -> Callable[[np.ndarray], float]:
    def loss(numbers: np.ndarray) -> float:
        shape = _shape(numbers)
        total = 0.0
        for race in races:
            likely, setting = np.empty_like(race.gap), Setting(race.distance, race.paced)
            for final in np.unique(race.final):
                rows = race.final == final
                likely[rows] = drawn_gap(shape, race.share[rows], final, race.late[rows], setting)
            total += math.log(np.mean(np.sqrt((likely - race.gap) ** 2 + _SOFT**2)))
        return total / len(races) + _HOLD * float(numbers @ numbers)

    return loss


def _least(function: Callable[[np.ndarray], float], start: np.ndarray) -> np.ndarray:
    """Nelder and Mead's simplex search (1965), for a handful of numbers."""
    corners = [(function(point), point) for point in (start, *(start + step for step in 0.4 * np.eye(len(start))))]
    for _ in range(400):
        corners.sort(key=lambda corner: corner[0])
        best, worst = corners[0][0], corners[-1]
        if worst[0] - best < 1e-5:
            break
        middle = sum((point for _, point in corners[:-1]), np.zeros(len(start))) / (len(corners) - 1)
        tried = {factor: middle + factor * (middle - worst[1]) for factor in (1.0, 2.0, 0.5, -0.5)}
        first = function(tried[1.0])
        further = (2.0,) if first < best else (0.5, -0.5) if first >= corners[-2][0] else ()
        found = min([(first, 1.0), *((function(tried[factor]), factor) for factor in further)])
        if found[0] < worst[0]:
            corners[-1] = (found[0], tried[found[1]])
        else:
            halved = ((corners[0][1] + point) / 2 for _, point in corners[1:])
            corners = [corners[0], *((function(point), point) for point in halved)]
    return np.asarray(min(corners, key=lambda corner: corner[0])[1])


def _opening(races: Sequence[Race], shape: Shape) -> tuple[float, ...]:
    """By how much runners are ahead of the likely course, shrunk as if one more race showed nothing.

    Measured with everybody's gaps as the finish makes them likely, as a race of which little is known has them.
    """
    shape = replace(shape, laps=0.0)
    found: dict[float, list[float]] = {at: [] for at in OPENING_AT}
    for race in races:
        try:
            hidden = hide(race, "laps")
        except Unfit:
            continue
        course = replayed(completed(hidden.race, reconstruct(hidden.race, shape)))
        for at in OPENING_AT:
            errors = []
            for index, split in hidden.points:
                path = course(index)
                if split.distance == at and path is not None and (race.distance > 1000 or at <= 300):
                    errors.append(path[0](split.time.seconds) - at)
            if errors and race.distance >= 1000:
                found[at].append(float(np.median(errors)))
    return tuple(-sum(values) / (len(values) + 1) for values in found.values())


def _common(races: Sequence[Race], shape: Shape) -> float:
    """How much of what a leader is closer than likely his field is: the slope of a line through the places of reports.

    Each race counts alike; of a field at a place counts the median.
    """
    rows = []
    for race in races:
        try:
            hidden = hide(race, "report")
        except Unfit:
            continue
        known = gather(hidden.race, _STEP)
        front = find_front(known, shape, Work())
        assert front is not None
        guess = Guess(known, front, shape)
        leads = guess.leads()
        for k, closer in leads.items():
            there = [
                ((split.time.seconds - float(front.times[k])) * front.speed, float(guess.likely[index][k]))
                for index, split in hidden.points
                if abs(split.distance - known.nodes[k]) < 1
            ]
            off = [math.log((max(gap, 0.0) + PACK) / (max(likely, 0.0) + PACK)) for gap, likely in there]
            if off:
                rows.append((closer, float(np.median(off)), 1 / len(leads)))
    if not rows:
        return 0.0
    closer, off, weight = np.array(rows).T
    middle = np.average(closer, weights=weight)
    spread = weight @ (closer - middle) ** 2
    return float(max(weight @ ((closer - middle) * off) / spread, 0.0)) if spread > 0 else 0.0


def _ratios(races: Sequence[Race], shape: Shape, protocol: str) -> list[list[tuple[float, float]]]:
    """By kind of race, the errors as multiples of the range's half-width and what each counts: each race alike."""
    rows: list[list[tuple[float, float]]] = [[], [], []]
    for race in races:
        try:
            ratios = _off(hide(race, protocol), shape)
        except Unfit:
            continue
        rows[kind(race.distance)] += [(ratio, 1 / len(ratios)) for ratio in ratios]
    return rows


def _holding(rows: Sequence[tuple[float, float]]) -> float:
    """The ratio that nine tenths of the weighted rows are below."""
    if not rows:
        return 1.0
    ordered = np.array(sorted(rows))
    weight = np.cumsum(ordered[:, 1]) / ordered[:, 1].sum()
    return float(ordered[int(np.searchsorted(weight, HELD)), 0])


def _off(hidden: Hidden, shape: Shape) -> list[float]:
    """The errors as multiples of the range's half-width."""
    made = reconstruct(hidden.race, shape)
    stated = margins(hidden.race, made)
    measured = score(hidden, replayed(completed(hidden.race, made)), stated)
    widths = [stated(index, split.distance) for index, split in hidden.points]
    return [abs(error) / max(width, 0.1) for error, width in zip(measured.errors, widths, strict=True)]
