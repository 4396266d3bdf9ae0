"""What is said of a race once it is over: only what times and reports say of its front."""

from replay.commentary import call_race
from replay.race.course import Course, Surface
from replay.race.race import Race
from replay.reconstruction.completion import completed
from replay.state import timeline_of
from tests.builders import entry, race


def said_of(run: Race) -> str:
    whole, _ = completed(run)
    return " ".join(call.text for call in call_race(timeline_of(whole)))


def test_of_results_alone_nobody_has_led() -> None:
    results = {"Ann Ash": 10.52, "Bea Birch": 10.58, "Cat Cedar": 10.71, "Dot Dogwood": 10.9}
    straight = Course(Surface.STRAIGHT)
    said = said_of(race(*(entry(*runner) for runner in results.items()), distance=100.0, course=straight))
    assert "in front" not in said


def test_who_passed_whom_before_anybody_was_timed_is_not_told() -> None:
    runners = [("Ann Ash", 124.5, 60.8), ("Bea Birch", 125.1, 61.2), ("Cat Cedar", 126.0, 60.9)]
    said = said_of(race(*(entry(name, result, {400.0: split}) for name, result, split in runners), distance=800.0))
    assert "ecided with" not in said
    assert "Ash in front from the bell on, at the latest" in said
