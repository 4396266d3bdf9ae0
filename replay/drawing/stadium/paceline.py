"""The even pace of a record as a line across the track, and what it is, `WR`, where there is room for that."""

from collections.abc import Mapping, Sequence
from operator import itemgetter

from replay.cells.ink import Ink
from replay.cells.rows import Overlay
from replay.cells.text import cell_width
from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.chip import Cell
from replay.drawing.stadium.names import sides_of
from replay.drawing.theme.look import Look

Layer = Mapping[int, Sequence[Overlay]]
"""Overlays by row, in rising order of their cells."""
Ends = tuple[int, int, int, int]
"""Column and row of the cell at the inside of the track, and of that at its outside."""


def ends_of(stadium: Stadium, along: float) -> Ends:
    """The cells between which a line crosses the track so many metres along lane 1."""
    (ix, iy), (ox, oy) = stadium.edges(along)
    return int(ix // 1), int(iy // 1), int(ox // 1), int(oy // 1)


def line(stadium: Stadium, ends: Ends, colour: int, look: Look) -> Layer:
    """A line from a cell on the inside of the track to one on its outside."""
    ink = Ink(colour, bold=True)
    ix, iy, ox, oy = ends
    dx, dy = ox - ix, oy - iy
    steps = max(abs(dx), abs(dy), 1)
    glyph = look.glyph("┃", "|") if abs(dy) * 2 >= abs(dx) else look.glyph("━", "-")
    cells = {(round(iy + dy * at / steps), round(ix + dx * at / steps)) for at in range(steps + 1)}
    rows: dict[int, list[Overlay]] = {}
    for y, x in sorted(cells):
        if stadium.holds(x, y) and (x, y) not in stadium.words:
            rows.setdefault(y, []).append((x, glyph, ink))
    return rows


def berths(stadium: Stadium, along: float, wide: int) -> tuple[Cell, ...]:
    """Where a tag of so many cells may begin beside a line, inside the track or outside: off words and scoreboard."""
    found: list[Cell] = []
    board = stadium.infield
    for x, y in reversed(sides_of(stadium, along)):
        row, start = int(y // 1), round(x - wide / 2)
        cells = range(start - 1, start + wide + 1)
        if all(stadium.holds(at, row) and (at, row) not in stadium.words and not board.holds(at, row) for at in cells):
            found.append((start, row))
    return tuple(found)


def tagged(layer: Layer, places: Sequence[Cell], tag: str, ink: Ink) -> Layer:
    """The layer with a tag in the first of the places where nothing is over the painting, if there is one."""
    for start, row in places:
        there = layer.get(row, ())
        end = start + cell_width(tag) + 1
        for x, text, _ in there:
            if x < end and start - 1 < x + cell_width(text):
                break
        else:
            return {**layer, row: sorted((*there, (start, tag, ink)), key=itemgetter(0))}
    return layer
