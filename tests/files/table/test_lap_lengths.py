"""Laps whose headings say how long they are."""

from tests.files.table.test_reader import reading
from tests.together import together

ROWS = "1,Ada Alfa,65.2,64.1,64.9,63.0,4:17.2\n2,Bo Beta,66.2,65.1,65.9,64.0,4:21.2\n"


@together(
    ("titles", "distance", "points"),
    [
        ("Lap 1 (409m),Lap 2,Lap 3,Lap 4", 1609.344, [409.344, 809.344, 1209.344]),
        ("Lap 1 (409m),Lap 2 (400m),Lap 3 (400m),Lap 4 (400m)", 1609.344, [409.344, 809.344, 1209.344]),
        ("Runde 1 (300 m),Runde 2,Runde 3,Runde 4", 1500.0, [300.0, 700.0, 1100.0]),
        ("Lap 1 (0.4 km),Lap 2 (0.4 km),Lap 3 (0.4 km),Lap 4 (0.4 km)", 1600.0, [400.0, 800.0, 1200.0]),
        ("Lap 1 (400m),Lap 2 (400m),Lap 3 (400m),Lap 4 (400m)", 2000.0, [500.0, 1000.0, 1500.0]),  # not this race's
    ],
)
def test_laps_that_say_how_long_they_are_end_there(titles: str, distance: float, points: list[float]) -> None:
    race = reading(f"Place,Name,{titles},Time\n{ROWS}", distance=distance).race
    assert race is not None
    assert [split.distance for split in race.entries[0].splits] == points
    assert [split.time.seconds for split in race.entries[0].splits] == [65.2, 129.3, 194.2]


def test_laps_that_say_how_far_it_was_to_their_ends_are_there() -> None:
    rows = "1,Ada Alfa,65.2,2:09.3,3:14.2,4:17.2\n2,Bo Beta,66.2,2:11.3,3:17.2,4:21.2\n"
    race = reading(f"Place,Name,Lap 1 (400m),Lap 2 (800m),Lap 3 (1200m),Time\n{rows}", distance=1600.0).race
    assert race is not None
    assert [(split.distance, split.time.seconds) for split in race.entries[0].splits] == [
        (400.0, 65.2),
        (800.0, 129.3),
        (1200.0, 194.2),
    ]
