"""What programs wrap lists in."""

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


def test_of_what_lies_too_deep_nothing_is_taken_off() -> None:
    deep: object = {"nodes": TIMED}
    for _ in range(40):
        deep = [deep]
    assert plainly(deep, Keys()) == deep
