"""Cells that are parted by a sign."""

import pytest

from replay.files.table.layouts.cutting import NoTable, parted_rows
from tests.together import together


@together(
    ("text", "sign", "rows", "lines"),
    [
        ("a,b\n\n,\nc,d\n", ",", ["a/b", "c/d"], [1, 4]),
        ('a,"b\nc",d\ne,f\n', ",", ["a/b\nc/d", "e/f"], [1, 3]),
        ("a\0b,c\n", ",", ["ab/c"], [1]),
        ("A &amp; B;C&eacute;l;&#39;x\n", ";", ["A & B/Cél/'x"], [1]),
        ("A&amp;B,C\n", ",", ["A&B/C"], [1]),
        ("| a | b |\n|---|:-:|\n| c | d |\n", "|", ["a /b ", "c /d "], [1, 3]),
        ("+---+\n| a |\n+===+\n| c |\n", "|", ["a ", "c "], [2, 4]),
        ("a | b\n--|--\nc | d\n", "|", ["a /b", "c /d"], [1, 3]),
        ("a | b | c\n--|--|--\nd | e | f\n", "|", ["a /b /c", "d /e /f"], [1, 3]),
        ("10 km\n| a | b |\n", "|", ["10 km", "a /b "], [1, 2]),
        ("a | b | \nc | d | \n", "|", ["a /b /", "c /d /"], [1, 2]),  # without a bar at its left
        (" | a | b\n | c | d\n", "|", ["/a /b", "/c /d"], [1, 2]),
    ],
)
def test_each_row_has_its_cells_and_its_line(text: str, sign: str, rows: list[str], lines: list[int]) -> None:
    found, told = parted_rows(text, sign, 1)
    assert (["/".join(row) for row in found], told) == (rows, lines)
    few, at = parted_rows(text, sign, 5, most=2)
    assert (few, at) == (found[: len(few)], [line + 4 for line in told[: len(few)]])


def test_rows_that_an_unclosed_quote_took_in_are_rows_again() -> None:
    rows, lines = parted_rows('a,b\nc,"d\ne,f\ng",h\ni,j\n', ",", 1)
    assert (["/".join(row) for row in rows], lines) == (["a/b", "c/d", "e/f", "g/h", "i/j"], [1, 2, 3, 4, 5])


@together(
    ("text", "line"),
    [("a,b\n" + 'x,"' + "c\n" * 25, 2), ("a,b\n" + '"' + "c\n" * 200_000, 2), ("a\n" + "," * 1000 + "b\n", 2)],
)
def test_what_is_no_table_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(NoTable) as raised:
        parted_rows(text, ",", 1)
    assert raised.value.line == line
    assert len(parted_rows('x,"' + "c\n" * 19 + '"\n', ",", 1)[0]) == 1
