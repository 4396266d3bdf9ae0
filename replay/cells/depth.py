"""How many colours a terminal can show, and the numbers by which it knows the colours of few.

What is sent for a colour is what Rich 14 sends for it (`rich.color.Color.downgrade`), so that Textual's own widgets and
our rows agree on a terminal of few colours.
"""

from colorsys import rgb_to_hls
from enum import IntEnum
from functools import lru_cache


class Depth(IntEnum):
    """The colours of a terminal, by the bits of one.

    An integer, because it is looked up with every ink, and those are hashed without a call.
    """

    NONE = 0
    """No colours, as `NO_COLOR` asks: bold, underlined, italic and reversed letters are left."""
    SIXTEEN = 4
    EIGHT_BIT = 8
    """The 256 of xterm: sixteen, a cube and a ramp of greys."""
    TRUE = 24


STANDARD = (
    0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
    0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
)  # fmt: skip
"""What the sixteen look like on the terminals that they are chosen for, by number."""


def parts(colour: int) -> tuple[int, int, int]:
    """Red, green and blue of a colour, 0 to 255."""
    return colour >> 16, colour >> 8 & 255, colour & 255


@lru_cache(maxsize=1024)
def number_of_256(colour: int) -> int:
    """The number of a colour on a terminal of 256: of the greys where it has hardly any hue, else of the cube."""
    red, green, blue = parts(colour)
    _, lightness, saturation = rgb_to_hls(red / 255, green / 255, blue / 255)
    if saturation < 0.15:
        grey = round(lightness * 25)
        return {0: 16, 25: 231}.get(grey, 231 + grey)
    return 16 + 36 * _step(red) + 6 * _step(green) + _step(blue)


def _step(value: int) -> int:
    """The step of the cube's six (0, 95, 135, 175, 215, 255) that is nearest to a value."""
    return round(value / 95 if value < 95 else 1 + (value - 95) / 40)


@lru_cache(maxsize=1024)
def number_of_16(colour: int) -> int:
    """The number of the colour of sixteen that is nearest, by the weighted distance of Thiadmer Riemersma's redmean."""
    red, green, blue = parts(colour)

    def distance(number: int) -> int:
        other_red, other_green, other_blue = parts(STANDARD[number])
        mean = (red + other_red) // 2
        away = red - other_red, green - other_green, blue - other_blue
        return ((512 + mean) * away[0] ** 2 >> 8) + 4 * away[1] ** 2 + ((767 - mean) * away[2] ** 2 >> 8)

    return min(range(16), key=distance)
