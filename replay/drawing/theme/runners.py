"""The colours of runners: as far apart as an eye can tell them."""

from replay.drawing.theme.palette import Theme
from replay.drawing.theme.palette16 import RUNNERS_16

_RUNNERS = {
    "dark": (
        0x5AFFD2, 0xA5D2A5, 0x5AC3FF, 0xC3FF2D, 0xB469C3, 0xB4A500, 0x0F96FF, 0x96A5B4, 0xFFFFFF, 0x1EF069,
        0xFFC30F, 0xFF96E1, 0xB4E1FF, 0xFF8769, 0xFFF096, 0xFF0F1E, 0x0F960F, 0xF01EA5, 0xFF00FF, 0x698778,
    ),
    "light": (
        0x0F7869, 0x0F4B00, 0x3C00FF, 0x4B4B4B, 0x780FC3, 0x3C1E00, 0x4B0F78, 0x7869A5, 0x0F0F1E, 0x786900,
        0x96001E, 0xD21E78, 0x1E69F0, 0xE10F0F, 0x00005A, 0x960F78, 0x1E2D4B, 0xB42DD2, 0x2D4B96, 0x0F1EA5,
    ),
    "dark 256": (
        0x5FFFD7, 0x5FAF87, 0x00AFFF, 0xAFFF00, 0xAF5FFF, 0xAF8700, 0x8787D7, 0xB2B2B2, 0xFFFFFF, 0x00D75F,
        0xFFAF00, 0xFF87D7, 0xAFD7FF, 0xFF5F5F, 0xFFFF87, 0xFF8700, 0x87AF00, 0xFF00AF, 0xFF5FFF, 0x878787,
    ),
    "light 256": (
        0x005F87, 0x005F00, 0x0000FF, 0x444444, 0x5F00AF, 0x5F0000, 0x5F005F, 0x875FAF, 0x121212, 0xAF5F00,
        0xAF0000, 0xD700AF, 0x5F5FFF, 0xD7005F, 0x00005F, 0xAF0087, 0x303030, 0xAF00D7, 0x626262, 0x000087,
    ),
    "dark colour-blind": (
        0x96FFFF, 0xF03C1E, 0xC33CFF, 0x1ED2A5, 0xFFFF78, 0x1E9696, 0xFF9600, 0xC396FF, 0xB4D269, 0xFF2DC3,
        0x96A587, 0xFFB4D2, 0xC36978, 0x78873C, 0x69C33C, 0x8787E1, 0xC3FFC3, 0x96F00F, 0xF0E187, 0x0FE1F0,
    ),
    "light colour-blind": (
        0x6900B4, 0x0F4B69, 0x781E00, 0xE11E0F, 0xA51EFF, 0x0F0069, 0x1E7896, 0x2D000F, 0x960078, 0xD21E96,
        0x4B1E4B, 0x87695A, 0x1E00E1, 0x785AC3, 0x0F0096, 0x5A5A4B, 0xB40F0F, 0x2D0F3C, 0x4B0F0F, 0x4B3C3C,
    ),
    "dark 256 colour-blind": (
        0xD7D7D7, 0x5F87FF, 0x00D700, 0xFF00D7, 0xFFFFFF, 0x87FF00, 0xAFAFAF, 0x87875F, 0xFF5F00, 0xD75FAF,
        0xFF87D7, 0xAFD787, 0x5FAF5F, 0xD7FF87, 0x00D7FF, 0xFFD7AF, 0xFF5FD7, 0xD7AF87, 0xAF8787, 0x00AFFF,
    ),
    "light 256 colour-blind": (
        0x875FAF, 0x8700AF, 0x3A3A3A, 0x5F00FF, 0x008700, 0x005F00, 0x00005F, 0x080808, 0x5F0000, 0x005F87,
        0x87005F, 0xD7005F, 0xD700AF, 0x0000D7, 0xAF0000, 0x5F5FFF, 0x5F0087, 0xAF00D7, 0xAF0087, 0x875F5F,
    ),
}  # fmt: skip
"""Found by a search for twenty colours no two of which an eye takes for one: at least 0.12 apart in OKLab (on a light
screen and of 256 colours the first fourteen), and in the three kinds of colour-blindness 0.06 (of 256 0.04), among
those that stand off the track and read as text on the panel, as many of them as can be at least 3:1 against track and
grass; then chosen by hand, on a dark and a light screen for itself: the regulars have the bright ones. Of 256 colours
each place has the hue that it has of all.
The first eight are the furthest apart for any eyes, the first fourteen have the hues of most vests, and on a light
screen the nearly black ones, of which twenty cannot do without some, are the last. The tests of this module hold the
distances; what has less contrast than 3:1 is drawn with an outline.

Those for the colour-blind were found by the same search on a blue track, without a wish for hues and without the nearly
black that only numbers tell apart: the first fourteen are as far apart for any eyes, and in every kind of
colour-blindness the first eight at least 0.135 (on a light screen 0.11, of 256 colours 0.10), where the usual ones are
0.08, and all twenty 0.055 (of 256 0.05)."""

DISTINCT = 20
"""How many runners have a colour of their own."""
_KNOWN = (2, 8, 13, 10, 7, 4, 12, 1, 6, 11, 5, 3, 0, 9, 14, 15, 16, 17, 18, 19)
"""The places in the palette that the library's people have, of those first who are in most races: for the colour-blind
they have the colours that are the furthest apart, and not the hues of vests."""
_NEUTRAL = {"dark": 0xA8A8A8, "light": 0x626262}


def runner_colours(n: int, theme: Theme) -> tuple[int, ...]:
    """A colour for each of `n` runners: distinct for the first twenty, one neutral grey for the others.

    Of sixteen colours few are left for runners: they are given out in turn.
    """
    if theme.sixteen:
        few = RUNNERS_16[theme.name]
        return tuple(few[at % len(few)] for at in range(n))
    eyes = " colour-blind" if theme.palette == "colour-blind" else ""
    known = _RUNNERS[f"{theme.name}{'' if theme.truecolour else ' 256'}{eyes}"]
    return (*known[:n], *[_NEUTRAL[theme.name]] * (n - len(known)))


def known_colour(place: int, theme: Theme) -> int:
    """The colour of somebody whom the library knows, by the place in the palette that it gives him."""
    at = _KNOWN.index(place) if theme.palette == "colour-blind" else place
    return runner_colours(DISTINCT, theme)[at]
