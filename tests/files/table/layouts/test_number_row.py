"""Headings that are no words."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.table.layouts.number_row import heads_days, heads_points

BELOW = [["Meg", "66", "2:18", "3:31"], ["Tash", "67", "2:19", "3:32"]]


@pytest.mark.parametrize(
    ("row", "below", "heads"),
    [
        (["", "400", "800", "1200"], BELOW, True),
        (["", "200", "600", "1000"], BELOW, True),
        (["Plonk", "400", "800", "1200"], BELOW, True),
        (["Plonk", "50", "100", "150"], BELOW, True),
        (["Plonk", "400", "800", "1200", "1500"], BELOW, True),
        (["Plonk", "300", "700", "1100", "1500"], BELOW, True),
        (["Plonk", "300", "700", "1100", "1600"], BELOW, False),
        (["Plonk", "400", "800"], BELOW, False),  # may be laps
        (["Plonk", "200", "600", "1000"], BELOW, False),
        (["Plonk 2", "400", "800", "1200"], BELOW, False),
        (["Plonk", "100", "200", "300"], [["Meg", "101", "202", "303"]] * 2, False),  # as below
        (["", "400", "1200", "800"], BELOW, False),
        (["", "401", "802", "1203"], BELOW, False),
        (["", "4", "8", "12"], BELOW, False),
        (["", "400", "800", ""], BELOW, False),
        (["", "400", "800", "1200"], BELOW[:1], False),
        (["", "400", "800", "1200"], [["", "400", "800", "1200"]] * 2, False),
        (["", "400", "800", "9" * 5000], BELOW, False),
        ([], BELOW, False),
    ],
)
def test_metres_over_times_beside_a_blank_head_them(row: list[str], below: list[list[str]], *, heads: bool) -> None:
    assert heads_points(row, below) is heads


def test_days_beside_the_word_for_a_name_head_a_race_each() -> None:
    assert heads_days(["Name", "3 May 2024", "10 May 2024"])
    assert not heads_days(["Name", "3 May 2024", "Club"])
    assert not heads_days(["Club", "3 May 2024", "10 May 2024"])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", ",400,800,1200,1600\nMeg,66,2:18,3:31,4:45\nTash,67,2:19,3:32,4:46\n"),
        ("a.txt", "      400   800   1200   1600\nMeg   66    2:18  3:31   4:45\nTash  67    2:19  3:32   4:46\n"),
    ],
)
def test_names_of_one_word_below_nothing_are_names(name: str, text: str) -> None:
    race = read_source(Source(text.encode(), Path(name)), Choices(distance=1600.0)).race
    assert race is not None
    assert [entry.name for entry in race.entries] == ["Meg", "Tash"]
    assert [split.time.seconds for split in race.entries[0].splits] == [66.0, 138.0, 211.0]
