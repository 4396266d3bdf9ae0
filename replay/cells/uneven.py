"""Rows in which a character may take two cells, or none: written over cell by cell, which takes longer."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from replay.cells.ink import Ink, Row, Run
from replay.cells.text import cell_width


def cells_of(text: str) -> list[str]:
    """What stands in each cell of a text: marks with their letter, and nothing in the second of a wide one's."""
    found: list[str] = []
    letter = 0
    for char in text:
        width = cell_width(char)
        if width:
            letter = len(found)
            found += [char, ""][:width]
        elif found:
            found[letter] += char
    return found


def written_over(row: Row, overlays: Iterable[tuple[int, str, Ink]]) -> Row:
    """A row of the same cells with texts written over it; of a wide character that is cut in half a blank is left.

    Args:
        row: The row.
        overlays: As those of `replay.cells.rows.Ground.over`.
    """
    cells = [(char, ink) for text, ink in row for char in cells_of(text)]
    free = 0
    for x, text, ink in overlays:
        if not free <= x < len(cells):
            continue
        free = min(x + cell_width(text), len(cells))
        for at, char in zip(range(x, free), cells_of(text), strict=False):
            below, own = cells[at]
            cells[at] = char, ink if ink.bg is not None else ink._replace(bg=own.fg if below == "█" else own.bg)
    return _joined(cells)


def part_of(row: Row, start: int, end: int) -> Row:
    """A row from one cell to another; of a wide character that is cut in half a blank is left."""
    return _joined([(char, ink) for text, ink in row for char in cells_of(text)][start:end])


def _joined(cells: list[Run]) -> Row:
    whole = _whole([char for char, _ in cells])
    runs = groupby(zip(whole, (ink for _, ink in cells), strict=True), key=itemgetter(1))
    return tuple(("".join(char for char, _ in run), ink) for ink, run in runs)


def _whole(cells: list[str]) -> list[str]:
    """The cells with a blank for each half of a character whose other half is gone."""
    wide = [char != "" and cell_width(char[0]) == 2 for char in cells]
    cut = [is_wide != (after == "") for is_wide, after in zip(wide, [*cells[1:], " "], strict=False)]
    return [
        " " if (is_wide and is_cut) or (not char and not (at and wide[at - 1])) else char
        for at, (char, is_wide, is_cut) in enumerate(zip(cells, wide, cut, strict=True))
    ]
