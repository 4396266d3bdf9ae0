"""What a run of text looks like, and arithmetic on colours.

Colours are integers 0xRRGGBB. They are mixed in linear light (so that a softened edge is neither darker nor lighter
than what it divides) and compared in OKLab, where distance follows what an eye sees.
Source of the OKLab matrices: Björn Ottosson, "A perceptual color space for image processing", 2020.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Ink(NamedTuple):
    """How characters are drawn; a colour of None is the terminal's own.

    A named tuple: inks are compared and looked up for every run of every row, and those of tuples are quick.
    """

    fg: int | None = None
    bg: int | None = None
    bold: bool = False
    dim: bool = False
    reverse: bool = False
    italic: bool = False
    underline: bool = False


Run = tuple[str, Ink]
"""Characters of one look."""
Row = Sequence[Run]
"""A line of the screen: a tuple, or one that is made when it is read (`replay.cells.rows.Written`)."""
Linear = tuple[float, float, float]
"""Red, green, blue in linear light, 0 to 1."""


def _expand(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


_LINEAR = tuple(_expand(value) for value in range(256))


def _compress(share: float) -> int:
    if share <= 0.0:
        return 0
    if share >= 1.0:
        return 255
    return round(255 * (12.92 * share if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055))


def linear(colour: int) -> Linear:
    """A colour in linear light."""
    return _LINEAR[colour >> 16], _LINEAR[colour >> 8 & 255], _LINEAR[colour & 255]


def from_linear(light: Linear) -> int:
    """The colour of a linear light; what lies outside 0 to 1 is clipped."""
    red, green, blue = light
    return _compress(red) << 16 | _compress(green) << 8 | _compress(blue)


@lru_cache(maxsize=8192)
def mix(a: int, b: int, share: float) -> int:
    """`a` with this share (0 to 1) of `b` laid over it, in linear light."""
    if share <= 0 or a == b:
        return a
    if share >= 1:
        return b
    one, two = linear(a), linear(b)
    return from_linear(
        (
            one[0] + (two[0] - one[0]) * share,
            one[1] + (two[1] - one[1]) * share,
            one[2] + (two[2] - one[2]) * share,
        )
    )


@lru_cache(maxsize=8192)
def lit(colour: int, light: float) -> int:
    """The colour under more (above 1) or less light."""
    red, green, blue = linear(colour)
    return from_linear((red * light, green * light, blue * light))


def oklab(colour: int) -> tuple[float, float, float]:
    """Lightness (0 to 1), green-red and blue-yellow of a colour in OKLab."""
    red, green, blue = linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def difference(a: int, b: int) -> float:
    """How far apart two colours look: 0 for the same, 1 from black to white; 0.02 can just be told side by side."""
    one, two = oklab(a), oklab(b)
    return math.dist(one, two)


def contrast(a: int, b: int) -> float:
    """The contrast ratio of WCAG 2: 1 for the same colour, 21 from black to white; text wants 4.5, large text 3."""
    bright, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: int) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=1024)
def letter_on(colour: int) -> int:
    """Near-black or white, whichever reads better on the colour."""
    return max((0x0B0D12, 0xFFFFFF), key=lambda ink: contrast(ink, colour))
