"""A meeting's events below one another."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.table.layouts.sections import begins_section, in_sections, names_event, with_sexes
from tests.together import together

MEET = """County Open
Women 800m
Place,Name,400m,Mark
1,Una Quick,64.0,2:10.11
2,Tia Swift,64.5,2:11.04

Women 1500m
Place,Name,Team,Mark
1,Ada Alfa,North,4:21.50
2,Bea Beta,South,4:22.10
3,Cia Gamma,North,4:40.10
"""


@pytest.mark.parametrize(
    ("part", "metres", "names"),
    [(None, 1500.0, ["Ada Alfa", "Bea Beta", "Cia Gamma"]), ("800m", 800.0, ["Una Quick", "Tia Swift"])],
)
def test_each_event_is_a_part_with_headings_of_its_own(part: str | None, metres: float, names: list[str]) -> None:
    race = read_source(Source(MEET.encode(), Path("meet.csv")), Choices(part=part)).race
    assert race is not None
    assert (race.distance, [entry.name for entry in race.entries]) == (metres, names)
    assert all(entry.place for entry in race.entries)


def test_lists_of_women_and_men_are_one_race_in_which_each_has_a_sex() -> None:
    text = "5000m\nWOMEN\nPlace,Name,Time\n1,Ada,15:10\n2,Bea,15:12\nMen's results\nPlace,Name,Time\n1,Cy,14:10\n"
    race = read_source(Source(text.encode(), Path("meet.csv")), Choices()).race
    assert race is not None
    assert [(entry.name, entry.sex) for entry in race.entries] == [("Ada", "F"), ("Bea", "F"), ("Cy", "M")]


def test_events_under_one_heading_are_parts_too() -> None:
    text = "Place,Name,Time\nMen 800m\n1,Al,1:50.1\n2,Bo,1:51.1\nMen 1500m\n1,Cy,3:50.1\n2,Di,3:51.1\n3,Ed,3:52.1\n"
    found = read_source(Source(text.encode(), Path("meet.csv")), Choices())
    assert found.race is not None
    assert [entry.name for entry in found.race.entries] == ["Cy", "Di", "Ed"]
    assert found.understood.parts == ("Men 800m", "Men 1500m")


@together(
    ("text", "begins"),
    [
        ("Women 800 m", "800"),
        ("800", ""),
        ("WOMEN", "F"),
        ("Men's results", "M"),
        ("Senior Men", "M"),
        ("Men Women", ""),
        ("M", ""),
        ("Results", ""),
        ("Zxq", ""),
        ("Women 800 m" + " " * 89, "800"),
        ("Women 800 m" + " " * 90, ""),
    ],
)
def test_a_line_by_itself_begins_the_list_of_an_event_or_of_a_sex(text: str, begins: str) -> None:
    assert begins_section(text) == begins
    assert names_event(text) is begins.isdigit()


HEADS, ADA, BEA = ["Place", "Name", "Time"], ["1", "Ada", "2:01"], ["1", "Bea", "4:12"]


def sections(*rows: list[str], at: int) -> tuple[list[list[str]], list[int]] | None:
    return in_sections(rows, range(1, len(rows) + 1), at, lambda row: 3.0 * (row == HEADS or "Mark" in row))


def test_the_name_of_each_section_stands_behind_its_rows() -> None:
    made = [[*HEADS, "Event"], [*ADA, "800 m"], [*BEA, "1500 m"]]
    assert sections(["800 m"], HEADS, ADA, ["1500 m"], HEADS, BEA, at=1) == (made, [2, 3, 6])
    assert sections(HEADS, ["800 m"], ADA, ["1500 m"], BEA, at=0) == (made, [1, 3, 5])
    marked = sections(["800 m"], HEADS, ADA, ["1500 m"], ["Name", "Mark"], ["Bea", "4:12", "x"], at=1)
    titles = [*HEADS, "Mark", "Event"]
    assert marked == ([titles, [*ADA, "", "800 m"], ["", "Bea", "", "4:12", "1500 m", "x"]], [2, 3, 6])


def test_one_event_is_no_section() -> None:
    assert sections(["800 m"], HEADS, ADA, ["800 m"], HEADS, BEA, at=1) is None
    assert sections(["800 m"], ["1500 m"], HEADS, ADA, BEA, at=2) is None
    assert sections(["800 m"], HEADS, ADA, BEA, ["1500 m"], at=1) is None
    assert sections(["800 m"], [*HEADS, "Event"], ADA, ["1500 m"], BEA, at=1) is None


@pytest.mark.parametrize(("lines", "parted"), [(5000, True), (5001, False)])
def test_a_text_of_very_many_lines_by_themselves_is_no_table(lines: int, parted: bool) -> None:
    found = sections(HEADS, ["800 m"], ADA, ["1500 m"], BEA, *[["x"]] * (lines - 2), at=0)
    assert (found is not None) is parted


def test_lists_of_a_sex_have_it_behind_their_rows() -> None:
    rows = [["WOMEN"], HEADS, ADA, ["Men", ""], HEADS, ["1", "Al"]]
    assert with_sexes(rows, range(1, 7), 1) == (
        [[*HEADS, "Sex"], [*ADA, "F"], ["1", "Al", "", "M"]],
        [2, 3, 6],
    )
    assert with_sexes([["WOMEN"], HEADS, ADA, ["Women"], HEADS, BEA], range(1, 7), 1) is None
    assert with_sexes([HEADS, ADA], [1, 2], 0) is None


@pytest.mark.parametrize(("worth", "heads"), [(1.0, True), (0.9, False)])
def test_a_row_below_an_event_that_is_worth_a_word_that_is_known_has_its_headings(worth: float, heads: bool) -> None:
    rows = [["800 m"], ["Name", "Time"], ["Ada", "2:01"], ["1500 m"], ["Who", "Mark"], ["Cia", "4:01"]]
    found = in_sections(rows, range(1, 7), 1, lambda row: worth if row[0] == "Who" else -1.0)
    assert found is not None
    assert found[0][0] == ["Name", "Time", *(["Who", "Mark"] if heads else []), "Event"]
    assert found[1] == [2, 3, 6] if heads else [2, 3, 5, 6]
