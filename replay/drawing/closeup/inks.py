"""What figures are written in: the colours of their parts, and what shows between and behind these."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from replay.cells.ink import Ink, lit, mix
from replay.cells.rows import Layer
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look
from replay.drawing.theme.palette import Theme
from replay.race.race import Race


def write(layer: Layer, x: int, letter: tuple[str, Ink]) -> None:
    """Puts a letter into its cell, or beside it where the letter of somebody else is."""
    free = (at for at in (x, x - 1, x + 1, x - 2, x + 2) if at not in layer or not layer[at][1].bold)
    at = next(free, x)
    layer[at if at >= 0 else x] = letter


class Dress(NamedTuple):
    """How a figure is written."""

    colours: Sequence[int]
    """Of its parts, in their order."""
    lettered: bool
    """Whether its letter is on its chest."""


UPPER = "▀▛▜█▘▝"
"""Characters that leave less of the upper half of their cell open, which on the first row of the track is the kerb."""

LOWER = "▄▙▟█▖▗"
"""The same of the lower half, which in a bend is the kerb where that is half a row further up."""


def solid(behind: tuple[str, Ink] | None, ground: int | None) -> int | None:
    """The colour behind a piece of a figure: of somebody who fills the cell, else of the ground, None for the row's."""
    if behind is None or behind[0] in "▂▁.":
        return ground
    return behind[1].fg if behind[0] == "█" else behind[1].bg


def inks_of(race: Race, cast: Cast, look: Look, surface: int) -> list[tuple[int, ...]]:
    """The colours of everybody's parts; a ghost is all of one, through which the `surface` shows."""
    return [
        (look.theme.blend(surface, colour, 0.55),) * 6 if entry.ghost else part_colours(colour, look)
        for entry, colour in zip(race.entries, cast.colours, strict=True)
    ]


def part_colours(colour: int, look: Look) -> tuple[int, ...]:
    """The colours of a figure's parts, in their order: the vest is the runner's own, the shorts go with it."""
    theme = look.theme
    if theme.sixteen or look.drawn:
        return (colour,) * 6
    return colour, theme.shade, theme.skin, theme.skin, _shorts(colour, theme), _HAIR


def _shorts(vest: int, theme: Theme) -> int:
    """What is told from a vest: vests of a dark screen are bright, and those of a light one dark."""
    dark = theme.name == "dark"
    if not theme.truecolour:
        return _SHORTS[0] if dark else _SHORTS[1]
    return lit(vest, 0.3) if dark else mix(vest, 0xFFFFFF, 0.75)


_SHORTS, _HAIR = (0x303030, 0xE4E4E4), 0x1C1C1C
"""Colours that terminals of 256 have."""


@lru_cache(maxsize=4096)
def ink_of(fg: int | None, bg: int | None) -> Ink:
    """The ink of two colours, made once."""
    return Ink(fg, bg)
