"""What is likely before anything is known of a race but its results: how the front runs, and how the gaps to it open.

Fitted by `python -m tests.benchmarks.reconstruction --fit` on the official splits of 22 races, taken from the timing
documents (nhols/splits): 800 m of Los Angeles 1932, London 1948, Rome 1960, Beijing 2015, Rio 2016, Eugene 2018 and
2025; the 1000 m of Monaco 2026; 1500 m of Moscow 1980, Barcelona 1992, Atlanta 1996 and London 2012; miles of Eugene
2017, London 2019 and 2026 and of Monaco 2023; the two miles of Stanford 2019, the 3000 m steeplechase and a 5000 m heat
of Budapest 2023, the 5000 m of Eugene 2024, and 10,000 m of Beijing 2008 and Rome 2024. Each race counts alike, by the
logarithm of its mean error. The deviations further down were set by hand so that these races, each left out of the fit
in turn, come out well; results depend little on them.

Gaps are metres at the winner's mean speed, so that races of any length and level compare. With u the share of the
distance run, w a runner's gap at the finish and e how far the front is behind the winner's even pace, a likely gap is

    paced * (1 - u) + softplus(w * u / (1 + min(w / 100, 2) * holding * (1 - u)) - tempo * e)

blended with the plain guess w * u (`_PLAIN`), which says: who finishes far back holds on at first (`holding`); a slow
front keeps everybody together (`tempo`); behind a pacemaker the field strings out (`paced`); and a pack has a depth,
which fades out towards the finish (`softness`).

Whoever finishes very far back was never in the pack (`outclassed`), and nobody loses it all at the end (`least_gap`).
Whose own times contradict all this runs by them (`guess`), as everybody does on the road (`road`).

A field led by somebody who finishes far back is a pack: as much as he is closer to the front than likely, in logarithms
and by the share `common`, all are (`field`), unless a pacemaker was there or the order is told.

Where every lap of a runner is known, nothing has to be guessed from the finish: the likely gap is a smooth curve
through the runner's own gaps (`gap_by_laps`), and the depth of the pack counts in the first lap only. Of the curves
tried (straight lines, the cubics of PCHIP and Akima, natural splines; through times or through gaps to the front) this
was the nearest, or nearly, on the races that are split every 100 m.

How the first lap is run depends on where it starts. Miles start in the bend, 1500 m at the head of the back straight
(`_STRAIGHT_GAIN`), 800 m in lanes (`_BREAK_GAIN`); what that makes was taken from races elsewhere than in the
championships and the Diamond League, on which the program is tested.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from replay.race.order import STRAIGHT

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers that are fitted on races of which everything is known."""

    softness: float
    """Depth of the pack at the start, metres."""
    holding: float
    """How much later the gaps of those who finish far back open; no unit."""
    tempo: float
    """Metres of gap that a front one metre behind even pace saves."""
    paced: float
    """Metres by which a field is strung out more behind a pacemaker, at the start."""
    opening: tuple[float, ...]
    """Metres by which runners are ahead of a smooth curve through their lap times, at `OPENING_AT`."""
    common: float = 0.0
    """How much of what a leader is closer to the front than likely, in logarithms, his whole field is."""
    laps: float = 450.0
    """Metres between a runner's own points up to which his laps count as known: one, and what a mile has over."""
    widening: float = 1.0
    """What the model's own deviation is multiplied with so that the ranges hold the truth 9 times in 10: where little
    is known of a runner and nothing of the order."""
    widening_told: float = 1.0
    """The same where an order is reported somewhere on the way."""
    widening_laps: tuple[float, ...] = (1.0, 1.0, 1.0)
    """The same where each of a runner's laps is known, in races by `kind`."""


SHIPPED = Shape(
    softness=9.35,
    holding=3.13,
    tempo=1.064,
    paced=8.21,
    opening=(0.14, 0.42, 0.53, -0.53, -0.59, -0.38),
    common=0.436,
    widening=0.577,
    widening_told=0.542,
    widening_laps=(0.868, 0.54, 0.796),
)
"""Fitted on all 22 races."""

