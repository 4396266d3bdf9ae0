"""What is known of a race as linear rules on times: the values that its solving goes by."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from replay.reconstruction.arrivals import Arrival

SAME = 0.01
"""Metres within which two distances are one."""


AHEAD = 0.01
"""Seconds by which somebody is at least ahead of who is said to be behind: the least that timing prints."""


Point = tuple[int, float]
"""An entry's index and a distance in metres: the time at which it passes there."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A weighted sum of times has to lie between two numbers of seconds."""

    weights: dict[Point, float]
    low: float
    high: float

    @property
    def orders(self) -> bool:
        """Whether it says no more than that one time is before another."""
        return self.high <= 0.0 and self.low == -math.inf


@dataclass(frozen=True, slots=True)
class Placing:
    """Somebody was at a place: so many others had passed before. Which others has to be found out."""

    runner: int
    distance: float
    place: int


@dataclass(frozen=True, slots=True)
class Leading:
    """Somebody passed first, in a time that is known. Who it was has to be found out."""

    distance: float
    seconds: float
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is known, as a user would name it."""

    text: str
    line: int | None
    rules: tuple[Rule, ...] = ()
    placing: Placing | None = None
    leading: Leading | None = None


@dataclass(frozen=True, slots=True)
class Runner:
    """What is known of one entry by itself."""

    entry: int
    name: str
    reach: float
    """Metres up to which times are worked out: the finish, or the last point that splits, facts or `stopped` name."""
    result: float | None
    """Seconds at the finish."""
    known: dict[float, float] = field(default_factory=dict)
    """Seconds by metres, the finish not among them."""
    guest: bool = False
    pacemaker: bool = False

    def passes(self, distance: float) -> bool:
        """Whether the runner gets as far as `distance` metres."""
        return self.reach >= distance - SAME


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the times of a race have to obey."""

    distance: float
    runners: dict[int, Runner]
    statements: tuple[Statement, ...]
    nodes: tuple[float, ...]
    """The metres at which times are worked out, rising; the last is the finish."""
    orders: tuple[tuple[float, tuple[int, ...]], ...]
    """The distances and the first places there, as reported."""
    led: tuple[Point, ...]
    """Who was in front where, as reported."""
    firsts: tuple[tuple[float, float], ...] = ()
    """Metres and seconds of the first to pass there, whoever it was."""
    headed: tuple[tuple[float, float], ...] = ()
    """Metres and seconds at which somebody passed who is reported to have been second, behind one who was not timed."""
    straight: bool = False
    """Whether the race starts at the head of a straight."""
    alone: bool = False
    """Whether everybody runs a pace of his own, and no pack: on the road, and beyond 10,000 m."""
    likely: tuple[Rule, ...] = ()
    """Rules that are likely to hold: given up where they cannot be had."""
    lots: Mapping[int, float] = field(default_factory=dict)
    """By entry: how far forward or back in a pack somebody is drawn of whom nothing is known; see `lots`."""
    told: float = 0.0
    """Metres from which on something is known of the order."""
    arrivals: Mapping[int, Arrival] = field(default_factory=dict)
    """By entry: when those are likely to have come home whose times nobody gives."""

    def field(self, distance: float) -> list[int]:
        """The competitors that get as far as `distance`."""
        return [entry for entry, runner in self.runners.items() if not runner.guest and runner.passes(distance)]


def is_known(known: Knowledge, index: int, at: float) -> bool:
    """Whether somebody's time at a distance is known."""
    runner = known.runners[index]
    finished = runner.result is not None and abs(at - known.distance) <= SAME
    return finished or any(abs(at - point) <= SAME for point in runner.known)


def strictly(known: Knowledge, rule: Rule) -> Rule:
    """A rule of order without ties: two that are level would obey an order and its opposite.

    Where both times are known they say who was first; printed to the tenth, they may be equal.
    """
    if not rule.orders or all(is_known(known, index, at) for index, at in rule.weights):
        return rule
    return Rule(rule.weights, rule.low, -AHEAD)


def laps_of(known: Knowledge, index: int, most: float) -> tuple[list[float], list[float]] | None:
    """The metres and the seconds of somebody each of whose laps is known, to the end of his race; None for another.

    Args:
        known: The race.
        index: The entry.
        most: Metres between two points up to which a lap is known.
    """
    runner = known.runners[index]
    times = dict(runner.known) if runner.result is None else {**runner.known, known.distance: runner.result}
    at = sorted(distance for distance in times if runner.passes(distance))
    if not at or at[-1] < runner.reach - SAME or max(b - a for a, b in pairwise([0.0, *at])) > most:
        return None
    return at, [times[distance] for distance in at]
