"""Where things go on the screen, for every size there is."""

from typing import NamedTuple

from replay.cells.canvas import Rect


class Layout(NamedTuple):
    """The panels of the replay screen; one that has no room is None and named in `left_out`."""

    title: Rect
    stadium: Rect | None
    board: Rect | None
    chart: Rect | None
    strip: Rect | None
    feed: Rect | None
    scrubber: Rect | None
    footer: Rect | None
    left_out: tuple[str, ...]


_OVAL_SHAPE = 0.285
"""Rows for each column of a stadium drawn to scale: 93 m of 177 m, in cells twice as high as wide, and a margin."""

_STRETCH = 1.16
"""How much higher than that a stadium may be stretched to fill its panel."""


def layout(width: int, height: int, runners: int, bare: bool = False) -> Layout:
    """The composition for a terminal of `width` by `height` cells and a race of so many runners.

    With `bare` there is the track and its title only.
    """
    if bare:
        return Layout(
            Rect(0, 0, width, 1), Rect(0, 1, width, max(height - 1, 1)), None, None, None, None, None, None, ()
        )
    left_out: list[str] = []
    bottom = height
    footer = scrubber = strip = None
    if height >= 8:
        bottom -= 1
        footer = Rect(0, bottom, width, 1)
    if height >= 6:
        bottom -= 2 if height >= 14 else 1
        scrubber = Rect(0, bottom, width, 2 if height >= 14 else 1)
    middle = bottom - 1
    board_width = _board_width(width)
    stadium_width = width - board_width
    tallest = max(int(stadium_width * _OVAL_SHAPE * _STRETCH), 8)
    strip_height = 0 if height < 18 else 2 if height < 34 else 3 if height < 50 else 4
    feed_height = 0 if height < 16 else max(2 if height < 22 else 4 if height < 30 else 6, (middle - strip_height) // 5)
    top_height = middle - strip_height - feed_height
    if top_height > tallest and feed_height:
        wanted = max(tallest, min(runners + 1, top_height))
        feed_height += top_height - wanted
        top_height = wanted
    if not strip_height:
        left_out.append("pack strip")
    if not feed_height:
        left_out.append("commentary")
    stadium: Rect | None = Rect(0, 1, stadium_width, top_height)
    board = Rect(stadium_width, 1, board_width, top_height)
    if stadium_width < 24 or top_height < 7:
        left_out.append("track")
        stadium, board = None, Rect(0, 1, width, max(top_height, 1))
    y = 1 + top_height
    if strip_height:
        strip = Rect(0, y, width, strip_height)
        y += strip_height
    feed = Rect(0, y, width, feed_height) if feed_height else None
    board, chart = _with_chart(board, runners)
    return Layout(Rect(0, 0, width, 1), stadium, board, chart, strip, feed, scrubber, footer, tuple(left_out))


def _with_chart(board: Rect, runners: int) -> tuple[Rect, Rect | None]:
    """A board that leaves what it does not need to the chart, if that is enough for one."""
    spare = board.height - max(runners + 1, 10)
    if board.width > 80 or spare < 7:
        return board, None
    left = board.height - spare
    return Rect(board.x, board.y, board.width, left), Rect(board.x, board.y + left, board.width, spare)


def _board_width(width: int) -> int:
    if width >= 180:
        return 62
    if width >= 110:
        return 44
    return max(min(30, width * 3 // 8), 22)
