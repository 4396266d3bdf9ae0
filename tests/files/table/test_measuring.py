"""How far a table's race was, by its columns."""

import pytest

from tests.files.table.test_reader import reading
from tests.together import together


@together(
    ("titles", "cells", "metres", "said"),
    [
        ("loop,lap 1,lap 2,lap 3", "loop 400 m,60,61,62", 1200.0, "3 laps of 400 m"),
        ("course,lap 1,lap 2", "Circuit 1 km,3:00,3:01", 2000.0, "2 laps of 1000 m"),
        ("course,lap 1,lap 2", "1 km,3:00,3:01", None, ""),
        ("400,finish (1500 m)", "60,4:00", 1500.0, "the column 'finish (1500 m)'"),
        ("400 m,800 m", "60,2:00", 800.0, "the last column, since no other has the result"),
        ("400 m,half", "60,2:00", None, ""),
        ("1,2,finish", "3:00,6:00,8:00", None, ""),
    ],
)
def test_columns_may_say_it(titles: str, cells: str, metres: float | None, said: str) -> None:
    found = reading(f"name,{titles}\nAda,{cells}\nBea,{cells}\n")
    assert (None if found.race is None else found.race.distance) == metres
    assert found.understood.distance_from == said


@together(("titles", "legs"), [("team,runner 1,runner 2", 2), ("team,runner 1,runner 2,runner 3", 3), ("team", 4)])
def test_a_team_is_as_many_as_have_a_column_or_four(titles: str, legs: int) -> None:
    rows = [",".join([team, *[f"{name} {team}" for name in "ABC"[: titles.count(",")]], "3:30"]) for team in ("N", "S")]
    race = reading("\n".join([f"# distance_m: 1600\n{titles},finish", *rows, ""])).race
    assert race is not None
    assert [leg.start for leg in race.entries[0].legs] == pytest.approx(
        [1600 / legs * at for at in range(titles.count(","))]
    )


@together(
    ("metres", "runners", "surface"),
    [(10_000, 60, "outdoor"), (10_000, 61, "road"), (3000, 61, "outdoor"), (15_000, 2, "road")],
)
def test_more_than_a_track_holds_run_on_the_road(metres: int, runners: int, surface: str) -> None:
    rows = "".join(f"Ada {number},1:00:{number % 60:02}\n" for number in range(runners))
    race = reading(f"# distance_m: {metres}\nname,finish\n{rows}").race
    assert race is not None
    assert race.course.surface == surface


@together(
    ("head", "told"),
    [
        ("Backyard Ultra", "'Backyard Ultra' is a race for distance"),
        ("24 hours", "'24 hours' is a race for distance"),
        ("# event: 24h", "no column says how far"),
        ("# distance: 24h", "no column says how far"),
        ("# distance: 1.2.3.4", "the file does not say how far the race was"),
    ],
)
def test_where_nobody_says_how_far_anybody_came_that_is_asked(head: str, told: str) -> None:
    found = reading(f"{head}\nname,time\nAda Alfa,3:01\nBea Beta,3:02\n")
    assert found.race is None
    assert told in found.problems[-1].message
    assert found.problems[-1].hint


@together(("track", "surface"), [("indoor", "indoor"), ("moon", "outdoor")])
def test_a_table_as_we_write_it_says_in_each_row_what_race_it_is(track: str, surface: str) -> None:
    rows = [
        f"Oak,Open,2024-05-04,{track},{name},{far},{seconds},{seconds},measured,"
        for name in ("Ada", "Bea")
        for far, seconds in ((400, 60), (800, 120))
    ]
    heads = "race,meeting,date,track,name,distance_m,time,time_s,evidence,range_m"
    race = reading("\n".join([heads, *rows, ""])).race
    assert race is not None
    assert (race.title, race.meeting, str(race.date), race.course.surface) == ("Oak", "Open", "2024-05-04", surface)


@together(
    ("title", "split", "lap"),
    [
        ("Women 200m Freestyle", "50m", 50.0),
        ("100 Yard Butterfly", "", 22.86),
        ("Women 200 m", "50m", None),
        ("Swim 5000m", "", None),
    ],
)
def test_what_is_swum_is_swum_in_a_pool_that_its_splits_fit_into(title: str, split: str, lap: float | None) -> None:
    times = "0:31,2:30 0:32,2:31" if split else "59:30 59:40" if "5000" in title else "52.31 53.02"
    rows = "".join(f"{name},{row}\n" for name, row in zip(("Ada", "Bea"), times.split(), strict=True))
    race = reading(f"{title}\nname,{split + ',' if split else ''}finish\n{rows}").race
    assert race is not None
    assert (race.course.lap if race.course.surface == "pool" else None) == lap


@together(
    ("title", "surface"),
    [
        ("Oak Street Mile", "road"),
        ("Oak Road Race 3 km", "road"),
        ("1 Mile Road", "road"),
        ("Ulmer Straßenlauf 3000 m", "road"),
        ("Foulées du Port 3 km", "road"),
        ("Oak Road Runners 3000 m", "outdoor"),
        ("Mile at Street Lane", "outdoor"),
    ],
)
def test_what_is_called_after_the_road_is_run_on_it(title: str, surface: str) -> None:
    far = 1609.344 if "ile" in title and "3" not in title else 3000
    found = reading(f"# {title}\nname,time\nAda,11:00\nBea,11:30\n", distance=far).race
    assert found is not None
    assert found.course.surface == surface


@together(
    ("text", "surface"),
    [
        ("Pos,Name,Time\n1,Ada,14:31\n2,Bea,14:33\n", "road"),
        ("Pos,Lane,Name,Time\n1,4,Ada,14:31\n2,5,Bea,14:33\n", "outdoor"),
        ("Women 5000m Final,,\nPos,Name,Time\n1,Ada,14:31\n2,Bea,14:33\n", "outdoor"),
        ("Track night,,\nPos,Name,Time\n1,Ada,14:31\n2,Bea,14:33\n", "outdoor"),
        ("Name,1000,3000,Time\nAda,2:58,8:50,14:31\nBea,2:58,8:51,14:33\n", "road"),
        ("Name,200,600,1000,1400,Time\nAda,35,1:45,2:58,4:09,14:31\nBea,35,1:45,2:58,4:09,14:33\n", "outdoor"),
    ],
)
def test_what_is_plainly_on_a_track_stays_there_though_the_user_says_5km(text: str, surface: str) -> None:
    race = reading(text, distance=5000.0, road=True).race
    assert race is not None
    assert str(race.course.surface) == surface
