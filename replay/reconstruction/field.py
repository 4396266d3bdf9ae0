"""The field behind the front: one convex problem over the gaps of all runners at all nodes."""

import functools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from replay.race.limits import fewest_seconds
from replay.reconstruction.front import Front, inferred_leaders
from replay.reconstruction.knowledge import Knowledge, Leading, Placing, Rule, Runner, Statement, laps_of, strictly
from replay.reconstruction.places import Cell, place_rows
from replay.reconstruction.prior import (
    PACK,
    Array,
    Setting,
    Shape,
    conditional_mean,
    conditional_variance,
    deviation,
    deviation_of,
    drawn_gap,
    gap_by_laps,
    is_told,
    kind,
    own_deviation,
    own_share,
    printed,
    scatter,
    smooth,
    wandering,
)
from replay.reconstruction.quadratic import Block, Row, minimise
from replay.reconstruction.solver import choose
from replay.reconstruction.springs import APART, APART_DEVIATION, BEHIND_NAMED, PACKED, QUEUE, Spring
from replay.reconstruction.work import Work

import os
CONTRA=float(os.environ.get('CONTRA','1'))
_LOST = 2.0
"""Deviations by which somebody's own times have him farther back than is likely, from which on he is in no pack."""
_ROOM = 2.0
"""Times the work of the first search that has to be left for another, with springs loosened where the first has runners
far from where they pull: a third search changes next to nothing."""
_DOUBTFUL = 0.5
"""Seconds by which somebody is known ahead of the front from which on it is none to him."""
_CLEAR = 0.2
"""Metres by which somebody who is reported ahead of another is ahead, where that can be had."""
_LEADING = 2.0
"""The likely gap in metres of those who are there to lead and do not finish."""
NINE_IN_TEN = 1.645
"""Deviations on either side of a normal mean that hold nine tenths."""


class _Likely(NamedTuple):
    """What is only likely, and asked for as long as it can be had."""

    kept: bool
    """Leaders keep the lead up to the next."""
    spaced: bool
    """Runners are as far apart as they draft."""
    clear: bool
    """Who is ahead is so by `_CLEAR`."""
    floor: bool
    """Nobody is ahead of the front."""


_LIKELY = (
    _Likely(kept=True, spaced=True, clear=True, floor=True),
    _Likely(kept=True, spaced=False, clear=True, floor=True),
    _Likely(kept=False, spaced=True, clear=True, floor=True),
    _Likely(kept=False, spaced=False, clear=True, floor=True),
    _Likely(kept=False, spaced=False, clear=False, floor=True),
    _Likely(kept=False, spaced=False, clear=False, floor=False),
)
"""From everything that is likely to nothing of it."""


@dataclass(frozen=True, slots=True)
class Solved:
    """The times of all runners at the nodes they reach, and how sure they are."""

    times: dict[int, Array]
    """Seconds by entry."""
    margins: dict[int, Array]
    """Half-widths in metres."""


