"""What is told of each column of a table."""

from pathlib import Path

import pytest

from replay.files.source import Choices, Source
from replay.files.table.reader import read
from replay.files.understood import Counting


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
