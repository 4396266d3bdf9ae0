"""How much is worked out at once: points and rules counted before, the solver's work counted meanwhile.

Nothing here looks at a clock, so that the same race has the same estimates on any machine.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection
from typing import TYPE_CHECKING

from replay.race.race import Race
from replay.reconstruction.knowledge import SAME

if TYPE_CHECKING:
    from replay.reconstruction.knowledge import Runner

_ON_TRACK = (100.0, 200.0, 400.0, 1000.0)
"""Metres between the points: the first that makes no more of them than can be worked out."""
_LONGEST_ON_TRACK = 10_000.0
_ON_ROAD = (1000.0, 2000.0, 5000.0, 10_000.0)
_EACH_KILOMETRE = 45_000.0
"""Metres up to which a road has a point at each kilometre; a longer one has no more points, or it would take hours."""
_MOST_TOGETHER = 800
"""Points (nodes that each runner passes) of runners whose times hang together: about a second of a processor's work."""
_MOST_ALONE = 10_000
"""The same of runners who are on their own, and are solved one by one."""
_MOST_NODES = 400
"""Distances, whoever passes there: the front is worked out at all of them at once."""
MOST_RULES = 10_000
"""Rules that everything known makes."""
_MOST_CHOICES = 150
"""Whether this or that runner was ahead of one whose place is reported; the races of the library have 51 at most."""
MOST_BRANCHES = 50
"""Of the search through them; in the library it ends at the first."""
_MOST_WORK = 1.2e13
"""Multiplications of a solver: about 4 s of a processor's work."""
_STEPS_A_VARIABLE = 10
"""Steps after which a search goes in circles; the races of the library take 3 at most."""
_FEWEST_STEPS = 1000


class TooMuch(Exception):  # noqa: N818 (it reads as what happened)
    """What is known of a race is too much to be worked out."""


class Work:
    """What the solver has left to do for one race.

    A step of HiGHS for quadratic costs takes about n² (n + m) multiplications with n variables and m rows; a step of
    its simplex about `_SPARSE` for each variable and row.
    """

    def __init__(self) -> None:
        """All of it is left."""
        self.left = _MOST_WORK

    def steps(self, columns: int, rows: int) -> int:
        """The most steps that a search with quadratic costs may take: fewer the larger it is."""
        most = max(_FEWEST_STEPS, _STEPS_A_VARIABLE * columns)
        return min(most, int(self.left / _quadratic(columns, rows)) + 1)

    def searched(self, columns: int, rows: int, steps: int) -> None:
        """Count a search with quadratic costs.

        Raises:
            TooMuch: Nothing is left, so that what was found may be half a search.
        """
        self._spend(steps * _quadratic(columns, rows))

    def choices(self, columns: int, rows: int) -> int:
        """The most steps of a simplex."""
        return int(self.left / (_SPARSE * (columns + rows + 1))) + 1

    def chosen(self, columns: int, rows: int, steps: int) -> None:
        """Count a search with linear costs.

        Raises:
            TooMuch: Nothing is left.
        """
        self._spend((steps + _BUILDING) * _SPARSE * (columns + rows + 1))

    def _spend(self, work: float) -> None:
        self.left -= work
        if self.left <= 0:
            raise TooMuch


_SPARSE = 3e5
_BUILDING = 100
"""Steps of a simplex that writing the rows down takes as long as."""


def _quadratic(columns: int, rows: int) -> float:
    return float(columns) ** 2 * (columns + rows) + 1.0


def step_of(race: Race, without: Collection[int] = ()) -> float:
    """The metres between the points at which a race is worked out, by how many points that makes.

    Raises:
        TooMuch: Even the fewest are too many: distances that splits and facts name come on top of the grid.
    """
    from replay.reconstruction.statements import facts_of, nodes_of, runners_of

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
