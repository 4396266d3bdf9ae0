"""Rows of runs as the text and control sequences that a terminal shows them by (ECMA-48, and ITU T.416 for colours)."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from replay.cells.depth import Depth, number_of_16, number_of_256, parts
from replay.cells.ink import Ink, Row, Run

Codes = tuple[str, str, str]
"""What sets attributes, colour and background."""

UNSET: Codes = "", "", ""
"""Nothing is set."""


def rows_to_text(rows: Sequence[Row], depth: Depth) -> str:
    """Rows as lines, without a line end after the last; each line leaves the terminal as it found it.

    For text without any control sequence see `replay.cells.rows.plain`.
    """
    return "\n".join([row_to_text(row, depth) for row in rows])


def row_to_text(row: Iterable[Run], depth: Depth) -> str:
    """What writes runs to a terminal: of each one's ink what the one before has not set."""
    out: list[str] = []
    old = UNSET
    for text, ink in row:
        new = codes_of(ink, depth)
        if new != old:
            out.append(turned(old, new))
            old = new
        out.append(text)
    if old != UNSET:
        out.append("\x1b[0m")
    return "".join(out)


def turned(old: Codes, new: Codes) -> str:
    """The sequence that sets one ink's codes where another's are set; both are not the same."""
    attributes, colour, ground = new
    if attributes != old[0] or (not colour and old[1]) or (not ground and old[2]):
        codes: tuple[str, ...] = "" if old == UNSET else "0", attributes, colour, ground
    else:
        codes = colour if colour != old[1] else "", ground if ground != old[2] else ""
    return f"\x1b[{';'.join(filter(None, codes))}m"


@lru_cache(maxsize=4096)
def codes_of(ink: Ink, depth: Depth) -> Codes:
    """What sets an ink's attributes, colour and background on a terminal of so many colours."""
    flags = (
        ("1", ink.bold and not _brightened(ink.fg, depth)),
        ("2", ink.dim and depth is not Depth.NONE),
        ("3", ink.italic),
        ("4", ink.underline),
        ("7", ink.reverse),
    )
    attributes = ";".join([code for code, is_on in flags if is_on])
    return attributes, _colour_code(ink.fg, depth, 30), _colour_code(ink.bg, depth, 40)


def _brightened(colour: int | None, depth: Depth) -> bool:
    """Whether bold would make it another colour: of the first eight of sixteen terminals make the other eight."""
    return depth is Depth.SIXTEEN and colour is not None and number_of_16(colour) < 8


def _colour_code(colour: int | None, depth: Depth, base: int) -> str:
    """What sets a colour, on letters from 30 on, on the background from 40 on."""
    if colour is None or depth is Depth.NONE:
        return ""
    if depth is Depth.TRUE:
        red, green, blue = parts(colour)
        return f"{base + 8};2;{red};{green};{blue}"
    if depth is Depth.EIGHT_BIT:
        return f"{base + 8};5;{number_of_256(colour)}"
    number = number_of_16(colour)
    return str(base + number if number < 8 else base + 52 + number)
