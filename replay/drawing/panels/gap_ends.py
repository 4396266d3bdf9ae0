"""Who is at the ends of the chart's lines, and how far behind those are who are beyond its scale."""

from collections.abc import Iterable
from operator import itemgetter

from replay.cells.rows import Overlay
from replay.cells.text import cell_width
from replay.drawing.panels.ends import End, placed
from replay.drawing.panels.gap_scale import dot_of
from replay.drawing.theme.lineup import Cast
from replay.drawing.theme.look import Look

_STEP, _FAR, _WIDE = 1, 50, 5
"""Metres to which a distance beyond the scale is told, from how many on it is told more roughly, and how roughly."""


_LEVEL = 1.5
"""Metres by which letters may stand off their line's end, in however many rows."""


def as_told(gap: float) -> float:
    """Metres behind as they are written beside who is beyond the scale: no finer than can be read while they change."""
    step = _WIDE if gap >= _FAR else _STEP
    return float(round(gap / step) * step)


def ends_of(
    found: Iterable[tuple[int, float]], reach: float, cast: Cast, look: Look, room: tuple[int, int]
) -> dict[int, list[Overlay]]:
    """Who is at the ends of the lines, by row: how many cells after the end, and what; nobody is left out.

    Whoever is further behind than the chart reaches is at its foot, with a mark that points down and the metres.

    Args:
        found: Entries with their metres behind.
        reach: Metres that the scale holds.
        cast: Letters and inks.
        look: Inks.
        room: Cells behind the ends of the lines, and rows.
    """
    width, high = room
    order = sorted(found, key=itemgetter(1))  # of two level ones the first stays first
    ends: list[End] = []
    beyond: dict[int, str] = {}
    for entry, gap in order:
        dot, letters = dot_of(gap, reach, high), cell_width(cast.codes[entry])
        if dot is None:
            beyond[entry] = f" {as_told(gap):.0f} m"
            ends.append(End(entry, high - 1, 0, letters, 1 + letters + cell_width(beyond[entry]), before=1))
        else:
            ends.append(End(entry, dot // 4, 0, letters))
    rows: dict[int, list[Overlay]] = {}
    for entry, row, x, named, short in placed(ends, high, width, int(_LEVEL * high / reach) if reach else 0):
        texts = [((cast.tags if short else cast.codes)[entry], cast.chips[entry])]
        if entry in beyond:
            texts.insert(0, (look.glyph("▾", "v"), look.muted))
        if named:
            texts.append((beyond[entry], look.muted))
        for text, ink in texts:
            rows.setdefault(row, []).append((x, text, ink))
            x += cell_width(text)
    return {row: sorted(overlays, key=itemgetter(0)) for row, overlays in rows.items()}


def go_on(line: list[Overlay], cell: Overlay) -> None:
    """Add a cell to a line, to the last of its texts where that ends there in the same ink."""
    x, glyph, ink = cell
    if line and line[-1][2] == ink and line[-1][0] + len(line[-1][1]) == x:
        line[-1] = line[-1][0], line[-1][1] + glyph, ink
    else:
        line.append(cell)
