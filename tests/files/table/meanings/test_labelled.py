"""Splits that stand in one cell with their points."""

import pytest

from replay.files.table.meanings.column import columns_of
from replay.files.table.meanings.labelled import apart
from tests.together import together


def parted(*cells: str, kept: tuple[str, ...] = ()) -> dict[str, list[str]]:
    columns, _ = apart(columns_of(["Name", "Splits"], [["Ada Alfa", cell] for cell in cells]), kept)
    return {column.title: list(column.cells) for column in columns}


@together(
    "cell",
    [
        "1000m 2:55.0, 2000m 5:50.1",
        "1000m: 2:55.0; 2000m: 5:50.1",
        "1000m=2:55.0|2000m=5:50.1",
        "1000m (2:55.0) 2000m (5:50.1)",
        "2:55.0 (1000m) / 5:50.1 (2000m)",
        "2:55.0 @ 1000m, 5:50.1 @ 2000m",
    ],
)
def test_each_point_becomes_a_column(cell: str) -> None:
    assert parted(cell) == {"Name": ["Ada Alfa"], "1000m": ["2:55.0"], "2000m": ["5:50.1"]}


@pytest.mark.parametrize("cell", ["400: 65,1; 800: 2:11,0", "400=65,1 800=2:11,0"])
def test_a_bare_point_needs_a_sign_behind_it(cell: str) -> None:
    assert parted(cell) == {"Name": ["Ada Alfa"], "400": ["65,1"], "800": ["2:11,0"]}


def test_a_point_that_somebody_lacks_is_blank() -> None:
    assert parted("1 km 3:00, 2 km 6:00", "1 km 3:01, 2 km 6:03, 3 km 9:05") == {
        "Name": ["Ada Alfa"] * 2,
        "1 km": ["3:00", "3:01"],
        "2 km": ["6:00", "6:03"],
        "3 km": ["", "9:05"],
    }


@together("cell", ["2:55.0 2:56.1", "1000m 2:55.0, injured, 2000m 5:50.1", ""])
def test_other_cells_stay(cell: str) -> None:
    assert parted(cell)["Splits"] == [cell]


def test_what_the_user_names_stays_a_column() -> None:
    assert list(parted("1000m 2:55.0, 2000m 5:50.1", kept=("Splits",))) == ["Name", "Splits"]


def titled(title: str, *cells: str) -> list[str]:
    return [
        column.title for column in apart(columns_of(["Name", title], [["Ada Alfa", cell] for cell in cells]), ())[0]
    ]


def test_minutes_of_a_long_race_are_no_point_and_its_time() -> None:
    assert titled("Time", "126:35", "135:01", "141:40.2") == ["Name", "Time"]
    assert titled("Time", "200:35", "200:59") == ["Name", "Time"]
    assert titled("Splits", "126:35", "135:01") == ["Name", "Splits"]
    assert titled("Splits", "400:59.2", "400:58.9") == ["Name", "400"]
