"""The most likely race where the reports leave gaps: estimated splits for everybody, from what is known.

From a race's times and facts to estimated times: `statements` says what has to hold, `prior` what is likely, `front`
works out the head of the race, `field` everybody's gap to it in one convex problem, which `quadratic` solves, and
`conflicts` names what cannot be true together. Times and facts are obeyed exactly. NumPy and HiGHS, which chooses who
was ahead where places are reported, are imported only by `reconstruct`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from replay.race.problems import needing
from replay.race.race import Entry, Evidence, Race, Split, Status, Time

if TYPE_CHECKING:
    from replay.reconstruction.field import Solved
    from replay.reconstruction.knowledge import Knowledge
    from replay.reconstruction.prior import Shape

SHORTEST = 800.0
"""Metres: shorter races are run flat out in lanes, and a smooth curve through what is known serves them as well."""
MOST_RUNNERS = 100
"""A larger field is no pack, and its runners' curves serve as well."""
_HOLE = 200.0
"""Metres between known splits from which on a runner's race is not known."""
_ROAD_HOLE = 5000.0
"""The same beyond 10 000 m, where splits every 5 km are the rule."""
_LONGEST_ON_TRACK = 10_000.0


@dataclass(frozen=True, slots=True)
class Conflicting:
    """One of the things that cannot all be true, or alone why nothing was worked out."""

    text: str
    line: int | None
    unsolved: bool = False
    """Whether it contradicts nothing, but is why nothing was worked out."""

    def __str__(self) -> str:
        """`line 12: the order Alvarado, Kipsang at 400 m`."""
        return self.text if self.line is None else f"line {self.line}: {self.text}"


_UNSOLVED = Conflicting(
    "the solver found no race that obeys everything known, though nothing contradicts itself", None, True
)


def why(conflicts: Sequence[Conflicting]) -> str:
    """Why nothing was worked out, in words."""
    named = "; ".join(str(conflict) for conflict in conflicts)
    return named if any(conflict.unsolved for conflict in conflicts) else f"these cannot all be true: {named}"


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """What was worked out of a race."""

    splits: tuple[tuple[Split, ...], ...]
    """By entry: estimated splits in rising distance, each with its margin, where no time is known."""
    arrivals: tuple[Split | None, ...]
    """By entry: the finish of those who finished in a time that nobody gives."""
    conflicts: tuple[Conflicting, ...] = ()
    """The smallest set of times and facts that contradict one another, or else why nothing could be worked out."""
    step: float = 100.0
    """Metres between the points."""
    left_out: tuple[int, ...] = ()
    """Entries that nothing is worked out for, since no race like theirs is likely."""


def is_sparse(race: Race) -> bool:
    """Whether the race should be reconstructed: known splits leave holes, and no fresh estimates fill them."""
    entries = [entry for entry in race.entries if entry.status is not Status.DNS and not entry.ghost]
    if race.duration is not None or race.distance < SHORTEST or not 2 <= len(entries) <= MOST_RUNNERS:
        return False
    if not _has_holes(race):
        return False
    from replay.reconstruction.digest import digest  # a city's race comes here, too, and needs none of it

    return race.estimates_digest != digest(race)


def _has_holes(race: Race) -> bool:
    from replay.reconstruction.statements import runners_of

    hole = _HOLE if race.distance <= _LONGEST_ON_TRACK else _ROAD_HOLE
    for runner in runners_of(race).values():
        points = sorted({0.0, *runner.known, runner.reach})
        if any(b - a > hole + 1e-6 for a, b in pairwise(points)):
            return True
    return False


def reconstruct(race: Race, shape: Shape | None = None) -> Reconstruction:
    """Work out everybody's likely times where none is known: at every 100 m, at every kilometre or less often on roads.

    Args:
        race: The race; estimates it has already are not looked at.
        shape: What is likely; by default as fitted on the races named in `prior`.

    Returns:
        The estimated splits, or what contradicts one another.

    Raises:
        MissingExtra: NumPy or HiGHS is not installed.
    """
    with needing("estimates of what the reports leave open"):
        from replay.reconstruction.conflicts import conflict
        from replay.reconstruction.field import Field
        from replay.reconstruction.front import find_front
        from replay.reconstruction.prior import SHIPPED
    from replay.reconstruction.spacing import refusal, step_of
    from replay.reconstruction.statements import gather
    from replay.reconstruction.work import TooMuch, Work

    nothing = Reconstruction(tuple(() for _ in race.entries), tuple(None for _ in race.entries))
    left_out = _far_behind(race)
    solving, naming = Work(), Work()
    try:
        step = step_of(race, left_out)
        known = gather(race, step, left_out)
        front = find_front(known, shape or SHIPPED, solving)
        if front is None:
            return replace(nothing, step=step)
        solved = Field(known, front, shape or SHIPPED, solving).solve(known.statements)
        if solved is None:
            named = tuple(Conflicting(statement.text, statement.line) for statement in conflict(known, naming))
            return replace(nothing, conflicts=named or (_UNSOLVED,), step=step)
    except TooMuch:
        return replace(nothing, conflicts=(Conflicting(refusal(race), None, True),))
    made = [_splits(known, solved, index, entry, step) for index, entry in enumerate(race.entries)]
    arrivals = (next((split for split in own if split.distance >= race.distance), None) for own in made)
    on_the_way = (tuple(split for split in own if split.distance < race.distance) for own in made)
    return Reconstruction(tuple(on_the_way), tuple(arrivals), step=step, left_out=tuple(left_out))


_FAR = 8.0
"""Times as long as the first's that a result takes of somebody who is in no race with the others: a day for 10 km."""


def _far_behind(race: Race) -> list[int]:
    """Who took so long that the solver looks in vain for a race that has him and the others."""
    times = {index: entry.result.seconds for index, entry in enumerate(race.entries) if entry.result is not None}
    first = min(times.values(), default=0.0)
    return [index for index, seconds in times.items() if seconds > _FAR * first]


def _splits(known: Knowledge, solved: Solved, index: int, entry: Entry, step: float) -> tuple[Split, ...]:
    """One runner's estimates, the finish among them where the time there is not known.

    They keep apart from one another and from what is known: between points that are nearly one, a pace means nothing.
    """
    if index not in solved.times:
        return ()
    from replay.reconstruction.statements import BESIDE

    finish, runners = known.distance, known.runners
    kept = [0.0, *(split.distance for split in entry.splits if split.margin is None)]
    kept += [] if runners[index].result is None else [finish]
    stops = {other.reach for other in runners.values()} - {runners[index].reach, finish}
    found = []
    for at, seconds, margin in zip(known.nodes, solved.times[index], solved.margins[index], strict=False):
        metres = _on_grid(at, step)
        arrives = at == finish and finish not in kept
        beside = any(abs(at - other) <= BESIDE for other in (*kept, *([] if arrives else [finish])))
        if not beside and (metres % step == 0 or at not in stops):
            kept.append(at)
            time = Time(round(float(seconds), 3), Evidence.ESTIMATED)
            found.append(Split(metres, time, round(float(margin), 1)))
    return tuple(found)


def _on_grid(at: float, step: float) -> float:
    """A distance, rounded to the grid where it is on it and to the millimetre elsewhere."""
    return round(at / step) * step if abs(at / step - round(at / step)) * step < 1e-6 else round(at, 3)
