"""Paints a road course of which the shape is known: a map of its line, true to scale, and its heights below.

North is up. The map is as large as leaves room for a scoreboard beside or inside the course; the road is drawn wider
than it is, since at a true scale it would not be seen.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import NamedTuple

from replay.cells.canvas import Canvas, Rect
from replay.drawing.course.profile import paint_profile, verge
from replay.drawing.course.scenery import Painting, Point, board, strew
from replay.drawing.theme.palette import Theme
from replay.race.race import CourseLine
from replay.race.track import Road

_LEAST_BOARD, _LARGEST_BOARD = (26, 5), (64, 15)
"""Cells of a scoreboard."""
_ENOUGH = 484
"""Cells of a scoreboard in a large panel beyond which the course is neither moved nor made smaller for more."""
_PLACES = (0.72, 0.5), (0.5, 0.5), (1.0, 0.5), (0.0, 0.5), (0.5, 1.0), (0.5, 0.0)
"""Where the course may be: how much of what it leaves free is on its left and above it, the best looking first."""
_SIZES = tuple(1 - 0.06 * step for step in range(14))
"""How large the course may be, as a share of what the panel holds."""
_STEPS = (1, 2, 5, 10, 20, 50, 100)
"""Kilometres between two marks."""
_APART = 11.0
"""Pixels along the course between two marks, at least."""


@dataclass(frozen=True, slots=True)
class _Map:
    """Where the points of a course are on the panel, in pixels."""

    distance: float
    points: tuple[Point, ...]
    half: float
    """Half the width of the road as it is drawn."""

    def at(self, distance: float) -> Point:
        """The middle of the road."""
        step = min(max(distance / self.distance, 0.0), 1.0) * (len(self.points) - 1)
        before = min(int(step), len(self.points) - 2)
        (x0, y0), (x1, y1) = self.points[before], self.points[before + 1]
        share = step - before
        return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share

    def aside(self, distance: float) -> Point:
        """The direction to the right of somebody who runs there, of length 1."""
        reach = self.distance / (len(self.points) - 1)
        (x0, y0), (x1, y1) = self.at(distance - reach), self.at(distance + reach)
        dx, dy = x1 - x0, y1 - y0
        length = math.hypot(dx, dy)
        return (-dy / length, dx / length) if length > 1e-9 else (0.0, 1.0)


class _Panel(NamedTuple):
    """What a course is laid on, in cells."""

    width: int
    height: int
    half: float
    """Half the width of the road, in pixels."""

    @property
    def margins(self) -> tuple[float, float]:
        """Pixels left free on the left and right, and above and below, for the road's width and for words."""
        return self.half + (5 if self.width >= 64 else 2), self.half + (3 if self.height >= 16 else 1)


