"""The states of a large field at the very instants at which somebody is on a point that is known."""

import random

import numpy as np
import pytest

from replay.race.race import Course, Evidence, Race, Status, Stopped, Surface
from replay.state.evidence import reach_of
from replay.state.large import LargeTimeline, _rounded
from replay.state.timeline import Timeline
from tests.builders import entry, race


class Many(LargeTimeline):
    """Works out the states of any number of runners with NumPy."""

    many = 0


NEAR: dict[float, float | str] = {1000.0: 200.0, 1000.0 + reach_of(3000.0): 240.0, 2000.0: 400.0, 2900.0: 580.0}
FIELD = race(
    entry("Even", 600.0, NEAR),
    entry("Told", 630.0, {1000.0: 210.0, 2000.0: 420.0}, evidence=Evidence.REPORTED),
    entry("Bare", 660.0),
    entry("Gone", None, {1000.0: 220.0, 1100.0: 242.0, 2000.0: 440.0}, status=Status.DNF),
    entry(
        "Stopped", None, {1000.0: 230.0, 1100.0: 253.0, 1200.0: 276.0}, status=Status.DNF, stopped=Stopped(after=1500.0)
    ),
    entry("Lost", None, {2000.0: 450.0}),
    entry("Unsure", None, {2000.0: 460.0, 2900.0: 667.0}, status=Status.FINISHED),
    distance=3000.0,
    course=Course(Surface.ROAD),
)
FEW = race(
    entry("One", 600.0, {1000.0: 200.0}),
    entry("Two", 615.0, {1000.0: 205.0}),
    distance=3000.0,
    course=Course(Surface.ROAD),
)
"""Nobody knows the second and the third kilometre."""
POINTS = sorted({split.time.seconds for one in FIELD.entries for split in one.splits} | {600.0, 630.0, 660.0})


@pytest.mark.parametrize("off", [-0.5, -2.5e-9, -0.5e-9, 0.0, 0.5e-9, 2.5e-9, 0.5])
@pytest.mark.parametrize("field", [FIELD, FEW], ids=["field", "few"])
def test_on_a_point_and_beside_it_a_large_field_is_as_its_runners_one_by_one(field: Race, off: float) -> None:
    small, large = Timeline(field), Many(field)
    for point in (*POINTS, 410.0):
        plain, found = (
            [
                (one.entry, one.status, one.place, one.evidence, one.split, one.lap_time)
                for one in sorted(timeline.at(point + off).standings, key=lambda one: one.entry)
            ]
            for timeline in (small, large)
        )
        assert found == plain, point


def test_on_a_point_it_is_known_as_the_point_is_and_beyond_it_by_how_far_the_next_is() -> None:
    large = Many(FIELD)

    def known(name: int, t: float) -> Evidence:
        return next(one.evidence for one in large.at(t).standings if one.entry == name)

    assert [known(0, t) for t in (199.0, 200.0, 220.0, 240.0, 260.0, 400.0)] == [
        Evidence.ESTIMATED,
        Evidence.MEASURED,
        Evidence.MEASURED,
        Evidence.MEASURED,
        Evidence.ESTIMATED,
        Evidence.MEASURED,
    ]
    assert [known(1, t) for t in (210.0, 300.0, 630.0, 700.0)] == [
        Evidence.REPORTED,
        Evidence.ESTIMATED,
        Evidence.REPORTED,
        Evidence.REPORTED,
    ]


def test_all_numbers_at_once_are_rounded_as_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(1)
    some = [dice.uniform(0, 10.0 ** dice.randint(-9, 6)) for _ in range(3000)]
    middle = [dice.randint(0, 10**13) / 1e9 + 5e-10 + dice.randint(-2, 2) * 1e-13 for _ in range(1000)]
    numbers = [*some, *middle, *(-one for one in some[:100]), 0.0, 1e12, 2.5e-9, 0.5e-9, 1.5e-9]
    assert _rounded(np.array(numbers), 9) == [round(one, 9) for one in numbers]
    asked: list[float] = []
    monkeypatch.setattr("replay.state.large.round", lambda one, _: asked.append(one), raising=False)
    _rounded(np.array([one for one in some if one < 20_000]), 9)
    assert len(asked) < len(some) / 10
