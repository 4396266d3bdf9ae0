"""Paints an oval: stands, track, grass, scoreboard, lines.

The picture is honest about length and generous about width: round the track a cell is the same number of metres everywhere
(up to `STRETCH` between across and upwards, so that the panel is filled), but the track is drawn up to `WIDEN` times as wide
as it is, growing inwards, because at a true scale eight lanes are two cells and runners side by side could not be told apart.
"""

from dataclasses import dataclass

from replay.drawing.canvas import Canvas, Rect
from replay.drawing.ink import mix
from replay.drawing.palette import Theme
from replay.drawing.scenery import Bands, Painting, Point, board, crowd, mown
from replay.track import KERB, Oval

STRETCH = 1.15
"""The most by which the scale across may differ from the scale upwards."""
WIDEN = 1.6
"""How many times its true width the track is drawn, about: it is fitted to whole cells."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """How metres become pixels, for an oval centred at (cx, cy)."""

    cx: float
    cy: float
    sx: float
    """Pixels a metre across."""
    sy: float
    """Pixels a metre upwards."""
    lanes: int
    """Pixels of the whole track's width on the straights."""
    width: float
    """Metres of it."""
    widen: float
    inner: float
    """Metres of the kerb's radius as drawn."""
    straight: float

    def pixel(self, x: float, y: float) -> Point:
        return self.cx + x * self.sx, self.cy - y * self.sy

    def drawn(self, out: float) -> float:
        """Metres out as drawn, for metres out in truth: the outer edge stays, the kerb moves inwards."""
        return self.width - KERB - (self.width - KERB - out) * self.widen


def fit(track: Oval, width: int, height: int) -> _Scale:
    """The scale at which an oval fills a panel of `width` by `height` cells."""
    wide = track.lanes * track.lane_width
    half_x, half_y = track.straight / 2 + track.radius + wide, track.radius + wide
    margin = 2 if width < 100 else 3
    sx, sy = (width / 2 - margin) / half_x, (height - 3) / half_y
    sx, sy = min(sx, sy * STRETCH), min(sy, sx * STRETCH)
    tall = int(half_y * sy)
    tall -= (height - tall) % 2  # so that the straights fill whole cells
    sy = tall / half_y
    lanes = max(4, min(2 * round(wide * sy * WIDEN / 2), 2 * int(tall * 0.2)))
    widen = lanes / (wide * sy)
    return _Scale(width / 2, height, sx, sy, lanes, wide, widen, track.radius + wide * (1 - widen), track.straight)


def paint_oval(track: Oval, width: int, height: int, theme: Theme) -> Painting:
    """Paints an oval for a panel of `width` by `height` cells."""
    scale = fit(track, width, height)
    canvas = Canvas.of(width, height, theme.background)
    _ground(canvas, scale, track, theme)
    _lines(canvas, scale, track, theme)
    infield = board(canvas, _board_place(canvas, scale), theme)
    crowd(canvas, theme)
    _labels(canvas, scale, track, theme)

    def place(distance: float, out: float) -> Point:
        x, y = scale.pixel(*track.point(distance, scale.drawn(out)))
        return x, y / 2

    return Painting(canvas, infield, place)


def _profile(scale: _Scale, theme: Theme) -> Bands:
    """The colours from the grass outwards, 0 at the kerb."""
    grass = mix(*theme.grass, 0.5)
    first = (1, 3, 2)[scale.lanes % 3]
    lanes = [
        theme.surface_line if at >= first and (at - first) % 3 == 0 and at < scale.lanes - 1 else theme.surface
        for at in range(scale.lanes)
    ]
    seats = [colour for colour in theme.stands for _ in range(3)]
    outside = [theme.rim, theme.apron, theme.apron, mix(theme.apron, theme.background, 0.8), *seats]
    return Bands(-6, [grass] * 5 + [theme.kerb] + lanes + outside + [theme.background] * 200)


