"""Lists in plain lines, with nothing but single blanks between the cells."""

from replay.files.results.inline import in_lines
from tests.together import together


@together(
    ("line", "cells"),
    [
        ("1. 23 ALFA Ada KEN 12 Jan 1999 3:58.21 SB", ["1", "23", "ALFA Ada", "KEN", "", "3:58.21"]),
        ("Ada Alfa - 19:10", ["", "", "Ada Alfa", "", "", "19:10"]),
        ("1) Ada Alfa (2001 | LG Nord) 4:12,33", ["1", "", "Ada Alfa", "", "", "4:12,33"]),
        ("3rd Cia Gamma 20:05 4:01/km", ["3", "", "Cia Gamma", "", "", "20:05"]),
        ("1 12 Ada Alfa 31:10 31:08 5:01", ["1", "12", "Ada Alfa", "", "", "31:10"]),
        ("1 1 101 Ada Alfa 19:58.3", ["1", "101", "Ada Alfa", "", "", "19:58.3"]),
        ("3 - 120 Cia Gamma 20:10.0", ["3", "120", "Cia Gamma", "", "", "20:10.0"]),
        ("2. Alfa, Ada 35:10", ["2", "", "Alfa, Ada", "", "", "35:10"]),
        ("2. van der Alfa, Ada 35:10", ["2", "", "van der Alfa, Ada", "", "", "35:10"]),
        ("2. Ada Alfa, Leeds City 35:10", ["2", "", "Ada Alfa", "", "Leeds City", "35:10"]),
        ("19 DELTA Dot GBR 1 Feb 2000 DNF", ["19", "", "DELTA Dot", "GBR", "", "DNF"]),
    ],
)
def test_a_line_is_a_runner(line: str, cells: list[str]) -> None:
    found = in_lines(["5000 m", line, "Bea Beta 19:40"])
    assert found is not None
    assert found.rows[1] == cells
    assert found.lines == [2, 2, 3]


def test_a_nation_between_name_and_club_parts_them_where_all_lines_have_one() -> None:
    found = in_lines(["1 SMITH, JOHN GBR BORDER H 35:10", "2 VAN DER MERWE, KOBUS W RSA PRETORIA M C 35:40"])
    assert found is not None
    assert [row[2:5] for row in found.rows[1:]] == [
        ["SMITH, JOHN", "GBR", "BORDER H"],
        ["VAN DER MERWE, KOBUS W", "RSA", "PRETORIA M C"],
    ]
    found = in_lines(["1 Ada VAN DEN BERG 35:10", "2 Bea Beta 35:40"])
    assert found is not None
    assert found.rows[1][2:5] == ["Ada VAN DEN BERG", "", ""]
    found = in_lines(["1  Ada Alfa  Leeds  2:05.1", "2  Bea Beta  York   2:06.2"])
    assert found is not None
    assert found.rows[1][2:5] == ["Ada Alfa", "", "Leeds"]


@together(
    "lines",
    [
        ["The race began at 19:10 in the rain, and nobody came."] * 3,
        ["Ada Alfa 19:10"],
        ["one", "Ada Alfa 19:10", "two", "three", "four", "Bea Beta 19:20"],
        ["12:30 13:30", "14:30 15:30"],
    ],
)
def test_other_lines_are_no_list(lines: list[str]) -> None:
    assert in_lines(lines) is None


def test_years_at_school_are_of_no_name_where_half_have_one() -> None:
    lines = [
        "25 ALDER, Ada FR 1333 Oak Hill - 22:23.5 3:58.6",
        "26 BIRCH, Bo 6 181 Elm - 22:26.6 4:01.7",
        "27 CEDAR, Cyd SO 1859 Oak 18 22:27.9 4:03.0",
        "28 DELL, Dee JR 1442 Elm 19 22:37.4 4:12.5",
    ]
    laid = in_lines(lines)
    assert laid is not None
    assert [row[2] for row in laid.rows[1:]] == ["ALDER, Ada", "BIRCH, Bo", "CEDAR, Cyd", "DELL, Dee"]
    laid = in_lines([lines[1], lines[0], "27 CEDAR, Cyd 22:27.9", "28 DELL, Dee 22:37.4"])
    assert laid is not None
    assert laid.rows[2][2] == "ALDER, Ada FR"  # alone, it may be a name
