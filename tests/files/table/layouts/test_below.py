"""Each runner's points in rows below his own."""

import pytest

from replay.files.table.layouts.below import with_splits_below

TITLES = ["Pos", "Name", "Time"]
ADA, BEA = ["1", "Ada", "31:00"], ["2", "Bea", "32:00"]


@pytest.mark.parametrize(("one", "two"), [("5 km", "8 km"), ("1", "2"), ("Lap 1", "Lap 2")])
def test_points_become_columns(one: str, two: str) -> None:
    rows = [ADA, ["", one, "15:10"], ["", two, "24:10"], BEA, ["", one, "15:30"]]
    found = with_splits_below(TITLES, rows, range(2, 7))
    assert found is not None
    titles, made, lines = found
    assert (titles, lines) == ([*TITLES, one, two], [2, 5])
    assert [row[: len(titles)] for row in made] == [[*ADA, "15:10", "24:10"], [*BEA, "15:30", ""]]


@pytest.mark.parametrize(
    "rows",
    [
        [ADA, BEA],
        [["", "5 km", "15:10"], ADA, ["", "5 km", "15:30"], BEA],  # of whom is the first?
        [ADA, ["", "5 km", "15:10"], BEA],
        [ADA, ["", "North", "15:10"], BEA, ["", "South", "15:30"]],
        [ADA, ["", "5 km", "far"], BEA, ["", "5 km", "off"]],
        [ADA, ["", "5 km", "15:10"], ["", "8 km", "24:10"], *[BEA] * 9],
    ],
)
def test_other_rows_stay(rows: list[list[str]]) -> None:
    assert with_splits_below(TITLES, rows, range(len(rows))) is None
    assert with_splits_below(["Team", *TITLES[1:]], rows, range(len(rows))) is None


def test_of_more_than_three_in_five_there_are_points() -> None:
    split, cia = ["", "5 km", "15:10"], ["3", "Cia", "33:00"]
    assert with_splits_below(TITLES, [ADA, split, BEA, split, cia], range(5)) is not None
    assert with_splits_below(TITLES, [ADA, split, BEA, split, cia, split, cia, cia], range(8)) is None
