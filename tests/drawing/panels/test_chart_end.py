"""How far a chart goes along the race."""

import math

from hypothesis import given
from hypothesis import strategies as st

from replay.drawing.panels.chart_end import until, with_end
from tests.miles import TIMELINE

MARKS = ((409.344, "lap 2"), (809.344, "lap 3"), (1209.344, "bell"))


@given(st.floats(300, 50_000), st.floats(0, 1))
def test_what_has_been_fills_the_width_of_a_chart_that_seldom_grows(distance: float, share: float) -> None:
    metres = distance * share
    end = until(metres, distance)
    assert metres <= end <= distance
    assert metres >= end * 0.7999 or end <= 250
    assert len({until(distance * part / 1000, distance) for part in range(1001)}) <= 12 * math.log2(distance / 25)


def test_a_chart_ends_at_round_metres_and_says_how_many_where_no_mark_is_near() -> None:
    ends = [until(metres, 1609.344) for metres in (0.0, 49.0, 50.0, 409.344, 1209.344, 1399.0, 1400.0)]
    assert ends == [50.0, 50.0, 100.0, 450.0, 1400.0, 1400.0, 1609.344]
    assert with_end(MARKS, 1400.0, TIMELINE.track)[-1] == (1209.344, "bell")
    assert with_end(MARKS, 600.0, TIMELINE.track) == [(409.344, "lap 2"), (600.0, "600 m")]
