"""Tables that look like a race and are none, or several."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from tests.together import together

LISTS = Path(__file__).parents[1] / "lists"


def reading(text: str, far: float | None = None) -> Reading:
    return read_source(Source(text.encode(), Path("table")), Choices(distance=far))


@together(
    ("text", "why"),
    [
        (
            "Activity ID,Activity Name,Distance,Elapsed Time\n1,Morning Run,5.01,1600\n2,Evening Run,10.01,3100\n",
            "each row is an activity",
        ),
        (
            '[{"name":"A","distance":5012,"moving_time":1500,"elapsed_time":1600},'
            '{"name":"B","distance":6012,"moving_time":1500,"elapsed_time":1700}]',
            "each row is an activity",
        ),
        ("Athlete,800,1500,5000\nAda,2:01.1,4:05.0,15:10.0\nBea,2:02.2,4:10.0,15:40.0\n", "are several events"),
        ("Name,R1 5k 3 Apr,R2 5k 1 May\nAda,16:40,16:35\nBea,17:00,16:55\n", "are of several races of 5000 m"),
        (
            "Event,1st,Time,2nd,Time\n800m Boys,J Kay,2:10.1,L May,2:11.0\n800m Girls,P Quin,2:25.1,R Sim,2:26.0\n",
            "no column",
        ),
        ("Date,Open,High,Low\n2024-05-01,101.2,103.4,100.1\n2024-05-02,102.2,104.4,101.1\n", "no column is known"),
        ("timestamp,lat,lon,hr\n1,50.1,8.6,120\n2,50.1,8.6,125\n3,50.1,8.6,128\n", "is a point of a recording"),
        ("Home,Away,Score\nFC Alfa,SV Beta,2:1\nFC Gam,SV Del,0:0\n", "no column is known"),
    ],
)
def test_what_is_no_race_is_refused(text: str, why: str) -> None:
    found = reading(text)
    assert found.race is None
    assert why in found.problems[-1].message


def test_who_ran_another_race_of_a_season_only_has_no_result_in_the_one_that_is_meant() -> None:
    text = b"Name,5k April,5k May\nAda,,17:00\nBea,18:00,17:10\nCy,18:30,18:10\n"
    chosen = Choices(distance=5000.0, columns={"5k April": "result"})
    race = read_source(Source(text, Path("table")), chosen).race
    assert race is not None
    assert {one.name: one.result and one.result.text for one in race.entries} == {
        "Ada": None,
        "Bea": "18:00",
        "Cy": "18:30",
    }


@together("name", ["alltime.csv", "winners-by-year.csv"])
def test_a_list_of_several_days_says_so(name: str) -> None:
    assert "of different" in str(reading((LISTS / name).read_text(encoding="utf-8"), 1500).understood.assumed)


@together(
    "text",
    [
        "Name,Year,Time\nAda Alfa,1990,4:10.0\nBea Beta,1985,4:11.0\nCia Gam,1999,4:12.0\n",
        "Name,Date,Time\nAda Alfa,2024-05-04,4:10.0\nBea Beta,2024-05-04,4:11.0\nCia Gam,2024-05-04,4:12.0\n",
        "Name,800,1000,1500,3000\nAda Alfa,2:05.0,2:40.0,4:10.0,8:20\nBea Beta,2:06.0,2:41.0,4:11.0,8:25\n",
        "Name,800,1500\nAda Alfa,2:05.0,4:10.0\nBea Beta,2:06.0,4:11.0\nCia Gam,2:06.5,4:12.0\n",
    ],
)
def test_one_race_does_not(text: str) -> None:
    found = reading(text, 1500)
    assert found.race is not None
    assert "of different days" not in str(found.understood.assumed)


@together("point", [300, 500, 600, 700, 900, 1000, 1100, 1200, 1600, 2000, 2400, 2500, 1450])
def test_a_point_that_is_no_event_makes_points_of_the_others(point: int) -> None:
    points = sorted((800, 1500, 3000, point))
    rows = [("Name", *map(str, points))]
    rows += [(name, *(f"{at * pace:.1f}" for at in points)) for name, pace in (("A", 0.2), ("B", 0.21))]
    found = reading("\n".join(map(",".join, rows)), 3000)
    assert found.race is not None


def test_what_somebody_wrote_down_of_his_training_is_no_race() -> None:
    text = "Date,Distance,Time\n2024-05-01,10.0 km,45:10\n2024-05-03,5.0 km,21:02\n"
    problems = read_source(Source(text.encode(), Path("log.csv")), Choices()).problems
    assert "each row is an activity, and no runner of a race" in str(problems[-1])


@together(
    ("title", "cells", "several"),
    [
        ("Date", "2024-05-04 2024-05-05 2024-05-06 2024-05-06 2024-05-06", False),
        ("Date", "2024-05-04 2024-05-05 2024-05-06 2024-05-07 2024-05-07", True),
        ("Date", "2024-05-04 2024-05-05", False),
        ("Date", "2024-03-01 2024-04-30 2024-03-01 2024-04-30", False),  # sixty days
        ("Date", "2024-03-01 2024-05-01 2024-03-01 2024-05-01", True),
        ("Year", "1990 1991 1992", True),
        ("Year", "1992 1991 1990", True),
        ("Year", "1990 1990 1992", False),
        ("Year", "1992 1991 1991", False),
        ("Year", "1990 1991", False),
        ("Year", "1790 1991 1992", False),
        ("Age", "1990 1991 1992", False),
    ],
)
def test_rows_are_of_several_days_by_what_most_of_them_say(title: str, cells: str, several: bool) -> None:
    rows = [
        f"Ada {letter},{cell},4:1{at}.0" for at, (letter, cell) in enumerate(zip("abcde", cells.split(), strict=False))
    ]
    found = reading("\n".join([f"Name,{title},Time", *rows, ""]), 1500)
    assert found.race is not None
    assert ("of different" in str(found.understood.assumed)) is several


@together(
    ("points", "several"),
    [
        ("800,1500,5000", True),
        ("800,1500", False),
        ("800,3000,5000", False),
        ("400,1500,3000", False),
        ("800,1500,1650", False),
    ],
)
def test_eight_hundred_and_fifteen_hundred_beside_more_are_events(points: str, several: bool) -> None:
    cells = ",".join(f"{int(point) * 0.2:.1f}" for point in points.split(","))
    found = reading(f"Name,{points}\nAda Alfa,{cells}\nBea Beta,{cells}\n", 10000)
    assert ("are several events" in str(found.problems)) is several


def test_a_point_as_far_as_no_number_goes_is_no_event() -> None:
    head = f"1500 m\nName   800m   {'9' * 310}km   Time\n"
    text = f"{head}Ada Alfa   2:00   3:00   4:10.0\nBea Beta   2:01   3:01   4:11.0\n"
    found = read_source(Source(text.encode(), Path("a.txt")), Choices())
    assert found.race is not None or found.problems
