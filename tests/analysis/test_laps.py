"""Laps and halves."""

from pathlib import Path

import pytest

from replay.analysis.laps import Halves, halves_of, laps_of
from replay.files.formats import read_race
from replay.race.race import Evidence
from replay.state import timeline_of
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.places import RACES
from tests.together import together

FILES = sorted(RACES.glob("*.yaml"))
every_race = together("path", FILES)

RUNNER = entry("Ann", 245.0, {300: 47.0, 700: 112.0, 1100: 180.0})


def test_the_best_lap_is_one_as_long_as_the_others() -> None:
    found = laps_of(Timeline(race(RUNNER, distance=1500.0)), 0)
    assert [lap.seconds for lap in found.laps if lap is not None] == [47.0, 65.0, 68.0, 65.0]
    assert (found.best, found.worst) == (2, 3)


def test_who_runs_one_whole_lap_only_has_no_best() -> None:
    assert laps_of(Timeline(race(entry("A", 55.0), distance=400.0)), 0).best is None


def test_laps_that_were_not_run_to_their_end_are_not_there() -> None:
    found = laps_of(Timeline(race(entry("A", None, {300: 47.0, 700: 112.0}), distance=1500.0)), 0)
    assert [lap is not None for lap in found.laps] == [True, True, False, False]
    assert found.halves is None


@together(
    ("first", "second", "words"), [(120.0, 120.5, "even"), (120.0, 118.0, "negative"), (118.0, 122.0, "positive")]
)
def test_halves_have_the_coachs_names(first: float, second: float, words: str) -> None:
    assert Halves(first, second, Evidence.MEASURED).words == words


def test_halves_at_a_split_are_as_good_as_it() -> None:
    halves = halves_of(Timeline(race(entry("A", 110.0, {400: 53.0}), distance=800.0)), 0)
    assert halves == (53.0, 57.0, Evidence.MEASURED, 1)


@every_race
def test_laps_and_halves_add_up_to_the_result(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    for at, runner in enumerate(timeline.race.entries):
        found = laps_of(timeline, at)
        if runner.result is None or None in found.laps or runner.start:
            continue
        assert sum(lap.seconds for lap in found.laps if lap is not None) == pytest.approx(runner.result.seconds)
        assert found.halves is not None
        assert found.halves.first + found.halves.second == pytest.approx(runner.result.seconds)


def test_a_lap_between_whole_seconds_has_no_tenths() -> None:
    found = laps_of(Timeline(race(entry("A", "4:05.10", {300: "47", 700: "1:52", 1100: "2:59.5"}), distance=1500.0)), 0)
    assert [lap.digits for lap in found.laps if lap is not None] == [0, 0, 0, 1]
