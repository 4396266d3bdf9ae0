"""The field behind the front: one convex problem over the gaps of all runners at all nodes."""

import functools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from replay.race.limits import fewest_seconds
from replay.reconstruction.front import Front
from replay.reconstruction.guess import NINE_IN_TEN, Guess
from replay.reconstruction.knowledge import Knowledge, Leading, Placing, Rule, Statement, strictly
from replay.reconstruction.places import Cell, place_rows
from replay.reconstruction.prior import Array, Shape
from replay.reconstruction.quadratic import Block, Row, minimise
from replay.reconstruction.solver import choose
from replay.reconstruction.springs import APART, APART_DEVIATION, BEHIND_NAMED, PACKED, QUEUE, Spring
from replay.reconstruction.work import Work

_ROOM = 2.0
"""Times the work of the first search that has to be left for another, with springs loosened where the first has runners
far from where they pull: a third search changes next to nothing."""
_CLEAR = 0.2
"""Metres by which somebody who is reported ahead of another is ahead, where that can be had."""


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
        self.known, self.front, self.work = known, front, work
        self.guess = Guess(known, front, shape)
        self.nodes, self.node, self.given = self.guess.nodes, self.guess.node, self.guess.given
        self.columns: dict[Cell, int] = {}
        self.spans: dict[int, range] = {}
        for entry, count in self.guess.counts.items():
            self.spans[entry] = range(len(self.columns), len(self.columns) + count)
            self.columns |= {(entry, k): len(self.columns) + k for k in range(count)}

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
        return Solved(times, {entry: self._margins(entry, own) for entry, own in times.items()})

    def _margins(self, entry: int, times: Array) -> Array:
        """The half-widths of the ranges of somebody's times, in metres at his own pace and not at the winner's."""
        slower = float(self.nodes[len(times) - 1] / times[-1]) / self.front.speed if len(times) else 1.0
        return self.guess.margins(entry) * min(slower, 1.0)

    def _first(self, leading: Leading) -> Rule:
        """Who of those who can have been first somewhere was: the one who is likeliest to have been in front."""
        k = self.node(leading.distance)
        first = min(leading.candidates, key=functools.partial(self.guess.likely_at, k))
        return Rule({(first, leading.distance): 1.0}, leading.seconds, leading.seconds)

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
            if likely.floor and entry not in self.guess.unbound:
                low[column] = 0.0
            if (entry, k) in self.given:
                low[column] = high[column] = (self.given[entry, k] - self.front.times[k]) * self.front.speed
        rows = [*self.rows_of(rules, clear=_CLEAR if likely.clear else 0.0), *self.speed_rows(), *queue]
        return minimise([self._expect(entry) for entry in self.spans], low, high, rows, self.work, springs)

    def _expect(self, entry: int) -> Block:
        """A runner's likely gaps, and how far he may well be from them."""
        span, likely = self.spans[entry], self.guess.likely[entry]
        covariance = self.guess.covariances[entry]
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
        """Runners whose places are reported are likely one behind another, and the others queue behind them.

        Not where everybody runs a pace of his own.
        """
        apart = APART[self.front.paced]
        springs: list[Spring] = []
        if self.known.alone:
            return springs
        for at, order in self.known.orders:
            k = self.node(at)
            there = [(place, e) for place, e in enumerate(order) if (e, k) in self.columns]
            together = [place for place, e in there if not self.guess.is_back(e, k)]
            placed = [(place, self.columns[e, k]) for place, e in there if place <= max(together, default=0)]
            for (ahead, first), (place, second) in pairwise(placed):
                variance = (apart * APART_DEVIATION) ** 2 * (place - ahead)
                springs.append(Spring(first, second, apart * (place - ahead), variance))
            if there:
                springs += self._queue(order, k, rows)
        return springs

    def _queue(self, order: Sequence[int], k: int, rows: list[Row]) -> Iterator[Spring]:
        """Those who are not named pass after who is, and in an unpaced race likely in one pack with them."""
        paced = self.front.paced
        last = self.columns[[e for e in order if (e, k) in self.columns][-1], k]
        rest = [e for e in self.known.field(self.known.nodes[k]) if e not in order and (e, k) not in self.given]
        rest.sort(key=functools.partial(self.guess.likely_at, k))
        for queue, entry in enumerate(rest):
            column = self.columns[entry, k]
            least = BEHIND_NAMED[paced] * len(order) + QUEUE[paced] * queue
            rows.append(({column: 1.0, last: -1.0}, least, math.inf))
            if not paced and not self.guess.is_lost(entry, k):
                yield Spring(last, column, PACKED[0] * (queue + 1), PACKED[1] ** 2 * (queue + 1))
