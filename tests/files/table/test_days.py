"""On which day a race was, from wherever a file says it."""

import datetime

import pytest

from replay.files.table.days import day_of, either_way, is_day
from tests.files.table.telling import LISTS, read
from tests.files.table.test_reader import reading
from tests.together import together

_DAY = datetime.date(2025, 4, 12)


@pytest.mark.parametrize(
    ("said", "start", "above"),
    [
        ({"date": "12/04/2025"}, "", []),
        ({"start date": "2025-04-12T10:00:00Z"}, "", []),
        ({"entry closing date": "2025-03-01", "dato lop": "12.04.2025"}, "", []),
        ({"birth date": "1999-01-01"}, "2025-04-12T10:00:00+01:00", []),
        ({}, "", ["Spring Open", "Leeds, 12 April 2025"]),
    ],
)
def test_a_day_is_that_of_the_race_and_no_other(said: dict[str, str], start: str, above: list[str]) -> None:
    assert day_of(said, start, above, None) == _DAY


def test_lines_that_say_when_a_page_was_made_are_no_day_of_the_race() -> None:
    lines = ["Sat 12 April 2025, Leeds", "Last updated 13 April 2025", "Printed 13.04.2025 10:12", "Spring Open"]
    assert [is_day(line) for line in lines] == [True, False, False, False]


def test_a_page_and_a_start_time_say_the_day_of_the_race() -> None:
    for name in ("day-beside-title.html", "day-in-start-time.json"):
        race = read(LISTS / name).race
        assert race is not None
        assert race.date == _DAY, name


@pytest.mark.parametrize(
    ("line", "cells", "said"),
    [
        ("Elm 5k, 12/4/2025", [], "12/4/2025"),
        ("Elm 5k, 12/4/2025", ["13/4/2025"], ""),
        ("Elm 5k, 12.4.2025", [], ""),
        ("Elm 5k, 2025-04-12", [], ""),
    ],
)
def test_a_day_that_may_have_its_month_first_is_told(line: str, cells: list[str], said: str) -> None:
    assert either_way(_DAY, [line], cells) == said


@together(
    ("text", "day", "told"),
    [
        ("Name,Date,State,Time\nA,10/5/2025,NY,33:01\nB,10/5/2025,NJ,34:01\n", (10, 5), "month first"),
        ("Name,Date,Zip,Time\nA,10/5/2025,12345,33:01\nB,10/5/2025,12346,34:01\n", (10, 5), "month first"),
        ('Name,Date,Town,Time\nA,10/5/2025,"Oakham, NY",33:01\nB,10/5/2025,"Elm, NJ",34:01\n', (10, 5), "month first"),
        ("Name,Date,Started,Time\nA,10/5/2025,10/5/2025 7:30 AM,33:01\n", (10, 5), "month first"),
        ("The Run 10/5/2025\nName,State,Time\nA,NY,33:01\nB,NJ,34:01\n", (10, 5), "month first"),
        ("Name,Date,State,Time\nA,25/5/2025,NY,33:01\nB,25/5/2025,NJ,34:01\n", (5, 25), ""),
        ("Name,Date,Nation,Time\nA,10/5/2025,DE,33:01\nB,10/5/2025,CA,34:01\n", (5, 10), "day first"),
        ("Name,Date,State,Time\nA,10/5/2025,NSW,33:01\nB,10/5/2025,VIC,34:01\n", (5, 10), "day first"),
    ],
)
def test_an_american_list_has_its_month_first_and_says_so(text: str, day: tuple[int, int], told: str) -> None:
    found = reading(text, distance=10_000.0)
    assert found.race is not None
    assert found.race.date == datetime.date(2025, *day)
    assert [told in clause for clause in found.understood.assumed if "2025" in clause] == ([True] if told else [])
