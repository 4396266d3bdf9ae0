"""Trails: marks that stay where they are while runners go on, and fade."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.drawing.course.stadium import Stadium, paint
from replay.drawing.stadium.glow import beneath
from replay.drawing.stadium.trails import LENGTHS, STEP, Trails, marks
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.race.track import Oval
from replay.state.timeline import Timeline
from replay.viewing.course import CourseView
from replay.viewing.stage import Stage
from tests.builders import entry, race

LOOK = look_of(DARK)
LENGTH = LENGTHS["short"]


@pytest.fixture(scope="module")
def stadium() -> Stadium:
    return paint(Oval(1500.0), 138, 45, DARK)


@given(st.floats(0, 300), st.sampled_from([length for length in LENGTHS.values() if length]))
def test_marks_lie_behind_the_present_no_further_than_the_trail_is_long(t: float, length: float) -> None:
    times = [time for time, _ in marks(t, length)]
    assert all(max(0.0, t - length - STEP) <= time <= t for time in times)
    assert times == sorted(times, reverse=True)


@given(st.floats(0, 300))
def test_marks_fade_with_age(t: float) -> None:
    brights = [bright for _, bright in marks(t, LENGTH)]
    assert brights[0] == 1
    assert brights == sorted(brights, reverse=True)
    assert min(brights) > 0


@given(st.floats(10, 300), st.floats(0, STEP))
def test_a_mark_stays_where_it_is_until_it_has_faded(t: float, later: float) -> None:
    before = {time for time, _ in marks(t, LENGTH)}
    after = {time for time, _ in marks(t + later, LENGTH)}
    assert len(before & after) >= len(before) - 1


def test_no_trail_is_off() -> None:
    assert list(marks(100.0, LENGTHS["off"])) == []


def test_the_trail_at_a_time_is_the_same_whatever_was_drawn_before(stadium: Stadium) -> None:
    def places(t: float, entries: Sequence[int]) -> list[tuple[int, float, float]]:
        return [(entry, 7.0 * t - 3 * entry, 0.5) for entry in entries]

    one = Trails(places, (0xFF0000, 0x00FF00), LOOK)
    other = Trails(places, (0xFF0000, 0x00FF00), LOOK)
    for t in (10.0, 90.0, 60.0):
        one.at(t, LENGTH, stadium, [0, 1])
    assert one.at(60.1, LENGTH, stadium, [0, 1]) == other.at(60.1, LENGTH, stadium, [1, 0])


def test_a_trail_lies_behind_its_runner_and_never_on_a_chip(stadium: Stadium) -> None:
    stage = Stage(Timeline(race(entry("Kerr", "3:30.00"), entry("Nuguse", "3:33.00"))), LOOK)
    course = CourseView(stage)
    chips = course.runners(100.0, stadium, [0, 1])
    trails = course.trails.at(100.0, LENGTH, stadium, [0, 1])
    assert sum(map(len, trails.values())) >= 8
    both = beneath(chips, trails)
    letters = {(y, x, text) for y, row in both.items() for x, text, _ in row if text.isalpha()}
    assert letters == {(y, x, text) for y, row in chips.items() for x, text, _ in row if text.isalpha()}
