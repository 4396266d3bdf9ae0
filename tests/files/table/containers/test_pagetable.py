"""Cells of a page's tables."""

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
