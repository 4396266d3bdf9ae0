"""How near the reconstruction could come at most if more were known: printed by the benchmark with `--floors`."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from replay.race.race import Evidence, Race, Split, Time
from replay.reconstruction import Reconstruction
from replay.reconstruction.field import Field
from replay.reconstruction.front import Front, find_front
from replay.reconstruction.knowledge import Knowledge
from replay.reconstruction.prior import Shape
from replay.reconstruction.statements import gather
from replay.reconstruction.work import Work
from tests.benchmarks.protocols import PROTOCOLS, Hidden, Score, Unfit, baseline, completed, hide, replayed, score

_STEP = 100.0
"""Metres between the points of a race."""
_DRAWN = 300
"""Times that a race's runners are drawn again."""
_LEAST = 0.05
"""Metres; a median error is taken for no less, or its logarithm would be anything."""
_WITHIN = 0.02
"""By how much the share of the truth that a group's ranges hold may be off nine tenths."""


def print_floors(
    races: Sequence[Race], shapes: Mapping[str, Shape], held: Mapping[str, Sequence[Sequence[float]]]
) -> None:
    """Print what would be left of the errors, and how many groups' ranges would hold nine tenths, if more were known.

    Args:
        races: The races.
        shapes: The numbers that each is worked out with, by its id.
        held: By protocol and group of events, the share of the truth that the ranges of each of its races hold.
    """
    print(
        "\nfloors: the error over the baseline's, geometric mean\n" + " " * 58 + "".join(f"{p:>14}" for p in PROTOCOLS)
    )
    found, vary = zip(*(_ratios(races, shapes, protocol) for protocol in PROTOCOLS), strict=True)
    for row in found[0]:
        print(f"{row:58}" + "".join(f"{column[row]:14.3f}" for column in found))
    print(
        f"{'by luck of who ran, were others drawn of the same kind, +-':58}" + "".join(f"{one:14.0%}" for one in vary)
    )
    print("\nranges that hold 88 to 92 %, of groups of events")
    for protocol, groups in held.items():
        within = sum(abs(float(np.mean(group)) - 0.9) <= _WITHIN + 1e-9 for group in groups)
        every = np.concatenate([np.array(group) for group in groups])
        varies = float(np.std(every, ddof=1))
        by_luck = sum(math.erf(_WITHIN * math.sqrt(len(group)) / varies / math.sqrt(2)) for group in groups)
        print(
            f"{protocol:14}{within} of {len(groups)}; {by_luck:.1f} by luck, were all ranges exactly right: "
            f"from race to race it varies with a deviation of {varies:.0%}"
        )
    shares = np.array([_by_the_finish(hide(race, "report")) for race in races])
    names = (
        "not as they finished",
        "as that or its reverse at each point",
        "the same for each third of the gaps there",
    )
    told = "; ".join(f"{name} {share:.1%}" for name, share in zip(names, shares.mean(axis=0), strict=True))
    print(f"\nwrong pairs with a report: {told}")


def _ratios(races: Sequence[Race], shapes: Mapping[str, Shape], protocol: str) -> tuple[dict[str, float], float]:
    """What would be left of a protocol's ratio, by what were known, and the deviation of its logarithm by luck."""
    found: dict[str, list[float]] = {}
    variances = []
    for race in races:
        try:
            hidden = hide(race, protocol)
        except Unfit:
            continue
        known = gather(hidden.race, _STEP)
        front = find_front(known, shapes[race.id], Work())
        assert front is not None
        ours, led = (
            _score(hidden, known, one, shapes[race.id])
            for one in (front, replace(front, times=_true(hidden, known, front)))
        )
        base = score(hidden, baseline(hidden.race), lambda index, at: math.nan)
        errors = {
            "as it is": ours.errors,
            "were the front known at every hidden point": led.errors,
            "were the field's median error known there": _without_common(hidden, ours.errors),
            "the same of the plain guess": _without_common(hidden, base.errors),
            "with the best share of the plain guess for each race": _best_mean(ours.errors, base.errors),
        }
        variances.append(_variance(hidden, ours.errors, base.errors))
        for name, off in errors.items():
            ratio = float(np.median(np.abs(off))) / max(base.median, 0.01)
            found.setdefault(name, []).append(math.log(max(ratio, 0.01)))
    deviation = math.sqrt(sum(variances)) / len(variances)
    return {name: math.exp(float(np.mean(ratios))) for name, ratios in found.items()}, deviation


