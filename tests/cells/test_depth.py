"""The numbers of colours on terminals of few."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.color import Color, ColorSystem

from replay.cells.ansi import codes_of
from replay.cells.depth import Depth, number_of_16, number_of_256, parts
from replay.cells.ink import Ink

COLOURS = st.integers(0, 0xFFFFFF)
SYSTEMS = {
    Depth.TRUE: ColorSystem.TRUECOLOR,
    Depth.EIGHT_BIT: ColorSystem.EIGHT_BIT,
    Depth.SIXTEEN: ColorSystem.STANDARD,
}


def rich_colour(colour: int, system: ColorSystem) -> Color:
    return Color.from_rgb(*parts(colour)).downgrade(system)


@given(COLOURS)
def test_a_colour_has_the_numbers_that_rich_gives_it(colour: int) -> None:
    assert number_of_256(colour) == rich_colour(colour, ColorSystem.EIGHT_BIT).number
    assert number_of_16(colour) == rich_colour(colour, ColorSystem.STANDARD).number


@given(st.integers(0, 255), st.integers(0, 12), st.integers(0, 12))
def test_so_has_one_that_is_nearly_grey(value: int, more: int, less: int) -> None:
    colour = min(value + more, 255) << 16 | value << 8 | max(value - less, 0)
    assert number_of_256(colour) == rich_colour(colour, ColorSystem.EIGHT_BIT).number
    assert number_of_16(colour) == rich_colour(colour, ColorSystem.STANDARD).number


@pytest.mark.parametrize("depth", SYSTEMS)
@given(fg=COLOURS, bg=COLOURS)
@example(fg=0xFF5555, bg=0x555555)
def test_the_codes_of_an_ink_are_those_that_rich_sends(depth: Depth, fg: int, bg: int) -> None:
    _, ground, colour = codes_of(Ink(fg, bg), depth)
    assert colour == ";".join(rich_colour(fg, SYSTEMS[depth]).get_ansi_codes())
    assert ground == ";".join(rich_colour(bg, SYSTEMS[depth]).get_ansi_codes(foreground=False))


def test_without_colours_there_are_attributes_alone() -> None:
    ink = Ink(0xFF0000, 0x00FF00, bold=True, dim=True, reverse=True, italic=True, underline=True)
    assert codes_of(ink, Depth.NONE) == ("1;3;4;7", "", "")


@given(COLOURS)
def test_bold_never_makes_another_colour_of_one_of_sixteen(colour: int) -> None:
    attributes, _, code = codes_of(Ink(colour, bold=True), Depth.SIXTEEN)
    assert attributes == ("1" if int(code) >= 90 else "")
