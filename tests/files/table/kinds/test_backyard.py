"""Backyard races: a lap each hour."""

import pytest

from replay.files.table.kinds.backyard import whole_laps
from replay.race.race import Race
from tests.files.table.test_reader import reading
from tests.together import together


def race(text: str) -> Race:
    found = reading(f"Oak Backyard Ultra\n{text}").race
    assert found is not None
    return found


def far(one: Race) -> list[float | None]:
    return [round(entry.arrival.distance, 3) if entry.arrival is not None else None for entry in one.entries]


def test_each_came_as_far_as_the_laps_that_have_a_time_and_each_begins_with_its_hour() -> None:
    found = race("name,lap 1,lap 2,lap 3\nA,52:10,53:20.5,1:00:00\nB,50:00,59:59,\nC,51:00,DNF,\nD,,,\n")
    assert (found.duration, far(found)) == (3 * 3600, [20_116.8, 13_411.2, 6705.6, None])
    assert [[(split.distance, split.time.text) for split in entry.splits] for entry in found.entries] == [
        [(6705.6, "52:10"), (13_411.2, "1:53:20.5")],
        [(6705.6, "50:00")],
        [],
        [],
    ]


def test_a_lap_may_be_said_to_be_of_another_length() -> None:
    assert far(race("lap: 5 km\nname,lap 1,lap 2\nA,52:10,53:20\nB,50:00,\n")) == [10_000.0, 5000.0]


def test_rounded_miles_are_whole_laps_and_others_stay() -> None:
    found = race("name,miles\nA,12.5\nB,8.33\nC,4.2\nD,6\n")
    assert far(found) == [20_116.8, 13_411.2, 6705.6, 9656.064]


def test_where_no_lap_has_a_time_it_is_asked_what_says_how_far_each_came() -> None:
    for rows in ("name,club\nA,Oak\n", "name,lap 1\nA,DNF\n"):
        found = reading(f"Oak Backyard Ultra\n{rows}")
        assert found.race is None
        assert "say" in found.problems[-1].hint


@together(
    ("metres", "whole"),
    [(None, None), (0.0, 0.0), (100.0, 100.0), (9.91, 10.0), (9.9, 9.9), (20.19, 20.0), (20.2, 20.2), (14.0, 14.0)],
)
def test_what_is_within_a_hundredth_of_whole_laps_is_some(metres: float | None, whole: float | None) -> None:
    assert whole_laps(metres, 10.0) == (whole if whole != 100.0 else pytest.approx(100.0))


LOOPS = """\
# Elm Backyard

Start: 2025-08-23 09:00 · loop 6.706 km every hour

Place|Runner|Loops|Distance|Status
1|Ada Alfa|31|207.89 km|Winner
2|Bea Beta|30|201.18 km|Assist
3|Cia Gamma|24|160.94 km|DNF
4|Dot Delta|24|160.94 km|DNF
"""


def test_the_loop_is_as_long_as_the_list_says_and_all_who_stopped_keep_their_places() -> None:
    found = reading(LOOPS)
    assert found.race is not None
    assert not found.problems
    assert far(found.race) == [207886, 201180, 160944, 160944]
    assert [entry.place for entry in found.race.entries] == [1, 2, 3, 4]


@together(("titles", "said"), [("Y1,Y2,Y3", {}), ("A,B,C", {"A": "lap1", "B": "lap2", "C": "lap3"})])
def test_yards_are_laps_of_their_hours_as_headed_or_said(titles: str, said: dict[str, str]) -> None:
    text = f"Oak Backyard\nname,Yards,{titles},Outcome\nA,3,52:10,53:20,54:00,Winner\nB,1,50:00,,,DNF\n"
    found = reading(text, columns=said)
    assert found.race is not None
    assert [column.meaning for column in found.understood.columns][2:5] == [f"lap of hour {n}" for n in (1, 2, 3)]
    assert not found.understood.left_out
    ends = [entry.arrival.time.seconds for entry in found.race.entries if entry.arrival is not None]
    assert ends == [2 * 3600 + 54 * 60, 3000]


def test_who_won_and_who_stopped_is_no_column_of_times() -> None:
    found = reading("Oak Backyard\nname,Loops,Loop 1,Loop 2,Result\nA,2,52:10,53:20,WIN\nB,1,50:00,,DNF\n")
    assert not found.problems
