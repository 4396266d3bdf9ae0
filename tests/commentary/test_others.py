"""Known times that no mark tells."""

from replay.commentary.script import call_race
from replay.race.race import Fact
from replay.state import timeline_of
from tests.builders import entry, race


def _texts(*facts: Fact) -> list[str]:
    field = race(
        entry("Ada", 210.0, {400: 56.0, 800: 112.0, 1200: 168.0}, place=1),
        entry("Bea", 212.0, {800: 112.6}, place=2),
        entry("Cleo", 214.0, {540: 77.4}, place=3),
        facts=facts,
    )
    return [call.text for call in call_race(timeline_of(field))]


def test_the_times_of_those_behind_the_first_and_beside_the_marks_are_told_once() -> None:
    told = _texts()
    assert sum("1:52.6" in text and "Bea" in text for text in told) == 1
    assert sum("1:17.4" in text and "Cleo" in text for text in told) == 1


def test_a_time_that_is_told_with_a_place_is_not_told_again() -> None:
    told = _texts(Fact(at=800.0, runner=1, place=2))
    assert sum("1:52.6" in text for text in told) == 1


def test_you_are_spoken_to() -> None:
    field = race(entry("Ada", 210.0, {400: 56.0, 800: 112.0}, place=1), entry("You", 214.0, {540: 77.4}, place=2))
    assert "You are at 540 m in 1:17.40" in [call.text for call in call_race(timeline_of(field))]


def test_they_are_told_when_they_are_run_and_not_in_the_next_silence() -> None:
    field = race(
        entry("Ada", 480.0, {1600: 241.88, 3000: 450.0}, place=1),
        entry("Bea", 482.0, {1609.344: 243.63}, place=2),
        distance=3218.688,
    )
    calls = call_race(timeline_of(field))
    assert [round(call.time, 2) for call in calls if "4:01.88" in call.text] == [241.88]
