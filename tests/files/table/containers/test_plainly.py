"""What programs wrap lists in."""

import pytest

from replay.files.table.containers.known_keys import Keys
from replay.files.table.containers.plainly import plainly
from tests.together import together

TIMED = [{"name": "Ada", "time": "15:10"}, {"name": "Bea", "time": "15:20"}]


@together(
    ("value", "plain"),
    [
        ({"edges": [{"node": one} for one in TIMED], "pageInfo": {}}, TIMED),
        ({"nodes": TIMED, "totalCount": 2}, TIMED),
        ({"headers": ["name", "time"], "data": [{"cells": list(one.values())} for one in TIMED]}, {"data": TIMED}),
        (
            {"of": [{"key": "a", "label": "name"}, {"key": "b", "label": "Bib"}], "data": [{"a": 1}]},
            {"of": [{"key": "a", "label": "name"}, {"key": "b", "label": "Bib"}], "data": [{"name": 1}]},
        ),
        (
            {"lanes": {"3": TIMED[0], "4": None, "5": TIMED[1]}},
            {"lanes": [{"lane": "3", **TIMED[0]}, {"lane": "5", **TIMED[1]}]},
        ),
        ([{"Ada": "15:10"}, {"Bea": "15:20"}], TIMED),
        (
            {"gender": {"men": TIMED[:1], "women": TIMED[1:]}},
            {"gender": [{"sex": "M", **TIMED[0]}, {"sex": "F", **TIMED[1]}]},
        ),
        ({"men": TIMED[:1], "women": TIMED[1:]}, None),
        ({"distance": {"value": 10, "unit": "km"}}, {"distance": "10 km"}),
        (
            {"distances": [5, 10], "a": {"times": [900, 1810]}},
            {"distances": [5, 10], "a": {"times": {"5 km": 900, "10 km": 1810}}},
        ),
        ({"distances": [5, 10], "a": {"times": [900]}}, {"distances": [5, 10], "a": {"times": {"5 km": 900}}}),
        (
            {"distances": [5, 10], "a": {"times": [None, 1810]}},
            {"distances": [5, 10], "a": {"times": {"10 km": 1810}}},
        ),
        ({"distances": [5, 10], "a": {"times": []}}, None),
        ({"distances": [5, 10], "a": {"times": [900, 1810, 2000]}}, None),
        ({"distances": [5, 10], "a": {"times": [900, True]}}, None),
        ({"distances": [5, 10], "a": {"bibs": [900, 1810]}}, None),
        # Laps, times that fall and anything else stay what they are.
        ({"distances": [5, 10], "a": {"times": [900, 910]}}, None),
        ({"distances": [5, 10], "a": {"times": [910, 900]}}, None),
        ({"edges": [{"from": 1}]}, None),
        ({"headers": ["x", "y"], "data": [[1, 2]]}, None),
        ([{"Ada": "15:10"}, {"name": "15:20"}], None),
        ('{"half', None),
    ],
)
def test_it_is_taken_off(value: object, plain: object) -> None:
    assert plainly(value, Keys()) == (value if plain is None else plain)


def test_of_a_longer_list_than_is_read_nothing_is_taken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("replay.files.table.containers.plainly._MOST_KEYED", 2)
    wrapped = [{"S": "Ada"}, {"S": "Bea"}, {"S": "Cia"}]
    assert plainly(wrapped[:2], Keys()) == ["Ada", "Bea"]
    assert plainly(wrapped, Keys()) is wrapped


def test_of_what_lies_too_deep_nothing_is_taken_off() -> None:
    deep: object = {"nodes": TIMED}
    for _ in range(40):
        deep = [deep]
    assert plainly(deep, Keys()) == deep


def same(*values: object) -> list[tuple[object, object]]:
    return [(value, value) for value in values]


HEADS = ["name", "time"]
CELLS = [["Ada", "15:10"], ["Bea", "15:20"]]


