"""Headings in two rows, and a row of units below them."""

import pytest

from replay.files.table.layouts.transposed import transposed
from replay.files.table.layouts.two_headings import merged, over_another
from replay.files.table.layouts.unit_row import with_units


@pytest.mark.parametrize(
    ("titles", "row", "joined"),
    [
        (["Pos", "Runner", "", "Time"], ["", "First", "Last", ""], ["Pos", "First", "Last", "Time"]),
        (["Pos", "5 km", "", "Time"], ["", "Time", "Rank", ""], ["Pos", "5 km Time", "5 km Rank", "Time"]),
        (["Name", "Split 1", "Finish"], ["", "5 km", "10 km"], ["Name", "5 km", "Finish (10 km)"]),
        (["Name", "Splits", "", "Time"], ["", "400", "800", ""], ["Name", "400", "800", "Time"]),
        (["", "Name", "200m", "400m"], ["", "Ada", "29.1", "59.0"], None),
        (["Pos", "Name", "", "Time"], ["1", "Ada", "Alfa", "33:10"], None),
        (["Pos", "Name", "Club", "Time"], ["", "First", "Last", ""], None),
    ],
)
def test_the_upper_row_spans(titles: list[str], row: list[str], joined: list[str] | None) -> None:
    assert over_another(titles, row) == joined


@pytest.mark.parametrize(
    ("row", "counted"),
    [
        (["", "km", "h:mm:ss"], ["Name", "Distance (km)", "Time (h:mm:ss)"]),
        (["", "[km]", ""], ["Name", "Distance (km)", "Time"]),
        (["Ada", "50", "3:58:10"], None),
        (["", "", ""], None),
    ],
)
def test_units_stand_below_their_headings(row: list[str], counted: list[str] | None) -> None:
    assert with_units(["Name", "Distance", "Time"], row) == counted


def test_a_table_on_its_side_is_set_upright() -> None:
    rows = [["Name", "Ada", "Bea"], ["Club", "Oak"], ["Time", "33:10", "34:02"]]
    assert transposed(rows) == [["Name", "Club", "Time"], ["Ada", "Oak", "33:10"], ["Bea", "", "34:02"]]
    assert transposed([["Ada", "33:10"], ["Bea", "34:02"], ["Cia", "35:00"]]) is None


@pytest.mark.parametrize(
    ("above", "titles", "made"),
    [
        ("Oak,5 km,", "Name,Time,Time", ["Name", "5 km Time", "5 km Time"]),
        (",5 km,10 km", "Name,Time,Time", ["Name", "5 km Time", "10 km Time"]),
        (",5 km,,10 km", "Name,Time,Rank,Time,Rank", ["Name", "5 km Time", "5 km Rank", "10 km Time", "10 km Rank"]),
        (",5 km,10 km,Finish", "Name,Time,Time,", ["Name", "5 km Time", "10 km Time", "Finish"]),
        (",5 km,", "Name,Time,Time", None),  # one thing above is a title
        ("Oak,Spring Open,", "Name,Time,Time", None),
        (",5 km,10 km", "Name,Time,Rank", None),  # nothing is twice
    ],
)
def test_points_stand_above_headings_that_are_alike(above: str, titles: str, made: list[str] | None) -> None:
    rows = [above.split(","), titles.split(",")]
    assert merged(rows, 1, rows[1]) == ((made, 1) if made else (rows[1], 0))
    assert merged(rows[1:], 0, rows[1]) == (rows[1], 0)


@pytest.mark.parametrize(
    ("titles", "row", "joined"),
    [
        ("Pos,Runner,,Time", ",First,Last,Time", ["Pos", "First", "Last", "Time"]),  # said in both rows
        ("Pos,Runner,,Time", ",First,,", None),
        ("Pos,Runner,,Time", ",First,Last,x,y", None),
        ("Pos,Runner,,Time", ",First,Wvu,", None),
        ("Pos,Runner,,,,Time", ",First,Last,Club,Wvu,", ["Pos", "First", "Last", "Club", "Wvu", "Time"]),
        ("Name,Splits,,Time", ",100,200,", ["Name", "100", "200", "Time"]),
        ("Name,Splits,,Time", ",99,200,", None),
        ("Name,Splits,,Time", ",200,200,", None),
        ("Name,Splits,,Time", ",400,1:04,", None),
        ("Name,Split 1,Split 2", ",5 km,Half", ["Name", "5 km", "Half"]),
        ("Name,Split 1,Split 2", ",Time,Half", None),
        ("Name,5 km,10 km", ",5 km,10 km", None),
    ],
)
def test_what_stands_below_is_joined_where_it_is_a_heading(titles: str, row: str, joined: list[str] | None) -> None:
    assert over_another(titles.split(","), row.split(",")) == joined
