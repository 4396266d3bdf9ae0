"""Flights of the camera between the stands and close up."""

import pytest

from replay.drawing.stadium.flight import SECONDS
from replay.viewing.camera import LEADERS, STADIUM, Camera


@pytest.mark.parametrize(("before", "to"), [(STADIUM, LEADERS), (LEADERS, STADIUM)])
def test_a_flight_that_is_turned_back_goes_on_from_where_it_is(before: str, to: str) -> None:
    camera = Camera(before).turned(to, 10.0, flies=True)
    turned = 10.0 + 0.3 * SECONDS
    near = camera.near(turned)
    back = camera.turned(before, turned, flies=True)
    assert back.near(turned) == pytest.approx(near)
    ways = [back.near(turned + part * SECONDS / 10) for part in range(11)]
    assert ways in (sorted(ways), sorted(ways, reverse=True))
    assert ways[-1] == back.near(turned + 2 * SECONDS) == (0.0 if before == STADIUM else 1.0)
    assert back.near(turned + 0.31 * SECONDS) == ways[-1]  # no longer back than it was on the way


def test_without_flights_it_is_there_at_once() -> None:
    assert Camera().turned(LEADERS, 10.0, flies=False).near(10.0) == 1.0
