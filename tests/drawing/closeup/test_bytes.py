"""How much a frame of the close view writes to a terminal."""

import itertools
import statistics

import pytest

from replay.cells.ansi import difference
from replay.cells.depth import Depth
from replay.drawing.closeup.follow import FollowView
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye
from replay.files.library import Library
from replay.state.packing import Placing
from replay.state.timeline import Timeline


@pytest.mark.parametrize("rate", [1, 4])
def test_a_frame_of_the_close_view_is_small_enough_for_a_slow_line(rate: int) -> None:
    timeline = Timeline(Library().race("london-mile-2026")[0])
    look = look_of(DARK, False)
    follow = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 138, 34)
    sizes = []
    for start in (40, 70, 120, 200):
        frames = [follow.rows(start + at * rate / 30, Eye(1.0, rate=rate)) for at in range(20)]
        sizes += [len(difference(old, new, Depth.TRUE).encode()) for old, new in itertools.pairwise(frames)]
    assert statistics.mean(sizes) <= 3500, "24 and more of them a second go over a line of 100 kB a second"
