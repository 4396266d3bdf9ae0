"""Cells as pixels: in their places, without seams, as what they are made of says."""

import pytest

from replay.cells.ansi import Change
from replay.cells.ink import Ink, Row
from replay.cells.rows import plain
from replay.drawing.theme.palette import DARK
from replay.export.pixels import Pixels, rgb, shaped
from replay.export.shapes import shapes_of
from replay.viewing.frame import Size, frame
from tests.export.taking import SMALL, take
from tests.together import together

WIDE = 8
WHITE = Ink(0xFFFFFF, 0x101010)
FULL, GROUND = (255, 255, 255), (16, 16, 16)


def drawn(*rows: Row, size: Size, wide: int = WIDE) -> Pixels:
    pixels = Pixels(size, wide, DARK)
    pixels.draw(rows)
    return pixels


def covered(char: str, wide: int = WIDE) -> float:
    """How much of its cell a character covers."""
    mask = shaped(shapes_of(char) or (), wide)
    return sum(mask.tobytes()) / 255 / (mask.width * mask.height)


def test_it_is_as_large_as_its_cells_and_empty_at_first() -> None:
    image = Pixels(Size(3, 2), WIDE, DARK).image
    assert image.size == (3 * WIDE, 2 * 2 * WIDE)
    assert image.getcolors() == [(image.width * image.height, rgb(DARK.background))]


@together("wide", [8, 12, 16])
def test_blocks_side_by_side_have_no_seam(wide: int) -> None:
    image = drawn((("▄▄", WHITE),), (("██", WHITE),), size=Size(2, 2), wide=wide).image
    half = 2 * wide * wide
    assert sorted(image.getcolors() or ()) == sorted([(half, GROUND), (3 * half, FULL)])
    assert image.crop((0, wide, 2 * wide, 4 * wide)).getcolors() == [(3 * half, FULL)]


@together("char", ["─", "━"])
@together("wide", [8, 12, 16])
def test_a_line_is_sharp_and_goes_through(char: str, wide: int) -> None:
    image = drawn(((char * 3, WHITE),), size=Size(3, 1), wide=wide).image
    colours = {colour: count for count, colour in image.getcolors() or ()}
    assert set(colours) == {FULL, GROUND}
    assert colours[FULL] % image.width == 0


@together(("char", "share"), [("▌", 0.5), ("▂", 0.25), ("▚", 0.5), ("▒", 0.5), ("⣿", 0.5), (" ", 0.0)])
def test_a_character_covers_its_share(char: str, share: float) -> None:
    assert covered(char) == pytest.approx(share, abs=0.03)


def test_every_shape_is_seen_in_every_size() -> None:
    for char in map(chr, range(0x2500, 0x2900)):
        if shapes_of(char):
            assert all(covered(char, wide) > 0 for wide in (8, 12, 16)), char


def test_a_wide_character_takes_two_cells_and_the_next_stands_after_it() -> None:
    pixels = drawn((("日█", WHITE),), size=Size(3, 1))
    assert pixels.image.crop((2 * WIDE, 0, 3 * WIDE, 2 * WIDE)).getcolors() == [(2 * WIDE * WIDE, FULL)]


def test_a_line_is_under_what_is_underlined() -> None:
    plainly, underlined = (
        drawn(((" ", ink),), size=Size(1, 1)).image for ink in (WHITE, Ink(0xFFFFFF, 0x101010, underline=True))
    )
    assert plainly.getcolors() == [(2 * WIDE * WIDE, GROUND)]
    assert {colour: count for count, colour in underlined.getcolors() or ()}[FULL] == WIDE


def test_what_is_written_over_it_is_as_if_it_were_drawn_anew() -> None:
    old, new = (("ab█▄⠿ ─x", WHITE),), (("aé▄▄⠿x", WHITE), ("──", Ink(0x00FF00, 0x202020)))
    pixels = drawn(old, size=Size(8, 1))
    pixels.write([Change(0, 0, old, new, even=True)])
    assert pixels.image.tobytes() == drawn(new, size=Size(8, 1)).image.tobytes()


def test_a_frame_fills_the_screen_and_is_the_same_each_time() -> None:
    seen = take(100.0)
    rows = frame(seen.picture(), seen.view, 100.0, SMALL).rows
    assert plain(rows)
    assert drawn(*rows, size=SMALL).image.tobytes() == drawn(*rows, size=SMALL).image.tobytes()
