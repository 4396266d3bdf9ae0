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
