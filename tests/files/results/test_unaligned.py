"""Cells that blanks keep apart below headings that stand over none of them."""

from replay.files.results.columned import columned

LINES = """\
Place    Athlete    Yr.    #    Team    Time    Gap
1    ALDER, Ada    SR    568    Oak Hill    15:30.6    ---
2    BIRCH, Bo    JR    7    Elm    15:46.1    15.5
3    CEDAR-SOMEBODY, Cyd        3275    WIND Runners    16:15.7    45.1
"""


def test_a_line_that_lacks_a_cell_has_the_others_where_they_fit() -> None:
    laid = columned(LINES.splitlines())
    assert laid is not None
    assert laid.rows[0] == ["Place", "Athlete", "Yr.", "#", "Team", "Time", "Gap"]
    assert laid.rows[2] == ["2", "BIRCH, Bo", "JR", "7", "Elm", "15:46.1", "15.5"]
    assert laid.rows[3] == ["3", "CEDAR-SOMEBODY, Cyd", "", "3275", "WIND Runners", "16:15.7", "45.1"]


def test_a_line_that_lacks_two_or_whose_cells_fit_nowhere_makes_no_list() -> None:
    assert columned(LINES.replace("45.1", "45.1    1    2").splitlines()) is None  # more than there are headings
    assert columned(LINES.replace("3275    WIND", "WIND").splitlines()) is None
    assert columned(LINES.replace("3275    WIND Runners    16:15.7", "3275    16:15.7    WIND").splitlines()) is None
