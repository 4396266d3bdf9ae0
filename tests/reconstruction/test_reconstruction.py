"""What a reconstruction obeys: known times and facts exactly, rising times, and contradictions named."""

import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files.formats import read_race
from replay.race.race import Course, Evidence, Fact, Race, Role, Status, Stopped, Surface
from replay.reconstruction import Reconstruction, is_sparse, reconstruct
from tests.builders import entry, race
from tests.depth import examples


def times(sparse: Race, made: Reconstruction, index: int) -> dict[float, float]:
    """Everything known and worked out of one runner, the finish among it."""
    runner = sparse.entries[index]
    found = {split.distance: split.time.seconds for split in (*runner.splits, *made.splits[index])}
    if runner.result is not None:
        found[sparse.distance] = runner.result.seconds
    return dict(sorted(found.items()))


def field(*facts: Fact, distance: float = 1500.0, pacemaker: bool = True) -> Race:
    """Five finishers and a pacemaker, of whom the leader's times are reported."""
    finishers = [
        entry("Ann Abel", 210.0, {1200.0: 169.0}, place=1),
        entry("Bea Bond", 211.0, place=2),
        entry("Cat Cole", 212.5, place=3),
        entry("Dot Dean", 215.0, place=4),
        entry("Eve Egan", 221.0, place=5),
    ]
    leading: dict[float, float | str] = {400.0: 56.0, 800.0: 113.0}
    pat = entry("Pat Pace", None, leading, status=Status.DNF, role=Role.PACEMAKER, stopped=Stopped(900.0, 1000.0))
    return race(*finishers, *([pat] if pacemaker else []), distance=distance, facts=facts)


def test_estimates_stand_every_hundred_metres_where_no_time_is_known() -> None:
    made = reconstruct(field())
    assert [split.distance for split in made.splits[1]] == [100.0 * k for k in range(1, 15)]
    assert 1200.0 not in [split.distance for split in made.splits[0]]
    assert {split.time.evidence for splits in made.splits for split in splits} == {Evidence.ESTIMATED}


def test_a_pacemaker_is_worked_out_only_as_far_as_he_is_known_to_have_run() -> None:
    made = reconstruct(field())
    assert made.splits[5][-1].distance == 900.0


def test_nobody_is_ahead_of_the_reported_leader() -> None:
    sparse = field()
    made = reconstruct(sparse)
    for at, leading in ((400.0, 56.0), (800.0, 113.0), (1200.0, 169.0)):
        assert all(times(sparse, made, index)[at] >= leading for index in range(5))


def test_a_lone_runner_with_his_own_splits_at_the_back_is_not_taken_for_the_leader() -> None:
    own: dict[float, float | str] = {400.0: 63.0, 800.0: 128.0, 1200.0: 195.0}
    sparse = race(
        *(entry(name, result) for name, result in (("A", 225.0), ("B", 226.0), ("C", 227.0))), entry("D", 244.0, own)
    )
    made = reconstruct(sparse)
    assert times(sparse, made, 0)[1200.0] < 195.0


def test_somebody_known_to_be_behind_at_one_point_is_not_taken_for_the_leader_at_another() -> None:
    behind: dict[float, float | str] = {400.0: 58.0, 1000.0: 147.0}
    sparse = race(entry("A", 215.0, {400.0: 57.0}), entry("B", 216.0, behind), entry("C", 217.0), entry("D", 218.0))
    assert times(sparse, reconstruct(sparse), 0)[1000.0] < 147.0


def test_two_leaders_a_few_metres_apart_make_no_nonsense_of_the_pace() -> None:
    sparse = race(
        entry("A", 480.67, {1609.344: 243.63}),
        *(entry(f"R{k}", 483.0 + k) for k in range(4)),
        entry("P", None, {1600.0: 241.88}, status=Status.DNF, role=Role.PACEMAKER),
        distance=3218.688,
        facts=(Fact(at=1600.0, leader=5),),
    )
    points = [(0.0, 0.0), *times(sparse, reconstruct(sparse), 0).items()]
    paces = [(t1 - t0) / (d1 - d0) * 100 for (d0, t0), (d1, t1) in pairwise(points) if d1 - d0 > 50]
    assert max(paces) - min(paces) < 2.0


