"""Little is known of races unlike those fitted: nobody's pace swings where nothing was measured, and ranges say so."""

import itertools
import random
from itertools import pairwise

import pytest

from replay.race.race import Course, Entry, Fact, Race, Surface
from replay.reconstruction import reconstruct
from tests.builders import entry, race
from tests.depth import often

PACES = {800.0: 15.0, 1500.0: 15.5, 5000.0: 17.0, 10_000.0: 18.0, 21_097.5: 21.0, 42_195.0: 23.0, 160_934.0: 50.0}
"""Seconds that the first takes for 100 m, by metres."""
HALVES = {"even": 1.0, "slower": 1.15, "much slower": 1.5, "faster": 0.93, "much faster": 0.85, "walks": 1.9}
"""How much slower the second half is run; who walks does from four fifths on."""
KNOWN = [(0.5,), (0.1,), (0.9,), (0.25, 0.75), (1 / 3,), ()]
"""Shares of the distance at which somebody is timed."""
WHO = [range(6), range(1), range(5, 6), range(0, 6, 2)]
"""Which of the six are."""
SWING = 1.6
"""How much slower a stretch may be than the one beside it, or faster. Of 3,075 pairs of neighbouring stretches in the
official splits that the benchmark uses none is beyond 1.51, where the timing was not at fault, and of 380,000 in the
marathon of Chicago in 2023 one in a thousand is, of those run faster as of those run slower, beyond 1.46."""


def sparse(distance: float, halves: str, known: tuple[float, ...], who: range) -> Race:
    """Six runners, each some per cent slower than the one before."""
    turn = 0.8 if halves == "walks" else 0.5

    def seconds(place: int, share: float) -> float:
        apart = 0.5 if distance > 10_000 else 0.08
        pace: float = PACES[distance] * (1 + apart * (place / 6) ** 1.5) / 100
        return pace * distance * (min(share, turn) + max(share - turn, 0.0) * HALVES[halves])

    def runner(place: int) -> Entry:
        at = [round(share * distance) for share in known] if place in who else []
        times: dict[float, float | str] = {float(d): round(seconds(place, d / distance), 1) for d in at}
        return entry(f"R{place}", round(seconds(place, 1.0), 2), times, place=place + 1)

    return race(*map(runner, range(6)), distance=distance)


ALL = list(itertools.product(PACES, HALVES, KNOWN, WHO))


def test_no_stretch_is_run_much_faster_or_slower_than_the_next_where_nothing_was_measured() -> None:
    swung = {}
    for case in random.Random(3).sample(ALL, often(40)):
        truth = sparse(*case)
        for runner, made in zip(truth.entries, reconstruct(truth).splits, strict=True):
            assert runner.result is not None
            estimated = {split.distance for split in made}
            points = [(0.0, 0.0), *((s.distance, s.time.seconds) for s in (*runner.splits, *made))]
            points = sorted([*points, (truth.distance, runner.result.seconds)])
            paces = [(b, (t - s) / (b - a)) for (a, s), (b, t) in pairwise(points)]
            for (at, before), (_, after) in pairwise(paces):
                if at in estimated and not 1 / SWING < before / after < SWING:
                    swung[case, runner.name, at] = before / after
    assert not swung


def test_the_less_is_known_of_a_hundred_miles_the_wider_is_the_range() -> None:
    def widest(distance: float, known: tuple[float, ...]) -> float:
        made = reconstruct(sparse(distance, "slower", known, range(6))).splits
        return max(split.margin or 0.0 for split in made[0]) / distance

    assert widest(160_934.0, (0.5,)) > 0.01
    assert widest(160_934.0, ()) > widest(160_934.0, (0.5,)) > widest(160_934.0, (0.25, 0.75))
    assert widest(42_195.0, (0.5,)) < widest(160_934.0, (0.5,))


def test_whoever_ran_less_evenly_has_a_wider_range() -> None:
    even, uneven = (
        reconstruct(sparse(distance, halves, (0.5,), range(6))).splits[0]
        for distance in (42_195.0,)
        for halves in ("even", "much slower")
    )
    assert all((a.margin or 0.0) < (b.margin or 0.0) for a, b in zip(even, uneven, strict=True) if a.margin)


def test_the_pace_goes_over_from_a_fast_half_to_a_slow_one() -> None:
    truth = sparse(160_934.0, "much slower", (0.5,), range(6))
    paces = [
        (b.time.seconds - a.time.seconds) / (b.distance - a.distance) for a, b in pairwise(reconstruct(truth).splits[0])
    ]
    assert min(paces) > 0.4
    assert max(paces) < 0.9
    assert sum(b > a for a, b in pairwise(paces)) > 0.6 * len(paces)


def test_who_broke_down_after_halfway_did_not_lead_before() -> None:
    first = entry("First", 26.7 * 3600, {80_467.0: 11.0 * 3600})
    broke = entry("Broke down", 100.0 * 3600, {80_467.0: 13.0 * 3600})
    ahead, behind = reconstruct(race(first, broke, distance=160_934.0)).splits
    assert all(a.time.seconds < b.time.seconds for a, b in zip(ahead, behind, strict=True))