def paint_map(track: Road, line: CourseLine, width: int, height: int, theme: Theme, soft: bool) -> Painting:
    """Paints a course for a panel of `width` by `height` cells."""
    canvas = Canvas.of(width, height, theme.grass[1], soft=soft and theme.truecolour)
    low = (max(3, height // 6) if height >= 12 else 2) if line.heights and height >= 9 else 0
    course, room = _fitted(track, line, width, height - low)
    _road(canvas, course, theme)
    marks = _lines(canvas, course, track.lap, theme)
    strew(canvas, (theme.grass[1],), theme.grass[0])
    infield = board(canvas, room, theme.board, theme.board_edge)
    _clear(canvas, room)
    profile = paint_profile(canvas, line, Rect(0, height - low, width, low), theme) if low else None
    _names(_Words(canvas, course, room, height - low), course, marks, theme)

    loop = math.dist(course.at(0.0), course.at(track.distance)) < 2 * course.half + 3

    def place(distance: float, out: float) -> Point:
        if distance < 0 and loop:
            distance += track.distance
        x, y = course.at(distance)
        right, down = course.aside(distance)
        aside = (course.half - 0.2) * (1.8 * out / (track.lanes * track.lane_width) - 0.9)
        return x + right * aside, (y + down * aside) / 2

    return Painting(canvas, infield, place, profile)


def _fitted(track: Road, line: CourseLine, width: int, height: int) -> tuple[_Map, Rect]:
    """The course, and the room it leaves for a scoreboard: the best of several sizes and places.

    A course half as large is worth as much less as a scoreboard of a quarter of its cells.
    """
    panel = _Panel(width, height, 1.5 if width >= 100 else 1.0 if width >= 64 else 0.7)
    largest = _scale(line, panel)
    enough = min(_ENOUGH, width * height // 3)
    best: tuple[float, _Map, Rect] | None = None
    for share in _SIZES:
        if best is not None and best[0] >= share:
            break
        for side in _PLACES:
            course = _laid(track, line, panel, largest * share, side)
            room = _room(course, width, height)
            worth = share * min(1.0, room.width * room.height / enough) ** 0.5 if room is not None else 0.0
            if room is not None and (best is None or worth > best[0]):
                best = worth, course, room
    if best is not None:
        return best[1:]
    return _laid(track, line, panel, largest, (0.5, 0.5)), Rect(1, 1, 1, 1)


def _scale(line: CourseLine, panel: _Panel) -> float:
    """Pixels a metre, so that the course fills the panel."""
    across, upwards = panel.margins
    xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
    wide, tall = max(max(xs) - min(xs), 1e-6), max(max(ys) - min(ys), 1e-6)
    return min(max(panel.width - 2 * across, 2.0) / wide, max(2 * panel.height - 2 * upwards, 2.0) / tall)


def _laid(track: Road, line: CourseLine, panel: _Panel, scale: float, share: Point) -> _Map:
    """The course at a scale; `share` is how much of what it leaves free is on its left and above it."""
    across, upwards = panel.margins
    xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
    left = across + share[0] * (panel.width - 2 * across - (max(xs) - min(xs)) * scale) - min(xs) * scale
    top = upwards + share[1] * (2 * panel.height - 2 * upwards - (max(ys) - min(ys)) * scale) + max(ys) * scale
    return _Map(track.distance, tuple((left + x * scale, top - y * scale) for x, y in line.points), panel.half)


def _room(course: _Map, width: int, height: int) -> Rect | None:
    """The best free rectangle of cells for a scoreboard, with grass all round; None where there is no room for one."""
    wide, tall = min(_LEAST_BOARD[0], width - 4), min(_LEAST_BOARD[1], height - 3)
    free = _free(course, width, height)
    best: Rect | None = None
    most = 0, 0
    ups = [0] * width
    for y in range(height):
        ups = [up + 1 if clear else 0 for up, clear in zip(ups, free[y], strict=True)]
        if y + 1 < tall or max(ups) < tall:
            continue
        for left, right, up in _widest(ups):
            if right - left < wide or up < tall:
                continue
            # Half a cell of edge goes round a scoreboard.
            across, upwards = min(right - left, _LARGEST_BOARD[0]), min(up, _LARGEST_BOARD[1])
            size = across * upwards, (right - left) * up
            if size > most:
                most = size
                x, above = left + (right - left - across) // 2, y + 1 - up + (up - upwards) // 2
                best = Rect(x, above, across, upwards)
    return best


def _free(course: _Map, width: int, height: int) -> list[list[bool]]:
    """Which cells have neither the road nor its marks near them; a rim of the panel is not free."""
    free = [[False] * width, *([False, *[True] * (width - 2), False] for _ in range(height - 2)), [False] * width]
    if height < 2 or width < 2:
        return [[False] * width for _ in range(height)]
    beside, above = int(course.half) + 3, 2 if height >= 16 else 1
    last = None
    for x, y in _dense(course.points[:: max(1, len(course.points) // 200)], 1.5):
        column, row = int(x), int(y / 2)
        if (column, row) == last:
            continue
        last = column, row
        left, right = max(0, column - beside), min(width, column + beside + 1)
        for line in free[max(0, row - above) : row + above + 1]:
            line[left:right] = [False] * max(0, right - left)
    return free


def _widest(ups: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The largest rectangles that stand on one row, where `ups` cells are free above each of its cells."""
    open_: list[tuple[int, int]] = []
    for x, up in enumerate((*ups, 0)):
        left = x
        while open_ and open_[-1][1] >= up:
            left, high = open_.pop()
            if high > up:
                yield left, x, high
        open_.append((left, up))


def _dense(points: Sequence[Point], step: float) -> Iterator[Point]:
    """Points along a line, at most so far apart."""
    for (x0, y0), (x1, y1) in pairwise(points):
        count = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / step))
        for part in range(count):
            yield x0 + (x1 - x0) * part / count, y0 + (y1 - y0) * part / count
    yield points[-1]


def _road(canvas: Canvas, course: _Map, theme: Theme) -> None:
    """The road with its verge, softened where there are colours between."""
    reach = math.ceil(course.half + 2)
    near: dict[tuple[int, int], float] = {}
    for x, y in _dense(course.points, 0.4):
        column, row = int(x), int(y)
        for py in range(max(0, row - reach), min(2 * canvas.height, row + reach + 1)):
            for px in range(max(0, column - reach), min(canvas.width, column + reach + 1)):
                off = (px + 0.5 - x) ** 2 + (py + 0.5 - y) ** 2
                if off < near.get((px, py), 99.0):
                    near[px, py] = off
    for (px, py), off in near.items():
        out = math.sqrt(off) - course.half
        if out < 0:
            canvas.pixels[py][px] = theme.road
        elif out < (0.9 if course.half >= 1 else 0.6):
            canvas.pixels[py][px] = theme.road_edge if canvas.soft else verge(theme)
        elif out < 1.5 and canvas.soft and course.half >= 1:
            canvas.pixels[py][px] = verge(theme)


def _clear(canvas: Canvas, room: Rect) -> None:
    """No specks on the scoreboard or its edge."""
    for y in range(room.y - 1, room.y + room.height + 1):
        row = canvas.letters.get(y, {})
        for x in range(room.x - 1, room.x + room.width + 1):
            row.pop(x, None)


def _lines(canvas: Canvas, course: _Map, lap: float, theme: Theme) -> dict[float, str]:
    """Lines across the road, at the kilometres or miles that have room, the start and the finish; returns the first."""
    length = sum(math.dist(a, b) for a, b in pairwise(course.points))
    pixels = lap * length / course.distance
    step = next((step for step in _STEPS if step * pixels >= _APART), _STEPS[-1])
    line = theme.blend(theme.road, theme.start, 0.6 if theme.truecolour else 1)
    marks = {number * lap: str(number) for number in range(step, math.ceil(course.distance / lap), step)}
    for metres in marks:
        _bar(canvas, course, metres, line)
    _bar(canvas, course, 0.0, theme.start)
    _bar(canvas, course, course.distance, theme.finish)
    return marks


def _names(words: "_Words", course: _Map, marks: Mapping[float, str], theme: Theme) -> None:
    """Start, finish and kilometres or miles in words, where there is room."""
    together = math.dist(course.at(0.0), course.at(course.distance)) < 2 * course.half + 3
    words.write(0.0, ("START/FINISH", "START", "S/F") if together else ("START", "S"), theme.text)
    if not together:
        words.write(course.distance, ("FINISH", "F"), theme.text)
    for metres, number in marks.items():
        words.write(metres, (number,), theme.text)


def _bar(canvas: Canvas, course: _Map, distance: float, colour: int) -> None:
    """A line across the road."""
    x, y = course.at(distance)
    right, down = course.aside(distance)
    reach = course.half - 0.2
    canvas.line((x - right * reach, y - down * reach), (x + right * reach, y + down * reach), colour)


class _Words:
    """Words beside the road: none on the road, on the scoreboard or on another."""

    def __init__(self, canvas: Canvas, course: _Map, room: Rect, height: int) -> None:
        self.canvas = canvas
        self.course = course
        self.height = height
        self.taken: set[tuple[int, int]] = set()
        reach = course.half + 0.6
        for x, y in _dense(course.points, 0.8):
            for dx, dy in ((0.0, 0.0), (reach, 0.0), (-reach, 0.0), (0.0, reach), (0.0, -reach)):
                self.taken.add((int(x + dx), int((y + dy) / 2)))
        for row in range(room.y - 1, room.y + room.height + 1):
            self.taken.update((column, row) for column in range(room.x - 2, room.x + room.width + 2))

    def write(self, distance: float, words: Sequence[str], colour: int) -> None:
        """Write the first of some words for which there is room beside its place, as near as can be."""
        for word in words:
            for left, row in self._places(distance, len(word), word.isdigit()):
                if self._fits(left, row, len(word)):
                    self.canvas.write(left, row, word, colour)
                    self.taken.update((column, row) for column in range(left - 1, left + len(word) + 1))
                    return

    def _places(self, distance: float, length: int, far: bool) -> Iterator[tuple[int, int]]:
        """Where a word may begin: across from its place, then level with it, then, unless it is to be near, far off."""
        x, y = self.course.at(distance)
        right, down = self.course.aside(distance)
        half = self.course.half
        for off, side in product((2.5, 3.5, 5.0, 6.5), (1, -1)):
            if off == 5.0 and side > 0:
                for level, beside in product((0, 2, -2), (half + 1.5, half + 2.5)):
                    yield round(x + beside), int((y + level) / 2)
                    yield round(x - beside) - length, int((y + level) / 2)
            if off < 5.0 or far:
                reach = side * (half + off)
                lean = (right * side - 1) * length / 2
                yield round(x + right * reach + lean), int((y + down * reach) / 2)

    def _fits(self, left: int, row: int, length: int) -> bool:
        if not (0 <= row < self.height and left >= 0 and left + length <= self.canvas.width):
            return False
        return not any((column, row) in self.taken for column in range(left, left + length))
