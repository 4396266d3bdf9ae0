"""Objects that hold a list by its runners' names or numbers."""

import pytest

from replay.files.table.containers.keyed import bare_rows, columns_as_rows, is_beside, is_said, keyed_rows, spaced
from replay.files.table.containers.known_keys import Keys

ADA, BEA = "15:10", "15:12"


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        ({"Ada": ADA, "Bea": "DNF"}, [{"name": "Ada", "time": ADA}, {"name": "Bea", "time": "DNF"}]),
        ({"7": ADA, "8": BEA}, [{"bib": "7", "time": ADA}, {"bib": "8", "time": BEA}]),
        ({"Ada": [ADA, "710"], "Bea": ["-", "-"]}, [{"name": "Ada", "time": ADA}, {"name": "Bea", "time": "-"}]),
        ({"Ada": ["2:55", ADA], "Bea": ["2:56", BEA]}, [{"name": "Ada", "lap": ["2:55", ADA]}] * 1),
        ({"7": {"name": "Ada", "net": ADA}, "8": {"name": "Bea"}}, [{"bib": "7", "name": "Ada", "net": ADA}]),
        ({"Ada": {"bib": 7, "net": ADA}, "Bea": {"bib": 8}}, [{"name": "Ada", "bib": 7, "net": ADA}]),
        ({"name": "Ada", "time": ADA}, []),
        # What lies within is of who has a full name and a time.
        (
            {"Ada Alf": {"time": ADA, "club": {"code": "AC"}}, "Bea Bo": {"time": BEA, "club": {"code": "BC"}}},
            [{"name": "Ada Alf", "time": ADA, "club": {"code": "AC"}}],
        ),
        ({"Ada": {"time": ADA, "club": {"code": "AC"}}, "Bea": {"time": BEA, "club": {"code": "BC"}}}, []),
        ({"Ada Alf": {"time": ADA, "club": {"code": "AC"}}, "Bea Bo": {"club": {"code": "BC"}}}, []),
        ({"Ada Alf": {"time": ADA, "laps": [{"time": "1:10"}]}, "Bea Bo": {"time": BEA, "club": {"code": "BC"}}}, []),
        ({"Ada": ADA}, []),
        ({"Ada": "fast", "Bea": "slow"}, []),
        ({"men": {"Ada": {"time": ADA}}, "women": {"Bea": {"time": BEA}}}, []),
    ],
)
def test_names_and_numbers_hold_times(value: dict[str, object], rows: list[dict[str, object]]) -> None:
    found = keyed_rows(value)
    assert found[: len(rows)] == rows
    assert len(found) == (len(value) if rows else 0)


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        # A whole second has lost its zeros, as where JavaScript writes numbers.
        (
            {"Ada": [70.1, 71], "Bea": [70.5, 72.5]},
            [{"name": "Ada", "lap": [70.1, 71]}, {"name": "Bea", "lap": [70.5, 72.5]}],
        ),
        ({"Ada": [70, 71], "Bea": [72, 73]}, [{"name": "Ada", "lap": [70, 71]}]),
        ({"Ada": [70.1], "Bea": [70.5]}, []),
        ({"Ada": ["a", "b"], "Bea": ["c", "d"]}, []),
        ({"Ada": 5, "Bea": 6}, []),
    ],
)
def test_within_laps_numbers_are_seconds(value: dict[str, object], rows: list[dict[str, object]]) -> None:
    assert keyed_rows(value, "Laps")[: len(rows) or None] == rows
    assert keyed_rows(value, "points") == []


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        ([["Ada", "15:10"], ["Bea", 15.2]], [["Ada", "15:10"], ["Bea", "15.2"]]),
        ([["Ada", "15:10"], ["Bea", "DNF"], ["Cia", "DNS"]], []),  # a third has a time
        ([["Ada", "15:10"]], []),
        ([["Ada", "15:10"], ["Bea"]], []),
        ([["Ada", "15:10"], ["Bea", None]], []),
        ([["Ada", 5.1], ["Bea", 6]], [["Ada", "5.1"], ["Bea", "6.0"]]),  # seconds, which rise
        ([["Ada", 5.0], ["Bea", 6.2]], []),  # nobody is home so soon
        ([["Ada", 6.2], ["Bea", 5.1]], []),
        ([["Ada", 5], ["Bea", 6]], []),
        ([[7, 5.1], [8, 6.2]], []),
        (["1. Ada Alfa 15:10", "2) Bea 15:20"], [["Ada Alfa", "15:10"], ["Bea", "15:20"]]),
        (["Ada: 15:10", "Bea = 15:20", "Cia – DNF"], [["Ada", "15:10"], ["Bea", "15:20"], ["Cia", "DNF"]]),
        (["Ada Alfa fast", "Bea 15:20"], []),
        (["1,Ada,15:10", "2,Bea,15:20"], [["1", "Ada", "15:10"], ["2", "Bea", "15:20"]]),
        (["Ada, 15:10", "Bea, 15:20"], [["Ada", "15:10"], ["Bea", "15:20"]]),
        (["1;Ada;15:10", "2|Bea|15:20"], []),
        ({"a": ["Ada 15:10", "Bea 15:20"], "b": 5}, [["Ada", "15:10"], ["Bea", "15:20"]]),
        ({"a": ["Ada 15:10", "Bea 15:20"], "b": ["Cia 15:10", "Dot 15:20"]}, []),
        ({}, []),
        ("Ada 15:10", []),
    ],
)
def test_lines_and_lists_under_no_heading_each_have_a_time(value: object, rows: list[list[str]]) -> None:
    assert bare_rows(value) == rows


