"""A row below the headings that says what each column is counted in."""

from replay.files.table.layouts.unit_row import with_units
from tests.together import together

TITLES = ["Name", "Far", "Time"]


@together(
    ("row", "made"),
    [
        (["", "km", "h:mm:ss"], ["Name", "Far (km)", "Time (h:mm:ss)"]),
        (["", "[m]", "(mm:ss.ff)"], ["Name", "Far (m)", "Time (mm:ss.ff)"]),
        (["", " Miles "], ["Name", "Far (Miles)", "Time"]),
        (["#", "", "min/km"], ["Name (#)", "Far", "Time (min/km)"]),
        (["", "", ""], None),
        (["Ada", "km", "min"], None),
        (["", "10", "min"], None),
        (["", "km", "min", "s"], None),
    ],
)
def test_units_stand_in_brackets_behind_the_headings(row: list[str], made: list[str] | None) -> None:
    assert with_units(TITLES, row) == made


def test_a_column_without_a_heading_is_headed_by_its_unit() -> None:
    assert with_units(["Name", ""], ["", "km"]) == ["Name", "km"]
