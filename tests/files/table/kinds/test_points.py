"""What is no race though it looks like a list: points of a series, and of a recording."""

import pytest

from tests.files.table.test_reader import failure, reading


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("place,name,a,b,total\n1,A,200,200,400\n2,B,198,200,398\n3,C,190,0,190\n", "these are points of a series"),
        ("time,lat,lon\n10:00:00,48.1,11.1\n10:00:05,48.2,11.1\n", "each row is a point of a recording"),
        (
            "pos,name,100m,LJ,SP,points\n1,A,10.7,7.60,15.0,2500\n2,B,10.8,7.50,14.0,2400\n",
            "is several events, and no race",
        ),
        ("team,score,1,2,3,4\nOak,17,1,3,5,8\nElm,28,2,6,9,11\n", "the sum of its runners' places"),
        ("team,score,1,2,3,4,5\nOak,17,1,3,5,8,12\nElm,28,2,6,9,11,13\n", "the sum of its runners' places"),
        ("name,total,1,2,3\nOak,210,70,68,72\nElm,216,71,73,72\n", "how far"),
        ("place,name,total\n1,A,240\n2,B,242\n3,C,250\n", "how far"),
    ],
)
def test_points_are_told_as_what_they_are(text: str, told: str) -> None:
    assert told in failure(text)


@pytest.mark.parametrize(
    ("totals", "points"),
    [
        ("400 398 190", True),
        ("400 398 398 190", True),
        ("400 398 398", False),  # two are too few to tell
        ("400 390 398 190", False),
        ("4:00 3:58 3:10", False),
        ("400 398 x 190", True),
    ],
)
def test_what_falls_from_the_first_to_the_last_is_points(totals: str, points: bool) -> None:
    rows = [f"{at},R {at},{total}" for at, total in enumerate(totals.split(), 1)]
    text = "\n".join(["place,name,total", *rows, ""])
    assert ("points of a series" in str(reading(text, distance=1500.0).problems)) is points
    assert "points of a series" not in str(reading(text, distance=1500.0, columns={"total": "result"}).problems)
    last_first = "\n".join(["place,name,total", *reversed(rows), ""])
    assert ("points of a series" in str(reading(last_first, distance=1500.0).problems)) is points


@pytest.mark.parametrize(("titles", "recorded"), [("lat,lon", True), ("lat,x", False), ("x,longitude", False)])
def test_a_place_on_earth_is_two_columns(titles: str, recorded: bool) -> None:
    found = reading(f"time,{titles}\n10:00:00,48.1,11.1\n10:00:05,48.2,11.1\n", distance=1500.0)
    assert ("a point of a recording" in str(found.problems)) is recorded


def test_a_list_of_the_races_of_somebody_it_does_not_name_is_no_race() -> None:
    text = (
        "num,race,year,time\n1,Oak Run,2019,20:07\n2,Elm Run,2021,15:20\n3,Ash Run,2021,26:13\n4,Elm Run,2022,27:07\n"
    )
    found = reading(text, distance=5000.0)
    assert found.race is None
    assert (
        found.problems[-1].message == "each row is of another race: these are one runner's results, or a list of races"
    )


def test_one_runners_results_at_several_events_are_no_race() -> None:
    text = (
        "Event,Run Date,Run Number,Pos,Time\nOakham,09/10/2021,228,130,31:45\nElmton,07/08/2021,19,161,34:30\n"
        "Ashford,25/01/2020,19,100,30:31\nOakham,10/09/2016,35,105,31:05:00\n"
    )
    assert "one runner's results" in failure(f"# event: 5000m\n{text}")