def test_estimates_near_a_known_time_are_surer_than_those_far_from_it() -> None:
    sparse = field()
    margins = {split.distance: split.margin or 0.0 for split in reconstruct(sparse).splits[0]}
    assert 0 < margins[1100.0] < margins[600.0]
    assert margins[1400.0] < margins[600.0]


def test_a_reported_order_holds_and_all_others_come_after_it() -> None:
    order = (5, 4, 2)
    sparse = field(Fact(at=400.0, order=order))
    made = reconstruct(sparse)
    passed = [times(sparse, made, index)[400.0] for index in order]
    assert passed == sorted(passed)
    assert all(times(sparse, made, index)[400.0] >= passed[-1] for index in (0, 1, 3))


def test_a_reported_leader_leads_over_the_whole_stretch() -> None:
    sparse = field(Fact(start=1000.0, end=1400.0, leader=2))
    made = reconstruct(sparse)
    for at in (1000.0, 1100.0, 1300.0, 1400.0):
        assert times(sparse, made, 2)[at] == min(times(sparse, made, index)[at] for index in range(5))


def test_a_leader_up_to_the_finish_may_be_the_winner_only() -> None:
    assert not reconstruct(field(Fact(start=1000.0, end=1500.0, leader=0))).conflicts
    assert reconstruct(field(Fact(start=1000.0, end=1500.0, leader=1))).conflicts


@pytest.mark.parametrize("place", [1, 2, 3, 4, 5])
def test_a_reported_place_is_kept(place: int) -> None:
    sparse = field(Fact(at=1300.0, runner=3, place=place), pacemaker=False)
    made = reconstruct(sparse)
    own = times(sparse, made, 3)[1300.0]
    ahead = sum(times(sparse, made, index)[1300.0] < own for index in (0, 1, 2, 4))
    level = sum(times(sparse, made, index)[1300.0] == own for index in (0, 1, 2, 4))
    assert ahead <= place - 1 <= ahead + level


def test_two_reported_places_at_once_are_both_kept() -> None:
    sparse = field(Fact(at=600.0, runner=4, place=2), Fact(at=600.0, runner=0, place=5), pacemaker=False)
    made = reconstruct(sparse)
    order = sorted(range(5), key=lambda index: times(sparse, made, index)[600.0])
    assert order[1] == 4
    assert order[4] == 0


def test_a_reported_gap_in_seconds_is_kept() -> None:
    sparse = field(Fact(at=600.0, runner=3, behind=1, gap=0.4))
    made = reconstruct(sparse)
    assert times(sparse, made, 3)[600.0] - times(sparse, made, 1)[600.0] == pytest.approx(0.4, abs=0.0011)


def test_a_reported_gap_in_metres_is_kept() -> None:
    sparse = field(Fact(at=1300.0, runner=3, behind=1, metres=100.0))
    made = reconstruct(sparse)
    assert times(sparse, made, 3)[1200.0] == pytest.approx(times(sparse, made, 1)[1300.0], abs=0.0011)


def test_a_field_reported_together_is_together() -> None:
    sparse = field(Fact(at=1000.0, within=0.6), pacemaker=False)
    made = reconstruct(sparse)
    passed = [times(sparse, made, index)[1000.0] for index in range(5)]
    assert max(passed) - min(passed) <= 0.6011


def test_somebody_who_passed_others_was_behind_them_and_then_ahead() -> None:
    sparse = field(Fact(start=900.0, end=1000.0, runner=4, passes=(0, 1)), pacemaker=False)
    made = reconstruct(sparse)
    eve, ann, bea = (times(sparse, made, index) for index in (4, 0, 1))
    assert eve[900.0] >= max(ann[900.0], bea[900.0])
    assert eve[1000.0] <= min(ann[1000.0], bea[1000.0])


def test_a_finisher_without_a_time_runs_between_those_placed_around_him() -> None:
    unknown = entry("Una Unknown", None, status=Status.FINISHED, place=2)
    sparse = race(entry("A", 210.0, place=1), unknown, entry("B", 214.0, place=3))
    made = reconstruct(sparse)
    assert [split.distance for split in made.splits[1]][-1] == 1400.0
    assert 188.0 < times(sparse, made, 1)[1400.0] < 202.0


def test_a_runner_of_unknown_fate_is_worked_out_only_where_facts_put_her() -> None:
    known = [entry("A", 210.0), entry("B", 211.0), entry("U")]
    assert not reconstruct(race(*known)).splits[2]
    made = reconstruct(race(*known, facts=(Fact(at=600.0, order=(2, 0)),)))
    assert [split.distance for split in made.splits[2]] == [100.0 * k for k in range(1, 7)]


