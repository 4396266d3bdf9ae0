"""What stands beside the table of a page."""

from replay.files.table.containers.beside_tables import (
    facts_in,
    facts_of_lines,
    heads_runners,
    lines_beside,
    of_runner,
    points_in,
)
from tests.together import together


@together(
    ("rows", "facts"),
    [
        ([["Name:", "Ada"], ["Club", "Oak"]], {"name": "Ada", "club": "Oak"}),
        (
            [["Name", "Ada"], ["Club", "Oak"], ["Mood", "good"], ["", ""]],
            {"name": "Ada", "club": "Oak", "mood": "good"},
        ),
        ([["Name", "", "Ada"], ["Time", "4:01"], ["runs well"]], {"name": "Ada", "time": "4:01"}),
        ([["Finish", "4:01"], ["Name", "Ada"]], {"finish": "4:01", "name": "Ada"}),
        ([["Name", "Time"], ["Ada", "4:01"]], None),  # two columns
        ([["Name", "Ada"], ["Mood", "good"]], None),
        (
            [["Name", "Ada"], ["Club", "Oak"], ["Bib", "7"], ["Mood", "good"], ["Shoes", "red"]],  # three of five
            {"name": "Ada", "club": "Oak", "bib": "7", "mood": "good", "shoes": "red"},
        ),
        ([["1000m", "2:58"], ["2000m", "5:58"]], None),
        ([["Name", "Ada"], ["Name", "Bea"]], None),
        ([["Name", "Ada", "x"], ["Club", "Oak"], ["Bib", "7"]], None),
        ([["Name", "Ada"], ["a"], ["b"]], None),
        ([["4:01", "Ada"], ["Name", "Bea"], ["Club", "Oak"]], None),
        ([["a"], [""]], None),
        ([], None),
    ],
)
def test_a_heading_and_its_text_in_each_row_are_facts(rows: list[list[str]], facts: dict[str, str] | None) -> None:
    assert facts_in(rows) == facts


def test_of_facts_some_are_of_a_runner() -> None:
    assert of_runner({"name": "Ada", "club": "Oak", "time": "4:01", "date": "x", "mood": "good"}) == {
        "name": "Ada",
        "club": "Oak",
    }
    lines = ["Name: Ada", "BIB : 7", "Name Bea", "7: x", "Club: " + "x" * 114, "Club: " + "x" * 115]
    assert facts_of_lines(lines) == {"name": "Ada", "bib": "7", "club": "x" * 114}


def test_a_list_of_runners_begins_with_headings_or_has_them_in_its_second_row() -> None:
    head, row = ["Place", "Name", ""], ["1", "Ada", "x"]
    for rows, heads in (
        ([head, row], True),
        ([row, head], True),
        ([row, row, head], False),
        ([["Name", "x"]], False),
        ([], False),
    ):
        assert heads_runners(rows) is heads


@together(
    ("rows", "points"),
    [
        ([["1000m", "2000m"], ["2:59.8 (3)", "5:58.4\n2:58.6"]], "1000m 2:59.8, 2000m 5:58.4"),
        ([["1000m", "2000m"], ["2:59.8", ""]], "1000m 2:59.8"),
        ([["1000m", "2:59.8"], ["2000m", "x", "5:58.4"], []], "1000m 2:59.8, 2000m 5:58.4"),
        ([["1000m", "2:59.8"], ["Ada", "5:58.4"], ["Finish", ""]], "1000m 2:59.8"),
        ([["1000m", "2:59.8"]], ""),
        ([["1000m"], ["2:59.8"]], ""),
        ([["1000m", ""], ["2:59.8", "5:58"]], ""),
        ([], ""),
    ],
)
def test_a_small_table_has_times_at_points_below_one_another_or_side_by_side(
    rows: list[list[str]], points: str
) -> None:
    assert points_in(rows) == points


def test_lines_above_a_table_say_how_far_and_which_event_unless_a_title_does() -> None:
    lines = ["Welcome", "Distance: 7,5 km", "Mood: good", "Mile", "5000 m"]
    assert lines_beside(lines, ["Results"]) == ["5000 m", "Distance: 7,5 km"]
    assert lines_beside(lines, ["10,000 m"]) == ["Distance: 7,5 km"]
    assert lines_beside(["Distance: " + "x" * 110, "Distance: " + "x" * 111], []) == ["Distance: " + "x" * 110]
