"""Where the heading of a table is, what parts its cells, and what stands above."""

import re

import pytest

from replay.files.table.layouts.cutting import MOST_CELLS, MOST_COLUMNS, MOST_LINES, NoTable
from replay.files.table.layouts.grid import read_grid
from tests.together import together

ROWS = [["1", "Ada", "4:01"], ["2", "Bea", "4:02"]]
TITLES = ["Place", "Name", "Time"]
COMMAS = "Place,Name,Time\n1,Ada,4:01\n2,Bea,4:02\n"


@together(("sign", "words"), [(",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "bars")])
def test_what_parts_the_cells_is_told_by_the_headings(sign: str, words: str) -> None:
    grid = read_grid(COMMAS.replace(",", sign))
    assert (grid.titles, grid.rows, grid.lines, grid.line) == (TITLES, ROWS, [2, 3], 1)
    assert (grid.headed, grid.delimiter, grid.parted_by) == (True, sign, words)


def test_commas_in_times_part_nothing_where_semicolons_part_headings() -> None:
    assert read_grid("Place;Name;Time\n1;Ada;4:01,5\n2;Bea;4:02,5\n").rows[0] == ["1", "Ada", "4:01,5"]


def test_what_parts_the_cells_may_be_said_on_the_first_line_or_by_the_user() -> None:
    odd = COMMAS.replace(",", "_")
    assert read_grid(odd, "_").rows == ROWS
    said = read_grid("sep=_\n" + odd)
    assert (said.rows, said.lines, said.line, said.parted_by) == (ROWS, [3, 4], 2, "'_'")


@together(
    ("above", "comments", "titles"),
    [
        ("", {}, []),
        ("# date: 2018-09-23\n# Spring mile\n#\n\n", {"date": "2018-09-23"}, [["Spring mile"]]),
        ("## Event = Mile,,\n", {"event": "Mile"}, []),
        ("# date: first\n# date: second\n", {"date": "first"}, []),
        ("Spring mile,,\n", {}, [["Spring mile"]]),
        (
            "Spring mile\nDate: 23/09/2018\nVenue:,London\n",
            {"date": "23/09/2018", "venue": "London"},
            [["Spring mile"]],
        ),
        ("Spring,mile\n\n", {}, [["Spring", "mile"]]),
        ("Where,is,it\n", {}, [["Where", "is", "it"]]),
    ],
)
def test_above_the_heading_stand_titles_and_what_is_said_by_key(
    above: str, comments: dict[str, str], titles: list[list[str]]
) -> None:
    grid = read_grid(above + COMMAS)
    first = above.count("\n") + 1
    assert (grid.titles, grid.rows) == (TITLES, ROWS)
    assert (grid.line, grid.lines) == (first, [first + 1, first + 2])
    assert (grid.comments, grid.above) == (comments, titles)


def test_a_sign_of_numbers_may_head_the_first_column() -> None:
    assert read_grid("#;Name;Time\n1;Ada;4:01\n2;Bea;4:02\n").titles == ["#", "Name", "Time"]


@together(
    ("text", "titles", "lines", "above"),
    [
        ("1,Ada,4:01\n2,Bea,4:02\n", 3, [1, 2], []),
        ("Sunday\n1,Ada,4:01\n2,Bea,4:02,x\n", 4, [2, 3], [["Sunday"]]),
        ("Cia;4:00;C\nAda;4:01;A\nBea;4:02;B\n", 3, [1, 2, 3], []),
        ("Cia;York;DNF\nAda;St. Albans;4:01\nBea;Hull;4:02\n", 3, [1, 2, 3], []),
        ("Cia;York;DNF\nAda;12;4:01\nBea;13;4:02\n", 3, [1, 2, 3], []),
        ("Zxq;;Tsr\nAda;4:01;A\nBea;4:02;B\n", 3, [1, 2, 3], []),
        ("Cia;DNF;C\nAda;4:01;A\nBea;4:02;B\n", 3, [1, 2, 3], []),
        ("Cia;-;C\nAda;4:01;A\nBea;4:02;B\n", 3, [1, 2, 3], []),
        ("Zxq;Wvu\nAda;4:01\n", 2, [1, 2], []),
        ("Zxq;Wvu;Tsr\n", 3, [1], []),
    ],
)
def test_columns_without_headings_are_counted(text: str, titles: int, lines: list[int], above: list[list[str]]) -> None:
    grid = read_grid(text)
    assert not grid.headed
    assert grid.titles == [f"column {number}" for number in range(1, titles + 1)]
    assert (grid.lines, grid.above) == (lines, above)


def test_words_that_are_not_known_head_columns_in_which_times_stand_below() -> None:
    for titles in (["Zxq", "Wvu", "Tsr"], ["Zxq", "Wvu 2", "Tsr3"]):
        check_heading(titles)


def check_heading(titles: list[str]) -> None:
    grid = read_grid(f"{';'.join(titles)}\nAda;4:01;A\nBea;4:02;B\n")
    assert (grid.headed, grid.titles, grid.lines) == (True, titles, [2, 3])


def test_a_point_stands_above_what_is_told_of_it() -> None:
    grid = read_grid(",,5 km,,10 km,\nPlace,Name,Time,Rank,Time,Rank\n1,Ada,15:00,1,30:00,1\n2,Bea,15:01,2,30:01,2\n")
    assert grid.titles == ["Place", "Name", "5 km Time", "5 km Rank", "10 km Time", "10 km Rank"]
    assert (grid.line, grid.lines, grid.above) == (2, [3, 4], [])


@together(
    ("row", "points"),
    [
        ("km,,5,10,", ["A (5 km)", "B (10 km)"]),
        ("km,,2.5,10,", ["A (2.5 km)", "B (10 km)"]),
        ("m,,1000,5000,", ["A (1000 m)", "B (5000 m)"]),
        (",,500 m,1 km,", None),  # the numbers do not rise
        (",,1 mi,2 mi,", ["A (1 mi)", "B (2 mi)"]),
        ("distance,,500,999,", ["A (500 km)", "B (999 km)"]),
        ("distance,,500,1000,", ["A (500 m)", "B (1000 m)"]),
        ("distance,,5,5,", None),
        ("distance,x,5,6,", None),
        (",,5,6,", None),
        ("distance,,5,,", None),
    ],
)
@together("below", [True, False])
def test_how_far_the_points_are_may_stand_beside_the_headings(row: str, points: list[str] | None, below: bool) -> None:
    heads, runner = "Place,Name,A,B,Time", "1,Ada,15:00,30:00,40:00"
    grid = read_grid("\n".join([heads, row, runner] if below else [row, heads, runner]))
    assert grid.titles == ["Place", "Name", *(points or ["A", "B"]), "Time"]
    assert len(grid.rows) == (2 if points is None and below else 1)
    assert bool(grid.above) == (points is None and not below)


@together(
    ("text", "first"),
    [
        ('"Name","Time"\n"1","Ada","4:01"\n"2","Bea","4:02"\n', ""),
        ('"Name","Time"\n"5","Ada","4:01"\n"6","Bea","4:02"\n', ""),
        ('"Name","Time"\n"5","Ada","4:01"\n"7","Bea","4:02"\n', "Name"),
        ('"Name","Time"\n"1","Ada","4:01"\n"2","Bea"\n', "Name"),
        ('"Name","Time"\n"x","Ada","4:01"\n"y","Bea","4:02"\n', "Name"),
        ('"Bib","Name"\n"1","Ada","4:01"\n"2","Bea","4:02"\n', "Bib"),
        ('"Name","Time"\n"1","Ada","4:01"\n', "Name"),
    ],
)
def test_a_column_that_counts_the_rows_needs_no_heading_as_in_tables_that_r_writes(text: str, first: str) -> None:
    assert read_grid(text).titles[0] == first


def test_where_there_is_nothing_there_is_no_table() -> None:
    with pytest.raises(NoTable, match="no row"):
        read_grid("")


@together(
    ("text", "words"),
    [
        ("\n" * (MOST_LINES + 1), f"the table has {MOST_LINES + 1:,} lines, and at most {MOST_LINES:,} are read"),
        ("a" + "," * (MOST_CELLS + 1), f"the table has {MOST_CELLS + 1:,} cells, and at most {MOST_CELLS:,} are read"),
        (
            "Name,Time" + ",x" * (MOST_COLUMNS - 1),
            f"{MOST_COLUMNS + 1:,} columns, and at most {MOST_COLUMNS:,} are read",
        ),
    ],
)
def test_a_table_that_is_too_large_says_how_large(text: str, words: str) -> None:
    with pytest.raises(NoTable, match=re.escape(words)):
        read_grid(text)


def test_as_many_columns_as_are_read_are_read() -> None:
    assert len(read_grid("Name,Time" + ",x" * (MOST_COLUMNS - 2)).titles) == MOST_COLUMNS


def test_numbers_are_metres_where_the_last_is_a_thousand() -> None:
    grid = read_grid("Place,Name,A,B,C\ndistance,,500,999,1500\n1,Ada,1:30,3:00,4:30\n")
    assert grid.titles[2:] == ["A (500 m)", "B (999 m)", "C (1500 m)"]


def test_where_no_heading_is_known_that_parts_the_cells_by_which_the_lines_have_as_many() -> None:
    assert read_grid("aa\t1,5\nbb\t2,5\ncc\t3\n").rows == [["aa", "1,5"], ["bb", "2,5"], ["cc", "3"]]


@together(
    ("titles", "headed"),
    [
        ("Name,x", True),
        ("Name,x,y", False),
        ("Name,Club,x,y", True),
        ("Name,400,x,y", False),
        ("Name,400,800,1200", True),
        ("Name,400,800", True),
        ("400,800", False),
        ("Name,4:01", False),
        ("Name,Club,4:01", False),
        ("Name,Club,Bib,4:01", True),
        ("Name,DNF", True),
        ("Name,Club,12 June 2024", False),
    ],
)
def test_a_row_is_a_heading_by_the_share_of_its_words_that_are_known(titles: str, headed: bool) -> None:
    cells = titles.count(",")
    assert read_grid(f"{titles}\nAda{',7' * cells}\nBea{',8' * cells}\n").headed is headed


@together(("above", "headed"), [(39, True), (40, False)])
def test_it_is_looked_for_among_forty_lines(above: int, headed: bool) -> None:
    grid = read_grid("Oak\n" * above + COMMAS)
    assert grid.headed is headed
    assert (grid.line == above + 1) is headed


def test_lines_of_one_cell_are_no_heading_where_most_have_several() -> None:
    assert read_grid("Name\n1,Ada,4:01\n2,Bea,4:02\n").headed is False
    assert read_grid("Name\nAda\nBea\n1,2\n").headed is True


@together(
    ("text", "comments", "above", "delimiter"),
    [
        ("// date: 1 May\n" + COMMAS, {"date": "1 May"}, [], ","),
        ("#;Name;Time\n1;Ada;4:01\n", {}, [], ";"),
        ("# Oak;\n#\n" + COMMAS, {}, [["Oak;"]], ","),
        ("SEP=;\r\nName;Time\r\nAda;4:01\r\n", {}, [], ";"),
        ("sep=;,,\nName;Time\nAda;4:01\n", {}, [], ";"),
    ],
)
def test_what_stands_before_the_table(
    text: str, comments: dict[str, str], above: list[list[str]], delimiter: str
) -> None:
    grid = read_grid(text)
    assert (grid.comments, grid.above, grid.delimiter) == (comments, above, delimiter)


def test_teams_and_sexes_below_are_known_by_their_captions() -> None:
    grid = read_grid(COMMAS + "Team Scores\n1,Oak,12\n2,Elm,20\n")
    assert (grid.rows, grid.teams) == (ROWS, (4, 5, 6))
    sided = read_grid("Women\n" + COMMAS + "Men\n1,Al,3:50\n")
    assert [row[-1] for row in sided.rows] == ["F", "F", "M"]
    assert read_grid("Women\n" + COMMAS.replace("Time", "Sex") + "Men\n1,Al,M\n").titles == ["Place", "Name", "Sex"]
    unheaded = read_grid("Women\n1,Ada Alfa,4:01\n2,Bea Beta,4:02\nMen\n1,Al Alf,3:50\n")
    assert [row[-1] for row in unheaded.rows] == ["F", "F", "M"]


def test_a_line_of_too_many_tabs_is_told_by_its_columns() -> None:
    wide = "\t".join(map(str, range(100_000)))
    with pytest.raises(NoTable) as told:
        read_grid(f"{wide}\n{wide}\n")
    assert "100,000 columns" in told.value.message
