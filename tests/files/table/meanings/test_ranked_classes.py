"""Classes, sexes and points that say what they are only beside others, and words for places."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.race import Race
from tests.together import together


def _race(text: str, name: str = "10km.csv") -> Race:
    race = read_source(Source(text.encode(), Path(name)), Choices()).race
    assert race is not None
    return race


def test_a_class_behind_the_place_in_it_is_the_class_alone() -> None:
    race = _race(
        "Pl.;AK;Name;Zeit\n1;1. M30;Al Alfa;31:10\n2;2. M30;Bo Beta;31:20\n3;1. W;Cy Gamma;33:10\n4;3.;Di Eta;35:00\n"
    )
    assert [entry.category for entry in race.entries] == ["M30", "M30", "W", ""]


def test_a_class_that_begins_with_a_sex_in_chinese_says_it() -> None:
    race = _race("Name,Category,Time\nAl Alfa,男30-39歲,31:10\nBea Beta,女國際選手,33:10\n")
    assert [(entry.sex, entry.category) for entry in race.entries] == [("M", "男30-39歲"), ("F", "女國際選手")]


def test_fifty_beside_hundreds_is_metres_and_no_lap() -> None:
    race = _race(
        "rank,name,time,lap50,lap100,lap150,lap200\n1,Ada Alfa,36.57,9.22,17.82,27.15,36.57\n"
        "2,Bea Beta,38.80,9.31,18.08,28.71,38.80\n",
        "200m.csv",
    )
    assert [[split.distance for split in entry.splits] for entry in race.entries] == [[50, 100, 150]] * 2


@together("title", ["OVERALLGUNRANK", "race_place", "Overall Gun Place", "Gun rank"])
def test_a_place_by_another_name(title: str) -> None:
    race = _race(f"{title},Name,Time\n2,Ada Alfa,31:10\n1,Bea Beta,30:10\n4,Cy Gamma,33:00\n")
    assert sorted(entry.place or 0 for entry in race.entries) == [1, 2, 4]
