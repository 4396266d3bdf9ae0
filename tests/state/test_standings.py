import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.race.race import Entry, Race, Role, Split, Status
from replay.state.large_order import FieldOrder
from replay.state.standings import LEVEL, Ordered, RunnerOrder, Standing, Standings, by_distance
from tests.builders import entry, race, time
from tests.together import together

NAN = math.nan
FAR = st.sampled_from([100.0, 100.0 + 0.6 * LEVEL, 100.0 + 1.2 * LEVEL, 100.0 + 1.8 * LEVEL, 101.0, 104.0, NAN])
"""Metres that are level, level with one who is level with a third, or apart."""
NOW = 10.0
TIMES = st.sampled_from([5.0, NOW, 15.0, math.inf])


@st.composite
def runners(draw: st.DrawFn) -> Entry:
    """Anybody."""
    status = draw(st.sampled_from([Status.FINISHED] * 4 + list(Status)))
    result = draw(st.sampled_from([None, 200.0, 200.0, 210.0])) if status in {Status.FINISHED, Status.DQ} else None
    role = draw(st.sampled_from([None, None, None, Role.GUEST]))
    place = draw(st.sampled_from([None, None, 1, 2, 5])) if status is Status.FINISHED else None
    return entry(
        "R", result, status=status, role=role, place=place, ghost="--me" if role and draw(st.booleans()) else ""
    )


@st.composite
def moments(draw: st.DrawFn) -> tuple[Standings, list[float]]:
    """A field of a few at `NOW`: home or not, out or not, level or not."""
    entries = draw(st.lists(runners(), min_size=1, max_size=7))
    homes = [draw(TIMES) if one.status in {Status.FINISHED, Status.DQ} else math.inf for one in entries]
    leaves = {Status.DNF, Status.DQ, Status.UNKNOWN}
    outs = [draw(TIMES) if one.status in leaves else math.inf for one in entries]
    ties = draw(st.permutations(range(len(entries))))
    ordered: Ordered = FieldOrder if draw(st.booleans()) else RunnerOrder
    return Standings(race(*entries), homes, outs, ties, ordered), [draw(FAR) for _ in entries]


@pytest.mark.parametrize("ordered", [RunnerOrder, FieldOrder])
def test_who_is_as_far_behind_as_is_level_is_level_and_a_hair_farther_is_not(ordered: Ordered) -> None:
    never = [math.inf] * 3
    standings = Standings(race(entry("A"), entry("B"), entry("C")), never, never, [0, 1, 2], ordered)
    for behind, places in ((LEVEL, [1, 1, 3]), (1.001 * LEVEL, [1, 2, 3])):
        distances = [behind, 0.0, -1.0]
        assert [standing.place for standing in standings.at(NOW, distances, 3)] == places
        assert [standings.of(i, NOW, distances).place for i in range(3)] == places


@given(moments())
def test_one_asked_for_alone_stands_as_among_all(moment: tuple[Standings, list[float]]) -> None:
    standings, distances = moment
    for standing in standings.at(NOW, distances, len(distances)):
        assert standings.of(standing.entry, NOW, distances) == standing


@given(moments(), st.integers(0, 8))
def test_the_ranking_is_everybody_in_their_order_and_fewer_are_the_first_of_it(
    moment: tuple[Standings, list[float]], count: int
) -> None:
    standings, distances = moment
    whole = standings.at(NOW, distances, len(distances))
    assert sorted(standing.entry for standing in whole) == list(range(len(distances)))
    assert standings.ranking(NOW, distances) == [standing.entry for standing in whole]
    assert standings.at(NOW, distances, count) == whole[:count]


@given(st.lists(st.tuples(FAR, TIMES), min_size=1, max_size=8), st.integers(1, 9))
def test_a_large_field_keeps_the_order_of_a_small_one(field: list[tuple[float, float]], count: int) -> None:
    distances, until = [far for far, _ in field], [end for _, end in field]
    placed = range(1, len(field))
    ties = range(len(field), 0, -1)
    small, large = RunnerOrder(placed, until, ties), FieldOrder(placed, until, ties)
    assert large.running(NOW, distances, count)[:count] == small.running(NOW, distances, count)[:count]
    for i in small.running(NOW, distances, count):
        if not math.isnan(distances[i]):
            ahead = small.ahead(NOW, distances, distances[i], LEVEL)
            assert large.ahead(NOW, distances, distances[i], LEVEL) == ahead


