"""The strip of a large field, however little room it has."""

import numpy as np

from replay.drawing.panels.crowd_strip import column, columns
from tests.together import together


@together("width", [1, 2, 3, 4, 80])
def test_everybody_is_on_it_in_any_width(width: int) -> None:
    counts = columns(np.array([0.0, 10.0, 500.0, 1000.0]), 1000.0, width)
    assert len(counts) == width
    assert sum(counts) == (4 if width > 1 else 0)
    assert all(1 <= column(metres, 1000.0, width) <= max(width - 2, 1) for metres in (0.0, 500.0, 1000.0))
