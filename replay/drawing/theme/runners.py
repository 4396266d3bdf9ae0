"""The colours of runners: as far apart as an eye can tell them."""

from replay.drawing.theme.palette import Theme
from replay.drawing.theme.palette16 import RUNNERS_16

_RUNNERS = {
    "dark": (
        0x80D4C0, 0xA868D4, 0xFFFF00, 0xC0A800, 0x689468, 0xA8A8FF, 0xA8E8FF, 0xD4C080, 0xD4FFFF, 0xC0C0FF,
        0xC080A8, 0xFFD494, 0x8094FF, 0xE89494, 0xC0E800, 0x949400, 0x14FFC0, 0x9468FF, 0x94A868, 0xFF68D4,
    ),
    "light": (
        0x6414C8, 0xDC2800, 0x640028, 0x8C648C, 0x3C1478, 0x7850FF, 0xA00000, 0x783C64, 0x3C28A0, 0x507800,
        0x502850, 0x1400FF, 0x7850C8, 0xB45064, 0x28508C, 0x3C5028, 0x000000, 0x280000, 0x000050, 0x000014,
    ),
    "dark 256": (
        0xAFD7AF, 0xFF00FF, 0x00AF00, 0xFFFFFF, 0x00FF00, 0xFF87FF, 0xFF0087, 0xAFAFAF, 0xFFD7FF, 0xFFAFFF,
        0x5FAFD7, 0xFF8787, 0xD75FAF, 0xD7FF87, 0x5F87FF, 0x5FD7D7, 0xD7D787, 0xFF5F87, 0x87D700, 0xAFFFD7,
    ),
    "light 256": (
        0x0000D7, 0xAF5F00, 0x5F005F, 0x875FAF, 0x870000, 0x005FFF, 0xAF005F, 0x870087, 0x3A3A3A, 0x5F5F87,
        0x005F5F, 0x5F0000, 0x0000AF, 0x0000FF, 0xD700AF, 0xAF00D7, 0x5F5F00, 0x000000, 0x000087, 0x00005F,
    ),
}  # fmt: skip
"""Found by a search for twenty colours whose nearest two are as far apart as can be in OKLab, in full colour vision and
in the three kinds of colour-blindness, among those that stand off the track and read as text on the panel; in an order
in which the first few are the furthest apart, and on a light screen the nearly black ones, of which twenty cannot do
without some, are the last. The tests of this module hold the distances."""

DISTINCT = 20
"""How many runners have a colour of their own."""
_NEUTRAL = {"dark": 0xA8A8A8, "light": 0x626262}


def runner_colours(n: int, theme: Theme) -> tuple[int, ...]:
    """A colour for each of `n` runners: distinct for the first twenty, one neutral grey for the others.

    Of sixteen colours few are left for runners: they are given out in turn.
    """
    if theme.sixteen:
        few = RUNNERS_16[theme.name]
        return tuple(few[at % len(few)] for at in range(n))
    known = _RUNNERS[theme.name if theme.truecolour else f"{theme.name} 256"]
    return (*known[:n], *[_NEUTRAL[theme.name]] * (n - len(known)))
