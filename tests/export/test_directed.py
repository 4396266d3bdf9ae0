"""A film that the director makes."""

from itertools import pairwise

from replay.export.directed import directed
from tests.export.taking import take
from tests.miles import TIMELINE


def test_it_goes_through_its_part_as_fast_as_the_director_wants_and_comes_close_at_the_end() -> None:
    filmed = directed(take(100.0, TIMELINE.duration, fps=10.0))
    first, *_, last = filmed.recorded
    assert (first.at, first.t, last.t) == (0.0, 100.0, TIMELINE.duration)
    assert last.view.ended
    speeds = [(after.t - before.t) * 10 for before, after in pairwise(filmed.recorded)]
    assert max(speeds) > 4 > 0.5 > min(speeds[:-1]) > 0
    assert {scene.view.eye.near for scene in filmed.recorded} >= {0.0, 1.0}
    assert filmed.recorded == directed(take(100.0, TIMELINE.duration, fps=10.0)).recorded


def test_it_ends_where_it_is_told_to() -> None:
    filmed = directed(take(0.0, 3.0, fps=4.0))
    assert filmed.recorded[-1].t == 3.0
    assert not filmed.recorded[-1].view.ended
    assert all(not scene.view.hints and not scene.view.message for scene in filmed.recorded)
