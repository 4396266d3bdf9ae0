"""A race as statements about times: what is known of each runner, and what the reports say, as linear rules."""

import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from replay.race.course import Surface
from replay.race.limits import is_possible
from replay.race.order import LATE, SEEN_ON, goal_of, is_told, laps_down, order_known_from, stop_of
from replay.race.race import Entry, Fact, Race, Role, Split, Status
from replay.race.times import format_apart, format_time
from replay.reconstruction.arrivals import likely_arrivals, open_places
from replay.reconstruction.handovers import handover_points, handovers, led_until
from replay.reconstruction.knowledge import (
    AHEAD,
    SAME,
    Knowledge,
    Leading,
    Placing,
    Point,
    Rule,
    Runner,
    Statement,
    strictly,
)
from replay.reconstruction.lots import draw_lots
from replay.reconstruction.work import MOST_RULES, TooMuch

_SAME_TIME = 0.005
"""Seconds within which two times are one."""
BESIDE = 5.0
"""Metres within which a point says nothing that one beside it does not, but a pace between the two."""
_LAP = 400.0
_LONGEST_IN_A_PACK = 10_000.0
"""Metres up to which races are run in packs."""
_IN_A_PACK = {Surface.ROAD: 2000.0, Surface.POOL: 0.0}
"""The same of those that are not run on a track: miles on the road are, longer ones and swims are not."""
_NEARLY = 10.0
"""Metres by which a start may lie before or after the head of the straight."""


def known_splits(entry: Entry) -> Iterator[Split]:
    """The splits that were not worked out by the program and are not doubtful."""
    return filter(is_told, entry.splits)


def gather(race: Race, step: float, without: Collection[int] = ()) -> Knowledge:
    """Put together what is known of a race.

    Args:
        race: With or without estimates, which are not looked at.
        step: Metres between the points to work out.
        without: Entries that are left out, and what is told of them.

    Raises:
        TooMuch: It makes more rules than can be worked out.
    """
    runners = runners_of(race, without)
    lost = [
        i for i, runner in runners.items() if race.entries[i].status is Status.UNKNOWN and runner.passes(race.distance)
    ]
    facts = facts_of(race, runners)
    nodes = nodes_of(race, runners, facts, step)
    orders = tuple((fact.at, fact.order) for fact in facts if fact.at is not None and fact.order)
    led = (*((order[0], at) for at, order in orders), *(point for fact in facts for point in _led(fact, nodes)))
    bare = Knowledge(
        race.distance,
        runners,
        (),
        nodes,
        orders,
        led,
        firsts=tuple((f.at, f.leader_time.seconds) for f in facts if f.at is not None and f.leader_time is not None),
        headed=tuple(_headed(race, runners, facts)),
        straight=_starts_on_straight(race),
        alone=race.distance > _IN_A_PACK.get(race.course.surface, _LONGEST_IN_A_PACK),
        lots=draw_lots(race, (index for index, runner in runners.items() if not runner.guest and not runner.pacemaker)),
        told=order_known_from(race),
        arrivals=likely_arrivals(race, race.facts, lost),
    )
    statements, rules = [], 0
    for statement in chain(_known(race, runners), _unplaced(race, runners), (_statement(race, bare, f) for f in facts)):
        statements.append(statement)
        rules += len(statement.rules)
        if rules > MOST_RULES:
            raise TooMuch
    likely = (*handovers(bare, facts), *_lost(race, runners, lost))
    return replace(bare, statements=tuple(statements), likely=likely)


def runners_of(race: Race, without: Collection[int] = ()) -> dict[int, Runner]:
    """What is known of each runner by himself, of those whose times are worked out, by entry."""
    runners = {}
    until = led_until(race.facts)
    for index, entry in enumerate(race.entries):
        runner = _runner(race, index, entry, until)
        kept = index not in without and not entry.ghost
        if entry.status is not Status.DNS and runner.reach > 0 and kept and _is_human(race, entry):
            runners[index] = runner
    return runners


def facts_of(race: Race, runners: Collection[int]) -> list[Fact]:
    """The facts of these runners alone."""
    return [fact for fact in race.facts if all(index in runners for index in _named(fact))]


