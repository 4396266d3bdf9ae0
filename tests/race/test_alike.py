"""A large field on its other clock: what comes out alike is made once, and is what it is for each runner alone."""

import gc
import random
import sys
from dataclasses import replace

import pytest

from replay.race import alike
from replay.race.bulk import uncollected
from replay.race.clocks import by_clock
from replay.race.race import Clock, Entry, Evidence, Race, Split, Time
from tests.builders import entry, race

DISTANCES = (1000.0, 2000.0, 2500.0)
TEXTS = ("", "{:.0f}", "{:.1f}", "{:.3f}", "0:{:.2f}")


def _time(some: random.Random) -> Time:
    seconds = some.choice([float(some.randint(1, 40)), round(some.uniform(1, 40), 1), 0.1 * some.randint(1, 400)])
    evidence = some.choice([Evidence.MEASURED, Evidence.REPORTED])
    source = some.choice([None, None, "paper"])
    return Time(seconds, evidence, some.choice(TEXTS).format(seconds), source, some.random() < 0.1)


def _runner(some: random.Random, shared: list[Split]) -> Entry:
    """Somebody with splits of his own and some that he shares, and a start that may be unknown or before the gun."""
    own = [Split(metres, _time(some), some.choice([None, 5.0]), some.choice([None, 7])) for metres in DISTANCES]
    splits = tuple(some.choice([split, some.choice(shared)]) for split in own if some.random() < 0.8)
    arrival = Split(3000.0, _time(some)) if some.random() < 0.1 else None
    start = some.choice([None, 0.0, -1.0, 0.1, 0.3, 2.0, 30.0, float(some.randint(0, 5))])
    result = _time(some) if some.random() < 0.9 else None
    return replace(entry("A", 60.0), result=result, splits=splits, arrival=arrival, start=start)


def _field(seed: int, clock: Clock) -> Race:
    some = random.Random(seed)
    shared = [Split(metres, _time(some)) for metres in DISTANCES for _ in range(10)]
    return race(*(_runner(some, shared) for _ in range(200)), distance=3000.0, clock=clock)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("clock", [Clock.NET, Clock.GUN])
def test_many_move_as_each_does_alone(seed: int, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    one = _field(seed, clock)
    other = Clock.GUN if clock is Clock.NET else Clock.NET
    plain = by_clock(one, other)
    monkeypatch.setattr(alike, "FROM", 1)
    many = by_clock(one, other)
    assert repr(many) == repr(plain)
    different = {repr(split) for runner in plain.entries for split in runner.splits}
    assert len({id(split) for runner in many.entries for split in runner.splits}) < len(
        {id(split) for runner in plain.entries for split in runner.splits}
    )
    assert len(different) > 100  # it is no field of one runner


def test_of_nothing_there_is_nothing() -> None:
    np = pytest.importorskip("numpy")
    assert alike.each_object([]) is not None
    own, which = alike.each_object([]) or ([0], np.zeros(1))
    assert (own, len(which)) == ([], 0)


def test_few_are_not_worth_it() -> None:
    assert alike.once_each([1.0], [2.0], float, str) is None


def test_what_nobody_knows_is_alike_only_with_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.setattr(alike, "FROM", 1)
    one, two = Time(180.0, Evidence.MEASURED, "3:00"), Time(180.0, Evidence.MEASURED, "180")
    found = alike.once_each([one, two, one, two], [None, None, None, 1.0], lambda time: time.seconds, lambda _: "")
    assert found is not None
    first, like = found
    assert [first[at] for at in like] == [0, 1, 0, 3]


@pytest.mark.parametrize("was", [True, False])
def test_garbage_is_collected_again_afterwards(was: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was else gc.disable)()
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is was
    finally:
        (gc.enable if before else gc.disable)()


@pytest.mark.parametrize("spread", [0, 64])
def test_each_object_comes_once_as_it_is_met_wherever_it_lies(spread: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.setattr(alike, "_SPREAD", spread)
    one, like_one, two = Time(180.0, Evidence.MEASURED), Time(180.0, Evidence.MEASURED), None
    found = alike.each_object([two, like_one, one, two, like_one, one])
    assert found is not None
    each, which = found
    assert [id(value) for value in each] == [id(two), id(like_one), id(one)]
    assert which.tolist() == [0, 1, 2, 0, 1, 2]
    assert alike.each_object([]) is not None


def test_of_nothing_there_is_nothing_and_without_numpy_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    nobody: list[Split] = []
    found = alike.each_object(nobody)
    assert found is not None
    assert (found[0], list(found[1])) == ([], [])
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert alike.each_object([Split(1000.0, Time(200.0, Evidence.MEASURED))]) is None
