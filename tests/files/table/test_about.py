"""What the lines above a table say of the race."""

import datetime
from pathlib import Path

import pytest

from replay.files.source import Choices, Source
from replay.files.table.about import about, said_by
from replay.files.table.findings import Findings
from replay.race.course import Course, Surface
from replay.race.events import RaceForDistance
from tests.files.table.test_reader import reading


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([["18.05.2024", "City Run"]], "City Run"),
        ([["M"], ["nr 1"], ["Final"]], "nr 1"),
        ([["10"], ["Run"]], "A Race 2"),
    ],
)
def test_a_title_is_no_day_and_no_letter(above: list[list[str]], title: str) -> None:
    assert about(Source(b"", Path("a-race_2.csv")), {}, above, Choices()).title == title


@pytest.mark.parametrize(
    ("key", "text", "metres"),
    [
        ("distance_km", "10", 10_000.0),
        ("km", "21,0975", 21_097.5),
        ("miles", "2", 3218.688),
        ("distance_m", "1.500", 1500.0),
        ("km", "1.500", 1500.0),
        ("distance", "5 km", 5000.0),
        ("distance in metres", "1500", 1500.0),
        ("distancia km", "10", 10_000.0),
        ("distance_m", "1", 1.0),
        ("distance_m", "0.9", None),
        ("distance_m", "1000000", 1_000_000.0),
        ("distance_m", "1000001", None),
        ("distance", "1.5", 1500.0),  # kilometres where nobody runs so few metres
        ("distance", "44.9", 44_900.0),
        ("distance", "45", 45.0),
        ("distance", "80.4", 80_400.0),
        ("distance", "100", 100.0),
        ("distance_m", "201.17", 201.17),  # 220 yards
        ("distance", "far", None),
        ("distance", "", None),
        ("discipline", "1500", 1500.0),
        ("event", "Women's 1500 m", 1500.0),
        ("event", "Final", None),
        ("venue", "1500 m", None),
    ],
)
def test_a_line_says_how_far_it_was_in_its_own_unit_or_the_keys(key: str, text: str, metres: float | None) -> None:
    assert said_by(key, text, Findings("a.csv")) == metres


@pytest.mark.parametrize(
    ("above", "title", "day"),
    [
        ([["37. Stadtlauf"]], "37. Stadtlauf", None),
        ([["37. Lauf"]], "37. Lauf", None),
        ([["37. Run"]], "A", None),
        ([["12 June 2024"], ["Oak Mile"]], "Oak Mile", (2024, 6, 12)),
        ([["Run", "2024-05-04"]], "A", (2024, 5, 4)),
        ([["5000m Men"], ["x"]], "5000m Men", None),
        ([["5000m Men"], ["1500m Men"]], "A", None),
        ([["04.05.2024"]], "A", (2024, 5, 4)),
    ],
)
def test_titles_and_days_stand_in_lines_above(
    above: list[list[str]], title: str, day: tuple[int, int, int] | None
) -> None:
    found = about(Source(b"", Path("a.csv")), {}, above, Choices())
    assert (found.title, found.date) == (title, datetime.date(*day) if day else None)


def test_keys_say_what_they_are_called_for() -> None:
    comments = {
        "title": "Oak Mile",
        "event": "Mile",
        "meet": "Open",
        "venue": "Oak",
        "gun_time": "10:00",
        "track": "indoor",
    }
    found = about(Source(b"", Path("a.csv")), comments, [["Elm Mile"]], Choices())
    assert (found.title, found.event, found.meeting, found.venue) == ("Oak Mile", "Mile", "Open", "Oak")
    assert (found.start, found.course is not None, found.plain) == ("10:00", True, False)
    del comments["title"]
    assert about(Source(b"", Path("a.csv")), comments, [["Elm Mile"]], Choices()).title == "Mile"
    ours = about(Source(b"", Path("a.csv")), {"distance_m": "800", "track": "moon"}, [], Choices())
    assert (ours.plain, ours.course, ours.title) == (True, None, "A")
    named = about(Source(b"", Path("a.csv")), {"course": "road, 2000 m"}, [], Choices())
    assert (named.title, named.course) == ("A", Course(Surface.ROAD, 2000.0)), "a course, and nobody's title"


@pytest.mark.parametrize(("said", "told"), [("1514", False), ("1516", True), ("1486", False), ("1484", True)])
def test_a_distance_that_is_another_than_the_user_s_is_told(said: str, told: bool) -> None:
    found = reading(f"# distance_m: {said}\nname,time\nAda,4:01\nBea,4:02\n", distance=1500.0)
    assert ("as --distance says" in str(found.understood.assumed)) is told


@pytest.mark.parametrize(
    ("name", "metres"),
    [("mens-800-final.csv", 800.0), ("mens-900-final.csv", None), ("x800.csv", None)],
)
def test_a_number_in_the_file_s_name_is_a_distance_that_people_run_in_these_times(
    name: str, metres: float | None
) -> None:
    race = reading("name,time\nAda,2:01\nBea,2:02\n", name).race
    assert (None if race is None else race.distance) == metres


def test_a_backyard_is_for_distance_however_long_its_lap() -> None:
    with pytest.raises(RaceForDistance):
        said_by("event", "Backyard Ultra, 6706 m", Findings("a.csv"))
