import math
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.race.race import Course, Race, Status, Surface
from replay.race.track import track_of
from replay.state.packing import ABREAST, PACKED, Placing
from replay.state.timeline import Timeline
from tests.builders import entry, london, race
from tests.depth import examples
from tests.together import together


@st.composite
def packs(draw: st.DrawFn) -> Race:
    """Runners never far from each other."""
    entries = []
    for k in range(draw(st.integers(2, 8))):
        at: dict[float, float | str] = {d: d / 7 + draw(st.integers(0, 15)) / 10 for d in (300, 700, 1100)}
        entries.append(entry(f"R{k}", 1500 / 7 + draw(st.integers(0, 15)) / 10, at))
    return race(*entries)


@examples(25)
@given(packs(), st.lists(st.floats(0, 220), min_size=2, max_size=5))
def test_the_same_race_packs_the_same_way_whatever_was_asked_before(field: Race, times: list[float]) -> None:
    one, other = Placing(Timeline(field)), Placing(Timeline(field))
    assert [one.outs_at(t) for t in times] == [other.outs_at(t) for t in reversed(times)][::-1]


@examples(25)
@given(packs(), st.floats(0, 214))
def test_nobody_jumps_sideways_or_leaves_the_track(field: Race, t: float) -> None:
    timeline = Timeline(field)
    placing = Placing(timeline)
    width = timeline.track.lanes * timeline.track.lane_width
    before, after = placing.outs_at(t), placing.outs_at(t + 0.1)
    assert all(-0.07 - 1e-6 <= b - a <= 0.18 + 1e-6 for a, b in zip(before, after, strict=True))
    assert all(-1e-9 <= out <= width for out in before)


def test_a_runner_alone_runs_on_the_inside() -> None:
    placing = Placing(Timeline(race(entry("A", 210.0))))
    assert placing.outs_at(100.0) == [pytest.approx(0.0)]


def following(metres: float) -> Placing:
    """Two at an even 7 m/s, the second so many metres behind the first."""
    late = metres / 7
    points = (300.0, 700.0, 1100.0)
    first = entry("First", 216.0, {far: far / 7 + 2 for far in points})
    second = entry("Second", 216.0 + late, {far: far / 7 + 2 + late for far in points})
    return Placing(Timeline(race(first, second)))


@together(("behind", "apart"), [(0.0, 0.9), (1.0, 0.9), (1.5, 0.9), (1.7, 0.0), (5.0, 0.0)])
def test_who_is_alongside_keeps_his_distance_and_who_is_clear_runs_on_the_inside(behind: float, apart: float) -> None:
    placing = following(behind)
    for t in (100.0, 120.0, 150.5):
        assert placing.outs_at(t) == pytest.approx([0.0, apart], abs=0.01)


def test_at_the_gun_two_stand_a_metre_apart() -> None:
    assert following(0.0).outs_at(0.0) == pytest.approx([0.0, 1.0], abs=0.02)


def test_a_race_packed_bit_by_bit_is_packed_as_it_is_asked_for() -> None:
    bits, asked = following(1.0), following(1.0)
    assert not bits.pack_on(0.0)
    while not bits.pack_on(0.01):
        pass
    assert bits.pack_on(0.0)
    for t in (0.0, 33.3, 215.9, 999.0):
        assert bits.outs_at(t) == asked.outs_at(t)
        assert bits.outs_of([1], t) == asked.outs_at(t)[1:]


@pytest.mark.parametrize(("runners", "lines"), [(60, False), (61, True)])
def test_up_to_sixty_are_packed_and_in_a_larger_field_each_keeps_to_a_line(runners: int, lines: bool) -> None:
    field = race(*(entry(f"R{k:02}", 900.0 + k) for k in range(runners)), distance=5000.0, course=Course(Surface.ROAD))
    placing = Placing(Timeline(field))
    assert placing.pack_on(0.0) == lines
    outs = placing.outs_at(0.0)
    assert (outs == sorted(outs)) == (not lines)
    assert placing.outs_of([7, 3], 0.0) == [outs[7], outs[3]]
    track = track_of(field)
    assert 0 <= min(outs) <= max(outs) <= track.lanes * track.lane_width - 0.5


def test_runners_spread_across_the_start_line_and_merge_to_the_inside() -> None:
    timeline = Timeline(race(*(entry(f"R{k}", 205.0 + 3 * k, {300: 40.0 + 0.8 * k}) for k in range(10))))
    placing = Placing(timeline)
    start = sorted(placing.outs_at(0.0))
    assert all(b - a > 0.8 for a, b in pairwise(start))
    assert max(placing.outs_at(60.0)) < 1.0