OPENING_AT = (100.0, 200.0, 300.0, 500.0, 600.0, 700.0)
"""Metres; at the start, 400 and from 800 m on the opening is 0."""
_MIDDLE = 2000.0
"""Metres up to which a race is of the middle kind."""

_LEVEL = 6.0
"""Deviation of a gap that is likely to be 0, metres; grows by `_GROWTH` for each metre of the likely gap."""
_GROWTH = 0.3
_PLAIN = (0.5, 0.54)
"""The weight of the plain guess, that everybody runs his own even pace, in the likely gap, without and with a
pacemaker: races are of two kinds, a pack and a string, and nobody knows which. Each race left out in turn, a half is
the best of 0.3, 0.4, 0.5 and 0.6; with a pacemaker it leaves the world record of Monaco in 2023 worse than the plain
guess, and 0.6 all races worse than this."""
PACK = 3.0
"""Metres added before gaps are blended as logarithms: within them runners are level."""
_HELD_UP_TO = 2.0
"""Hundreds of metres at the finish beyond which nobody holds on any more than those so far back."""
_UNTOLD = (3.0, 12.0)
"""Metres of chance at the start where nothing is known of the order, and what comes to it on the way; see `scatter`."""
_TOLD = (3.5, 2.0)
"""The same where something is known: before the first of it, and after."""
FIRST_LAP = 400.0
"""Metres after which runners whose laps are known are where their laps say."""
_OWN, _OWN_POWER = 3.5, 3.5
"""Laps after the first by which a smooth curve through a runner's own times weighs as much as one through his gaps to
the front, and the power of the laps by which it comes to: alone it is the nearer one in long races, where many points
hold it, and the other in short ones. With these no race of those above is worse than the plain guess by more than two
hundredths."""
_OPENS = (0.12, 2.0)
"""Metres by which gaps open in a metre at most, and that in multiples of what they do on average: whoever finishes far
back was back before, and does not lose it all at the end."""
_OUTCLASSED = (0.05, 0.12)
"""Shares of the distance by which somebody is behind at the finish from which on he is less and less of the pack, and
none of it. Eleven fields of all kinds of runner over 10 km, taken for packs, came out at nine times the plain guess's
error, and at one and a half with this; in the races above it takes a report from 0.293 to 0.291."""
_LEVEL_UP_TO = 200.0
"""Metres over which gaps open to their size in a race that starts in lanes."""
_LONGEST_FITTED = 3000.0
"""Metres: about the longest race that was fitted."""
_WANDERING = 0.25
"""The exponent of the length by which runners get farther from what is likely: a random walk's is 0.5. With this one
ranges hold as much in longer races as in shorter ones; with 0.4 they were too wide there by Winkler's score."""
_EARLY = (0.6, 400.0)
"""The share of that deviation at the start, and the metres after which it is whole: nobody has moved much yet."""
_SWINGS = (400.0, 1000.0)
"""Metres over which a runner's deviation from the likely gap comes and goes: a move in a lap, a pace of one's own."""
_PRINTED = 0.5
"""Deviation of a printed time from a smooth run, metres, where points are `_APART` from one another."""
_APART = 100.0

_STRAIGHT_GAIN = 4.1
"""Metres by which a field that starts at the head of a straight is ahead of its even first lap after half of it: a
straight to fight for places on, which a start in the bend has not. By the splits at 300 and 700 m of two college races
over 1500 m (`tests/benchmarks/further`); elsewhere on the lap as on a parabola."""

