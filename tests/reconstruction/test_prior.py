"""How races start: on a straight, in a bend or in lanes; and races on which nothing was fitted."""

import numpy as np
import pytest

from replay.files.formats import read_race
from replay.race.race import Course, Fact, Race, Role, Status, Surface
from replay.reconstruction import prior, reconstruct
from replay.reconstruction.prior import SHIPPED, front_course, gap_by_laps, own_share, smooth, wandering
from replay.reconstruction.statements import gather
from tests.benchmarks.fitting import FURTHER, break_gain, straight_gain
from tests.benchmarks.reconstruction import measure
from tests.builders import entry, race
from tests.places import BENCHMARKS
from tests.together import together

UNSEEN = sorted((BENCHMARKS / "unseen").glob("*.csv"))
EVEN = {400.0: 60.0, 800.0: 120.0, 1200.0: 180.0}


def further(distance: float) -> list[Race]:
    found = [read_race(path)[0] for path in FURTHER]
    return [one for one in found if one.distance == distance]


def even(distance: float) -> Race:
    """Three who pass every lap in 60 s and finish at that pace."""
    laps: dict[float, float | str] = {at: seconds for at, seconds in EVEN.items() if at < distance}
    return race(*(entry(name, distance * 0.15, laps) for name in ("First", "Second", "Third")), distance=distance)


def first_of(truth: Race, at: float) -> float:
    made = reconstruct(truth).splits
    return min(split.time.seconds for splits in made for split in splits if split.distance == at)


@together(
    ("distance", "course", "straight"),
    [
        (1500.0, Course(), True),
        (1609.344, Course(), False),
        (3000.0, Course(), False),
        (800.0, Course(), False),
        (1500.0, Course(Surface.INDOOR), False),
        (1500.0, Course(Surface.ROAD), False),
    ],
)
def test_1500_metres_start_at_the_head_of_the_back_straight(distance: float, course: Course, straight: bool) -> None:
    runner = entry("Runner", distance / 7)
    assert gather(race(runner, distance=distance, course=course), 100.0).straight is straight


def test_the_first_half_of_the_first_lap_is_faster_from_a_straight_than_from_a_bend() -> None:
    straight, bend = first_of(even(1500.0), 200.0), first_of(even(1609.344), 200.0)
    assert 28.5 < straight < bend - 0.2
    assert bend < 30.2


def test_a_start_on_the_straight_changes_nothing_after_the_first_lap() -> None:
    nodes = np.arange(100.0, 1501.0, 100.0)
    from_bend = front_course(SHIPPED, nodes, 7.0, 1500.0)
    from_straight = front_course(SHIPPED, nodes, 7.0, 1500.0, straight=True)
    assert np.all(from_straight[:3] < from_bend[:3])
    assert from_straight[3:] == pytest.approx(from_bend[3:])


@pytest.mark.parametrize("lap", [50.0, 53.0])
def test_800_metres_are_run_fast_to_the_break_whatever_tempo_follows(lap: float) -> None:
    field = race(*(entry(name, 105.0, {400.0: lap}) for name in ("First", "Second", "Third")), distance=800.0)
    assert 24.0 < first_of(field, 200.0) < 25.0


def test_the_numbers_of_the_starts_are_those_of_the_races_they_name() -> None:
    record = (100.91 / 4 - 23.4) * 800 / 100.91
    assert pytest.approx(straight_gain(further(1500.0)), abs=0.05) == prior._STRAIGHT_GAIN
    assert pytest.approx((record + break_gain(further(800.0))) / 2, abs=0.05) == prior._BREAK_GAIN


def test_nothing_was_fitted_on_the_races_kept_for_testing() -> None:
    assert len(UNSEEN) == 4
    assert not {path.stem for path in UNSEEN} & {path.stem for path in FURTHER}


@pytest.mark.parametrize(("protocol", "most"), [("report", 4.5), ("report+order", 3.5)])
def test_races_on_which_nothing_was_fitted_are_worked_out_from_reports(protocol: str, most: float) -> None:
    scores = [measure(read_race(path)[0], protocol, SHIPPED)[:2] for path in UNSEEN]
    assert np.mean([made.median for made, _ in scores]) < most
    assert np.mean([made.median for made, _ in scores]) < np.mean([base.median for _, base in scores])


def test_laps_of_races_on_which_nothing_was_fitted_are_filled_nearer_than_by_the_baseline() -> None:
    scores = [measure(read_race(path)[0], "laps", SHIPPED)[:2] for path in UNSEEN]
    assert np.mean([made.median for made, _ in scores]) < np.mean([base.median for _, base in scores])