def test_who_passes_goes_round_the_outside_and_comes_back_in() -> None:
    passed = entry("Passed", 214.0, {700: 100.0})
    passer = entry("Passer", 210.0, {700: 101.5})
    timeline = Timeline(race(passed, passer))
    placing = Placing(timeline)
    level = next(t / 10 for t in range(1010, 2100) if _ahead(timeline, t / 10) > 0)
    inside, outside = placing.outs_at(level)
    assert outside - inside >= 0.8
    assert inside == pytest.approx(0.0, abs=0.05)
    assert placing.outs_at(level - 20)[1] == pytest.approx(0.0, abs=0.05)
    assert placing.outs_at(level + 20)[1] == pytest.approx(0.0, abs=0.05)


def _ahead(timeline: Timeline, t: float) -> float:
    passed, passer = timeline.motion.distances_at(t)
    return passer - passed


def test_in_lanes_everybody_stays_in_his_lane() -> None:
    field = race(*(entry(f"R{k}", 44.0 + k / 10, lane=k) for k in range(1, 9)), distance=400.0)
    timeline = Timeline(field)
    placing = Placing(timeline)
    lanes = [timeline.track.lane_out(k) for k in range(1, 9)]
    for t in (0.0, 10.0, 40.0):
        assert placing.outs_at(t) == pytest.approx(lanes)


def test_in_lanes_the_outer_runner_is_drawn_ahead_by_the_stagger_that_is_left() -> None:
    field = race(*(entry(f"R{k}", 44.0, lane=k) for k in range(1, 9)), distance=400.0)
    timeline = Timeline(field)
    placing = Placing(timeline)
    start = placing.alongs(timeline.motion.distances_at(0.0))
    assert list(start) == sorted(start)
    assert start[-1] > 40
    assert list(placing.alongs(timeline.motion.distances_at(44.0))) == pytest.approx([400.0] * 8)


def test_after_the_break_line_of_an_800_runners_come_to_the_inside() -> None:
    field = race(*(entry(f"R{k}", 103.0 + 2 * k, lane=k) for k in range(1, 9)), distance=800.0)
    placing = Placing(Timeline(field))
    assert placing.outs_at(8.0)[7] == pytest.approx(8.44)
    assert max(placing.outs_at(60.0)) < 1.0


def test_runners_without_a_lane_get_the_free_ones_in_order_of_their_names() -> None:
    field = race(entry("Zed", 44.0), entry("Abel", 45.0), entry("Mid", 44.5, lane=1), distance=400.0)
    timeline = Timeline(field)
    outs = Placing(timeline).outs_at(5.0)
    assert outs == pytest.approx([timeline.track.lane_out(lane) for lane in (3, 2, 1)])


def test_in_london_runners_abreast_are_drawn_apart() -> None:
    timeline = Timeline(london())
    placing = Placing(timeline)
    together = hidden = 0
    for step in range(4, 440):
        t = step / 2
        run, outs = timeline.motion.distances_at(t), placing.outs_at(t)
        going = [i for i, e in enumerate(timeline.race.entries) if t < (timeline.motion.end(i) or 0.0)]
        for i, j in combinations(going, 2):
            if abs(run[i] - run[j]) < 1:
                together += 1
                hidden += abs(outs[i] - outs[j]) < 0.8
    assert together > 500
    assert hidden < 0.02 * together


def test_one_who_is_nowhere_does_not_disturb_the_others() -> None:
    field = race(entry("A", 210.0), entry("B"), entry("C", None, {300: 43.0}, status=Status.DNF))
    assert all(math.isfinite(out) for out in Placing(Timeline(field)).outs_at(100.0))


def test_one_who_is_nowhere_has_no_place_along_the_lanes_either() -> None:
    timeline = Timeline(race(entry("A", 44.0, lane=5), entry("B", lane=6), distance=400.0))
    alongs = Placing(timeline).alongs(timeline.motion.distances_at(10.0))
    assert alongs[0] > 70
    assert math.isnan(alongs[1])


def test_a_large_field_is_spread_over_the_width_of_the_road() -> None:
    course = Course(Surface.ROAD)
    field = race(*(entry(f"R{k}", 900.0 + k) for k in range(PACKED + 50)), distance=5000.0, course=course)
    timeline = Timeline(field)
    outs = Placing(timeline).outs_at(100.0)
    assert len(outs) == PACKED + 50
    assert 0 <= min(outs) < 0.2
    assert max(outs) > timeline.track.lanes * timeline.track.lane_width - 1