def test_a_guest_keeps_out_of_the_race() -> None:
    with_guest = race(entry("A", 210.0), entry("B", 212.0), entry("G", 200.0, role=Role.GUEST))
    made, alone = reconstruct(with_guest), reconstruct(race(entry("A", 210.0), entry("B", 212.0)))
    assert made.splits[:2] == alone.splits
    assert times(with_guest, made, 2)[700.0] < times(with_guest, made, 0)[700.0]


def test_orders_that_contradict_one_another_are_named_with_their_lines() -> None:
    first, second = Fact(at=400.0, order=(0, 1), line=11), Fact(at=400.0, order=(1, 0), line=12)
    innocent = Fact(at=800.0, order=(2, 3), line=13)
    made = reconstruct(field(first, innocent, second, pacemaker=False))
    assert not any(made.splits)
    assert [conflict.line for conflict in made.conflicts] == [11, 12]
    assert "Ann Abel, Bea Bond at 400 m" in made.conflicts[0].text
    assert str(made.conflicts[0]).startswith("line 11: ")


def test_a_fact_that_contradicts_two_times_is_named_with_both() -> None:
    made = reconstruct(
        race(
            entry("A", 210.0, {800.0: 113.0}),
            entry("B", 211.0, {800.0: 114.0}),
            facts=(Fact(at=800.0, order=(1, 0), line=7),),
        )
    )
    assert {conflict.text for conflict in made.conflicts} == {
        "A at 800 m in 1:53.00",
        "B at 800 m in 1:54.00",
        "the order B, A at 800 m",
    }


def test_a_gap_that_no_human_can_have_closed_is_a_conflict() -> None:
    made = reconstruct(field(Fact(at=1400.0, runner=4, behind=0, gap=40.0, line=3), pacemaker=False))
    assert {conflict.line for conflict in made.conflicts} >= {3}


def test_a_place_that_an_order_gives_to_another_is_a_conflict() -> None:
    facts = (
        Fact(at=600.0, order=(0, 1, 2), line=5),
        Fact(at=600.0, runner=4, place=2, line=6),
        Fact(at=600.0, within=3.0, line=7),
    )
    lines = {conflict.line for conflict in reconstruct(field(*facts, pacemaker=False)).conflicts}
    assert lines == {5, 6}


def test_a_race_without_any_time_is_left_alone() -> None:
    made = reconstruct(race(entry("A"), entry("B"), facts=(Fact(at=400.0, order=(0, 1)),)))
    assert not any(made.splits)
    assert not made.conflicts


@pytest.mark.parametrize(
    ("distance", "result", "step"),
    [(800.0, 103.0, 100.0), (3000.0, 460.0, 100.0), (10_000.0, 1640.0, 100.0), (21_097.5, 3700.0, 1000.0)],
)
def test_finishing_times_alone_are_enough_at_any_distance(distance: float, result: float, step: float) -> None:
    sparse = race(*(entry(f"R{k}", result * (1 + 0.004 * k)) for k in range(6)), distance=distance)
    made = reconstruct(sparse)
    assert made.step == step
    for index in range(6):
        path = [0.0, *times(sparse, made, index).values()]
        assert all(a < b for a, b in pairwise(path))


def test_road_runners_with_a_finish_alone_run_their_own_even_pace() -> None:
    half = race(*(entry(f"R{k}", 3600.0 + 200.0 * k) for k in range(4)), distance=21_097.5)
    for runner, splits in zip(half.entries, reconstruct(half).splits, strict=True):
        assert runner.result is not None
        pace = runner.result.seconds / half.distance
        assert all(split.time.seconds / split.distance == pytest.approx(pace, rel=0.01) for split in splits[2:])


def test_a_slow_front_keeps_the_field_together_longer_than_a_fast_one() -> None:
    def spread(leading: float) -> float:
        runners = (entry("A", 215.0, {800.0: leading}), *(entry(f"R{k}", 215.5 + k) for k in range(6)))
        sparse = race(*runners)
        passed = [times(sparse, reconstruct(sparse), index)[800.0] for index in range(7)]
        return max(passed) - min(passed)

    assert spread(122.0) < spread(115.0) < spread(110.0)


