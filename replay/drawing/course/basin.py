"""Paints a pool from above: water between two walls, ropes between the lanes, the scoreboard on the wall above.

The start is on the left; lane 1 is nearest to the eye, as on the right of those who start. Its length is to scale, its
lanes are as wide as is useful: from half a row to three.
"""

from replay.cells.canvas import Canvas, Rect
from replay.cells.ink import mix
from replay.drawing.course.courses import board_place
from replay.drawing.course.scenery import Painting, Point, board, far_stand, lettered
from replay.drawing.theme.palette import Theme
from replay.race.track import Pool

_ABOVE = 13
"""Rows beside those of the lanes, at least: for a scoreboard, the people, and the words below."""
_TURN = 5.0
"""Metres from either wall of the flags above the water (World Aquatics Facilities Regulations, FR 2.10)."""


def paint_pool(track: Pool, width: int, height: int, theme: Theme, soft: bool = True) -> Painting:
    """Paints a pool for a panel of `width` by `height` cells."""
    lane = next((pixels for pixels in (6, 4, 2) if 2 * height >= track.lanes * pixels + 2 * _ABOVE), 1)
    tall = track.lanes * lane
    top = 2 * height - tall - 6 - tall % 2
    left, right = 5.0, width - 5.0
    canvas = Canvas.of(width, height, theme.apron, soft=soft and theme.truecolour)
    far = max(1, (top - 20) // 6) * 2 if height > 16 else 0
    far_stand(canvas, far, theme)
    _water(canvas, track, (int(left), int(right)), top, lane, theme)

    def place(distance: float, out: float) -> Point:
        # Who has finished stays at the wall, in front of it.
        x, y = track.point(min(distance, track.distance), out)
        at = left + 0.5 + (right - left - 1.5) * x / track.lap
        return at, (top + tall - (y / track.lane_width + 0.5) * lane) / 2

    above = far // 2 + 1
    infield = board(canvas, board_place(Rect(0, above, width, top // 2 - above - 1)), theme.board, theme.board_edge)
    words = (top + tall) // 2 + 1
    canvas.write(int(left), words, "START", theme.text)
    home = place(track.distance, 0)[0] > width / 2
    first, last = int(left) + len("START"), int(right)
    if home:
        last -= len("FINISH")
        canvas.write(last, words, "FINISH", theme.text)
    elif width >= 40:
        canvas.write(first + 2, words, "FINISH", theme.text)
        first += 2 + len("FINISH")
    for metres in range(10, int(track.lap), 10):
        x = int(place(metres, 0)[0]) - 1
        if width >= 60 and first < x < last - len(str(metres)):
            canvas.write(x, words, str(metres), theme.sign)
    return Painting(canvas, infield, place)


def _water(canvas: Canvas, track: Pool, ends: tuple[int, int], top: int, lane: int, theme: Theme) -> None:
    """The water with its walls, ropes and flags, and the numbers of the lanes on the left."""
    left, right = ends
    tall = track.lanes * lane
    deep = mix(theme.water, 0x000000, 0.25) if theme.truecolour else theme.water
    rope = theme.blend(theme.water, theme.start, 0.45)
    canvas.fill(left - 1, top - 1, right - left + 2, tall + 2, theme.kerb)
    canvas.fill(left, top, right - left, tall, theme.water)
    for number in range(track.lanes):
        y = top + number * lane
        if lane > 1 and number:
            canvas.fill(left, y, right - left, 1, rope)
        elif lane == 1 and number % 2:
            canvas.fill(left, y, right - left, 1, deep)
        if lane > 1:
            lettered(canvas, left - 3, (y + lane // 2) // 2, f"{track.lanes - number:2}", theme.start)
    for metres in (_TURN, track.lap - _TURN):
        x = left + round((right - left - 1) * metres / track.lap)
        canvas.fill(x, top, 1, tall, theme.blend(theme.water, theme.finish, 0.25))
