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
        0x005FAF, 0x444444, 0x005FFF, 0x005F00, 0x8700D7, 0x5F0000, 0x0000AF, 0x875F87, 0x080808, 0x00875F,
        0xAF5F00, 0xD70087, 0x875FD7, 0xAF0000, 0x1C1C1C, 0x87005F, 0x303030, 0xAF00AF, 0x5F0087, 0x585858,
    ),
    "dark colour-blind": (
        0xA5FFF0, 0xC33CFF, 0xF03C3C, 0x0F9696, 0xFFF03C, 0xFF9600, 0xC396FF, 0x3CD2A5, 0xC3C3FF, 0x2DF0A5,
        0x4BB496, 0xF03CC3, 0xB478F0, 0x96B4D2, 0xFFB469, 0xD2FF96, 0xC39669, 0xC36978, 0xA5E1E1, 0xF0D200,
    ),
    "light colour-blind": (
        0x871E0F, 0x000000, 0xA51EFF, 0x1E7896, 0x0F0F00, 0x1E00B4, 0x4B0F4B, 0xC34B1E, 0x692D5A, 0x00000F,
        0x0F0F78, 0x2D002D, 0x785AC3, 0x691ED2, 0x69000F, 0x784B69, 0x3C5A96, 0xA55A69, 0xA52D3C, 0x5A2D87,
    ),
    "dark 256 colour-blind": (
        0xFF8787, 0xFFFFAF, 0xAF8700, 0x00FFFF, 0x0087FF, 0xFF00AF, 0xFFD700, 0xAFAFFF, 0xFFAF87, 0x87D7FF,
        0xD75F5F, 0xD787D7, 0x87AF5F, 0xAFFFD7, 0xD75FD7, 0xAFD7D7, 0x00D700, 0xFF5FAF, 0xD7D7AF, 0xD7AFD7,
    ),
    "light 256 colour-blind": (
        0xD70000, 0x000000, 0x875F87, 0x0000D7, 0x870000, 0x5F5FFF, 0x000087, 0x080808, 0x4E4E4E, 0x005FAF,
        0x3A3A3A, 0x00005F, 0x5F0000, 0x00875F, 0x0000AF, 0xAF0000, 0x5F5F5F, 0xAF00AF, 0x262626, 0x5F00FF,
    ),
}  # fmt: skip
"""Found by a search for twenty colours no two of which an eye takes for one: at least 0.12 apart in OKLab (on a light
screen and of 256 colours the first fourteen), and in the three kinds of colour-blindness 0.06 (of 256 0.04), among
those that stand off the track and read as text on the panel, as many of them as can be at least 3:1 against track and
grass; then chosen by hand, in each theme for itself and not as shades of another's: the regulars have the bright ones.
The first eight are the furthest apart for any eyes, the first fourteen have the hues of most vests, and on a light
screen the nearly black ones, of which twenty cannot do without some, are the last. The tests of this module hold the
distances; what has less contrast than 3:1 is drawn with an outline.

Those for the colour-blind were found by the same search on a blue track, without a wish for hues: the first eight are
at least 0.14 apart in every kind of colour-blindness (of 256 colours 0.11), where the usual ones are 0.08, and all
twenty 0.065 (0.05)."""

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