def spread(surface: Surface, distance: float) -> list[float]:
    """How far off his own even pace everybody is halfway, as a share of his time, in a field of all kinds of runner."""
    field = race(*(entry(f"R{k}", distance / 5 * (1 + k / 10)) for k in range(9)), distance=distance)
    field = race(*field.entries, distance=distance, course=Course(surface))
    found = []
    for runner, made in zip(field.entries, reconstruct(field).splits, strict=True):
        assert runner.result is not None
        half = next(split.time.seconds for split in made if split.distance == distance / 2)
        found.append(abs(half / runner.result.seconds - 0.5))
    return found


@pytest.mark.parametrize("distance", [5000.0, 10_000.0])
def test_a_field_of_all_kinds_of_runner_is_no_pack(distance: float) -> None:
    assert max(spread(Surface.ROAD, distance)) < 0.01
    assert max(spread(Surface.OUTDOOR, distance)[2:]) < 0.02  # those not much behind may have been in one


def test_on_the_road_who_is_told_in_front_draws_nobody_to_him() -> None:
    field = race(
        *(entry(f"R{k}", 2000.0 + 200 * k) for k in range(6)),
        distance=10_000.0,
        course=Course(Surface.ROAD),
        facts=(Fact(at=5000.0, order=(0, 1)),),
    )
    made = reconstruct(field).splits
    assert [next(s.time.seconds for s in own if s.distance == 5000) for own in made] == pytest.approx(
        [1000.0 + 100 * k for k in range(6)], rel=0.01
    )


def test_who_comes_home_a_lap_later_ran_in_no_pack_that_is_told_of_a_kilometre_from_home() -> None:
    field = [entry(f"R{k}", 1700.0 + 3 * k) for k in range(8)]
    field[0] = entry("Leader", 1700.0, {1000.0 * k: 171.0 * k for k in range(1, 10)})
    facts = tuple(Fact(at=1000.0 * k, order=(0, 1, 2, 3, 4)) for k in range(1, 10))
    made = reconstruct(race(*field, entry("Lapped", 1790.0), distance=10_000.0, facts=facts)).splits
    behind = next(split.time.seconds for split in made[-1] if split.distance == 9000) - 9 * 171.0
    assert behind > 60.0  # in a pack it would be three


def test_who_is_told_fifth_near_home_and_finishes_far_back_was_far_behind_the_fourth() -> None:
    field = [entry("Leader", 500.0, {3000.0: 470.0}), *(entry(f"R{k}", 500.5 + k / 2) for k in range(3))]
    fifth = entry("Fifth", 515.0)
    made = reconstruct(race(*field, fifth, distance=3218.0, facts=(Fact(at=3000.0, order=(0, 1, 2, 3, 4)),))).splits
    fourth, last = (next(s.time.seconds for s in own if s.distance == 3000) for own in made[3:])
    assert last - fourth > 3.0


def test_the_range_of_who_comes_home_far_behind_all_others_reaches_to_where_he_ran_with_them() -> None:
    made = reconstruct(race(*(entry(f"R{k}", 220.0 + k) for k in range(7)), entry("Walked", 310.0), distance=1500.0))
    with_them = made.splits[6]
    for split, other in zip(made.splits[7], with_them, strict=True):
        metres = (split.time.seconds - other.time.seconds) * 1500 / 310.0
        if split.distance <= 1100:
            assert split.margin is not None
            assert metres < split.margin + (other.margin or 0.0)


def test_between_many_known_times_on_the_road_nobody_swings() -> None:
    at = {10_000.0: 2400.0, 20_000.0: 4800.0, 30_000.0: 7500.0, 40_000.0: 10_200.0}
    made = reconstruct(race(entry("One", 10_793.0, {**at}), entry("Other", 9990.0), distance=42_195.0)).splits[0]
    points = sorted([(0.0, 0.0), *at.items(), *((s.distance, s.time.seconds) for s in made)])
    paces = [(b, (t - s) / (b - a)) for (a, s), (b, t) in pairwise(points)]
    assert all(abs(pace - 0.24) < 0.004 for to, pace in paces if to <= 10_000)  # a spline is off by 0.007


def test_who_fell_after_he_was_told_in_front_carries_nobody_back() -> None:
    def at_400(seconds: float) -> list[float]:
        field = [entry("Leader", 104.7, {400.0: 51.0}), *(entry(f"R{k}", 105.0 + k / 3) for k in range(7))]
        field[3] = entry("Fell", seconds)
        made = reconstruct(race(*field, distance=800.0, facts=(Fact(at=400.0, order=(0, 1, 2, 3, 4)),))).splits
        return [next(s.time.seconds for s in own if s.distance == 400) for own in (*made[1:3], *made[4:])]

    assert at_400(117.5) == pytest.approx(at_400(105.7), abs=0.06)
