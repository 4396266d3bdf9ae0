import math
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.motion import Motion, motion_of
from replay.motion.curves import TOP_SPEED, RunnerMotion
from replay.motion.large import FieldMotion
from replay.race.race import Clock, Entry, Evidence, Race, Split, Status, Stopped
from tests.builders import entry, london, race, time
from tests.together import together

DISTANCE = 1500.0


@st.composite
def runners(draw: st.DrawFn) -> Entry:
    """Somebody with splits and perhaps a result, at speeds between a stroll and a sprint."""
    places = draw(st.lists(st.integers(1, 149), unique=True, max_size=8).map(sorted))
    at, t = {}, 0.0
    last = 0.0
    for place in [*places, 150]:
        distance = place * 10.0
        t += (distance - last) / draw(st.floats(0.5, 11.0)) + 0.5
        at[distance], last = t, distance
    last_time = at.pop(DISTANCE)
    result = last_time if draw(st.booleans()) or not places else None
    status = Status.FINISHED if result is not None else draw(st.sampled_from([Status.DNF, Status.UNKNOWN, Status.DQ]))
    stopped = draw(st.sampled_from([None, Stopped(by=1400.0), Stopped(after=1000.0), Stopped(1000.0, 1200.0)]))
    return entry("R", result, dict(at), status=status, stopped=stopped)


@st.composite
def wild_runners(draw: st.DrawFn) -> Entry:
    """Anything a file could hold, sense or not."""
    at = draw(st.dictionaries(st.floats(0.1, 1499.9), st.floats(0.0, 500.0), max_size=6))
    result = draw(st.none() | st.floats(0.0, 500.0))
    return entry(
        "R", result, dict(at), status=draw(st.sampled_from(Status)), stopped=Stopped(after=draw(st.floats(0, 2000)))
    )


def motions(*entries: Entry, distance: float = DISTANCE) -> list[Motion]:
    one = race(*entries, distance=distance)
    return [RunnerMotion(one), FieldMotion(one)]


@given(runners())
def test_every_split_and_the_finish_are_passed_exactly(runner: Entry) -> None:
    for motion in motions(runner):
        for split in runner.splits:
            seconds = split.time.seconds
            assert motion.distance_at(0, seconds) == pytest.approx(split.distance, abs=1e-6)
            assert motion.distances_at(seconds)[0] == pytest.approx(split.distance, abs=1e-6)
        if runner.result is not None:
            assert motion.distance_at(0, runner.result.seconds) == DISTANCE
            assert motion.distances_at(runner.result.seconds)[0] == DISTANCE
            assert motion.end(0) == runner.result.seconds


@given(st.one_of(runners(), wild_runners()))
def test_nobody_ever_runs_backwards_or_leaves_the_course(runner: Entry) -> None:
    for motion in motions(runner):
        end = motion.end(0)
        if end is None:
            assert motion.distance_at(0, 10.0) is None
            assert math.isnan(motion.distances_at(10.0)[0])
            continue
        run = [motion.distance_at(0, end * (k / 200)) for k in range(201)]
        assert run[0] == 0.0
        for a, b in pairwise(run):
            assert a is not None
            assert b is not None
            assert a - 1e-9 <= b <= DISTANCE


@given(runners(), st.floats(0, 1))
def test_the_time_at_a_distance_is_the_inverse_of_the_distance_at_a_time(runner: Entry, part: float) -> None:
    for motion in motions(runner):
        end = motion.end(0)
        assert end is not None
        distance = motion.distance_at(0, end)
        assert distance is not None
        t = motion.time_at(0, distance * part)
        assert t is not None
        assert motion.distance_at(0, t) == pytest.approx(distance * part, rel=1e-9, abs=1e-9)
        assert motion.times_at(distance * part)[0] == pytest.approx(t, rel=1e-6, abs=1e-5)
        assert motion.time_at(0, distance + 1.0) is None
        assert math.isnan(motion.times_at(distance + 1.0)[0])


