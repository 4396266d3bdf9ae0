"""What reaches the terminal: the cells that changed, and nothing else."""

import itertools
import re
import statistics

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyte.screens import Char
from rich.color import ColorSystem
from rich.console import Console
from textual import __version__
from textual._compositor import ChopsUpdate

from replay.cells.ink import Ink, Row
from replay.cells.memo import Kept
from replay.cells.rows import Ground
from replay.drawing.closeup.follow import FollowView
from replay.drawing.theme.lineup import cast_of
from replay.drawing.theme.look import look_of
from replay.drawing.theme.palette import DARK
from replay.drawing.view import Eye
from replay.files.library import Library
from replay.state.packing import Placing
from replay.state.timeline import Timeline
from replay.tui import leftcrop
from replay.tui.cells import JOIN, changed_spans
from replay.tui.rowstrip import RowStrip, strip_of
from replay.tui.sparse import Patch, SparseStrip, differing, encoded
from tests.tui.pilots import LONDON

Cell = tuple[str, tuple[str, ...]]

RED, GREEN = Ink(0xFF0000, 0x101010), Ink(0x00FF00, 0x101010)
INKS = [Ink(), RED, GREEN, Ink(0x00FF00, bold=True), Ink(bg=0x0000FF), Ink(reverse=True)]


@st.composite
def rows(draw: st.DrawFn, width: int = 24) -> Row:
    """Rows of one width."""
    texts = draw(st.text("ab▀█ ", min_size=width, max_size=width))
    cuts = sorted(draw(st.sets(st.integers(1, width - 1), max_size=6)))
    bounds = [0, *cuts, width]
    inks = draw(st.lists(st.sampled_from(INKS), min_size=len(bounds) - 1, max_size=len(bounds) - 1))
    return tuple((texts[a:b], ink) for a, b, ink in zip(bounds, bounds[1:], inks, strict=False))


def cells(row: Row) -> list[tuple[str, Ink]]:
    """A row, cell by cell."""
    return [(char, ink) for text, ink in row for char in text]


def shown(written: str) -> list[Cell]:
    """What a terminal makes of text and SGR sequences: each character with what is set for it."""
    found: list[Cell] = []
    state: dict[str, str] = {}
    for code, text in re.findall(r"\x1b\[([\d;]*)m|([^\x1b]+)", written):
        if text:
            found += [(char, tuple(sorted(state.values()))) for char in text]
            continue
        parts = code.split(";")
        while parts:
            part = parts.pop(0)
            if part == "0":
                state.clear()
            elif part in ("38", "48"):
                state[part] = ";".join([part, *parts[:4]])
                del parts[:4]
            else:
                state[part] = part
    assert not state, "the terminal is left as it was found"
    return found


@given(rows(), rows())
def test_cells_outside_the_changed_spans_are_the_same(old: Row, new: Row) -> None:
    spans = changed_spans(old, new)
    inside = {x for start, end in spans for x in range(start, end)}
    assert all(a == b for x, (a, b) in enumerate(zip(cells(old), cells(new), strict=True)) if x not in inside)
    assert all(b[0] - a[1] > JOIN for a, b in itertools.pairwise(spans))


@given(rows())
def test_a_row_has_not_changed_from_itself(row: Row) -> None:
    assert changed_spans(row, tuple(row)) == []


@given(rows(), st.integers(0, 23), st.integers(1, 24))
def test_what_is_written_shows_each_cell_in_its_ink(row: Row, start: int, length: int) -> None:
    strip = strip_of(row, 24)
    assert isinstance(strip, RowStrip)
    end = min(start + length, 24)
    alone = [shown(RowStrip(((char, ink),), 1).written(0, 1, ColorSystem.TRUECOLOR))[0] for char, ink in cells(row)]
    assert shown(strip.written(start, end, ColorSystem.TRUECOLOR)) == alone[start:end]


@given(rows(), st.sets(st.integers(1, 23), max_size=4))
def test_pieces_of_a_strip_make_the_strip(row: Row, cuts: set[int]) -> None:
    strip = strip_of(row, 24)
    pieces = strip.divide([*sorted(cuts), 24])
    assert "".join(piece.text for piece in pieces) == strip.text
    assert [piece.cell_length for piece in pieces] == [
        b - a for a, b in zip([0, *sorted(cuts)], [*sorted(cuts), 24], strict=True)
    ]


@given(rows(), st.integers(0, 20), st.text("XY", min_size=1, max_size=6))
def test_a_text_is_laid_over_its_cells_and_no_others(row: Row, x: int, text: str) -> None:
    laid = cells(Ground(row).over([(x, text, Ink(0xFFFFFF))]))
    under = cells(row)
    for at, ((char, ink), (old, below)) in enumerate(zip(laid, under, strict=True)):
        covered = x <= at < x + len(text)
        assert (char, ink) == ((text[at - x], Ink(0xFFFFFF, below.bg)) if covered else (old, below))


def test_a_row_with_wide_characters_is_left_to_textual() -> None:
    strip = strip_of((("記a", Ink()),), 3)
    assert type(strip) is not RowStrip
    assert strip.cell_length == 3


