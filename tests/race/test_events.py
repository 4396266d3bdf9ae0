"""Events in the words of titles."""

import pytest

from replay.race.events import event_in, event_metres


@pytest.mark.parametrize(
    ("title", "metres"),
    [
        ("Men’s two miles", 3218.688),
        ("results_two-mile_women", 3218.688),
        ("The half mile", 804.672),
        ("Ten miles of the city", 16_093.44),
        ("One mile road race", 1609.344),
        ("City half marathon", 21_097.5),
    ],
)
def test_numbers_may_be_words(title: str, metres: float) -> None:
    event = event_in(title)
    assert event is not None
    assert event_metres(event) == pytest.approx(metres)


def test_half_a_mile_is_no_half_marathon() -> None:
    assert event_metres("half mile") == pytest.approx(804.672)
