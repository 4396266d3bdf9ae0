"""Lap files of one runner, in which nobody is named."""

from pathlib import Path

import pytest

from replay.files.source import Choices, Reading, Source
from replay.files.table.reader import read


def reading(text: str) -> Reading:
    return read(Source(text.encode(), Path("my-1200m.csv")), Choices())


LAPS = "1:05.1", "2:11.3", "3:18.3"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("lap,time\n1,1:05.1\n2,1:06.2\n3,1:07.0\n", LAPS),
        ("lap,time\n1,65.1\n2,66.2\n3,67.0\n", LAPS),  # plain seconds, by their heading
        ("lap,time\n1,65.1\n2,131.3\n3,198.3\n", LAPS),  # times so far
        ("lap,time\n1,0:30.0\n2,1:01.0\n", ("0:30.0", "1:31.0")),  # two may be a lap and another twice as long
        ("lap,moving time,time,avg\n1,1:01.0,1:05.1,3:00\n2,1:02,1:06.2,3:00\n3,1:03,1:07.0,3:00\n", LAPS),
        ("lap,avg,time\n1,3:00,65.1\n2,3:00,66.2\n3,3:00,67.0\n", LAPS),
        ("Lap 1,1:05.1,1:05.1\nLap 2,1:06.2,2:11.3\nLap 3,1:07.0,3:18.3\n", LAPS),  # without a heading
        ("Lap 1,1:05.1,1:05.1\nLap 2,2:11.3,1:06.2\nLap 3,3:18.3,1:07.0\n", LAPS),
        ("Lap 3,1:07.0,3:18.3\nLap 2,1:06.2,2:11.3\nLap 1,1:05.1,1:05.1\n", LAPS),  # the last lap first
        ("Lap 3,3:18.3,1:07.0\nLap 2,2:11.3,1:06.2\nLap 1,1:05.1,1:05.1\n", LAPS),
        ("Lap 1,1:05.1,1:05.1\nLap 2,2:11.3,1:06.2\n", LAPS[:2]),  # of two laps the sums tell which is which
        ("Lap 1,1:05.1,1:05.1\nLap 2,1:06.2,2:11.3\n", LAPS[:2]),
        ("Lap 1,1:05.1\nLap 2,1:06.2\nLap 3,1:07.0\n", LAPS),
        ("lap,time\n1,1:10.0\n2,2:15.0\n3,3:30.0\n", ("1:10.0", "2:15.0", "3:30.0")),  # the second quicker
        ("lap,time\n1,1:00.0\n2,1:30.0\n3,2:00.0\n", ("1:00.0", "2:30.0", "4:30.0")),  # the last twice the first
        ("lap,result,lap time\n1,2:00.0,1:05.1\n2,2:00.0,1:06.2\n3,2:00.0,1:07.0\n", LAPS),
    ],
)
def test_each_row_is_a_lap_and_the_runner_has_the_files_name(text: str, ends: tuple[str, ...]) -> None:
    race = reading(text).race
    assert race is not None
    (runner,) = race.entries
    assert runner.name == "my-1200m"
    assert runner.result is not None
    times = (*(split.time.seconds for split in runner.splits), runner.result.seconds)
    assert times == pytest.approx([60 * int(end.partition(":")[0]) + float(end.partition(":")[2]) for end in ends])


@pytest.mark.parametrize("far", ["400,800,1200", "400,400,400"])
def test_how_far_it_was_until_then_or_how_long_each_lap_may_stand_beside_it(far: str) -> None:
    rows = [f"{lap},1:0{lap}.0,{at}" for lap, at in enumerate(far.split(","), 1)]
    race = reading("\n".join(["lap,time,distance (m)", *rows])).race
    assert race is not None
    assert [split.distance for split in race.entries[0].splits] == [400.0, 800.0]


def test_lines_that_are_no_lap_are_counted() -> None:
    found = reading("lap,time\n1,1:05.1\n2,1:06.2\nbest,1:05.1\n3,1:07.0\nslowest,1:07.0\n")
    assert list(map(str, found.understood.left_out)) == ["2 lines that are no lap"]


@pytest.mark.parametrize(
    "text",
    [
        "lap,time\n1,1:05.1\n",
        "lap,time\n1,1:05.1\n1,1:06.2\n2,1:07.0\n",
        "lap,time\n2,1:05.1\n4,1:06.2\n6,1:07.0\n",
        "lap,time\n1,1:05.1\n2,x\n3,1:07\n",
        "lap,nr\n1,65\n2,66\n",
        "Lap 1,1:05.1\n",
        "Lap 1,1:05.1\nx,1:06\n",
        "Lap 1,x\nLap 2,y\n",
        "Lap 1,7\nLap 2,9\n",
    ],
)
def test_what_is_no_lap_file_has_no_runner(text: str) -> None:
    assert reading(text).race is None


SPLITS, MILES = [1000.0, 2000.0, 3000.0], [1609.344, 3218.688, 4828.032]


@pytest.mark.parametrize(
    ("titles", "cells", "distance", "ends"),
    [
        ("lap,time,pace", "5:01 /km,5:02 /km,5:03 /km", None, SPLITS),
        ("lap,time,pace", "5:01/mi,5:02/mi,5:03/mi", None, MILES),
        ("lap,time,pace", "5:01 /km,5:09 /km,5:03 /km", None, None),  # more than a fiftieth apart
        ("lap,time,pace", "5:01 /km,5:07 /km,5:03 /km", None, SPLITS),
        ("km,time,x", ",,", None, SPLITS),
        ("mile,time,x", ",,", None, MILES),
        ("lap,time,distance", "1,1,1", None, SPLITS),
        ("lap,time,distance", "1.0,2.0,3.0", None, SPLITS),
        ("lap,time,distance", "1,,1", None, None),
        ("lap,time,distance", "1,1,1", 3 * 1609.344, MILES),
        ("lap,time,distance", "1,1,1", 3 * 1609.344 * 1.019, [1609.344, 3218.688, 3 * 1609.344 * 1.019]),
        ("lap,moving time,time", "5:01,5:02,5:03", 3000.0, SPLITS),
    ],
)
def test_how_long_a_lap_is_says_a_heading_or_a_pace_or_a_column(
    titles: str, cells: str, distance: float | None, ends: list[float] | None
) -> None:
    moving = "moving" in titles
    rows = [f"{lap},{'4:59' if moving else f'5:0{lap}'},{cell}" for lap, cell in enumerate(cells.split(","), 1)]
    source = Source("\n".join([titles, *rows, ""]).encode(), Path("my-run.csv"))
    race = read(source, Choices(distance=distance)).race
    assert (race is None) is (ends is None)
    if race is not None and ends is not None:
        (runner,) = race.entries
        assert [*(split.distance for split in runner.splits), race.distance] == pytest.approx(ends)
        assert runner.result is not None
        assert runner.result.seconds == 906.0


@pytest.mark.parametrize(("far", "metres"), [("400", 1200.0), ("0.4", 1200.0), ("1", 3000.0)])
def test_laps_of_no_unit_are_kilometres_unless_nobody_could_run_them(far: str, metres: float) -> None:
    race = reading(f"Lap,Time,Distance\n1,4:20.1,{far}\n2,4:21.0,{far}\n3,4:22.5,{far}\n").race
    assert race is not None
    assert race.distance == metres
