"""What a bend looks like close up."""

from itertools import pairwise

import pytest

from replay.cells.ink import Ink, Row
from replay.drawing.closeup.bend import MOST, Bends, bent
from replay.drawing.closeup.plan import plan
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye
from replay.race.race import When, WhenKind
from replay.race.track import Oval
from tests.drawing.closeup.fields import SIZES, text, view

TRACK = Oval(1500.0)
SHAPE = plan(138, 42)
BEND = 1100.0 + TRACK.bend / 2
"""Metres: in the middle of the first bend of the last lap."""
STRAIGHT = 1500.0 - TRACK.straight / 2
WIDE = SHAPE.metres


def dips(middle: float) -> tuple[int, ...]:
    return Bends(TRACK, SHAPE, whole=False).dips(middle - WIDE / 2, 6.0, SHAPE.scale)


def test_a_straight_is_straight_and_a_bend_is_nearest_in_its_middle() -> None:
    assert dips(STRAIGHT) == ()
    arc = dips(BEND)
    assert len(arc) == SHAPE.width
    assert abs(arc.index(max(arc)) + max(arc) / 2 - SHAPE.width / 2) < SHAPE.width / 3
    half = SHAPE.width // 2
    assert all(before <= after for before, after in pairwise(arc[:half]))
    assert all(before >= after for before, after in pairwise(arc[half:]))
    assert min(arc[0], arc[-1]) == 0 < max(arc) <= 2 * MOST * SHAPE.track + 1


def test_on_the_way_into_a_bend_it_begins_on_the_right_and_nothing_jumps() -> None:
    entering = TRACK.bend + TRACK.straight + 1100.0
    left, right = dips(entering)[0], dips(entering)[-1]
    assert left > right
    for step in range(-40, 40):
        before, after = dips(entering + step / 2), dips(entering + (step + 1) / 2)
        flat = (0,) * SHAPE.width
        assert max(abs(one - other) for one, other in zip(before or flat, after or flat, strict=True)) <= 2


def test_each_column_is_moved_down_by_its_dip_and_the_kerb_is_whole() -> None:
    page, track, kerb = Ink(None, 0x00AA00), Ink(0xFFFFFF, 0xAA0000), Ink(0xEEEEEE, None)
    rows = [(("▀▀▀▀", Ink(0xEEEEEE, 0xAA0000)),), (("    ", track),), (("▁▁▁▁", track),), (("    ", track),)]
    found = bent(rows, (("    ", page),), (0, 1, 2, 3), kerb)
    assert [text(row) for row in found] == ["▀▄  ", "  ▀▄", "▁   ", " ─▁ "]


@pytest.mark.parametrize("size", SIZES[2:])
@pytest.mark.parametrize("metres", [BEND, STRAIGHT])
def test_every_column_of_a_picture_has_one_kerb_and_feet_are_on_the_track(size: tuple[int, int], metres: float) -> None:
    shown = view("track", *size)
    t = shown.timeline.time_of(When(WhenKind.DISTANCE, metres))
    rows = shown.ground.rows(shown._view(*shown._followed(t, Eye(1.0))))  # the ground alone
    for x in range(size[0]):
        column = [_cell(row, x) for row in rows]
        assert sum(ink.fg == DARK.kerb and char in "▀▄" for char, ink in column) == 1
    for runner in shown.seen_at(t, Eye(1.0)):
        assert runner.foot > 2 * shown.plan.kerb


def _cell(row: Row, x: int) -> tuple[str, Ink]:
    for piece, ink in row:
        if x < len(piece):
            return piece[x], ink
        x -= len(piece)
    raise AssertionError("beyond the row")
