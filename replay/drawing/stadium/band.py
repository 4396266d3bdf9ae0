"""The band across the picture when somebody has won: place, tag, name, time and record, whatever else falls later."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from replay.cells.ink import Ink, Row, Run, difference
from replay.cells.rows import fill, row_width
from replay.cells.text import cell_width
from replay.drawing.course.stadium import Stadium
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look

TALL = 18
"""Rows of a picture whose band has three rows: the place as large as they are, and the whole name above the rest."""


class Band(NamedTuple):
    """What the band says."""

    entry: int
    time: str
    record: str = ""
    """`WORLD RECORD −0.47`; empty where none fell."""
    margins: tuple[str, ...] = ()
    """By how much it was won, in several lengths, the longest first; empty until the second is home."""
    whole: str = ""
    """The winner's whole name; empty where it is the short one."""
    runs_for: str = ""
    """The nation or club."""


class Banner(NamedTuple):
    """The band in rows."""

    rows: Sequence[Row] = ()
    least: Sequence[Row] = ()
    """The same in one."""


def banner_of(band: Band, cast: Cast, look: Look, width: int, height: int) -> Banner:
    """The band in a picture of so many rows."""
    least = [_line(band, cast, look, width)]
    if look.drawn:  # no ground parts it from the lines and letters of a course that is drawn
        edge = fill([(look.glyph("═", "=") * width, _words(look))], width, _words(look))
        return Banner([edge, *least, edge] if height >= TALL else least, least)
    return Banner(_large(band, cast, look, width) or least if height >= TALL else least, least)


def _chip(entry: int, cast: Cast, look: Look) -> Ink:
    """The winner's letters on his colour; in his colour on black where that is nearly the band's."""
    chip = cast.chips[entry]
    if not look.coloured or chip.bg is None or difference(chip.bg, look.theme.board_accent) >= _APART:
        return chip
    return Ink(fg=chip.bg, bg=_BLACK, bold=True)


_APART = 0.12
"""How far two colours are apart that no eye takes for one, in OKLab."""
_BLACK = 0x0B0D12


def _words(look: Look) -> Ink:
    return Ink(fg=_BLACK, bg=look.theme.board_accent, bold=True, reverse=not look.coloured)


def _line(band: Band, cast: Cast, look: Look, width: int) -> Row:
    """All of it in one row, as much as there is room for."""
    words = _words(look)
    head: list[Run] = [("1 ", words), (cast.codes[band.entry], _chip(band.entry, cast, look))]
    short = cast.names[band.entry].upper()
    row = _longest(head, [f" {short} {band.time}", f" {band.time}"], _tails(band), width - 2)
    left = (width - row_width(row)) // 2
    if not look.drawn:
        return fill([(" " * left, words), *row], width, words)
    edge = look.glyph("═", "=")
    right = width - row_width(row) - left
    beside = [f"{edge * (blanks - 1)} "[:blanks] for blanks in (left, right)]
    return fill([(beside[0], words), *row, (beside[1][::-1], words)], width, words)


def _tails(band: Band) -> list[str]:
    """What is said behind the time, in several lengths, the longest first."""
    tails = [f"  {band.record}  {margin}" if band.record else f"  {margin}" for margin in band.margins]
    return [*tails, f"  {band.record}" if band.record else ""]


def _large(band: Band, cast: Cast, look: Look, width: int) -> list[Row]:
    """Three rows: the place on the winner's colour, and beside it the name and what it was won with."""
    words, chip = _words(look), _chip(band.entry, cast, look)
    block = [f" {row} " for row in _ONE]
    room = width - len(block[0]) - 2 * _ASIDE - 2
    short = cast.names[band.entry].upper()
    name = band.whole.upper() or short
    nation = f"  {band.runs_for}" if band.runs_for else ""
    apart = [_apart(name) + nation, _apart(name)] if len(name) == cell_width(name) else []
    code: list[Run] = [(cast.codes[band.entry], chip)] if cast.codes[band.entry] else []
    ways = [f"  {way}" for way in (*apart, name + nation, name, short) if way]
    upper = _longest(code, ways, [""], room, words)
    lower = _longest([], [band.time], _tails(band), room, words)
    wide = max(row_width(upper), row_width(lower))
    if wide > room:
        return []
    left = (width - len(block[0]) - _ASIDE - wide) // 2
    lines: list[list[Run]] = [upper, [], lower]
    return [
        fill([(" " * left, words), (part, chip), (" " * _ASIDE, words), *line], width, words)
        for part, line in zip(block, lines, strict=True)
    ]


_ONE = "▄▄ ", " █ ", "▀▀▀"
"""The place, with half a row free above it and below."""
_ASIDE = 2
"""Cells between the place and the name."""


def _apart(name: str) -> str:
    """A name with a blank behind each letter: the largest that letters get."""
    return " ".join(name)


def across(banner: Banner, stadium: Stadium, far: float) -> tuple[int, Sequence[Row]]:
    """The first row of a band on a painting, and its rows: above the infield, else between that and the course.

    Where there is less room than for all of them it is the one: no lane is below it.

    Args:
        banner: Its rows.
        stadium: The painting.
        far: Metres of the course.
    """
    board, band = stadium.infield, banner.rows
    top = board.y - 1 - len(band)  # where nobody runs at a finish, and the kerb parts it from the clock
    if top >= 0:
        return top, band
    below = board.y + board.height
    course = min(math.floor(y) for share in range(_LOOKS + 1) for _, y in stadium.edges(far * share / _LOOKS))
    if course - below < len(band):
        band = banner.least
    return min(below + max(course - below - len(band), 0) // 2, stadium.height - len(band)), band


_LOOKS = 20
"""Places at which the highest of a course is looked for."""


def _longest(
    head: Sequence[Run], texts: Sequence[str], tails: Sequence[str], width: int, words: Ink | None = None
) -> list[Run]:
    """The head with the longest words that fit: rather the record than the name, and the name than the margin."""
    room = width - row_width(head)
    ways = [*(text + tail for text in texts for tail in tails), *texts]
    text = next((way for way in ways if cell_width(way) <= room), texts[-1])
    return [*head, (text, words or head[0][1])]
