"""Rows whose headings stand apart."""

from collections.abc import Sequence
from typing import Any

import pytest

from replay.files.table.containers import headed_rows
from replay.files.table.containers.headed_rows import is_point, of_cells, with_labels, with_rows
from replay.files.table.containers.known_keys import Keys
from tests.together import together

HEADS = ["name", "time"]
ADA, BEA = {"name": "Ada", "time": "4:01"}, {"name": "Bea", "time": "4:02"}
CELLS = [["Ada", "4:01"], ["Bea", "4:02"]]
KEYED = [{"a": "Ada", "b": "4:01"}, {"a": "Bea", "b": "4:02"}]


@together(
    ("value", "made"),
    [
        # By key, in an object or an array.
        ({"labels": {"a": "Name", "b": "Time"}, "rows": KEYED}, ["Name", "Time"]),
        ({"columns": [{"key": "a", "label": "Name"}, {"key": "b", "label": "x"}], "rows": KEYED}, ["Name", "x"]),
        ({"columns": [{"field": "a", "headerName": "Bib"}, {"data": "b", "title": "x"}], "rows": KEYED}, ["Bib", "x"]),
        # Of no runners, of nothing else that is known, or not of all.
        ({"labels": {"a": "Name", "b": "Mood"}, "rows": KEYED}, None),
        ({"labels": {"a": "Place", "b": "Time"}, "rows": KEYED}, None),
        ({"labels": {"a": "Name", "b": "Time", "c": 7}, "rows": KEYED}, None),
        ({"labels": {"a": "Name"}, "rows": KEYED}, None),
        ({"columns": [{"key": "a", "label": "Name"}, {"key": "b"}], "rows": KEYED}, None),
        ({"columns": [{"key": "a", "label": "x"}, {"key": "b", "label": "y"}], "rows": KEYED}, None),
        ({"rows": KEYED}, None),
        ({"labels": {"p": "Name", "q": "Time"}, "rows": KEYED}, None),
    ],
)
def test_labels_are_the_keys_of_the_rows_that_have_them(value: dict[str, Any], made: list[str] | None) -> None:
    found = with_labels(value, Keys())
    assert list(found["rows"][0]) == (made or ["a", "b"])
    assert [list(row.values()) for row in found["rows"]] == CELLS


def test_headings_above_several_lists_are_those_of_each_and_none_of_what_is_said() -> None:
    value = {"date": "2024-05-04", "columns": HEADS, "groups": {"women": CELLS, "of": "Oak"}}
    assert with_rows(value, Keys()) == {"date": "2024-05-04", "groups": {"women": [ADA, BEA], "of": "Oak"}}


@pytest.mark.parametrize(("depth", "headed"), [(3, True), (4, False)])
def test_rows_too_far_below_their_headings_stay_as_they_are(depth: int, headed: bool) -> None:
    below: object = CELLS
    for _ in range(depth):
        below = {"of": below}
    found: Any = with_rows({"columns": HEADS, "groups": below}, Keys())["groups"]
    for _ in range(depth):
        found = found["of"]
    assert found == ([ADA, BEA] if headed else CELLS)


def test_an_array_without_labels_is_known_by_the_first_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def noted(one: object, among: Sequence[str]) -> object:
        asked.append(one)
        return text_of(one, among)

    text_of = headed_rows._text_of
    monkeypatch.setattr(headed_rows, "_text_of", noted)
    splits = [{"metres": at, "seconds": at / 5} for at in range(300)]
    value = {"name": "Ada", "splits": splits}
    assert with_labels(with_rows(value, Keys()), Keys()) is value
    assert len(asked) <= 2 * 3


@together(
    ("value", "keys"),
    [
        (
            {"points": {"1": "5 km", "2": "10 km"}, "rows": [{"name": "Ada", "s_1": "15:10", "s_2": "30:20"}]},
            ["name", "1", "2"],
        ),
        ({"points": {"1": "5 km", "2": "Bridge"}, "rows": [{"name": "Ada", "s_1": "15:10"}]}, None),
        ({"points": {"1": "5 km", "2": 10}, "rows": [{"name": "Ada", "s_1": "15:10"}]}, None),
        ({"points": {"3": "5 km"}, "rows": [{"name": "Ada", "s_1": "15:10"}]}, None),
        ({"points": {}, "rows": [{"name": "Ada", "s_1": "15:10"}]}, None),
    ],
)
def test_points_are_known_by_the_ends_of_keys(value: dict[str, Any], keys: list[str] | None) -> None:
    row = with_labels(value, Keys())["rows"][0]
    assert list(row) == ([value["points"].get(key, key) for key in keys] if keys else list(value["rows"][0]))


@together(
    ("value", "rows"),
    [
        ({"headers": HEADS, "rows": CELLS}, [ADA, BEA]),
        ({"headers": [{"title": "name"}, {"label": "time"}], "rows": CELLS}, [ADA, BEA]),
        ({"headers": HEADS, "rows": [{"cells": row} for row in CELLS]}, [ADA, BEA]),
        ({"headers": HEADS, "rows": [{"c": [{"v": "Ada"}, {"text": "4:01"}]}, CELLS[1]]}, [ADA, BEA]),
        ({"headers": [*HEADS, "club"], "rows": CELLS}, [ADA, BEA]),
        ({"headers": HEADS, "rows": [*CELLS, {"total": 2}]}, [ADA, BEA]),
        # Cells of which there are more, few rows, headings that say nothing of runners.
        ({"headers": HEADS, "rows": [[*row, "x"] for row in CELLS]}, None),
        ({"headers": HEADS, "rows": [CELLS[0], {"total": 2}]}, None),
        ({"headers": ["place", "time"], "rows": CELLS}, None),
        ({"headers": ["name", "mood"], "rows": CELLS}, None),
        ({"headers": ["name"], "rows": [["Ada"], ["Bea"]]}, None),
        ({"headers": [*HEADS, 7], "rows": CELLS}, None),
        ({"headers": HEADS, "rows": "x"}, None),
        ({"headers": HEADS, "rows": []}, None),
    ],
)
def test_cells_below_headings_are_rows(value: dict[str, Any], rows: list[dict[str, str]] | None) -> None:
    found = with_rows(value, Keys())
    assert found == ({"rows": rows} if rows is not None else value)


@together(
    ("value", "rows"),
    [
        ([[{"name": key, "text": one} for key, one in row.items()] for row in (ADA, BEA)], [ADA, BEA]),
        ([{"cell": [{"key": key, "value": one} for key, one in row.items()]} for row in (ADA, BEA)], [ADA, BEA]),
        ([[{"name": key, "text": one} for key, one in ADA.items()]], None),
        ([[{"name": "Name", "text": "Ada"}]] * 2, None),
        ([[{"name": "place", "text": "1"}, {"name": "time", "text": "4:01"}]] * 2, None),
        ([[{"name": "Name", "text": "Ada"}, {"text": "4:01"}]] * 2, None),
        ([[{"name": "Name", "text": "Ada"}, "4:01"]] * 2, None),
        ([ADA, BEA], None),
        (["x", "y"], None),
        ([], None),
    ],
)
def test_cells_that_say_their_heading_are_rows(value: list[object], rows: list[dict[str, str]] | None) -> None:
    assert of_cells(value, Keys()) == rows


def test_a_point_is_one_that_is_plainly_named() -> None:
    assert [is_point(text) for text in ("5 km", "Finish", "Half", "Bridge", "7", "")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]
