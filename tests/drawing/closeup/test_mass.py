"""How a crowd starts on the road, close up."""

from itertools import pairwise

import pytest

from replay.drawing.closeup.crowd import CROWD
from replay.drawing.closeup.mass import mass_of
from replay.race.course import Course, Surface
from replay.state import timeline_of
from replay.state.timeline import Timeline
from tests.builders import entry, race


def start(runners: int, surface: Surface = Surface.ROAD) -> Timeline:
    field = (entry(f"Runner {at}", 900.0 + at, bib=str(at + 1)) for at in range(runners))
    return timeline_of(race(*field, distance=5000.0, course=Course(surface)))


@pytest.mark.parametrize("runners", [CROWD + 1, 201])
def test_a_crowd_stands_in_rows_behind_the_line_and_is_soon_where_it_is_said_to_be(runners: int) -> None:
    timeline = start(runners)
    mass = mass_of(timeline)
    assert mass is not None
    alongs = [list(map(float, mass.alongs(timeline.motion.distances_at(t)))) for t in range(0, 200, 2)]
    assert max(alongs[0]) <= 0
    assert sorted(round(along * -10) for along in alongs[0][:7]) != [0] * 7, "not on one line"
    assert min(alongs[0]) < -2
    assert alongs[0][0] > alongs[0][-1], "by their bibs"
    for before, after in pairwise(alongs):
        assert all(now > then for then, now in zip(before, after, strict=True)), "nobody stands or goes back"
    assert alongs[-1] == pytest.approx([float(run) for run in timeline.motion.distances_at(198)])
    assert alongs[3][5] == pytest.approx(
        float(timeline.motion.distances_at(6)[5]) - mass.behind(5, float(timeline.motion.distances_at(6)[5]))
    )
    assert len({round(mass.out(at, 0.0, 3.0), 2) for at in range(7)}) == 7
    assert mass.out(3, 600.0, 3.0) == 3.0


def test_a_few_and_those_on_a_track_start_on_the_line() -> None:
    assert mass_of(start(CROWD)) is None
    assert mass_of(start(CROWD + 1, Surface.OUTDOOR)) is None