_SHORT_GAIN = 8.0
"""Metres by which 800 m are run ahead of even pace halfway: the first lap of the world's best is 1 to 2 s faster than
the second (Rudisha's record of 2012: 49.28 and 51.63; World Athletics' report of 9 August 2012, "Rudisha runs 1:40.91
world 800m record in London"). Fades out towards 1500 m."""
BREAK = 200.0
"""Metres up to which an 800 m is run for a place behind the break line, whatever tempo follows."""
_BREAK_GAIN = 14.2
"""Metres by which the front of an 800 m is ahead of even pace there: in Rudisha's record (23.4 at 200 m, 1:40.91; same
report) and at Hengelo in 2022 (28.0, 2:00.36; `tests/benchmarks/further`)."""


def kind(distance: float) -> int:
    """Of the kinds of race whose ranges between known laps were fitted: up to 900 m, to 2000 m, and longer."""
    return sum(distance > most for most in (900.0, _MIDDLE))


def wandering(distance: float) -> float:
    """How much farther off the likely gap is in a race longer than most that were fitted."""
    return float((max(distance, _LONGEST_FITTED) / _LONGEST_FITTED) ** _WANDERING)


def scatter(u: Array, distance: float, told: float) -> Array:
    """Metres by which runners of whom nothing is known deviate from their likely place in a pack, before its depth.

    The likely gaps alone would put everybody in the order of the finish from the first lap on, which real races are
    not: of the pairs of runners in those of which all is known, 64, 65, 72 and 81 % are in their final order at 10,
    25, 50 and 75 % of the distance (`python -m tests.benchmarks.reconstruction` prints it). With results alone it
    comes out alike; from where on something is known less is left to chance, which costs little of its nearness.

    Args:
        u: Shares of the distance, 0 to 1.
        distance: Of the race, metres.
        told: The share of the distance from which on something is known of the order.
    """
    before, after = _TOLD
    size = np.where(u < told, before, after) * (1 - u)
    if not is_told(told, distance):
        size = _UNTOLD[0] * (1 - u) + _UNTOLD[1] * u * np.sqrt(1 - u)
    return np.asarray(size * _early(u * distance))


def is_told(told: float, distance: float) -> bool:
    """Whether anything is known of the order before the last straight, by the share from which on it is."""
    return told * distance < distance - STRAIGHT


class Setting(NamedTuple):
    """What a gap depends on that is the same for a whole race."""

    distance: float
    """Metres."""
    paced: bool
    """Whether a pacemaker led."""
    told: bool = True
    """Whether anything is known of the order on the way; if not, the plain guess would be that of the finish."""


def drawn_gap(shape: Shape, u: Array, w: float, e: Array, setting: Setting, scattered: Array | float = 0.0) -> Array:
    """The likely gap to the front in metres at shares `u` of the distance, with what is left to chance.

    Args:
        shape: The fitted numbers.
        u: Shares of the distance, 0 to 1.
        w: The gap at the finish, metres; negative for somebody who is faster than the field.
        e: How far the front is behind the winner's even pace at `u`, metres.
        setting: The race.
        scattered: By how much the runner is drawn behind the likely place at `u`, metres.
    """
    if w < 0:
        return w * u
    distance, paced, _ = setting
    left = 1 - u
    # The scale of what is far back grows with the distance of longer races.
    scale = 100 * max(1.0, distance / _LONGEST_FITTED)
    opened = w * u / (1 + min(w / scale, _HELD_UP_TO) * shape.holding * left) - shape.tempo * (
        e + _short_gain(u, distance)
    )
    soft = shape.softness * (left + 0.05)
    gap = shape.paced * paced * left + soft * np.logaddexp(0, (opened + scattered) / soft)
    if setting.told:
        gap = _blended(gap, w * u, _PLAIN[paced])
    return np.asarray(_opened(u * distance, distance) * gap)


def outclassed(back: float) -> float:
    """How surely somebody who finishes so far back, as a share of the distance, is in a race of his own from the gun.

    He runs his own even pace then, as the plain guess has it.
    """
    low, high = _OUTCLASSED
    return float(np.clip((back - low) / (high - low), 0, 1))


