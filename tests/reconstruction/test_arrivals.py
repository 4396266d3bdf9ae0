"""When those come home whose time nobody has."""

import pytest

from replay.race.race import Entry, Fact, Status
from replay.reconstruction.arrivals import likely_arrivals, open_places
from tests.builders import entry, race


def test_a_finisher_without_a_time_is_put_evenly_between_those_around_her() -> None:
    placed = [entry("A", 210.0, place=1), entry("B", 216.0, place=4), *(Entry(n, status=Status.FINISHED) for n in "CD")]
    field = [
        *placed[:2],
        *(Entry(e.name, status=Status.FINISHED, place=k) for k, e in zip((2, 3), placed[2:], strict=True)),
    ]
    arrivals = likely_arrivals(race(*field), ())
    assert {index: round(arrival.seconds, 3) for index, arrival in arrivals.items()} == {2: 212.0, 3: 214.0}
    assert all(arrival.margin == pytest.approx(0.45 * 6) for arrival in arrivals.values())


def test_a_report_of_how_far_behind_somebody_was_says_when_she_came_home() -> None:
    field = race(entry("A", 200.0, place=1), Entry("B", status=Status.FINISHED, place=9), distance=1500.0)
    seconds = likely_arrivals(field, (Fact(at=1500.0, runner=1, behind=0, gap=12.0),))[1].seconds
    metres = likely_arrivals(field, (Fact(at=1500.0, runner=1, behind=0, metres=300.0),))[1].seconds
    assert (seconds, metres) == (212.0, 250.0)


def test_who_is_lost_near_the_finish_comes_home_in_the_first_places_with_room() -> None:
    placed = [entry(n, t, place=k) for n, t, k in (("A", 210.0, 1), ("B", 212.0, 3), ("C", 216.0, 7))]
    field = race(*placed, Entry("D"), Entry("E"))
    assert (open_places(field, 1), open_places(field, 2), open_places(field, 4)) == (
        range(2, 3), range(4, 7), range(8, 12),
    )  # fmt: skip
    arrivals = likely_arrivals(field, (), (3, 4))
    assert {index: arrival.seconds for index, arrival in arrivals.items()} == {3: 214.0, 4: 214.0}
    assert likely_arrivals(race(Entry("D"), Entry("E")), (), (0,)) == {}
