"""How far somebody led, and how far apart they were."""

import pytest

from replay.analysis.leading import led
from replay.race.race import Role, Status
from replay.state import timeline_of
from replay.state.timeline import Timeline
from tests.builders import entry, race

ANN = entry("Ann", 200.0, {200: 26.0, 400: 51.0, 600: 80.0})
BEA = entry("Bea", 210.0, {200: 25.0, 400: 50.0, 600: 81.0})
TIMELINE = Timeline(race(ANN, BEA, distance=1000.0))


def test_who_goes_past_leads_from_there() -> None:
    ann, bea = led(TIMELINE, 0, 300.0), led(TIMELINE, 1, 300.0)
    assert ann.metres + bea.metres == pytest.approx(900.0, abs=20), "nobody leads while all fall into line"
    assert 300 < bea.metres < 500
    assert ann.ahead == (10.0, 1000.0)
    assert ann.behind is not None
    assert ann.behind.seconds == pytest.approx(1.0, abs=0.2)


def test_nothing_is_known_of_what_comes_later() -> None:
    early = led(TIMELINE, 0, 51.0)
    assert early.metres == 0
    assert early.ahead is None
    late = led(TIMELINE, 0, 205.0)
    assert late.ahead is not None
    assert 5.0 < late.ahead.seconds < 10.0, "so long the other has not been seen there"
    assert led(TIMELINE, 0, 0.0) == (0.0, None, None)


def test_those_who_are_level_both_lead_and_guests_lead_nobody() -> None:
    level = Timeline(race(entry("Ann", 240.0), entry("Bea", 240.0), entry("Old", 230.0, role=Role.GUEST)))
    assert led(level, 0, 250.0).metres == led(level, 1, 250.0).metres == 1500.0
    assert led(level, 0, 250.0).behind is None


def test_who_stops_led_as_far_as_he_ran_in_front() -> None:
    pace = entry("Pace", None, {400: 49.0}, status=Status.DNF, role=Role.PACEMAKER)
    timeline = Timeline(race(ANN, pace, distance=1000.0))
    assert 280 < led(timeline, 1, 300.0).metres < 800


def test_while_no_order_is_known_nobody_leads() -> None:
    timeline = Timeline(race(ANN, BEA, distance=1000.0))
    timeline.order_since = 1000.0
    assert led(timeline, 0, 300.0) == (0.0, None, None)


def test_of_a_crowd_the_first_led_it_all() -> None:
    crowd = timeline_of(race(*(entry(f"Runner {at}", 300.0 + at) for at in range(1200)), distance=1500.0))
    assert led(crowd, 0, 5000.0).metres == pytest.approx(1500.0)
    assert led(crowd, 7, 5000.0).metres < 100
