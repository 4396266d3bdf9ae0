"""The first of a large field are those that are found when everybody is asked."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from replay.race.race import Race, Role, Status
from tests.builders import entry, race

np = pytest.importorskip("numpy")

from replay.state import front  # noqa: E402
from replay.state.front import FIRST  # noqa: E402 - it needs NumPy
from replay.state.large import LargeTimeline  # noqa: E402

DISTANCE = 10_000.0


class Everybody(LargeTimeline):
    """Asks for everybody's metres at every instant."""

    def _of_first(self, t: float, count: int) -> None:
        return None


def _field(seed: int, size: int) -> Race:
    """Runners who pass one another, start late, are level, step off, are guests or disqualified."""
    some = random.Random(seed)
    entries = []
    for number in range(size):
        finish = some.choice([1700.0, 1800.0, round(some.uniform(1650, 3000), 1)])
        half = finish * some.uniform(0.42, 0.58)
        one = entry(f"R{number}", finish, {5000.0: round(half, 1)}, bib=str(number + 1))
        kind = some.random()
        if kind < 0.05:
            one = replace(one, status=Status.DNF, result=None)
        elif kind < 0.07:
            one = replace(one, status=Status.DQ)
        elif kind < 0.08:
            one = replace(one, role=Role.GUEST)
        elif kind < 0.2:
            one = replace(one, start=some.uniform(0.0, 60.0))
        entries.append(one)
    return race(*entries, distance=DISTANCE)


def _instants(some: random.Random) -> Iterator[float]:
    """From the gun to the last, a few near one another each time, and some far apart."""
    for begin in (0.0, 290.0, 900.0, 1600.0, 1795.0, 2400.0, 2990.0):
        t = begin
        for _ in range(5):
            yield t
            t += some.choice([0.0, 0.2, 5.0, 29.0])
    yield from (100.0, 2900.0, 100.0)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("step", [300.0, 20.0])
def test_the_first_are_those_of_the_whole_field(step: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "_STEP", step)
    seed = int(step)
    field = _field(seed, 4 * FIRST)
    one, whole = LargeTimeline(field), Everybody(field)
    asked = 0
    for t in _instants(random.Random(seed)):
        asked += one._of_first(t, 1) is not None
        for count, also in ((1, ()), (FIRST - 10, ()), (1, (0, 5)), (20, (300, 7))):
            assert repr(one.top(t, count, also)) == repr(whole.top(t, count, also)), (t, count, also)
        assert one.standings(t, 20) == whole.standings(t, 20)
    assert asked > 10  # else nothing was tried
