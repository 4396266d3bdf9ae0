"""Moments in the time of several zones."""

from replay.files.table.meanings.column import columns_of
from replay.files.table.meanings.zones import in_one_zone
from tests.together import together


@together(
    ("start", "cells", "told"),
    [
        ("", ["2024-05-04T09:00:00+02:00", "2024-05-04T07:41:20Z"], ["2024-05-04T07:00:00Z", "2024-05-04T07:41:20Z"]),
        ("", ["2024-01-01 00:10:00.5 +0100", "2024-01-01T00:10Z"], ["2023-12-31T23:10:00.5Z", "2024-01-01T00:10:00Z"]),
        ("", ["2024-05-04T09:00:00-02:30", "2024-05-04T07:41:20Z"], ["2024-05-04T11:30:00Z", "2024-05-04T07:41:20Z"]),
        ("2024-05-04T09:00:00+02:00", ["2024-05-04T07:41:20Z"], ["2024-05-04T07:41:20Z"]),
        ("", ["2024-05-04T09:00:00+02:00", "2024-05-04T09:40:10+02:00"], None),
        ("", ["2024-05-04T09:00:00+02:00", "9:40:10"], None),
        (
            "",
            ["2024-15-44T09:00:00+02:00", "2024-05-04T07:41:20Z"],
            ["2024-15-44T09:00:00+02:00", "2024-05-04T07:41:20Z"],
        ),
    ],
)
def test_they_are_brought_to_one_clock(start: str, cells: list[str], told: list[str] | None) -> None:
    columns = columns_of(["finish"], [[cell] for cell in cells])
    began, changed = in_one_zone(columns, start)
    assert columns[0].cells == (told or cells)
    assert bool(changed) is (told is not None)
    assert began == ("2024-05-04T07:00:00Z" if start else "")