class Field:
    """The unknowns of a race and what they have to obey. A column is one runner's gap in metres at one node."""

    def __init__(self, known: Knowledge, front: Front, shape: Shape, work: Work) -> None:
        """Number the columns."""
        self.known, self.front, self.shape, self.work = known, front, shape, work
        self.nodes = np.array(known.nodes)
        self.columns: dict[Cell, int] = {}
        self.spans: dict[int, range] = {}
        for entry, runner in known.runners.items():
            count = sum(1 for at in known.nodes if runner.passes(at))
            self.spans[entry] = range(len(self.columns), len(self.columns) + count)
            self.columns |= {(entry, k): len(self.columns) + k for k in range(count)}
        self.given = self._given()
        self.unbound = self._unbound()
        self.leaders = {k: entry for k, entry in inferred_leaders(known).items() if k not in front.doubted}
        self.told = self._told()
        laps = ((entry, self._laps(runner)) for entry, runner in known.runners.items() if entry not in front.courses)
        self.by_laps = {entry: gaps for entry, gaps in laps if gaps is not None}
        self.likely = {entry: self._likely(runner) for entry, runner in known.runners.items()}
        self._close_up()
        self._hold_to_own()
        self.covariances = {entry: self._covariance(entry) for entry in self.spans}
        self.expected = {entry: self._expected(entry) for entry in self.spans}

    def _covariance(self, entry: int) -> Array:
        """How far a runner may well be from his likely gaps, square metres."""
        count = len(self.spans[entry])
        if entry in self.front.courses:
            own = self.front.courses[entry].covariance * self.front.speed**2
            return np.asarray(own + printed(self.nodes[:count]))
        return deviation(self.nodes[:count], self.likely[entry], self._stretched(entry))

    def _hold_to_own(self) -> None:
        """Whose own times contradict what is likely of him runs as they say: a smooth curve through his gaps."""
        for entry, likely in self.likely.items():
            known = [k for k in range(len(likely)) if (entry, k) in self.given]
            if not known or entry in self.by_laps or entry in self.front.courses:
                continue
            gaps = np.array([self.given[entry, k] - self.front.times[k] for k in known]) * self.front.speed
            nodes = self.nodes[: len(likely)]
            off = (gaps - likely[known]) / own_deviation(nodes, likely)[known]
            unlikely = float(np.max(off**2))
            share = max(0.0, 1 - CONTRA / max(unlikely,1e-9))
            self.likely[entry] = (1 - share) * likely + share * smooth(nodes, nodes[known], gaps)

    def _stretched(self, entry: int) -> Array:
        """How many times as far as others a runner may be from his likely gaps, because his own times have him so."""
        count, likely = len(self.spans[entry]), self.likely[entry]
        known = [k for k in range(count) if (entry, k) in self.given]
        gaps = np.array([self.given[entry, k] - self.front.times[k] for k in known]) * self.front.speed
        nodes = self.nodes[:count]
        wide = [deviation_of(max(abs(gap), abs(likely[k]))) / deviation_of(abs(likely[k])) for k, gap in zip(known, gaps, strict=True)]
        return np.asarray(np.interp(nodes, [0.0, *nodes[known]], [1.0, *wide]))

    def _expected(self, entry: int) -> Array:
        """A runner's likely gaps as his own known times have them: who was far back at the next is so before it."""
        likely, count = self.likely[entry], len(self.spans[entry])
        given = [k for k in range(count) if (entry, k) in self.given]
        known = np.array([self.given[entry, k] - self.front.times[k] for k in given]) * self.front.speed
        return likely + conditional_mean(self.covariances[entry], given, known - likely[given])

    def _told(self) -> float:
        """The metres from which on something is known of the order, and believed."""
        if self.node(self.known.told) not in self.front.doubted:
            return self.known.told
        believed = [*(float(self.nodes[k]) for k in self.leaders), *(at for at, _ in self.known.orders)]
        return min(believed, default=self.known.distance)

    def leads(self) -> dict[int, float]:
        """By node, how much closer to the front than likely whoever led there is, as a logarithm.

        Of those only that no order is told of: with one the pack is as deep as its places are apart. Behind a pacemaker
        it says nothing: anybody may be next to him, however long the string is.
        """
        leaders = {} if self.front.paced else self.leaders
        gaps = {k: max(float(self.likely[entry][k]), 0.0) for k, entry in leaders.items()}
        return {k: math.log(PACK / (gap + PACK)) for k, gap in gaps.items()}

    def _close_up(self) -> None:
        """Who would be far back by his finish, and leads, leads a pack: the field is closer than its finish says."""
        leads = self.leads()
        at = [*(float(self.nodes[k]) for k in leads), self.known.distance]
        closer = self.shape.common * np.interp(self.nodes, at, [*leads.values(), 0.0])
        for entry in self.likely.keys() - self.by_laps.keys() - self.front.courses.keys():
            gaps = self.likely[entry]
            near = np.maximum((gaps + PACK) * np.exp(closer[: len(gaps)]) - PACK, 0.0)
            self.likely[entry] = np.where(gaps > 0, near, gaps)

    def solve(self, statements: Sequence[Statement]) -> Solved | None:
        """The likeliest times that obey the statements exactly; None if there are none.

        What is only likely (`_LIKELY`) is given up where it cannot be had.
        """
        rules = [rule for statement in statements for rule in statement.rules]
        rules += [self._first(s.leading) for s in statements if s.leading is not None and s.leading.candidates]
        placings = [statement.placing for statement in statements if statement.placing is not None]
        gaps = self._attempts(rules)
        if gaps is not None and placings:
            chosen = self._choose_places(rules, placings, gaps)
            gaps = None if chosen is None else self._attempts([*rules, *chosen])
        if gaps is None:
            return None
        times = {
            entry: self.front.times[: len(span)] + gaps[span.start : span.stop] / self.front.speed
            for entry, span in self.spans.items()
        }
        for (entry, k), seconds in self.given.items():
            times[entry][k] = seconds
        return Solved(times, {entry: self._margins(entry) for entry in self.spans})

    def _first(self, leading: Leading) -> Rule:
        """Who of those who can have been first somewhere was: the one who is likeliest to have been in front."""
        k = self.node(leading.distance)
        first = min(leading.candidates, key=functools.partial(self._likely_at, k))
        return Rule({(first, leading.distance): 1.0}, leading.seconds, leading.seconds)

    def _given(self) -> dict[Cell, float]:
        given: dict[Cell, float] = {}
        for entry, runner in self.known.runners.items():
            for at, seconds in runner.known.items():
                if runner.passes(at):
                    given[entry, self.node(at)] = seconds
            if runner.result is not None:
                given[entry, len(self.nodes) - 1] = runner.result
        return given

    def node(self, at: float) -> int:
        """The node at a distance."""
        return int(np.argmin(np.abs(self.nodes - at)))

    def _likely(self, runner: Runner) -> Array:
        count = len(self.spans[runner.entry])
        if runner.entry in self.by_laps:
            return self.by_laps[runner.entry]
        if runner.entry in self.front.courses:
            return np.asarray((self.front.courses[runner.entry].times - self.front.times[:count]) * self.front.speed)
        share = self.nodes[:count] / self.known.distance
        final = self._final_gap(runner)
        if final is None:
            return np.full(count, _LEADING)
        late = self.front.lateness(self.nodes)[:count]
        paced = self.front.paced and not runner.guest
        distance = self.known.distance
        told = self.told / distance
        drawn = scatter(share, distance, told) * self.known.lots.get(runner.entry, 0.0)
        return drawn_gap(self.shape, share, final, late, Setting(distance, paced, is_told(told, distance)), drawn)

    def _unbound(self) -> set[int]:
        """Guests, and those whose own times have them ahead of the front, who is not believed to have been there."""
        ahead = {entry for (entry, k), t in self.given.items() if t < self.front.times[k] - _DOUBTFUL}
        return ahead | {entry for entry, runner in self.known.runners.items() if runner.guest}

    def _laps(self, runner: Runner) -> Array | None:
        """The likely gap of a runner each of whose laps is known; None for another."""
        laps = laps_of(self.known, runner.entry, self.shape.laps)
        if laps is None:
            return None
        nodes = self.nodes[: len(self.spans[runner.entry])]
        at, times = np.array(laps[0]), np.array(laps[1])
        steady, speed = self.front.steady, self.front.speed
        gaps = (times - np.interp(at, self.nodes, steady)) * speed
        count, share = len(nodes), own_share(nodes, self.known.distance)
        course = steady[:count] + gap_by_laps(self.shape, nodes, at, gaps, self.known.distance) / speed
        course = (1 - share) * course + share * smooth(nodes, at, times)
        return np.asarray((course - self.front.times[:count]) * speed)

    def _final_gap(self, runner: Runner) -> float | None:
        """Metres behind the winner at the finish; None for those who led and stopped."""
        winner = self.known.distance / self.front.speed
        arrival = self.known.arrivals.get(runner.entry)
        result = runner.result if arrival is None else arrival.seconds
        if result is not None:
            return (result - winner) * self.front.speed
        at = [self.given[entry, k] - self.front.times[k] for entry, k in self.given if entry == runner.entry]
        if runner.pacemaker or (at and min(at) <= 1e-9):
            return None
        others = [r.result for r in self.known.runners.values() if r.result is not None and not r.guest]
        return (float(np.median(others)) - winner) * self.front.speed if others else 0.0

    def _choose_places(self, rules: Sequence[Rule], placings: Sequence[Placing], gaps: Array) -> list[Rule] | None:
        """The rules that put the right number of runners before each placed one; None if no choice obeys everything."""
        nodes = {placing: self.node(placing.distance) for placing in placings}
        there = {p: [e for e in self.known.field(p.distance) if e != p.runner] for p in placings}
        size = len(self.columns)
        far = 2 * float(np.max(np.abs(gaps))) + 1000.0
        rows, ahead = place_rows(self.columns, there, nodes, far, 2 * size, self.given)
        total = 2 * size + len(ahead)
        cost, low, high = np.zeros(total), np.full(total, -far), np.full(total, far)
        cost[size : 2 * size] = 1.0
        low[size:] = 0.0
        high[2 * size :] = 1.0
        for point, column in self.columns.items():
            if point in self.given:
                low[column] = high[column] = gaps[column]
            moved = size + column
            rows.append(({column: 1.0, moved: -1.0}, -math.inf, float(gaps[column])))
            rows.append(({column: 1.0, moved: 1.0}, float(gaps[column]), math.inf))
        rows += [*self.rows_of(rules), *self.speed_rows()]
        found = choose(cost, low, high, rows, self.work, sorted(ahead.values()))
        if found is None:
            return None
        chosen = []
        for (placing, other), column in ahead.items():
            pair = (other, placing.runner) if found[column] > 0.5 else (placing.runner, other)
            weights = {(pair[0], placing.distance): 1.0, (pair[1], placing.distance): -1.0}
            chosen.append(strictly(self.known, Rule(weights, -math.inf, 0.0)))
        return chosen

    def _attempts(self, rules: Sequence[Rule]) -> Array | None:
        for likely in _LIKELY:
            asked = [*rules, *(self.known.likely if likely.kept else ())]
            queue: list[Row] = []
            springs = self._space(queue) if likely.spaced else []
            left = self.work.left
            gaps = self._minimise(asked, likely, queue, springs)
            if gaps is None:
                continue
            most = left - self.work.left
            if springs and self.work.left > _ROOM * most:
                again = self._minimise(asked, likely, queue, [spring.loosened(gaps) for spring in springs])
                gaps = gaps if again is None else again
            return gaps
        return None

    def _minimise(
        self, rules: Sequence[Rule], likely: _Likely, queue: Sequence[Row], springs: Sequence[Spring]
    ) -> Array | None:
        size = len(self.columns)
        low, high = np.full(size, -math.inf), np.full(size, math.inf)
        for (entry, k), column in self.columns.items():
            if likely.floor and entry not in self.unbound:
                low[column] = 0.0
            if (entry, k) in self.given:
                low[column] = high[column] = (self.given[entry, k] - self.front.times[k]) * self.front.speed
        rows = [*self.rows_of(rules, clear=_CLEAR if likely.clear else 0.0), *self.speed_rows(), *queue]
        return minimise([self._expect(entry) for entry in self.spans], low, high, rows, self.work, springs)

    def _expect(self, entry: int) -> Block:
        """A runner's likely gaps, and how far he may well be from them."""
        span, likely = self.spans[entry], self.likely[entry]
        covariance = self.covariances[entry]
        arrival = self.known.arrivals.get(entry)
        if arrival is not None and arrival.margin:
            variance = (arrival.margin * self.front.speed / NINE_IN_TEN) ** 2
            last = covariance[-1]
            covariance = covariance - last[:, None] * last / (last[-1] + variance)
        return Block(np.arange(span.start, span.stop), likely, covariance)

    def rows_of(self, rules: Iterable[Rule], clear: float = 0.0) -> list[Row]:
        """Rules on times in seconds as rows on gaps in metres; who passes before another is `clear` metres ahead."""
        rows: list[Row] = []
        for rule in rules:
            points = [(entry, self.node(at), weight) for (entry, at), weight in rule.weights.items()]
            if any((entry, k) not in self.columns for entry, k, _ in points):
                continue  # somebody stopped before the first node that could tell it
            if all((entry, k) in self.given for entry, k, _ in points):
                total = sum(weight * self.given[entry, k] for entry, k, weight in points)
                if rule.low - 1e-9 <= total <= rule.high + 1e-9:
                    continue
            weights: dict[int, float] = {}
            for entry, k, weight in points:
                weights[self.columns[entry, k]] = weights.get(self.columns[entry, k], 0.0) + weight
            base = sum(weight * float(self.front.times[k]) for _, k, weight in points)
            room = clear if rule.orders else 0.0
            rows.append((weights, (rule.low - base) * self.front.speed, (rule.high - base) * self.front.speed - room))
        return rows

    def speed_rows(self) -> list[Row]:
        """Nobody runs a stretch faster than a human can."""
        points = [0.0, *self.known.nodes]
        fewest = [fewest_seconds(b - a, standing=a == 0) for a, b in pairwise(points)]
        rows: list[Row] = []
        for (entry, k), column in self.columns.items():
            if k and not ((entry, k) in self.given and (entry, k - 1) in self.given):
                least = (fewest[k] - float(self.front.times[k] - self.front.times[k - 1])) * self.front.speed
                rows.append(({column: 1.0, column - 1: -1.0}, least, math.inf))
            elif not k and (entry, k) not in self.given:
                rows.append(({column: 1.0}, (fewest[0] - float(self.front.times[0])) * self.front.speed, math.inf))
        return rows

    def _space(self, rows: list[Row]) -> list[Spring]:
        """Runners whose places are reported are likely one behind another, and the others queue behind them."""
        apart = APART[self.front.paced]
        springs = []
        for at, order in self.known.orders:
            k = self.node(at)
            placed = [(place, self.columns[e, k]) for place, e in enumerate(order) if (e, k) in self.columns]
            for (ahead, first), (place, second) in pairwise(placed):
                variance = (apart * APART_DEVIATION) ** 2 * (place - ahead)
                springs.append(Spring(first, second, apart * (place - ahead), variance))
            if placed:
                springs += self._queue(order, k, rows)
        return springs

    def _queue(self, order: Sequence[int], k: int, rows: list[Row]) -> Iterator[Spring]:
        """Those who are not named pass after who is, and in an unpaced race likely in one pack with them."""
        paced = self.front.paced
        last = self.columns[[e for e in order if (e, k) in self.columns][-1], k]
        rest = [e for e in self.known.field(self.known.nodes[k]) if e not in order and (e, k) not in self.given]
        rest.sort(key=functools.partial(self._likely_at, k))
        for queue, entry in enumerate(rest):
            column = self.columns[entry, k]
            least = BEHIND_NAMED[paced] * len(order) + QUEUE[paced] * queue
            rows.append(({column: 1.0, last: -1.0}, least, math.inf))
            off = self.expected[entry][k] - self.likely[entry][k]
            if not paced and off < _LOST * own_deviation(self.nodes, self.likely[entry])[k]:
                yield Spring(last, column, PACKED[0] * (queue + 1), PACKED[1] ** 2 * (queue + 1))

    def _likely_at(self, k: int, entry: int) -> float:
        likely = self.expected[entry]
        return float(likely[k]) if k < len(likely) else math.inf  # who stopped before it was not first there

    def _margins(self, entry: int) -> Array:
        span = self.spans[entry]
        fixed = [k for k in range(len(span)) if (entry, k) in self.given]
        # Between his laps a runner is off by what comes and goes in a lap, however far behind he is.
        covariance = deviation(self.nodes[: len(span)], np.zeros(len(span)))
        own = conditional_variance(covariance if entry in self.by_laps else self.covariances[entry], fixed)
        own[fixed] = 0.0
        both = own + np.where(own > 0, self.front.variance[: len(span)], 0.0)
        margins = np.asarray(NINE_IN_TEN * self._widening(entry) * np.sqrt(both))
        if entry in self.known.arrivals:
            margins[-1] = min(margins[-1], self.known.arrivals[entry].margin * self.front.speed)
        return margins

    def _widening(self, entry: int) -> float:
        distance = self.known.distance
        if entry in self.front.courses:
            return 1.0
        if entry in self.by_laps:
            return self.shape.widening_laps[kind(distance)]
        widening = self.shape.widening_told if self.known.orders else self.shape.widening
        return widening * wandering(distance)