def test_the_likely_gap_of_known_laps_passes_through_them_and_does_not_overshoot_where_it_turns() -> None:
    at, gaps = np.array([400.0, 800.0, 1200.0, 1500.0]), np.array([10.0, 2.0, 2.0, 30.0])
    assert gap_by_laps(SHIPPED, at, at, gaps, 1500.0) == pytest.approx(gaps)
    between = gap_by_laps(SHIPPED, np.linspace(400, 1200, 50), at, gaps, 1500.0)
    assert between.min() == pytest.approx(2.0)
    assert between.max() == pytest.approx(10.0)


def test_a_field_whose_laps_are_known_is_a_pack_deep_at_100_metres_but_level_in_lanes() -> None:
    at, nodes = np.array([400.0, 800.0]), np.array([10.0, 100.0])
    pack = gap_by_laps(SHIPPED, nodes, at, np.zeros(2), 1500.0)
    lanes = gap_by_laps(SHIPPED, nodes, at, np.zeros(2), 800.0)
    assert 2 < pack[1] < 8
    assert 0 <= lanes[0] < 0.5


def test_runners_whose_laps_are_level_are_level_between_them_and_nearly_so_in_the_lap_before_they_part() -> None:
    laps: dict[float, float | str] = {400.0: 58.0, 800.0: 117.0, 1200.0: 175.0}
    field = [entry("First", 215.0, laps), entry("Second", 216.0, laps), entry("Third", 221.0, laps)]
    made = [{s.distance: s.time.seconds for s in splits} for splits in reconstruct(race(*field)).splits]
    for distance, apart in ((600.0, 0.05), (1000.0, 0.35)):
        assert made[2][distance] == pytest.approx(made[0][distance], abs=apart)


def test_the_more_laps_are_known_the_more_a_runners_own_times_count_but_not_in_the_first() -> None:
    nodes = np.array([200.0, 400.0, 600.0])
    shares = [own_share(nodes, distance) for distance in (400.0, 800.0, 1500.0, 10_000.0)]
    assert all(share[0] == share[1] == 0 for share in shares)
    assert [share[2] for share in shares] == sorted({share[2] for share in shares})
    assert shares[0][2] == 0
    assert 0.9 < shares[-1][2] < 1


def test_a_pacemaker_timed_once_makes_no_jump_in_the_others_whose_laps_are_known() -> None:
    laps: list[dict[float, float | str]] = [
        {409.344: 56.0 + late, 809.344: 113.4 + late, 1209.344: 173.0 + late} for late in (0.0, 0.4, 0.8)
    ]
    field = [entry(f"Runner {number}", 228.0 + number, own) for number, own in enumerate(laps)]
    pace: dict[float, float | str] = {809.344: 112.5}
    field.append(entry("Pace", None, pace, status=Status.DNF, role=Role.PACEMAKER))
    for runner, made in zip(field, reconstruct(race(*field, distance=1609.344)).splits, strict=True):
        there = next(s.time.seconds for s in runner.splits if s.distance == 809.344)
        before = next(s.time.seconds for s in made if s.distance == 800.0)
        assert there - before == pytest.approx(9.344 / 7, abs=0.1)


def test_the_curve_through_known_values_keeps_them_and_is_straight_where_they_are() -> None:
    at = np.array([400.0, 800.0, 1200.0])
    assert smooth(at, at, np.array([60.0, 118.0, 181.0])) == pytest.approx([60.0, 118.0, 181.0])
    nodes = np.linspace(0, 1200, 13)
    assert smooth(nodes, at, at / 7) == pytest.approx(nodes / 7)


def paced_or_not(*, paced: bool) -> Race:
    """Ten who finish 2 m one behind another and one far back; the order of the first two is told."""
    pace: dict[float, float | str] = {400.0: 58.0}
    first = entry("Pace", None, pace, status=Status.DNF, role=Role.PACEMAKER) if paced else entry("Pace", 230.0, pace)
    others = [entry(f"Runner {number}", 220.0 + number / 3.5) for number in range(10)]
    return race(first, *others, entry("Far back", 300.0), facts=(Fact(at=400.0, order=(0, 1)),))


def at_400(truth: Race) -> list[float]:
    return [next(s.time.seconds for s in splits if s.distance == 400) - 58 for splits in reconstruct(truth).splits[1:]]


def test_who_is_not_named_runs_in_the_pack_of_those_named_unless_paced_or_far_back() -> None:
    free, paced = at_400(paced_or_not(paced=False)), at_400(paced_or_not(paced=True))
    assert max(free[1:-1]) < max(paced[1:-1])
    assert free[-1] > 2.0
    assert min(free[1:]) > free[0]


def test_ranges_are_wider_the_longer_a_race() -> None:
    assert wandering(800.0) == wandering(3000.0) == 1
    assert 1 < wandering(5000.0) < wandering(10_000.0)


def test_who_is_known_nowhere_on_the_way_deviates_nowhere() -> None:
    assert prior.scatter(np.array([]), 1500.0, 0.5).shape == (0,)
