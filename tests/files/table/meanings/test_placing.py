"""Which columns are places."""

from pathlib import Path

from replay.files.formats import read_source
from replay.files.source import Choices, Source
from replay.files.table.meanings.placing import PLACES, counts
from tests.files.table.meanings.test_columns import column, taken
from tests.files.table.meanings.test_settling import understood
from tests.together import together


def beside(titles: str, *cells: str) -> list[str]:
    """What columns are taken for that stand between names and rising times, or why they are none."""
    down = [one.split() for one in cells]
    rows = [",".join([f"R {at}", *(one[at] for one in down), f"40:{at + 10}"]) for at in range(max(map(len, down)))]
    found = understood(f"Name,{titles},Time", *rows)
    return [taken(found[title]) for title in titles.split(",")]


@together(
    ("cells", "are"),
    [
        ("1 2 3 4 3 5 4 6 5 7 8", True),  # seven of ten steps
        ("1 2 3 4 3 5 4 6 5 7 6", False),
        ("3 4 5", True),
        ("1 2 x y", True),
        ("1 2 x y z", False),
    ],
)
def test_a_few_may_be_out_of_order_or_no_places(cells: str, are: bool) -> None:
    assert counts(column(*cells.split())) == are


@together(
    ("places", "told"),
    [
        (("1 2 3", "7 8 9", "17 18 19"), [PLACES] * 3),
        (("1 2 3", "7 8 9", "17 18 20"), [PLACES] * 2 + ["split"]),  # more than three times the rows, and ten
        (("1 2 3", "4 5 6", "7 8 9", "9 8 7"), [PLACES] * 4),
        (("1 2 3", "4 5 6", "7 8 9", "9 8 7", "8 9 7"), [PLACES] + ["split"] * 4),  # one of five only
        (("7 8 9", "17 18 19"), ["split"] * 2),
        (("1 2 3", "7 8 9.5"), [PLACES, "split"]),
    ],
)
def test_points_with_small_numbers_have_places_beside_one_that_has(places: tuple[str, ...], told: list[str]) -> None:
    titles = ",".join(f"{5 * number} km" for number in range(1, len(places) + 1))
    assert beside(titles, *places) == told


@together(
    ("titles", "cells", "place"),
    [
        ("Rank,Place", ("1 2 3 4 4", "1 2 3 4 5"), "Place"),  # one of five is twice
        ("Rank,Place", ("1 2 3 4 5 5", "1 2 3 4 5 6"), "Rank"),  # one of six may be
        ("Rank,Place", ("5 4 3 2 1", "1 2 3 4 5"), "Place"),
        ("Rank,Overall", ("1 2 3 4 5", "1 2 3 4 5"), "Overall"),
        ("Rank,Place", ("1 2 3 4 5", "1 2 3 4 5"), "Rank"),
    ],
)
def test_of_two_the_one_is_taken_that_has_hardly_any_twice_and_counts(
    titles: str, cells: tuple[str, str], place: str
) -> None:
    told = dict(zip(titles.split(","), beside(titles, *cells), strict=True))
    assert told[place] == "place"
    assert sum(one == "place" for one in told.values()) == 1


@together(
    ("cells", "times", "is_place"),
    [
        ("1 2 3", "4:01 4:02 4:03", True),
        ("1 2 3", "4:01 4:02 4:02", True),
        ("1 2 3", "4:01 4:03 4:02", False),
        ("1 2 3", "4:01 4:03 x", False),
        ("1. 2. 3.", "4:01 4:03 4:02", True),
        ("2 3 4", "4:01 4:02 4:03", False),
        ("1 3 4", "4:01 4:02 4:03", False),
        ("1", "4:01", False),
        ("1 2", "4:01 4:02", True),
        ("4. 5. 6.", "4:01 4:02 4:03", False),
    ],
)
def test_without_a_heading_numbers_are_places_where_they_are_written_so_or_the_times_rise(
    cells: str, times: str, is_place: bool
) -> None:
    rows = [f"{cell},R {cell},{time}" for cell, time in zip(cells.split(), times.split(), strict=True)]
    found = understood(",Name,Time", *rows)
    assert (taken(found["column 1"]) == "place") is is_place
    medal = understood("🥇,Name,Time", *rows)
    assert (taken(medal["🥇"]) == "place") is is_place
    assert taken(understood("Foo,Name,Time", *rows)["Foo"]) == "not known"


def test_points_are_no_places_whatever_they_are_headed() -> None:
    points = ("1 2 3 4", "8112 8305 7988 7655")
    assert beside("Rg.,Gesamt", *points) == ["place", "its numbers are no places"]
    assert beside("Gesamt", points[1]) == ["its numbers are no places"]
    assert beside("Place", "101 102 117 140") == ["place"]  # those of a part of a large field


def test_who_has_points_and_no_time_is_not_the_first() -> None:
    text = "Decathlon 1500 m\n\nRg. No  Name           Time      Gesamt\n1.  5   Ada Alfa       4:21,84     8112\n"
    text += "2.  12  Bea Beta       4:25,03     8305\n3.  3   Cia Gamma      4:31,77     7988\n"
    text += "    7   Dot Delta      n.a.        6120\n"
    race = read_source(Source(text.encode(), Path("a.txt")), Choices()).race
    assert race is not None
    assert [(one.bib, one.place) for one in race.entries] == [("5", 1), ("12", 2), ("3", 3), ("7", None)]


def test_of_two_columns_of_places_one_may_be_empty() -> None:
    rows = "Rank,Name,Time,Pos\n1,Ada Alfa,31:02,\n2,Bea Beta,31:40,\n3,Cia Celta,32:00,\n"
    found = read_source(Source(rows.encode(), Path("a.csv")), Choices(distance=10_000.0))
    assert found.race is not None
    assert [entry.name for entry in found.race.entries] == ["Ada Alfa", "Bea Beta", "Cia Celta"]


@together(("titles", "bib"), [("Rank,#", True), ("Rank,Overall", False), ("Bib,#", False)])
def test_numbers_that_are_no_places_are_bibs_below_a_heading_that_may_say_so(titles: str, bib: bool) -> None:
    rows = [f"{at},{number},R {at},4:0{at}" for at, number in enumerate((568, 567, 3275, 61, 99), 1)]
    column = understood(f"{titles},Name,Time", *rows)[titles.split(",")[1]]
    assert (column.heading is not None and column.meaning == "bib") is bib
