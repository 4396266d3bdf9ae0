"""Rows beside the headings that say more of them."""

from replay.files.table.layouts.row_beside import with_distances, with_words
from tests.together import together

TWICE = ["Name", "5 km", "5 km"]


@together(
    ("titles", "row", "made"),
    [
        (TWICE, ["", "time", "place"], ["Name", "5 km time", "5 km place"]),
        ([*TWICE, "Club"], ["", "Zeit", "Rank"], ["Name", "5 km Zeit", "5 km Rank", "Club"]),
        (["Name", "5 km", "10 km"], ["", "time", "place"], None),  # they are told apart already
        (TWICE, ["", "time", "Ada"], None),
        (TWICE, ["", "", ""], None),
        (["Name", "", ""], ["", "time", "place"], None),
    ],
)
def test_headings_that_are_alike_are_told_apart_by_what_stands_below(
    titles: list[str], row: list[str], made: list[str] | None
) -> None:
    assert with_words(titles, row) == made


POINTS, NAMED = ["Name", "CP1", "CP2"], ["Name", "Mill", "Lake"]


@together(
    ("titles", "row", "made"),
    [
        (NAMED, ["km", "12,5", "25"], ["Name", "Mill (12,5 km)", "Lake (25 km)"]),
        (NAMED, ["Miles", "5", "10"], ["Name", "Mill (5 mi)", "Lake (10 mi)"]),
        (NAMED, ["", "12.5 km", "25"], ["Name", "Mill (12.5 km)", "Lake (25 km)"]),
        (NAMED, ["Distance", "999", "1000"], ["Name", "Mill (999 m)", "Lake (1000 m)"]),
        (NAMED, ["Distance", "998", "999"], ["Name", "Mill (998 km)", "Lake (999 km)"]),
        (POINTS, ["", "12.5", "25"], ["Name", "CP1 (12.5 km)", "CP2 (25 km)"]),
        (POINTS, ["", "", "12.5", "25"], None),
        (NAMED, ["", "12.5", "25"], None),  # which may be anything
        (["Name", "5 km", "CP2"], ["", "12.5", "25"], None),
        (NAMED, ["km", "25", "12.5"], None),
        (NAMED, ["km", "25", "25"], None),
        (NAMED, ["km", "25"], None),
        (NAMED, ["Ada", "12.5", "25"], None),
    ],
)
def test_a_row_of_rising_numbers_says_how_far_each_point_is(
    titles: list[str], row: list[str], made: list[str] | None
) -> None:
    assert with_distances(titles, row) == made