@together(
    ("value", "plain"),
    [
        # Written out as text.
        ('[{"name": "Ada"}]', [{"name": "Ada"}]),
        ("Ada 15:10 Bea 15:20", TIMED),
        *same("[half", "half]", "Ada 15:10", "Ada 15:10 Bea 15:20 and more"),
        # Connections.
        ({"edges": []}, []),
        ({"nodes": TIMED}, TIMED),
        *same({"nodes": TIMED, "title": "x"}, {"nodes": 5}, {"edges": [{"node": 1}, {"x": 1}]}, {"edges": [1]}),
        # Amounts.
        ({"distance": {"units": "mi", "length": 3.1}}, {"distance": "3.1 mi"}),
        *(
            ({"distance": 50.2, "unit": unit, "rows": TIMED}, {"distance": far, "unit": unit, "rows": TIMED})
            for unit, far in (("km", "50.2 km"), ("wood", 50.2), ("", 50.2), (7, 50.2))
        ),
        *same(
            {"distance": {"value": 10, "unit": "km", "x": 1}},
            {"distance": {"value": 10, "x": "km"}},
            {"distance": {"unit": "km", "x": 10}},
            {"wind": {"unit": "m/s", "value": 1}},
        ),
        # Headings of keys, and of rows.
        *same(
            {"of": [{"key": "a", "label": "name"}], "data": [{"a": 1}]},
            {"of": [{"key": "a", "label": "x"}, {"key": "b", "label": "y"}], "data": [{"a": 1}]},
            {"of": [{"key": "a", "label": "name"}, {"key": "b"}], "data": [{"a": 1}]},
            {"of": [{"key": "a", "label": "name"}, {"key": "b", "label": "Bib"}], "data": [{"c": 1}]},
            {"of": [{"key": "a", "label": "name"}, {"key": "b", "label": "Bib"}], "data": [{"a": 1}, 5]},
        ),
        ({"h": HEADS, "rows": CELLS}, {"rows": TIMED}),
        ({"h": HEADS, "note": [], "rows": [*CELLS, {"x": 1}]}, {"note": [], "rows": TIMED}),
        ({"h": [*HEADS, "x"], "rows": CELLS}, {"rows": TIMED}),
        (
            {"h": [{"title": "name"}, {"title": "time"}], "rows": [[{"v": "Ada"}, {"v": "15:10"}], CELLS[1]]},
            {"rows": TIMED},
        ),
        *same(
            {"h": HEADS, "rows": [[*CELLS[0], "x"], CELLS[1]]},
            {"h": HEADS, "rows": [CELLS[0], {"x": 1}]},
            {"h": ["name"], "rows": [["Ada"]]},
            {"h": ["name", "x"], "rows": CELLS},
            {"h": ["time", "result"], "rows": CELLS},
            {"h": ["name", {"x": 1}], "rows": CELLS},
        ),
        # Points.
        (
            {"marks": [500, 1000], "a": {"times": [90, 181]}},
            {"marks": [500, 1000], "a": {"times": {"500 m": 90, "1000 m": 181}}},
        ),
        (
            {"km": [500, 1000], "a": {"splits": [90, 181]}},
            {"km": [500, 1000], "a": {"splits": {"500 km": 90, "1000 km": 181}}},
        ),
        (
            {"points": [1, 99], "unit": "m", "a": {"splits": [90, 9000]}},
            {"points": [1, 99], "unit": "m", "a": {"splits": {"1 km": 90, "99 km": 9000}}},
        ),
        (
            {"points": [1, 100], "a": {"splits": [90, 9000]}},
            {"points": [1, 100], "a": {"splits": {"1 m": 90, "100 m": 9000}}},
        ),
        (
            {"points": ["5 km", "10 km"], "a": {"splits": [900, None]}},
            {"points": ["5 km", "10 km"], "a": {"splits": {"5 km": 900}}},
        ),
        (
            {"a": {"distances": [5, 10]}, "b": {"times": ["15:00", "30:10"]}},
            {"a": {"distances": [5, 10]}, "b": {"times": {"5 km": "15:00", "10 km": "30:10"}}},
        ),
        *same(
            {"distances": [5], "a": {"times": [900]}},
            {"distances": [10, 5], "a": {"times": [900, 1810]}},
            {"distances": [0, 5], "a": {"times": [900, 1810]}},
            {"distances": [5, 5], "a": {"times": [900, 1810]}},
            {"distances": [5, True], "a": {"times": [900, 1810]}},
            {"splits": [5, 10], "a": {"times": [900, 1810]}},
            {"split times km": [5, 10], "a": {"times": [900, 1810]}},
            {"points": ["5 km", "x"], "a": {"times": [900, 1810]}},
            {"points": ["5:00", "10:00"], "a": {"times": [900, 1810]}},
            {"distances": [5, 10], "a": {"times": [900, 1810, 2700]}},
            {"distances": [5, 10], "a": {"times": []}},
            {"distances": [5, 10], "a": {"weights": [900, 1810]}},
            {"distances": [5, 10], "a": {"times": [900, {"x": 1}]}},
            {"distances": [5, 10], "a": {"times": [900, True]}},
            {"distances": [5, 10], "a": {"times": [None, None]}},
            {"split_distances": [5, 10]},
            {"splits": ["400m", "800m"]},
            {"distances": [5, 10], "a": {"times": [900, 1259]}},  # the second five kilometres are too quick: laps
        ),
        (
            {"distances": [5, 10], "a": {"times": [900, 1260]}},
            {"distances": [5, 10], "a": {"times": {"5 km": 900, "10 km": 1260}}},
        ),
        # By number, and by name.
        ({"7": TIMED[0], "8": TIMED[1]}, [{"bib": "7", **TIMED[0]}, {"bib": "8", **TIMED[1]}]),
        ({"a": TIMED[0], "b": TIMED[1]}, [{"key": "a", **TIMED[0]}, {"key": "b", **TIMED[1]}]),
        (
            {"calle": {"7": {"x": {"name": "Ada", "laps": 5}, "y": 1}, "8": TIMED[1]}},
            {"calle": [{"lane": "7", "x": {"name": "Ada", "laps": 5}, "y": 1}, {"lane": "8", **TIMED[1]}]},
        ),
        *same(
            {"7": TIMED[0]},
            {"7": TIMED[0], "8": 5},
            {"7": TIMED[0], "8": {"name": "Bea"}},
            {"7": TIMED[0], "8": {"name": "Bea", "x": 1}},
            {"7": TIMED[0], "8": {"time": "15:20", "x": 1}},
            {"winner": TIMED[0], "time": TIMED[1]},
        ),
        (
            [{"Ada": {"time": "15:10"}}, {"Bea": {"time": "15:20"}}],
            TIMED,
        ),
        ([{"Ada": "15:10"}, {"Bea": "DNF"}], [TIMED[0], {"name": "Bea", "time": "DNF"}]),
        *same(
            [{"Ada": "15:10"}],
            [{"Ada": "15:10"}, {"Ada": "15:20"}],
            [{"Ada": "DNS"}, {"Bea": "DNF"}],
            [{"Ada": "15:10"}, {"Bea": "fast"}],
            [{"Ada": "15:10"}, {"Bea": 5}],
            [{"Ada": "15:10"}, {"Bea": "15:20", "Cia": "15:30"}],
            [{"Ada": {"time": "15:10"}}, {"Bea": {"x": 1}}],
        ),
        # Cells that say their headings.
        (
            [[{"name": "name", "value": "Ada"}, {"name": "x", "value": 1}]] * 2,
            [{"name": "Ada", "x": 1}] * 2,
        ),
        ([{"row": [{"id": "Bib", "text": "7"}, {"id": "x", "text": "y"}]}] * 2, [{"Bib": "7", "x": "y"}] * 2),
        *same(
            [[{"name": "name", "value": "Ada"}, {"name": "x", "value": 1}]],
            [[{"name": "name", "value": "Ada"}]] * 2,
            [[{"name": "name", "value": "Ada"}, {"name": "name", "value": 1}]] * 2,
            [[{"name": "y", "value": "Ada"}, {"name": "x", "value": 1}]] * 2,
            [[{"name": "name", "value": "Ada"}, 5]] * 2,
        ),
    ],
)
def test_each_wrapping_is_known_by_all_that_it_has(value: object, plain: object) -> None:
    assert plainly(value, Keys()) == plain