@given(st.lists(runners(), min_size=1, max_size=5), st.lists(st.floats(-1, 4000), min_size=1, max_size=10))
def test_a_field_moves_as_its_runners_do_whatever_the_order_of_questions(
    field: list[Entry], times: list[float]
) -> None:
    one, many = motions(*field)
    for t in times:
        assert list(many.distances_at(t)) == pytest.approx(list(one.distances_at(t)), abs=1e-6, nan_ok=True)
        for i in range(len(field)):
            assert many.speed_at(i, t) == one.speed_at(i, t)


@given(runners(), st.floats(0.001, 0.999))
def test_the_speed_is_the_slope_of_the_distance(runner: Entry, part: float) -> None:
    motion = motions(runner)[0]
    end = motion.end(0)
    assert end is not None
    t, step = end * part, end * 1e-6
    before, after = motion.distance_at(0, t - step), motion.distance_at(0, t + step)
    assert before is not None
    assert after is not None
    assert motion.speed_at(0, t) == pytest.approx((after - before) / (2 * step), rel=1e-2, abs=1e-2)


def test_runners_start_from_rest_and_are_at_speed_within_a_few_seconds() -> None:
    motion = motion_of(race(entry("A", 215.0)))
    assert motion.speed_at(0, 0.0) == 0.0
    early = motion.distance_at(0, 1.0)
    assert early is not None
    assert 0.5 < early < 2.0
    assert motion.speed_at(0, 5.0) == pytest.approx(1500 / 213.5, rel=1e-6)


def test_who_has_only_a_result_runs_an_even_pace() -> None:
    motion = motion_of(race(entry("A", 215.0)))
    speeds = [motion.speed_at(0, float(t)) for t in range(4, 215)]
    assert min(s for s in speeds if s) == pytest.approx(max(s for s in speeds if s), rel=1e-9)


def test_steady_splits_printed_to_a_tenth_make_a_steady_speed() -> None:
    at: dict[float, float | str] = {100.0 * k: round(100.0 * k / 7.13 + 1.5, 1) for k in range(1, 15)}
    motion = motion_of(race(entry("A", 211.9, at)))
    speeds = [motion.speed_at(0, t / 10) or 0.0 for t in range(40, 2119)]
    assert max(speeds) < 7.13 * 1.02
    assert min(speeds) > 7.13 * 0.98


def test_a_doubtful_split_is_not_obeyed() -> None:
    runner = entry("A", 215.0, {800: 100.0})
    split = runner.splits[0]
    doubted = replace(runner, splits=(replace(split, time=replace(split.time, doubtful=True)),))
    assert motion_of(race(doubted)).distance_at(0, 100.0) != pytest.approx(800.0, abs=10)
    assert motion_of(race(runner)).distance_at(0, 100.0) == 800.0


def test_one_impossible_split_is_left_out_and_the_others_are_kept() -> None:
    motion = motion_of(race(entry("A", 215.0, {400: 57.0, 500: 190.0, 800: 114.0, 1200: 172.0})))
    assert motion.distance_at(0, 114.0) == 800.0
    assert motion.distance_at(0, 190.0) != pytest.approx(500.0, abs=100)
    path = motion.path(0)
    assert path is not None
    assert [split.distance for split in path.splits] == [400, 800, 1200]


def test_of_two_ways_through_impossible_splits_the_one_through_more_of_them_is_taken() -> None:
    # 900 m in 80 s can be run, but not from either of the splits before, and the one behind can be reached from all.
    path = motion_of(race(entry("A", 215.0, {400: 57.0, 800: 114.0, 900: 80.0, 1200: 172.0}))).path(0)
    assert path is not None
    assert path.distances == (0, 400, 800, 1200, 1500)


def test_of_two_times_at_one_distance_one_is_obeyed() -> None:
    twice = (Split(400.0, time(57.0)), Split(400.0, time(57.4)), Split(800.0, time(114.0)))
    path = motion_of(race(replace(entry("A", 215.0), splits=twice))).path(0)
    assert path is not None
    assert path.distances == (0, 400, 800, 1500)


def test_splits_a_step_apart_are_kept_beside_an_impossible_one() -> None:
    path = motion_of(race(entry("A", 215.0, {400: 57.0, 500: 190.0, 800: 114.0, 800.5: 114.1}))).path(0)
    assert path is not None
    assert path.distances == (0, 400, 800, 800.5, 1500)


