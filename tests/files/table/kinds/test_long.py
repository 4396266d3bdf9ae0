"""A row for each runner and point, as timing databases have them: very many rows, most of whose cells are alike."""

from pathlib import Path

import pytest

from replay.files.source import Choices, Source
from replay.files.table.layouts.grid import read_grid
from replay.files.table.reader import read
from replay.race.race import Evidence
from tests.together import together

POINTS = 10
UNITS = " m", "m", " metres", ""


def long_table(runners: int) -> str:
    rows = [
        f"{1000 + runner},Runner {runner},P{point},{1000 * point},{3 * point + runner // 60}:{runner % 60:02d}"
        for runner in range(runners)
        for point in range(1, POINTS + 1)
    ]
    return "\n".join(["bib,name,point,distance_m,time", *rows])


@pytest.mark.sampled(3)
@pytest.mark.parametrize("runners", [5, 1200, 1201])
def test_points_are_told_apart_however_many_rows_there_are(runners: int) -> None:
    """Where every tenth of 12,000 cells was looked at, it was the same point every time."""
    found = read(Source(long_table(runners).encode(), Path("a-race.csv")), Choices())
    assert found.race is not None
    assert (len(found.race.entries), found.race.distance) == (runners, 10_000.0)
    assert [split.distance for split in found.race.entries[-1].splits] == [1000.0 * point for point in range(1, POINTS)]


def listed(titles: str, *rows: str) -> str:
    """A table of Ada's rows, with those of Bea, who has the same points, below them."""
    bea = [row.replace("Ada,N", "Bea,S").replace("Ada", "Bea") for row in rows]
    times = [("1:00", "1:01"), ("2:00", "2:03"), ("estimated", "measured"), ("790-810", ""), ("*", ""), ("~", "")]
    for one, other in times:
        bea = [row.replace(one, other) for row in bea]
    return "\n".join([titles, *rows, *bea, ""])


EXPORTED = "name,distance_m,time,time_s,evidence,range_m"


@together(
    ("text", "ada"),
    [
        *((listed("name,split,time", f"Ada,400{unit},1:00", f"Ada,800{unit},2:00"), "1:00 2:00") for unit in UNITS),
        (listed(EXPORTED, "Ada,400,1:00,60,measured,", "Ada,800,2:00,120,estimated,"), "1:00 2:00*"),
        (listed(EXPORTED, "Ada,400,1:00,60,measured,", "Ada,800,2:00,120,estimated,790-810"), "1:00 -"),
        (
            listed("name,distance_m,time_s,evidence,range_m", "Ada,400,60,measured,", "Ada,800,120,measured,")
            .replace("Bea,400,60", "Bea,400,61")
            .replace("Bea,800,120", "Bea,800,123"),
            "1:00 2:00",
        ),
        (listed("name,split,time,evidence", "Ada,400 m,1:00,estimated", "Ada,Finish,2:00,measured"), "1:00* 2:00"),
        (listed("name,split,time", "Ada,400 m*,1:00", "Ada,Finish,2:00"), "1:00* 2:00"),
        (listed("name,split,time", "Ada,400 m,~1:00", "Ada,Finish,2:00"), "1:00* 2:00"),
        (listed("name,Lap,time", "Ada,1,1:00", "Ada,9999,2:00"), "1:00 2:00"),
        (listed("name,km,time", "Ada,0.4,1:00", "Ada,0.8,2:00"), "1:00 2:00"),
        (listed("name,split,km,time", "Ada,Bridge,0.4,1:00", "Ada,Finish,0.8,2:00"), "1:00 2:00"),
        *(
            (
                listed(
                    "name,club,split,time of day,time",
                    f"Ada,N,400 m,{hour}:01:00,1:00",
                    f"Ada,N,Finish,{hour}:02:00,2:00",
                ),
                "1:00 2:00",
            )
            for hour in (10, 1)
        ),
    ],
)
def test_a_row_for_each_runner_and_point_becomes_one_for_each_runner(text: str, ada: str) -> None:
    race = read(Source(text.encode(), Path("a-race.csv")), Choices(distance=800.0)).race
    assert race is not None
    assert [split.distance for split in race.entries[1].splits] == [400.0]
    told = [
        [f"{time.text}{'*' * (time.evidence is Evidence.ESTIMATED)}" if time is not None else "-" for time in times]
        for times in ([*(split.time for split in one.splits), one.result] for one in race.entries)
    ]
    assert [" ".join(times) for times in told] == [ada, "1:01 2:03"]


def test_of_many_cells_those_that_are_alike_are_kept_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.table.layouts.cutting._MANY_CELLS", 100)
    grid = read_grid(long_table(50))
    met: dict[str, int] = {}
    assert {met.setdefault(cell, id(cell)) == id(cell) for row in grid.rows for cell in row} == {True}
    assert len(met) < sum(map(len, grid.rows)) / 2


def test_of_very_many_different_cells_few_are_kept_for_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.table.layouts.cutting._MANY_CELLS", 100)
    monkeypatch.setattr("replay.files.table.values.alike._MOST_MET", 3)
    text = long_table(50)
    grid = read_grid(text)
    assert [",".join(row) for row in [grid.titles, *grid.rows]] == text.splitlines()


def test_the_time_of_day_at_each_point_is_a_column_beside_its_time() -> None:
    text = listed("name,club,split,time,time of day", "Ada,Nord,400 m,1:00,10:01:00", "Ada,Nord,800 m,2:00,10:02:00")
    found = read(Source(text.encode(), Path("a-race.csv")), Choices())
    told = {column.title: column.meaning for column in found.understood.columns}
    assert told["400 m"] == "split at 400 m"
    assert told["800 m of day"] == "time of day"


def test_how_far_a_named_point_is_is_no_time_though_all_are_bare_numbers() -> None:
    rows = [
        f"{name},{point},{km},{round(seconds * slow)}"
        for name, slow in (("Ada", 1), ("Bea", 1.04))
        for point, km, seconds in (("CP1", 10, 2400), ("CP2", 20.5, 5000), ("Finish", 30, 7600))
    ]
    race = read(Source("\n".join(["runner,checkpoint,km,elapsed", *rows]).encode(), Path("a-race.csv")), Choices()).race
    assert race is not None
    assert race.distance == 30_000.0
    assert [(split.distance, split.time.seconds) for split in race.entries[0].splits] == [
        (10_000, 2400),
        (20_500, 5000),
    ]
