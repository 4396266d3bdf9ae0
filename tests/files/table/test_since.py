"""Times on the way that count from something else than the runner's start."""

from tests.files.table.test_splits import told
from tests.together import together


@together(
    ("cells", "splits"),
    [
        ("6:00 6:10", ["6:00", "6:10"]),
        ("10:06:00 10:06:10", ["6:00", "6:10"]),
        ("10:09:30 10:09:40", ["9:30", "9:40"]),
    ],
)
def test_a_time_of_day_is_one_where_the_runner_came_about_evenly(cells: str, splits: list[str]) -> None:
    rows = [f"{name},{cell},{30 + at}:00" for at, (name, cell) in enumerate(zip("AB", cells.split(), strict=True))]
    found, _ = told("\n".join(["# start: 10:00:00", "name,2 km,finish", *rows, ""]))
    assert [[time for _, time in own] for own in found] == [[one] for one in splits]


def test_a_gap_on_the_way_is_to_the_first_there_and_nobody_s_where_all_have_one() -> None:
    assert told("name,5 km,finish\nA,+0:10,30:10\nB,15:00,30:00\nC,+4.25,31:00\n")[0] == [
        [(5000.0, "15:10")],
        [(5000.0, "15:00")],
        [(5000.0, "15:04.25")],
    ]
