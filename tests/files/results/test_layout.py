"""Lists set in columns of blanks."""

from hypothesis import given
from hypothesis import strategies as st

from replay.files.results.layout import laid_out
from tests.together import together

RULED = """\
                 Spring 5K
Place Name                Age City             Time    Pace
===== =================== === =============== ======= =====
    1 Ada Alder            34 Oak Valley        15:02  4:51
    2 Bea Birch-Somebodyet 21 Pine              15:10  4:54
   13 Cyd Cedar                                 17:40  5:42
"""
GAPPED = """\
Race Analysis
    Bib  Name           Nat     400m      800m     Result
 1  102  ALDER Ada      IRL    1:01.2    2:04.5    2:04.50
 2   47  BIRCH Bea      GBR    1:01.4              2:05.11
 3    9  DE LA CEDAR C  ESP    1:01.9    2:06.0    2:06.00
page 1 of 1
"""


def test_a_ruler_says_where_the_columns_are() -> None:
    laid = laid_out(RULED.splitlines())
    assert laid is not None
    assert laid.rows == [
        ["Place", "Name", "Age", "City", "Time", "Pace"],
        ["1", "Ada Alder", "34", "Oak Valley", "15:02", "4:51"],
        ["2", "Bea Birch-Somebodyet", "21", "Pine", "15:10", "4:54"],
        ["13", "Cyd Cedar", "", "", "17:40", "5:42"],
    ]
    assert laid.lines == [2, 4, 5, 6]


def test_without_a_ruler_columns_are_where_a_gap_goes_all_the_way_down() -> None:
    laid = laid_out(GAPPED.splitlines())
    assert laid is not None
    assert laid.rows == [
        ["", "Bib", "Name", "Nat", "400m", "800m", "Result"],
        ["1", "102", "ALDER Ada", "IRL", "1:01.2", "2:04.5", "2:04.50"],
        ["2", "47", "BIRCH Bea", "GBR", "1:01.4", "", "2:05.11"],
        ["3", "9", "DE LA CEDAR C", "ESP", "1:01.9", "2:06.0", "2:06.00"],
    ]


@together("text", ["", "a\nb\nc", "name,result\nA,1:50\nB,1:51\nC,1:52\n", "It took 4:02 to go.\n" * 5])
def test_other_texts_are_set_in_no_columns(text: str) -> None:
    assert laid_out(text.splitlines()) is None


@given(st.lists(st.text(alphabet="ab 1:=-.\t", max_size=60), max_size=12))
def test_all_rows_of_a_list_have_as_many_cells(lines: list[str]) -> None:
    laid = laid_out(lines)
    if laid is not None:
        assert len({len(row) for row in laid.rows}) == 1
        assert len(laid.rows) == len(laid.lines)


SHIFTED = """\
Rang Name und Vorname          Jg   Ort          Zeit      Stnr  5 km
   1. Alfa Ada                  90   Bern         32.14,5   (2001) 16.01
   2. Beta Bea                  88   Biel         34.40,1   (2007) 17.10
   3. Gamma Cia                 92   Bulle        36.02,0   (2031) 17.55
"""


def test_headings_may_stand_a_place_beside_their_columns() -> None:
    laid = laid_out(SHIFTED.splitlines())
    assert laid is not None
    assert laid.rows[:2] == [
        ["Rang", "Name und Vorname", "Jg", "Ort", "Zeit", "Stnr", "5 km"],
        ["1.", "Alfa Ada", "90", "Bern", "32.14,5", "(2001)", "16.01"],
    ]


def test_a_name_too_long_for_its_column_does_not_put_two_others_together() -> None:
    text = """\
Pos  Bib  Name            Cat   Chip     Gun
1    101  Ada ALDER       FSEN  35:10    35:12
2    214  Bea BIRCH       F35   36:01    36:09
3    333  Cyd CEDAR-SOMEBODYET F40 37:00 37:11
"""
    laid = laid_out(text.splitlines())
    assert laid is not None
    assert laid.rows[0] == ["Pos", "Bib", "Name", "Cat", "Chip", "Gun"]
    assert laid.rows[1][-2:] == ["35:10", "35:12"]


def test_what_stands_above_a_list_and_again_on_its_next_page_is_nobody() -> None:
    page = """\
      Oak 5K Road Race
Timed and Scored by: Us (413) 214
Place No.   Name        Time
===== ===== =========== =====
    1    51 Ada Alder   15:45
    2    52 Bea Birch   17:05
"""
    again = page.replace("(413)", "(512)").replace("    1", "    3").replace("    2", "    4")
    laid = laid_out((page + again).splitlines())
    assert laid is not None
    assert [row[0] for row in laid.rows if row[0] != "Place"] == ["1", "2", "3", "4"]


def test_names_begin_behind_numbers_that_end_in_one_place() -> None:
    text = """\
 PLC    Time  PLC/Group  PLC/Sex Bib#   Name           Town, State
   1   16:12    1 20-29    1 M     1 Ada Alder         Oak,MA
   2   16:22    2 20-29    2 M   560 Bea Birch         Elm,MA
   3   16:55    1 30-39    1 F    28 Cyd "Cy" Cedar    Oak,MA
"""
    laid = laid_out(text.splitlines())
    assert laid is not None
    assert laid.rows[0] == ["PLC", "Time", "PLC/Group", "PLC/Sex", "Bib#", "Name", "Town, State"]
    assert laid.rows[2] == ["2", "16:22", "2 20-29", "2 M", "560", "Bea Birch", "Elm,MA"]


def test_of_two_headings_above_names_the_one_is_taken_that_calls_them() -> None:
    text = """\
  ID#  POINTS        FINISHER          TIME       2.5K
  168     1     1  Ada Alder, 11             8:11.2   16:13.7  Oak
   50     2     2  Bea Birch, 12             8:10.5   16:17.8  Elm
   53     3     3  Cyd Cedar-Dogwood, 12     8:15.3   16:40.1  Oak
"""
    laid = laid_out(text.splitlines())
    assert laid is not None
    at = laid.rows[0].index("FINISHER")
    assert [row[at] for row in laid.rows[1:3]] == ["Ada Alder, 11", "Bea Birch, 12"]
