"""How freely a front's pace changes: it is kept up to the kick, and ranges do not grow with it."""

import numpy as np
import pytest

from replay.reconstruction import reconstruct
from replay.reconstruction.freedom import front_stiffness
from tests.builders import entry, race


def test_a_fast_last_kilometre_is_run_in_its_second_half() -> None:
    even: dict[float, float | str] = {1000.0: 180.0, 2000.0: 360.0, 3000.0: 540.0, 4000.0: 720.0}
    known = race(entry("First", 880.0, even), entry("Second", 881.0), entry("Third", 885.0), distance=5000)
    at = {split.distance: split.time.seconds for split in reconstruct(known).splits[0]}
    # A pace that changes alike over the whole of it would be at 4500 m after 82.5 s.
    assert 84.0 < at[4500.0] - 720.0 < 90.0
    assert at[4500.0] - at[4400.0] > 880.0 - at[4900.0] + 2.0


@pytest.mark.parametrize("distance", [800.0, 1000.0])
def test_in_a_short_race_nobody_waits_for_a_kick(distance: float) -> None:
    nodes = np.arange(100.0, distance + 1, 100.0)
    assert np.array_equal(front_stiffness(nodes), front_stiffness(nodes, kicks=True))
