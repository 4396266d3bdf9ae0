"""Cells of a page's tables."""

from replay.files.table.containers.page import Page
from replay.files.table.containers.pagetable import flag_of, span
from tests.together import together


@together(
    ("element", "nation"),
    [
        ({"alt": "Kenya", "src": "x.png"}, "KEN"),
        ({"alt": "KEN"}, "KEN"),
        ({"alt": "Flag of the United States"}, "USA"),
        ({"alt": "Kenya flag"}, "KEN"),
        ({"alt": "ken"}, ""),  # a name
        ({"alt": "photo", "src": "/flags/ke.png"}, "KEN"),
        ({"title": "Kenya"}, ""),
        ({"title": "Kenya", "class": "flag"}, "KEN"),
        ({"class": "flag-icon flag-icon-ke"}, "KEN"),
        ({"class": "flag flag-ke"}, "KEN"),
        ({"class": "fi fi-ke"}, "KEN"),
        ({"class": "fi fi-fi fis"}, "FIN"),
        ({"class": "fib fi-ke"}, "KEN"),
        ({"class": "f32 ke"}, "KEN"),
        ({"class": "ke flag"}, "KEN"),
        ({"class": "flags flag-cell flag-ke"}, "KEN"),
        ({"class": "flagged ke"}, ""),
        ({"class": "bottom-ke flag"}, ""),
        ({"class": "fi"}, ""),
        ({"src": "/flags/16/ke.png"}, "KEN"),
        ({"src": "/img/ke.png"}, ""),
        ({"src": "//upload/Flag_of_the_United_Kingdom.svg.png"}, "GBR"),
        ({"alt": None, "class": None, "src": None}, ""),
        ({}, ""),
    ],
)
def test_a_flag_is_known_by_its_words_its_class_or_its_file(element: dict[str, str | None], nation: str) -> None:
    assert flag_of(element) == nation


@together(
    ("text", "columns"),
    [("2", 2), (" 3 ", 3), ("0", 1), ("-2", 1), ("x", 1), ("", 1), (None, 1), ("\u0663", 1), ("99999999", 1000)],
)
def test_a_cell_spans_one_or_more(text: str | None, columns: int) -> None:
    assert span(text) == columns


ADA, BEA = "<tr><td data-label=Name>Ada<td data-label=Time>4:01", "<tr><td data-label=Name>Bea<td data-label=Time>4:02"


@together(
    ("rows", "first"),
    [
        (ADA + BEA, ["Name", "Time"]),
        ("<tr><th>Who<th>When" + ADA + BEA, ["Who", "When"]),
        ("<tr><td>Name<td>Time" + ADA + BEA, ["Name", "Time"]),
        (ADA.replace("Time", "x") + BEA.replace("Time", "x"), ["Ada", "4:01"]),  # one says nothing
        ("<tr><td data-label=Name>Ada<td>4:01" + "<tr><td data-label=Name>Bea<td>4:02", ["Ada", "4:01"]),
    ],
)
def test_what_cells_say_that_they_have_heads_a_table_without_headings(rows: str, first: list[str]) -> None:
    page = Page()
    page.feed(f"<table>{rows}</table>")
    page.close()
    (sheet,) = page.sheets()
    assert sheet.rows[0] == first
    assert [row for row in sheet.rows[1:] if row == first] == []
    assert sheet.rows[-1] == ["Bea", "4:02"]