def least_gap(u: Array, w: float, distance: float) -> Array:
    """How far back somebody is at least, w metres behind at the finish: he does not lose it all at the end.

    The numbers of the shape are fitted without it. With it, fields are held together up to it, and come out worse: an
    order told at 0.238 of the baseline's error in place of 0.231.
    """
    return np.asarray(w - max(_OPENS[0] * distance, _OPENS[1] * w) * (1 - u))


def _blended(gap: Array, plain: Array | float, share: float) -> Array:
    """A likely gap and by a share that of the plain guess in one, metres."""
    return np.asarray(np.maximum(gap + PACK, 0.0) ** (1 - share) * np.add(plain, PACK) ** share - PACK)


def gap_by_laps(shape: Shape, nodes: Array, at: Array, gaps: Array, distance: float) -> Array:
    """The likely gap to the front in metres at the nodes, of a runner whose laps are known.

    A cubic through the known gaps, and the depth of the pack in the first lap.

    Args:
        shape: The fitted numbers.
        nodes: Metres.
        at: Where the gap is known, rising, metres.
        gaps: The gaps there, metres.
        distance: Of the race, metres.
    """
    return np.asarray(smooth(nodes, at, gaps) + _opened(nodes, distance) * _depth(shape, nodes))


def smooth(nodes: Array, at: Array, known: Array) -> Array:
    """A cubic from 0 through known values, at the nodes.

    At inner points it is as steep as the weighted harmonic mean of the slopes on both sides (Fritsch and Butland, SIAM
    J. Sci. Stat. Comput. 5, 1984), at either end as the parabola through the last three.
    """
    x, y = np.concatenate([[0.0], at]), np.concatenate([[0.0], known])
    step = np.diff(x)
    slope = np.diff(y) / step
    steep = np.concatenate([[_end(step, slope)], _harmonic(step, slope), [_end(step[::-1], slope[::-1])]])
    k = np.clip(np.searchsorted(x, nodes, side="right") - 1, 0, len(step) - 1)
    t = (nodes - x[k]) / step[k]
    curve = y[k] * (1 + 2 * t) * (1 - t) ** 2 + y[k + 1] * t * t * (3 - 2 * t)
    return np.asarray(curve + step[k] * t * (1 - t) * (steep[k] * (1 - t) - steep[k + 1] * t))


def own_share(nodes: Array, distance: float) -> Array:
    """What a runner's own times weigh beside his gaps to the front, at the nodes: nothing in the first lap."""
    later = max(distance / FIRST_LAP - 1, 0.0) ** _OWN_POWER
    return np.where(nodes > FIRST_LAP, later / (later + _OWN**_OWN_POWER), 0.0)


def _depth(shape: Shape, nodes: Array) -> Array:
    """Metres by which runners who are level by their laps are behind the front, in the first of them."""
    return np.asarray((1 - _PLAIN[0]) * shape.softness * np.log(2) * np.clip(1 - nodes / FIRST_LAP, 0, 1))


def _harmonic(step: Array, slope: Array) -> Array:
    """The slopes at the inner points; 0 where the curve turns."""
    before, after = slope[:-1], slope[1:]
    a, b = 2 * step[1:] + step[:-1], step[1:] + 2 * step[:-1]
    same = before * after > 0
    return np.where(same, (a + b) / (a / np.where(same, before, 1.0) + b / np.where(same, after, 1.0)), 0.0)


def _end(step: Array, slope: Array) -> float:
    """The slope at the first point of the parabola through the first three."""
    if len(step) < 2:
        return float(slope[0])
    return float(((2 * step[0] + step[1]) * slope[0] - step[0] * slope[1]) / (step[0] + step[1]))


def _opened(at: Array, distance: float) -> Array:
    """How far gaps can be open: in lanes all start level; elsewhere those behind are a second late at 100 m already."""
    return np.asarray(1 - in_lanes(distance) * np.clip(1 - at / _LEVEL_UP_TO, 0, 1))


def in_lanes(distance: float) -> float:
    """1 for a race that starts in lanes, where nobody dashes for a place."""
    return float(np.clip((1000 - distance) / 200, 0, 1))


