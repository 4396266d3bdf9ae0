"""How far apart the points are at which a race is worked out, so that there are no more of them than can be."""

import math
from bisect import bisect_right
from collections.abc import Collection

from replay.race.race import Race
from replay.reconstruction.knowledge import SAME, Runner
from replay.reconstruction.statements import facts_of, nodes_of, runners_of
from replay.reconstruction.work import TooMuch

_ON_TRACK = (100.0, 200.0, 400.0, 1000.0)
"""Metres between the points: the first that makes no more of them than can be worked out."""
_LONGEST_ON_TRACK = 10_000.0
_ON_ROAD = (1000.0, 2000.0, 5000.0, 10_000.0)
_EACH_KILOMETRE = 45_000.0
"""Metres up to which a road has a point at each kilometre; a longer one has no more points, or it would take hours."""
_MOST_TOGETHER = 1600
"""Points (nodes that each runner passes) of runners whose times hang together: half a second of a processor's work with
a dozen orders."""
_MOST_ALONE = 10_000
"""The same of runners who are on their own, and are solved one by one."""
_MOST_NODES = 150
"""Distances, whoever passes there: the front is worked out at all of them at once, which is 3 s of work for so many."""
_MOST_CHOICES = 120
"""Whether this or that runner was ahead of one whose place is reported; the races of the library have 51 at most."""


def step_of(race: Race, without: Collection[int] = ()) -> float:
    """The metres between the points at which a race is worked out, by how many points that makes.

    Raises:
        TooMuch: Even the fewest are too many: distances that splits and facts name come on top of the grid.
    """
    runners = runners_of(race, without)
    facts = facts_of(race, runners)
    if sum(fact.place is not None for fact in facts) * (len(runners) - 1) > _MOST_CHOICES:
        raise TooMuch
    together = bool(facts) or any(r.result is None and r.passes(race.distance) for r in runners.values())
    for step in _steps(race.distance):
        nodes = nodes_of(race, runners, facts, step)
        most = _MOST_TOGETHER if together else _MOST_ALONE
        if len(nodes) <= _MOST_NODES and points(runners, nodes) <= most:
            return step
    raise TooMuch


def _steps(distance: float) -> tuple[float, ...]:
    if distance <= _LONGEST_ON_TRACK:
        return _ON_TRACK
    return tuple(step * max(1, math.ceil(distance / _EACH_KILOMETRE)) for step in _ON_ROAD)


def points(runners: dict[int, Runner], nodes: tuple[float, ...]) -> int:
    """How many nodes all runners pass together: the variables of the problem."""
    return sum(bisect_right(nodes, runner.reach + SAME) for runner in runners.values())


def refusal(race: Race) -> str:
    """Why nothing is worked out, and what to do."""
    runners = f"{len(race.entries):,} runners"
    if race.facts:
        return f"too many facts to be worked out together: {len(race.facts):,} facts of {runners}; leave some out"
    splits = sum(len(entry.splits) for entry in race.entries)
    return f"too many distances to be worked out together: {splits:,} splits of {runners}; leave some out"
