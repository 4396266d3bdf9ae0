"""Paints the courses that are no ovals: the straight of a sprint, and a road of which only the length is known."""

import math

from replay.cells.canvas import Canvas, Rect
from replay.drawing.course.bands import Rings
from replay.drawing.course.scenery import Painting, Point, board, far_stand, lettered, mown, strew
from replay.drawing.theme.palette import Theme
from replay.race.track import KERB, LINE, Road, Straight

_BEFORE = 4
"""Pixels by which a ribbon begins before the start."""
_ROOMY = 8
"""Pixels between two legs of a ribbon from which words stand in the middle between them."""


_LANES = ((10, 24), (8, 20), (6, 16), (4, 13), (2, 5))
"""Pixels across a lane, and the rows that are then left for all that is not track."""


def paint_straight(track: Straight, width: int, height: int, theme: Theme, soft: bool = True) -> Painting:
    """Paints a straight, run from left to right below the scoreboard.

    Its length is to scale; its lanes are drawn as wide as is useful, from half a row to five rows each.
    """
    lane = next((pixels for pixels, spare in _LANES if height >= track.lanes * pixels // 2 + spare), 1)
    rows = -(-track.lanes * lane // 2)
    low = height - rows < 9
    top = 2 * max(4, height - rows - (1 if low else 3))
    start, finish = 6.5, width - 7.5
    canvas = Canvas.of(width, height, theme.background, soft=soft and theme.truecolour)
    field = mown(width, 9, theme.floor if track.indoor else theme.grass)
    for row in canvas.pixels:
        row[:] = field
    _lanes(canvas, track, top, lane, theme)
    far = max(1, (top - 12) // 8) * 2 if height > 16 else 0
    far_stand(canvas, far, theme)

    def place(distance: float, out: float) -> Point:
        x = start + (finish - start) * distance / track.distance
        return x, (top + ((out + KERB - LINE) / track.lane_width + 0.5) * lane) / 2

    above = far // 2 + 1
    room = board_place(Rect(0, above, width, top // 2 - above - 1))
    if low:  # no grass above and below it
        room = Rect(room.x, 0, room.width, top // 2 - 1)
    colours = (theme.board_indoor, theme.board_indoor_edge) if track.indoor else (theme.board, theme.board_edge)
    infield = board(canvas, room, *colours)
    words = top // 2 + rows + (0 if low else 1)
    line = theme.blend(_surfaces(track, theme)[0], theme.mark, 0.4 if theme.truecolour else 1)
    for metres in range(10, int(track.distance), 10):
        x = int(place(metres, 0)[0])
        if not track.hurdles:
            canvas.fill(x, top, 1, track.lanes * lane, line)
        if metres % 20 == 0 and start + len("START") - 1 < x < finish - 8:
            canvas.write(x - 1, words, str(metres), theme.sign)
    for hurdle in track.hurdles:
        canvas.fill(int(place(hurdle, 0)[0]), top, 1, track.lanes * lane, theme.board_accent)
    canvas.fill(int(start), top, 1, track.lanes * lane, theme.start)
    canvas.fill(int(finish), top, 1, track.lanes * lane, theme.finish)
    canvas.write(int(start) - 2, words, "START", theme.text)
    canvas.write(int(finish) - 3, words, "FINISH", theme.text)
    return Painting(canvas, infield, place)


def _surfaces(track: Straight, theme: Theme) -> tuple[int, int, int]:
    """The colours of the track, of its lines and of its outer edge."""
    if track.indoor:
        return theme.indoor, theme.indoor_line, theme.indoor_rim
    return theme.surface, theme.surface_line, theme.rim


def _lanes(canvas: Canvas, track: Straight, top: int, lane: int, theme: Theme) -> None:
    wide = canvas.width
    surface, line, rim = _surfaces(track, theme)
    canvas.fill(0, top - 1, wide, 1, theme.kerb)
    for number in range(track.lanes):
        y = top + number * lane
        canvas.fill(0, y, wide, lane, surface if lane > 2 or number % 2 else line)
        if lane > 2 and number:
            canvas.fill(0, y, wide, 1, line)
        if lane > 1:
            lettered(canvas, 2, (y + lane // 2) // 2, str(number + 1), theme.start)
    canvas.fill(0, top + track.lanes * lane, wide, 1, rim)
    canvas.fill(0, top + track.lanes * lane + 1, wide, 2 * canvas.height, theme.apron)


def board_place(room: Rect) -> Rect:
    """A scoreboard in the middle of some grass, with grass left all round."""
    wide = min(64 - room.width % 2, room.width - 8)
    tall = max(1, min(15, room.height - 2))
    return Rect(room.x + (room.width - wide) // 2, room.y + (room.height - tall) // 2, wide, tall)


def paint_road(track: Road, width: int, height: int, theme: Theme, soft: bool = True) -> Painting:
    """Paints a road as a map where its line is known, else as a ribbon to and fro below the scoreboard.

    Along the ribbon the scale is true, but it is no map.
    """
    if track.line is not None:
        from replay.drawing.course.roadmap import paint_map  # few races have one

        return paint_map(track, track.line, width, height, theme, soft)
    canvas = Canvas.of(width, height, theme.grass[1], soft=soft and theme.truecolour)
    top = max(4, round(height * 0.42))
    ribbon = _Ribbon(top, width, height)
    _tarmac(canvas, ribbon, theme, soft)
    infield = board(canvas, board_place(Rect(0, 0, width, top)), theme.board, theme.board_edge)
    strew(canvas, (theme.grass[1],), theme.grass[0])

    def place(distance: float, out: float) -> Point:
        aside = ribbon.half * (1.8 * out / (track.lanes * track.lane_width) - 0.9)
        # The road begins so many pixels before the start.
        x, y = ribbon.point(max(distance / track.distance, -_BEFORE / ribbon.length), aside)
        return x, y / 2

    line = theme.blend(theme.road, theme.start, 0.45 if theme.truecolour else 1)
    pixels = track.lap * ribbon.length / track.distance
    step = next((step for step in (1, 2, 5, 10, 20, 50) if step * pixels >= 9), 100)
    for number in range(step, math.ceil(track.distance / track.lap), step):
        share = number * track.lap / track.distance
        _bar(canvas, ribbon, share, line)
        if (1.0 - share) * ribbon.length > (len("FINISH") + len(str(number))) / 2 + 1:  # else the two read as a word
            _word(canvas, ribbon, share, str(number), theme, soft)
    _bar(canvas, ribbon, 0.0, theme.start)
    _bar(canvas, ribbon, 1.0, theme.finish)
    _word(canvas, ribbon, 0.0, "START", theme, soft)
    _word(canvas, ribbon, 1.0, "FINISH", theme, soft)
    return Painting(canvas, infield, place)


class _Ribbon:
    """A line to and fro across the panel, in level legs joined by half circles; all in pixels."""

    def __init__(self, top: int, width: int, height: int) -> None:
        rows = height - top
        self.legs = 1 if rows < 9 else 3 if rows < 28 else 5
        self.gap = 2 * (rows // self.legs)
        self.half = max(1, min(4, self.gap // 4))
        self.first = 2 * top + (2 * rows - self.gap * (self.legs - 1)) // 2
        self.first -= (self.first - self.half) % 2  # so that the road fills whole cells
        margin = min(4 + self.half + (self.gap // 2 if self.legs > 1 else 0), width // 2)
        self.left, self.right = margin, width - margin
        self.leg = self.right - self.left
        self.turn = math.pi * self.gap / 2
        self.each = max(1.0, self.leg + self.turn)
        self.length = max(1.0, self.legs * self.leg + (self.legs - 1) * self.turn)

    def point(self, share: float, aside: float) -> Point:
        """Where one is after this share of the road, so far to the right of its middle."""
        s = share * self.length
        leg = min(self.legs - 1, max(0, int(s // self.each)))
        s -= leg * self.each
        y = self.first + leg * self.gap
        way = 1 if leg % 2 == 0 else -1
        begin, end = (self.left, self.right) if way > 0 else (self.right, self.left)
        if s <= self.leg or leg == self.legs - 1:
            return begin + way * s, y + way * aside
        angle = (s - self.leg) / self.turn * math.pi
        radius = self.gap / 2 - way * aside
        return end + way * radius * math.sin(angle), y + self.gap / 2 - radius * math.cos(angle)

    @property
    def drop(self) -> int:
        """From the first leg to the last."""
        return self.gap * (self.legs - 1)

    def off_turns(self, aside: float, down: float, right: bool) -> float:
        """How far somewhere beside the legs is from the road's middle in the turns on that side.

        Args:
            aside: Beyond the end of the legs.
            down: Below the first leg.
            right: Which end it is; the first turn is on the right.
        """
        turns = range(0 if right else 1, self.legs - 1, 2)
        return min(
            (abs(math.hypot(aside, down - self.gap * (turn + 0.5)) - self.gap / 2) for turn in turns),
            default=1e6,
        )

    def turning(self, share: float) -> int:
        """-1 or 1 in a turn at the left or the right end, 0 on a leg."""
        leg, s = divmod(share * self.length, self.each)
        if s <= self.leg or leg >= self.legs - 1:
            return 0
        return 1 if leg % 2 == 0 else -1


def _tarmac(canvas: Canvas, ribbon: _Ribbon, theme: Theme, soft: bool) -> None:
    """The road with its verge."""
    half, gap = ribbon.half, max(ribbon.gap, 1)
    rings = Rings(half, [(half + 1, theme.road_edge)], theme.grass[1], theme.soften if soft else None)
    for y in range(max(0, ribbon.first - half - 1), min(2 * canvas.height, ribbon.first + ribbon.drop + half + 1)):
        row, down = canvas.pixels[y], y + 0.5 - ribbon.first
        level = rings.tone(abs(down - gap * min(ribbon.legs - 1, max(0, round(down / gap)))), 1.0, theme.road)
        for x in range(canvas.width):
            aside = max(ribbon.left - x - 0.5, x + 0.5 - ribbon.right)
            if aside < 0:
                row[x] = level
                continue
            off = ribbon.off_turns(aside, down, right=x > ribbon.left)
            if aside < _BEFORE:  # the road begins before the start and goes on behind the finish
                off = min(off, abs(down if x < ribbon.left else down - ribbon.drop))
            row[x] = rings.tone(off, 1.0, theme.road)


def _bar(canvas: Canvas, ribbon: _Ribbon, share: float, colour: int) -> None:
    """A line across the road, on a leg on one column of pixels."""
    one, two = ribbon.point(share, -ribbon.half + 0.5), ribbon.point(share, ribbon.half - 0.5)
    if not ribbon.turning(share):
        column = int(one[0]) + 0.5
        one, two = (column, one[1]), (column, two[1])
    canvas.line(one, two, colour)


def _word(canvas: Canvas, ribbon: _Ribbon, share: float, word: str, theme: Theme, soft: bool) -> None:
    """A word beside the road: below a leg, outside a turn."""
    side = ribbon.turning(share)
    if side:
        x, y = ribbon.point(share, -side * (ribbon.half + 3))
        canvas.write(int(x) - (len(word) - 1 if side < 0 else 0), int(y / 2), word, theme.text)
    else:
        x, y = ribbon.point(share, 0)
        left, row = int(x) - len(word) // 2, int(y + ribbon.half) // 2
        if ribbon.gap - 2 * ribbon.half >= _ROOMY:
            row += 1
        elif row < canvas.height:  # on its verge: further down it would be beside the next leg
            canvas.fill(left, 2 * row, len(word), 2, canvas.pixels[2 * row][min(max(left, 0), canvas.width - 1)])
            if not soft:  # drawn in characters a word is not to run into those of the verge
                for beside in (left - 1, left + len(word)):
                    canvas.fill(beside, 2 * row, 1, 2, theme.grass[1])
        canvas.write(left, row, word, theme.text)
