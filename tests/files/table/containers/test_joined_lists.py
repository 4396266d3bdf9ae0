"""Lists of JSON that belong together."""

from typing import Any

from replay.files.table.containers.joined_lists import with_splits
from replay.files.table.containers.known_keys import Keys
from tests.together import together

Rows = list[dict[str, Any]]
RESULTS: Rows = [{"bib": 1, "name": "Ada", "time": "4:01"}, {"bib": 2, "name": "Bea", "time": "4:02"}]
SPLITS: Rows = [{"bib": bib, "lap": lap, "at": f"{lap}:0{bib}"} for lap in (1, 2) for bib in (1, 2)]
CLUBS: Rows = [{"club": "Oak", "town": "Leeds"}]


def test_a_row_for_each_point_is_put_with_its_runner() -> None:
    rows, number = with_splits(RESULTS, [CLUBS, SPLITS], Keys())
    assert number == 1
    assert rows == [
        {**row, "splits": [{"lap": lap, "at": f"{lap}:0{row['bib']}"} for lap in (1, 2)]} for row in RESULTS
    ]


def test_who_has_none_has_an_empty_list_and_numbers_may_be_texts() -> None:
    rows, number = with_splits(
        [*RESULTS, {"bib": "3", "name": "Cia"}], [[{**one, "bib": str(one["bib"])} for one in SPLITS]], Keys()
    )
    assert number == 0
    assert [len(row["splits"]) for row in rows] == [2, 2, 0]


@together(
    "others",
    [
        [],
        [CLUBS],
        [SPLITS[:2]],  # one for each runner may be anything
        [[SPLITS[0], SPLITS[2]]],  # of one runner alone
        [[*SPLITS, {"bib": 9, "lap": 1}]],  # somebody else
        [[{"number": one["bib"], "lap": one["lap"]} for one in SPLITS]],
        [[{"lap": one["lap"], "time": "4:01"} for one in SPLITS]],  # a time is nobody
    ],
)
def test_other_lists_stay(others: list[Rows]) -> None:
    assert with_splits(RESULTS, others, Keys()) == (RESULTS, None)


def test_of_runners_that_are_not_told_apart_nothing_is_known() -> None:
    twice = [*RESULTS, RESULTS[0]]
    assert with_splits(twice, [SPLITS], Keys()) == (twice, None)


def test_one_of_each_says_where_it_was_taken() -> None:
    each = [{"bib": 1, "distance": 800, "time": 130.2}, {"bib": 2, "distance": 800, "time": 131.0}]
    rows, number = with_splits(RESULTS, [each], Keys())
    assert number == 0
    assert [row["splits"] for row in rows] == [[{"distance": 800, "time": 130.2}], [{"distance": 800, "time": 131.0}]]
