"""How far along a course somebody was, from where he was."""

import math
import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.files.gps.projection import along, moments, off_course
from tests.depth import examples
from tests.files.gps.made import Place, at

OUT_AND_HOME = [(0.0, 0.0), (1500.0, 0.0), (0.0, 0.0)]
TURNS = [(150 * math.sin(k / 20 * math.pi), 150 - 150 * math.cos(k / 20 * math.pi)) for k in range(41)]
LAPS = [*TURNS, *TURNS[1:], *TURNS[1:], *TURNS[1:]]
EIGHT = [(0.0, 0.0), (400.0, 400.0), (400.0, 0.0), (0.0, 400.0), (0.0, 0.0)]


def lengths(line: list[Place]) -> list[float]:
    out = [0.0]
    for a, b in pairwise(line):
        out.append(out[-1] + math.dist(a, b))
    return out


@pytest.mark.parametrize("line", [OUT_AND_HOME, LAPS, EIGHT], ids=["out and home", "laps", "eight"])
@pytest.mark.parametrize("noise", [0.0, 6.0])
def test_a_runner_is_where_he_is_on_a_course_that_comes_back_to_itself(line: list[Place], noise: float) -> None:
    rng = random.Random(4)
    course = lengths(line)
    times = [5.0 * k for k in range(int(course[-1] / 4 / 5) + 1)]
    there = [at(line, 4 * time) for time in times]
    seen = [(x + rng.gauss(0, noise), y + rng.gauss(0, noise)) for x, y in there]
    found = along(line, course, seen, times)
    assert all(abs(metres - 4 * time) <= 4 * noise + 3 for metres, time in zip(found, times, strict=True))
    assert off_course(line, course, seen, found) <= 2 * noise + 3


def test_one_who_stands_stays_and_one_who_joins_late_begins_there() -> None:
    times = [float(k) for k in range(0, 600, 5)]
    there = [at(OUT_AND_HOME, 600.0 + 4 * max(0, time - 300)) for time in times]
    found = along(OUT_AND_HOME, lengths(OUT_AND_HOME), there, times)
    assert found[0] == pytest.approx(600, abs=1)
    assert found[59] == pytest.approx(600, abs=10)
    assert found[-1] == pytest.approx(600 + 4 * 295, abs=10)


@examples(60)
@given(
    st.lists(st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000)), min_size=2, max_size=8),
    st.lists(st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000)), min_size=1, max_size=30),
    st.floats(0.1, 2000),
)
def test_nobody_goes_backwards_or_leaves_the_course(line: list[Place], seen: list[Place], gap: float) -> None:
    course = lengths(line)
    if course[-1] < 10:
        return
    found = along(line, course, seen, [gap * k for k in range(len(seen))])
    assert len(found) == len(seen)
    assert all(a <= b for a, b in pairwise(found))
    assert all(0 <= metres <= course[-1] + 1e-6 for metres in found)


def test_a_long_recording_is_laid_down_by_evenly_spread_moments() -> None:
    times = [float(k) for k in range(50_000)]
    kept = moments(times)
    assert kept[0] == 0
    assert kept[-1] == len(times) - 1
    assert len(kept) <= 2000
    assert len(moments(times, 200)) <= 200
    assert moments([0.0, 1.0, 2.0]) == [0, 1, 2]