def _variance(hidden: Hidden, ours: np.ndarray, base: np.ndarray) -> float:
    """The variance of a race's ratio, as a logarithm, were its runners drawn again from those it had (Efron, 1979)."""
    chance, who = np.random.default_rng(1), np.array([index for index, _ in hidden.points])
    rows = [np.flatnonzero(who == index) for index in np.unique(who)]
    logs = []
    for _ in range(_DRAWN):
        drawn = np.concatenate([rows[k] for k in chance.integers(len(rows), size=len(rows))])
        medians = [max(float(np.median(np.abs(errors[drawn]))), _LEAST) for errors in (ours, base)]
        logs.append(math.log(medians[0] / medians[1]))
    return float(np.var(logs))


def _score(hidden: Hidden, known: Knowledge, front: Front, shape: Shape) -> Score:
    solved = Field(known, front, shape, Work()).solve(known.statements)
    if solved is None:  # with the true front, what is printed to the tenth may contradict it
        return Score(np.full(len(hidden.points), math.nan), math.nan, math.nan)
    made = []
    for index, entry in enumerate(hidden.race.entries):
        kept = {split.distance for split in entry.splits} | {hidden.race.distance}
        made.append(
            tuple(
                Split(at, Time(float(seconds), Evidence.ESTIMATED))
                for at, seconds in zip(known.nodes, solved.times.get(index, ()), strict=False)
                if all(abs(at - other) > 1.0 for other in kept)
            )
        )
    nothing = tuple(None for _ in made)
    course = replayed(completed(hidden.race, Reconstruction(tuple(made), nothing)))
    return score(hidden, course, lambda index, at: math.nan)


def _true(hidden: Hidden, known: Knowledge, front: Front) -> np.ndarray:
    """The times of the front with what they are off by where anybody was timed taken off, and between on a line."""
    nodes = np.array(known.nodes)
    first: dict[float, float] = {}
    for entry in hidden.truth.entries:
        for split in entry.splits:
            first[split.distance] = min(first.get(split.distance, math.inf), split.time.seconds)
    at = np.array(sorted(first))
    off = np.array([first[d] for d in at]) - np.interp(at, [0.0, *nodes], [0.0, *front.times])
    return np.asarray(front.times + np.interp(nodes, [0.0, *at, known.distance], [0.0, *off, 0.0]))


def _without_common(hidden: Hidden, errors: np.ndarray) -> np.ndarray:
    """The errors less their median at each point."""
    left = errors.copy()
    at = np.array([split.distance for _, split in hidden.points])
    for distance in np.unique(at):
        left[at == distance] -= np.median(errors[at == distance])
    return left


def _best_mean(ours: np.ndarray, base: np.ndarray) -> np.ndarray:
    means = [(1 - share) * ours + share * base for share in np.linspace(0, 1, 21)]
    return min(means, key=lambda errors: float(np.median(np.abs(errors))))


def _by_the_finish(hidden: Hidden) -> tuple[float, float, float]:
    """The shares of the pairs at hidden points that the order of the finish has wrong, and that the better of it and
    its reverse has: at each point, and for each third of the pairs there by how far apart they finish.
    """
    by_point: dict[float, list[tuple[float, float]]] = {}
    for index, split in hidden.points:
        result = hidden.truth.entries[index].result
        assert result is not None
        by_point.setdefault(split.distance, []).append((split.time.seconds, result.seconds))
    wrong, least, thirds, pairs = 0, 0, 0, 0
    for rows in by_point.values():
        off = sorted(
            (abs(first - second), (a - b) * (first - second) <= 0)
            for (a, first), (b, second) in combinations(rows, 2)
            if a != b
        )
        found = [one for _, one in off]
        wrong, pairs = wrong + sum(found), pairs + len(found)
        least += min(sum(found), len(found) - sum(found))
        for part in np.array_split(np.array(found), 3):
            thirds += int(min(part.sum(), len(part) - part.sum()))
    return wrong / max(pairs, 1), least / max(pairs, 1), thirds / max(pairs, 1)
