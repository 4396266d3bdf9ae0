"""Splits and laps, with places."""

from dataclasses import replace

import pytest

from replay.analysis.quickest import quickest
from replay.analysis.splits import Splits, behind, best_of, quickest_of, worst_of
from replay.race.race import Clock, Evidence, Role
from replay.state.timeline import Timeline
from tests.builders import entry, london, race

ANN = entry("Ann", 240.0, {300: 47.0, 700: 112.0, 1100: 180.0}, place=1)
BEA = entry("Bea", 245.0, {300: 46.0, 700: 113.0, 1100: 180.0}, place=2)
SPLITS = Splits(Timeline(race(ANN, BEA, distance=1500.0)))


def test_a_line_has_time_part_and_place_at_each_mark() -> None:
    assert SPLITS.marks == (300.0, 700.0, 1100.0, 1500.0)
    line = [(at.passed.seconds, at.part.seconds, at.place) for at in SPLITS.of(0) if at is not None and at.part]
    assert line == [(47.0, 47.0, 2), (112.0, 65.0, 1), (180.0, 68.0, 1), (240.0, 60.0, 1)]
    assert [at.place for at in SPLITS.of(1) if at is not None] == [1, 2, 1, 2]


def test_what_comes_later_is_not_known() -> None:
    assert [at is not None for at in SPLITS.known(1, 113.0)] == [True, True, False, False]
    assert SPLITS.halves(0, 239.9) is None
    halves = SPLITS.halves(0, 240.0)
    assert halves is not None
    assert halves.evidence is Evidence.ESTIMATED


def test_the_best_is_a_whole_lap_and_the_first_300_m_are_none() -> None:
    assert (best_of(SPLITS.of(0)), worst_of(SPLITS.of(0))) == (3, 2)
    assert best_of(SPLITS.known(0, 112.0)) is None, "of one lap none is the best"
    assert quickest_of(SPLITS.known(0, 112.0)) is not None, "and yet it is the quickest so far, by which one sorts"


def test_who_is_behind_and_who_ahead() -> None:
    def gaps(entry_number: int, to: int | None, t: float) -> list[float | None]:
        found = behind(SPLITS.known(entry_number, t), SPLITS.reference(to, t))
        return [gap.seconds if gap is not None else None for gap in found]

    assert gaps(1, 0, 300.0) == [-1.0, 1.0, 0.0, 5.0]
    assert gaps(1, 0, 50.0) == [-1.0, None, None, None]
    assert gaps(0, None, 300.0) == [1.0, 0.0, 0.0, 0.0]


def test_a_guest_has_splits_and_no_place_and_takes_none() -> None:
    found = Splits(Timeline(race(ANN, entry("Old", 230.0, role=Role.GUEST), distance=1500.0)))
    assert {at.place for at in found.of(1) if at is not None} == {None}
    assert {at.place for at in found.of(0) if at is not None} == {1}


def test_at_the_finish_the_official_place_holds() -> None:
    level = race(entry("Ann", 240.0, place=2), entry("Bea", 240.0, place=1), distance=1500.0)
    last = Splits(Timeline(level)).of(0)[-1]
    assert last is not None
    assert last.place == 2


def test_where_times_were_taken_after_whole_laps_they_are_listed_there() -> None:
    found = Splits(Timeline(london()))
    assert found.marks == (400.0, 800.0, 1200.0, 1609.344)
    laps: dict[float, float | str] = {400.0 * lap: 70.0 * lap for lap in range(1, 13)}
    long = Timeline(race(entry("Ann", 875.0, laps), entry("Bea", 876.0, laps), distance=5000.0))
    assert Splits(long).marks == (*laps, 5000.0)
    line = found.of(0)
    assert {at.passed.evidence for at in line if at is not None} == {Evidence.MEASURED}


@pytest.mark.parametrize("clock", list(Clock))
def test_the_first_lap_begins_when_the_runner_did_by_either_clock(clock: Clock) -> None:
    late = 100.0 if clock is Clock.GUN else 0.0
    times: dict[float, float | str] = {200: late + 30.0, 400: late + 60.0, 600: late + 91.0}
    ann = replace(entry("Ann", late + 120.0, times), start=100.0)
    timeline = Timeline(replace(race(ann, entry("Bea", 125.0), distance=800.0), clock=clock))
    first = Splits(timeline).of(0)[0]
    assert first is not None
    assert first.part is not None
    assert first.part.seconds == pytest.approx(30.0)
    found = quickest(timeline, 0, 1000.0)
    assert found is not None
    assert found.seconds < 16.0


def test_between_times_that_were_printed_without_decimals_there_are_none() -> None:
    ann = entry("Ann", "2:00", {200: "30", 400: "60.2", 600: "1:31"})
    line = Splits(Timeline(race(ann, distance=800.0))).of(0)
    assert [at.part.digits for at in line if at is not None and at.part is not None] == [0, 0, 0, 0]
    ann = entry("Ann", "2:00.00", {200: "30.1", 400: "60.25", 600: 91.5})
    line = Splits(Timeline(race(ann, distance=800.0))).of(0)
    assert [at.part.digits for at in line if at is not None and at.part is not None] == [1, 1, 1, 1]