@pytest.mark.parametrize(("letters", "read"), [(299, True), (300, False)])
def test_a_very_long_line_is_none_of_a_name_and_a_time(letters: int, read: bool) -> None:
    name = "A" * (letters - len(" 15:10"))
    assert bare_rows([f"{name} 15:10", "Bea 15:20"]) == ([[name, "15:10"], ["Bea", "15:20"]] if read else [])


def test_some_keys_say_something_of_the_race() -> None:
    assert is_said("distanceMeters", 1500)
    assert is_said("distance", "5 km")
    assert not is_said("distance", "15:10")
    assert not is_said("distance", [1500])
    assert not is_said("mood", 1500)
    assert is_beside("Meta", {"date": "2024-05-04"})
    assert not is_beside("Meta", {"time": "15:10"})
    assert not is_beside("Ada", {"date": "2024-05-04"})
    assert not is_beside("meta", 5)
    assert spaced("distanceMeters") == "distance meters"


@pytest.mark.parametrize(
    ("more", "columns"),
    [
        ({"splits": {"5k": ["1:10", "1:11"], "time": ["2:10", "2:11"]}}, {"5k": "1:10", "splits time": "2:10"}),
        ({"splits": {"5k": ["1:10"], "7k": "x", "9k": ["1", "2", "3"]}}, {}),  # they are not of these runners
        ({"event": ["Mile"], "date": "2024-05-04", "laps": ["1", "2", "3"]}, {}),
    ],
)
def test_columns_of_one_length_are_rows(more: dict[str, object], columns: dict[str, str]) -> None:
    value = {"name": ["Ada", "Bea"], "time": [ADA, BEA], **more}
    assert columns_as_rows(value, Keys())[0] == {"name": "Ada", "time": ADA, **columns}


@pytest.mark.parametrize(
    "value",
    [
        {"name": ["Ada", "Bea"]},
        {"mood": ["a", "b"], "time": [ADA, BEA]},
        {"name": ["Ada"], "time": [ADA]},
        {"name": ["Ada", "Bea"], "time": [ADA, BEA], "x": ["1", "2", "3"], "y": ["1", "2", "3"]},
        {"name": ["Ada", {"of": "Bea"}], "time": [ADA, BEA]},
    ],
)
def test_other_objects_have_no_columns(value: dict[str, object]) -> None:
    assert columns_as_rows(value, Keys()) == []
