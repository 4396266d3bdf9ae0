"""Times on the way that count from something else than the runner's start."""

import pytest

from replay.files.table import clocked
from replay.files.table.wording.headings import Point
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


def test_of_a_thousand_points_some_tell_whether_their_times_are_of_day(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    def noted(metres: float) -> Point:
        asked.append(metres)
        return Point(metres)

    monkeypatch.setattr(clocked, "Point", noted)
    monkeypatch.setattr(clocked, "_MOST_POINTS", 4)
    titles = [f"{at} km" for at in range(1, 10)]
    rows = [f"{name},{','.join(f'{5 * at}:0{late}' for at in range(1, 11))}" for late, name in enumerate("ABC")]
    found, _ = told("\n".join([f"name,{','.join(titles)},finish", *rows, ""]))
    assert len(found[0]) == 9
    assert asked == [1000.0, 4000.0, 7000.0, 10_000.0]
