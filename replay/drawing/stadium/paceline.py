"""The even pace of a record as a line across the track, and what it is, `WR`, where there is room for that."""

from collections.abc import Mapping, Sequence

from replay.cells.ink import Ink
from replay.cells.rows import Overlay
from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.chips import sides_of
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


def tagged(layer: Layer, stadium: Stadium, along: float, tag: str, ink: Ink) -> Layer:
    """The layer with the tag of a line beside the track, inside or outside, if nothing else is in its cells there.

    Args:
        layer: All that lies over the painting.
        stadium: The painting.
        along: Metres along lane 1 at which the line is.
        tag: A few letters.
        ink: Of them.
    """
    for x, y in reversed(sides_of(stadium, along)):
        row, start = int(y // 1), round(x - len(tag) / 2)
        there = layer.get(row, ())
        if _is_free(stadium, there, row, start - 1, start + len(tag) + 1):
            return {**layer, row: sorted((*there, (start, tag, ink)), key=lambda overlay: overlay[0])}
    return layer


def _is_free(stadium: Stadium, there: Sequence[Overlay], row: int, start: int, end: int) -> bool:
    """Whether the cells from `start` to before `end` of a row are free, and off words and scoreboard."""
    board = stadium.infield
    cells = range(start, end)
    return (
        all(stadium.holds(x, row) and (x, row) not in stadium.words and not board.holds(x, row) for x in cells)
        and not any(x < end and start < x + len(text) for x, text, _ in there)
    )  # fmt: skip
