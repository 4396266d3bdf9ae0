"""The band across the picture when somebody has won: place, tag, name, time and record, whatever else falls later."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Row, Run
from replay.cells.rows import fill, row_width
from replay.cells.text import cell_width
from replay.drawing.course.stadium import Stadium
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look

TALL = 20
"""Rows of a picture whose band has a row above and one below its words."""


class Band(NamedTuple):
    """What the band says."""

    entry: int
    time: str
    record: str = ""
    """`WORLD RECORD −0.47`; empty where none fell."""
    margins: tuple[str, ...] = ()
    """By how much it was won, in several lengths, the longest first; empty until the second is home."""


def band_rows(band: Band, cast: Cast, look: Look, width: int, height: int) -> list[Row]:
    """The band in a picture of so many rows: one row, or three."""
    theme = look.theme
    ground = theme.board_accent
    words = Ink(fg=0x0B0D12, bg=ground, bold=True, reverse=not look.coloured)
    name = cast.names[band.entry].upper()
    head: list[Run] = [("1 ", words), (cast.codes[band.entry], cast.chips[band.entry])]
    texts = [f" {name} {band.time}", f" {band.time}"]
    tails = [f"  {band.record}  {margin}" if band.record else f"  {margin}" for margin in band.margins]
    tails += [f"  {band.record}"] if band.record else []
    row = _longest(head, texts, tails or [""], width - 2)
    middle = fill([(" " * ((width - row_width(row)) // 2), words), *row], width, words)
    blank = fill((), width, words)
    return [blank, middle, blank] if height >= TALL else [middle]


def across(band: Sequence[Row], stadium: Stadium, far: float) -> tuple[int, Sequence[Row]]:
    """The first row of a band on a painting, and its rows: above the infield, else between that and the course.

    Where there is less room than for all of them it is the one with the words: no lane is below it.

    Args:
        band: Its rows.
        stadium: The painting.
        far: Metres of the course.
    """
    board = stadium.infield
    top = board.y - 1 - len(band)  # where nobody runs at a finish, and the kerb parts it from the clock
    if top >= 0:
        return top, band
    below = board.y + board.height
    course = min(math.floor(y) for share in range(_LOOKS + 1) for _, y in stadium.edges(far * share / _LOOKS))
    if course - below < len(band):
        band = band[len(band) // 2 : len(band) // 2 + 1]
    return min(below + max(course - below - len(band), 0) // 2, stadium.height - len(band)), band


_LOOKS = 20
"""Places at which the highest of a course is looked for."""


def _longest(head: Sequence[Run], texts: Sequence[str], tails: Sequence[str], width: int) -> list[Run]:
    """The head with the longest words that fit: rather the record than the name, and the name than the margin."""
    words = head[0][1]
    room = width - row_width(head)
    ways = [*(text + tail for text in texts for tail in tails), *texts]
    text = next((way for way in ways if cell_width(way) <= room), texts[-1])
    return [*head, (text, words)]