def _is_human(race: Race, entry: Entry) -> bool:
    """Whether a human can have come as far as somebody did; a wheelchair tells nothing of how the others ran."""
    if entry.result is not None and not entry.result.doubtful and entry.status is not Status.DNF:
        return is_possible(entry.result, race.distance)
    return all(is_possible(split.time, split.distance) for split in list(known_splits(entry))[-1:])


def _starts_on_straight(race: Race) -> bool:
    """Whether it starts where the back straight of a 400 m track begins, 300 m before the finish, as 1500 m do."""
    return race.course.lap_metres == _LAP and not race.steeplechase and abs(race.distance % _LAP - 300) <= _NEARLY


def _led(fact: Fact, nodes: tuple[float, ...]) -> Iterator[Point]:
    """Where a fact says who was in the lead."""
    low, high = (fact.at, fact.at) if fact.at is not None else (fact.start, fact.end)
    if fact.leader is not None and low is not None and high is not None:
        yield from ((fact.leader, at) for at in nodes if low - SAME <= at <= high + SAME)


def _runner(race: Race, index: int, entry: Entry, until: Mapping[int, float]) -> Runner:
    known = {split.distance: split.time.seconds for split in known_splits(entry)}
    timed = entry.result is not None and not entry.result.doubtful and entry.status is not Status.DNF
    result = entry.result.seconds if timed and entry.result is not None else None
    if result is not None or entry.status is Status.FINISHED:
        reach = goal_of(entry, race.distance) if laps_down(entry) else race.distance
    else:
        said = [at for fact in race.facts if index in _named(fact) for at in _points(fact) if at < race.distance]
        said += [until[index]] if said and index in until else []
        if entry.status is Status.UNKNOWN and said:  # those behind, who count him among those ahead, pass there too
            said = [min(max(said) + SEEN_ON, race.distance - 1.0)]
        seen = max([0.0, *said])
        reach = _stop(race, entry, max([0.0, *known]), seen)
        if entry.status is Status.UNKNOWN and entry.stopped is None and seen > race.distance - LATE > 0:
            reach = race.distance  # a report that had him so late would say that he stopped
    pacemaker = entry.role is Role.PACEMAKER
    return Runner(index, entry.name, reach, result, known, entry.role is Role.GUEST, pacemaker)


def _headed(race: Race, runners: dict[int, Runner], facts: Sequence[Fact]) -> Iterator[tuple[float, float]]:
    """Where somebody who was second behind one who was not timed passed: in a known time, or by what the rest took."""
    for fact in facts:
        if fact.at is None or len(fact.order) < 2:
            continue
        first, second = (_timed(race, runners[entry], facts, fact.at) for entry in fact.order[:2])
        if first is None and second is not None:
            yield fact.at, second


def _timed(race: Race, runner: Runner, facts: Sequence[Fact], at: float) -> float | None:
    """When somebody passed somewhere, as a report has it, or as how long he took from there to his result says."""
    known = next((seconds for distance, seconds in runner.known.items() if abs(distance - at) <= SAME), None)
    if known is not None or runner.result is None:
        return known
    took = (
        fact.took for fact in facts if fact.runner == runner.entry and fact.start == at and fact.end == race.distance
    )
    return next((runner.result - time.seconds for time in took if time is not None), None)


def _stop(race: Race, entry: Entry, timed: float, said: float) -> float:
    """Metres at which somebody leaves the race who was timed at one distance and reported at another; 0 for nowhere."""
    if entry.stopped is None:
        return max(timed, said)
    seen = max(timed, said if entry.stopped.by is None else min(said, entry.stopped.by))
    seen = max(seen, entry.stopped.after or 0.0)
    stop = min(stop_of(entry.stopped, seen), race.distance - 1.0)
    # Up to where he steps off he runs on at his pace, unless reports tell of others there.
    told = (at for fact in race.facts for at in _points(fact))
    return stop if seen and any(seen < at <= stop for at in told) else seen


def _named(fact: Fact) -> set[int]:
    one = {index for index in (fact.leader, fact.runner, fact.behind) if index is not None}
    return one | set(fact.order) | set(fact.runners) | set(fact.passes)


