"""What a line across the track is: `WR` at its foot, where no more than a distance stands."""

import re

from replay.cells.ink import Ink, Row, letter_on
from replay.cells.rows import Layer, over
from replay.drawing.closeup.ground import Light
from replay.drawing.theme.look import Look


def tagged(row: Row, x: int, tag: str, colour: int, look: Look) -> Row:
    """The row below the track with a tag under the line in column `x`.

    How far along that is gives way to it; what else stands there does not, and the row is as it was.
    """
    text = "".join(part for part, _ in row)
    words = f" {tag} "
    start = min(max(x - len(words) // 2, 0), max(len(text) - len(words), 0))
    if not tag or not 0 <= x < len(text):
        return row
    there = [found for found in _SAID.finditer(text) if found.start() < start + len(words) and start < found.end()]
    if not all(_DISTANCE.fullmatch(found[0]) for found in there):
        return row
    gone = [(found.start(), " " * len(found[0]), Ink()) for found in there]
    ink = Ink(letter_on(colour), colour, bold=True, reverse=not look.coloured)
    return over(over(row, gone), [(start, words, ink)])


def tagged_above(layer: Layer, x: int, width: int, light: Light, look: Look) -> None:
    """Writes the tag of a line into a row, over the head of who runs with it in column `x`."""
    if not light.tag or light.colour is None:
        return
    words = f" {light.tag} "
    ink = Ink(letter_on(light.colour), light.colour, bold=True, reverse=not look.coloured)
    for at, char in enumerate(words, x - len(words) // 2):
        if 0 <= at < width:
            layer[at] = char, ink


_SAID = re.compile(r"\S+(?: \S+)*")
_DISTANCE = re.compile(r"[\d.,]+ \w+")
