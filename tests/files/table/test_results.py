"""Which time of a list is everybody's result, and when each runner started."""

import pytest

from replay.race.race import Clock, Status
from tests.files.table.test_reader import reading
from tests.together import together

FAR = "# distance_m: 10000\n"


def told(text: str) -> tuple[Clock, list[tuple[str, str, float | None]]]:
    """The clock of a table, and everybody's name, result and start."""
    race = reading(FAR + text).race
    assert race is not None
    return race.clock, [(one.name, one.result.text if one.result else "", one.start) for one in race.entries]


def test_who_has_no_time_has_none_though_it_is_known_at_what_hour_he_came() -> None:
    text = (
        "name,start time,time,finish time of day\nA,10:00:00,30:00,10:30:00\n"
        "B,10:00:00,,10:31:20\nC,10:00:00,32:00,10:32:00\n"
    )
    assert [time for _, time, _ in told(text)[1]] == ["30:00", "", "32:00"]


def test_who_has_no_chip_time_has_the_gun_s_and_nobody_knows_when_he_started() -> None:
    text = "name,gun time,chip time\nA,31:00,30:30\nB,32:00,\nC,33:00,DNF\nD,DNF,\nE,34:00,33:58\n"
    assert told(text) == (
        Clock.NET,
        [("A", "30:30", 30.0), ("B", "32:00", None), ("C", "", None), ("D", "", None), ("E", "33:58", 2.0)],
    )
    tallies = [str(tally) for tally in reading(FAR + text).understood.repaired]
    assert tallies == ["1 result without a chip time, for which the gun's is taken (first: line 4)"]


def test_the_gun_s_time_counts_from_the_start_of_ones_wave_and_the_delay_from_the_first() -> None:
    text = "name,start,gun time,chip time\nA,10:00:00,31:00,30:30\nB,10:10:00,32:00,31:00\nC,10:10:00,33:00,\n"
    assert told(text) == (Clock.NET, [("A", "30:30", 30.0), ("B", "31:00", 660.0), ("C", "23:00", 600.0)])


def test_a_start_of_ones_own_is_the_delay_itself() -> None:
    text = "name,start,gun time,chip time\nA,10:00:00,30:00,30:00\nB,10:00:31,31:00,30:29\nC,10:00:50,32:00,31:10\n"
    assert told(text) == (Clock.NET, [("A", "30:00", 0.0), ("B", "30:29", 31.0), ("C", "31:10", 50.0)])


@together(
    "text",
    [
        "name,time,gun time\nA,30:00,30:10\nB,31:00,31:20\n",
        "name,time,chip time\nA,30:10,30:00\nB,31:20,31:00\n",
        "name,gun time,chip time\nA,30:10,30:00\nB,31:20,31:00\n",
    ],
)
def test_a_time_beside_one_of_the_gun_or_the_chip_is_the_other(text: str) -> None:
    assert told(text) == (Clock.NET, [("A", "30:00", 10.0), ("B", "31:00", 20.0)])


@pytest.mark.parametrize(("longer", "clock"), [(1, Clock.NET), (2, Clock.GUN)])
def test_nine_of_ten_times_that_are_shorter_than_the_gun_s_are_the_chip_s(longer: int, clock: Clock) -> None:
    guns = [f"{29 + k}:50" if k < longer else f"{30 + k}:10" for k in range(10)]
    rows = [f"R{k},{30 + k}:00,{gun}" for k, gun in enumerate(guns)]
    assert told("\n".join(["name,time,gun time", *rows, "X,DNF,", "Y,,DNF"]))[0] is clock


def test_a_chip_time_less_the_time_of_day_at_the_finish_is_the_start() -> None:
    text = "name,finish time of day,chip time\nA,10:30:00,30:00\nB,10:32:00,31:20\n"
    assert told(text) == (Clock.NET, [("A", "30:00", 0.0), ("B", "31:20", 40.0)])


def test_a_time_that_is_longer_than_the_gun_s_is_not_the_chip_s() -> None:
    assert told("name,time,gun time\nA,30:10,30:00\nB,31:20,31:00\n") == (
        Clock.GUN,
        [("A", "30:00", None), ("B", "31:00", None)],
    )


@pytest.mark.parametrize("columns", ["5 km time of day,5 km,finish", "5 km,5 km time of day,finish"])
def test_a_time_of_day_less_the_time_there_is_the_start(columns: str) -> None:
    cells = {"5 km": ("15:00", "15:30", "15:40"), "5 km time of day": ("10:15:00", "10:16:00", "")}
    cells["finish"] = ("30:00", "31:20", "32:00")
    rows = [",".join([name, *(cells[title][k] for title in columns.split(","))]) for k, name in enumerate("ABC")]
    text = f"name,{columns}\n" + "\n".join(rows)
    assert told(text) == (Clock.NET, [("A", "30:00", 0.0), ("B", "31:20", 30.0), ("C", "32:00", None)])


def test_where_the_finish_says_it_the_start_is_told_by_that() -> None:
    text = (
        "name,5 km time of day,5 km,finish time of day,finish\n"
        "A,10:15:09,15:00,10:30:00,30:00\nB,10:16:09,15:30,10:32:00,31:20\nC,10:16:00,15:30,,\n"
    )
    assert told(text)[1] == [("A", "30:00", 0.0), ("B", "31:20", 40.0), ("C", "", 30.0)]