ATTRIBUTES = {"time": "15:10"}
LINKED = {
    "attributes": ATTRIBUTES,
    "relationships": {"athlete": {"data": {"type": "a", "id": 7}}, "x": 5, "y": {"data": 1}},
}


@together(
    ("value", "plain"),
    [
        (
            {"data": [LINKED], "included": [{"type": "a", "id": "7", "attributes": {"name": "Ada"}}, 5]},
            {"data": [{"time": "15:10", "athlete": {"name": "Ada"}}]},
        ),
        ({"data": [LINKED], "included": [{"type": "b", "id": "7", "attributes": {}}]}, {"data": [ATTRIBUTES]}),
        ({"data": [LINKED]}, {"data": [ATTRIBUTES]}),
        ({"data": [{"attributes": ATTRIBUTES, "relationships": 5}], "meta": 1}, {"data": [ATTRIBUTES], "meta": 1}),
        *same(
            {"data": [], "included": []},
            {"data": [LINKED, 5], "included": []},
            {"data": [{"attributes": 5}]},
            {"data": {"attributes": ATTRIBUTES}},
            {"data": [{"attributes": ATTRIBUTES}], "included": 5},
        ),
    ],
)
def test_what_is_included_beside_the_results_is_put_to_them(value: object, plain: object) -> None:
    assert plainly(value, Keys()) == plain
