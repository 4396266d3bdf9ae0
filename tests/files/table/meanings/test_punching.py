"""Controls of an orienteering course in a table."""

import pytest

from replay.files.table.meanings.column import columns_of
from replay.files.table.meanings.punching import has_controls, places_of


@pytest.mark.parametrize(
    ("titles", "controls"),
    [
        (("name", "1 (105)", "2 (107)"), True),
        (("name", "Control 1", "Kontroll 2"), True),
        (("name", "1 (105)", "time"), False),
        (("name", "1", "2"), False),
        (("1 (1500)", "2 (3000)"), False),
    ],
)
def test_headings_count_controls_from_two_on(titles: tuple[str, ...], controls: bool) -> None:
    assert has_controls(columns_of(titles, [["x"] * len(titles)])) is controls


@pytest.mark.parametrize(
    ("times", "results", "places"),
    [
        ([[250.0, 500.0], [300.0, 700.0], [300.0, None]], [1000.0, 1000.0, 1200.0], (1250.0, 3000.0)),
        ([[250.0, None], [300.0, 700.0]], [None, 1000.0], (1500.0, 3500.0)),  # of who has a result
        ([[250.0, None], [300.0, None]], [1000.0, 1000.0], None),  # nobody was there
        ([[500.0, 500.0]], [1000.0], None),
        ([[600.0, 500.0]], [1000.0], None),
        ([[500.0, 1000.0]], [1000.0], None),  # at the finish
        ([[], []], [1000.0, 1000.0], None),
    ],
)
def test_a_control_lies_where_the_middle_time_puts_it(
    times: list[list[float | None]], results: list[float | None], places: tuple[float, ...] | None
) -> None:
    assert places_of(times, results, 5000.0) == places
