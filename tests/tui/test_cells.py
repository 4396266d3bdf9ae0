"""What reaches the terminal: the cells that changed, and nothing else."""

import itertools
import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from textual import __version__
from textual._compositor import ChopsUpdate

from replay.cells.ansi import difference, go_to, row_to_text
from replay.cells.depth import Depth
from replay.cells.ink import Ink, Row
from replay.drawing.closeup.follow import FollowView
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye
from replay.files.library import Library
from replay.state.packing import Placing
from replay.state.timeline import Timeline
from replay.tui import leftcrop
from replay.tui.rowstrip import RowStrip, strip_of
from tests.cells.anyrows import CHARACTERS, rows
from tests.cells.terminal import pictured, shown
from tests.tui.pilots import LONDON

WIDE = 24
ROWS = rows(CHARACTERS, WIDE)


@given(ROWS, st.sets(st.integers(1, WIDE - 1), max_size=4))
def test_pieces_of_a_strip_make_the_strip(row: Row, cuts: set[int]) -> None:
    strip = strip_of(row, WIDE, Depth.TRUE)
    pieces = strip.divide([*sorted(cuts), WIDE])
    assert "".join(piece.text for piece in pieces) == strip.text
    assert [piece.cell_length for piece in pieces] == [
        b - a for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), WIDE], strict=True)
    ]


def test_a_row_with_wide_characters_is_left_to_textual() -> None:
    strip = strip_of((("記a", Ink()),), 3, Depth.TRUE)
    assert type(strip) is not RowStrip
    assert strip.cell_length == 3


def test_the_crop_knows_the_textual_it_was_written_against() -> None:
    assert leftcrop.is_known() or __version__ != "8.2.8"


@given(st.lists(st.tuples(st.integers(0, WIDE - 1), st.integers(1, WIDE)), min_size=1, max_size=3), ROWS)
def test_the_cropped_spans_draw_what_textual_draws(spans: list[tuple[int, int]], row: Row) -> None:
    console = Console(color_system="truecolor", force_terminal=True)
    left, right = strip_of(row, WIDE, Depth.TRUE).divide([10, WIDE])
    regions = [(0, start, min(start + length, WIDE)) for start, length in spans]
    update = ChopsUpdate([{0: left, 10: right}], regions, [[10, WIDE]])
    before = go_to(0, 0) + row_to_text(row, Depth.TRUE)
    stock, ours = (
        shown(WIDE, 2, before, render(update, console)) for render in (leftcrop._stock, leftcrop._render_segments)
    )
    assert stock == ours


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(ROWS, min_size=3, max_size=3), min_size=2, max_size=4), st.booleans())
def test_a_picture_that_moves_is_on_the_terminal_as_it_was_drawn_whatever_it_was_before(
    pictures: list[list[Row]], overwritten: bool
) -> None:
    console = Console(color_system="truecolor", force_terminal=True, width=30)
    sent: list[str] = []
    for number, picture in enumerate(pictures):
        strips = [strip_of(row, WIDE, Depth.TRUE) for row in picture]
        if overwritten and number == 1:  # a dialogue over the middle row, and gone again
            parts = dict(zip((0, 3, 10), strip_of(picture[0], WIDE, Depth.TRUE).divide([3, 10, WIDE]), strict=True))
            parts[3] = strip_of((("dialog!", Ink()),), 7, Depth.TRUE)
            update = ChopsUpdate([{}, parts, {}], [(1, 0, WIDE)], [[], [3, 10, WIDE], []])
            sent.append(leftcrop._render_segments(update, console))
        update = ChopsUpdate([{0: strip} for strip in strips], [(y, 0, WIDE) for y in range(3)], [[WIDE]] * 3)
        sent.append(leftcrop._render_segments(update, console))
        assert [row[:WIDE] for row in shown(30, 3, *sent)] == pictured(picture, Depth.TRUE)
        assert leftcrop._render_segments(update, console) == "", "what is there already is not written again"


@pytest.mark.parametrize("rate", [1, 4])
def test_a_frame_of_the_close_view_is_small_enough_for_a_slow_line(rate: int) -> None:
    timeline = Timeline(Library().race(LONDON)[0])
    look = look_of(DARK, False)
    follow = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 138, 34)
    sizes = []
    for start in (40, 70, 120, 200):
        frames = [follow.rows(start + at * rate / 30, Eye(1.0, rate=rate)) for at in range(20)]
        sizes += [len(difference(old, new, Depth.TRUE).encode()) for old, new in itertools.pairwise(frames)]
    assert statistics.mean(sizes) <= 3500, "24 and more of them a second go over a line of 100 kB a second"
