"""A row for each runner and point, as timing databases have them: very many rows, most of whose cells are alike."""

from pathlib import Path

import pytest

from replay.files.source import Choices, Source
from replay.files.table.grid import read_grid
from replay.files.table.reader import read

POINTS = 10


def long_table(runners: int) -> str:
    rows = [
        f"{1000 + runner},Runner {runner},P{point},{1000 * point},{3 * point + runner // 60}:{runner % 60:02d}"
        for runner in range(runners)
        for point in range(1, POINTS + 1)
    ]
    return "\n".join(["bib,name,point,distance_m,time", *rows])


@pytest.mark.parametrize("runners", [5, 1200, 1201])
def test_points_are_told_apart_however_many_rows_there_are(runners: int) -> None:
    """Where every tenth of 12,000 cells was looked at, it was the same point every time."""
    found = read(Source(long_table(runners).encode(), Path("a-race.csv")), Choices())
    assert found.race is not None
    assert (len(found.race.entries), found.race.distance) == (runners, 10_000.0)
    assert [split.distance for split in found.race.entries[-1].splits] == [1000.0 * point for point in range(1, POINTS)]


def test_of_many_cells_those_that_are_alike_are_kept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.table.cutting._MANY_CELLS", 100)
    grid = read_grid(long_table(50))
    met: dict[str, int] = {}
    assert {met.setdefault(cell, id(cell)) == id(cell) for row in grid.rows for cell in row} == {True}
    assert len(met) < sum(map(len, grid.rows)) / 2


def test_of_very_many_different_cells_few_are_kept_for_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.table.cutting._MANY_CELLS", 100)
    monkeypatch.setattr("replay.files.table.alike._MOST_MET", 3)
    text = long_table(50)
    grid = read_grid(text)
    assert [",".join(row) for row in [grid.titles, *grid.rows]] == text.splitlines()
