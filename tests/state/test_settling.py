"""In the last straight of a race of which only results are known nobody leads who is not the first of the result."""

from itertools import pairwise

from replay.motion import CROWD
from replay.race.course import Course
from replay.reconstruction.completion import completed
from replay.state import timeline_of
from replay.state.timeline import Timeline
from tests import builders


def test_only_a_crowd_is_handled_at_once() -> None:
    entries = [builders.entry(f"Runner {number}", 240.0 + number) for number in range(CROWD + 1)]
    assert type(timeline_of(builders.race(*entries[1:]))) is Timeline
    assert type(timeline_of(builders.race(*entries))) is not Timeline


def test_where_only_results_are_known_nobody_leads_in_the_straight_who_is_not_first_at_the_line() -> None:
    times = (105.61, 105.64, 106.35, 106.49, 108.17, 108.65, 108.85, 109.91, 110.95, 112.41)
    entries = [builders.entry(f"Runner {name}", time) for name, time in zip("JCFDAGEHIB", times, strict=True)]
    race = completed(builders.race(*entries, distance=800.0, course=Course()))[0]
    timeline = timeline_of(race)
    seen = 0
    for tenth in range(800, 1056, 4):
        state = timeline.at(tenth / 10)
        running = [one for one in state.standings if one.status == "running"]
        assert state.order_known is (running[0].place is not None)
        if state.order_known:
            seen += 1
            assert [one.entry for one in running[:3]] == [0, 1, 2]
            assert all(a.distance >= b.distance for a, b in pairwise(running) if a.distance and b.distance)
    assert seen