def _points(fact: Fact) -> list[float]:
    points = [at for at in (fact.at, fact.start, fact.end) if at is not None]
    if fact.metres is not None and fact.at is not None:
        points.append(fact.at - fact.metres)
    return points


def nodes_of(race: Race, runners: dict[int, Runner], facts: Sequence[Fact], step: float) -> tuple[float, ...]:
    """The metres at which times are worked out, rising: a grid, and what splits, facts and ends name."""
    grid = [step * k for k in range(1, math.ceil(race.distance / step))]
    said = [at for fact in facts for at in _points(fact)]
    stops = (runner.reach for index, runner in runners.items() if race.entries[index].status is Status.DNF)
    said += [*handover_points(facts), *stops]
    known = [at for runner in runners.values() for at in runner.known]
    nodes: list[float] = []
    # Known points come first, so that a node of the grid beside one is left out and not the other way about.
    for points, apart in (([race.distance, *known, *said], SAME), (grid, BESIDE)):
        for at in points:
            k = bisect_left(nodes, at)
            if 0 < at <= race.distance and all(abs(at - other) > apart for other in nodes[max(k - 1, 0) : k + 1]):
                nodes.insert(k, at)
    return tuple(nodes)


def _known(race: Race, runners: dict[int, Runner]) -> Iterator[Statement]:
    for index, runner in runners.items():
        lines = {split.distance: split.line for split in race.entries[index].splits}
        for at, seconds in runner.known.items():
            rule = Rule({(index, at): 1.0}, seconds, seconds)
            yield Statement(f"{runner.name} at {at:g} m in {format_time(seconds)}", lines.get(at), (rule,))
        if runner.result is not None:
            rule = Rule({(index, race.distance): 1.0}, runner.result, runner.result)
            text = f"{runner.name} at the finish in {format_time(runner.result)}"
            yield Statement(text, race.entries[index].line, (rule,))


def _unplaced(race: Race, runners: dict[int, Runner]) -> Iterator[Statement]:
    """Finishers without a time stay between those who were placed before and after them."""
    for index, runner in runners.items():
        place = race.entries[index].place
        if runner.result is not None or place is None or runner.reach < race.distance:
            continue
        rules = []
        for other, rival in runners.items():
            theirs = race.entries[other].place
            if theirs is not None and theirs != place and rival.passes(race.distance):
                first, second = (other, index) if theirs < place else (index, other)
                rules.append(_before(first, second, race.distance))
        yield Statement(f"{runner.name} placed {place} at the finish", race.entries[index].line, tuple(rules))


def _lost(race: Race, runners: dict[int, Runner], lost: Sequence[int]) -> Iterator[Rule]:
    """Those whose results nobody gives come home between those placed around the first places that they can have."""
    free = open_places(race, len(lost)) if lost else None
    for other, rival in runners.items():
        place = race.entries[other].place
        if free is None or place is None or not rival.passes(race.distance):
            continue
        for index in lost:
            first, second = (other, index) if place < free[0] else (index, other)
            yield Rule({(first, race.distance): 1.0, (second, race.distance): -1.0}, -math.inf, -AHEAD)


def _before(first: int, second: int, at: float) -> Rule:
    return Rule({(first, at): 1.0, (second, at): -1.0}, -math.inf, 0.0)


