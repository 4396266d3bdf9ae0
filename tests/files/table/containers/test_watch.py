"""Laps of an activity in JSON."""

from replay.files.table.containers.watch import is_activity, laps_of
from tests.together import together

LAPS = [{"distance": 1000.0, "elapsed_time": 240}, {"distance": 1000.0, "elapsed_time": 9.5}]


@together(
    "value",
    [
        {"name": "Track", "start_date_local": "2024-05-04T09:00:00Z", "laps": LAPS},
        {"activity": {"name": "Track", "start_date_local": "2024-05-04T09:00:00Z", "splits_metric": LAPS}},
    ],
)
def test_they_are_rows_without_a_name(value: object) -> None:
    found = laps_of(value)
    assert found is not None
    assert found.rows == [["Lap", "Distance (m)", "Time"], ["1", "1000", "4:00"], ["2", "1000", "0:09.5"]]
    assert found.comments == {"title": "Track", "date": "2024-05-04"}


@together(
    "value",
    [
        {"laps": LAPS[:1]},
        {"laps": [*LAPS, {"distance": 0, "elapsed_time": 5}]},
        {"laps": [*LAPS, {"distance": 400, "elapsed_time": 1e7}]},
        {"laps": [{"lap": 1, "time": "4:00"}, {"lap": 2, "time": "4:01"}]},
        {"results": [{"name": "Ada", "laps": ["60.1", "61.2"]}]},
        [],
        {"laps": [{"distance": 1000, "elapsed_time": True}, {"distance": 1000, "elapsed_time": 240}]},
    ],
)
def test_other_lists_are_none(value: object) -> None:
    assert laps_of(value) is None


def test_of_an_activity_as_a_whole_that_is_told() -> None:
    assert is_activity({"summaryDTO": {"distance": 10_020.1, "duration": 2410.5}})
    assert not is_activity({"distance": 10_020.1})
