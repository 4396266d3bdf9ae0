"""Times whose decimal comma parts them."""

from replay.files.table.layouts.decimals import with_decimals


def test_a_time_and_its_tenth_are_one_cell_again() -> None:
    rows = [["Ada", "4:41", "2", "OAK"], ["Bea", "4:43", "9", "ASH"], ["Cia", "DNF", "OAK"]]
    assert with_decimals(rows, 3) == ([["Ada", "4:41,2", "OAK"], ["Bea", "4:43,9", "ASH"], ["Cia", "DNF", "OAK"]], 2)


def test_points_in_a_column_without_a_heading_are_none() -> None:
    assert with_decimals([["Ada", "4:41", "8"], ["Bea", "4:43", "7"], ["Cia", "4:50", "6"]], 2) is None
    assert with_decimals([["Ada", "4:41", "10"], ["Bea", "4:43", "8"]], 2) is None


def test_a_row_that_is_too_wide_for_another_reason_keeps_them_apart() -> None:
    assert with_decimals([["Ada", "4:41", "2"], ["Bea", "Jr", "x", "4:43", "9"]], 2) is None
