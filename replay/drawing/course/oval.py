"""Paints an oval: stands, track, grass, scoreboard, lines.

The picture is honest about length and generous about width: along a straight a cell is the same number of metres
everywhere, and so it is round a bend but for `STRETCH`, by which the scale upwards may exceed the scale across so that
the panel is filled. The track is drawn about `WIDEN` times as wide as it is, growing inwards, because at a true scale
eight lanes are two cells and runners side by side could not be told apart.
"""

from collections.abc import Callable, Sequence
from math import fmod, hypot

from replay.cells.canvas import Canvas, Rect
from replay.drawing.course.bands import Rings
from replay.drawing.course.crossing import GRAIN
from replay.drawing.course.scale import ROOMY, Scale, fit
from replay.drawing.course.scenery import Painting, Point, board, crowd, lettered, mown
from replay.drawing.course.steeplechase import paint_jumps, paint_ripples
from replay.drawing.theme.palette import Theme
from replay.race.track import KERB, Oval

INDOORS = 300.0
"""Metres: an oval with a shorter lap is painted as an indoor one."""
_BANKED = 0.3
"""From which slope of the edge a bend indoors is banked: 0 on a straight, about 1 at the middle of a bend."""
BOARD_WIDTH, BOARD_HEIGHT = 96, 24
"""Cells beyond which a scoreboard gains nothing, and grass is the better sight."""
_USUAL_WIDTH = 64
"""Cells that a scoreboard may always have; a wider one takes no more than half the picture, for the names inside."""


def paint_oval(track: Oval, width: int, height: int, theme: Theme, soft: bool = True) -> Painting:
    """Paints an oval for a panel of `width` by `height` cells; unless `soft`, every pixel shows one thing only."""
    scale = fit(track, width, height)
    canvas = Canvas.of(width, height, theme.background, soft=soft and theme.truecolour)
    _Ground(scale, track, theme, soft).paint(canvas)
    _lines(canvas, scale, track, theme)
    if track.steeplechase:
        paint_jumps(canvas, scale, track, theme)
    crowd(canvas, theme)
    if track.lap < INDOORS:
        infield = board(canvas, _board_place(canvas, scale), theme.board_indoor, theme.board_indoor_edge)
    else:
        infield = board(canvas, _board_place(canvas, scale), theme.board, theme.board_edge)
    _labels(canvas, scale, track, theme)
    if track.steeplechase:
        paint_ripples(canvas, theme)

    place, grained = _placing(track, scale)
    return Painting(canvas, infield, place, grained=grained)


def _placing(track: Oval, scale: Scale) -> tuple[Callable[[float, float], Point], Callable[[float], float]]:
    """Cells for metres run and metres out, from lines across the track every `GRAIN` metres, made when needed.

    And the metres of the line that such a place is on.
    """
    lines: dict[int, tuple[float, float, float, float]] = {}
    whole, lap = track.distance, track.lap
    inner, outer = scale.run(0.0), scale.run(1.0)

    def line_at(step: int) -> tuple[float, float, float, float]:
        at = whole + step * GRAIN
        (x0, y0), (x1, y1) = scale.pixel(*track.point(at, inner)), scale.pixel(*track.point(at, outer))
        line = lines[step] = x0, y0 / 2, x1 - x0, (y1 - y0) / 2
        return line

    def place(distance: float, out: float) -> Point:
        step = round(fmod(distance - whole, lap) / GRAIN)
        x, y, dx, dy = lines.get(step) or line_at(step)
        return x + dx * out, y + dy * out

    def grained(distance: float) -> float:
        return whole + round(fmod(distance - whole, lap) / GRAIN) * GRAIN

    return place, grained


