"""A meeting's events below one another."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source

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
