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
        {"laps": [*LAPS, "x"]},
        {"laps": [*LAPS, {"distance": 1000}]},
        {"a": {"b": {"laps": LAPS}}},  # it lies too deep
        {"distance": 1500, "laps": LAPS},  # which are the same way twice
        {"summary": {"distance": 1500}, "laps": LAPS},
        {"laps": [{"distance": 1000, "elapsed_time": True}, {"distance": 1000, "elapsed_time": 240}]},
    ],
)
def test_other_lists_are_none(value: object) -> None:
    assert laps_of(value) is None


def test_a_list_of_laps_by_itself_is_one_runner_s_and_not_of_as_many_runners() -> None:
    laps = [{"name": f"Lap {at}", "lap_index": at, **lap} for at, lap in enumerate(LAPS, 1)]
    found = laps_of(laps)
    assert found is not None
    assert found.rows[1:] == [["1", "1000", "4:00"], ["2", "1000", "0:09.5"]]
    assert laps_of([*laps, LAPS[0]]) is None
    assert laps_of(LAPS) is None


def test_laps_may_be_rounded_and_another_list_may_have_those_that_fit() -> None:
    for value in ({"distance": 1990, "laps": LAPS}, {"distance": 1000, "laps": LAPS, "splits_metric": LAPS[:1] * 2}):
        assert (laps_of(value) is not None) == (value["distance"] == 1990)
    capitals = [{"Distance": lap["distance"], "Elapsed_time": lap["elapsed_time"]} for lap in LAPS]
    found = laps_of({"activityName": "Track", "startTimeLocal": "2024-05-04 09:00", "laps": capitals})
    assert found is not None
    assert (found.rows[1:], found.lines) == ([["1", "1000", "4:00"], ["2", "1000", "0:09.5"]], [1, 2, 3])
    assert found.comments == {"title": "Track", "date": "2024-05-04"}


def test_an_activity_that_is_called_nothing_and_has_no_day_says_nothing() -> None:
    for name in (7, None, ""):
        found = laps_of({"name": name, "laps": LAPS})
        assert found is not None
        assert found.comments == {}


def test_of_an_activity_as_a_whole_that_is_told() -> None:
    deep: object = {"distance": 10_020.1, "totalTime": 2410.5}
    for _ in range(3):
        deep = [{"of": deep}]
    assert is_activity(deep)
    assert not is_activity({"of": deep})
    assert not is_activity([])
    assert is_activity({"summaryDTO": {"distance": 10_020.1, "duration": 2410.5}})
    assert not is_activity({"distance": 10_020.1})
