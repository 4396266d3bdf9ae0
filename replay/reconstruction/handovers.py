"""Where the lead changes between two reports of who had it: where the second of them says.

Who is reported in front at 400 and at 800 m was in front between; and where another is reported in front from 1000 m
on, the first one led until shortly before, or whom he passed last of those he passed on the way. Of one who led at
1000 m nobody says since when. This is likely and not known: it is given up where it cannot be had.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.race.race import Fact
from replay.reconstruction.knowledge import AHEAD, SAME, Knowledge, Rule

SHORTLY = 10.0
"""Metres before a reported lead up to which the one before him leads."""


class _Lead(NamedTuple):
    """A reported lead."""

    start: float
    end: float
    leader: int
    begins: bool
    """Whether it is told since when."""


def handover_points(facts: Sequence[Fact]) -> Iterator[float]:
    """The metres up to which the leader before is taken to have led."""
    for before, after in pairwise(_leads(facts)):
        if before.leader != after.leader and after.begins and after.start - SHORTLY > before.end:
            yield after.start - SHORTLY
    yield from (at for at, _, _ in _last_passed(facts))


def led_until(facts: Sequence[Fact]) -> dict[int, float]:
    """By entry, the farthest that a reported leader is taken to have led."""
    ends: dict[int, float] = {}
    passed = _passed(facts)
    for before, after in pairwise(_leads(facts)):
        if before.leader != after.leader:
            ends[before.leader] = max(ends.get(before.leader, 0.0), _until(passed, before, after))
    return ends


def handovers(known: Knowledge, facts: Sequence[Fact]) -> tuple[Rule, ...]:
    """Rules by which each reported leader keeps the lead up to the next."""
    rules = [
        Rule({(passed, at): 1.0, (runner, at): -1.0}, -math.inf, -AHEAD)
        for at, runner, passed in _last_passed(facts)
        if known.runners[passed].passes(at)
    ]
    passings = _passed(facts)
    for before, after in pairwise(_leads(facts)):
        leader = before.leader
        until = after.start - SAME if leader == after.leader else _until(passings, before, after)
        for at in known.nodes:
            if before.end + SAME < at <= until + SAME and known.runners[leader].passes(at):
                others = (other for other in known.field(at) if other != leader)
                rules += [Rule({(leader, at): 1.0, (other, at): -1.0}, -math.inf, -AHEAD) for other in others]
    return tuple(rules)


def _last_passed(facts: Sequence[Fact]) -> Iterator[tuple[float, int, int]]:
    """Metres at which somebody who goes to the front is still behind the last he passes, and the two."""
    starts = [(lead.leader, lead.start) for lead in _leads(facts) if lead.begins]
    for fact in facts:
        if fact.runner is None or not fact.passes or fact.start is None or fact.end is None:
            continue
        if fact.end - SHORTLY > fact.start and any(
            leader == fact.runner and abs(start - fact.end) <= SAME for leader, start in starts
        ):
            yield fact.end - SHORTLY, fact.runner, fact.passes[-1]


def _passed(facts: Iterable[Fact]) -> dict[tuple[int, int], list[float]]:
    """By who passed whom, the metres from which on he is told to have done so."""
    starts: dict[tuple[int, int], list[float]] = {}
    for fact in facts:
        if fact.runner is not None and fact.start is not None:
            for rival in fact.passes:
                starts.setdefault((fact.runner, rival), []).append(fact.start)
    return starts


def _until(passed: Mapping[tuple[int, int], Sequence[float]], before: _Lead, after: _Lead) -> float:
    """Up to where somebody leads before another does: where it is told that he is passed, up to there."""
    told = passed.get((after.leader, before.leader), ())
    inside = [at for at in told if before.end <= at < after.start]
    return min([*inside, *([after.start - SHORTLY] if after.begins else [])], default=before.end)


def _leads(facts: Iterable[Fact]) -> list[_Lead]:
    """The reported leads by where they begin."""
    leads: list[_Lead] = []
    for fact in facts:
        leader = fact.leader if fact.leader is not None else next(iter(fact.order), None)
        start, end = (fact.at, fact.at) if fact.at is not None else (fact.start, fact.end)
        if leader is not None and start is not None and end is not None:
            leads.append(_Lead(start, end, leader, fact.at is None))
    return sorted(leads)
