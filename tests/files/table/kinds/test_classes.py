"""Lists whose runners ran different courses."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source

LIST = """Course,Nom,Chrono,Boucles,Scratch
long,Ada Alfa,3:10:00,8,1
long,Bo Beta,3:20:00,8,2
long,Cy Gamma,2:20:00,6,3
short,Di Delta,1:20:00,3,4
short,Ed Eta,0:25:00,1,5
"""


def test_each_course_is_a_race_in_which_laps_count_more_than_times() -> None:
    found = read_source(Source(LIST.encode(), Path("trail.csv")), Choices(distance=40_000.0))
    assert found.race is not None
    assert found.understood.parts == ("long", "short")
    assert [(entry.name, entry.note) for entry in found.race.entries] == [
        ("Ada Alfa", ""),
        ("Bo Beta", ""),
        ("Cy Gamma", "-2 laps"),
    ]
