"""Rows that stand broken over several lines."""

from replay.files.table.layouts.broken import whole_rows


def test_a_row_goes_on_in_the_cell_in_which_its_line_ended() -> None:
    rows = [["1", "Ada"], ["52 runs", "F"], ["1", "17:10"], ["PB"], ["2", "Bo"], ["", "M"], ["3", "17:20"]]
    assert whole_rows(rows, [*range(2, 9)], 4) == ([["1", "Ada", "F", "17:10"], ["2", "Bo", "M", "17:20"]], [2, 6])


def test_rows_without_cells_are_none() -> None:
    assert whole_rows([[], ["1", "Ada"], ["x", "F"], [], ["2", "Bo"], ["y", "M"]], [*range(6)], 3) == (
        [["1", "Ada", "F"], ["2", "Bo", "M"]],
        [1, 4],
    )


def test_short_rows_that_make_no_whole_ones_stay() -> None:
    rows = [["1", "Ada"], ["2", "Bea"], ["3", "Cia"]]
    assert whole_rows(rows, [2, 3, 4], 5) == (rows, [2, 3, 4])


def test_more_than_half_of_the_rows_are_too_short() -> None:
    broken = [["1", "Ada"], ["x", "F"]]
    whole = [["2", "Bo", "M"]]
    assert whole_rows([*broken, *whole], [2, 3, 4], 3) == ([["1", "Ada", "F"], ["2", "Bo", "M"]], [2, 4])
    assert whole_rows([*broken, *whole * 2], [2, 3, 4, 5], 3) == ([*broken, *whole * 2], [2, 3, 4, 5])
    assert whole_rows([["1"], ["2"]], [2, 3], 1) == ([["1"], ["2"]], [2, 3])


def test_nine_in_ten_are_whole_then() -> None:
    rows = [[f"{at}", "Ada"] if half else ["", "F"] for at in range(9) for half in (True, False)]
    assert len(whole_rows([*rows, ["9", "Bo", "M", "x"]], [*range(19)], 3)[0]) == 10
    assert len(whole_rows([*rows[2:], ["9", "Bo", "M", "x"]], [*range(17)], 3)[0]) == 17
