"""Lists that single blanks part, and times below each runner."""

import pytest

from replay.files.results.layout import Laid
from replay.files.results.splits_below import splits_below, with_splits_below
from replay.files.results.typed import typed


def test_cells_begin_and_end_as_their_headings_say() -> None:
    lines = ["Pos Bib Name Sex Cat Club Chip", "1 101 ALFA Ada F SEN Oak AC 33:10", "", "2 117 BETA Bo M V40 34:15"]
    laid = typed(lines)
    assert laid is not None
    assert laid.lines == [1, 2, 4]
    assert laid.rows[1:] == [
        ["1", "101", "ALFA Ada", "F", "SEN", "Oak AC", "33:10"],
        ["2", "117", "BETA Bo", "M", "V40", "", "34:15"],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Pos Name Club Time", "1 Ada Alfa Oak 33:10", "2 Bo Beta Elm 34:15"],  # nothing parts name and club
        ["Pos Bib Name", "1 101 Ada Alfa", "2 117 Bo Beta"],  # no time
        ["Pos Bib Name Time", "1 101 Ada Alfa 33:10", "two of them", "ran no further", "than that"],
        ["Pos Bib Name Fruit Time", "1 101 Ada Alfa fig 33:10", "2 117 Bo Beta plum 34:15"],
    ],
)
def test_a_list_whose_cells_nothing_parts_is_none(lines: list[str]) -> None:
    assert typed(lines) is None


def test_times_behind_their_distances_are_of_the_runner_above() -> None:
    lines = ["1  Ada  8:40.1", "1000m 2:50.1  2000 m: 5:45.0 (2:54.9)", "2  Bea  8:44.0", "1000m 2:51.0"]
    below = splits_below(lines)
    assert below == {1: {"1000m": "2:50.1", "2000m": "5:45.0"}, 3: {"1000m": "2:51.0"}}
    laid = Laid([["Place", "Name", "Time"], ["1", "Ada", "8:40.1"], ["2", "Bea", "8:44.0"]], [1, 1, 3])
    assert with_splits_below(laid, below).rows == [
        ["Place", "Name", "Time", "1000m", "2000m"],
        ["1", "Ada", "8:40.1", "2:50.1", "5:45.0"],
        ["2", "Bea", "8:44.0", "2:51.0", ""],
    ]
    assert splits_below(["1000m 2:50.1", "1  Ada  8:40.1", "2000m 5:45.0"]) == {}
