"""The colours of runners: as far apart as an eye can tell them."""

from replay.drawing.theme.palette import Theme
from replay.drawing.theme.palette16 import RUNNERS_16

_RUNNERS = {
    "dark": (
        0x5AFFD2, 0xA5D2A5, 0x5AC3FF, 0xC3FF2D, 0xB469C3, 0xB4A500, 0x0F96FF, 0x96A5B4, 0xFFFFFF, 0x1EF069,
        0xFFC30F, 0xFF96E1, 0xB4E1FF, 0xFF8769, 0xFFF096, 0xFF0F1E, 0x0F960F, 0xF01EA5, 0xFF00FF, 0x698778,
    ),
    "light": (
        0x1E784B, 0x2D4B00, 0x0F00FF, 0x5A002D, 0x960078, 0x965A96, 0x7800C3, 0xE1005A, 0x2D2D4B, 0x784BFF,
        0xB44B0F, 0x4B0078, 0x004B96, 0x960000, 0x0000A5, 0x693C4B, 0xC30FD2, 0x1E1E00, 0x0F003C, 0x000000,
    ),
    "dark 256": (
        0x00FFAF, 0x5FAF5F, 0xAFD7FF, 0xAFFF00, 0xAF5FFF, 0xAF8700, 0x00AFFF, 0xAFAFAF, 0xFFFFFF, 0x5FD700,
        0xFFD787, 0xFF00AF, 0xD787D7, 0xFF8787, 0xFFAF87, 0x87875F, 0xD75FD7, 0xE4E4E4, 0xD7AFD7, 0xD7FFD7,
    ),
    "light 256": (
        0x00875F, 0x005F00, 0x0000AF, 0x5F0000, 0xAF0087, 0x875FD7, 0x5F00D7, 0x585858, 0x303030, 0xAF00FF,
        0xAF5F00, 0x5F0087, 0x005FAF, 0xAF0000, 0x00005F, 0xD70087, 0x444444, 0x1C1C1C, 0x080808, 0x000000,
    ),
}  # fmt: skip
"""Found by a search for twenty colours no two of which an eye takes for one: at least 0.12 apart in OKLab (of 256
colours the first fourteen), and in the three kinds of colour-blindness 0.06 (of 256 0.04), among those that stand off
the track and read as text on the panel, as many of them as can be at least 3:1 against track and grass; then chosen by
hand. The first eight are the furthest apart for any eyes, the first fourteen have the hues of most vests, and on a
light screen the nearly black ones, of which twenty cannot do without some, are the last. The tests of this module hold
the distances; what has less contrast than 3:1 is drawn with an outline."""

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
