"""How figures beside the runners are written."""

import pytest

from replay.drawing.panels.figures import behind, is_whole
from replay.race.course import Course, Surface
from replay.race.race import Evidence
from replay.state.timeline import LapTime
from tests.builders import entry, race


def test_a_gap_has_its_plus_also_where_no_digit_is_left_of_it() -> None:
    assert [behind(gap, 1, "~") for gap in (0.3, 0.04)] == ["~+0.3", "~+<0.1"]


@pytest.mark.parametrize(
    ("metres", "number", "whole"),
    [(21_097.5, 20, True), (21_097.5, 21, False), (42_195.0, 42, True), (42_195.0, 43, False), (10_000.0, 10, True)],
)
def test_the_last_stretch_of_a_road_is_a_kilometre_only_where_it_is_as_long(
    metres: float, number: int, whole: bool
) -> None:
    run = race(entry("Ada", 4000.0), distance=metres, course=Course(Surface.ROAD))
    assert is_whole(run, LapTime(number, 200.0, Evidence.MEASURED)) is whole
