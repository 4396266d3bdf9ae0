"""Rows as a terminal shows them, whole and as what makes them of others."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ansi import difference, row_to_text, rows_to_text
from replay.cells.depth import Depth
from replay.cells.ink import Ink, Row
from tests.cells.anyrows import CHARACTERS, UNEVEN, rows
from tests.cells.terminal import Cell, pictured, shown
from tests.depth import examples

WIDTH, HEIGHT = 12, 3


def pictures(characters: list[str]) -> st.SearchStrategy[list[Row]]:
    return st.lists(rows(characters, WIDTH), min_size=HEIGHT, max_size=HEIGHT)


@pytest.mark.parametrize("characters", [CHARACTERS, UNEVEN], ids=["narrow", "wide and combining"])
@examples(40)
@given(data=st.data())
def test_a_frame_is_shown_in_its_inks(characters: list[str], data: st.DataObject) -> None:
    picture = data.draw(pictures(characters))
    for depth in Depth:
        text = rows_to_text(picture, depth).replace("\n", "\r\n")  # as a terminal's driver does
        found = shown(WIDTH + 1, HEIGHT, text)
        assert [row[:WIDTH] for row in found] == pictured(picture, depth), depth


@pytest.mark.parametrize("characters", [CHARACTERS, UNEVEN], ids=["narrow", "wide and combining"])
@examples(40)
@given(data=st.data())
def test_the_difference_of_two_frames_makes_one_of_the_other_and_touches_nothing_else(
    characters: list[str], data: st.DataObject
) -> None:
    right = data.draw(st.sampled_from([0, 4]))
    frames = data.draw(st.lists(pictures(characters), min_size=2, max_size=4))
    left, top = 2, 1
    columns, lines = left + WIDTH + right, top + HEIGHT + 1
    for depth in Depth:
        written = [f"\x1b[{y + 1};{left + 1}H{row_to_text(row, depth)}" for y, row in enumerate(frames[0], top)]
        written += [difference(old, new, depth, (left, top)) for old, new in itertools.pairwise(frames)]
        found = shown(columns, lines, *written)
        assert [row[left : left + WIDTH] for row in found[top : top + HEIGHT]] == pictured(frames[-1], depth), depth
        around = [*found[:top], *found[top + HEIGHT :], *(row[:left] + row[left + WIDTH :] for row in found)]
        assert {cell for row in around for cell in row} <= {cell for row in shown(1, 1, "") for cell in row}, depth


@examples(40)
@given(data=st.data())
def test_of_the_same_frame_nothing_is_written(data: st.DataObject) -> None:
    picture = data.draw(pictures(UNEVEN))
    for depth in Depth:
        assert difference(picture, [tuple(row) for row in picture], depth) == "", depth


@examples(40)
@given(data=st.data())
def test_a_terminal_is_left_as_it_was_found(data: st.DataObject) -> None:
    old, new = data.draw(pictures(UNEVEN)), data.draw(pictures(UNEVEN))
    plain = Cell("z", "default", "default", (False, False, False, False))
    for text in (text for depth in Depth for text in (rows_to_text(new, depth), difference(old, new, depth))):
        assert shown(WIDTH, HEIGHT + 1, text, f"\x1b[{HEIGHT + 1};1Hz")[HEIGHT][0] == plain


@examples(25)
@given(pictures(UNEVEN))
def test_without_colours_no_colour_is_set(picture: list[Row]) -> None:
    codes = re.findall(r"\x1b\[([\d;]*)m", rows_to_text(picture, Depth.NONE))
    assert {code for sequence in codes for code in sequence.split(";")} <= {"0", "1", "3", "4", "7"}


def test_only_the_cells_that_differ_are_written_and_each_colour_once() -> None:
    red, green = Ink(0xFF0000, 0x101010), Ink(0x00FF00, 0x101010)
    before: Row = ((" " * 24, red),)
    after: Row = (("   ", red), ("a", red), ("b", green), ("  ", green), ("c", red), (" " * 16, green))
    sent = difference([before] * 2, [after] * 2, Depth.TRUE)
    assert re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]|\x08", "", sent) == "bbacac"
    assert sent.count("38;2;255;0;0") == sent.count("38;2;0;255;0") == 1
