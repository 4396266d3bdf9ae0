"""Cells with the times at several points, each with its point."""

import pytest

from replay.files.table.column import columns_of
from replay.files.table.paired import parted


@pytest.mark.parametrize(
    ("cell", "points"),
    [
        ("400: 65.1, 800: 2:11.0, 1200: 3:17.2", {"400": "65.1", "800": "2:11.0", "1200": "3:17.2"}),
        ("400=65.1 800=2:11.0", {"400": "65.1", "800": "2:11.0"}),
        ("400m 65.1 / 800m 2:11.0", {"400m": "65.1", "800m": "2:11.0"}),
        ("400: 65,1; 800: 2:11,0", {"400": "65,1", "800": "2:11,0"}),
        ("5K: 16:10; 10K: 32:30; Half: 1:09:02", {"5K": "16:10", "10K": "32:30", "Half": "1:09:02"}),
        ("Lap 1: 65.1, Lap 2: 66.0", {"Lap 1": "65.1", "Lap 2": "66.0"}),
    ],
)
def test_a_cell_of_points_and_times_becomes_columns(cell: str, points: dict[str, str]) -> None:
    columns = parted(columns_of(["Name", "Splits", "Time"], [["Ada", cell, "4:05.1"], ["Bea", "", "4:07.0"]]))
    assert {column.title: list(column.cells) for column in columns} == {
        "Name": ["Ada", "Bea"],
        **{point: [time, ""] for point, time in points.items()},
        "Time": ["4:05.1", "4:07.0"],
    }
    assert [column.index for column in columns] == list(range(len(columns)))


@pytest.mark.parametrize(
    "cell", ["1:05.1, 1:06.0", "65.1 66.0", "John 12 5:01", "M35 1:02:03", "4:05 (400: 65.1, 800: 2:11 fast)"]
)
def test_other_cells_stay_as_they_are(cell: str) -> None:
    columns = columns_of(["Name", "Splits"], [["Ada", cell], ["Bea", cell]])
    assert parted(columns) == columns
