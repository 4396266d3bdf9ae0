"""The close view of every shipped race: who is in it stands on the track, and is large."""

import math
from itertools import product
from pathlib import Path

import pytest

from replay.drawing.closeup.plan import HEAD
from replay.drawing.view import Eye
from replay.files.formats import read_race
from replay.state import timeline_of
from replay.viewing.stage import Stage
from tests.miles import LOOK
from tests.places import RACES

SIZES = ((50, 16), (74, 24), (138, 45), (200, 15))
"""Of the panel in terminals of 80x24, 120x40 and 200x60, and of the band in the last."""


@pytest.mark.sampled(4)
@pytest.mark.parametrize("path", sorted(RACES.glob("*.yaml")), ids=lambda path: path.stem)
def test_everybody_stands_on_the_track_and_is_a_quarter_of_the_picture_high(path: Path) -> None:
    timeline = timeline_of(read_race(path)[0])
    stage = Stage(timeline, LOOK)
    eye, won = Eye(near=1.0), timeline.winner_time or timeline.finish
    for size, share in product(SIZES, (0.02, 0.3, 0.6, 0.9, 0.999, 1.01)):
        shown = stage.follow(*size)
        kerb, t = 2 * shown.plan.kerb, share * won
        view = shown._view(*shown._followed(t, eye))
        for runner in shown.seen_at(t, eye):
            dip = view.dip(math.floor((runner.along - view.left) * view.scale))
            assert kerb + 1 + dip < runner.foot <= kerb + 2 * shown.plan.track, (size, t, runner)
        assert HEAD / 2 * shown.plan.scale >= 0.24 * size[1], size
