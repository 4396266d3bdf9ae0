"""Objects that hold a list by its runners' names or numbers."""

import pytest

from replay.files.table.containers.keyed import keyed_rows

ADA, BEA = "15:10", "15:12"


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        ({"Ada": ADA, "Bea": "DNF"}, [{"name": "Ada", "time": ADA}, {"name": "Bea", "time": "DNF"}]),
        ({"7": ADA, "8": BEA}, [{"bib": "7", "time": ADA}, {"bib": "8", "time": BEA}]),
        ({"Ada": [ADA, "710"], "Bea": ["-", "-"]}, [{"name": "Ada", "time": ADA}, {"name": "Bea", "time": "-"}]),
        ({"Ada": ["2:55", ADA], "Bea": ["2:56", BEA]}, [{"name": "Ada", "lap": ["2:55", ADA]}] * 1),
        ({"7": {"name": "Ada", "net": ADA}, "8": {"name": "Bea"}}, [{"bib": "7", "name": "Ada", "net": ADA}]),
        ({"Ada": {"bib": 7, "net": ADA}, "Bea": {"bib": 8}}, [{"name": "Ada", "bib": 7, "net": ADA}]),
        ({"name": "Ada", "time": ADA}, []),
        ({"Ada": ADA}, []),
        ({"Ada": "fast", "Bea": "slow"}, []),
        ({"men": {"Ada": {"time": ADA}}, "women": {"Bea": {"time": BEA}}}, []),
    ],
)
def test_names_and_numbers_hold_times(value: dict[str, object], rows: list[dict[str, object]]) -> None:
    found = keyed_rows(value)
    assert found[: len(rows)] == rows
    assert len(found) == (len(value) if rows else 0)


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        # A whole second has lost its zeros, as where JavaScript writes numbers.
        (
            {"Ada": [70.1, 71], "Bea": [70.5, 72.5]},
            [{"name": "Ada", "lap": [70.1, 71]}, {"name": "Bea", "lap": [70.5, 72.5]}],
        ),
        ({"Ada": [70, 71], "Bea": [72, 73]}, [{"name": "Ada", "lap": [70, 71]}]),
        ({"Ada": [70.1], "Bea": [70.5]}, []),
        ({"Ada": ["a", "b"], "Bea": ["c", "d"]}, []),
        ({"Ada": 5, "Bea": 6}, []),
    ],
)
def test_within_laps_numbers_are_seconds(value: dict[str, object], rows: list[dict[str, object]]) -> None:
    assert keyed_rows(value, "Laps")[: len(rows) or None] == rows
    assert keyed_rows(value, "points") == []