def test_the_crop_knows_the_textual_it_was_written_against() -> None:
    assert leftcrop.is_known() or __version__ != "8.2.8"


@given(st.lists(st.tuples(st.integers(0, 23), st.integers(1, 24)), min_size=1, max_size=3), rows())
def test_the_cropped_spans_draw_what_textual_draws(spans: list[tuple[int, int]], row: Row) -> None:
    console = Console(color_system="truecolor", force_terminal=True)
    left, right = strip_of(row, 24).divide([10, 24])
    regions = [(0, start, min(start + length, 24)) for start, length in spans]
    update = ChopsUpdate([{0: left, 10: right}], regions, [[10, 24]])
    pictures = []
    for render in (leftcrop._stock, leftcrop._render_segments):
        screen = pyte.Screen(24, 2)
        stream = pyte.Stream(screen)
        stream.feed("\x1b[1;1H" + strip_of(row, 24).render(console))
        stream.feed(render(update, console))
        pictures.append([screen.buffer[0][x] for x in range(24)])
    assert pictures[0] == pictures[1]


def looks(cell: Char) -> tuple[object, ...]:
    """What of a terminal's cell is seen: of a blank the background, of a full block the colour."""
    fg, bg = (cell.bg, cell.fg) if cell.reverse else (cell.fg, cell.bg)
    if cell.data in " █":
        return (bg if cell.data == " " else fg,)
    return cell.data, fg, bg, cell.bold


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(rows(), min_size=3, max_size=3), min_size=2, max_size=4), st.booleans())
def test_a_picture_that_moves_is_on_the_terminal_as_it_was_drawn_whatever_it_was_before(
    pictures: list[list[Row]], overwritten: bool
) -> None:
    console = Console(color_system="truecolor", force_terminal=True, width=30)
    screen = pyte.Screen(30, 3)
    stream = pyte.Stream(screen)
    for number, picture in enumerate(pictures):
        strips = [strip_of(row, 24, SparseStrip) for row in picture]
        if overwritten and number == 1:  # a dialogue over the middle row, and gone again
            parts = dict(zip((0, 3, 10), strip_of(picture[0], 24, SparseStrip).divide([3, 10, 24]), strict=True))
            parts[3] = strip_of((("dialog!", Ink()),), 7)
            stream.feed(
                leftcrop._render_segments(ChopsUpdate([{}, parts, {}], [(1, 0, 24)], [[], [3, 10, 24], []]), console)
            )
        update = ChopsUpdate([{0: strip} for strip in strips], [(y, 0, 24) for y in range(3)], [[24]] * 3)
        stream.feed(leftcrop._render_segments(update, console))
        plain = pyte.Screen(30, 3)
        pyte.Stream(plain).feed("".join(f"\x1b[{y + 1};1H{strip.render(console)}" for y, strip in enumerate(strips)))
        for y in range(3):
            assert [looks(screen.buffer[y][x]) for x in range(24)] == [looks(plain.buffer[y][x]) for x in range(24)]
        assert leftcrop._render_segments(update, console) == "", "what is there already is not written again"


def test_of_a_picture_that_moves_only_the_cells_that_differ_are_written_and_each_colour_once() -> None:
    console = Console(color_system="truecolor", force_terminal=True, width=24)
    before: Row = ((" " * 24, RED),)
    after: Row = (("   ", RED), ("a", RED), ("b", GREEN), ("  ", GREEN), ("c", RED), (" " * 16, GREEN))
    sent = [
        leftcrop._render_segments(
            ChopsUpdate([{0: strip_of(row, 24, SparseStrip)}] * 2, [(0, 0, 24), (1, 0, 24)], [[24]] * 2), console
        )
        for row in (before, after)
    ]
    assert re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]|\x08", "", sent[1]) == "bbacac"
    assert sent[1].count("38;2;255;0;0") == sent[1].count("38;2;0;255;0") == 1


@pytest.mark.parametrize("rate", [1, 4])
def test_a_frame_of_the_close_view_is_small_enough_for_a_slow_line(rate: int) -> None:
    timeline = Timeline(Library().race(LONDON)[0])
    look = look_of(DARK, False)
    follow = FollowView(timeline, Placing(timeline), cast_of(timeline.race, look), look, 138, 34)
    sizes = []
    for start in (40, 70, 120, 200):
        frames = [follow.rows(start + at * rate / 30, Eye(1.0, rate=rate)) for at in range(20)]
        for before, after in itertools.pairwise(frames):
            changed = [
                Patch(y, x, text, ink)
                for y, (old, new) in enumerate(zip(before, after, strict=True))
                for x, text, ink in differing(old, new)
            ]
            sizes.append(len(encoded(changed, ColorSystem.TRUECOLOR, 200).encode()))
    assert statistics.mean(sizes) <= 3500, "24 and more of them a second go over a line of 100 kB a second"


def test_what_is_kept_is_the_same_object_until_its_key_changes() -> None:
    kept: Kept[list[int]] = Kept()
    first = kept.get(1, lambda: [1])
    assert kept.get(1, lambda: [2]) is first
    assert kept.get(2, lambda: [2]) == [2]
