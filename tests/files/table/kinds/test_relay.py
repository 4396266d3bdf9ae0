"""Relays with a row for each leg."""

from pathlib import Path

import pytest

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.race.legs import Leg
from replay.race.race import Race

LISTS = Path(__file__).parents[1] / "lists"


def race(name: str, distance: float | None = None) -> Race:
    found = read_source(Source((LISTS / name).read_bytes(), Path(name)), Choices(distance=distance)).race
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["relay-legs.csv", "leg-rows.csv"])
def test_a_team_is_the_entry_and_its_legs_have_names(name: str) -> None:
    kenya = race(name, 1600.0).entries[0]
    assert kenya.legs == (Leg("Ada A", 0.0), Leg("Bea B", 400.0), Leg("Cia C", 800.0), Leg("Dot D", 1200.0))


def test_legs_may_be_of_different_lengths() -> None:
    assert race("leg-lengths.csv").entries[0].legs == (Leg("Ada", 0.0), Leg("Bea", 4000.0), Leg("Cia", 9000.0))


def test_a_list_of_single_runners_by_leg_of_a_course_is_no_relay() -> None:
    text = "Leg,Name,Club,Time\n1,Ada,North,15:10\n2,Bea,South,15:20\n3,Cia,East,15:30\n"
    found = read_source(Source(text.encode(), Path("a.csv")), Choices(distance=5000.0)).race
    assert found is not None
    assert [entry.name for entry in found.entries] == ["Ada", "Bea", "Cia"]


@pytest.mark.parametrize(
    ("north", "south", "ends"),
    [
        (
            "10:00 12:00 16:00",
            "10:10 9:50 16:10",
            ["10:00", "22:00", "38:00"],
        ),  # one of two rises
        ("10:00 22:00 38:00", "10:10 20:00 36:10", ["10:00", "22:00", "38:00"]),  # times so far
        ("10:00 19:50", "10:10 20:30", ["10:00", "19:50"]),
        ("10:00 10:20 14:59", "10:10 10:50 15:00", ["10:00", "20:20", "35:19"]),  # the last is not far more
    ],
)
def test_times_are_of_legs_or_so_far(north: str, south: str, ends: list[str]) -> None:
    rows = [
        f"{team},{leg},{team} {leg},{time}"
        for team, times in (("North", north), ("South", south))
        for leg, time in enumerate(times.split(), 1)
    ]
    text = "\n".join(["Team,Leg,Runner,Time", *rows, ""])
    found = read_source(Source(text.encode(), Path("a.csv")), Choices(distance=9000.0)).race
    assert found is not None
    first = found.entries[0]
    assert first.result is not None
    assert [*(split.time.text for split in first.splits), first.result.text] == ends
