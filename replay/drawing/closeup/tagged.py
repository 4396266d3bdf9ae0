"""What a line across the track is: `WR` at its foot, where no more than a distance stands."""

import re

from replay.cells.ink import Ink, Row, letter_on
from replay.cells.rows import Layer, over
from replay.drawing.closeup.ground import Light
from replay.drawing.theme.look import Look


def tagged(row: Row, x: int, tag: str, colour: int, look: Look) -> Row:
    """The row below the track with a tag under the line in column `x`, or right beside what stands there.

    How far along that is gives way to it; what else stands there does not, and where it has no room the row is as it
    was.
    """
    text = "".join(part for part, _ in row)
    words = f" {tag} "
    start = min(max(x - len(words) // 2, 0), max(len(text) - len(words), 0))
    if not tag or not 0 <= x < len(text):
        return row
    said = [(found.start(), found.end(), _DISTANCE.fullmatch(found[0]) is None) for found in _SAID.finditer(text)]
    fixed = [(begin, end) for begin, end, stays in said if stays]
    ways = (start, *(begin - len(words) for begin, _ in fixed), *(end for _, end in fixed))
    free = (
        at
        for at in sorted(ways, key=lambda at: abs(at - start))
        if at <= x < at + len(words) and 0 <= at <= len(text) - len(words)
        if not any(at < end and begin < at + len(words) for begin, end in fixed)
    )
    if (at := next(free, None)) is None:
        return row
    gone = [(begin, " " * (end - begin), Ink()) for begin, end, _ in said if at < end and begin < at + len(words)]
    ink = Ink(letter_on(colour), colour, bold=True, reverse=not look.coloured)
    return over(over(row, gone), [(at, words, ink)])


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
