"""Places in Roman numerals."""

from tests.files.table.meanings.test_settling import understood
from tests.together import together


@together(
    ("title", "cells", "are"),
    [
        ("Place", "I II III IV", "1 2 3 4"),
        ("Rang", "I. II. III. DNF", "1 2 3 DNF"),
        ("Place", "I II II IV", "1 2 2 4"),
        ("Place", "IX I X XL", "9 1 10 40"),
        ("Heat", "I I I II", "I I I II"),
        ("Class", "V X V X", "V X V X"),
        ("Place", "II III IV V", "II III IV V"),
        ("Place", "I II x IIII", "I II x IIII"),
    ],
)
def test_what_counts_the_rows_from_the_first_on_counts_them_in_digits(title: str, cells: str, are: str) -> None:
    rows = [f"R {at},{cell},4:1{at}.0" for at, cell in enumerate(cells.split())]
    assert " ".join(understood(f"Name,{title},Time", *rows)[title].cells) == are
