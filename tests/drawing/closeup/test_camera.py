"""The eye of the close view: with whom it goes, and where everybody stands before it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.drawing.closeup.camera import FURTHEST, LEAD, WIDER, WIDEST, Camera, framed, reaches, seen
from replay.race.race import Role, Status, Stopped
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.drawing.closeup.fields import pack


def with_a_pacemaker() -> Timeline:
    """A pacemaker 20 m ahead of the others steps off at 800 m."""
    return Timeline(
        race(
            entry("Pace", at={400: 55.0, 800: 110.0}, status=Status.DNF, stopped=Stopped(after=800.0)),
            entry("Abel", 220.0, {400: 58.0, 800: 116.0}),
            entry("Brown", 221.0, {400: 58.2, 800: 116.2}),
        )
    )


def test_the_eye_glides_to_the_next_when_the_leader_steps_off() -> None:
    camera = Camera(with_a_pacemaker(), 5.0)
    places = [camera.metres(100 + step / 30, None) for step in range(20 * 30)]
    moves = [b - a for a, b in itertools.pairwise(places)]
    # The front of the race falls back by some 40 m at once; no frame shows more than a metre of that.
    assert max(map(abs, moves)) < 1.0
    assert min(moves) < 0


def test_the_eye_goes_exactly_with_an_even_pace() -> None:
    timeline = Timeline(pack(1))
    camera = Camera(timeline, 5.0)
    for t in (20.0, 50.5, 77.77):
        assert camera.metres(t, 0) == pytest.approx(timeline.motion.distance_at(0, t), abs=0.02)


@given(st.floats(0, 60), st.floats(0, 60), st.floats(8, 40))
def test_whoever_is_to_be_in_the_shot_is_and_the_shot_does_not_jump(a: float, b: float, metres: float) -> None:
    (share, wide), (other, wider) = framed(a, metres), framed(b, metres)
    assert LEAD <= share <= FURTHEST
    assert share * wide * metres >= a + 1
    assert abs(share - other) + abs(wide - wider) <= abs(a - b) + 1e-9
    assert share == LEAD or wide >= WIDEST - 1e-9
    assert a > reaches(metres)[1] or wide <= WIDER + 1e-9


def two(gap: float) -> Camera:
    """Two who are so many metres apart with 100 m to go, the second as quick as the first, and a third far behind."""
    runners = [
        entry(name, 200.0 + behind / 7.5, {1400: 200 - 100 / 7.5 + behind / 7.5})
        for name, behind in (("Abel", 0.0), ("Brown", gap), ("Cole", 60.0))
    ]
    return Camera(Timeline(race(*runners, distance=1500.0)), 5.0)


@pytest.mark.parametrize("gap", [5.0, 14.0, 25.0])
def test_the_second_is_in_the_shot_of_a_leader_who_would_be_alone_until_the_line(gap: float) -> None:
    camera, (reach, far) = two(gap), reaches(10.6)
    for t in (188.0, 195.0, 200.0):
        assert camera.spread(t, reach, far) == pytest.approx(gap, rel=0.1)
        if gap > reach:
            assert two(gap).spread(t, reach) == 0.0, "where he is seen elsewhere"
    assert camera.spread(205.0, reach, far) == 0.0


@pytest.mark.parametrize(("gap", "wide"), [(2.0, 1.0), (12.0, (12 + 1.5) / 0.55 / 10.6), (24.0, 1.0)])
def test_a_chosen_runner_has_the_next_in_his_shot_where_one_is_near_enough(gap: float, wide: float) -> None:
    camera = two(gap)
    assert camera.company(190.0, 0, 10.6) == pytest.approx(wide, rel=0.05)
    assert camera.company(190.0, 2, 10.6) == 1.0, "nobody is near the last"
    assert camera.company(205.0, 0, 10.6) == 1.0, "home"
    if wide > 1:
        assert camera.company(190.0, 1, 10.6) > wide, "before whom there is less of the shot than behind"


def test_a_ghost_before_the_leader_keeps_nobody_out_of_the_shot() -> None:
    ghost = entry("Old", 190.0, role=Role.GUEST, ghost="--vs x:Old")
    camera = Camera(Timeline(race(entry("Abel", 200.0), entry("Brown", 202.5), ghost, distance=1500.0)), 5.0)
    assert camera.spread(190.0, *reaches(10.6)) == pytest.approx(190 * 1500 * (1 / 200 - 1 / 202.5), rel=0.1)


def test_who_is_further_ahead_than_a_shot_holds_has_it_alone() -> None:
    assert two(35.0).spread(190.0, *reaches(10.6)) == 0.0


def test_the_eye_comes_to_rest_behind_the_line() -> None:
    timeline = Timeline(pack(1))
    camera = Camera(timeline, 5.0)
    assert camera.metres(timeline.duration + 60, None) == pytest.approx(1505.0, abs=0.01)
    assert camera.metres(0.0, None) < 0.5


def test_a_runner_without_a_distance_leaves_the_eye_with_the_leaders() -> None:
    timeline = Timeline(race(entry("Abel", 220.0), entry("Brown")))
    camera = Camera(timeline, 5.0)
    assert camera.metres(100.0, 1) == camera.metres(100.0, None)


def test_a_finisher_runs_out_without_a_jerk_and_comes_to_rest_where_he_should() -> None:
    timeline = Timeline(pack(1))
    end = timeline.duration
    at = [
        seen(timeline, 0, end + d, timeline.motion.distance_at(0, end + d) or 0.0, 9.0) for d in (-0.1, 0.0, 0.1, 60.0)
    ]
    before, line, after, rest = (found.metres for found in at if found is not None)
    assert after - line == pytest.approx(line - before, rel=0.1)
    assert rest == pytest.approx(1509.0, abs=0.01)


def test_who_steps_off_walks_to_the_infield_and_is_gone() -> None:
    timeline = with_a_pacemaker()
    end = timeline.motion.end(0)
    assert end is not None
    off = seen(timeline, 0, end + 2, 800.0, 9.0)
    assert off is not None
    assert off.aside < 0
    assert seen(timeline, 0, end + 10, 800.0, 9.0) is None
