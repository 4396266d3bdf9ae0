"""Results told in sentences."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.results.prose import prose
from replay.files.results.tabled import in_sentences
from replay.files.source import Choices, Source
from tests.together import together


@together(
    ("text", "rows"),
    [
        (
            "Anna won in 4:32.1 from Bea (4:35.0), with Cleo third in 4:40.2",
            [["1", "Anna", "4:32.1"], ["2", "Bea", "4:35.0"], ["3", "Cleo", "4:40.2"]],
        ),
        (
            "In Ulm gewann Anna Ahl in 16:31,2 vor Bea Berg (16:40,0). Dritte wurde Cleo Carr in 16:52,3.",
            [["1", "Anna Ahl", "16:31,2"], ["2", "Bea Berg", "16:40,0"], ["3", "Cleo Carr", "16:52,3"]],
        ),
        (
            "It was won by Al Ash in 32:10. Bo Birch finished second in 32:45. The first woman was Fay Fox (36:20).",
            [["1", "Al Ash", "32:10"], ["2", "Bo Birch", "32:45"], ["3", "Fay Fox", "36:20"]],
        ),
        (
            "Tom Wood of Elm won in 9:21.4, Ian Fry was second (9:28.1). Al Hill dropped out.",
            [["1", "Tom Wood", "Elm", "9:21.4"], ["2", "Ian Fry", "", "9:28.1"], ["", "Al Hill", "", "DNF"]],
        ),
    ],
)
def test_each_time_is_whose_name_stands_before_it(text: str, rows: list[list[str]]) -> None:
    found = prose([text])
    assert found is not None
    assert found.rows[1:] == rows


@together(
    "text",
    [
        "We met at 10:30, and then Tom came at 11:40. It was fun.",
        "Anna won in 4:32.1.",
        "Anna won in 4:32.1 and Bea in 14:32.1",
        "Anna came second in 4:32.1 and Bea first in 4:40.2",
        "Name,Club,Time\nAnna Ahl,First Oak,4:32.1\nBea Berg,Elm,4:35.0",
        "Anna Ahl ran the laps: Bea split 4:32.1, Cleo lap 4:33.0, and won",
    ],
)
def test_other_texts_are_none_of_a_race(text: str) -> None:
    assert prose(text.splitlines()) is None


def test_runners_of_whom_each_has_a_part_of_a_line_are_read_by_these() -> None:
    assert in_sentences(["1500m: 1. Ada Alfa (first win) 3:50.1, 2. Bea Beta 3:51.0, 3. Cia Gamma 3:52.2"]) is None


def test_races_of_men_and_women_over_two_distances_are_told_apart() -> None:
    lines = [
        "10 km",
        "The men's race was won by Al Ash in 32:10 from Bo Birch (32:45). In the women's race Fay Fox won in 36:20.",
        "The women's second was Mia Moor (37:01).",
        "5 km",
        "Tom Elm won in 16:20, followed by Ian Oak (16:41).",
    ]
    found = in_sentences(lines)
    assert found is not None
    assert [row[1:] for row in found.rows] == [
        ["Name", "Time", "Sex", "Event"],
        ["Al Ash", "32:10", "M", "10km"],
        ["Bo Birch", "32:45", "M", "10km"],
        ["Fay Fox", "36:20", "F", "10km"],
        ["Mia Moor", "37:01", "F", "10km"],
        ["Tom Elm", "16:20", "", "5km"],
        ["Ian Oak", "16:41", "", "5km"],
    ]


def test_prose_with_commas_has_no_columns_to_ask_for() -> None:
    text = (
        "Round-up, part two\n\nThe hills, the mud, and the wind made it hard for all who came on Sunday morning.\n\n"
        "Next week, as ever, the club meets, at ten.\n"
    )
    (problem,) = read_source(Source(text.encode(), Path("a.txt")), Choices()).problems
    assert "list" in problem.message
    assert "column" not in problem.message
