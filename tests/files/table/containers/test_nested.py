"""Rows of JSON in which something lies."""

from replay.files.table.containers.known_keys import Keys
from replay.files.table.containers.nested import cells_of, plain_text
from tests.together import together

POINTS = {"1000": {"time": "2:50", "x": 1}, "2000": {"time": "5:50"}}


@together(
    ("row", "cells"),
    [
        ({"name": "Ada", "dnf": True, "x": None}, "name=Ada dnf=yes x="),
        ({"athlete": {"name": "Ada", "country": "KEN"}}, "name=Ada country=KEN"),
        ({"name": "Ada", "club": {"name": "Oak"}}, "name=Ada club=Oak"),
        ({"athlete": {"name": "Ada", "club": {"code": "OAK", "name": "Oak"}}}, "name=Ada club=Oak"),
        ({"athlete": {"club": {"x": "Oak"}}}, "club=Oak"),
        ({"athlete": {"club": {"x": "Oak", "y": "Elm"}}}, "club x=Oak club y=Elm"),
        ({"athlete": {"zx": {"x": "Oak"}}}, "athlete zx x=Oak"),
        ({"Name": {"text": "Ada", "id": 7}}, "Name=Ada id=7"),
        ({"splits": POINTS}, "1000 m=2:50 2000 m=5:50"),
        ({"splits": {**POINTS, "x": 5}}, "1000=2:50 2000=5:50 splits x=5"),
        ({"splits": {"1000": "2:50"}}, "1000=2:50"),
        ({"splits": [{"mood": "good"}]}, "splits=[1]"),
        ({"splits": []}, ""),
        ({"splits": [None, None]}, ""),
        ({"splits": [["1000", "2:50"], ["2000", "5:50"], ["x", "far"]]}, "1000 m=2:50 2000 m=5:50"),
        ({"splits": [["1000", "2:50", "x"]]}, "splits=[1]"),
        ({"splits": [62.1, "63.0", None]}, "splits 1=62.1 splits 2=63.0"),
        ({"runners": ["Ada", "Bea"]}, "runner 1=Ada runner 2=Bea"),
        ({"runners": ["Ada 49.1", "Bea (50.2)"]}, "runner 1=Ada leg 1=49.1 runner 2=Bea leg 2=50.2"),
        ({"runners": ["Ada 49.1", "Bea"]}, "runner 1=Ada 49.1 runner 2=Bea"),
        ({"legs": [{"runner": "Ada", "time": "49.1"}, {"runner": "Bea"}]}, "runner 1=Ada leg 1=49.1 runner 2=Bea"),
        ({"x": [{"athlete": "Ada", "time": "49.1"}]}, "runner 1=Ada x 1=49.1"),
        ({"splits": [{"lap": 1, "time": "62.1"}, {"lap": 2, "time": "63.1"}]}, "Lap 1=62.1 Lap 2=63.1"),
        ({"splits": [{"n": "1", "time": "62.1"}, {"n": "2", "time": "63.1"}]}, "splits 1=62.1 splits 2=63.1"),
        (
            {"splits": [{"at": "5 km", "elapsed": {"seconds": 910, "display": "15:10"}, "z": {"y": 1}, "w": []}]},
            "5 km=15:10",
        ),
        ({"splits": [{"distance": 400, "time": "1:01", "evidence": "estimated"}]}, "400 m=1:01*"),
    ],
)
def test_what_lies_in_a_row_is_columns(row: dict[str, object], cells: str) -> None:
    assert " ".join(f"{title}={text}" for title, text in cells_of(row, Keys())) == cells


@together(
    ("value", "text"), [(None, ""), (True, "yes"), (False, "no"), (7, "7"), (" a  b ", "a b"), ("\ud800", "\ufffd")]
)
def test_a_value_is_a_cell(value: object, text: str) -> None:
    assert plain_text(value) == text


def test_of_objects_within_objects_four_are_opened() -> None:
    deep: dict[str, object] = {"name": "Ada"}
    for depth in range(6):
        deep = {f"q{depth}": deep}
        told = dict(cells_of({"a": deep}, Keys()))
        assert ("Ada" in told.values()) is (depth < 4), depth
