"""Runners laid over the painted stadium: one cell each, and names beside the track for a chosen few.

A runner is drawn in the cell his place falls in. Where two fall in one cell the one of higher priority (the earlier in
the list) has it; the other goes to a neighbouring cell, the nearest to his true place that is free, else he is hidden.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from replay.drawing.ink import Ink, letter_on
from replay.drawing.scenery import Point
from replay.drawing.stadium import Stadium
from replay.track import KERB

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
    """Shown beside the track, if anything."""
    sides: tuple[Point, Point] | None = None
    """Where the name may be, in cells: just outside the track and just inside it."""
    along: float = 0.0
    """Metres along the track, from which follows who is ahead of whom."""
    way: Point = (0.0, 0.0)
    """Where he is running to, in cells; nothing where that is not known."""


def settle(chips: Iterable[Chip], width: int, height: int) -> dict[tuple[int, int], Chip]:
    """Gives each chip a cell of its own, the first first; who finds none within a cell of his place is left out.

    Who gives way never does so past the one he gives way to: the picture would turn their order round.
    """
    taken: dict[tuple[int, int], Chip] = {}
    for chip in chips:
        cell: tuple[int, int] | None = int(chip.x // 1), int(chip.y // 1)
        if cell in taken:
            there = taken[cell]
            cell = next((near for near in _around(chip) if near not in taken and _in_order(chip, near, there)), None)
        if cell is not None and 0 <= cell[0] < width and 0 <= cell[1] < height:
            taken[cell] = chip
    return taken


_NEIGHBOURS = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)


def _in_order(chip: Chip, cell: tuple[int, int], other: Chip) -> bool:
    """Whether a cell beside the one both fall in leaves who is behind behind."""
    right, below = cell[0] - chip.x // 1, cell[1] - chip.y // 1
    onward = right * chip.way[0] + below * chip.way[1]
    return onward * (chip.along - other.along) >= 0


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
def name_ink(colour: int, ground: int, emphasised: bool) -> Ink:
    """A name in the runner's colour, as on the panels."""
    return Ink(colour, ground, bold=True, underline=emphasised)


def lay(stadium: Stadium, chips: Iterable[Chip], ground: int) -> Cells:
    """The overlay of one instant: chips by priority, and the names of those that have one.

    Args:
        stadium: The painting.
        chips: Runners, those first who may take a cell that two want.
        ground: The colour that names are written on.
    """
    taken = settle(chips, stadium.width, stadium.height)
    rows: dict[int, list[tuple[int, str, Ink]]] = {}
    for (x, y), chip in taken.items():
        rows.setdefault(y, []).append((x, chip.tag, chip_ink(chip.colour, chip.emphasised)))
    for x, y, chip in place_names(stadium, taken):
        rows.setdefault(y, []).append((x, chip.name, name_ink(chip.colour, ground, chip.emphasised)))
    return {y: tuple(sorted(cells, key=lambda cell: cell[0])) for y, cells in rows.items()}


class Span(NamedTuple):
    """Where a name is written: cells from `x` to before `end` in row `y`."""

    x: int
    end: int
    y: int


def place_names(stadium: Stadium, taken: dict[tuple[int, int], Chip]) -> list[tuple[int, int, Chip]]:
    """Where names are written: off the track, clear of chips, of each other and of the scoreboard.

    The first name is outside the track and the next inside, in turn, as long as there is room: which side a name is on
    follows from the order and the stretch of track, so that it stays there while runners move.

    Returns:
        The column and the row of each name's first character, with its chip; a name without room is left out.
    """
    placed: list[tuple[int, int, Chip]] = []
    spans: list[Span] = []
    for chip in taken.values():
        if not chip.name or chip.sides is None:
            continue
        inside_first = len(spans) % 2
        for side in (inside_first, 1 - inside_first):
            span = _berth(stadium, chip, side, spans, taken)
            if span is not None:
                spans.append(span)
                placed.append((span.x, span.y, chip))
                break
    return placed


def _berth(
    stadium: Stadium, chip: Chip, side: int, spans: Sequence[Span], taken: Collection[tuple[int, int]]
) -> Span | None:
    """The place of a name on one side of the track: at its chip, or next to the name that is there already."""
    assert chip.sides is not None
    x, y = chip.sides[side]
    length = len(chip.name)
    lean = _lean(chip.x - x, 2 * (chip.y - y))
    left = min(max(round(x - length / 2 - lean * length / 2), 0), max(stadium.width - length, 0))
    row = min(max(int(y), 0), stadium.height - 1)
    for other in sorted((span for span in spans if span.y == row), key=lambda span: abs(span.x - left)):
        if left < other.end + 1 and other.x < left + length + 1:
            left = other.end + 1 if left + length / 2 > (other.x + other.end) / 2 else other.x - length - 1
    span = Span(left, left + length, row)
    return span if _clear(stadium, span, spans, taken) else None


def _lean(dx: float, dy: float) -> float:
    """How far a name is to a side of its point: -1 wholly to the right of it, 0 in the middle, 1 wholly to the left."""
    share = dx / max(math.hypot(dx, dy), 1e-6)
    return max(-1.0, min(1.0, 1.6 * share))


def _clear(stadium: Stadium, span: Span, spans: Sequence[Span], taken: Collection[tuple[int, int]]) -> bool:
    if span.x < 0 or span.end > stadium.width:
        return False
    if any(other.y == span.y and span.x < other.end + 1 and other.x < span.end + 1 for other in spans):
        return False
    board = stadium.infield
    if any(board.holds(column, span.y) for column in (span.x, span.end - 1)):
        return False
    return not any((column, span.y) in taken for column in range(span.x, span.end))


def sides_of(stadium: Stadium, along: float, outer: float) -> tuple[Point, Point]:
    """Points just off the track, outside and inside it.

    Args:
        stadium: The painting.
        along: Metres along lane 1.
        outer: Metres outside the measured line at which the track ends.
    """
    (ox, oy), (ix, iy) = stadium.cell(along, outer), stadium.cell(along, -KERB)
    dx, dy = ox - ix, 2 * (oy - iy)
    size = max(math.hypot(dx, dy), 1e-6)
    # Places for runners end a pixel from the track's edges, and kerb and rim are a pixel wide.
    dx, dy = 2.5 * dx / size, 1.25 * dy / size
    return (ox + dx, oy + dy), (ix - dx, iy - dy)
