"""How likely finishes narrow, as the splits come."""

from dataclasses import replace

import pytest

from replay.analysis.narrowing import Narrowing
from replay.analysis.projection import projected
from replay.race.problems import ReplayError
from replay.race.race import Role, Status
from replay.state import timeline_of
from tests.builders import entry, race
from tests.together import together

ANN = entry("Ann", 240.0, {400: 62.0, 800: 125.0, 1200: 188.0})
BEA = entry("Bea", 243.0, {400: 62.5, 800: 126.0, 1200: 190.0})
PACE = entry("Pip", None, {400: 61.5}, role=Role.PACEMAKER)
MILE = race(ANN, BEA, PACE, distance=1609.344)


@together("t", [62.0, 62.2, 63.0, 126.5, 200.0])
def test_at_any_time_it_says_what_project_says_then(t: float) -> None:
    timeline, narrowing = timeline_of(MILE), Narrowing(timeline_of(MILE))
    then = {one.entry: one for one in projected(timeline, t)}
    for at in (0, 1):
        steps = narrowing.of(at, t)
        assert (at in then) is bool(steps)
        assert not steps or steps[-1].found == then[at]


def test_what_was_likely_at_a_split_is_kept_as_it_was_when_the_next_came() -> None:
    timeline, narrowing = timeline_of(MILE), Narrowing(timeline_of(MILE))
    *steps, last = narrowing.of(0)
    assert [step.distance for step in steps] == [400, 800, 1200]
    for step, until in zip(steps, (125.0, 188.0, 240.0), strict=True):
        then = next(one for one in projected(timeline, until - 0.01) if one.entry == 0)
        assert step.found == then
    assert last.found.seconds == last.found.low == 240.0


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
    timeline = timeline_of(race(*some, distance=1609.344))
    narrowing = Narrowing(timeline)
    for t in (63.0, 126.0, 192.0):
        then = {one.entry: one.seconds for one in projected(timeline, t)}
        for at in (0, 20, 40, 99):
            steps = narrowing.of(at, t)
            assert bool(steps) is (at in then)
            assert not steps or steps[-1].found.seconds == pytest.approx(then[at], abs=1e-6)


def test_at_a_time_some_are_told_as_project_tells_them_at_their_splits() -> None:
    timeline = timeline_of(MILE)
    found = Narrowing(timeline).at(126.0, [0, 1, 2])
    assert [(one.entry, one.last.distance) for one in found] == [(0, 800), (1, 800)]
    assert Narrowing(timeline).at(10.0, [0, 1]) == []
    assert [one.seconds for one in Narrowing(timeline).at(300.0, [1, 0])] == [240.0, 243.0]
    with pytest.raises(ReplayError, match="too short"):
        Narrowing(timeline_of(race(entry("Ann", 50.0), distance=400.0))).at(40.0, [0])


def test_who_is_told_to_have_been_where_nobody_ran_yet_needs_nobody_before_him() -> None:
    many = [entry(f"A{at}", 400.0 + at) for at in range(150)]
    told = entry("Ada", None, {536.4: 82.6, 1072.9: 172.9}, status=Status.DNS)  # and yet there are times of hers
    timeline = timeline_of(race(*many, told, distance=1609.344))
    for t in (82.6, 100.0, 172.9, 200.0):
        steps = Narrowing(timeline).of(150, t)
        assert steps[-1].found.seconds > 172.9


def test_who_was_at_a_point_before_he_set_off_tells_nothing_of_the_others() -> None:
    some = [entry(f"Runner {at}", 240.0 + at / 10, {400: 62.0 + at / 40, 800: 125.0 + at / 20}) for at in range(250)]
    odd = [replace(one, start=300.0) for one in some[100:220]]
    timeline = timeline_of(race(*some[:100], *odd, *some[220:], distance=1609.344))
    alone = timeline_of(race(*some[:100], *some[220:], distance=1609.344))
    for at, without in ((0, 0), (225, 105)):
        assert Narrowing(timeline).of(at, 80.0)[-1].found.low == Narrowing(alone).of(without, 80.0)[-1].found.low
