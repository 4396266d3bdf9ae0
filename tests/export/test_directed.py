"""A film that the director makes."""

from itertools import pairwise

from replay.drawing.view import REPLAY
from replay.export.directed import directed
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.export.taking import take
from tests.miles import TIMELINE


def test_it_goes_through_its_part_as_fast_as_the_director_wants_and_comes_close_at_the_end() -> None:
    filmed = directed(take(100.0, TIMELINE.duration, fps=10.0))
    first, *_, last = filmed.recorded
    assert (first.at, first.t, last.t) == (0.0, 100.0, TIMELINE.duration)
    assert last.view.ended
    ways = [(before.t, after.t) for before, after in pairwise(filmed.recorded) if before.t < TIMELINE.duration]
    speeds = [(after - before) * 10 for before, after in ways]
    assert max(speeds) > 4 > 0.5 > min(speeds[:-1]) > 0
    assert {scene.view.eye.near for scene in filmed.recorded} >= {0.0, 1.0}
    assert filmed.recorded == directed(take(100.0, TIMELINE.duration, fps=10.0)).recorded


def test_it_ends_where_it_is_told_to() -> None:
    filmed = directed(take(0.0, 3.0, fps=4.0))
    assert filmed.recorded[-1].t == 3.0
    assert not filmed.recorded[-1].view.ended
    assert all(not scene.view.hints and not scene.view.message for scene in filmed.recorded)


def test_a_close_finish_is_shown_again_close_up_before_the_film_ends_with_the_result() -> None:
    finish = ("A", "3:30.00"), ("B", "3:30.05"), ("C", "3:33.00")
    timeline = Timeline(race(*(entry(name, text) for name, text in finish)))
    scenes = directed(take(208.0, timeline.duration, fps=5.0, timeline=timeline)).recorded
    again = [scene for scene in scenes if scene.view.director == REPLAY]
    assert again[0].t < 210.0 < 210.05 < again[-1].t
    assert {scene.view.eye.near for scene in again} == {1.0}
    assert any(after.t < before.t for before, after in pairwise(scenes))
    assert scenes[-1].t == timeline.duration
    assert scenes[-1].view.ended
