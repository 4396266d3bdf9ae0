r"""The same course in plain characters, for consoles without half blocks and for terminals without colour.

`#` is an edge, `.` where one runs; `|` `-` `/` `\` are lines across: the finish, and fainter the start and every 100 m.
On a map `#` is the road, and `.` the heights below it.
"""

import math
from collections.abc import Iterator

from replay.cells.ink import Ink, Row, Run
from replay.drawing.course.profile import MOST, hill_colour, verge
from replay.drawing.course.scenery import Painting
from replay.drawing.theme.palette import DARK, Theme
from replay.race.track import BARRIER, KERB, Track

Cells = dict[tuple[int, int], tuple[str, Ink]]


def plain_rows(track: Track, painting: Painting, theme: Theme) -> tuple[Row, ...]:
    """The rows of a course that has been painted in `DARK`, for the same panel; its words and numbers are kept.

    Args:
        track: The course.
        painting: Of it, not yet lit.
        theme: What it is drawn in: of a terminal of 16 colours many are one.
    """
    canvas, room, page = painting.canvas, painting.infield, theme.background
    kinds, other = (_mapped(DARK), "#") if track.line is not None else (_kinds(DARK), ".")
    inks = {
        "#": ("#", Ink(theme.muted, page)),
        ".": (".", Ink(theme.surface, page, dim=True)),
        " ": (" ", Ink(None, page)),
    }
    cells: Cells = {}
    for y in range(canvas.height):
        for x, pair in enumerate(zip(canvas.pixels[2 * y], canvas.pixels[2 * y + 1], strict=True)):
            shown = {kinds.get(colour, other) for colour in pair}
            cells[x, y] = inks["#" if "#" in shown else "." if "." in shown else " "]
            if room.holds(x, y):
                cells[x, y] = " ", Ink(None, theme.board)
    for distance, ink in _lines(track, theme):
        for cell, stroke in _across(painting, distance, track.inner, track.inner + track.lanes * track.lane_width):
            cells[cell] = stroke, ink
    cells |= _barriers(track, painting, Ink(theme.text, page))
    _words(painting, cells, inks["."], theme)
    return tuple(_row([cells[x, y] for x in range(canvas.width)]) for y in range(canvas.height))


def _barriers(track: Track, painting: Painting, ink: Ink) -> Cells:
    """The barriers of a steeplechase, and hurdles: across a straight, or in each lane of a lap."""
    wide = track.lanes * track.lane_width
    hurdles = [] if track.home_straight else track.race_jumps()
    places = [_across(painting, metres, -KERB, wide - KERB) for metres, _ in hurdles]
    places += [_across(painting, track.distance + metres, -KERB, BARRIER - KERB) for metres in track.jumps]
    cells: Cells = {cell: ("x", ink) for place in places for cell, _ in place}
    for metres, _ in [] if track.jumps or hurdles else track.race_jumps():
        for lane in range(1, track.lanes + 1):
            x, y = painting.place(track.along(metres, lane), track.lane_out(lane))
            if 0 <= x < painting.canvas.width and 0 <= y < painting.canvas.height:
                cells[int(x), int(y)] = "x", ink
    return cells


def _words(painting: Painting, cells: Cells, hill: tuple[str, Ink], theme: Theme) -> None:
    """Keeps what is written on the painting, and of hills the cells that are mostly filled."""
    both = zip(DARK, theme, strict=True)
    inks = {ours: shown for ours, shown in both if isinstance(ours, int) and isinstance(shown, int)}
    for y, row in painting.canvas.letters.items():
        for x, letter in row.items():
            if letter.text in MOST:
                cells[x, y] = hill
            elif letter.text.isascii():
                ink = Ink(inks.get(letter.colour, theme.text), theme.background, bold=letter.bold)
                cells[x, y] = letter.text, ink


def _kinds(theme: Theme) -> dict[int, str]:
    """What is no track, by colour: its edges and all that lies about."""
    edges = (theme.kerb, theme.rim, theme.indoor_rim, theme.road_edge)
    about = (theme.background, theme.apron, theme.hoarding, *theme.stands, *theme.grass, *theme.floor)
    boards = (theme.board, theme.board_edge, theme.board_indoor, theme.board_indoor_edge)
    return dict.fromkeys((*about, *boards), " ") | dict.fromkeys(edges, "#")


def _mapped(theme: Theme) -> dict[int, str]:
    """The same for a road that is drawn as a map: whatever is neither land nor hill is the road."""
    land = (theme.background, *theme.grass, theme.road_edge, verge(theme), theme.board, theme.board_edge)
    return dict.fromkeys(land, " ") | {hill_colour(theme): "."}


def _lines(track: Track, theme: Theme) -> list[tuple[float, Ink]]:
    """Distances at which a line is drawn across the course, the most important last."""
    page = theme.background
    faint, strong = Ink(theme.muted, page), Ink(theme.text, page, bold=True)
    lines = [(distance, faint) for distance in track.lines]
    if track.break_distance is not None and track.break_distance < track.distance:
        lines.append((track.break_distance, faint))
    return [*lines, (0.0, faint), (track.distance, strong)]


def _across(painting: Painting, distance: float, low: float, high: float) -> Iterator[tuple[tuple[int, int], str]]:
    """The cells of a line across the course, each with the stroke that leans as the line does."""
    (x0, y0), (x1, y1) = painting.place(distance, low), painting.place(distance, high)
    lean = math.degrees(math.atan2(2 * (y1 - y0), x1 - x0)) % 180
    stroke = "-" if lean < 22 or lean > 158 else "\\" if lean < 68 else "|" if lean < 112 else "/"
    steps = 2 + int(2 * math.hypot(x1 - x0, y1 - y0))
    for step in range(steps + 1):
        x, y = int(x0 + (x1 - x0) * step / steps), int(y0 + (y1 - y0) * step / steps)
        if 0 <= x < painting.canvas.width and 0 <= y < painting.canvas.height:
            yield (x, y), stroke


def _row(cells: list[tuple[str, Ink]]) -> Row:
    runs: list[Run] = []
    for text, ink in cells:
        if runs and runs[-1][1] == ink:
            runs[-1] = runs[-1][0] + text, ink
        else:
            runs.append((text, ink))
    return tuple(runs)
