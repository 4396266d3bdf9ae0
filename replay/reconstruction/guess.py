"""Everybody's likely gaps to the front before they are fitted together, and how far he may well be from them."""

import math
from collections.abc import Sequence

import numpy as np

from replay.reconstruction.front import Front, inferred_leaders
from replay.reconstruction.knowledge import Knowledge, Runner, laps_of
from replay.reconstruction.places import Cell
from replay.reconstruction.prior import (
    PACK,
    Array,
    Setting,
    Shape,
    conditional_mean,
    conditional_variance,
    deviation,
    drawn_gap,
    gap_by_laps,
    is_told,
    kind,
    least_gap,
    outclassed,
    own_deviation,
    own_share,
    printed,
    scatter,
    smooth,
    wandering,
)
from replay.reconstruction.road import ROUNDED, own_course

_USUAL = 2.0
"""Points that count as much for how far somebody may be from his likely gaps as those at which it is known do."""
_LOST = 2.0
"""Deviations by which somebody's own times have him farther back than is likely, or his finish farther back than the
front, from which on he is in no pack."""
_MOSTLY = 0.5
"""How surely somebody runs a race of his own from the gun, from which on he is taken to."""
_UP_TO = 9.0
"""Metres run for each that is left where nine in ten who break down somewhere on the way have done so."""
_DOUBTFUL = 0.5
"""Seconds by which somebody is known ahead of the front from which on it is none to him."""
_LEADING = 2.0
"""The likely gap in metres of those who are there to lead and do not finish."""
NINE_IN_TEN = 1.645
"""Deviations on either side of a normal mean that hold nine tenths."""


