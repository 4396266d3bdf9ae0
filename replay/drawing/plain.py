r"""The same course in plain characters, for consoles without half blocks and for terminals without colour.

`#` is an edge, `.` where one runs; `|` `-` `/` `\` are lines across: the finish, and fainter the start and every 100 m.
"""

import math
from collections.abc import Iterator

from replay.drawing.ink import Ink, Row, Run
from replay.drawing.palette import Theme
from replay.drawing.scenery import Painting
from replay.track import KERB, Oval, Road, Straight

Cells = dict[tuple[int, int], tuple[str, Ink]]


def plain_rows(track: Oval | Straight | Road, painting: Painting, theme: Theme) -> tuple[Row, ...]:
    """The rows of a course that has been painted for the same panel; its words and numbers are kept."""
    page = theme.background
    ground = Ink(theme.surface, page, dim=True)
    edge = Ink(theme.muted, page)
    cells: Cells = {}
    low = 0.0 if isinstance(track, Road) else -KERB
    high = low + track.lanes * track.lane_width
    (_, here), (_, there) = painting.place(track.distance, low), painting.place(track.distance, high)
    pixel = (high - low) / max(1e-6, 2 * abs(there - here))
    begin = 0.0 if not isinstance(track, Oval) or track.on_straight else track.distance - track.lap
    steps = max(2, math.ceil(2 * (high - low) / pixel))
    verge, rim = 0.9 * pixel, 1.5 * pixel
    # The ground reaches to its edge, the edge is laid over it, and where a runner can be there is ground again.
    for step in range(steps + 1):
        out = low - verge + (high - low + 2 * verge) * step / steps
        cells |= dict.fromkeys(_along(track, painting, begin, out), (".", ground))
    for out in (low - rim, high + rim):
        cells |= dict.fromkeys(_along(track, painting, begin, out), ("#", edge))
    for step in range(steps + 1):
        out = low + (high - low) * step / steps
        cells |= dict.fromkeys(_along(track, painting, begin, out), (".", ground))
    for distance, ink in _lines(track, theme):
        for cell, character in _across(painting, distance, low, high, steps):
            cells[cell] = character, ink
    canvas = painting.canvas
    for y, row in canvas.letters.items():
        for x, letter in row.items():
            if letter.text.isascii():
                cells[x, y] = letter.text, Ink(letter.colour, page, bold=letter.bold)
    blank = " ", Ink(None, page)
    return tuple(_row([cells.get((x, y), blank) for x in range(canvas.width)]) for y in range(canvas.height))


def _along(track: Oval | Straight | Road, painting: Painting, begin: float, out: float) -> Iterator[tuple[int, int]]:
    """The cells of a line along the course."""
    canvas = painting.canvas
    legs = 4 if isinstance(track, Road) else 1
    count = 6 * legs * (canvas.width + canvas.height)
    for step in range(count + 1):
        x, y = painting.place(begin + (track.distance - begin) * step / count, out)
        if 0 <= x < canvas.width and 0 <= y < canvas.height:
            yield int(x), int(y)


def _lines(track: Oval | Straight | Road, theme: Theme) -> list[tuple[float, Ink]]:
    """Distances at which a line is drawn across the course, the most important last."""
    page = theme.background
    faint, strong = Ink(theme.muted, page), Ink(theme.text, page, bold=True)
    lines = [(track.distance - metres, faint) for metres in range(100, int(track.lap), 100) if isinstance(track, Oval)]
    if isinstance(track, Road):
        lines += [(float(metres), faint) for metres in track.laps[1:]] if len(track.laps) <= 12 else []
    if track.break_distance is not None and track.break_distance < track.distance:
        lines.append((track.break_distance, faint))
    return [*lines, (0.0, faint), (track.distance, strong)]


def _across(
    painting: Painting, distance: float, low: float, high: float, steps: int
) -> Iterator[tuple[tuple[int, int], str]]:
    """The cells of a line across the course, each with the stroke that leans as the line does."""
    (x0, y0), (x1, y1) = painting.place(distance, low), painting.place(distance, high)
    lean = math.degrees(math.atan2(2 * (y1 - y0), x1 - x0)) % 180
    stroke = "-" if lean < 22 or lean > 158 else "\\" if lean < 68 else "|" if lean < 112 else "/"
    for step in range(steps + 1):
        x, y = painting.place(distance, low + (high - low) * step / steps)
        yield (int(x), int(y)), stroke


def _row(cells: list[tuple[str, Ink]]) -> Row:
    runs: list[Run] = []
    for text, ink in cells:
        if runs and runs[-1][1] == ink:
            runs[-1] = runs[-1][0] + text, ink
        else:
            runs.append((text, ink))
    return tuple(runs)
