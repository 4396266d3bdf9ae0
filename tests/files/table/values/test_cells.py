"""What a cell looks like by itself."""

from replay.files.missing import read_place
from replay.files.table.values.cells import (
    is_clock,
    is_distance,
    is_number,
    is_same,
    is_sex,
    read_count,
    read_lapped,
    read_laps,
    read_sex,
)
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


@together(
    ("text", "laps"),
    [
        ("-1 lap", 1), ("+2 Rd.", 2), ("lapped", 1), ("3 laps down", 3), (" - 12 tours ", 12), ("1000 laps", None),
        ("lap", None), ("-1", None), ("1 lap more", None), ("", None),
    ],
)  # fmt: skip
def test_who_was_lapped_was_so_many_laps_behind(text: str, laps: int | None) -> None:
    assert read_lapped(text) == laps


@together(
    ("text", "laps"),
    [
        ("5:00 5:05", "5:00 5:05"), ("72,5; 73,1", "72,5 73,1"), ("1:12/2:19", "1:12 2:19"), ("72, 73", "72 73"),
        ("1:12 - 1:13", "1:12 1:13"), ("72|73", "72 73"), ("5:00 x", ""), ("", ""), ("5:00", "5:00"),
        ("15:02 + 14:59", "15:02 14:59"),
    ],
)  # fmt: skip
def test_laps_in_a_cell_are_all_times_or_none_is(text: str, laps: str) -> None:
    assert " ".join(cell.text for cell in read_laps(text)) == laps


def test_what_says_the_same_and_what_says_a_sex() -> None:
    assert all(map(is_same, ("s.t.", "Same Time", "idem", '"', " ,, ", "m.t.")))
    assert not any(map(is_same, ("", ".", "1 st", "stx", "4:01")))
    assert all(map(is_sex, ("F", "female", "Männer", "x")))
    assert not any(map(is_sex, ("", "Ada", "12")))
    assert (read_sex("female"), read_sex("w"), read_sex("Ada")) == ("F", "F", "Ada")


@together(("cell", "count"), [("7", 7), (" 23,0", 23), ("12.0", 12), ("7.5", None), ("", None), ("Lap 3", None)])
def test_a_count_is_a_whole_number_however_a_program_wrote_it(cell: str, count: int | None) -> None:
    assert read_count(cell) == count
