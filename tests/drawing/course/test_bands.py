"""Bands of colour and what a pixel shows of them."""

from hypothesis import given
from hypothesis import strategies as st

from replay.cells.ink import linear
from replay.drawing.course.bands import Rings
from replay.drawing.theme.palette import DARK, LIGHT
from replay.drawing.theme.xterm import CUBE, GREYS, nearest

GRASS, KERB, TRACK, STANDS = 0x000000, 0xFFFFFF, 0xB00000, 0x0000B0
BANDS = [(0.0, KERB), (6.0, TRACK)]
SOFT = Rings(-1, BANDS, STANDS, DARK.soften)
SHARP = Rings(-1, BANDS, STANDS, None)


def test_a_pixel_between_two_edges_has_the_colour_of_its_band() -> None:
    for rings in (SOFT, SHARP):
        assert [rings.tone(at + 0.5, 1.0, GRASS) for at in range(-3, 9)] == [
            *[GRASS] * 2, KERB, *[TRACK] * 6, *[STANDS] * 3,
        ]  # fmt: skip


def test_a_pixel_that_an_edge_halves_has_half_of_both() -> None:
    red, green, blue = linear(SOFT.tone(6.0, 1.0, GRASS))
    track, stands = linear(TRACK), linear(STANDS)
    assert abs(red - track[0] / 2) < 0.01
    assert abs(blue - stands[2] / 2) < 0.01
    assert green == 0


@given(st.floats(1.5, 6.8), st.floats(0.0, 0.5), st.floats(0.8, 1.25))
def test_going_out_over_an_edge_there_is_never_more_of_what_is_left_behind(
    out: float, step: float, wide: float
) -> None:
    before, after = linear(SOFT.tone(out, wide, GRASS)), linear(SOFT.tone(out + step, wide, GRASS))
    assert after[0] <= before[0]
    assert after[2] >= before[2]


@given(st.floats(-4, 10), st.floats(0.7, 1.4))
def test_unless_softened_a_pixel_has_one_of_the_colours(out: float, wide: float) -> None:
    assert SHARP.tone(out, wide, GRASS) in (GRASS, KERB, TRACK, STANDS)


@given(st.floats(-4.0, -3.0), st.floats(0.3, 1.25))
def test_unless_softened_a_line_a_pixel_wide_has_no_gap(begin: float, wide: float) -> None:
    assert KERB in [SHARP.tone(begin + wide * step, wide, GRASS) for step in range(20)]


@given(st.integers(0, 0xFFFFFF))
def test_the_nearest_colour_of_256_is_one_of_them_and_those_are_their_own(colour: int) -> None:
    assert nearest(colour) in (*CUBE, *GREYS)
    assert nearest(nearest(colour)) == nearest(colour)


def test_an_edge_between_colours_that_are_much_alike_takes_fewer_steps() -> None:
    for theme in (DARK, LIGHT):
        shares = [step / 16 for step in range(17)]
        strong = {theme.soften(theme.kerb, theme.surface, share) for share in shares}
        weak = {theme.soften(theme.indoor_bank[0], theme.indoor_bank[1], share) for share in shares}
        none = {theme.soften(theme.stands[0], theme.stands[1], share) for share in shares}
        assert (len(strong), len(weak), len(none)) == (5, 3, 2)
