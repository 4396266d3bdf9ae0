"""The lists of runners in a value of JSON, and what is said of them."""

from typing import Any

import pytest

from replay.files.table.containers.found_lists import DEEPEST, Found, Within, is_timed, keys_of, lists_within, scalars
from replay.files.table.containers.known_keys import Keys
from tests.together import together

ADA, BEA = {"name": "Ada", "time": "4:01"}, {"name": "Bea", "time": "4:02"}
HEATS = [{"name": "Heat 1", "results": [ADA, BEA]}, {"name": "Heat 2", "results": [BEA, ADA]}]
PEOPLE = [{"name": "Ada", "id": 1}, {"name": "Bea", "id": 2}]


def found(value: object) -> list[Found]:
    return list(lists_within(value, "", Within({}, (), Keys()), 0))


@together(
    "value",
    [
        [ADA, BEA],
        [[["of two"]], ADA, BEA],
        [{"node": ADA}, {"node": BEA}],
        [["Mile"], [], ["name", "time"], ["Ada", "4:01"], ["Bea", "4:02"]],
        {"columns": ["name", "time"], "data": [["Ada", "4:01"], ["Bea", "4:02"]]},
        {"name": ["Ada", "Bea"], "time": ["4:01", "4:02"]},
        {"name": {"0": "Ada", "1": "Bea"}, "time": {"0": "4:01", "1": "4:02"}},
        [{"type": "gun", "time": "10:00:00"}, ADA, BEA],
    ],
)
def test_rows_are_a_list_however_they_lie(value: object) -> None:
    assert [dict(row) for row in found(value)[0].rows] == [ADA, BEA]


@together(
    "value",
    [
        *([], [1, 2], [ADA["name"], BEA["name"]], {}, "x", None),
        [ADA, 1, 2],  # one of three
        [{"mood": "good", "time": "4:01"}] * 2,  # nobody
        [["mood", "time"], ["good", "4:01"]],
        [["name", "time"]],
        {"columns": ["name", 7], "data": [["Ada", "4:01"]]},
        {"name": {"0": "Ada"}, "time": {"1": "4:01"}},
        [{"title": "Mile", "results": []}],
    ],
)
def test_of_no_runners_is_none(value: object) -> None:
    assert [one for one in found(value) if is_timed(one.rows, Keys())] == []


def test_a_list_is_told_by_what_it_is_within() -> None:
    (whole,) = found({"title": "Mile", "date": "2024-05-04", "results": [ADA, BEA]})
    assert (whole.name, whole.names) == ("results", ("Mile",))
    assert whole.said == {"title": "Mile", "date": "2024-05-04"}
    (twice,) = found({"name": "Open", "title": "Mile", "results": [ADA, BEA]})
    assert twice.names == ("Open",)
    first, second = (one for one in found({"event": "Mile", "heats": HEATS}) if one.name == "results")
    assert (first.names, first.holder, first.said) == (("Heat 1",), "heats", {"event": "Mile", "name": "Heat 1"})
    assert (second.names, list(second.rows)) == (("Heat 2",), [BEA, ADA])
    (above,) = found([["Open", "Mile"], ["name", "time"], ["Ada", "4:01"]])
    assert above.names == ("Open", "Mile")


def test_who_there_was_is_a_list_beside_that_of_who_ran() -> None:
    assert [one.name for one in found({"people": PEOPLE, "results": [ADA, BEA]})] == ["people", "results"]


def test_rows_of_the_gun_say_when_it_went_and_are_of_nobody() -> None:
    rows = [{"bib": bib, "time": f"4:0{bib}"} for bib in range(1, 6)]
    (one,) = found([{"event": "Mile", "type": "start", "time": "10:00:00"}, *rows])
    assert (list(one.rows), one.said) == (rows, {"start time": "10:00:00", "event": "Mile"})
    gun = {"type": "start", "time": "10:00:00"}
    for many, left in ((4, 5), (5, 10)):  # very many are no heads
        (one,) = found([*rows, *[gun] * many])
        assert len(one.rows) == left


@pytest.mark.parametrize(("depth", "seen"), [(DEEPEST, 1), (DEEPEST + 1, 0)])
def test_what_lies_too_deep_is_not_looked_for(depth: int, seen: int) -> None:
    value: object = [ADA, BEA]
    for _ in range(depth):
        value = {"of": value}
    assert len(found(value)) == seen


@together(
    ("value", "said"),
    [
        (
            {"event": "Mile", "n": 7, "ok": True, "x": None, "l": [1], "start": "10:00:00"},
            [("event", "Mile"), ("n", "7"), ("start", "10:00:00")],
        ),
        (
            {"race": {"name": "Mile", "date": "2024-05-04", "gunTime": "10:00:00"}},
            [("start time", "10:00:00"), ("name", "Mile"), ("date", "2024-05-04"), ("race", "Mile")],
        ),
        ({"raceInfo": {"EventName": "Mile"}}, [("title", "Mile"), ("event name", "Mile")]),
        ({"runner": {"Name": "Ada", "start": "10:00:00"}}, [("name", "Ada"), ("runner", "Ada")]),
        ({"race": {"start": "soon"}}, [("start", "soon")]),
        ({"start_time": 1_714_813_200}, [("start time", "2024-05-04T09:00:00.000Z")]),
        ({"title": "x" * 300}, [("title", "x" * 200)]),
    ],
)
def test_what_an_object_says_is_told_by_its_keys(value: dict[str, Any], said: list[tuple[str, str]]) -> None:
    assert list(scalars(value)) == said


_TIMED: list[dict[str, Any]] = [
    *({"t": "4:01"}, {"splits": []}, {"lapTimes": [60.1, 61]}, {"time": 241.5}),
    *({"result": "8000 m"}, {"x": {"y": "4:01"}}),
]
_UNTIMED: list[dict[str, Any]] = [
    *({}, {"lapTimes": [60.1]}, {"lapTimes": [60.1, True]}, {"points": 7}),
    *({"lapTimes": [60.1, 0]}, {"timeId": 241}, {"moods": [60.1, 61]}),
]


@together(("row", "timed"), [*((row, True) for row in _TIMED), *((row, False) for row in _UNTIMED)])
def test_rows_have_times_or_are_only_of_who_there_was(row: dict[str, Any], timed: bool) -> None:
    assert is_timed([{"name": "A", **row}], Keys()) is timed


def test_a_row_has_its_own_keys_and_those_of_what_lies_in_it_but_no_lists_of_others() -> None:
    assert list(keys_of({"a": 1, "b": {"c": 1, "d": 2}, "e": [1], "f": [{"g": 1}]})) == ["a", "b", "b c", "b d", "e"]
