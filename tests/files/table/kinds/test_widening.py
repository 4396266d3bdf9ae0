"""A row for each runner and point: which of the columns has the points, and which the times there."""

from tests.files.table.test_reader import reading
from tests.together import together


def listed(title: str, ada: str, bea: str) -> str:
    rows = [f"{name},{cell}" for name, cells in (("Ada", ada), ("Bea", bea)) for cell in cells.split()]
    return "\n".join([f"name,{title}", *rows, ""])


@together(
    ("text", "far", "times"),
    [
        (listed("split time", "1:00 2:00", "1:01 2:03"), 800.0, ["1:00 2:00", "1:01 2:03"]),
        (listed("split time", "2:00 1:00", "2:03 1:01"), 800.0, ["1:00 2:00", "1:01 2:03"]),  # in any order
        (
            listed("passing time", "10:00:00 10:15:00 10:30:00", "10:00:00 10:15:10 10:30:20"),
            10_000.0,
            ["15:00 30:00", "15:10 30:20"],
        ),
        (listed("split time", "1:00 2:00 -", "1:01 2:03 -"), 800.0, ["1:00 2:00", "1:01 2:03"]),
        (
            "# start: 10:00:00\n" + listed("passing time", "10:15:00 10:30:00", "10:15:10 10:30:20"),
            10_000.0,
            ["15:00 30:00", "15:10 30:20"],
        ),
    ],
)
def test_passings_that_have_no_number_are_counted(text: str, far: float, times: list[str]) -> None:
    race = reading(text, distance=far).race
    assert race is not None
    told = [[*(split.time for split in one.splits), one.result] for one in race.entries]
    assert [" ".join(time.text for time in one if time is not None) for one in told] == times


def test_runners_at_more_points_than_any_race_has_are_refused() -> None:
    rows = "".join(f"{name},{at} m,{at // 60}:{at % 60:02d}\n" for at in range(100, 1101) for name in ("Ada", "Bea"))
    found = reading(f"name,distance,time\n{rows}", distance=2000.0)
    assert found.race is None
    assert "the rows are of 2 runners at 1,001 points, as 'distance' names them" in str(found.problems[-1])


@together(
    "text",
    [
        "name,note,time\nAda,x,1:00\nAda,y,2:00\nBea,x,1:01\nBea,y,2:03\n",
        "name,checkpoint,note\nAda,400 m,x\nAda,800 m,y\nBea,400 m,z\nBea,800 m,w\n",  # nor a time at it
    ],
)
def test_where_nothing_says_which_point_a_row_is_of_that_is_asked(text: str) -> None:
    found = reading(text, distance=800.0)
    assert found.race is None
    assert "the runners stand in several rows each, and no column is known as the point" in str(found.problems[-1])


def test_points_that_are_others_in_nearly_every_row_are_a_recording() -> None:
    def told(ada: list[int], bea: list[int]) -> bool:
        rows = [
            f"{name},{cell},{at + 1}:0{at}" for name, own in (("Ada", ada), ("Bea", bea)) for at, cell in enumerate(own)
        ]
        text = "\n".join(["name,distance (m),split time", *rows, ""])
        return "points of a recording" in str(reading(text, distance=1500.0).problems)

    assert told([100, 200, 300], [110, 210, 310])
    assert told([100, 200, 300, 400, 500], [110, 210, 310, 400, 500])  # eight of ten
    assert not told([100, 200, 300, 400, 500], [110, 210, 300, 400, 500])
    assert not told([100, 200], [110, 210])
    assert told([100, 200, 300], [110, 210])


def test_more_than_one_column_of_times_is_asked_about() -> None:
    found = reading(
        "name,split time,passing time\nAda,1:00,1:00\nAda,2:00,2:00\nBea,1:01,1:01\nBea,2:03,2:03\n", distance=800.0
    )
    assert found.race is None
