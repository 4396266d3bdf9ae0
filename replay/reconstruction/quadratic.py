"""The least of a convex quadratic cost between linear bounds, by the dual method of Goldfarb and Idnani (1983).

It begins at the least cost there is without any bounds and takes in one that is disobeyed after the other (Mathematical
Programming 27, pages 1 to 33): of a race's thousand bounds some hundred matter, and the race that is likely anyway is
near the end. A method that begins at any race which obeys them, as HiGHS has, takes ten times as long.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from replay.reconstruction.springs import Spring
from replay.reconstruction.work import Work

Array = NDArray[np.float64]

_SLACK = 1e-3
"""What a solution may disobey by, in the units of the variables: a millimetre, or a thousandth of a second."""
_OBEYED = 1e-7
"""Deviations by which a bound is disobeyed from which on it is taken in."""
_DEPENDENT = 1e-9
"""The share of a bound's own direction, less of which is left beside those taken in where it follows from them."""
_LEAST_VARIANCE = 1e-12
_NOTHING = 1e-12
"""What a bound's push is changed by that is no more than rounding."""

Row = tuple[Mapping[int, float], float, float]
"""Weights by variable, and the least and the greatest their sum may be."""


class Block(NamedTuple):
    """Variables that are likely near a centre, all together."""

    at: NDArray[np.int64]
    centre: Array
    covariance: Array


def minimise(
    likely: Sequence[Block], low: Array, high: Array, rows: Sequence[Row], work: Work, springs: Sequence[Spring] = ()
) -> Array | None:
    """The likeliest x between bounds and rows; None if there is no such x.

    Args:
        likely: Each variable in one block.
        low: Least value of each variable.
        high: Greatest value of each variable.
        rows: What sums of variables have to obey.
        work: What may still be done for the race.
        springs: What is likely besides.

    Raises:
        TooMuch: No work is left.
    """
    values = np.where(low == high, low, 0.0)
    free = low < high
    blocks = [_given(block, values, free) for block in likely if free[block.at].any()]
    for at, centre, _ in blocks:
        values[at] = centre
    soft = [_Sum({s.behind: 1.0, s.ahead: -1.0}, s.metres, s.variance) for s in springs]
    hard = [*_sums(rows), *_ends(low, high, free)]
    sums = [one for one in (each.without(values, free) for each in (*soft, *hard)) if one.weights]
    for part, own in _parts(blocks, sums):
        if own and not _least([blocks[k] for k in part], values, own, work):
            return None
    return values if disobeyed(values, low, high, rows) <= _SLACK else None


def _given(block: Block, values: Array, free: NDArray[np.bool_]) -> Block:
    """The free ones of a block's variables, what the others are being known."""
    at, centre, covariance = block
    own = free[at]
    if own.all():
        return block
    cross = covariance[np.ix_(own, ~own)]
    weights = np.linalg.solve(covariance[np.ix_(~own, ~own)], cross.T).T
    moved = np.einsum("mk,k->m", weights, values[at[~own]] - centre[~own])
    rest = covariance[np.ix_(own, own)] - np.einsum("mk,nk->mn", weights, cross)
    return Block(at[own], centre[own] + moved, (rest + rest.T) / 2)


def disobeyed(values: Array, low: Array, high: Array, rows: Sequence[Row]) -> float:
    """By how much the values disobey, at most."""
    worst = float(np.max([low - values, values - high]))
    for weights, least, most in rows:
        total = sum(weight * float(values[column]) for column, weight in weights.items())
        worst = max(worst, least - total, total - most)
    return worst


class _Sum(NamedTuple):
    """A weighted sum that has to be at least so much, or likely is so much where it has a variance."""

    weights: dict[int, float]
    least: float
    variance: float = 0.0

    def without(self, values: Array, free: NDArray[np.bool_]) -> "_Sum":
        """The same of the free variables alone."""
        known = sum(weight * float(values[column]) for column, weight in self.weights.items() if not free[column])
        return _Sum({c: w for c, w in self.weights.items() if free[c]}, self.least - known, self.variance)


def _sums(rows: Sequence[Row]) -> Iterator[_Sum]:
    for weights, least, most in rows:
        if least > -np.inf:
            yield _Sum(dict(weights), least)
        if most < np.inf:
            yield _Sum({column: -weight for column, weight in weights.items()}, -most)


def _ends(low: Array, high: Array, free: NDArray[np.bool_]) -> Iterator[_Sum]:
    for k in np.flatnonzero(free & (low > -np.inf)).tolist():
        yield _Sum({k: 1.0}, float(low[k]))
    for k in np.flatnonzero(free & (high < np.inf)).tolist():
        yield _Sum({k: -1.0}, -float(high[k]))


def _parts(blocks: Sequence[Block], sums: Sequence[_Sum]) -> Iterator[tuple[list[int], list[_Sum]]]:
    """The blocks in parts that have nothing to do with one another, which are solved far faster one by one."""
    root = list(range(len(blocks)))
    home = {column: k for k, block in enumerate(blocks) for column in block.at.tolist()}

    def find(k: int) -> int:
        while root[k] != k:
            root[k] = root[root[k]]
            k = root[k]
        return k

    for one in sums:
        first, *others = one.weights
        for column in others:
            root[find(home[column])] = find(home[first])
    parts: dict[int, tuple[list[int], list[_Sum]]] = {}
    for k in range(len(blocks)):
        parts.setdefault(find(k), ([], []))[0].append(k)
    for one in sums:
        parts[find(home[next(iter(one.weights))])][1].append(one)
    yield from parts.values()


