"""The keys of a list's rows as headings."""

from typing import Any

from replay.files.table.containers.known_keys import Keys
from replay.files.table.containers.rowkeys import plain_keys_of
from tests.together import together

Row = dict[str, Any]


@together(
    ("row", "keys"),
    [
        # What all begin with, up to the end of a word.
        ({"athlete_name": "Ada", "athlete_bib": 7, "athlete_time": "4:01"}, "name bib time"),
        ({"r.name": "Ada", "r.bib": 7, "r.time": "4:01"}, "name bib time"),
        ({"result-name": "Ada", "result-bib": 7, "result-time": "4:01"}, "name bib time"),
        ({"athlete_name": "Ada", "athlete_time": "4:01"}, "athlete_name athlete_time"),  # two may be so by chance
        ({"athlete_name": "Ada", "athlete_bib": 7, "time": "4:01"}, "athlete_name athlete_bib time"),
        ({"name": "Ada", "nation": "KEN", "number": 7}, "name nation number"),
        # Short ones.
        ({"n": "Ada", "t": "4:01"}, "name time"),
        ({"nm": "Ada", "tm": 241.5}, "name time"),
        ({"N": "Ada", "T": "4:01"}, "name time"),
        ({"n": 7, "t": "4:01"}, "n time"),
        ({"n": "A", "t": "x"}, "n t"),
        ({"n": "Ada", "t": None}, "name t"),
        ({"n": "7", "name": "Ada", "t": "x", "time": "4:01"}, "n name t time"),
        ({"n": "Ada", "fullName": "Ada Alfa", "t": "4:01", "result": "4:01"}, "n fullName t result"),
    ],
)
def test_they_are_called_as_tables_call_them(row: Row, keys: str) -> None:
    assert list(plain_keys_of([row, dict(row)], Keys())[0]) == keys.split()


def test_times_are_so_called_where_more_than_half_of_them_are_some() -> None:
    for times, called in ((["4:01", 241.5, "x"], "time"), (["4:01", "x"], "t"), (["4:01", "", None], "time")):
        rows = [{"name": "Ada", "t": time} for time in times]
        assert list(plain_keys_of(rows, Keys())[0]) == ["name", called], times


def test_what_is_called_as_it_should_be_is_itself() -> None:
    for rows in ([{"name": "Ada", "time": "4:01"}], [], [{"name": "Ada", "n": "Ada"}]):
        assert plain_keys_of(rows, Keys()) is rows


@together(
    ("rows", "statuses"),
    [
        ([{"name": "Ada", "dnf": False}, {"name": "Bea", "dnf": True}], ["", "DNF"]),
        ([{"dnf": False, "isDSQ": True, "dns": False}, {"dnf": True, "isDSQ": True}], ["DQ", "DNF"]),
        ([{"name": "Ada", "did_not_start": True}], ["DNS"]),
        ([{"dnf": False}, {"dnf": "30 km"}], None),
        ([{"dnf": True, "status": "OK"}], None),
        ([{"name": "Ada"}, {"name": "Bea", "dnf": True}], None),
    ],
)
def test_what_is_true_of_a_runner_is_a_status(rows: list[Row], statuses: list[str] | None) -> None:
    made = plain_keys_of(rows, Keys())
    if statuses is None:
        assert made is rows
    else:
        assert [row["status"] for row in made] == statuses
        assert not {"dnf", "isDSQ", "dns", "did_not_start"} & {key for row in made for key in row}


@together(
    ("rows", "points"),
    [
        ([{"km": 5, "t": "x"}, {"km": None, "where": "Finish"}], ["5 km", "Finish"]),
        ([{"distance_m": 400.0}, {"distance_m": 800.5}, {"at": "finish"}], ["400 m", "800.5 m", "finish"]),
        ([{"dist": "5 km"}, {"at": "nowhere"}, {"at": "Ziel"}], ["5 km", "", "Ziel"]),
        ([{"km": 5}, {"km": 10}], None),
        ([{"km": None, "at": "Finish"}], None),
        ([{"km": 5}, {"at": "Bridge"}], None),
        ([{"km": 5}, {"at": "Finish 2"}], None),
        ([{"where": 5}, {"at": "Finish"}], None),
    ],
)
def test_where_some_say_how_far_and_the_last_the_finish_these_are_the_points(
    rows: list[Row], points: list[str] | None
) -> None:
    made = plain_keys_of(rows, Keys())
    if points is None:
        assert made is rows
    else:
        assert [row["point"] for row in made] == points
        assert not {"km", "distance_m", "dist"} & {key for row in made for key in row}
