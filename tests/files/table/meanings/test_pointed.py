"""What headings of points mean beside one another."""

from tests.files.table.meanings.test_columns import columns, taken
from tests.files.table.test_reader import reading
from tests.together import together


@together(
    ("titles", "cells", "splits"),
    [
        ("K5,K10,Finish", "16:00,32:10,1:08:00", [5000.0, 10_000.0]),
        ("5 km,Last 1 km,Finish", "16:00,3:10,1:08:00", [5000.0]),
        ("Split 1 Distance,Split 1 Time,Split 2 Distance,Split 2 Time,Finish", "3 km,9:30,8,25:30,1:08:00", [3e3, 8e3]),
        ("split_1_m,split_1_s,split_2_m,split_2_s,Finish", "3000,570,8000,1530,1:08:00", [3e3, 8e3]),
        ("Time (5km),Time (21.1km)", "16:00,1:08:00", [5000.0]),
        ("start_tod,10k_tod,finish_tod", "09:00:05,09:32:15,10:08:05", [10_000.0]),
        ("5 km,10 km,Finish", "16:00 / 16:00,32:10 / 16:10,1:08:00", [5000.0, 10_000.0]),
        ("Lap 1 3000m,Lap 2 8000m,Finish", "9:30,25:30,1:08:00", [3e3, 8e3]),
        ("2024,2025,Finish", "1:09:00,1:08:30,1:08:00", []),
    ],
)
def test_points_are_told_by_all_headings(titles: str, cells: str, splits: list[float]) -> None:
    race = reading(f"name,{titles}\nAda,{cells}\nBea,{cells}\n", distance=21_097.5).race
    assert race is not None
    assert [split.distance for split in race.entries[0].splits] == splits
    assert race.entries[0].result is not None
    assert race.entries[0].result.seconds == 4080.0


def told(titles: str, *rows: str) -> list[str]:
    """The metres of each column that has a point, else what it is or why it is none."""
    found = []
    for column in columns(titles, *(rows or ["x" * (titles.count(",") > 0)])):
        point = column.heading.point if column.heading is not None else None
        if point is None or point.finish:
            found.append(taken(column))
        else:
            found.append(f"{point.metres or point.number or point.half}{'' if point.sure else '?'}{' lap' * point.lap}")
    return found


@together(
    ("titles", "row", "means"),
    [
        ("K5,K10", "16:00,32:10", ["5000.0", "10000.0"]),
        ("K5,K12", "16:00,32:10", ["5", "12"]),  # controls
        ("H1,H2,Time", "1:30,1:31,3:01", ["True", "it is the second half", "result"]),
        ("H1,H2", "1:29,1:31", ["1", "2"]),
        ("H1", "1:30", ["True"]),
        ("H1,H2,H3", "1:30,1:31,1:32", ["1", "2", "3"]),
        ("2023,2024", "1:09:00,1:08:30", ["it is a year"] * 2),
        ("1500,3000", "4:09,8:30", ["1500.0?", "3000.0?"]),
        ("Split 1 Distance,Split 1 Time,Split 2 Distance,Split 2 Time", "99,570,100,571", None),
        ("Time (5km),Time (10km)", "16:00,32:10", ["5000.0", "result"]),
    ],
)
def test_what_headings_mean_beside_one_another(titles: str, row: str, means: list[str] | None) -> None:
    where = "it says where a time was taken"
    assert told(titles, row, row) == (means or [where, "99000.0", where, "100.0"])


def test_fifty_beside_hundreds_is_metres_and_no_lap() -> None:
    rows = "1,Ada Alfa,36.57,9.22,17.82,27.15,36.57\n2,Bea Beta,38.80,9.31,18.08,28.71,38.80\n"
    race = reading(f"rank,name,time,lap50,lap100,lap150,lap200\n{rows}", "200m.csv").race
    assert race is not None
    assert [[split.distance for split in entry.splits] for entry in race.entries] == [[50, 100, 150]] * 2