def _short_gain(u: Array, distance: float) -> Array:
    return _SHORT_GAIN * float(np.clip((1500 - distance) / 700, 0, 1)) * 4 * u * (1 - u)


def deviation(nodes: Array, likely: Array, wider: Array | float = 1.0) -> Array:
    """The covariance (K, K) of a runner's gap around the likely one at K nodes, square metres; `wider` than that."""
    apart = np.abs(nodes[:, None] - nodes[None])
    fast = np.sqrt(3) * apart / _SWINGS[0]
    slow = np.sqrt(5) * apart / _SWINGS[1]
    kernel = (1 + fast) * np.exp(-fast) + (1 + slow + slow**2 / 3) * np.exp(-slow)
    size = own_deviation(nodes, likely) * wider
    return np.asarray(size[:, None] * size[None] * kernel + printed(nodes))


def printed(nodes: Array) -> Array:
    """The covariance (K, K) of printed times around a smooth run, square metres."""
    return np.diag((_PRINTED * _room(nodes)) ** 2)


def _room(nodes: Array) -> Array:
    """How far it is from each node to the next, as a share of 100 m: in a few metres nobody is off a smooth run."""
    points = np.concatenate([[0.0], nodes, [math.inf]])
    return np.minimum(np.diff(points)[:-1], np.diff(points)[1:]).clip(max=_APART) / _APART


def own_deviation(nodes: Array, likely: Array) -> Array:
    """How far a runner's gap may well be from the likely one, at the first of the nodes it is given for, metres."""
    return np.asarray((_LEVEL + _GROWTH * np.abs(likely)) * _early(nodes[: len(likely)]))


def _early(nodes: Array) -> Array:
    """How much of a runner's deviation there can be so early."""
    return np.asarray(np.interp(nodes, (0.0, _EARLY[1]), (_EARLY[0], 1.0)))


def front_course(shape: Shape, nodes: Array, speed: float, distance: float, *, straight: bool = False) -> Array:
    """The likely times of the front at the nodes if it ran evenly but for the opening, seconds.

    Args:
        shape: The fitted numbers.
        nodes: Metres.
        speed: The winner's mean speed, metres a second.
        distance: Of the race, metres.
        straight: Whether the race starts at the head of a straight.
    """
    at = [0.0, 100.0, 200.0, 300.0, 400.0, 500.0, 600.0, 700.0, 800.0]
    # The lull after the first lap belongs to races with more than a lap to come.
    late = shape.opening[3:] if distance > 1000 else (0.0, 0.0, 0.0)
    gained = np.interp(nodes, at, [0.0, *shape.opening[:3], 0.0, *late, 0.0])
    if straight:
        first = np.clip(nodes / FIRST_LAP, 0, 1)
        dash = _STRAIGHT_GAIN * 4 * first * (1 - first) + _depth(shape, nodes)
        gained = np.where(nodes < FIRST_LAP, dash, gained)
    lanes = in_lanes(distance)
    settled = np.interp(nodes, [0.0, BREAK, distance], [0.0, _BREAK_GAIN, 0.0])
    return np.asarray((nodes - (1 - lanes) * gained - lanes * settled) / speed)


def conditional_variance(covariance: Array, known: Sequence[int]) -> Array:
    """The variances (K,) that remain when the values at the known indices are known."""
    rest = np.diag(covariance).copy()
    if known:
        cross = covariance[:, list(known)]
        rest -= np.einsum("ij,ji->i", cross, np.linalg.solve(covariance[np.ix_(known, known)], cross.T))
    return np.maximum(rest, 0.0)


def conditional_mean(covariance: Array, known: Sequence[int], values: Array) -> Array:
    """What is expected of all (K,) where the values at the known indices are known, and 0 was expected of each."""
    at = list(known)
    return np.asarray(covariance[:, at] @ np.linalg.solve(covariance[np.ix_(at, at)], values))