def _statement(race: Race, known: Knowledge, fact: Fact) -> Statement:
    names = [entry.name for entry in race.entries]
    where = f"at {fact.at:g} m" if fact.at is not None else f"from {fact.start or 0:g} to {fact.end or 0:g} m"
    rules: list[Rule] = []
    said: list[str] = []
    placing, leading = None, None
    if fact.at is not None and fact.leader_time is not None:
        rules += [Rule({(entry, fact.at): 1.0}, fact.leader_time.seconds, math.inf) for entry in known.field(fact.at)]
        leading = _leading(known, fact, fact.at, fact.leader_time.seconds)
        said.append(f"the first in {format_time(fact.leader_time.seconds)}")
    if fact.runner is not None and fact.took is not None and fact.start is not None and fact.end is not None:
        seconds = fact.took.seconds
        rules.append(Rule({(fact.runner, fact.end): 1.0, (fact.runner, fact.start): -1.0}, seconds, seconds))
        said.append(f"{names[fact.runner]} taking {format_time(seconds)}")
    if fact.at is not None and fact.order:
        rules += _order(known, fact.at, fact.order)
        said.append("the order " + ", ".join(names[index] for index in fact.order))
    if fact.leader is not None:
        rules += _leader(known, fact)
        said.append(f"{names[fact.leader]} in the lead")
    if fact.at is not None and fact.runner is not None and fact.place is not None:
        placing = Placing(fact.runner, fact.at, fact.place)
        said.append(f"{names[fact.runner]} in place {fact.place}")
    if fact.at is not None and fact.runner is not None and fact.behind is not None:
        rules += _behind(fact, fact.at, fact.runner, fact.behind)
        gap = "" if fact.gap is None and fact.metres is None else _gap_text(fact)
        said.append(f"{names[fact.runner]}{gap} behind {names[fact.behind]}")
    if fact.at is not None and fact.within is not None:
        rules += _within(known, fact.at, fact.within, fact.runners)
        said.append(f"{'' if fact.runners else 'everybody '}within {format_apart(fact.within, None)}")
    if fact.runner is not None and fact.passes and fact.start is not None and fact.end is not None:
        for rival in fact.passes:
            rules += [_before(rival, fact.runner, fact.start), _before(fact.runner, rival, fact.end)]
        said.append(f"{names[fact.runner]} passing {', '.join(names[index] for index in fact.passes)}")
    strict = tuple(strictly(known, rule) for rule in _possible(known, rules))
    return Statement(f"{' and '.join(said)} {where}", fact.line, strict, placing, leading)


def _leading(known: Knowledge, fact: Fact, at: float, seconds: float) -> Leading | None:
    """Who can have been the first at a distance; None where somebody is known to have passed in that time."""
    there = known.field(at)
    times = {entry: t for entry in there for d, t in known.runners[entry].known.items() if abs(d - at) <= SAME}
    if any(abs(t - seconds) < _SAME_TIME for t in times.values()):
        return None
    reported = [entry for entry, d in known.led if abs(d - at) <= SAME]
    pacing = [entry for entry in there if known.runners[entry].pacemaker]
    candidates = fact.runners or reported or pacing or there
    return Leading(at, seconds, tuple(entry for entry in candidates if entry not in times and entry in there))


def _gap_text(fact: Fact) -> str:
    return f" {format_apart(fact.gap, None)}" if fact.gap is not None else f" {fact.metres:g} m"


def _possible(known: Knowledge, rules: Iterable[Rule]) -> Iterator[Rule]:
    """The rules on points that their runners reach."""
    for rule in rules:
        if all(index in known.runners and known.runners[index].passes(at) for index, at in rule.weights):
            yield rule


def _order(known: Knowledge, at: float, order: tuple[int, ...]) -> list[Rule]:
    pairs = list(pairwise(order))
    pairs += [(order[-1], other) for other in known.field(at) if other not in order]
    return [_before(first, second, at) for first, second in pairs]


def _leader(known: Knowledge, fact: Fact) -> list[Rule]:
    points = _led(fact, known.nodes)
    return [_before(leader, other, at) for leader, at in points for other in known.field(at) if other != leader]


def _behind(fact: Fact, at: float, runner: int, rival: int) -> list[Rule]:
    if fact.gap is not None:
        return [Rule({(runner, at): 1.0, (rival, at): -1.0}, fact.gap, fact.gap)]
    if fact.metres is not None and fact.metres < at:
        return [Rule({(runner, at - fact.metres): 1.0, (rival, at): -1.0}, 0.0, 0.0)]
    return [_before(rival, runner, at)]


def _within(known: Knowledge, at: float, seconds: float, runners: tuple[int, ...]) -> list[Rule]:
    there = list(runners or known.field(at))
    pairs = [(a, b) for k, a in enumerate(there) for b in there[:k]]
    return [Rule({(a, at): 1.0, (b, at): -1.0}, -seconds, seconds) for a, b in pairs]
