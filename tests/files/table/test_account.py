"""What is told of each column of a table."""

from pathlib import Path

import pytest

from replay.files.source import Choices, Source
from replay.files.table.reader import read
from replay.files.understood import Counting
from tests.files.table.test_reader import reading
from tests.together import together


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (
            "# event: 1 hour\nname,distance,time,10 km\nAda,18517 m,59:59,33:00\nBea,18341 m,59:58,33:20\n",
            {
                "distance": ("distance", ""),
                "time": ("", "a race for distance has no times at points"),
                "10 km": ("split at 10000 m", ""),
            },
        ),
        (
            "# event: 1500 m\nname,time,400,note,time\nAda,4:05.1,65.1,x,4:05.1\nBea,4:06.2,65.2,,4:06.2\n",
            {"400": ("split at 400 m", ""), "note": ("note", "")},
        ),
        (
            "# distance_m: 10000\nname,finish time of day,chip time\nA,10:30:00,30:00\nB,10:32:00,31:20\n",
            {"finish time of day": ("time of day", ""), "chip time": ("net time", "")},
        ),
    ],
)
def test_each_column_says_what_it_was_taken_for_or_why_not(text: str, columns: dict[str, tuple[str, str]]) -> None:
    found = read(Source(text.encode(), Path("a.csv")), Choices()).understood
    told = {column.title: (column.meaning, column.why) for column in found.columns}
    assert {title: told[title] for title in columns} == columns
    first = text.splitlines()[2].split(",")
    assert [column.example for column in found.columns] == first
    assert found.counting is (Counting.CUMULATIVE if any("split" in meaning for meaning, _ in told.values()) else None)


@together(
    ("title", "cells", "told"),
    [
        ("Zxq", "1:01 1:02 1:03 1:04 x", ""),
        ("Zxq", "1:01 1:02 1:03 1:04 1:05", "the column 'Zxq' has times and is left out: what they are is not known"),
        ("5 km", "a b c d e", "the column '5 km' is left out: its cells are no times, such as 'a'"),
        ("Laps", "12 13 14 15 x", ""),
        ("Laps", "a b c d e", "the column 'Laps' is left out: its cells are no times, such as 'a'"),
        ("Split", "1:01 1:02 1:03 1:04 1:05", "has times and is left out: what they are is not known"),
        ("Split", "59.8 59.9 60.1 60.2 60.4", "has times and is left out: what they are is not known"),
    ],
)
def test_a_column_of_times_that_is_left_out_is_told(title: str, cells: str, told: str) -> None:
    rows = [f"R{at},{cell},4:0{at}" for at, cell in enumerate(cells.split(), 1)]
    found = reading("\n".join(["# distance_m: 1500", f"name,{title},time", *rows, ""]))
    assert found.race is not None
    assert told in str(found.problems)
    assert bool(found.understood.left_out) is (told != "")


@together(
    ("text", "told"),
    [
        ("name,shoe\nAda Alfa,red\nBea Beta,blue\n", "no column is known as a time among 'name', 'shoe'"),
        ("Ada Alfa,red\nBea Beta,blue\n", "no list of results is found in this text"),
        ("name,5 km,time\nA,1,\nB,2,\nC,3,\n", "no column has times, and '5 km' have places"),
        ("name,time\nA,\nB,\n", "no column is known as a time among 'name', 'time'"),
        ("name,time\nA,DNF\nB,dnf\n", "no column is known as a time among 'name', 'time'"),
        ("name,time\nA,0:40\nB,0:41\n", "no runner has a time that can be true"),
        ("name,400,800\nA,6,7\nB,6,7\n", "no runner has a time that can be true"),
        ("x,time\n7,4:01\n8,4:02\n", "no column is known as the runner's name among 'x', 'time'"),
        ("name,400,800\nA,60,121\nB,61,122\n", ""),
        ("bib,time\n7,4:01\n8,4:02\n", ""),
    ],
)
def test_why_there_is_no_race_is_told_with_a_way_out(text: str, told: str) -> None:
    found = reading(text, distance=1500.0)
    assert (found.race is None) is (told != "")
    if told:
        assert told in found.problems[-1].message
        assert found.problems[-1].hint
