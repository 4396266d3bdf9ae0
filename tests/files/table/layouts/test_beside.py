"""Lists that stand beside one another."""

import pytest

from replay.files.table.layouts import beside
from tests.files.table.test_reader import reading
from tests.together import together


@together(
    ("text", "runners"),
    [
        ("Pos,Name,Time,,Pos,Name,Time\n1,Ada,31:02,,1,Al,30:02\n2,Bea,31:40,,,,\n", "Ada Bea Al"),
        (
            "Name,Time,Name,Time,Name,Time\nAda,31:02,Bea,31:10,Cia,31:12\nDot,32:02,,,Eva,32:12\n",
            "Ada Dot Bea Cia Eva",
        ),
        ("Pos,Women,Time,Men,Time\n1,Ada,31:02,Al,30:02\n2,Bea,31:40,,\n", "Ada(F) Bea(F) Al(M)"),
        ("Pos,Name,Women,Men,Time\n1,Ada,1,,31:02\n2,Bea,2,,31:40\n3,Al,,1,31:50\n", "Ada Bea Al"),  # places
    ],
)
def test_they_become_one(text: str, runners: str) -> None:
    race = reading(text, distance=10_000.0).race
    assert race is not None
    told = [f"{entry.name}({entry.sex})" if entry.sex else entry.name for entry in race.entries]
    assert " ".join(told) == runners


def test_of_very_many_rows_without_headings_none_are_looked_at_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["Ada A", "4:10", "Bea B", "4:11"], ["Cia C", "4:12", "Dot D", "4:13"]]
    monkeypatch.setattr(beside, "_MOST_ROWS", 2)
    assert beside.unheaded_below_one_another(rows, [1, 2]) is not None
    # Less than two thirds of a column are names, or one name again and again: these are no lists beside one another.
    for first, second in (("Ada A", "1"), ("Bea B", "Bea B")):
        assert (
            beside.unheaded_below_one_another(
                [["Ada A", "4:10", first, "4:11"], ["Cia C", "4:12", second, "4:13"]], [1, 2]
            )
            is None
        )
    assert beside.unheaded_below_one_another([*rows, ["Eva E", "4:14", "", ""]], [1, 2, 3]) is None
