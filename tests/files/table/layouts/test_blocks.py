"""Lists of several races below one another, that nothing names."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from replay.files.table.layouts.blocks import is_block
from tests.together import together

UNLIKE = """Place,Name,Bib,Finish Time,Sex
1,Ada Alfa,11,3:01:10,F
2,Bo Beta,12,3:02:20,M
Place,Full Name,Bib,Chip Time,Finish Time,Sex,City
1,Cy Gamma,7,2:31:02,2:31:04,M,Oakham
2,Di Delta,8,2:36:08,2:36:10,F,Ashford
3,Ed Eta,9,2:40:00,2:40:05,M,Elmton

Place,Name,Bib,Sex,Finish Time
1,Fay Theta,101,F,2:59:59
2,Gus Iota,102,M,3:20:00
"""
ALIKE = """Place,Name,Time
1,Ada Alfa,31:10
2,Bo Beta,32:20
Place,Name,Time
1,Cy Gamma,30:10
2,Di Delta,30:20
3,Ed Eta,30:30
"""


def _read(text: str, part: str | None = None) -> Reading:
    return read_source(Source(text.encode(), Path("marathon.csv")), Choices(part=part))


@pytest.mark.parametrize(
    ("part", "names"),
    [
        (None, ["Cy Gamma", "Di Delta", "Ed Eta"]),
        ("1", ["Ada Alfa", "Bo Beta"]),
        ("list 3", ["Fay Theta", "Gus Iota"]),
    ],
)
def test_each_list_under_a_heading_of_its_own_is_a_race(part: str | None, names: list[str]) -> None:
    found = _read(UNLIKE, part)
    assert found.race is not None
    assert [entry.name for entry in found.race.entries] == names
    assert [entry.place for entry in found.race.entries] == list(range(1, len(names) + 1))
    assert found.understood.parts == ("list 1", "list 2", "list 3")


def test_which_list_is_shown_is_told_and_stands_in_the_title() -> None:
    found = _read(UNLIKE)
    assert found.race is not None
    assert found.race.title == "Marathon: list 2"
    assert any("list 1 (2), list 3 (2)" in told for told in found.understood.assumed)


def test_lists_under_the_same_heading_are_races_too_where_places_begin_anew() -> None:
    found = read_source(Source(ALIKE.encode(), Path("10km.csv")), Choices())
    assert found.race is not None
    assert [entry.name for entry in found.race.entries] == ["Cy Gamma", "Di Delta", "Ed Eta"]


@together(
    "text",
    [
        # a heading on each page
        "Place,Name,Time\n1,Ada,31:10\n2,Bo,32:20\nPlace,Name,Time\n3,Cy,33:10\n4,Di,34:20\n",
        # age groups, each under a line that says so
        "Place,Name,Time\n1,Ada,31:10\n2,Bo,32:20\nW40\nPlace,Name,Time\n1,Cy,33:10\n2,Di,34:20\n",
        # the men and the women of a race
        "Place,Name,Sex,Time\n1,Ada,F,31:10\n2,Bea,F,32:20\nPlace,Name,Sex,Time\n1,Cy,M,30:10\n2,Di,M,31:20\n",
    ],
)
def test_one_race_stays_one(text: str) -> None:
    found = read_source(Source(text.encode(), Path("10km.csv")), Choices())
    assert found.race is not None
    assert len(found.race.entries) == 4


def test_what_a_list_is_called_by_us() -> None:
    assert is_block("list 12")
    assert not is_block("Men's list 1")