class _Ground:
    """Everything that follows the shape of the track: infield, kerb, lanes, apron, hoarding, stands.

    Offsets are pixels out from the kerb, measured on the straights, where every edge is between two pixels.
    """

    def __init__(self, scale: Scale, track: Oval, theme: Theme, soft: bool) -> None:
        self.scale = scale
        self.theme = theme
        self.soft = soft
        indoors = track.lap < INDOORS
        self.rim = theme.indoor_rim if indoors else theme.rim
        self.infield = theme.floor if indoors else theme.grass
        self.period = max(3, round(scale.lanes / track.lanes))
        self.first = (1, 3, 2)[scale.lanes % 3] if self.period == 3 else self.period - 1
        surface = (theme.indoor,) if indoors else (theme.surface,)
        self.line = theme.indoor_line if indoors else theme.surface_line
        if not theme.truecolour:  # no tone is near enough for lines as wide as half a lane
            self.line = surface[0]
        self.straight = self._rings(surface)
        self.bend = self._rings(theme.indoor_bank) if indoors else self.straight

    def _rings(self, surface: Sequence[int]) -> Rings:
        """What is how far out, where the lanes have these colours from the kerb outwards."""
        theme, lanes = self.theme, self.scale.lanes
        bands = [(0, theme.kerb)]
        for pixel in range(lanes):
            tone = surface[pixel * len(surface) // lanes]
            lined = len(surface) == 1 and self.first <= pixel < lanes - 1 and (pixel - self.first) % self.period == 0
            bands.append((pixel + 1, self.line if lined else tone))
        hoarding = theme.hoarding if 2 * self.scale.cx >= ROOMY else theme.apron
        seats = [colour for colour in theme.stands for _ in range(4)]
        beside = (self.rim, theme.apron, theme.apron, hoarding, *seats)
        bands += [(lanes + 1 + number, tone) for number, tone in enumerate(beside)]
        return Rings(-1, bands, theme.background, theme.soften if self.soft else None)

    def paint(self, canvas: Canvas) -> None:
        """Works out one quarter; the others are its mirrors."""
        scale, wide = self.scale, canvas.width
        step = max(3, round((scale.straight / 2 + scale.inner) * scale.sx / 7.5))
        infield = mown(wide, step, self.infield)
        ratio = scale.sy / scale.sx
        half = (wide + 1) // 2
        rights = [(wide / 2 - x - 0.5) / scale.sx - scale.straight / 2 for x in range(half)]
        breadth = hypot if self.soft else max
        for y in range(canvas.height):
            row = canvas.pixels[y]
            up = abs(y + 0.5 - scale.cy) / scale.sy
            level = self.straight.tone((up - scale.inner) * scale.sy, 1.0, -1)
            for x, right in enumerate(rights):
                if right <= 0:
                    colour = infield[x] if level < 0 else level
                else:
                    far = hypot(right, up)
                    across, along = right / far * ratio, up / far
                    rings = self.bend if across > _BANKED else self.straight
                    colour = rings.tone((far - scale.inner) * scale.sy, breadth(across, along), infield[x])
                row[x] = row[wide - 1 - x] = colour
            canvas.pixels[2 * canvas.height - 1 - y][:] = row


def _lines(canvas: Canvas, scale: Scale, track: Oval, theme: Theme) -> None:
    """Marks every 100 m, the break line, the start, the finish."""
    surface = theme.indoor if track.lap < INDOORS else theme.surface
    for distance in track.lines:
        _across(canvas, scale, track, distance, theme.blend(surface, theme.mark, 0.6))
    if track.break_distance is not None and track.break_distance < track.distance:
        _across(canvas, scale, track, track.break_distance, theme.break_line)
    if track.break_distance is None:
        _across(canvas, scale, track, 0.0, theme.blend(surface, theme.start, 0.65))  # the finish is the brighter one
    else:
        _in_lanes(canvas, scale, track, 0.0, theme.blend(surface, theme.start, 0.75))
    for metres in track.hurdles:
        _in_lanes(canvas, scale, track, metres, theme.blend(surface, theme.board_accent, 0.7))
    _across(canvas, scale, track, track.distance, theme.finish)


def _in_lanes(canvas: Canvas, scale: Scale, track: Oval, metres: float, colour: int) -> None:
    """A mark in the middle of each lane, where its runner has come so many metres."""
    for lane in range(1, track.lanes + 1):
        middle = (lane - 0.5) * track.lane_width - KERB
        x, y = scale.pixel(*track.point(track.along(metres, lane), scale.drawn(middle)))
        canvas.fill(int(x), int(y), 1, 1, colour)


def _across(canvas: Canvas, scale: Scale, track: Oval, distance: float, colour: int) -> None:
    """A line across the track; an upright one keeps to one column of pixels, so that it is sharp."""
    inner = scale.pixel(*track.point(distance, scale.drawn(-KERB)))
    outer = scale.pixel(*track.point(distance, scale.drawn(scale.width - KERB)))
    if abs(inner[0] - outer[0]) < 0.5:
        middle = int(inner[0]) + 0.5
        inner, outer = (middle, inner[1]), (middle, outer[1])
    (x0, y0), (x1, y1) = inner, outer
    length = hypot(x1 - x0, y1 - y0)
    dx, dy = (x1 - x0) / length / 2, (y1 - y0) / length / 2
    canvas.line((x0 + dx, y0 + dy), (x1 - dx, y1 - dy), colour)


def _board_place(canvas: Canvas, scale: Scale) -> Rect:
    """The scoreboard's cells: as many as the infield holds with grass all round."""
    inner_y, inner_x = max(1.0, scale.inner * scale.sy - 1), max(1.0, scale.inner * scale.sx - 1)
    grass = 1.0 if inner_y < 10 else 2.0 if inner_y < 16 else 3.0 if inner_y < 24 else 5.0
    rows = max(1, int(inner_y - grass))
    rows = min(rows, BOARD_HEIGHT)
    rows -= (canvas.height - rows) % 2
    at = min(1.0, (rows - 1) / inner_y)
    half = int(scale.straight / 2 * scale.sx + inner_x * (1 - at * at) ** 0.5 - grass)
    widest = min(BOARD_WIDTH, max(_USUAL_WIDTH, canvas.width // 2))
    left = int(scale.cx) - min(half, widest // 2)
    return Rect(left, (canvas.height - rows) // 2, canvas.width - 2 * left, rows)


def _labels(canvas: Canvas, scale: Scale, track: Oval, theme: Theme) -> None:
    """Words outside the track: finish, start, where lanes may be left, and how far it is to the finish every 100 m."""
    staggered = track.break_distance is not None
    # Where there is a stagger and no line, the word is beside the outermost mark, or half way if there is no room.
    lanes = (track.lanes, track.lanes // 2) if staggered else (1,)
    words = [(track.distance, "FINISH", theme.text)]
    if staggered or track.distance % track.lap:  # else it is the line at the finish, which has its word
        words += [(track.along(0.0, lane), "START", theme.text) for lane in lanes]
    if track.break_distance is not None and track.break_distance < track.distance:
        words.append((track.break_distance, "BREAK", theme.sign))
    words += [(track.distance + metres, str(metres), theme.sign) for metres in range(100, int(track.lap), 100)]
    gap = 4.5 if canvas.width >= ROOMY else 2.2
    taken: list[tuple[int, int, int]] = []
    written: set[str] = set()
    for distance, word, colour in words:
        if word in written:
            continue
        x, y = scale.pixel(*track.point(distance, scale.drawn(scale.width + gap / (scale.sy * scale.widen))))
        side = -len(word) / 2 + (x - scale.cx) / scale.cx * len(word) / 2
        across, down = (1 if x > scale.cx else -1), (1 if y > canvas.height else -1)
        # A number that would hide the track is written a little further out, where that is free.
        outs = [(0, 0), (1, 0), (2, 0), (3, 0), (0, 1), (1, 1)] if word.isdigit() else [(0, 0)]
        for aside, below in outs:
            # The last column is left free: beside it the board begins with a place.
            left = min(int(x + side) + aside * across, canvas.width - len(word) - 1)
            row = min(max(0, int(y / 2) + below * down), canvas.height - 1)
            near = [
                other for other, end, level in taken if level == row and left < end + 1 and other < left + len(word) + 1
            ]
            if near and word == "START":
                left, near = near[0] + len("FINISH") + 2 if staggered else near[0] - len(word) - 2, []
            under = canvas.pixels[2 * row + 1][max(0, left) : left + len(word)]
            hides = word.isdigit() and not set(under) <= {theme.apron, *theme.stands, theme.background}
            if near or hides or not 0 <= left < canvas.width - len(word):
                continue
            lettered(canvas, left, row, word, colour)
            for beside in (left - 1, left + len(word)):  # nobody sits against a word
                canvas.letters.get(row, {}).pop(beside, None)
            taken.append((left, left + len(word), row))
            written.add(word)
            break
