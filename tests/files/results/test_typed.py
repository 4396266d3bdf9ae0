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


def test_of_a_name_and_a_club_side_by_side_the_name_has_two_words_and_that_is_told() -> None:
    laid = typed(["Pos Name Club Time", "1 Ada van Alfa Oak AC 33:10", "2 Bo Beta Elm 34:15"])
    assert laid is not None
    assert [row[1:3] for row in laid.rows[1:]] == [["Ada van Alfa", "Oak AC"], ["Bo Beta", "Elm"]]
    assert laid.said


def test_headings_may_be_of_several_words_and_cells_may_lack() -> None:
    laid = typed(
        [
            "Pos Pett. Cognome e Nome Naz. Società Km 5 Km 10 Tempo",
            "1 2 ROSSI MARIO ITA Atl. Roma 15:00 30:01 45:02",
            "2 3 BIANCHI LUISA ITA 17:10 34:30 52:00",
        ]
    )
    assert laid is not None
    assert laid.rows[0][5:] == ["Km 5", "Km 10", "Tempo"]
    assert laid.rows[2] == ["2", "3", "BIANCHI LUISA", "ITA", "", "17:10", "34:30", "52:00"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Pos Club Town Time", "1 Ada Alfa Oak 33:10", "2 Bo Beta Elm 34:15"],  # no name
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