def test_who_is_clear_of_the_others_moves_in_by_070_m_a_second() -> None:
    # From seven metres out on a start line eight wide, with the others gone before him.
    field = race(*(entry(f"R{k}", 200.0 + 5 * k, {100: 14.0 + k}) for k in range(8)))
    placing = Placing(Timeline(field))
    going = [placing.outs_at(t)[7] for t in (5.0, 6.0, 7.0, 8.0)]
    assert [a - b for a, b in pairwise(going)] == pytest.approx([0.7] * 3)


def test_nobody_goes_out_faster_than_18_m_a_second_and_past_two_abreast_it_is_18_m() -> None:
    points = (300.0, 700.0, 1100.0)
    abreast = [entry(name, 216.0, {far: far / 7 + 2 for far in points}) for name in ("A", "B")]
    placing = Placing(Timeline(race(*abreast, entry("Passer", 208.0, {700: 102.5}))))
    outs = [placing.outs_at(t / 2)[2] for t in range(100, 410)]
    assert max(outs) == pytest.approx(1.8)
    assert 0.7 < max(b - a for a, b in pairwise(outs)) <= 0.9


def test_in_a_large_field_the_lines_are_spread_by_the_golden_ratio_so_that_neighbours_are_apart() -> None:
    field = race(*(entry(f"R{k}", 900.0 + k) for k in range(61)), distance=5000.0, course=Course(Surface.ROAD))
    track = track_of(field)
    width = track.lanes * track.lane_width - 0.5
    shares = [out / width for out in Placing(Timeline(field)).outs_of(range(5), 0.0)]
    assert shares == pytest.approx([0.0, 0.618034, 0.236068, 0.854102, 0.472136])


@pytest.mark.parametrize(("seconds", "steps"), [(300.0, 602), (1200.0, 1202)])
def test_a_race_is_packed_in_half_seconds_a_long_one_in_1200_steps_and_then_nothing_more_is_worked_out(
    seconds: float, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    timeline = Timeline(race(entry("A", seconds)))
    asked: list[float] = []
    distances_at = timeline.motion.distances_at

    def counted(t: float) -> Sequence[float]:
        asked.append(t)
        return distances_at(t)

    monkeypatch.setattr(timeline.motion, "distances_at", counted)
    placing = Placing(timeline)
    while not placing.pack_on(1.0):
        pass
    assert len(asked) == steps
    placing.outs_at(0.0)
    placing.outs_at(seconds)
    assert len(asked) == steps
    assert asked[-1] == pytest.approx(steps * seconds / (steps - 2))


def test_who_starts_slowly_moves_in_from_the_first_step_on() -> None:
    walkers = (entry(name, 500.0) for name in "AB")
    timeline = Timeline(race(*walkers, distance=400.0, course=Course(Surface.ROAD)))
    assert timeline.motion.distances_at(0.5)[1] < 1
    assert Placing(timeline).outs_at(0.5)[1] == pytest.approx((1.0 + 5 * 0.9) / 6)


def test_where_lanes_are_left_everybody_is_drawn_ahead_by_his_stagger() -> None:
    placing = Placing(Timeline(race(entry("A", 50.0, lane=1), entry("B", 51.0, lane=8), distance=400.0)))
    run, along = placing.run_at(0.0)
    assert (list(run), along[0], along[1]) == ([0.0, 0.0], 0.0, placing.along(1, 0.0))
    assert along[1] > 40
    together = Placing(Timeline(race(entry("A", 240.0), entry("B", 241.0))))
    assert together.run_at(100.0)[1] == together.run_at(100.0)[0]


@together(
    ("out", "near", "goes"),
    [
        (0.2, [(ABREAST, True)], "in"),  # along the inside there is just room
        (0.2, [(ABREAST - 0.01, True)], "out"),
        (2.0, [(2.0, False)], "on"),  # nobody cuts in on who is as far out close behind
        (2.0, [(2.01, False)], "in"),
        (2.0, [(2.0 - ABREAST, False)], "on"),
        (2.0, [], "in"),
    ],
)
def test_who_has_others_near_goes_where_there_is_room(out: float, near: list[tuple[float, bool]], goes: str) -> None:
    moved = following(0.0)._move(out, near)
    assert ("in" if moved < out else "out" if moved > out else "on") == goes