def _least(blocks: Sequence[Block], values: Array, sums: Sequence[_Sum], work: Work) -> bool:
    """Put the variables of some blocks where it is likeliest and all sums are obeyed; whether they can be."""
    at = np.concatenate([block.at for block in blocks])
    place = {column: k for k, column in enumerate(at.tolist())}
    covariance = np.zeros((len(at), len(at)))
    for block in blocks:
        inside = slice(place[int(block.at[0])], place[int(block.at[0])] + len(block.at))
        covariance[inside, inside] = block.covariance
    active = _Active(covariance, values[at], sums, place)
    found = active.search(work.steps(len(at), len(sums)))
    work.searched(len(at), len(sums), active.steps)
    values[at] = active.values
    return found


class _Active:
    """The sums that are taken in, and the least cost there is with all of them exactly obeyed."""

    def __init__(self, covariance: Array, start: Array, sums: Sequence[_Sum], place: Mapping[int, int]) -> None:
        """None is."""
        self.covariance, self.values = covariance, start
        wide = max(len(one.weights) for one in sums)
        self.at = np.zeros((len(sums), wide), dtype=np.int64)
        self.weights = np.zeros((len(sums), wide))
        for k, one in enumerate(sums):
            self.at[k, : len(one.weights)] = [place[column] for column in one.weights]
            self.weights[k, : len(one.weights)] = list(one.weights.values())
        self.least = np.array([one.least for one in sums])
        self.variance = np.array([one.variance for one in sums])
        self.soft = int(np.count_nonzero(self.variance))
        """How many are only likely: they come first, pull as well as push, and are never let go of."""
        size = len(start) + self.soft + 1
        self.which = np.zeros(size, dtype=np.int64)
        self.force = np.zeros(size)
        """How hard each pushes."""
        self.moved = np.zeros((size, len(start)))
        """What each moves, pushed by 1."""
        self.solved = np.zeros((size, size))
        """The inverse of what each one's sum is moved by each."""
        self.count = 0
        self.steps = 0

    def search(self, most: int) -> bool:
        """Take in what is disobeyed, the worst first, in so many steps at most; whether all can be obeyed."""
        for k in range(self.soft):
            self._take(k, most)
        variances = np.einsum(
            "mk,mkl,ml->m", self.weights, self.covariance[self.at[:, :, None], self.at[:, None]], self.weights
        )
        norms = np.sqrt(np.maximum(variances, _LEAST_VARIANCE))
        while True:
            short = (self._sums(self.values) - self.least) / norms
            short[: self.soft] = 0.0
            worst = int(np.argmin(short))
            if short[worst] >= -_OBEYED:
                return True
            if not self._take(worst, most):
                return False

    def _sums(self, values: Array, which: NDArray[np.int64] | slice = slice(None)) -> Array:
        return np.asarray(np.einsum("mk,mk->m", self.weights[which], values[self.at[which]]))

    def _take(self, new: int, most: int) -> bool:
        """Take one in, and let go of those that would have to pull; whether it could be."""
        at, weights = self.at[new], self.weights[new]
        moved = np.einsum("k,kn->n", weights, self.covariance[at])
        own = float(weights @ moved[at]) + float(self.variance[new])
        short = float(self.least[new] - weights @ self.values[at])
        force = 0.0
        while self.steps < most:
            self.steps += 1
            n = self.count
            beside = self._sums(moved, self.which[:n])
            less = np.einsum("mn,n->m", self.solved[:n, :n], beside)
            way = moved - np.einsum("m,mn->n", less, self.moved[:n])
            room = own - float(np.sum(less * beside))
            full = short / room if room > _DEPENDENT * own else np.inf
            first, most_of = self._first(less)
            push = min(full, most_of)
            if push == np.inf:
                return False
            self.force[:n] -= push * less
            force += push
            if full < np.inf:
                self.values = self.values + push * way
                short -= push * room
            if full <= most_of:
                self._add(new, force, moved, less, room)
                return True
            self._drop(first)
        return False

    def _first(self, less: Array) -> tuple[int, float]:
        """Which of those taken in has to let go first, and how hard the new one pushes then."""
        pushing, soft = less[self.soft :], self.soft
        if self.count <= soft or not np.any(pushing > _NOTHING):
            return -1, np.inf
        ratios = np.full(len(pushing), np.inf)
        np.divide(np.maximum(self.force[soft : self.count], 0.0), pushing, out=ratios, where=pushing > _NOTHING)
        first = int(np.argmin(ratios))
        return soft + first, float(ratios[first])

    def _add(self, new: int, force: float, moved: Array, less: Array, room: float) -> None:
        n = self.count
        self.which[n], self.force[n], self.moved[n] = new, force, moved
        self.solved[:n, :n] += less[:, None] * less / room
        self.solved[n, :n] = self.solved[:n, n] = -less / room
        self.solved[n, n] = 1 / room
        self.count = n + 1

    def _drop(self, k: int) -> None:
        n = self.count - 1
        for kept in (self.which, self.force, self.moved):
            kept[[k, n]] = kept[[n, k]]
        self.solved[[k, n], : n + 1] = self.solved[[n, k], : n + 1]
        self.solved[: n + 1, [k, n]] = self.solved[: n + 1, [n, k]]
        column = self.solved[:n, n].copy()
        self.solved[:n, :n] -= column[:, None] * column / self.solved[n, n]
        self.count = n
