"""Rows that are no runners, and runners who are called as such rows begin."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.table.totals import is_no_runner, sounds_like_total

TITLES = ["Place", "Name", "Time"]


@pytest.mark.parametrize(
    "text",
    ["Total: 12", "Finishers", "Average", "Mittelwert", "Median time", "Page 1 of 2", "Min:", "Total finishers: 2"],
)
def test_totals(text: str) -> None:
    assert sounds_like_total(text)


@pytest.mark.parametrize("text", ["Max", "Max Muster", "Min Lee", "Ada", "12", "", "Media Alfa", "Totti Ada"])
def test_names(text: str) -> None:
    assert not sounds_like_total(text)


@pytest.mark.parametrize(
    ("row", "gone"),
    [
        (["Average", "", "36:32"], True),
        (["Finishers:", "2", ""], True),
        (["Page, Jim", "", "37:00"], False),
        (["Page, Jim", "", "DNS"], False),
        (["Page 1 of 1", "", ""], True),
        (["Place", "Name", "Time"], True),
        (["-", "", "n/a"], True),
        (["1", "Ada Alfa", "35:10"], False),
    ],
)
def test_rows(row: list[str], gone: bool) -> None:
    assert is_no_runner(row, TITLES) is gone


@pytest.mark.parametrize("encoding", [None, "utf-8", "cp1252", "utf-16", "cp437", "shift_jis"])
def test_rows_without_a_cell_are_no_totals(encoding: str | None) -> None:
    """As a wrong encoding or delimiter makes them, which somebody tries where a file is opened."""
    for text in ("Name;Zeit\nAda;32:10\nBea;33:05\nCyd;34:56\n", "who,when\nAda,Monday\n", "\n\n;\n", "Total\n"):
        for delimiter in (None, ",", ";", "\t", "|", " "):
            choices = Choices(encoding=encoding, delimiter=delimiter)
            found = read_source(Source(text.encode(), Path("a.csv")), choices)
            assert found.race is not None or found.problems
