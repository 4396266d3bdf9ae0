"""Which theme a terminal is shown: dark or light, for as many colours as it has."""

from replay.cells.depth import Depth
from replay.drawing.theme.palette import DARK, LIGHT, Theme
from replay.drawing.theme.palette16 import in_16_colours
from replay.drawing.theme.palette256 import in_256_colours


def theme_of(light: bool, depth: Depth, palette: str = "usual") -> Theme:
    """The theme for a terminal of so many colours; without any it is that of all of them, and nobody sees it.

    Args:
        light: Whether it is the light one.
        depth: How many colours there are.
        palette: For which eyes, one of `replay.files.preferences.PALETTES`.
    """
    theme = LIGHT if light else DARK
    if depth is Depth.SIXTEEN:
        return in_16_colours(theme)
    if depth is Depth.EIGHT_BIT:
        theme = in_256_colours(theme)
    if palette == "usual":
        return theme
    from replay.drawing.theme.palettes import in_palette  # few want another

    return in_palette(theme, palette)
