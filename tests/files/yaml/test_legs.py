"""Relays in race files: a team is the entry, and its legs are splits with names."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.writing import race_text
from replay.race.race import Entry, Race
from tests.files.yaml.test_reading import parsed
from tests.together import together

HEAD = "race: 4x400\ndistance: 1600\nentries:\n"
POLAND = "{name: Poland, legs: [{name: Ada, time: 49.1}, {name: Bea, time: 48.8}], result: 3:16.2}"


def team(fields: str) -> tuple[Entry, list[str]]:
    race, problems = parsed(f"{HEAD}  - {fields}\n  - {{name: Norway, result: 3:17.1}}\n")
    return race.entries[0], [str(problem) for problem in problems]


def test_the_times_of_the_legs_are_splits_where_they_hand_over() -> None:
    found, problems = team(POLAND)
    assert [(leg.name, leg.start) for leg in found.legs] == [("Ada", 0.0), ("Bea", 400.0)]
    assert [(split.distance, split.time.text) for split in found.splits] == [(400.0, "49.1"), (800.0, "1:37.9")]
    assert problems == []


def test_all_legs_give_the_result_and_plain_names_will_do() -> None:
    timed, _ = team("{name: Poland, legs: [{time: 49}, {time: 49}, {time: 50}, {time: 48}]}")
    assert timed.result is not None
    assert timed.result.seconds == 196.0
    for legs in ("[49, 49, 50, 0:48]", "[A: 49, B: 49, C: 50, D: 48]"):
        short, problems = team(f"{{name: Poland, legs: {legs}}}")
        assert short.result == timed.result
        assert ([leg.name for leg in short.legs], problems) == ([*"ABCD"] if "A" in legs else [""] * 4, [])
    named, problems = team("{name: Poland, legs: [Ada, Bea, Cia, Dea], result: 3:16.2, splits: {400: 49.1}}")
    assert [leg.name for leg in named.legs] == ["Ada", "Bea", "Cia", "Dea"]
    assert problems == []


def test_runners_may_stand_in_a_list_beside_one_of_their_times() -> None:
    timed, problems = team("{name: Poland, runners: [Ada, Bea, Cia, Dea], legs: [49, 49, 50, 48]}")
    assert timed.result is not None
    assert [leg.name for leg in timed.legs] == ["Ada", "Bea", "Cia", "Dea"]
    assert (timed.result.seconds, problems) == (196.0, [])
    alone, problems = team("{name: Poland, runners: [Ada, Bea, Cia, Dea], result: 3:16.2}")
    assert ([leg.name for leg in alone.legs], problems) == (["Ada", "Bea", "Cia", "Dea"], [])
    _, problems = team("{name: Poland, runners: [Ada, Bea], legs: [49, 49, 50, 48]}")
    assert "unknown key 'runners'" in problems[0]


def test_legs_of_different_lengths_say_where_they_begin() -> None:
    found, problems = team("{name: Poland, legs: [{name: Ada, time: 61}, {name: Bea, start: 500, time: 139}]}")
    assert [(leg.name, leg.start) for leg in found.legs] == [("Ada", 0.0), ("Bea", 500.0)]
    assert [(split.distance, split.time.text) for split in found.splits] == [(500.0, "61")]
    assert found.result is not None
    assert problems == []


@together(
    ("fields", "told"),
    [
        ("{name: A, legs: [B, C, D, E, F], result: 3:16}", "has 5 legs, and the race 4"),
        ("{name: A, legs: B, result: 3:16}", "legs is not a list"),
        ("{name: A, legs: [{name: B, tame: 49}], result: 3:16}", "unknown key 'tame' in a leg"),
        ("{name: A, legs: [{name: B, time: soon}], result: 3:16}", "the time of B of A"),
        ("{name: A, result: 2:10}", "faster than any human"),
    ],
)
def test_what_cannot_be_is_told(fields: str, told: str) -> None:
    _, problems = team(fields)
    assert told in "\n".join(problems)


@pytest.mark.parametrize("ending", [".csv", ".yaml"])
def test_a_relay_is_written_and_read_again(ending: str) -> None:
    source = Source(f"{HEAD}  - {POLAND}\n".encode(), Path("a-race.yaml"))
    race = read_source(source, Choices()).race
    assert isinstance(race, Race)
    again = read_source(Source(race_text(race, ending).encode(), Path(f"4x400m{ending}")), Choices()).race
    assert again is not None
    assert [leg.name for leg in again.entries[0].legs] == ["Ada", "Bea"]
    assert [(split.distance, split.time.seconds) for split in again.entries[0].splits] == [(400.0, 49.1), (800.0, 97.9)]
