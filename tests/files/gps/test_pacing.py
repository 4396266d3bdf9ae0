"""From a point a second to the splits that a curve needs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files.gps.pacing import Point, result_of, splits_of, step_for
from replay.motion.curves import Curve, path_of
from replay.race.race import Entry, Status
from tests.depth import examples
from tests.together import together


def even(seconds: int, pace: float, begin: float = 0.0, at: float = 0.0) -> list[Point]:
    return [(begin + t, at + pace * t) for t in range(1, seconds + 1)]


@together(
    ("distance", "seconds", "step"),
    [(1500, 240, 50), (5000, 1500, 20), (10_000, 1800, 50), (42_195, 12_000, 100), (100_000, 40_000, 200)],
)
def test_splits_are_six_seconds_apart_and_not_too_many(distance: float, seconds: float, step: float) -> None:
    assert step_for(distance, seconds) == step


def test_every_split_is_at_a_full_step_and_between_two_fixes_by_share() -> None:
    splits = splits_of([(1.6 * k, 6.3 * k) for k in range(1, 200)], 25.0, 1000.0)
    assert [split.distance for split in splits] == [25.0 * k for k in range(1, 40)]
    assert splits[0].time.text == "6.3"
    assert splits[9].time.seconds == pytest.approx(250 / 6.3 * 1.6, abs=0.06)


def test_in_a_hole_of_the_recording_nothing_is_known() -> None:
    points = [*even(100, 4.0), *even(100, 4.0, begin=400, at=1600)]
    distances = [split.distance for split in splits_of(points, 20.0, 2000.0)]
    assert not [metres for metres in distances if 400 < metres < 1600]
    assert 400 in distances
    assert 1600 not in distances or 1620 in distances


def test_who_was_nowhere_has_no_splits() -> None:
    assert splits_of([], 100.0, 1000.0) == ()


def test_one_who_stands_stands() -> None:
    points = [*even(100, 4.0), *[(100.0 + t, 400.0) for t in range(1, 90)], *even(100, 4.0, begin=190, at=400)]
    splits = splits_of(points, 25.0, 800.0)
    entry = Entry("A", status=Status.FINISHED, result=result_of(290), splits=splits)
    path = path_of(entry, 800.0)
    assert path is not None
    assert len(path.splits) == len(splits)
    curve = Curve(path)
    assert curve.distance(105) == pytest.approx(400, abs=4)
    assert curve.distance(185) == pytest.approx(400, abs=4)


def test_a_finish_is_in_full_seconds_rounded_up() -> None:
    assert result_of(1423.0).text == "23:43"
    assert result_of(1423.2).text == "23:44"
    assert result_of(1423.2).seconds == 1424


@examples(80)
@given(
    st.lists(st.tuples(st.floats(0.5, 60), st.floats(0, 200)), min_size=1, max_size=60),
    st.sampled_from([5.0, 20.0, 50.0, 100.0]),
)
def test_splits_always_rise_in_time_and_distance(steps: list[tuple[float, float]], step: float) -> None:
    points: list[Point] = []
    t = s = 0.0
    for dt, ds in steps:
        t, s = t + dt, s + ds
        points.append((t, s))
    splits = splits_of(points, step, max(s, 10.0))
    times = [(0.0, 0.0), *((split.time.seconds, split.distance) for split in splits)]
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(times))
    assert all(0 < split.distance < max(s, 10.0) for split in splits)
