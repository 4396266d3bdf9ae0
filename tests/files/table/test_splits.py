"""Times on the way: gaps to the first there, times of day, numbered laps beside points."""

import pytest

from replay.files.understood import Counting
from tests.files.table.test_reader import reading
from tests.together import together

FAR = "# distance_m: 10000\n"


def told(text: str) -> tuple[list[list[tuple[float, str]]], list[str]]:
    """Everybody's splits, and what is told of the file."""
    found = reading(FAR + text)
    assert found.race is not None
    splits = [[(split.distance, split.time.text) for split in one.splits] for one in found.race.entries]
    return splits, [str(problem).partition(": ")[2] for problem in found.problems]


def test_a_gap_on_the_way_is_added_to_the_time_of_the_first_there_and_that_is_told() -> None:
    assert told("name,5 km,finish\nA,15:00,30:00\nB,+4.5,30:20\nC,,31:00\nD,DNF,\nE,15:10,31:30\n") == (
        [[(5000.0, "15:00")], [(5000.0, "15:04.5")], [], [], [(5000.0, "15:10")]],
        ["warning: times with a + in '5 km' are gaps to the first's there and added to it"],
    )


def test_numbered_laps_beside_points_are_left_out_and_can_be_said() -> None:
    splits, problems = told("name,lap 1,5 km,finish\nA,2:00,15:00,30:00\nB,2:01,15:02,30:10\n")
    assert splits == [[(5000.0, "15:00")], [(5000.0, "15:02")]]
    (problem,) = problems
    assert problem.startswith("error: where 'lap 1' is, the file does not say, and its times are left out; say it with")


@together(
    ("far", "cells", "metres"),
    [
        ("4800", "3:20,6:40,10:00,13:20,16:00", 1000.0),
        ("8000", "5:10,10:20,15:30,20:40,25:40", 1609.344),
        ("2000", "1:10,2:21,3:32,4:43,5:55", 400.0),
    ],
)
def test_numbered_columns_are_kilometres_miles_or_laps_by_their_times(far: str, cells: str, metres: float) -> None:
    found = reading(f"# distance_m: {far}\nname,1,2,3,4,finish\nA,{cells}\nB,{cells}\n")
    assert found.race is not None
    assert [split.distance for split in found.race.entries[0].splits] == pytest.approx(
        [metres * at for at in (1, 2, 3, 4)]
    )


@pytest.mark.parametrize(
    ("points", "cells", "has"),
    [("5 km", "10:15:00", "'5 km' has"), ("5 km,8 km", "10:15:00,10:24:00", "'5 km', '8 km' have")],
)
def test_times_of_day_on_the_way_count_from_the_start(points: str, cells: str, has: str) -> None:
    text = f"# start: 10:00:00\nname,{points},finish\nA,{cells},30:00\nB,{'DNF' + ',' * cells.count(',')},\n"
    times = [(5000.0, "15:00"), (8000.0, "24:00")][: len(points.split(","))]
    assert told(text) == ([times, []], [f"warning: {has} times of day, read from each runner's start"])


def test_who_was_timed_by_the_day_beside_one_who_was_not_is_each_read_as_it_is() -> None:
    text = "# start: 10:00:00\nname,5 km,8 km,finish\nA,10:15:00,24:00,30:00\nB,10:15:30,24:30,31:00\n"
    assert told(text)[0] == [[(5000.0, "15:00"), (8000.0, "24:00")], [(5000.0, "15:30"), (8000.0, "24:30")]]


@together(
    ("event", "titles", "points"),
    [
        ("400m hurdles", "H1,H2", [45.0, 80.0]),
        ("60m hurdles women", "Hurdle 1,Hurdle 2", [13.0, 21.5]),
        ("110 m Hürden", "Hürde 1,Hürde 2", [13.72, 22.86]),
        ("400m", "T1,H11", []),
    ],
)
def test_hurdles_stand_where_the_rules_have_them(event: str, titles: str, points: list[float]) -> None:
    quick = event.startswith("400")
    cells, finish = ("6.2,10.1", "52.0") if quick else ("2.5,3.6", "8.1" if event.startswith("60") else "13.4")
    race = reading(f"# event: {event}\nname,{titles},finish\nA,{cells},{finish}\nB,{cells},{finish}\n").race
    assert race is not None
    assert [split.distance for split in race.entries[0].splits] == points


@together(
    ("far", "titles", "times", "points"),
    [
        ("10000", "5,8", "15:00,24:00", [5000.0, 8000.0]),
        ("10000", "5000,8000", "15:00,24:00", [5000.0, 8000.0]),
        ("10000", "2,10", "6:00,30:01", [2000.0]),  # the last is the finish
        ("10000", "2,9.99", "6:00,29:58", [2000.0]),
        ("10000", "1,2", "2:00,4:00", []),  # laps of no known length
        ("10000", "start,5 km", "0:00,15:00", [5000.0]),
        ("10000", "half,8 km", "15:00,24:00", [5000.0, 8000.0]),
        ("21097.5", "10 km,half", "30:00,1:03:00", [10_000.0]),
        ("42195", "half,40 km", "1:03:00,2:00:00", [21_097.5, 40_000.0]),
        ("10000", "5 km,12 km", "15:00,36:00", [5000.0]),  # beyond the finish
    ],
)
def test_numbers_in_headings_are_metres_or_kilometres_whichever_the_times_are_likely_of(
    far: str, titles: str, times: str, points: list[float]
) -> None:
    finish = {"10000": "30:00", "21097.5": "1:03:00", "42195": "2:06:30"}[far]
    found = reading(f"# distance_m: {far}\nname,{titles},finish\nA,{times},{finish}\nB,{times},{finish}\n").race
    assert found is not None
    assert [split.distance for split in found.entries[0].splits] == pytest.approx(points)


