"""Lines by themselves that begin a heat."""

from replay.files.table.layouts.heats import heat_of
from tests.together import together


@together("line", ["Heat 2", "Zeitlauf 1/2", "Erä 3", "Heat 1 of 3", "Race 2", "Heat 1 Wind: +0.3", "3rd heat:"])
def test_a_heat_is_named_in_many_words(line: str) -> None:
    assert heat_of(line) == line.rstrip(":")


@together("line", ["Race report", "Heat was terrible", "Race 5 km", "Course record", "12/2"])
def test_other_lines_begin_none(line: str) -> None:
    assert heat_of(line) == ""
