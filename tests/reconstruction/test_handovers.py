"""Where the lead changes hands between two reports."""

from replay.race.race import Fact
from replay.reconstruction.handovers import handover_points


def test_nobody_says_since_when_somebody_led_who_is_reported_at_one_point() -> None:
    assert list(handover_points((Fact(at=400.0, leader=3), Fact(at=1000.0, leader=0)))) == []
