"""Tables whose rows are points: runners across, or one runner's times down."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Reading, Source
from tests.together import together


def reading(text: str, **choices: object) -> Reading:
    return read_source(Source(text.encode(), Path("coach.csv")), Choices(**choices))  # type: ignore[arg-type]


@together(
    ("text", "distance", "splits"),
    [
        ("Lap,Ada,Bea\n1,62.0,62.5\n2,63.0,63.1\n3,61.0,64.0\n4,60.0,62.0\n", 1600.0, [62.0, 125.0, 186.0]),
        ("km,Ada,Bea\n1,3:01,3:02\n2,6:03,6:05\n3,9:00,9:10\n", 3000.0, [181.0, 363.0]),
        ("Split,Ada,Bea\n21 km,1:04:00,1:05:00\nFinish,2:10:00,2:12:00\n", 42195.0, [3840.0]),
        ("Split,Ada,Bea\n5 km,15:10,15:20\nHalf,1:04:00,1:05:00\nFinish,2:10:00,2:12:00\n", 42195.0, [910.0, 3840.0]),
    ],
)
def test_runners_may_stand_across(text: str, distance: float, splits: list[float]) -> None:
    race = reading(text, distance=distance).race
    assert race is not None
    assert [entry.name for entry in race.entries] == ["Ada", "Bea"]
    assert [split.time.seconds for split in race.entries[0].splits] == splits


def test_of_columns_half_of_which_are_no_times_none_is_a_runner() -> None:
    rows = [("km", "Ada", "Bea", "note", "mood"), ("1", "3:01", "3:02", "a", "b"), ("2", "6:03", "6:05", "c", "d")]
    for columns, names in ((4, ["Ada", "Bea"]), (5, ["coach"])):
        race = reading("\n".join(",".join(row[:columns]) for row in rows), distance=2000.0).race
        assert race is not None
        assert [entry.name for entry in race.entries] == names


def test_laps_of_one_runner_are_no_runners_across() -> None:
    race = reading("Lap,Time,Pace\n1,3:01,3:01\n2,3:02,3:02\n", distance=2000.0).race
    assert race is not None
    assert [entry.name for entry in race.entries] == ["coach"]


def test_rows_that_begin_with_a_point_head_nothing() -> None:
    rows = "Lap,Ada,Bea,Cia\n300m,51.2,50.8,52.0\n700m,2:01.0,2:00.5,2:03.8\n1100m,3:12.1,3:12.4,3:17.0\n"
    for text in (rows, f"1100 m training race 4 Sept 2025,,,\n{rows}", rows.replace("Lap", "")):
        found = read_source(Source(text.encode(), Path("21d.csv")), Choices())
        assert found.race is not None, found.problems
        assert [entry.name for entry in found.race.entries] == ["Ada", "Bea", "Cia"]
        assert found.race.distance == 1100
        assert found.race.duration is None
