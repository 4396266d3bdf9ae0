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
