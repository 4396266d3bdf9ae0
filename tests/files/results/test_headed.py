"""Tables whose few signs could be those of a text."""

from replay.files.results.headed import is_headed_table


def test_a_heading_and_as_many_cells_below_are_a_table() -> None:
    assert is_headed_table(["Name,Time", "Ada Alfa,1d 03:40:07"])
    assert is_headed_table(["Name\t5 km\tTime", "Ada Alfa\tNT\t31:04", "Bea Beta\t15:40\t31:40"])
    assert is_headed_table(["Spring Open", "", "Name;Time", "Ada Alfa;31:04"])


def test_a_text_is_none() -> None:
    assert not is_headed_table(["Ada Alfa, 31:04", "Bea Beta, 31:40"])
    assert not is_headed_table(["Name, Time", "1. Ada Alfa, Oak AC, 31:04", "2. Bea Beta, Ash Harriers, 31:40"])
    assert not is_headed_table(["Name", "Ada Alfa"])
    assert not is_headed_table([])
