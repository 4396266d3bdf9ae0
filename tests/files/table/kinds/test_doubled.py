"""Rows that stand in a list again."""

from replay.files.understood import Tally
from tests.files.table.test_reader import reading


def told(rows: str) -> tuple[list[str], list[str]]:
    found = reading(f"Name,Time,Town\n{rows}", distance=5000.0)
    assert found.race is not None, found.problems
    left: list[Tally] = list(found.understood.left_out)
    return [entry.name for entry in found.race.entries], list(map(str, left))


def test_rows_that_are_an_earlier_one_in_every_cell_are_left_out_and_told() -> None:
    names, left = told("Ada,15:10,Oak\nBea,15:20,Elm\nAda,15:10,Oak\nBea,15:20,Elm\nAda,15:10,Oak\n")
    assert names == ["Ada", "Bea"]
    assert left == ["3 rows told twice (first: line 4)"]


def test_runners_without_a_name_or_time_may_be_alike() -> None:
    others = "".join(f"{name},15:3{at},Oak\n" for at, name in enumerate("ABCDEFGHIJ"))
    names, left = told("Unknown,15:10,\nUnknown,15:10,\nUnknown,15:20,\nBea,DNF,Elm\nBea,DNF,Elm\n" + others)
    assert (len(names), left) == (15, [])
