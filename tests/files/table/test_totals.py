"""Rows that are no runners, and runners who are called as such rows begin."""

import pytest

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
