"""Lists that refer to one another by ids, put together."""

from typing import Any

from replay.files.table.containers.known_keys import Keys
from replay.files.table.containers.referred import put_together
from tests.together import together

RUNNERS = [{"id": "a1", "name": "Ada"}, {"id": "a2", "name": "Bea"}]
RESULTS = [{"id": "r1", "name": "Ada", "time": "3:42"}, {"id": "r2", "name": "Bea", "time": "3:43"}]
PASSED = [{"distance": 500, "t": "1:14"}, {"distance": 1000, "t": "2:28"}]
POINTS = [{"id": "p1", "name": "5 km", "distance": 5000}, {"id": "p2", "name": "10 km", "distance": 10_000}]


def results(value: dict[str, Any]) -> object:
    made = put_together(value, Keys())
    assert isinstance(made, dict)
    return made["results"]


@together(
    ("value", "made"),
    [
        # Each names a runner, who names a club.
        (
            {"athletes": RUNNERS, "results": [{"athlete_id": "a1", "time": "3:42"}, {"athlete_id": "a2"}]},
            [{"athlete": {"name": "Ada"}, "time": "3:42"}, {"athlete": {"name": "Bea"}}],
        ),
        (
            {
                "clubs": [{"id": 7, "name": "North"}, {"id": 8, "name": "South"}],
                "athletes": [{**RUNNERS[0], "club_id": 7}, {**RUNNERS[1], "club_id": 8}],
                "results": [{"athlete": "a1", "time": "3:42"}, {"athlete": "a2", "time": "3:43"}],
            },
            [
                {"athlete": {"name": "Ada", "club": {"name": "North"}}, "time": "3:42"},
                {"athlete": {"name": "Bea", "club": {"name": "South"}}, "time": "3:43"},
            ],
        ),
        # Each names what was passed, or is named by it.
        (
            {
                "results": [{"name": "Ada", "time": "3:42", "splits": ["s1", "s2"]}, {"name": "Bea", "splits": []}],
                "splits": [{"id": "s1", **PASSED[0]}, {"id": "s2", **PASSED[1]}],
            },
            [{"name": "Ada", "time": "3:42", "splits": PASSED}, {"name": "Bea", "splits": []}],
        ),
        (
            {"results": RESULTS, "splits": [{"result_id": whose, **one} for whose in ("r1", "r2") for one in PASSED]},
            [{**one, "splits": PASSED} for one in RESULTS],
        ),
        # They lie by the ids of runners, of points, or of races.
        (
            {"athletes": {"a1": {"name": "Ada"}, "a2": {"name": "Bea"}}, "results": {"a1": "3:42", "a2": ["60", "61"]}},
            {"a1": {"name": "Ada", "time": "3:42"}, "a2": {"name": "Bea", "laps": ["60", "61"]}},
        ),
        (
            {"athletes": RUNNERS, "results": {"a1": {"time": "3:42"}, "a2": {"time": "3:43"}}},
            {"a1": {"name": "Ada", "time": "3:42"}, "a2": {"name": "Bea", "time": "3:43"}},
        ),
        (
            {"points": POINTS, "results": [{"name": "Ada", "times": {"p1": "15:00", "p2": "30:00"}}]},
            [{"name": "Ada", "times": {"5000 m": "15:00", "10000 m": "30:00"}}],
        ),
        (
            {"races": [{"id": "x1", "title": "Heat"}], "results": {"x1": RESULTS}},
            {"x1": {"title": "Heat", "results": RESULTS}},
        ),
    ],
)
def test_a_row_has_what_it_refers_to_and_what_refers_to_it(value: dict[str, Any], made: object) -> None:
    assert results(value) == made


def test_what_was_handed_to_results_is_no_list_any_more() -> None:
    passed = [{"result_id": whose, **one} for whose in ("r1", "r2") for one in PASSED]
    made = put_together({"results": RESULTS, "splits": passed}, Keys())
    assert isinstance(made, dict)
    assert list(made) == ["results"]


@together(
    "value",
    [
        [],
        {"a": 1},
        {"athletes": RUNNERS, "results": [{"athlete_id": "a1", "time": "3:42"}, {"athlete_id": "a9", "time": "3:43"}]},
        {"athletes": RUNNERS, "results": [{"athlete_id": None, "time": "3:42"}]},
        {"athletes": [*RUNNERS, RUNNERS[0]], "results": [{"athlete_id": "a1", "time": "3:42"}]},  # which of the two?
        {"athletes": [*RUNNERS, {"id": True, "name": "Cia"}], "results": [{"athlete_id": "a1", "time": "3:42"}]},
        {"results": RESULTS, "splits": [{"result_id": "r9", **PASSED[0]}]},
        {"points": POINTS, "results": [{"name": "Ada", "times": {"p1": "15:00", "p9": "30:00"}}]},
        {"laps": [{"id": "1", "name": "Ada"}], "results": [{"place": "1", "time": "3:42"}]},  # a number of anything
    ],
)
def test_what_refers_to_nothing_is_itself(value: object) -> None:
    assert put_together(value, Keys()) is value


def test_values_within_values_are_put_together_as_deep_as_files_are() -> None:
    value: object = {"athletes": RUNNERS, "results": [{"athlete_id": "a1"}, {"athlete_id": "a2"}]}
    for _ in range(10):
        value = [{"data": value}]
    made = put_together(value, Keys())
    for _ in range(10):
        assert isinstance(made, list)
        made = made[0]["data"]
    assert isinstance(made, dict)
    assert made["results"][0] == {"athlete": {"name": "Ada"}}
    for _ in range(40):
        value = [value]
    assert put_together(value, Keys()) is value