@together(("known", "count"), [(4, 2), (4, 4), (4, 6), (5, 2), (20, 2), (0, 2)])
def test_of_a_field_of_which_only_the_front_is_asked_for_the_first_are_the_same(known: int, count: int) -> None:
    distances = [100.0 + at * 7 % 5 if at % 5 == 0 or known > 4 else NAN for at in range(20)]
    distances = [far if sum(one == one for one in distances[:at]) < known else NAN for at, far in enumerate(distances)]
    until = [NOW if at == 5 else math.inf for at in range(20)]
    small, large = (order(range(20), until, range(20)) for order in (RunnerOrder, FieldOrder))
    assert large.running(NOW, distances, count)[:count] == small.running(NOW, distances, count)[:count]


@together("order", [RunnerOrder, FieldOrder])
@together(
    ("distances", "ahead"),
    [
        ([50.0], 0),
        ([50.0, 50.1, 50.2, 49.9], 2),  # a tenth of a metre is seen
        ([50.0, 50.0006], 0),
        ([50.0, 50.0006, 50.0012], 2),  # level with the second alone, who is level with the first
        ([50.0, 50.0006, 50.0012, 50.0018], 2),
        ([50.0, 90.0, NAN], 1),
    ],
)
def test_level_is_whoever_is_a_millimetre_behind_the_first_of_them(
    order: type[RunnerOrder | FieldOrder], distances: list[float], ahead: int
) -> None:
    everybody = range(len(distances))
    assert order(everybody, [math.inf] * len(distances), everybody).ahead(NOW, distances, 50.0, LEVEL) == ahead


@pytest.mark.parametrize("order", [RunnerOrder, FieldOrder])
def test_who_is_home_at_this_instant_no_longer_runs(order: type[RunnerOrder | FieldOrder]) -> None:
    field = order(range(3), [NOW, NOW + 1, NOW - 1], range(3))
    assert list(field.running(NOW, [90.0, 80.0, 95.0], 3)) == [1]
    assert field.ahead(NOW, [90.0, 80.0, 95.0], 80.0, LEVEL) == 0


def test_the_furthest_is_first_then_the_first_of_the_level_and_last_whoever_is_nowhere() -> None:
    assert by_distance([0, 1, 2, 3], [NAN, 7.0, 9.0, 7.0], [0, 3, 2, 1]) == [2, 3, 1, 0]


def standings_of(one: Race, homes: list[float], outs: list[float] | None = None) -> Standings:
    """By the seconds at which everybody is home and out."""
    return Standings(one, homes, outs or [math.inf] * len(homes), range(len(homes)), RunnerOrder)


def test_the_places_of_those_at_home_are_gone_for_those_still_running() -> None:
    standings = standings_of(race(entry("A", 5.0, place=4), entry("B", 20.0), entry("C", 20.0)), [5.0, 20.0, 20.0])
    assert standings.at(NOW, [1500.0, 900.0, 900.5], 3) == [
        Standing(0, "finished", 4),
        Standing(2, "running", 5),
        Standing(1, "running", 6),
    ]


def test_before_anybody_is_home_the_furthest_is_first() -> None:
    standings = standings_of(race(entry("A", 20.0), entry("B", 20.0, place=1)), [20.0, 20.0])
    assert standings.at(NOW, [900.0, 901.0], 2) == [Standing(1, "running", 1), Standing(0, "running", 2)]


def test_who_is_home_in_a_time_nobody_gives_has_the_place_that_was_given_or_none() -> None:
    finished = Status.FINISHED
    field = race(entry("A", 5.0), entry("B", status=finished, place=2), entry("C", status=finished), entry("D", 20.0))
    assert standings_of(field, [5.0, 6.0, 7.0, 20.0]).at(NOW, [1500.0] * 3 + [900.0], 4) == [
        Standing(0, "finished", 1),
        Standing(1, "finished", 2),
        Standing(2, "finished", None),
        Standing(3, "running", 4),
    ]


def test_in_a_race_for_distance_all_stop_at_once_and_who_came_farthest_is_first() -> None:
    came = (9000.0, 9100.0, 9000.0, 8000.0)
    entries = (entry("R", status=Status.FINISHED, arrival=Split(far, time(NOW))) for far in came)
    standings = standings_of(race(*entries, duration=NOW), [NOW] * 4)
    assert [(standing.entry, standing.place) for standing in standings.at(NOW, came, 4)] == [
        (1, 1),
        (0, 2),
        (2, 2),
        (3, 4),
    ]


