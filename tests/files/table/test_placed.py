"""Places that the times contradict."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from tests.together import together


def _told(text: str) -> list[str]:
    found = read_source(Source(text.encode(), Path("5km.csv")), Choices())
    assert found.race is not None
    return [told for told in found.understood.assumed if "contradict" in told]


def test_places_that_the_times_contradict_are_told_once_with_how_many_and_one_of_them() -> None:
    rows = "1,Ada Alfa,16:01\n2,Bo Beta,16:20\n3,Cy Gamma,15:30\n4,Di Delta,16:40\n5,Ed Eta,15:59\n6,Flo Iota,17:00\n"
    told = _told(f"Place,Name,Time\n{rows}")
    assert told == [
        "the places are kept, which the times of 2 of 6 contradict "
        "(line 4: Cy Gamma is 3rd in 15:30, Bo Beta is 2nd in 16:20)"
    ]


def test_a_camera_has_no_rounding() -> None:
    rows = "1,Ada,16:02.35\n3,Bea,16:03.00\n2,Cia,16:03.10\n"
    assert "the times of 1 of 3 contradict" in _told(f"Place,Name,Time\n{rows}")[0]


@together(
    "text",
    [
        # those who share a place, and a rounding
        "Place,Name,Time\n1,Ada,16:01.4\n1,Bo,16:01.3\n3,Cy,16:20.1\n4,Di,16:20.0\n",
        # by the gun the places, by the chip the times
        "Place,Name,Gun Time,Chip Time\n1,Ada,16:01,15:59\n2,Bo,16:05,15:50\n3,Cy,16:20,16:02\n",
        # the places of each sex, out of a longer list
        "Place,Name,Sex,Time\n4,Ada,F,18:01\n5,Bo,M,16:05\n7,Cy,F,18:20\n9,Di,M,16:20\n",
        # who comes first in the second heat is no faster than the last of the first
        "Heat 1\nPlace,Name,Time\n1,Ada,16:01\n2,Bo,16:20\nHeat 2\nPlace,Name,Time\n1,Cy,15:30\n2,Di,15:40\n",
    ],
)
def test_places_that_may_be_so_are_not_told(text: str) -> None:
    assert _told(text) == []
