"""Lines that say what each time is."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.results.worded import worded
from replay.files.source import Choices, Source
from tests.together import together

LINES = (
    "Oak AC handicap, 5 miles",
    "",
    "1st Ada Alfa       start 6:00  finish 40:10  actual 34:10",
    "2nd Bea Beta Long  start 0:00  finish 41:00  actual 41:00",
    "3.  Cia Gamma      start 2:30  actual 39:00",
    "Retired: Dot Delta",
)


def test_the_words_before_the_times_are_the_headings() -> None:
    made = worded(LINES)
    assert made is not None
    assert made.rows[0] == ["Place", "Name", "start", "finish", "actual"]
    assert made.rows[2] == ["2", "Bea Beta Long", "0:00", "41:00", "41:00"]
    assert made.rows[3] == ["3", "Cia Gamma", "2:30", "", "39:00"]
    assert made.lines == [3, 3, 4, 5]


def test_a_handicap_told_so_is_one_with_who_retired() -> None:
    found = read_source(Source("\n".join(LINES[:4] + LINES[5:]).encode(), Path("a.txt")), Choices()).race
    assert found is not None
    times = [(entry.name, entry.result.seconds if entry.result else None) for entry in found.entries]
    assert times == [("Ada Alfa", 2410), ("Bea Beta Long", 2460), ("Dot Delta", None)]


def test_a_point_before_a_time_is_its_heading_and_no_part_of_the_name() -> None:
    made = worded(["Ada Alfa 5k 16:02 finish 32:40", "Bea Beta Long 5k 16:10 finish 33:05"])
    assert made is not None
    assert made.rows == [
        ["Name", "5k", "finish"],
        ["Ada Alfa", "16:02", "32:40"],
        ["Bea Beta Long", "16:10", "33:05"],
    ]


def test_commas_between_the_times_make_no_table_of_it() -> None:
    lines = ("Oak AC, 5 miles", "1. Ada Alfa - start 6:00, finish 40:10", "2. Bea Beta - start 0:00, finish 41:00")
    found = read_source(Source("\n".join(lines).encode(), Path("a.txt")), Choices())
    assert found.race is not None
    assert [column.title for column in found.understood.columns] == ["Place", "Name", "start", "finish"]


@together(
    "line",
    [
        "Ada Alfa start 6:00",
        "Ada Alfa start 6:00 and then 40:10",
        "Ada Alfa start 6:00 start 40:10",
        "start 6:00 finish 40:10",
        "Ada Alfa start 6:00 finish 40:10 thanks to Jean",
        "1 Ada Alfa 6:00 40:10",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert worded([line, line]) is None
