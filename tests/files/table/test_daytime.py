"""Times of day are no times of a race: known by that nobody takes so long, and refused without a start."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from tests.together import together

RESULTS = "Name,Time\nAda,18:05:12\nBea,18:06:30\n"
POINTS = "Name,400,800,1200\nAda,18:01:12,18:02:30,18:03:44\nBea,18:01:13,18:02:31,18:03:45\n"
LAPS = "Name,Lap,Passing Time\nAda,1,18:01:12\nBea,1,18:01:13\nAda,2,18:02:30\nBea,2,18:02:31\n"


def opened(text: str, distance: float) -> Reading:
    return read_source(Source(text.encode(), Path("evening.csv")), Choices(distance=distance))


@together("text", [RESULTS, POINTS, LAPS])
def test_times_of_day_without_a_start_are_refused(text: str) -> None:
    reading = opened(text, 1200)
    assert reading.race is None
    assert "looks like a time of day" in reading.problems[-1].message
    assert "# start: " in reading.problems[-1].hint


@together("text", [RESULTS, POINTS, LAPS])
def test_with_a_start_they_are_times(text: str) -> None:
    race = opened(f"# start: 18:00:00\n{text}", 1200).race
    assert race is not None
    assert {entry.name: entry.result and entry.result.seconds for entry in race.entries} == {
        "Ada": 312 if text is RESULTS else 224 if text is POINTS else 150,
        "Bea": 390 if text is RESULTS else 225 if text is POINTS else 151,
    }


def test_of_times_of_day_it_is_told_that_they_are_and_no_other_way_to_read_them() -> None:
    reading = opened("# start: 10:00:00\nName,Time of day\nAda,10:04:01\nBea,10:04:02\n", 1500)
    assert reading.race is not None
    assert reading.race.entries[0].result is not None
    assert reading.race.entries[0].result.text == "4:01"
    assert [clause.partition("read as ")[2] for clause in reading.understood.assumed] == ["times of day"]


def test_who_runs_for_so_long_keeps_the_time() -> None:
    race = opened(RESULTS, 100_000).race
    assert race is not None
    assert [entry.result and entry.result.text for entry in race.entries] == ["18:05:12", "18:06:30"]


def test_what_is_slower_than_anybody_walks_is_told() -> None:
    reading = opened("Name,Time\nAda,95:00.5\nBea,250:00.5\n", 1200)
    assert reading.race is not None
    assert any("slower than anybody walks" in problem.message for problem in reading.problems)


def test_where_the_name_says_how_far_times_of_day_are_no_reason_to_ask_it() -> None:
    source = Source(b"Name,Finish\nAda,14:01:04\nBea,14:02:10\n", Path("Oak 10km.csv"))
    reading = read_source(source, Choices())
    assert reading.race is None
    assert "nobody takes 14:01:04 for 10000 m" in reading.problems[-1].message
    assert "--start" in reading.problems[-1].hint


def test_where_nothing_says_how_far_both_ways_out_are_told() -> None:
    reading = read_source(Source(b"Name,Finish\nAda,14:01:04\nBea,14:02:10\n", Path("oak.csv")), Choices())
    assert reading.race is None
    assert "--distance 100mi" in reading.problems[-1].hint
    assert "--start" in reading.problems[-1].hint
