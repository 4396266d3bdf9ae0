"""Tables as people have them, each a small one written by hand: what must be read of it, and that it is kept so."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.writing import race_text
from replay.race.race import Entry, Race
from tests.depth import PROFILE
from tests.files.table.telling import LISTS, known, read, telling
from tests.files.table.unsaid import UNSAID
from tests.together import together


def race_of(name: str) -> Race:
    race = read(LISTS / name).race
    assert race is not None
    return race


TOLD = known()
"""What is told of each list; `tests.files.table.telling` writes it anew."""


PARTS = 8 if PROFILE != "unshrunk" else len(TOLD)
"""Of which each is a test; for `tests.benchmarks.mutants`, which asks those alone that run a line, each list is one."""


@pytest.mark.sampled(3)
@pytest.mark.parametrize("part", range(PARTS))
def test_a_table_as_people_have_it_is_read_and_what_is_kept_of_it_is_read_again_as_it_was(part: int) -> None:
    together("name", sorted(TOLD)[part::PARTS])(is_read_and_kept)()


def is_read_and_kept(name: str) -> None:
    """One of the tables."""
    reading = read(LISTS / name)
    race = reading.race
    assert race is not None, reading.problems
    assert telling(reading) == TOLD[name]
    for ending in (".csv", ".yaml"):
        again = read_source(Source(race_text(race, ending).encode(), Path(f"kept{ending}")), Choices()).race
        assert again is not None, ending
        assert again.distance == pytest.approx(race.distance, abs=0.001), ending
        assert again.duration == race.duration, ending
        assert again.course.surface is race.course.surface, ending
        assert again.course.lap_metres == race.course.lap_metres, ending
        assert (again.title, again.event, again.meeting) == (race.title, race.event, race.meeting), ending
        assert (again.date, str(again.venue)) == (race.date, str(race.venue)), ending
        assert [kept(entry) for entry in again.entries] == [kept(entry) for entry in race.entries], ending


def kept(entry: Entry) -> tuple[object, ...]:
    """What of an entry has to come back."""
    time = (entry.result.seconds, entry.result.evidence) if entry.result is not None else None
    there = entry.arrival if entry.arrival is not None and entry.arrival.margin is None else None
    points = entry.splits if there is None else (*entry.splits, there)
    splits = tuple(
        (round(split.distance, 3), round(split.time.seconds, 3), split.time.evidence)
        for split in points
        if split.margin is None
    )
    here = (entry.name, entry.nation, entry.bib, entry.club, entry.sex, entry.category, entry.lane)
    told = (entry.marks, entry.role, entry.note)
    return (*here, *told, entry.legs, entry.status, entry.place, time, splits, entry.start or 0.0)


@together(
    ("name", "some"),
    [
        ("flags2.csv", {"nation": "KEN GBR GER"}),
        ("flags3.csv", {"nation": "KEN GBR"}),
        ("iso3.csv", {"nation": "GER NED SUI RSA KEN"}),
        ("touch.txt", {"club": "Leeds City Wirral AC Tipton H Unattached"}),
        ("touch2.txt", {"nation": "GBR RSA USA", "club": "BORDER HARRIERS PRETORIA MARATHON C"}),
        ("milesplit.txt", {"club": "Oak High School Pine High School Elm Elm"}),
        ("datasport-ch.txt", {"nation": "", "bib": "101 107 99 98"}),
        ("sportstiming-da.csv", {"sex": "M F M"}),
        ("wikiflags.txt", {"nation": "KEN ETH NOR"}),
    ],
)
def test_what_stands_beside_the_names_is_read(name: str, some: dict[str, str]) -> None:
    race = race_of(name)
    for field, words in some.items():
        assert " ".join(getattr(entry, field) for entry in race.entries).strip() == words, field


@together(("name", "parts"), [("sbs2.csv", ("Women 800m", "Men 800m")), ("school.csv", ())])
def test_lists_side_by_side_are_races_where_they_name_events(name: str, parts: tuple[str, ...]) -> None:
    assert read_source(Source((LISTS / name).read_bytes(), Path(name)), Choices()).understood.parts == parts


@together(
    ("name", "when"), [("hour2.csv", [21492, 21302]), ("hour3.csv", [21492, 21302]), ("hour4.csv", [42600, 42900])]
)
def test_where_the_clock_ends_a_race_of_laps_each_came_as_far_at_the_end_of_the_last(
    name: str, when: list[float]
) -> None:
    entries = race_of(name).entries
    assert [entry.arrival and entry.arrival.time.seconds for entry in entries] == when


@together("name", ["relay-hy.txt", "relay-hy2.txt"])
def test_who_ran_for_a_team_stands_below_it(name: str) -> None:
    legs = race_of(name).entries[0].legs
    assert [(leg.name, leg.start) for leg in legs] == [
        ("Ada Alfa", 0),
        ("Bea Beta", 400),
        ("Cia Gama", 800),
        ("Dot Delt", 1200),
    ]


def test_every_table_here_is_told_and_no_other() -> None:
    assert sorted(path.name for path in LISTS.iterdir()) == sorted(TOLD)
    assert UNSAID.keys() <= TOLD.keys()
