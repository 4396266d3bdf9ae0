"""The likely finish of everybody, from the splits so far and nothing that comes after.

Who has run d of D metres in s seconds would need s * D / d at an even pace. He will not run evenly: what is left is run
`exp(r)` times as slowly as what was, and r is a weighted sum of what can be seen by now: that a race is an 800 m, which
is begun too fast, or a long one; how the last stretch was run beside the whole so far; how far behind the first he is,
since who is behind falls back; and how slow the race is beside what the best have run, since a slow race is finished
fast, if the field is still together: one that is strung out runs as fast as it can. The weights lean to none (ridge
regression: early on little can be seen and r stays near 0), change with the share that is run, and were fitted on 41
races from 800 to 10,000 m; how far projections are off, and how often their ranges hold, is told by
`tests/benchmarks/projection.py`, each race left out of its own fit.

All of those were races of good runners. Where everybody is far slower than the best a race is not slow for them, and
that it is says nothing: the weights fade to an even pace, and the range is wider. Nor was any of them longer: of a
marathon what is left is slower than that by what Chicago 2023 showed, and the range is wider on the slow side.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from replay.race.clocks import start_of
from replay.race.order import is_told
from replay.race.problems import ReplayError
from replay.race.race import Entry, Evidence, Race, Role
from replay.race.teams import is_relay
from replay.state.timeline import Timeline

SHORTEST = 800.0
"""Metres: shorter races are run flat out from blocks, and nothing is to be read from their pace."""
LEAST = 0.05
"""The share of a race from which on a split says anything."""

_BEST = ((800.0, 100.91), (1500.0, 206.0), (1609.344, 223.13), (3000.0, 437.55), (5000.0, 755.36),
         (10_000.0, 1571.0), (21_097.5, 3402.0), (42_195.0, 7235.0))  # fmt: skip
"""Metres, and seconds that the best men have run: Rudisha, El Guerrouj (twice), Ingebrigtsen, Cheptegei (twice),
Kiplimo, Kiptum. Between two they are read off a power of the distance."""
_WOMEN = 1.11
"""Women's over men's: 1.123 over 800 m, 1.112 over 1500 m, 1.109 over 5000 m, 1.104 over 10,000 m."""
_BARRIERS = 1.07
"""A steeplechase's over that of the flat race: 7:52.11 over 7:17.55 is 1.08, run far less often."""
_SLOW, _FAR = 0.16, 0.26
"""How much slower (as a logarithm) a pace is than the best from where on it tells less, and nothing."""
_STRETCH, _SHARE = 200.0, 0.12
"""Metres, and the share of a race, that the last stretch has at least."""
_TOGETHER, _FEW = 0.02, 4
"""How far behind the first (as a logarithm) the middle one of a field is that is strung out; of how many at least."""
_LONG, _TRIED = 3000.0, 10_000.0
"""Metres from which on a race is a long one, and of the longest there were: of longer ones it says less and less."""
_MARATHON = 42_195.0
_FADES = 0.06, 0.03
"""How much slower (as a logarithm) what is left of a marathon is run than weights from the track say: by those who are
far slower than the best, and by those who are near them. It is less the less is left, and of a half about half."""
_SLOWER = 1.5
"""Times as wide a range is to its slow side in a race beyond those: who hits the wall loses more than anybody gains."""
_CHANGE, _BEHIND = 0.1, 0.04
"""The most, as logarithms, that a change of pace and a gap count for."""
_MOST = 0.3
"""The most that r may be."""

Seen = tuple[float, ...]
"""What is seen of a runner: that the race is near the best, that it is short, the change, the gap, the slowness of a
field that is together and of one that is strung out, that the race is long."""


class Front(NamedTuple):
    """How a field has passed a split so far."""

    first: float
    """Seconds of the quickest, pacemakers among them."""
    apart: float = 0.0
    """How much slower (as a logarithm) the middle one of those who race was; 0 while few are known."""