def test_a_result_nobody_could_run_is_not_obeyed() -> None:
    motion = motion_of(race(entry("A", 60.0, {400: 57.0})))
    assert motion.distance_at(0, 57.0) == 400.0
    assert motion.end(0) == 57.0


def test_nobody_runs_on_faster_than_anybody_can() -> None:
    runner = entry("A", None, {1: 0.08}, status=Status.FINISHED)
    assert motion_of(race(runner)).end(0) == pytest.approx(0.08 + 1499 / TOP_SPEED)


@given(wild_runners())
def test_the_points_obeyed_never_need_an_impossible_speed(runner: Entry) -> None:
    path = motion_of(race(runner)).path(0)
    if path is not None:
        points = list(zip(path.times, path.distances, strict=True))
        for (t0, d0), (t1, d1) in pairwise(points):
            assert t1 > t0
            assert 0 < d1 - d0 <= TOP_SPEED * (t1 - t0) * (1 + 1e-9) or runner.status is Status.DNF


@together(
    ("stopped", "where"),
    [
        (None, 800.0),
        (Stopped(after=800.5), 800.5),
        (Stopped(after=800.0, by=1000.0), 900.0),
        (Stopped(by=1200.0), 1000.0),
        (Stopped(after=1000.0), 1000.0),
        (Stopped(after=600.0), 800.0),
        (Stopped(after=1500.0), 1499.0),  # who stops did not finish
    ],
)
def test_who_does_not_finish_runs_on_at_his_pace_to_where_he_stopped(stopped: Stopped | None, where: float) -> None:
    runner = entry("P", None, {400: 56.0, 800: 112.0}, status=Status.DNF, stopped=stopped)
    motion = motion_of(race(runner))
    assert motion.end(0) == pytest.approx(112.0 + (where - 800) / (400 / 56.0))
    assert motion.distance_at(0, 1000.0) == pytest.approx(where)
    assert motion.time_at(0, where + 1) is None


def test_who_stopped_somewhere_stopped_behind_his_last_time_however_far_he_is_estimated() -> None:
    runner = entry("P", None, {400: 56.0, 800: 112.0}, status=Status.DNF, stopped=Stopped(by=1200.0))
    guess = Split(900.0, time(126.0, Evidence.ESTIMATED), margin=5.0)
    motion = motion_of(race(replace(runner, splits=(*runner.splits, guess))))
    assert motion.distance_at(0, 1000.0) == pytest.approx(1000.0)  # half way between 800 m and 1200


def test_who_walks_is_where_he_is_when_he_is_there() -> None:
    motion = RunnerMotion(race(entry("W", 4000.0, {500: 900.0, 1000: 3000.0})))
    for far in (1.0, 250.0, 499.0, 501.0, 700.0, 999.0, 1100.0):
        t = motion.time_at(0, far)
        assert t is not None
        assert motion.distance_at(0, t) == pytest.approx(far)


def test_one_of_unknown_fate_is_nowhere_after_his_last_split() -> None:
    motion = motion_of(race(entry("U", None, {400: 56.0})))
    assert motion.distance_at(0, 30.0) is not None
    assert motion.distance_at(0, 56.0) == 400.0
    assert motion.distance_at(0, 56.1) is None


@pytest.mark.parametrize(("seen", "until"), [(400.0, 430.0), (1480.0, 1499.0)])
def test_one_of_unknown_fate_is_there_for_a_few_strides_after_a_report_of_him(seen: float, until: float) -> None:
    reports = tuple(Split(far, time(far * 0.14, Evidence.ESTIMATED), margin=5.0) for far in (200.0, seen))
    motion = motion_of(race(replace(entry("U"), splits=reports)))
    assert motion.end(0) == pytest.approx(until * 0.14)
    assert motion.distance_at(0, until * 0.14 + 0.1) is None


def test_who_did_not_start_or_has_no_times_is_never_anywhere() -> None:
    motion = motion_of(race(entry("S", None, {400: 56.0}, status=Status.DNS), entry("N"), entry("F", 215.0)))
    assert [motion.end(i) for i in range(3)] == [None, None, 215.0]
    assert motion.distance_at(0, 10.0) is None
    assert motion.time_at(1, 10.0) is None


