"""The day, the venue and the course of a race file."""

from pathlib import Path

import pytest

from replay.files.yaml.reading import parse_race
from replay.race.race import Race
from tests.together import together

ENTRIES = "entries: [{name: A}]\n"


def parsed(line: str) -> tuple[Race, list[str]]:
    """The race, and what is told of it."""
    race, problems = parse_race(f"race: A mile\nevent: mile\n{line}\n{ENTRIES}".encode(), Path("a.yaml"))
    return race, [str(problem) for problem in problems]


@together(
    ("date", "day", "told"),
    [
        ("2024-05-04", "2024-05-04", ""),
        ("2024-05-04T19:30:00", "2024-05-04", ""),
        ("25/05/2024", "2024-05-25", ""),
        ("04/05/2024", "2024-05-04", "warning: the date '04/05/2024' is read as 2024-05-04, the day first; write"),
        ("04.05.2024", "2024-05-04", ""),
        ("May", "None", "error: the date 'May' is not a day such as 2024-05-25; where only the month or year is known"),
    ],
)
def test_a_day_that_may_be_read_two_ways_is_told(date: str, day: str, told: str) -> None:
    race, problems = parsed(f"date: '{date}'")
    assert str(race.date) == day
    assert len(problems) == bool(told)
    assert all(problem.startswith(f"a.yaml:3: {told}") for problem in problems)


def test_a_venue_may_be_its_city_alone() -> None:
    assert parsed("venue: Oslo")[0].venue == parsed("venue: {city: Oslo}")[0].venue


@pytest.mark.parametrize(
    ("course", "told"),
    [
        ("course: way.gpx\ntrack: outdoor", "a course of its own is for the road, not for outdoor"),
        ("course: way.txt", "course names 'way.txt', which is no GPX file beside this one"),
    ],
)
def test_a_course_is_for_the_road_and_beside_the_file(course: str, told: str) -> None:
    problems = parsed(course)[1]
    assert len(problems) == 1
    assert told in problems[0]
