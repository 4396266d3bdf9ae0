"""The quickest hundred metres."""

from replay.analysis.quickest import quickest
from replay.race.race import Course, Evidence, Surface
from replay.state.timeline import Timeline
from tests.builders import entry, race

ANN = entry("Ann", 120.0, {100: 15.0, 200: 29.0, 300: 44.0, 400: 59.0, 500: 74.0, 600: 89.0, 700: 105.0})


def test_it_is_between_even_marks_and_as_good_as_both_times() -> None:
    found = quickest(Timeline(race(ANN, distance=800.0)), 0, 200.0)
    assert found == (100.0, 200.0, 14.0, Evidence.MEASURED)


def test_what_is_to_come_does_not_count() -> None:
    timeline = Timeline(race(ANN, distance=800.0))
    first = quickest(timeline, 0, 28.9)
    assert first is not None
    assert first.ends == 100.0
    assert quickest(timeline, 0, 14.9) is None


def test_of_a_road_it_is_a_kilometre() -> None:
    bea = entry("Bea", 1500.0, {1000: 300.0, 2000: 590.0, 3000: 890.0})
    road = Timeline(race(bea, distance=5000.0, course=Course(Surface.ROAD)))
    found = quickest(road, 0, 1000.0)
    assert found is not None
    assert (found.begins, found.ends, found.seconds) == (1000.0, 2000.0, 290.0)