def test_whoever_finishes_far_back_loses_more_late_than_early() -> None:
    sparse = race(entry("A", 215.0), entry("B", 216.0), entry("C", 235.0))
    made = reconstruct(sparse)
    gaps = [times(sparse, made, 2)[at] - times(sparse, made, 0)[at] for at in (500.0, 1000.0, 1500.0)]
    assert gaps[1] - gaps[0] < gaps[2] - gaps[1]


def test_a_race_is_sparse_when_a_runner_has_a_hole_of_more_than_two_hundred_metres() -> None:
    full: dict[float, float | str] = {100.0 * k: 14.0 * k for k in range(1, 15)}
    assert not is_sparse(race(entry("A", 210.0, full), entry("B", 211.0, full)))
    assert is_sparse(race(entry("A", 210.0, full), entry("B", 211.0)))
    assert not is_sparse(race(entry("A", 46.0), entry("B", 47.0), distance=400.0))
    assert not is_sparse(race(entry("A", 210.0)))
    assert not is_sparse(race(*(entry(f"R{k}", 210.0) for k in range(101))))


@st.composite
def sparse_races(draw: st.DrawFn) -> Race:
    """A race that was run, of which some times and orders are known."""
    distance = draw(st.sampled_from([800.0, 1500.0, 1609.344, 3000.0]))
    count = draw(st.integers(2, 7))
    points = [100.0 * k for k in range(1, math.ceil(distance / 100))]
    paces = [[draw(st.floats(14.0, 19.0)) for _ in range(draw(st.integers(1, 3)))] for _ in range(count)]
    runs = [[sum(pace[k % len(pace)] for k in range(n + 1)) for n in range(len(points) + 1)] for pace in paces]
    runners, facts = [], []
    for index, run in enumerate(runs):
        known = draw(st.lists(st.integers(0, len(points) - 1), max_size=3, unique=True))
        result = run[-2] + (run[-1] - run[-2]) * (distance - points[-1]) / 100 if draw(st.booleans()) else None
        splits: dict[float, float | str] = {points[k]: round(run[k], 2) for k in known}
        runners.append(entry(f"Runner {index}", result, splits))
    reached = [(e.result is not None, max((s.distance for s in e.splits), default=0.0)) for e in runners]
    for k in draw(st.lists(st.integers(0, len(points) - 1), max_size=2, unique=True)):
        there = [i for i, (home, last) in enumerate(reached) if home or last >= points[k]]
        order = sorted(there, key=lambda i: round(runs[i][k], 2))
        if len(order) > 1:
            facts.append(Fact(at=points[k], order=tuple(order[: draw(st.integers(1, len(order)))])))
    return race(*runners, distance=distance, facts=tuple(facts))


@examples(40)
@given(sparse_races())
def test_what_was_run_and_is_known_in_part_is_obeyed_exactly(sparse: Race) -> None:
    made = reconstruct(sparse)
    assert not made.conflicts
    paths = [times(sparse, made, index) for index in range(len(sparse.entries))]
    for path in paths:
        assert all(a < b for a, b in pairwise([0.0, *path.values()]))
    for runner, splits in zip(sparse.entries, made.splits, strict=True):
        assert not {split.distance for split in splits} & {split.distance for split in runner.splits}
        assert all(split.margin is not None and split.margin >= 0 for split in splits)
    for fact in sparse.facts:
        assert fact.at is not None
        passed = [paths[index][fact.at] for index in fact.order]
        assert all(a <= b + 0.0011 for a, b in pairwise(passed))
        others = [path[fact.at] for index, path in enumerate(paths) if index not in fact.order and fact.at in path]
        assert all(passed[-1] <= other + 0.0011 for other in others)


@examples(30)
@given(sparse_races(), st.data())
def test_a_gap_against_an_order_is_named_whatever_else_is_known(sparse: Race, data: st.DataObject) -> None:
    finishers = [index for index, runner in enumerate(sparse.entries) if runner.result is not None]
    if len(finishers) < 2:
        return
    first, second = data.draw(st.permutations(finishers))[:2]
    gap = Fact(at=650.0, runner=first, behind=second, gap=0.5, line=1)
    order = Fact(at=650.0, order=(first, second), line=2)
    made = reconstruct(race(*sparse.entries, distance=sparse.distance, facts=(*sparse.facts, gap, order)))
    assert made.conflicts
    assert not any(made.splits)
    # Either the two contradict one another alone, or one of them contradicts the times: nothing else is at odds.
    assert {1, 2} & {conflict.line for conflict in made.conflicts}