def test_until_a_disqualification_is_decided_those_behind_are_a_place_worse_than_in_the_end() -> None:
    field = race(
        entry("A", 4.0, place=1),
        entry("Q", 5.0, status=Status.DQ),
        entry("B", 6.0, place=2),
        entry("C", 7.0),
        entry("D", 99.0),
    )
    standings = standings_of(field, [4.0, 5.0, 6.0, 7.0, 99.0], [math.inf, 12.0, *[math.inf] * 3])

    def places(t: float) -> list[tuple[int, int | None]]:
        return [(standing.entry, standing.place) for standing in standings.at(t, [1500.0] * 4 + [900.0], 5)]

    assert places(NOW) == [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]
    assert places(12.0) == [(0, 1), (2, 2), (3, 3), (4, 4), (1, None)]


def test_the_place_after_a_given_one_is_taken_by_whom_nobody_knows_to_be_disqualified() -> None:
    field = race(entry("A", 4.0, place=4), entry("Q", 5.0, status=Status.DQ), entry("B", 20.0))
    standings = standings_of(field, [4.0, 5.0, 20.0], [math.inf, 12.0, math.inf])
    for t in (5.0, NOW):
        assert [one.place for one in standings.at(t, [1500.0, 1500.0, 900.0], 3)] == [4, 5, 6]


def test_whoever_is_disqualified_on_the_way_takes_no_place_as_he_comes_home() -> None:
    field = race(entry("A", 4.0), entry("Q", 5.0, status=Status.DQ), entry("B", 20.0))
    standings = standings_of(field, [4.0, 5.0, 20.0], [math.inf, 3.0, math.inf])
    for t in (5.0, NOW):
        assert [one.place for one in standings.at(t, [1500.0, 1500.0, 900.0], 3)] == [1, 2, None]


def test_the_place_that_a_list_gives_to_who_was_disqualified_is_not_taken() -> None:
    field = race(entry("Q", 4.0, status=Status.DQ, place=3), entry("B", 5.0), entry("C", 6.0))
    standings = standings_of(field, [4.0, 5.0, 6.0], [7.0, math.inf, math.inf])
    for t, places in ((6.0, [1, 2, 3]), (NOW, [1, 2, None])):
        assert [one.place for one in standings.at(t, [1500.0] * 3, 3)] == places


def test_ghosts_at_home_are_in_the_order_in_which_they_came_and_the_others_by_how_far_they_are() -> None:
    homes = [6.0, 5.0, 98.0, 99.0]
    ghosts = [entry(f"You {home:g}", home, role=Role.GUEST, ghost="--me") for home in homes]
    standings = standings_of(race(*ghosts), homes)
    assert standings.ranking(NOW, [1500.0, 1500.0, 800.0, 900.0]) == [1, 0, 3, 2]


def test_who_came_home_in_a_time_nobody_gives_counts_for_no_place_of_those_behind() -> None:
    field = race(entry("A", 4.0), entry("U", status=Status.FINISHED), entry("B", 6.0))
    standings = standings_of(field, [4.0, 5.0, 6.0])
    assert {one.entry: one.place for one in standings.at(NOW, [1500.0] * 3, 3)} == {0: 1, 1: None, 2: 2}


@together("order", [RunnerOrder, FieldOrder])
@together(("behind", "ahead"), [([0.5], 0), ([0.5, 1.0], 2), ([0.5, 1.0, 1.5], 2), ([0.75], 1)])
def test_exactly_as_far_behind_is_still_level(
    order: type[RunnerOrder | FieldOrder], behind: list[float], ahead: int
) -> None:
    distances = [50.0, *(50.0 + metres for metres in behind)]  # halves, so that their differences are exact
    everybody = range(len(distances))
    assert order(everybody, [math.inf] * len(distances), everybody).ahead(NOW, distances, 50.0, 0.5) == ahead


@given(st.lists(st.integers(0, 400), min_size=1, max_size=120), st.integers(0, 400))
def test_however_long_the_row_of_those_who_are_level_a_large_field_counts_as_a_small_one(
    steps: list[int], own: int
) -> None:
    distances = [100.0 + own * 0.6 * LEVEL, *(100.0 + step * 0.6 * LEVEL for step in steps)]
    everybody = range(len(distances))
    orders = [kind(everybody, [math.inf] * len(distances), everybody) for kind in (RunnerOrder, FieldOrder)]
    small, large = (order.ahead(NOW, distances, distances[0], LEVEL) for order in orders)
    assert large == small