def test_a_time_at_the_start_is_no_split() -> None:
    assert told("name,0 km,5 km,finish\nA,0:03,15:00,30:00\nB,0:04,15:02,30:10\n")[0] == [
        [(5000.0, "15:00")],
        [(5000.0, "15:02")],
    ]


@pytest.mark.parametrize("titles", ["8 km lap,8 km", "8 km,8 km lap"])
def test_of_the_time_and_the_lap_at_one_point_the_time_is_taken(titles: str) -> None:
    cells = {"8 km lap": "9:00", "8 km": "24:00"}
    both = ",".join(cells[title] for title in titles.split(","))
    times = [(5000.0, "15:00"), (8000.0, "24:00")]
    assert told(f"name,5 km,{titles},finish\nA,15:00,{both},30:00\nB,15:00,{both},30:10\n") == ([times, times], [])


@pytest.mark.parametrize(
    ("rows", "counting", "said"),
    [
        ("A,10:00,22:00,30:00\nB,10:00,20:00,32:00\nC,10:00,,31:00\n", None, "times at controls"),
        ("A,10:00,12:00,30:00\nB,10:00,10:00,32:00\nC,10:00,,31:00\n", Counting.LAPS, "times from control to control"),
    ],
)
def test_controls_lie_where_the_middle_times_put_them_whatever_their_times_count(
    rows: str, counting: Counting | None, said: str
) -> None:
    found = reading(FAR + "name,1 (105),2 (107),finish\n" + rows, counting=counting)
    assert found.race is not None
    splits = [[(split.distance, split.time.text) for split in one.splits] for one in found.race.entries]
    assert splits == [
        [(3225.8, "10:00"), (6791.7, "22:00")],
        [(3225.8, "10:00"), (6791.7, "20:00")],
        [(3225.8, "10:00")],
    ]
    assert f"{said}, which lie where" in str(found.problems[0])


@together(
    ("last", "points"),
    [
        ("30:00 30:30 30:30 30:30 30:30", [2000.0, 5000.0]),  # end to end
        ("30:00 30:30 30:30 30:30 32:00", [2000.0, 5000.0]),  # of four in five
        ("30:00 30:30 30:30 32:00 32:00", [2000.0, 3000.0, 5000.0]),
        ("31:00 32:30 32:30 32:30 32:30", [2000.0, 3000.0, 5000.0]),
    ],
)
def test_distances_that_add_up_are_of_stretches_where_the_times_do_too(last: str, points: list[float]) -> None:
    times = ["6:00,9:00,15:00", *["6:10,9:10,15:10"] * 4]
    rows = [f"{name},{way},{finish}" for name, way, finish in zip("ABCDE", times, last.split(), strict=True)]
    splits, _ = told("\n".join(["name,2 km,3 km,5 km,finish", *rows, ""]))
    assert [metres for metres, _ in splits[0]] == points


@together(
    ("titles", "cells", "taken", "why"),
    [
        ("5 km,5 km net", "15:00,14:55", 1, "the time there is in '5 km net'"),
        ("5 km net,5 km gun", "14:55,15:00", 0, "the time there is in '5 km net'"),
        ("5 km section,5 km", "15:00,15:01", 1, "the time there is in '5 km'"),
        ("5 km,5 km section", "15:01,15:00", 0, "the time there is in '5 km'"),
        ("5 km in,5 km out", "15:00,15:30", 0, "it is when they left again"),
        ("5 km out,5 km in", "15:30,15:00", 1, "it is when they left again"),
    ],
)
def test_of_two_columns_for_one_point_one_is_read_and_the_other_says_why_not(
    titles: str, cells: str, taken: int, why: str
) -> None:
    found = reading(f"{FAR}name,{titles},finish\nA,{cells},30:00\nB,{cells},31:00\n")
    assert found.race is not None
    assert found.race.entries[0].splits[0].time.text == cells.split(",")[taken]
    two = found.understood.columns[1:3]
    assert (two[taken].meaning, two[1 - taken].why) == ("split at 5000 m", why)
    assert found.problems == ()


def test_of_two_that_are_headed_alike_the_first_is_read_and_that_is_told() -> None:
    splits, problems = told("name,5 km,5 km,finish\nA,15:00,15:05,30:00\nB,15:01,15:06,31:00\n")
    assert splits == [[(5000.0, "15:00")], [(5000.0, "15:01")]]
    assert problems == ["error: a second column is headed '5 km'; take one of the two out"]