def _ground(canvas: Canvas, scale: _Scale, track: Oval, theme: Theme) -> None:
    """Everything that follows the shape of the track. One half is worked out; the other is its mirror."""
    bands = _profile(scale, theme)
    wide, tall = canvas.width, 2 * canvas.height
    grass = mown(wide, 1.1 * wide / max(5, round((scale.straight / 2 + scale.inner) * scale.sx / 7.5)), theme)
    ratio = scale.sy / scale.sx
    for y in range(tall):
        up = abs(y + 0.5 - scale.cy) / scale.sy
        row = canvas.pixels[y]
        fill = bands.exactly((up - scale.inner) * scale.sy)
        inside = up < scale.inner - 1 / scale.sy
        for x in range((wide + 1) // 2):
            right = (wide / 2 - x - 0.5) / scale.sx - scale.straight / 2
            if right <= 0:
                colour = grass[x] if inside else fill
            else:
                far = (right * right + up * up) ** 0.5
                out = (far - scale.inner) * scale.sy
                across, along = right / far * ratio, up / far
                footprint = max(across, along)
                if out + footprint / 2 < -1:
                    colour = grass[x]
                elif 0.6 < out < scale.lanes - 0.6:
                    colour = bands.exactly(out)
                else:
                    colour = bands.at(out, footprint)
            row[x] = row[wide - 1 - x] = colour


def _lines(canvas: Canvas, scale: _Scale, track: Oval, theme: Theme) -> None:
    """Marks every 100 m, the break line, the start, the finish."""
    for metres in range(100, int(track.lap), 100):
        _across(canvas, scale, track, track.distance - metres, mix(theme.surface, theme.mark, 0.6))
    if track.break_distance is not None and track.break_distance < track.distance:
        _across(canvas, scale, track, track.break_distance, theme.break_line)
    if track.break_distance is None or track.on_straight:
        _across(canvas, scale, track, 0.0, theme.start)
    else:
        for lane in range(1, track.lanes + 1):
            at, out = track.along(0.0, lane), (lane - 1) * track.lane_width - KERB
            _across(canvas, scale, track, at, theme.start, out, out + track.lane_width)
    _across(canvas, scale, track, track.distance, theme.finish)


def _across(
    canvas: Canvas,
    scale: _Scale,
    track: Oval,
    distance: float,
    colour: int,
    low: float = -KERB,
    high: float | None = None,
) -> None:
    """A line across the track from `low` to `high` metres out; an upright one keeps to one column, so that it is sharp."""
    inner = scale.pixel(*track.point(distance, scale.drawn(low)))
    outer = scale.pixel(*track.point(distance, scale.drawn(scale.width - KERB if high is None else high)))
    if abs(inner[0] - outer[0]) < 0.5:
        middle = int(inner[0]) + 0.5
        inner, outer = (middle, inner[1]), (middle, outer[1])
    (x0, y0), (x1, y1) = inner, outer
    length = max(1.0, ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5)
    dx, dy = (x1 - x0) / length / 2, (y1 - y0) / length / 2
    canvas.line((x0 + dx, y0 + dy), (x1 - dx, y1 - dy), colour)


def _board_place(canvas: Canvas, scale: _Scale) -> Rect:
    """The scoreboard's cells: as many as the infield holds with grass all round."""
    inner_y, inner_x = scale.inner * scale.sy - 1, scale.inner * scale.sx - 1
    rows = max(1, int((inner_y - 2.5) / 2 * 0.8) * 2)
    at = min(1.0, (rows + 3) / inner_y)
    half = int(scale.straight / 2 * scale.sx + inner_x * (1 - at * at) ** 0.5 - 3)
    left = int(scale.cx) - half
    return Rect(left + 1, (canvas.height - rows) // 2, canvas.width - 2 * left - 2, rows)


def _labels(canvas: Canvas, scale: _Scale, track: Oval, theme: Theme) -> None:
    x, y = scale.pixel(*track.point(track.distance, scale.drawn(scale.width)))
    canvas.write(int(x) - 3, int(y / 2 + 1), "FINISH", theme.muted)
