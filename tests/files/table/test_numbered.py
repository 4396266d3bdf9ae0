"""Times that are only numbered: where the first of them was taken says what was run on."""

import pytest

from replay.race.course import Course, Surface
from tests.files.table.test_reader import reading


def laps(first: float, others: int, distance: str) -> str:
    """Two runners, who need 70 s and 71 s for 400 m, with their lap times from the end of the first on."""
    rows = [
        [
            name,
            *(
                f"{seconds:.1f}"
                for seconds in (first / 400 * pace, *[pace] * others, first / 400 * pace + pace * others)
            ),
        ]
        for name, pace in (("Ada", 70.0), ("Bea", 71.0))
    ]
    heads = ["name", *map(str, range(1, others + 2)), "time"]
    return "\n".join([f"# event: {distance}", *(",".join(row) for row in (heads, *rows)), ""])


@pytest.mark.parametrize(
    ("first", "others", "distance", "surface"),
    [
        (200.0, 12, "5 km", Surface.OUTDOOR),  # no kilometre and no lap of a road is so long
        (400.0, 9, "4 km", Surface.ROAD),  # as anywhere that is as far around
        (200.0, 12, "5000m", Surface.OUTDOOR),
    ],
)
def test_laps_of_a_track_of_which_the_first_is_shorter_were_run_on_one(
    first: float, others: int, distance: str, surface: Surface
) -> None:
    race = reading(laps(first, others, distance)).race
    assert race is not None
    assert race.course.surface is surface
    assert [split.distance for split in race.entries[0].splits][:3] == [first, first + 400.0, first + 800.0]


def test_whoever_says_what_was_run_on_is_believed() -> None:
    race = reading(laps(200.0, 12, "5 km"), course=Course(Surface.ROAD)).race
    assert race is not None
    assert race.course.surface is Surface.ROAD
