"""What a cell looks like by itself."""

from replay.files.missing import read_place
from replay.files.table.values.cells import is_clock, is_distance, is_number
from tests.together import together


@together(
    ("text", "kinds"),
    [
        ("10 km", "distance"), ("mile", "distance"), ("half", "distance"), ("Ada Alfa", ""), ("", ""),
        ("7", "number distance place"), ("7.0", "number distance place"), ("7.5", "distance"),
        ("4:02", "clock"), ("1:02:03.5", "clock"), ("0", "number"), ("24h", "distance clock"), ("north", ""),
        ("3.", "distance place"),
    ],
)  # fmt: skip
def test_each_is_of_the_kinds_it_may_be(text: str, kinds: str) -> None:
    told = {
        "clock": is_clock(text), "number": is_number(text), "distance": is_distance(text),
        "place": read_place(text) is not None,
    }  # fmt: skip
    assert {kind for kind, is_one in told.items() if is_one} == set(kinds.split())