def front_of(first: float, times: Sequence[float]) -> Front:
    """The front of a field: the quickest time, and the times of those who race."""
    few = len(times) < _FEW
    return Front(first, 0.0 if few else max(math.log(sorted(times)[len(times) // 2] / first), 0.0))


class Weights(NamedTuple):
    """What counts for how much when so much of a race is run."""

    run: float
    """The share that is run."""
    of: Seen
    range: float
    """How far r is off at most, 9 times in 10."""


WEIGHTS = (
    Weights(0.1, (0.016, 0.099, 0.084, -0.189, -0.88, -0.122, 0.042), 0.05),
    Weights(0.2, (0.016, 0.091, 0.173, -0.125, -0.943, -0.127, 0.044), 0.055),
    Weights(0.3, (0.014, 0.082, 0.281, -0.016, -0.949, -0.116, 0.044), 0.065),
    Weights(0.4, (0.01, 0.075, 0.397, 0.089, -0.921, -0.095, 0.043), 0.06),
    Weights(0.5, (0.005, 0.071, 0.504, 0.182, -0.859, -0.069, 0.042), 0.062),
    Weights(0.6, (-0.0, 0.071, 0.59, 0.258, -0.766, -0.044, 0.039), 0.059),
    Weights(0.7, (-0.006, 0.075, 0.657, 0.318, -0.651, -0.026, 0.033), 0.062),
    Weights(0.8, (-0.011, 0.079, 0.711, 0.366, -0.526, -0.015, 0.024), 0.068),
    Weights(0.9, (-0.015, 0.083, 0.753, 0.399, -0.418, -0.009, 0.012), 0.084),
)
"""Printed by `python -m tests.benchmarks.projection --fit`."""


class Point(NamedTuple):
    """Where somebody was."""

    distance: float
    seconds: float
    """From his own start."""


class Projection(NamedTuple):
    """Somebody's likely finish."""

    entry: int
    last: Point
    """The last split that is known, as it was run since his own start."""
    seconds: float
    """The likely finish, on the race's clock; the result of one who is home."""
    low: float
    high: float
    """The range that is meant to hold it 9 times in 10."""
    even: float
    """The finish at the pace so far."""
    home: bool = False


class Rank(NamedTuple):
    """How fast somebody came to a point beside all who ran the distance until then."""

    place: int
    of: int
    """How many are known there, he among them."""


def told_points(race: Race, entry: Entry, t: float = math.inf) -> list[Point]:
    """The splits of an entry that were given, and not worked out, up to `t` seconds."""
    start = start_of(race, entry)
    return [
        Point(split.distance, split.time.seconds - start)
        for split in entry.splits
        if is_told(split)
        and split.time.evidence is not Evidence.ESTIMATED
        and split.time.seconds <= t + 1e-6
        and 0 < split.distance < race.distance - 1
        and split.time.seconds > start
    ]


def projected(timeline: Timeline, t: float, weights: Sequence[Weights] = WEIGHTS) -> list[Projection]:
    """The likely finishes of those who race, the likely first first; without those of whom nothing is known yet.

    Args:
        timeline: The race, with estimates or without: they are not looked at.
        t: Seconds; what comes later is not looked at.
        weights: What counts for how much, by the share that is run.

    Raises:
        ReplayError: It is a race for distance, a short one, or a relay.
    """
    race = timeline.race
    refuse_unprojected(race)
    fronts = fronts_of(race, t)
    found = []
    for runner in timeline.at(t).standings:
        entry = race.entries[runner.entry]
        if entry.role is not None or runner.status not in ("running", "finished"):
            continue
        points = told_points(race, entry, t)
        if runner.result is not None:
            last = Point(race.distance, runner.result - start_of(race, entry))
            found.append(Projection(runner.entry, last, *(runner.result,) * 4, home=True))
        elif points and points[-1].distance >= LEAST * race.distance:
            front = fronts[points[-1].distance]
            found.append(projection(race, runner.entry, points, front, weights))
    return sorted(found, key=lambda one: one.seconds)


def is_projected(race: Race) -> bool:
    """Whether finishes of such a race are projected.

    A race for distance has none, a short one is run flat out, and of a relay others run what is left.
    """
    return race.duration is None and race.distance >= SHORTEST and not is_relay(race)


def refuse_unprojected(race: Race) -> None:
    """Raise `ReplayError` where finishes of such a race are not projected."""
    if not is_projected(race):
        if race.duration is None and race.distance >= SHORTEST:
            why = "is a relay: who runs the next leg is another, and how the last was run says nothing of it"
            raise ReplayError(f"{race.id} {why}")
        why = "is a race for distance" if race.duration is not None else "is too short: what is left is run flat out"
        raise ReplayError(f"{race.id} {why}; finishes are projected from {SHORTEST:.0f} m on")


def fronts_of(race: Race, t: float) -> dict[float, Front]:
    """How the field passed each distance by `t` seconds, by metres: of times from everybody's own start."""
    firsts: dict[float, float] = {}
    racing: dict[float, list[float]] = {}
    for entry in race.entries:
        for distance, seconds in told_points(race, entry, t) if entry.role is not Role.GUEST else ():
            firsts[distance] = min(firsts.get(distance, math.inf), seconds)
            if entry.role is None:
                racing.setdefault(distance, []).append(seconds)
    return {distance: front_of(first, racing.get(distance, ())) for distance, first in firsts.items()}


def projection(
    race: Race, at: int, points: Sequence[Point], front: Front, weights: Sequence[Weights] = WEIGHTS
) -> Projection:
    """The likely finish of an entry from his splits so far, and how the field passed the last of them."""
    start, (distance, seconds) = start_of(race, race.entries[at]), points[-1]
    seen = seen_of(race, race.entries[at], points, front)
    now = weights_at(distance / race.distance, weights)
    r = max(-_MOST, min(sum(weight * value for weight, value in zip(now.of, seen, strict=True)), _MOST))
    r += fade_of(race.distance, distance / race.distance, seen)
    fast = now.range * (2.0 - seen[0])
    slow = fast * (_SLOWER if race.distance > _TRIED else 1.0)

    def finish(by: float) -> float:
        return round(start + seconds + (race.distance - distance) * seconds / distance * math.exp(by), 3)

    return Projection(at, points[-1], finish(r), finish(r - fast), finish(r + slow), finish(0.0))


def fade_of(metres: float, run: float, seen: Seen) -> float:
    """How much slower (as a logarithm) the rest of a road race is run, when a share of it is `run`; 0 to 10,000 m."""
    long = min(max(math.log(metres / _TRIED) / math.log(_MARATHON / _TRIED), 0.0), 1.0)
    far, near = _FADES
    return long * (far + seen[0] * (near - far)) * (1.0 - run**3)


def seen_of(race: Race, entry: Entry, points: Sequence[Point], front: Front) -> Seen:
    """What is seen of a runner at the last of his points, as numbers that weights are for."""
    distance, seconds = points[-1]
    pace = seconds / distance
    back = max(_STRETCH, _SHARE * race.distance)
    since = min([Point(0.0, 0.0), *points[:-1]], key=lambda point: abs(distance - point.distance - back))
    change = math.log((seconds - since.seconds) / (distance - since.distance) / pace) if since.distance else 0.0
    gap = max(math.log(seconds / front.first), 0.0)
    slow = math.log(pace * race.distance / _best(race, entry))
    near = min(1.0, max(0.0, (_FAR - slow) / (_FAR - _SLOW)))
    short = max(0.0, math.log(1500.0 / race.distance))
    long = max(0.0, math.log(min(race.distance, _TRIED**2 / race.distance) / _LONG))
    together = max(0.0, 1.0 - front.apart / _TOGETHER)
    change, gap = max(-_CHANGE, min(change, _CHANGE)), min(gap, _BEHIND)
    return near, near * short, change, gap, near * slow * together, near * slow * (1.0 - together), near * long


def weights_at(run: float, weights: Sequence[Weights] = WEIGHTS) -> Weights:
    """The weights when a share of the race is run, between the two that are nearest."""
    at = bisect_right([one.run for one in weights], run)
    if at == 0 or at == len(weights):
        return weights[max(at - 1, 0)]
    low, high = weights[at - 1], weights[at]
    share = (run - low.run) / (high.run - low.run)
    of = tuple(one + (other - one) * share for one, other in zip(low.of, high.of, strict=True))
    return Weights(run, of, low.range + (high.range - low.range) * share)


def _best(race: Race, entry: Entry) -> float:
    """Seconds that the best of the runner's sex have run for the race's distance."""
    at = max(1, min(bisect_right([far for far, _ in _BEST], race.distance), len(_BEST) - 1))
    (near, low), (far, high) = _BEST[at - 1], _BEST[at]
    share = math.log(race.distance / near) / math.log(far / near)
    best = low * math.exp(share * math.log(high / low))
    return best * (_WOMEN if is_womens(race, entry) else 1.0) * (_BARRIERS if race.steeplechase else 1.0)


def is_womens(race: Race, entry: Entry) -> bool:
    """Whether a runner is a woman, as far as the file says; by the race's name where he is not told by himself."""
    if entry.sex:
        return entry.sex[:1].casefold() in ("f", "w")
    return (
        re.search(r"\bwomen\b|\bwomen|\bladies\b|\bfrauen\b", f"{race.title} {race.event} {race.id}".lower())
        is not None
    )


def rank_to_here(timeline: Timeline, t: float, at: int, point: Point, others: Iterable[Race]) -> Rank | None:
    """How fast somebody came to a point beside those of his race and all who are known there in earlier ones.

    Args:
        timeline: The race.
        t: Seconds: who of this race comes there later does not count.
        at: The entry.
        point: A split of his, or his finish.
        others: Races of the library; those of a later day, over other distances, and of the other sex do not count.

    Returns:
        His rank; None where nobody of an earlier race is known there.
    """
    race = timeline.race
    sex = is_womens(race, race.entries[at])
    earlier = [other for other in others if _is_earlier(other, race)]
    before = [
        seconds
        for other in earlier
        for entry in other.entries
        if entry.competes and is_womens(other, entry) == sex
        for seconds in _times_at(other, entry, point.distance)
    ]
    if not before:
        return None
    here = [
        seconds
        for entry in race.entries
        if entry is not race.entries[at] and entry.competes and is_womens(race, entry) == sex
        for seconds in _times_at(race, entry, point.distance, t)
    ]
    times = [*before, *here]
    return Rank(1 + sum(seconds < point.seconds - 1e-9 for seconds in times), len(times) + 1)


def _is_earlier(other: Race, race: Race) -> bool:
    """Whether another race over the distance was run before; one of which nobody knows when counts too."""
    dated = other.date is not None and race.date is not None
    alike = abs(other.distance - race.distance) < 0.5 and other.id != race.id
    return alike and not (dated and str(other.date) >= str(race.date))


def _times_at(race: Race, entry: Entry, distance: float, t: float = math.inf) -> list[float]:
    if distance >= race.distance - 0.5:
        home = entry.result is not None and entry.result.seconds <= t
        return [entry.result.seconds - start_of(race, entry)] if home and entry.result is not None else []
    return [point.seconds for point in told_points(race, entry, t) if abs(point.distance - distance) <= 0.5][:1]
