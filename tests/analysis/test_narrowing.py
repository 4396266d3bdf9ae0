"""How likely finishes narrow, as the splits come."""

import pytest

from replay.analysis.narrowing import Narrowing
from replay.analysis.projection import projected
from replay.race.problems import ReplayError
from replay.race.race import Role
from replay.state import timeline_of
from tests.builders import entry, race

ANN = entry("Ann", 240.0, {400: 62.0, 800: 125.0, 1200: 188.0})
BEA = entry("Bea", 243.0, {400: 62.5, 800: 126.0, 1200: 190.0})
PACE = entry("Pip", None, {400: 61.5}, role=Role.PACEMAKER)
MILE = race(ANN, BEA, PACE, distance=1609.344)


def test_at_each_split_it_says_what_project_says_then() -> None:
    timeline, narrowing = timeline_of(MILE), Narrowing(timeline_of(MILE))
    for at in (0, 1):
        *steps, last = narrowing.of(at)
        assert [step.distance for step in steps] == [400, 800, 1200]
        for step in steps:
            then = next(one for one in projected(timeline, step.since) if one.entry == at)
            assert (step.found.seconds, step.found.low, step.found.high) == (then.seconds, then.low, then.high)
        assert last.found.seconds == last.found.low == MILE.entries[at].result.seconds  # type: ignore[union-attr]


def test_the_range_narrows_to_the_result() -> None:
    wide = [step.found.high - step.found.low for step in Narrowing(timeline_of(MILE)).of(0)]
    assert wide == sorted(wide, reverse=True)
    assert wide[-1] == 0.0


def test_pacemakers_short_races_and_those_without_splits_have_none() -> None:
    assert Narrowing(timeline_of(MILE)).of(2) == ()
    assert Narrowing(timeline_of(race(entry("Ann", 50.0, {200: 24.0}), distance=400.0))).of(0) == ()
    assert Narrowing(timeline_of(race(entry("Ann", 240.0), distance=1609.344))).of(0) == ()


def test_of_a_large_field_it_is_the_same() -> None:
    some = [
        entry(f"Runner {at}", 240.0 + at / 10, {400: 62.0 + at / 40, 800: 125.0 + at / 20, 1200: 188.0 + at / 15})
        for at in range(250)
    ]
    large, small = (Narrowing(timeline_of(race(*field, distance=1609.344))) for field in (some, some[:100]))
    for at in (0, 40, 99):
        for one, other in zip(large.of(at), small.of(at), strict=True):
            assert one.found.seconds == pytest.approx(other.found.seconds, abs=1e-6)


def test_at_a_time_some_are_told_as_project_tells_them_at_their_splits() -> None:
    timeline = timeline_of(MILE)
    found = Narrowing(timeline).at(126.0, [0, 1, 2])
    assert [(one.entry, one.last.distance) for one in found] == [(0, 800), (1, 800)]
    assert Narrowing(timeline).at(10.0, [0, 1]) == []
    assert [one.seconds for one in Narrowing(timeline).at(300.0, [1, 0])] == [240.0, 243.0]
    with pytest.raises(ReplayError, match="too short"):
        Narrowing(timeline_of(race(entry("Ann", 50.0), distance=400.0))).at(40.0, [0])
