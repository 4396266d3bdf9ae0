"""Figures on a straight, where its lanes are high enough for them."""

from replay.drawing.course.stadium import paint
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.sprinters import Sprinters, in_rows
from tests.drawing.stadium.test_sprinters import DASH
from tests.miles import LOOK, TIMELINE


def test_there_are_figures_where_lanes_are_high_enough_and_none_on_an_oval() -> None:
    stage = picture_of(Timeline(DASH), LOOK).stage
    track = stage.timeline.track
    high, low = (paint(track, 200, height, LOOK.theme) for height in (80, 24))
    figures = Sprinters(stage).at(5.0, 1.0, high, range(3))
    assert any(figures.values())
    assert not Sprinters(stage).at(5.0, 1.0, low, range(3))
    oval = picture_of(TIMELINE, LOOK).stage
    assert (in_rows(stage), in_rows(oval)) == (True, False)
    assert Sprinters(oval).at(5.0, 1.0, high, range(3)) == {}