def test_a_time_of_day_at_the_finish_counts_from_a_start_that_is_given_also_over_midnight() -> None:
    text = "name,finish time of day\nA,23:59:00\nB,00:02:30\n"
    assert told("# start: 23:30:00\n" + text) == (Clock.GUN, [("A", "29:00", None), ("B", "32:30", None)])


@together("heading", ["finish time of day", "time"])
@together("cells", [("10:32:10", "10:33:20"), ("10:32:10 AM", "10:33:20 AM"), ("10:32:10", "10:33:20 AM")])
def test_times_of_day_are_told_by_their_heading_or_by_what_they_would_be(heading: str, cells: tuple[str, str]) -> None:
    found = reading(f"{FAR}# start: 10:00:00\nname,{heading}\nA,{cells[0]}\nB,{cells[1]}\nC,DNF\n").race
    assert found is not None
    assert [one.result and one.result.seconds for one in found.entries] == [1930.0, 2000.0, None]
    assert found.entries[2].status is Status.DNF


def test_a_start_that_is_given_makes_times_no_times_of_day() -> None:
    assert [result for _, result, _ in told("# start: 10:00:00\nname,time\nA,32:10\nB,33:20\n")[1]] == [
        "32:10",
        "33:20",
    ]


@pytest.mark.parametrize("rows", ["A,30:00\nB,+10.5\nC,+1:20.25\n", "A,30:00,\nB,,10.5\nC,,1:20.25\n"])
def test_gaps_are_added_to_the_winner_s_result(rows: str) -> None:
    head = "name,time,gap\n" if ",," in rows else "name,time\n"
    assert [result for _, result, _ in told(head + rows)[1]] == ["30:00", "30:10.5", "31:20.25"]


@together(
    ("starts", "clock", "delays"),
    [
        ("0:00 0:30 0:45", Clock.NET, [0.0, 30.0, 45.0]),
        ("0:00 0:30 -", Clock.NET, [0.0, 30.0, None]),
        ("6:00:01 0:30 0:45", Clock.GUN, [None, None, None]),  # a time of day, and no delay
        ("10:00:00 10:00:30 21:00:00", Clock.NET, [0.0, 30.0, None]),
        ("10:00:00 10:00:30 16:00:00", Clock.NET, [0.0, 30.0, 21600.0]),
        ("05:00:00 12:00:30 12:01:00", Clock.NET, [None, 0.0, 30.0]),
    ],
)
def test_starts_are_delays_or_times_of_day_of_which_the_first_is_the_gun(
    starts: str, clock: Clock, delays: list[float | None]
) -> None:
    rows = "".join(
        f"{name},{start},3{k}:00\n" for k, (name, start) in enumerate(zip("ABC", starts.split(), strict=True))
    )
    found = told("name,start,time\n" + rows)
    assert (found[0], [delay for _, _, delay in found[1]]) == (clock, delays)


def test_times_of_day_just_after_midnight_are_times_as_a_spreadsheet_shows_them() -> None:
    assert told("name,time\nA,12:30:10 AM\nB,12:31:10 AM\n") == (
        Clock.GUN,
        [("A", "30:10", None), ("B", "31:10", None)],
    )


@pytest.mark.parametrize("start", ["09:00:00", "2024-05-01 09:00:00"])
def test_a_finish_before_the_start_is_told_as_that(start: str) -> None:
    day = start[:-8]
    rows = [f"{name},{start},{day}{at}" for name, at in (("A", "09:40:12"), ("B", "08:50:00"), ("C", "09:42:15"))]
    found = reading("\n".join(("# distance_m: 10000", "name,start,finish", *rows)) + "\n")
    assert [problem.line for problem in found.problems] == [4]
    assert f"B's result is before the start: '{day}08:50:00'" in str(found.problems[0])
    assert [one.result and one.result.text for one in found.race.entries] == ["40:12", None, "42:15"]  # type: ignore[union-attr]


def test_a_time_of_day_on_the_way_is_told_too_that_is_before_the_start_or_no_time() -> None:
    rows = "A,09:20:02,09:40:12\nB,08:20:00,09:41:00\nC,soon,09:42:15\nD,09:21:05,09:43:15\n"
    found = reading(f"# distance_m: 10000\n# start: 09:00:00\nname,5 km,finish\n{rows}")
    told = "\n".join(map(str, found.errors))
    assert "'08:20:00' in '5 km' is before the start" in told
    assert "C's split at 5000 m is no time: 'soon'" in told


def test_moments_have_the_digits_of_the_others_beside_them() -> None:
    rows = "A,2024-05-01 09:02:26\nB,2024-05-01 09:02:25.1\n"
    found = reading(f"# distance_m: 800\n# start: 2024-05-01 09:00:00\nname,finish\n{rows}").race
    assert found is not None
    assert [one.result and one.result.text for one in found.entries] == ["2:26.0", "2:25.1"]
    rows = "A,2024-05-01 09:02:26.000\nB,2024-05-01 09:02:25.000\n"
    found = reading(f"# distance_m: 800\n# start: 2024-05-01 09:00:00\nname,finish\n{rows}").race
    assert found is not None
    assert [one.result and one.result.text for one in found.entries] == ["2:26", "2:25"]


def test_a_plus_before_every_time_is_no_gap_to_anybody() -> None:
    assert told("name,time\nA,+30:00\nB,+31:00\n") == (Clock.GUN, [("A", "30:00", None), ("B", "31:00", None)])
