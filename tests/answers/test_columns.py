"""Text in columns, also of signs that take two cells."""

from replay.answers.columns import in_columns, table


def test_a_column_is_as_wide_as_its_widest_cell_whatever_its_signs_take() -> None:
    rows = [["王 军霞", "1", "x"], ["Ada", "12", "y"]]
    assert table(["who", "place", ""], rows, right=[1]).splitlines() == [
        "who      place",
        "王 军霞      1  x",
        "Ada         12  y",
    ]


def test_wide_signs_stand_at_the_right_where_numbers_do() -> None:
    assert table(["a", "b"], [["x", "王"], ["y", "123"]], right=[1]).splitlines() == ["a    b", "x   王", "y  123"]


def test_without_rows_there_are_heads() -> None:
    assert table(["who", "place"], []) == "who  place"


def test_cells_stand_below_each_other_as_many_as_there_is_room_for() -> None:
    assert in_columns(["a", "王", "ccc"], 12) == ["a     王", "ccc"]
    assert in_columns(["a", "王", "ccc"], 11) == ["a", "王", "ccc"]
    assert in_columns([], 12) == []
