"""Runners laid over the painted stadium: one cell each, and names beside a chosen few.

A runner is drawn in the cell his place falls in. Where two fall in one cell the one of higher priority (the earlier in
the list) has it; the other goes to a neighbouring cell, the nearest to his true place that is free, else he is hidden.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from replay.drawing.ink import Ink, letter_on
from replay.drawing.palette import Theme
from replay.drawing.stadium import Stadium

Cells = dict[int, tuple[tuple[int, str, Ink], ...]]
"""By row: text from a column on, in order and without overlap."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A runner on the picture; x and y in cells, as from `Stadium.cell`."""

    x: float
    y: float
    tag: str
    """One character."""
    colour: int
    emphasised: bool = False
    name: str = ""
    """Shown beside the chip, if anything."""


def settle(chips: Iterable[Chip], width: int, height: int) -> dict[tuple[int, int], Chip]:
    """Gives each chip a cell of its own, the first first; who finds none within a cell of his place is left out."""
    taken: dict[tuple[int, int], Chip] = {}
    for chip in chips:
        cell: tuple[int, int] | None = int(chip.x // 1), int(chip.y // 1)
        if cell in taken:
            cell = next((near for near in _around(chip) if near not in taken), None)
        if cell is not None and 0 <= cell[0] < width and 0 <= cell[1] < height:
            taken[cell] = chip
    return taken


_NEIGHBOURS = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)


def _around(chip: Chip) -> list[tuple[int, int]]:
    """The cells round the one a chip falls in that lie within a cell of the truth, the nearest first."""
    x, y = int(chip.x // 1), int(chip.y // 1)
    return [(x + dx, y + dy) for dx, dy in _nearest(int((chip.x - x) * 8), int((chip.y - y) * 8))]


@lru_cache(maxsize=64)
def _nearest(right: int, below: int) -> tuple[tuple[int, int], ...]:
    """The steps to neighbours, for a place so many eighths of a cell from its left and its upper edge."""
    # A cell is twice as high as wide: distances are counted in widths.
    across, down = (right + 0.5) / 8 - 0.5, (below + 0.5) / 4 - 1
    ranked = sorted(((dx - across) ** 2 + (2 * dy - down) ** 2, dx, dy) for dx, dy in _NEIGHBOURS)
    return tuple((dx, dy) for far, dx, dy in ranked if far <= 2.3)


@lru_cache(maxsize=256)
def chip_ink(colour: int, emphasised: bool) -> Ink:
    """A dark or white letter on the runner's colour; underlined when emphasised."""
    return Ink(letter_on(colour), colour, bold=True, underline=emphasised)


@lru_cache(maxsize=256)
def _name_ink(colour: int, ground: int, emphasised: bool) -> Ink:
    return Ink(colour, ground, bold=emphasised)


def lay(stadium: Stadium, chips: Iterable[Chip], theme: Theme) -> Cells:
    """The overlay of one instant: chips by priority, the names of those that have one, trimmed to the panel."""
    taken = settle(chips, stadium.width, stadium.height)
    rows: dict[int, list[tuple[int, str, Ink]]] = {}
    for (x, y), chip in taken.items():
        rows.setdefault(y, []).append((x, chip.tag, chip_ink(chip.colour, chip.emphasised)))
    for x, y, chip in place_names(stadium, taken):
        ink = _name_ink(chip.colour, theme.panel, chip.emphasised)
        rows.setdefault(y, []).append((x, chip.name, ink))
    return {y: tuple(sorted(cells, key=lambda cell: cell[0])) for y, cells in rows.items()}


def place_names(stadium: Stadium, taken: dict[tuple[int, int], Chip]) -> list[tuple[int, int, Chip]]:
    """Where names are written: beside their chips, clear of chips, of each other and of the scoreboard.

    Returns:
        The column and the row of each name's first character, with its chip; a name without room is left out.
    """
    busy = set(taken)
    placed: list[tuple[int, int, Chip]] = []
    for (x, y), chip in taken.items():
        if not chip.name:
            continue
        for at, row in _berths(stadium, x, y, len(chip.name)):
            span = {(column, row) for column in range(at - 1, at + len(chip.name) + 1)}
            if _clear(stadium, at, row, len(chip.name)) and not (span - {(x, y)}) & busy:
                busy |= span
                placed.append((at, row, chip))
                break
    return placed


def _berths(stadium: Stadium, x: int, y: int, length: int) -> list[tuple[int, int]]:
    """Where a name may go, the best first: outside the track, then beside, then inside."""
    lower, right = 2 * y >= stadium.height, 2 * x >= stadium.width
    beside = [(x + 2, y), (x - length - 1, y)]
    if not right:
        beside.reverse()
    out = 1 if lower else -1
    middle = x - length // 2
    above = [(middle, y + out * step) for step in (1, 2, 3)]
    inside = [(middle, y - out * step) for step in (1, 2, 3)]
    edges = beside if abs(x - stadium.width / 2) > 0.36 * stadium.width else []
    return [*edges, *above, *beside, *inside]


def _clear(stadium: Stadium, x: int, y: int, length: int) -> bool:
    if y < 0 or y >= stadium.height or x < 0 or x + length > stadium.width:
        return False
    board = stadium.infield
    return not any(board.holds(column, y) for column in (x - 1, x + length))
