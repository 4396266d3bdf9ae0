"""Which theme a terminal is shown: dark or light, for as many colours as it has."""

from replay.cells.depth import Depth
from replay.drawing.theme.palette import DARK, LIGHT, Theme
from replay.drawing.theme.palette16 import in_16_colours
from replay.drawing.theme.palette256 import in_256_colours


def theme_of(light: bool, depth: Depth) -> Theme:
    """The theme for a terminal of so many colours; without any it is that of all of them, and nobody sees it."""
    theme = LIGHT if light else DARK
    match depth:
        case Depth.SIXTEEN:
            return in_16_colours(theme)
        case Depth.EIGHT_BIT:
            return in_256_colours(theme)
        case _:
            return theme
