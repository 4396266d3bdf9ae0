"""From where on anything is known of a race's order."""

import pytest

from replay.race.order import order_known_from
from replay.race.race import Entry, Evidence, Fact, Race, Status, Time
from tests.builders import entry, race

RESULTS = tuple(entry(name, 210.0 + k) for k, name in enumerate("ABCD"))


@pytest.mark.parametrize(
    ("facts", "metres"),
    [
        ((), 1400.0),
        ((Fact(at=600.0, leader=0),), 600.0),
        ((Fact(start=300.0, end=900.0, leader=0), Fact(at=200.0, runner=1, place=3)), 200.0),
        ((Fact(at=700.0, order=(1, 0)),), 700.0),
        ((Fact(start=800.0, end=900.0, runner=2, passes=(0,)),), 800.0),
        ((Fact(at=500.0, runner=2, behind=0, gap=0.5),), 500.0),
        ((Fact(at=400.0, leader_time=Time(56.0, Evidence.REPORTED)),), 1400.0),
        ((Fact(at=400.0, within=1.0),), 1400.0),
    ],
)
def test_it_is_known_from_the_first_report_of_it(facts: tuple[Fact, ...], metres: float) -> None:
    assert order_known_from(race(*RESULTS, facts=facts)) == metres


def test_a_time_on_the_way_tells_of_it_and_those_of_half_the_field_from_the_gun() -> None:
    one = (entry("A", 210.0, {400.0: 56.0}), *RESULTS[1:])
    two = (*one[:1], entry("B", 211.0, {400.0: 56.4}), *RESULTS[2:])
    assert order_known_from(race(*one)) == 400.0
    assert order_known_from(race(*two)) == 0.0


@pytest.mark.parametrize(
    "field",
    [
        race(*RESULTS, distance=400.0),
        race(RESULTS[0], Entry("E", status=Status.DNS)),
        race(*(entry(f"R{k}", 210.0 + k) for k in range(101))),
    ],
    ids=["a sprint", "a lone runner", "a large field"],
)
def test_a_race_that_is_no_pack_is_drawn_as_it_is(field: Race) -> None:
    assert order_known_from(field) == 0.0
