"""Paints the courses that are no ovals: the straight of a sprint, and a road of which only the length is known."""

import math

from replay.drawing.canvas import Canvas, Rect
from replay.drawing.ink import mix
from replay.drawing.palette import Theme
from replay.drawing.scenery import Painting, Point, board, mown
from replay.track import KERB, Road, Straight


def paint_straight(track: Straight, width: int, height: int, theme: Theme) -> Painting:
    """Paints a straight from left to right under a scoreboard. Its length is to scale; its lanes are as wide as is useful."""
    lane = next((pixels for pixels in (4, 2) if height >= track.lanes * pixels // 2 + 12), 1)
    rows = -(-track.lanes * lane // 2)
    top = 2 * (height - rows - 3)
    canvas = Canvas.of(width, height, theme.background)
    grass = mown(width, 9, theme.grass)
    for y in range(2 * height):
        canvas.pixels[y][:] = grass
    start, finish = 5.5, width - 6.5
    canvas.fill(0, top - 1, width, 1, theme.kerb)
    for n in range(track.lanes):
        y = top + n * lane
        canvas.fill(0, y, width, lane, theme.surface if lane > 2 or n % 2 else theme.surface_line)
        if lane > 2 and n:
            canvas.fill(0, y, width, 1, theme.surface_line)
        canvas.write(2, (y + lane // 2) // 2, str(n + 1), theme.mark)
    canvas.fill(0, top + track.lanes * lane, width, 1, theme.rim)
    canvas.fill(0, top + track.lanes * lane + 1, width, 2 * height, theme.apron)

    def place(distance: float, out: float) -> Point:
        x = start + (finish - start) * distance / track.distance
        return x, (top + (out + KERB) / track.lane_width * lane) / 2

    for metres in range(10, int(track.distance), 10):
        x = int(place(metres, 0)[0])
        canvas.fill(x, top, 1, track.lanes * lane, mix(theme.surface, theme.mark, 0.35))
        if metres % 20 == 0:
            canvas.write(x - 1, top // 2 + rows + 1, str(metres), theme.muted)
    for x, colour in ((start, theme.start), (finish, theme.finish)):
        canvas.fill(int(x), top, 1, track.lanes * lane, colour)
    canvas.write(int(finish) - 3, top // 2 + rows + 1, "FINISH", theme.muted)
    free = top // 2 - 1
    infield = board(
        canvas, Rect(width // 8, 1, width - 2 * (width // 8), max(1, free - 2)), theme.board, theme.board_edge
    )
    return Painting(canvas, infield, place)


def paint_road(track: Road, width: int, height: int, theme: Theme) -> Painting:
    """Paints a road as a ribbon laid in bends under the scoreboard: true in length along it, no map of the place."""
    canvas = Canvas.of(width, height, theme.background)
    grass = mown(width, 9, theme.grass)
    for y in range(2 * height):
        canvas.pixels[y][:] = grass
    top = max(6, round(height * 0.4))
    legs = max(1, (height - top) // 5)
    if legs > 1 and legs % 2 == 0:
        legs -= 1
    ribbon = _Ribbon(legs, 2.0 * (height - top) / legs, 2.0 * top, 4.0 + height * 0.15, width)
    for y in range(2 * top - 4, 2 * height):
        row = canvas.pixels[y]
        for x in range(width):
            off = ribbon.off(x + 0.5, y + 0.5)
            if off < 3:
                row[x] = theme.road
            elif off < 3.8:
                row[x] = theme.road_edge

    def place(distance: float, out: float) -> Point:
        x, y = ribbon.point(distance / track.distance, 3 * (2 * out / (track.lanes * track.lane_width) - 1))
        return x, y / 2

    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if step * 1000 * ribbon.length / track.distance >= 6)
    for km in range(step, math.ceil(track.distance / 1000), step):
        x, y = ribbon.point(km * 1000 / track.distance, 0)
        canvas.line(
            *(ribbon.point(km * 1000 / track.distance, side) for side in (-2.5, 2.5)), mix(theme.road, theme.text, 0.5)
        )
        canvas.write(int(x) - len(str(km)) // 2, int(y / 2) + 2, str(km), theme.muted)
    for at, colour in ((0.0, theme.start), (1.0, theme.finish)):
        canvas.line(ribbon.point(at, -2.5), ribbon.point(at, 2.5), colour)
    infield = board(
        canvas, Rect(width // 8, 1, width - 2 * (width // 8), max(1, top - 3)), theme.board, theme.board_edge
    )
    return Painting(canvas, infield, place)


class _Ribbon:
    """A line that goes to and fro across the panel in level legs joined by half circles; all in pixels."""

    def __init__(self, legs: int, gap: float, top: float, margin: float, width: int) -> None:
        self.legs, self.gap, self.width = legs, gap, width
        self.top = top + gap / 2
        self.left, self.right = margin + gap / 2, width - margin - gap / 2
        self.leg = self.right - self.left
        self.turn = math.pi * gap / 2
        self.length = legs * self.leg + (legs - 1) * self.turn

    def point(self, share: float, aside: float) -> Point:
        """Where one is after this share of the road, so far to the right of its middle."""
        s = share * self.length
        leg = min(self.legs - 1, int(s // (self.leg + self.turn)))
        s -= leg * (self.leg + self.turn)
        y = self.top + leg * self.gap
        way = 1 if leg % 2 == 0 else -1
        begin, end = (self.left, self.right) if way > 0 else (self.right, self.left)
        if s <= self.leg or leg == self.legs - 1:
            return begin + way * s, y + way * aside
        angle = (s - self.leg) / self.turn * math.pi
        radius = self.gap / 2 - aside * way * way
        return end + way * radius * math.sin(angle), y + self.gap / 2 - radius * math.cos(angle)

    def off(self, x: float, y: float) -> float:
        """Pixels from the road's middle."""
        best = 1e9
        for leg in range(self.legs):
            middle = self.top + leg * self.gap
            beyond = max(0.0, self.left - x, x - self.right)
            best = min(best, math.hypot(beyond, y - middle))
            if leg < self.legs - 1:
                right = leg % 2 == 0
                end = self.right if right else self.left
                if (x >= end) == right:
                    best = min(best, abs(math.hypot(x - end, y - middle - self.gap / 2) - self.gap / 2))
        return best
