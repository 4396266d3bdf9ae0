"""Palettes for eyes that the usual colours do not serve: a theme in others, of those that 256-colour screens have.

For the colour-blind the track is blue, as many are: to eyes without red a red track and the grass are one. What is well
is blue and not green, and runners wear the colours of `runners` that are the furthest apart for them. With contrast,
text and lines are black on white or white on black, and nothing is grey that has to be read.
"""

from typing import Any

from replay.drawing.theme.palette import Theme

_WELL: dict[str, dict[str, Any]] = {
    "dark": {"good": 0x5FAFFF, "board_good": 0x87D7FF},
    "light": {"good": 0x005FAF, "board_good": 0xAFD7FF},
}
_STRONG: dict[str, dict[str, Any]] = {
    "dark": {
        "background": 0x000000,
        "panel": 0x000000,
        "panel_raised": 0x303030,
        "border": 0x8A8A8A,
        "text": 0xFFFFFF,
        "muted": 0xD0D0D0,
        "estimated": 0xD0D0D0,
        "sign": 0xFFFFFF,
        "accent": 0xFFD75F,
        "good": 0x87FFAF,
        "bad": 0xFFAFAF,
        "gold": 0xFFD700,
        "silver": 0xDADADA,
        "bronze": 0xFFAF5F,
        "board": 0x000000,
        "board_indoor": 0x000000,
        "board_text": 0xFFFFFF,
        "board_muted": 0xD0D0D0,
        "crowd": 0x6C6C6C,
    },
    "light": {
        "background": 0xFFFFFF,
        "panel": 0xFFFFFF,
        "panel_raised": 0xD0D0D0,
        "border": 0x6C6C6C,
        "text": 0x000000,
        "muted": 0x303030,
        "estimated": 0x303030,
        "sign": 0x000000,
        "accent": 0x5F0000,
        "good": 0x005F00,
        "bad": 0x870000,
        "gold": 0x5F5F00,
        "silver": 0x303030,
        "bronze": 0x5F0000,
        "board": 0x000000,
        "board_indoor": 0x000000,
        "board_text": 0xFFFFFF,
        "board_muted": 0xD0D0D0,
        "crowd": 0x8A8A8A,
    },
}


def in_palette(theme: Theme, palette: str) -> Theme:
    """A theme in the colours of a palette, one of `replay.files.preferences.PALETTES`.

    The sixteen colours of the oldest terminals are that terminal's own, and stay.
    """
    if theme.sixteen:
        return theme
    if palette == "colour-blind":
        dark = theme.name == "dark"
        track: dict[str, Any] = {
            "surface": theme.indoor_bank[-1 if dark else 0],  # of those blues the one that is furthest from the grass
            "surface_line": theme.indoor_line if dark else theme.indoor,
            "rim": theme.indoor_rim,
        }
        return theme._replace(palette="colour-blind", **track, **_WELL[theme.name])
    if palette == "contrast":
        return theme._replace(palette="contrast", **_STRONG[theme.name])
    return theme
