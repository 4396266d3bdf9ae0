"""Cells of several lines become columns."""

from replay.files.table.containers.lined import lines_apart
from tests.together import together


@together(
    ("rows", "made"),
    [
        ([["Name\nClub", "Time"], ["Ada Alf\nOak", "4:01"]], ["Name|Club|Time", "Ada Alf|Oak|4:01"]),
        (
            [["Finish\nTime", "Bib"], ["4:01\n0:02", "7"]],
            ["Finish Time|below 'Finish Time'|Bib", "4:01|0:02|7"],
        ),
        ([["Name", "Time"], ["Ada\nALFA", "4:01\nPB"]], ["Name|Time", "Ada ALFA|4:01 PB"]),
        ([["Name", "Laps"], ["A B", "1:01\n1:02"]], ["Name|Laps", "A B|1:01 1:02"]),
        ([["Name", "At"], ["A B", "400: 65.1\n800: 2:10.1"]], ["Name|At", "A B|400: 65.1 800: 2:10.1"]),
        ([["Name", "Time"], ["A B\nx\ny", "4:01"]], ["Name|below 'Name'|below 'Name' (2)|Time", "A B|x|y|4:01"]),
        ([["Name", "400m"], ["A B", "1:05\n2:10"]], ["Name|400m|400m lap", "A B|2:10|1:05"]),
        ([["a\nb"], ["c"]], ["a b", "c"]),
        # What a page shows on small screens alone is no line, but one label may be part of a text.
        (
            [["Name", "Time"], ["NAME Ada", "Time: 4:01"], ["Name\nBea", "Time4:02"]],
            ["Name|Time", "Ada|4:01", "Bea|4:02"],
        ),
        ([["Name", "Club"], ["Ada", "Club Oak"]], ["Name|Club", "Ada|Club Oak"]),
        (
            [["Name", "Time"], ["Name Ada", "Time: 4:01"], ["Bea", "4:02"]],
            ["Name|Time", "Name Ada|Time: 4:01", "Bea|4:02"],
        ),
    ],
)
def test_each_line_is_a_column_unless_they_belong_together(rows: list[list[str]], made: list[str]) -> None:
    assert ["|".join(row) for row in lines_apart(rows, {0})] == made


def test_a_second_row_of_headings_is_of_the_second_lines_but_where_it_says_the_same() -> None:
    rows = [["Name", "Bib"], ["Club", "Bib"], ["Ada Alf\nOak", "7\nA"], ["Bea Bo\nElm", "8\nB"]]
    assert lines_apart(rows, {0, 1}) == [
        ["Name", "below 'Name'", "Bib", "below 'Bib'"],
        ["", "Club", "Bib", ""],
        ["Ada Alf", "Oak", "7", "A"],
        ["Bea Bo", "Elm", "8", "B"],
    ]
