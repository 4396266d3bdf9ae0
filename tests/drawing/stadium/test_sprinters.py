"""Figures on a straight with high lanes."""

from replay.drawing.closeup.inks import inks_of
from replay.drawing.course.stadium import paint
from replay.drawing.stadium.sprinters import LEAST, figures_of, lane_rows
from replay.drawing.theme.lineup import cast_of
from replay.race.race import Course, Surface
from replay.race.track import track_of
from replay.state.packing import Placing
from replay.state.timeline import Timeline
from tests.builders import entry, race
from tests.miles import LOOK

DASH = race(
    *(entry(name, f"{9.8 + at / 10:.2f}", lane=at + 1) for at, name in enumerate(("Ann A", "Bea B", "Cleo C"))),
    distance=100.0,
    course=Course(Surface.STRAIGHT),
)
TRACK = track_of(DASH)
TIMELINE = Timeline(DASH)
PLACING = Placing(TIMELINE)
COLOURS = inks_of(DASH, cast_of(DASH, LOOK), LOOK, LOOK.theme.surface)


def test_lanes_grow_with_the_picture_and_everything_else_keeps_its_room() -> None:
    rows = []
    for height in range(24, 90):
        stadium = paint(TRACK, 200, height, LOOK.theme)
        rows.append(lane_rows(stadium, TRACK.lane_width))
        assert stadium.infield.height >= min(height // 6, 9)
        assert stadium.cell(0.0, TRACK.lane_width * (TRACK.lanes - 1))[1] + rows[-1] / 2 <= height
    assert rows == sorted(rows)
    assert rows[-1] == 5
    assert LEAST in rows


def test_everybody_is_in_the_own_lane_with_head_and_feet_wherever_they_are() -> None:
    for height in (45, 60, 80):
        stadium = paint(TRACK, 200, height, LOOK.theme)
        high = lane_rows(stadium, TRACK.lane_width)
        for t in (0.0, 1.0, 5.0, 9.9, 12.0):
            for at in range(3):
                along, out = PLACING.run_at(min(t, 9.8))[1][at], PLACING.outs_of([at], t)[0]
                x, y = stadium.cell(float(along), out)
                drawn = figures_of(stadium, TIMELINE, [(at, x, y)], COLOURS, high, (t, 1.0))
                top = int(y - high / 2 + 1e-6)
                assert {top + high - 1, top + high - 2} <= set(drawn) <= set(range(top, top + high)), (height, t)
                assert all(abs(cell - x) <= high + 1 for cells in drawn.values() for cell, _, _ in cells)
    stadium = paint(TRACK, 200, 60, LOOK.theme)
    strides = [figures_of(stadium, TIMELINE, [(0, 50.0, 40.0)], COLOURS, 4, (3.0 + at / 10, 1.0)) for at in range(4)]
    assert any(drawn != strides[0] for drawn in strides), "their legs go"
