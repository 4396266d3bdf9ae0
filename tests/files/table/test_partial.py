"""Places that are shared: those of a whole field with its ties, and those within parts of it."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from tests.together import together


def places(rows: str) -> list[int | None]:
    text = f"Place,Name,Time{',Division' * (rows.count(',') > 2 * rows.count(chr(10)))}\n{rows}"
    race = read_source(Source(text.encode(), Path("a.csv")), Choices(distance=5000.0)).race
    assert race is not None
    return [entry.place for entry in race.entries]


@together(
    ("rows", "kept"),
    [
        # Timed to a tenth and placed by the second: who shares a place came in nearly the same time.
        ("1,A,15:00.1\n2,B,15:01.2\n2,C,15:01.4\n4,D,15:03.0\n4,E,15:03.3\n4,F,15:03.4\n", [1, 2, 2, 4, 4, 4]),
        ("1,A,15:00.1\n2,B,15:01.2\n2,C,15:01.4\n3,D,15:03.0\n3,E,15:03.3\n4,F,15:05.4\n", [1, 2, 2, 3, 3, 4]),
        # Placed by the gun and timed by the chip, many at a time.
        ("1,A,15:04\n1,B,15:01\n3,C,15:02\n3,D,15:05\n5,E,15:03\n5,F,15:09\n", [1, 1, 3, 3, 5, 5]),
        # Most steps from place to place are of one, though several share each.
        (
            "1,A,15:04\n1,B,15:01\n3,C,15:02\n4,D,15:05\n4,E,15:03\n5,F,15:09\n5,G,15:02\n",
            [None] * 7,
        ),
        # In the order of the times, and beside divisions in which the places begin anew.
        ("1,A,15:04,Open\n1,B,17:01,W40\n2,C,17:20,Open\n2,D,18:05,W40\n", [None] * 4),
        ("1,W,14:04,Wheelchair\n1,A,17:01,Open\n1,B,17:20,Women\n2,C,18:05,Open\n", [None] * 4),
        ("1,A,15:04,Open\n1,B,15:04,W40\n3,C,17:20,Open\n4,D,18:05,W40\n", [1, 1, 3, 4]),
        # Two heats.
        ("1,A,15:00\n2,B,15:10\n3,C,15:20\n1,D,15:05\n2,E,15:15\n3,F,15:50\n", [None] * 6),
    ],
)
def test_shared_places_are_left_out_only_where_they_are_of_parts(rows: str, kept: list[int | None]) -> None:
    assert places(rows) == kept
