"""What a bend looks like close up."""

from itertools import pairwise

import pytest

from replay.cells.ink import Ink, Row
from replay.cells.rows import over
from replay.drawing.closeup.bend import EDGE, MOST, STRAIGHT, Bends, Cells, Dips, Made, bent
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
LINE = 1500.0 - TRACK.straight / 2
WIDE = SHAPE.metres


def downs(middle: float, unit: int = 1) -> tuple[int, ...]:
    return Bends(TRACK, SHAPE, unit).dips(middle - WIDE / 2, 6.0, SHAPE.scale).eighths


def test_a_straight_is_straight_and_a_bend_is_nearest_in_its_middle() -> None:
    assert downs(LINE) == STRAIGHT.eighths
    arc = downs(BEND)
    assert len(arc) == SHAPE.width
    assert abs(arc.index(max(arc)) + arc.count(max(arc)) / 2 - SHAPE.width / 2) <= 1
    half = SHAPE.width // 2
    assert all(before <= after for before, after in pairwise(arc[:half]))
    assert all(before >= after for before, after in pairwise(arc[half:]))
    assert min(arc[0], arc[-1]) == 0 < max(arc) <= 8 * MOST * SHAPE.track + 1


def test_on_the_way_into_a_bend_it_begins_on_the_right_and_nothing_jumps() -> None:
    entering = TRACK.bend + TRACK.straight + 1100.0
    left, right = downs(entering)[0], downs(entering)[-1]
    assert left > right
    for step in range(-40, 40):
        before, after = downs(entering + step / 2), downs(entering + (step + 1) / 2)
        flat = (0,) * SHAPE.width
        assert max(abs(one - other) for one, other in zip(before or flat, after or flat, strict=True)) <= 4


def test_an_arc_has_no_stairs_where_there_are_eighths_and_is_whole_where_there_are_not() -> None:
    for middle in (BEND, BEND + TRACK.bend / 2, BEND - TRACK.bend / 2):
        assert max(abs(before - after) for before, after in pairwise(downs(middle))) <= 1
        for unit in (4, 8):
            assert all(down % unit == 0 for down in downs(middle, unit))


def test_each_column_is_moved_down_by_its_dip_and_the_kerb_is_whole() -> None:
    track, kerb = Ink(0xFFFFFF, 0xAA0000), Ink(0xEEEEEE, 0xAA0000)
    rows = [(("▀" * 4, kerb),), *[(("    ", track),)] * 3]
    made = Made(rows, [4], 0xEEEEEE, 0xAA0000, 0xFFFFFF, "─", "▁", whole=False)
    field, dips = (("    ", Ink(None, 0x00AA00)),), Dips((0, 4, 8, 12), (0, 1, 2, 3))
    arcs = [over(field, arc) if isinstance(arc, list) else arc for arc in bent(Cells(made), dips)]
    assert [text(row) for row in arcs] == ["▀▄  ", "▁ ▀▄", " ─▁ ", "   ─"]
    assert [ink.bg for row in arcs for part, ink in row if part == "▄"] == [0x00AA00, 0x00AA00]


def test_in_every_eighth_the_kerb_is_half_a_row_thick_or_a_little_more_and_nothing_is_between() -> None:
    tops = []
    for down, pieces in enumerate(EDGE):
        filled = [False] * 16
        for further, glyph in pieces:
            upper = {"▀": 4, "▔": 1}.get(glyph)
            low = 8 - (ord(glyph) - 0x2580)
            for at in range(8):
                filled[8 * further + at] = at < upper if upper else at >= low
        first, last = filled.index(True), 15 - filled[::-1].index(True)
        assert all(filled[first : last + 1])
        assert 3 <= last + 1 - first <= 6
        assert abs(first - down) <= 1
        tops.append(first)
    assert tops == sorted(tops)


@pytest.mark.parametrize("size", SIZES[2:])
@pytest.mark.parametrize("metres", [BEND, LINE])
def test_every_column_of_a_picture_has_one_kerb_and_feet_are_on_the_track(size: tuple[int, int], metres: float) -> None:
    shown = view("track", *size)
    t = shown.timeline.time_of(When(WhenKind.DISTANCE, metres))
    rows = shown.ground.rows(shown._view(*shown._followed(t, Eye(1.0))))  # the ground alone
    for x in range(size[0]):
        column = [_cell(row, x) for row in rows]
        there = [y for y, (_, ink) in enumerate(column) if DARK.kerb in (ink.fg, ink.bg)]
        assert there in ([there[0]], [there[0], there[0] + 1])
    for runner in shown.seen_at(t, Eye(1.0)):
        assert runner.foot > 2 * shown.plan.kerb


def _cell(row: Row, x: int) -> tuple[str, Ink]:
    for piece, ink in row:
        if x < len(piece):
            return piece[x], ink
        x -= len(piece)
    raise AssertionError("beyond the row")
