"""Boards of a race that is still run."""

from replay.race.race import Entry
from tests.files.table.test_reader import reading
from tests.together import together


def entries(text: str, far: float = 21_097.5) -> tuple[Entry, ...]:
    race = reading(text, distance=far).race
    assert race is not None
    return race.entries


def splits(entry: Entry) -> list[tuple[float, str]]:
    return [(round(split.distance), split.time.text) for split in entry.splits]


@together(
    ("head", "told", "metres"),
    [
        ("km covered", "10 5 12", [10_000, 5000, 12_000]),
        ("kms covered", "10 5 12.5", [10_000, 5000, 12_500]),
        ("Distance so far now (km)", "10 5 12", [10_000, 5000, 12_000]),
        ("currentMile", "6 3 8", [9656, 4828, 12_875]),
        ("miles covered", "6 3 8", [9656, 4828, 12_875]),
        ("metres covered", "10000 5000 12000", [10_000, 5000, 12_000]),
        ("Last point", "10km 5km half", [10_000, 5000, 10_549]),
    ],
)
def test_a_time_is_of_the_point_at_which_each_was_seen_last(head: str, told: str, metres: list[int]) -> None:
    rows = zip("ABC", told.split(), ("31:00", "16:00", "40:00"), strict=True)
    field = entries("\n".join([f"name,{head},last time", *map(",".join, rows), ""]))
    assert [splits(entry) for entry in field] == [
        [(far, text)] for far, text in zip(metres, ("31:00", "16:00", "40:00"), strict=True)
    ]
    assert [(entry.result, entry.place) for entry in field] == [(None, None)] * 3


@together(
    ("text", "points", "results"),
    [
        # Who is at the finish is home, and who is at the start has run nothing.
        ("name,Last point,time\nA,finish,1:05:00\nB,10 km,31:00\n", [[], [(10_000, "31:00")]], ["1:05:00", None]),
        ("name,Last point,last time\nA,10 km,31:00\nB,start,0:20\n", [[(10_000, "31:00")], []], [None, None]),
        # Laps of as many, or of as many as make the race.
        ("name,laps,time\nA,12/12,1:05:00\nB,3/12,17:00\n", [[], [(5274, "17:00")]], ["1:05:00", None]),
        ("name,laps,time\nA,12 of 12,1:05:00\nB,,\n", [[], []], ["1:05:00", None]),
    ],
)
def test_who_is_home_has_a_result_and_who_is_on_the_way_has_none(
    text: str, points: list[list[tuple[int, str]]], results: list[str | None]
) -> None:
    field = entries(text)
    assert [splits(entry) for entry in field] == points
    assert [entry.result and entry.result.text for entry in field] == results


@together(
    ("text", "points"),
    [
        ("name,lap,time\nA,3,3:30\nB,4,4:40\n", [[(1000, "3:30")], [(1400, "4:40")]]),
        ("name,current lap,time\nA,3,3:30\nB,4,4:40\n", [[(1000, "3:30")], [(1400, "4:40")]]),
        ("name,laps done,time\nA,3,3:30\nB,12,14:40\n", [[(1000, "3:30")], [(4600, "14:40")]]),
        ("status: running\nname,distance,time\nA,1200,3:30\nB,1600,4:40\n", [[(1200, "3:30")], [(1600, "4:40")]]),
        ("total laps: 10\nname,laps,time\nA,3,4:30\nB,4,6:10\n", [[(1500, "4:30")], [(2000, "6:10")]]),
    ],
)
def test_laps_that_were_run_are_a_point_where_nobody_can_be_home(
    text: str, points: list[list[tuple[int, str]]]
) -> None:
    assert [splits(entry) for entry in entries(text, 5000.0)] == points


@together(
    "text",
    [
        "name,laps,time\nA,13,14:30\nB,13,14:40\n",  # all of them have run them all
        "name,laps,time\nA,4,14:30\nB,4,14:40\n",  # in which a human can have run it
        "name,last 400 m,time\nA,58.1,14:30\nB,59.2,14:40\n",  # seconds
        "name,Last km,time\nA,2:40,14:30\nB,2:41,14:40\n",
        "name,Last point,time\nA,x,14:30\nB,10 km,14:40\n",
        "total laps: 2\nname,laps,time\nA,4,14:30\nB,4,14:40\n",
    ],
)
def test_other_lists_have_results(text: str) -> None:
    field = entries(text, 5000.0)
    assert [entry.result and entry.result.text for entry in field] == ["14:30", "14:40"]


def test_how_many_are_on_the_way_is_told() -> None:
    head, rows = "name,km covered,last time", ["A,10,31:00", "B,5,16:00"]
    for many, said in ((1, "a runner is on the way"), (2, "2 runners are on the way")):
        text = "\n".join([head, *rows[:many], "C,21.0975,1:05:00", ""])
        (assumed,) = reading(text, distance=21_097.5).understood.assumed
        assert assumed.startswith(f"{said}: 'last time' is their time where 'km covered' says")
