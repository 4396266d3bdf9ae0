"""A runner's races, one after the other."""

import datetime
from dataclasses import replace

import pytest

from replay.analysis.season import named, season
from replay.race.names import NoSuchRunner
from replay.race.race import Race, Role, Status
from replay.state import timeline_of
from tests.builders import entry, race


def ran(year: int, seconds: float | None, distance: float = 1500.0, name: str = "Ann Ash") -> Race:
    status = Status.FINISHED if seconds is not None else Status.DNF
    one = entry(name, seconds, {400: 60.0, 800: 120.0, 1200: 180.0}, status=status)
    found = race(one, entry("Bea Birch", 250.0), distance=distance)
    return replace(found, id=str(year), date=datetime.date(year, 1, 1))


RACES = [ran(2022, 226.0), ran(2021, 228.0), ran(2023, None), ran(2020, 250.0, 1609.344), ran(2019, 225.0, name="Cat")]
RUNS = season([timeline_of(one) for one in RACES], "ANN ASH")


def test_they_are_in_the_order_of_their_days_with_the_best_of_each_distance() -> None:
    assert [run.race.id for run in RUNS] == ["2020", "2021", "2022", "2023"]
    assert [run.best for run in RUNS] == [True, False, True, False]


def test_the_last_lap_and_the_halves_are_of_who_came_home() -> None:
    assert [run.last_lap is None for run in RUNS] == [False, False, False, True]
    assert [run.halves is None for run in RUNS] == [False, False, False, True]
    assert all(run.quickest is not None for run in RUNS)


def test_part_of_a_name_is_enough_if_it_is_one_runners() -> None:
    assert named(RACES, "ash") == "Ann Ash"
    with pytest.raises(NoSuchRunner):
        named(RACES, "Nobody")
    paced = race(entry("Pip Pine", None, {400: 60.0}, role=Role.GUEST), distance=1500.0)
    with pytest.raises(NoSuchRunner):
        named([paced], "Pine")