def test_a_wheelchair_takes_no_estimates_from_the_field() -> None:
    field = [
        entry("Ada", 7400.0, {21_097.5: 3700.0}),
        entry("Bea", 7600.0, {21_097.5: 3790.0}),
    ]
    wheels = entry("Wheels", 4890.0, {21_097.5: 2410.0})
    alone, beside = (reconstruct(race(*entries, distance=42_195.0)) for entries in (field, [*field, wheels]))
    assert not beside.conflicts
    assert beside.splits == (*alone.splits, ())


@pytest.mark.parametrize("distance", [42_195.0, 100_000.0, 160_000.0, 999_000.0])
def test_a_long_road_has_no_more_points_than_a_marathon(distance: float) -> None:
    runners = [entry(f"R{i}", distance / (3.0 - i / 10)) for i in range(6)]
    made = reconstruct(race(*runners, distance=distance, course=Course(Surface.ROAD)))
    assert all(20 <= len(own) <= 45 for own in made.splits)


def test_a_half_that_took_a_runner_six_times_as_long_as_the_other_ends_the_search() -> None:
    """Two days of it: HiGHS went on for ever."""
    quick = entry("Ann Abel", 96_007.0, {80_467.0: 39_600.0})
    slow = entry("Bea Bond", 360_000.0, {80_467.0: 46_800.0})
    made = reconstruct(race(quick, slow, distance=160_934.0))
    assert len(made.splits) == 2


def test_somebody_hurt_who_stops_far_behind_leaves_the_others_where_they_were() -> None:
    sparse = field(pacemaker=False)
    hurt = race(*sparse.entries, entry("Ian Injured", None, {300.0: 60.6}, status=Status.DNF))
    before, after = reconstruct(sparse), reconstruct(hurt)
    for index in range(5):
        for at, seconds in times(sparse, before, index).items():
            assert times(hurt, after, index)[at] == pytest.approx(seconds, abs=0.3)


def test_a_slip_in_the_leaders_time_bends_nobody_elses_curve() -> None:
    laps: dict[float, float | str] = {400.0: 57.0, 800.0: 125.0, 1200.0: 172.0}
    slipped = race(entry("Ann", 214.0, laps), *(entry(name, 215.0 + k) for k, name in enumerate("BCDE")))
    bare = race(entry("Ann", 214.0, {400.0: 57.0, 1200.0: 172.0}), *(entry(n, 215.0 + k) for k, n in enumerate("BCDE")))
    made, expected = reconstruct(slipped), reconstruct(bare)
    for index in range(1, 5):
        assert times(slipped, made, index)[800.0] == pytest.approx(times(bare, expected, index)[800.0], abs=0.3)


def test_a_slip_in_the_only_time_leaves_the_others_as_if_it_were_not_given() -> None:
    others = [entry(name, 110.0 + k) for k, name in enumerate("BCDE")]
    slip: dict[float, float | str] = {400.0: 64.2}
    slipped, bare = (race(entry("Ann", 109.2, at), *others, distance=800.0) for at in (slip, {}))
    made, expected = reconstruct(slipped), reconstruct(bare)
    assert all(times(slipped, made, k) == pytest.approx(times(bare, expected, k)) for k in range(1, 5))


def test_a_field_led_by_somebody_who_finishes_far_back_is_closer_than_one_led_by_the_winner() -> None:
    def led_by(leader: str) -> Race:
        return race(*(entry(n, 210.0 + 4 * k, {800.0: 114.0} if n == leader else {}) for k, n in enumerate("ABCDE")))

    pack, string = (times(made, reconstruct(made), 3)[800.0] for made in (led_by("E"), led_by("A")))
    assert 114.0 < pack < string - 0.5


def test_who_may_have_led_where_he_has_no_node_raises_nothing(tmp_path: Path) -> None:
    entries = "[{name: Ann, result: 1600.0}, {name: Bea, result: 1610.0}, {name: Cyd}]"
    path = tmp_path / "race.yaml"
    fact = "{at: start, leader_time: 33.36, runners: [Ann, Bea, Cyd]}"
    path.write_text(f"race: A\ndistance: 10000\nentries: {entries}\nfacts: [{fact}]\n", encoding="utf-8")
    sparse = read_race(path)[0]
    assert len(reconstruct(sparse).splits) == 3
