"""When the runners of a race for distance ended their last lap."""

from replay.files.table.kinds.lastlap import last_laps, length_in
from replay.files.table.meanings.column import columns_of
from replay.files.table.meanings.columns import understand
from tests.together import together

HOUR = 3600.0


@together(
    ("title", "cells", "seconds"),
    [
        ("Last lap", ["58:10", "59:20"], [3490.0, 3560.0]),
        ("Time", ["58:10", "59:20"], [3490.0, 3560.0]),
        ("Time", ["58:10", "1:00:00"], [3490.0, 3600.0]),
        ("Time", ["1:00:00", "1:00:00"], None),  # the race's own
        ("Time", ["58:10", "1:00:01"], None),
        ("Last lap", ["30:01", "59:20"], [1801.0, 3560.0]),
        ("Last lap", ["30:00", "59:20"], None),  # laps' times
        ("Time", ["58:10", "DNF", "59:20"], [3490.0, None, 3560.0]),
        ("Club", ["Oak", "Elm"], None),
    ],
)
def test_it_is_late_in_the_race_and_not_beyond_it(
    title: str, cells: list[str], seconds: list[float | None] | None
) -> None:
    columns = columns_of(["Name", "Foo", title], [[f"R {at}", "", cell] for at, cell in enumerate(cells)])
    for column in columns:
        understand([column], {})
    found = last_laps(columns, HOUR)
    assert (found.seconds if found is not None else None) == seconds
    if found is not None:
        assert found.column.title == title
        assert found.texts == [cell if cell != "DNF" else "" for cell in cells]


def test_a_column_that_is_headed_so_is_taken_before_the_results() -> None:
    columns = columns_of(["Name", "Time", "Letzte Runde"], [["Ada", "58:10", "59:20"]])
    understand(columns[:2], {})
    found = last_laps(columns, HOUR)
    assert found is not None
    assert found.seconds == [3560.0]


@together(
    ("text", "length"),
    [
        ("Rundenlänge 1000 m", "1000 m"),
        ("a lap is 1.5 km long", "1.5 km"),
        ("Lap of the lake, about 900 m", None),
        ("Okrążenie: 400 m", "400 m"),
        ("1000 m", None),
    ],
)
def test_how_long_a_lap_is_stands_behind_its_word(text: str, length: str | None) -> None:
    assert length_in(["Oak", text]) == length
