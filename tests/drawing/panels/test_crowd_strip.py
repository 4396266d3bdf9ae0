"""The strip of a large field, however little room it has."""

import numpy as np

from replay.cells.rows import plain
from replay.drawing.panels.crowd_strip import CrowdStrip, column, columns, crowd_rows
from tests.miles import LOOK
from tests.together import together


@together("width", [1, 2, 3, 4, 80])
def test_everybody_is_on_it_in_any_width(width: int) -> None:
    counts = columns(np.array([0.0, 10.0, 500.0, 1000.0]), 1000.0, width)
    assert len(counts) == width
    assert sum(counts) == (4 if width > 1 else 0)
    assert all(1 <= column(metres, 1000.0, width) <= max(width - 2, 1) for metres in (0.0, 500.0, 1000.0))


def test_a_name_before_its_letter_is_never_taken_for_that_of_a_letter_before_it() -> None:
    for second, named in ((60, True), (67, False)):
        stars = ((78, "1", LOOK.strong, "Kiptum"), (second, "2", LOOK.strong, ""))
        text = plain(crowd_rows(CrowdStrip("", (0,) * 80, 1, stars, 42195.0), LOOK, 80, 2))
        assert ("Kiptum 1" in text) == named
