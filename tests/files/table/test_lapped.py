"""Fewer laps than the winner, ties, places without a time, and the disqualified: who is where at the end."""

from pathlib import Path

import pytest

from replay.commentary import call_race
from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.writing import race_text
from replay.race.race import Race
from replay.reconstruction.completion import completed
from replay.state import timeline_of
from tests.files.table.test_reader import reading

HEAD = "# distance_m: 10000\nplace,name,2000,4000,6000,8000,finish\n"
FIELD = "1,Ada Alfa,6:00,12:00,18:00,24:00,30:00\n2,Bea Beta,6:10,12:20,18:30,24:40,31:00\n"
BLANK = "3,Cia Gamma,7:20,14:40,22:00,29:20,\n4,Dea Delta,8:00,16:00,24:00,,\n"
SAID = "3,Cia Gamma,7:20,14:40,22:00,29:20,-1 lap\n4,Dea Delta,8:00,16:00,24:00,,+2 Rd.\n"


def read(text: str, name: str = "a-race.csv") -> Race:
    race = read_source(Source(text.encode(), Path(name)), Choices()).race
    assert race is not None
    return race


def final(race: Race) -> list[tuple[str, int | None, float | None]]:
    timeline = timeline_of(completed(race)[0])
    state = timeline.at(timeline.finish)
    return [(race.entries[runner.entry].name, runner.place, runner.distance) for runner in state.standings]


@pytest.mark.parametrize("rows", [BLANK, SAID], ids=["blank", "said"])
def test_who_ran_fewer_laps_is_placed_where_his_laps_end(rows: str) -> None:
    race = read(HEAD + FIELD + rows)
    assert final(race) == [
        ("Ada Alfa", 1, 10_000.0),
        ("Bea Beta", 2, 10_000.0),
        ("Cia Gamma", 3, 8000.0),
        ("Dea Delta", 4, 6000.0),
    ]
    assert [entry.note for entry in race.entries] == ["", "", "-1 lap", "-2 laps"]


def test_who_stops_whole_rounds_early_ran_round_a_course_of_that_length() -> None:
    """What the board counts on the way is what the result counts: 2000 m a lap, and none of 400 m."""
    race = read(HEAD + FIELD + BLANK)
    assert race.course.round_metres == 2000.0
    timeline = timeline_of(completed(race)[0])
    assert [call.text for call in call_race(timeline) if "Gamma" in call.text][-1].endswith(
        ("a lap down", "a lap behind", "a lap fewer than the winner")
    )
    assert read("# track: outdoor\n" + HEAD + FIELD + BLANK).course.round_metres == 400.0


@pytest.mark.parametrize("ending", [".csv", ".yaml"])
def test_laps_fewer_are_written_and_read_again(ending: str) -> None:
    race = read(HEAD + FIELD + SAID)
    again = read(race_text(race, ending), f"a-race{ending}")
    assert [entry.note for entry in again.entries] == [entry.note for entry in race.entries]
    assert final(again)[:2] == final(race)[:2]


def test_without_splits_he_stops_with_the_winner() -> None:
    race = read("# event: 5000m\nplace,name,time\n1,Ada Alfa,15:00\n2,Bea Beta,-1 lap\n")
    bea = race.entries[1]
    assert bea.arrival is not None
    assert (bea.arrival.distance, bea.arrival.time.seconds, bea.arrival.time.evidence) == (4600.0, 900.0, "estimated")
    assert final(race) == [("Ada Alfa", 1, 5000.0), ("Bea Beta", 2, 4600.0)]


def test_a_race_file_says_it_too() -> None:
    text = (
        "race: T\nevent: 5000m\nentries:\n  - {name: Ada, result: 15:00}\n  - {name: Bea, result: -1 lap, place: 2}\n"
    )
    assert final(read(text, "a-race.yaml")) == [("Ada", 1, 5000.0), ("Bea", 2, 4600.0)]


@pytest.mark.parametrize("count", [20, 250])
def test_who_is_lapped_ends_where_he_is_stopped_in_a_field_of_any_size(count: int) -> None:
    rows = "".join(f"{at},Runner {at},{15 + at // 30}:{at % 30 * 2:02}\n" for at in range(1, count))
    race = read(f"# event: 5000m\nplace,name,time\n{rows}{count},Ada Alfa,-1 lap\n{count + 1},Bea Beta,-2 laps\n")
    assert final(race)[-2:] == [("Ada Alfa", count, 4600.0), ("Bea Beta", count + 1, 4200.0)]


def test_those_in_the_same_time_share_their_place_and_the_next_is_left_out() -> None:
    race = read("# event: 800m\nname,time\nA,1:59.2\nB,1:59.9\nC,1:59.9\nD,2:01.0\n")
    assert [place for _, place, _ in final(race)] == [1, 2, 2, 4]


def test_an_official_place_without_a_time_stays() -> None:
    race = read("# event: 800m\nplace,name,time\n1,A,1:59.2\n2,B,\n3,C,2:00.0\n")
    assert [(name, place) for name, place, _ in final(race)] == [("A", 1), ("B", 2), ("C", 3)]


@pytest.mark.parametrize("place", ["1", "DQ", ""])
@pytest.mark.parametrize("status", ["DQ", "DSQ TR17.5", "disq."])
def test_a_disqualified_runner_never_wins(place: str, status: str) -> None:
    race = read(f"# event: 800m\nplace,name,time,status\n{place},A,1:58.0,{status}\n,B,1:59.2,\n,C,2:00.0,\n")
    timeline = timeline_of(race)
    order = final(race)
    assert order[-1][:2] == ("A", None)
    calls = call_race(timeline)
    assert any(call.pinned and "B 1:59.2; C" in call.text for call in calls)
    assert not any(f"A {word}" in call.text for call in calls for word in ("wins", "takes the"))


def test_a_table_of_places_at_the_points_is_no_race() -> None:
    rows = "".join(f"{n},{name},{n},{4 - n},{n}\n" for n, name in ((1, "Ada"), (2, "Bea"), (3, "Cia")))
    source = Source(f"# event: 800m\nplace,name,200,400,800\n{rows}".encode(), Path("a-race_ranks.csv"))
    found = read_source(source, Choices())
    assert found.race is None
    assert "no column has times, and '200', '400', '800' have places" in str(found.problems[-1])


def test_where_somebody_ran_as_far_as_his_laps_say_or_as_he_was_seen() -> None:
    text = (
        "name,400,800,1200,1600,finish\nA,60,120,180,240,5:00\nB,61,122,183,,-1 lap\nC,61,,,,-5 laps\nD,,,,,-2 laps\n"
    )
    race = reading(f"# distance_m: 2000\n{text}").race
    assert race is not None
    told = [one.arrival and (one.arrival.distance, one.arrival.time.seconds) for one in race.entries]
    assert told == [None, (1600.0, 244.0), (400.0, 61.0), (1200.0, 300.0)]
    alone = reading("# distance_m: 2000\nname,400,800,finish\nB,61,122,-1 lap\nD,,,-2 laps\nE,,,-5 laps\n").race
    assert alone is not None
    told = [one.arrival and (one.arrival.distance, one.arrival.time.seconds) for one in alone.entries]
    assert told == [(1600.0, 244.0), None, None]
