"""The likeliest values between bounds: what has to hold of them, whatever the numbers."""

import numpy as np
import pytest

from replay.reconstruction.quadratic import Block, Row, minimise
from replay.reconstruction.springs import Spring
from replay.reconstruction.work import Work

FREE = np.array([-np.inf, -np.inf])


def likely(*centre: float, together: float = 0.0) -> Block:
    size = len(centre)
    return Block(np.arange(size), np.array(centre), (1 - together) * np.eye(size) + together)


def test_what_no_bound_disturbs_is_where_it_is_likely_and_what_is_known_moves_it() -> None:
    block = likely(1.0, 2.0, together=0.5)
    assert minimise([block], FREE, -FREE, [], Work()) == pytest.approx([1.0, 2.0])
    known = np.array([3.0, -np.inf]), np.array([3.0, np.inf])
    assert minimise([block], *known, [], Work()) == pytest.approx([3.0, 3.0])


def test_two_who_have_to_change_places_meet_halfway_and_a_spring_gives_way_by_its_variance() -> None:
    order: list[Row] = [({0: 1.0, 1: -1.0}, -np.inf, 0.0)]
    assert minimise([likely(4.0, 0.0)], FREE, -FREE, order, Work()) == pytest.approx([2.0, 2.0])
    # Apart by 3 they would be at 0.5 and 3.5: a variance of 2, as much as theirs, leaves half of the way.
    apart = minimise([likely(2.0, 2.0)], FREE, -FREE, [], Work(), [Spring(0, 1, 3.0, 2.0)])
    assert apart == pytest.approx([1.25, 2.75])


def test_bounds_that_contradict_one_another_leave_nothing() -> None:
    rows: list[Row] = [({0: 1.0, 1: -1.0}, 1.0, np.inf), ({1: 1.0, 0: -1.0}, 0.0, np.inf)]
    assert minimise([likely(0.0, 0.0)], FREE, -FREE, rows, Work()) is None


@pytest.mark.parametrize("seed", range(3))
def test_no_way_that_obeys_is_cheaper(seed: int) -> None:
    chance = np.random.default_rng(seed)
    root = chance.normal(size=(2, 6, 6))
    blocks = [
        Block(np.arange(6) + 6 * k, chance.normal(size=6), root[k] @ root[k].T + 0.1 * np.eye(6)) for k in range(2)
    ]
    low, high = np.full(12, -0.5), np.full(12, np.inf)
    low[3] = high[3] = 0.7
    rows: list[Row] = [
        ({k: 1.0, (k + 5) % 12: -1.0}, float(least), np.inf) for k, least in enumerate(-chance.random(9))
    ]
    rows.append(({0: 1.0, 7: 2.0}, 0.4, 0.4))
    springs = [Spring(1, 8, 1.0, 0.5)]
    found = minimise(blocks, low, high, rows, Work(), springs)
    assert found is not None

    def cost(values: np.ndarray) -> float:
        off = [values[block.at] - block.centre for block in blocks]
        own = sum(float(o @ np.linalg.solve(b.covariance, o)) for o, b in zip(off, blocks, strict=True))
        return own + float((values[8] - values[1] - 1.0) ** 2 / 0.5)

    def obeys(values: np.ndarray) -> bool:
        sums = [(sum(w * values[c] for c, w in weights.items()), least, most) for weights, least, most in rows]
        within = all(least - 1e-6 <= total <= most + 1e-6 for total, least, most in sums)
        return within and bool(np.all(values >= low - 1e-6) and np.all(values <= high + 1e-6))

    assert obeys(found)
    # It is convex: were any x that obeys cheaper, the way there would be from the first step.
    nearest: list[Row] = [*rows]
    for _ in range(20):
        aim = [Block(b.at, found[b.at] + chance.normal(size=6), np.eye(6)) for b in blocks]
        other = minimise(aim, low, high, nearest, Work())
        assert other is not None
        assert cost(found + 1e-3 * (other - found)) >= cost(found) - 1e-9