class Guess:
    """What is likely of each runner by himself, and by who led; the front and the runners' points are numbered."""

    def __init__(self, known: Knowledge, front: Front, shape: Shape) -> None:
        """Guess."""
        self.known, self.front, self.shape = known, front, shape
        self.nodes = np.array(known.nodes)
        self.counts = {entry: sum(1 for at in known.nodes if one.passes(at)) for entry, one in known.runners.items()}
        self.given = self._given()
        self.unbound = self._unbound()
        self.leaders = {k: entry for k, entry in inferred_leaders(known).items() if k not in front.doubted}
        self.told = self._told()
        laps = ((entry, self._laps(runner)) for entry, runner in known.runners.items() if entry not in front.courses)
        self.by_laps = {entry: gaps for entry, gaps in laps if gaps is not None}
        self.likely = {entry: self._likely(runner) for entry, runner in known.runners.items()}
        self._close_up()
        self._by_finish = dict(self.likely)
        self._alone = dict.fromkeys(self.likely, 0.0)
        self._wider = dict.fromkeys(self.likely, 1.0)
        self._hold_to_own()
        self._believe_orders()
        self.covariances = {entry: self._covariance(entry) for entry in self.likely}
        self.expected = {entry: self._expected(entry) for entry in self.likely}

    def node(self, at: float) -> int:
        """The node at a distance."""
        return int(np.argmin(np.abs(self.nodes - at)))

    def likely_at(self, k: int, entry: int) -> float:
        """Somebody's likely gap at a node by all that is known of him, metres; infinite beyond where he stopped."""
        likely = self.expected[entry]
        return float(likely[k]) if k < len(likely) else math.inf

    def is_lost(self, entry: int, k: int) -> bool:
        """Whether somebody is in no pack at a node: his own times have him too far back, or his finish has."""
        if self._outclassed(entry) > _MOSTLY or self.is_back(entry, k):
            return True
        likely = self._by_finish[entry]
        return bool(self.expected[entry][k] - likely[k] >= _LOST * own_deviation(self.nodes, likely)[k])

    def is_back(self, entry: int, k: int) -> bool:
        """Whether somebody's finish has him far back at a node already.

        A pack would pull who comes home half a lap later along up to the last place where it is reported, and leave him
        a walk from there: in the 10,000 m of Rome six were 50 to 180 m off by it. Of who is outclassed it says nothing:
        if he is told in front, he broke down afterwards.
        """
        final = self._final_gap(self.known.runners[entry]) or 0.0
        share, level = self.nodes[k : k + 1] / self.known.distance, np.zeros(k + 1)
        least = float(least_gap(share, final, self.known.distance)[0])
        return self._outclassed(entry) <= _MOSTLY and least >= _LOST * float(own_deviation(self.nodes, level)[k])

    def _outclassed(self, entry: int) -> float:
        """How surely somebody runs a race of his own from the gun, by his finish."""
        final = self._final_gap(self.known.runners[entry])
        return 0.0 if final is None else outclassed(final / self.known.distance)

    def leads(self) -> dict[int, float]:
        """By node, how much closer to the front than likely whoever led there is, as a logarithm.

        Of those only that no order is told of: with one the pack is as deep as its places are apart. Behind a pacemaker
        it says nothing: anybody may be next to him, however long the string is.
        """
        leaders = {} if self.front.paced else self.leaders
        gaps = {k: max(float(self.likely[entry][k]), 0.0) for k, entry in leaders.items()}
        return {k: math.log(PACK / (gap + PACK)) for k, gap in gaps.items()}

    def margins(self, entry: int) -> Array:
        """The half-widths of the ranges of somebody's times at his nodes, metres at the winner's pace."""
        count = self.counts[entry]
        fixed = [k for k in range(count) if (entry, k) in self.given]
        # Between his laps a runner is off by what comes and goes in a lap, however far behind he is.
        covariance = deviation(self.nodes[:count], np.zeros(count))
        own = conditional_variance(covariance if entry in self.by_laps else self.covariances[entry], fixed)
        own[fixed] = 0.0
        both = own + np.where(own > 0, self.front.variance[:count], 0.0)
        margins = np.asarray(NINE_IN_TEN * self._widening(entry) * np.sqrt(both))
        if fixed == [len(self.nodes) - 1]:
            margins = np.hypot(margins, self._broken_down(entry))
        if entry in self.known.arrivals:
            margins[-1] = min(margins[-1], self.known.arrivals[entry].margin * self.front.speed)
        return margins

    def _broken_down(self, entry: int) -> Array:
        """Metres by which somebody who comes home far behind all the others may be ahead of his even pace.

        He ran with them up to where he broke down, fell or began to walk, and nobody knows where that was.
        """
        final = self._final_gap(self.known.runners[entry]) or 0.0
        others = (self._final_gap(one) or 0.0 for one in self.known.runners.values() if not one.guest)
        behind = final - max((gap for gap in others if gap < final), default=final)
        share = self.nodes / self.known.distance
        return np.asarray(self._outclassed(entry) * behind * np.minimum(share, _UP_TO * (1 - share)))

    def _given(self) -> dict[Cell, float]:
        given: dict[Cell, float] = {}
        for entry, runner in self.known.runners.items():
            for at, seconds in runner.known.items():
                if runner.passes(at):
                    given[entry, self.node(at)] = seconds
            if runner.result is not None:
                given[entry, len(self.nodes) - 1] = runner.result
        return given

    def _unbound(self) -> set[int]:
        """Guests, and those whose own times have them ahead of the front, who is not believed to have been there."""
        ahead = {entry for (entry, k), t in self.given.items() if t < self.front.times[k] - _DOUBTFUL}
        return ahead | {entry for entry, runner in self.known.runners.items() if runner.guest}

    def _told(self) -> float:
        """The metres from which on something is known of the order, and believed."""
        if self.node(self.known.told) not in self.front.doubted:
            return self.known.told
        believed = [*(float(self.nodes[k]) for k in self.leaders), *(at for at, _ in self.known.orders)]
        return min(believed, default=self.known.distance)

    def _laps(self, runner: Runner) -> Array | None:
        """The likely gap of a runner each of whose laps is known; None for another."""
        laps = laps_of(self.known, runner.entry, self.shape.laps)
        if laps is None:
            return None
        nodes = self.nodes[: self.counts[runner.entry]]
        at, times = np.array(laps[0]), np.array(laps[1])
        steady, speed = self.front.steady, self.front.speed
        gaps = (times - np.interp(at, self.nodes, steady)) * speed
        count, share = len(nodes), own_share(nodes, self.known.distance)
        course = steady[:count] + gap_by_laps(self.shape, nodes, at, gaps, self.known.distance) / speed
        course = (1 - share) * course + share * smooth(nodes, at, times)
        return np.asarray((course - self.front.times[:count]) * speed)

    def _likely(self, runner: Runner) -> Array:
        count = self.counts[runner.entry]
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
        gap = drawn_gap(self.shape, share, final, late, Setting(distance, paced, is_told(told, distance)), drawn)
        if final <= 0:
            return gap
        gap = gap + outclassed(final / distance) * (final * share - gap)
        return np.maximum(gap, least_gap(share, final, distance))

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

    def _close_up(self) -> None:
        """Who would be far back by his finish, and leads, leads a pack: the field is closer than its finish says."""
        leads = self.leads()
        at = [*(float(self.nodes[k]) for k in leads), self.known.distance]
        closer = self.shape.common * np.interp(self.nodes, at, [*leads.values(), 0.0])
        for entry in self.likely.keys() - self.by_laps.keys() - self.front.courses.keys():
            gaps = self.likely[entry]
            near = np.maximum((gaps + PACK) * np.exp(closer[: len(gaps)]) - PACK, 0.0)
            self.likely[entry] = np.where(gaps > 0, near, gaps)

    def _hold_to_own(self) -> None:
        """Whose own times contradict what is likely of him runs as they say: a smooth curve through his gaps."""
        for entry, likely in self.likely.items():
            known = [k for k in range(len(likely)) if (entry, k) in self.given]
            if not known or entry in self.by_laps or entry in self.front.courses:
                continue
            gaps = np.array([self.given[entry, k] - self.front.times[k] for k in known]) * self.front.speed
            nodes = self.nodes[: len(likely)]
            off = (gaps - likely[known]) / own_deviation(nodes, likely)[known]
            share = 1 - 1 / max(1.0, float(np.max(off**2)))
            self.likely[entry] = (1 - share) * likely + share * self._by_own(entry, known, gaps)
            self._alone[entry] = share

    def _by_own(self, entry: int, known: Sequence[int], gaps: Array) -> Array:
        """A smooth curve through somebody's gaps where he is known, and, the longer the race, through his own times."""
        nodes = self.nodes[: self.counts[entry]]
        at, times = nodes[known], np.array([self.given[entry, k] for k in known])
        own = (smooth(nodes, at, times) - self.front.times[: len(nodes)]) * self.front.speed
        share = np.where(nodes > at[0], own_share(nodes, self.known.distance), 0.0)
        return np.asarray((1 - share) * smooth(nodes, at, gaps) + share * own)

    def _believe_orders(self) -> None:
        """Who is told ahead of those that he is likely behind, since he fell or walked later, bends his own curve."""
        off: dict[int, list[float]] = {}
        for at, order in self.known.orders:
            k = self.node(at)
            there = [e for e in self.known.field(at) if k < self.counts[e] and e not in self.front.courses]
            named = [e for e in order if e in there]
            behind = [e for e in there if e not in order]
            for entry in reversed(named):
                if behind:
                    late = self.likely[entry][k] - np.median([self.likely[e][k] for e in behind])
                    size = own_deviation(self.nodes, self.likely[entry])[k]
                    off.setdefault(entry, []).append(max(float(late), 0.0) / float(size))
                behind.append(entry)
        for entry, found in off.items():
            self._widen(entry, np.array(found))

    def _widen(self, entry: int, off: Array) -> None:
        """Somebody may be farther from his likely gaps than others, by how many deviations he is known to be."""
        wide = math.sqrt((_USUAL + float(off @ off)) / (_USUAL + len(off)))
        self._wider[entry] = max(self._wider[entry], wide)

    def _covariance(self, entry: int) -> Array:
        """How far a runner may well be from his likely gaps, square metres."""
        nodes = self.nodes[: self.counts[entry]]
        alone = 1.0 if entry in self.front.courses else self._alone[entry]
        likely = deviation(nodes, self.likely[entry], self._wider[entry])
        if not alone:
            return likely
        own = own_course(self.known, entry, self.front.speed).covariance
        rounded = [ROUNDED**2 * ((entry, k) in self.given) for k in range(len(nodes))]
        own = (own + np.diag(rounded)) * self.front.speed**2 + printed(nodes)
        return np.asarray((1 - alone) * likely + alone * own)

    def _expected(self, entry: int) -> Array:
        """A runner's likely gaps as his own known times have them: who was far back at the next is so before it."""
        likely, count = self.likely[entry], self.counts[entry]
        given = [k for k in range(count) if (entry, k) in self.given]
        known = np.array([self.given[entry, k] - self.front.times[k] for k in given]) * self.front.speed
        return likely + conditional_mean(self.covariances[entry], given, known - likely[given])

    def _widening(self, entry: int) -> float:
        distance = self.known.distance
        if entry in self.front.courses:
            return 1.0
        if entry in self.by_laps:
            return self.shape.widening_laps[kind(distance)]
        widening = self.shape.widening_told if self.known.orders else self.shape.widening
        return widening * wandering(distance)
