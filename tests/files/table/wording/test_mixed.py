"""Headings with parts of miles and of a marathon, and what only looks like a stretch."""

from replay.files.table.wording.headings import Told, read_heading
from replay.race.race import MILE
from tests.together import together


@together(
    ("title", "miles"),
    [
        ("10½ miles", 10.5),
        ("10 1/2 miles", 10.5),
        ("5¼ mi", 5.25),
        ("1 1/2 Mile", 1.5),
        ("¾ mile", 0.75),
        ("3/4 mile", 0.75),
        ("1/4 of a mile", 0.25),
        ("¼", 0.25),
        ("10 miles", 10.0),
    ],
)
def test_a_part_of_a_mile_is_added_to_the_whole_ones(title: str, miles: float) -> None:
    (heading,) = read_heading(title)
    assert heading.point is not None
    assert heading.point.metres is not None
    assert abs(heading.point.metres - miles * MILE) < 0.001
    assert heading.told is Told.TIME


@together("title", ["½ marathon", "1/2 marathon", "Half marathon"])
def test_half_a_marathon_is_no_marathon(title: str) -> None:
    (heading,) = read_heading(title)
    assert heading.point is not None
    assert (heading.point.half, heading.point.metres, heading.told) == (True, None, Told.TIME)


@together(
    ("title", "metres", "told"),
    [
        ("VP 2 - 14,5 km", 14_500.0, Told.TIME),
        ("CP 2 – 14.5 km", 14_500.0, Told.TIME),
        ("CP2: 14 km", 14_000.0, Told.TIME),
        ("5-10 km", 10_000.0, Told.LAP),
        ("Run 5 - 10 km", 10_000.0, Told.LAP),
        ("5 km to 10 km", 10_000.0, Told.LAP),
    ],
)
def test_the_number_of_a_point_begins_no_stretch(title: str, metres: float, told: Told) -> None:
    (heading,) = read_heading(title)
    assert heading.point is not None
    assert (heading.point.metres, heading.told) == (metres, told)


@together("title", ["5.º km", "5º km", "5. km", "5e km", "5th km", "5.ª km", "km 5"])
def test_a_kilometre_may_be_told_by_its_number(title: str) -> None:
    (heading,) = read_heading(title)
    assert heading.point is not None
    assert heading.point.metres == 5000