def test_a_split_at_the_race_s_own_distance_yields_to_the_result() -> None:
    motion = motion_of(race(entry("A", 215.0, {1500: 216.0})))
    assert motion.end(0) == 215.0


def test_a_disqualified_runner_with_a_result_runs_as_she_ran() -> None:
    motion = motion_of(race(entry("D", 215.0, {800: 115.0}, status=Status.DQ)))
    assert motion.distance_at(0, 215.0) == DISTANCE


def test_in_london_everybody_stands_at_every_split_at_its_time() -> None:
    one = london()
    motion = motion_of(one)
    for i, runner in enumerate(one.entries):
        for split in runner.splits:
            assert motion.distance_at(i, split.time.seconds) == pytest.approx(split.distance, abs=1e-6)
        if runner.result is not None:
            assert motion.distance_at(i, runner.result.seconds) == one.distance


def test_in_london_nobody_is_drawn_at_a_speed_no_miler_runs() -> None:
    one = london()
    motion = motion_of(one)
    for i in range(len(one.entries)):
        end = motion.end(i)
        assert end is not None
        speeds = [motion.speed_at(i, end * k / 500) or 0.0 for k in range(1, 501)]
        assert max(speeds) < 9.0


def test_a_large_field_is_moved_at_once_and_a_small_one_without_numpy() -> None:
    many = race(*(entry(f"R{i}", 210.0 + i / 10) for i in range(300)))
    assert isinstance(motion_of(many), FieldMotion)
    code = (
        "import sys; from replay.race.race import *; from replay.state.timeline import Timeline; "
        "r = Race('a', 'A', 100.0, (Entry('B', result=Time(11.0, Evidence.MEASURED), status=Status.FINISHED),)); "
        "Timeline(r).at(5.0); sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_empty_or_motionless_field_has_no_distances() -> None:
    nobody: Race = race(*(entry(f"R{i}", evidence=Evidence.REPORTED) for i in range(201)))
    motion = motion_of(nobody)
    assert all(math.isnan(d) for d in motion.distances_at(3.0))
    assert all(math.isnan(t) for t in motion.times_at(3.0))


def test_who_starts_late_stands_until_then_and_runs_on_from_there() -> None:
    late = replace(entry("Late", 400.0, {500.0: 230.0}), start=100.0)
    motion = motion_of(race(late, distance=1000.0))
    assert [motion.distance_at(0, t) for t in (0.0, 50.0, 100.0)] == [0.0, 0.0, 0.0]
    assert [motion.speed_at(0, t) for t in (0.0, 50.0)] == [0.0, 0.0]
    assert motion.distance_at(0, 230.0) == pytest.approx(500.0)
    assert [motion.time_at(0, far) for far in (-5.0, 0.0, 1000.0)] == [100.0, 100.0, 400.0]
    assert list(motion.on_course(99.0)) == []
    assert len(motion.on_course(101.0)) == 1
    own = motion_of(race(replace(late, start=None, **moved(late, -100.0)), distance=1000.0))
    for t in range(300):
        assert motion.distance_at(0, t + 100.0) == pytest.approx(own.distance_at(0, float(t)))


def moved(one: Entry, by: float) -> dict[str, Any]:
    """The times of an entry, so many seconds later."""
    assert one.result is not None
    points: dict[float, float | str] = {split.distance: split.time.seconds + by for split in one.splits}
    other = entry(one.name, one.result.seconds + by, points)
    return {"result": other.result, "splits": other.splits}


def test_a_start_that_leaves_no_time_to_run_is_not_believed() -> None:
    motion = motion_of(race(replace(entry("Odd", 200.0), start=190.0), distance=1000.0))
    assert motion.distance_at(0, 100.0) == pytest.approx(500.0, abs=20)


def test_by_the_chip_nobody_waits_for_his_start() -> None:
    motion = motion_of(race(replace(entry("Late", 200.0), start=100.0), distance=1000.0, clock=Clock.NET))
    assert motion.distance_at(0, 100.0) == pytest.approx(500.0, abs=20)
