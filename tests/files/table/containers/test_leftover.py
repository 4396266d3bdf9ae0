"""What stands in JSON beside its lists."""

from typing import Any

from replay.files.table.containers.leftover import events_beside, unread_times
from replay.files.table.containers.workbook import SheetRows
from tests.together import together

ROWS = [{"name": "Ada 5000m", "time": "4:01"}]


@together(
    ("beside", "events"),
    [
        ({"title": "Women 1500 m"}, ["Women 1500 m"]),
        ({"titles": ["1500m", "Women's 1500 m final", "1500 m"]}, ["Women's 1500 m final"]),
        ({"a": {"b": [{"c": "Mile"}]}, "n": 7}, ["Mile"]),
        ({"title": "1500m " + "x" * 74}, ["1500m " + "x" * 74]),
        ({"title": "1500m " + "x" * 75}, []),
        ({"one": "1500m", "other": "800m"}, []),
        ({"title": "1500"}, []),
        ({"title": "6 hours"}, []),
        ({"title": "Open"}, []),
        ({}, []),
    ],
)
def test_one_event_that_is_named_beside_the_rows_is_told_by_most_words(
    beside: dict[str, Any], events: list[str]
) -> None:
    assert events_beside({**beside, "rows": ROWS}, ROWS) == events


def test_no_event_is_looked_for_too_deep() -> None:
    for depth, events in ((29, ["Mile"]), (31, [])):
        value: object = "Mile"
        for _ in range(depth):
            value = [value]
        assert events_beside(value, []) == events


SHEET = SheetRows("x", [["name", "time"], ["Ada", "4:01"], ["Bea", "4:02"]], [1, 2, 3], {"start": "10:00"})


@together(
    ("value", "left"),
    [
        ({"rows": [{"time": "4:01"}, {"time": "4:02"}]}, (0, "")),
        ({"rows": [{"time": "4:01"}], "others": [{"time": "5:01"}, {"time": "5:02"}]}, (2, "others.time")),
        ({"others": {"a": {"b": ["5:01", "1:05:02", "5:03.7"]}}}, (3, "others.a.b")),
        ({"others": ["5:01"]}, (0, "")),  # one may be anything
        ({"others": ["at 5:01", "5:2", "12:00:00 PM", "5"]}, (0, "")),
        ({"pace": ["5:01", "5:02"], "minPerKm_tempo": ["5:01", "5:02"]}, (0, "")),
        ({"start": "10:00", "others": ["5:01", "5:02"]}, (2, "others")),
        ({"start": "10:00", "of": {"start": "10:00"}, "others": ["5:01"]}, (2, "of.start")),
        # Of what was read some are left out for a reason, which is told elsewhere.
        ({"rows": [{"time": "4:01"}, {"time": "5:02"}, {"time": "5:03"}]}, (0, "")),
        ({"rows": ["4:01", "4:02"], "again": ["4:01", "4:02"]}, (0, "")),  # nor what is said twice
    ],
)
def test_times_that_stand_in_no_list_are_counted(value: object, left: tuple[int, str]) -> None:
    assert unread_times(value, [SHEET]) == left
