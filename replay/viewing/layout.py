"""Where things go on the screen, for every size there is."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from replay.cells.canvas import Rect


class Layout(NamedTuple):
    """The places of the panels on the screen; one that has no room is missing, and told in `left_out`."""

    places: Mapping[str, Rect]
    """By the panel's name, from the top."""
    left_out: tuple[str, ...]


_GUTTER = 1
"""Cells between a chart or a table and the board, beside the blank before the board's places."""
_OVAL_SHAPE = 0.285
"""Rows for each column of a stadium drawn to scale: 93 m of 177 m, in cells twice as high as wide, and a margin."""

_STRETCH = 1.16
"""How much higher than that a stadium may be stretched to fill its panel."""


LEAST_FOR_BOTH = 160, 41
"""Columns and rows of a terminal from which the close view has a band under the stadium."""
_BAND = 10
"""Rows of that band, at least; it gets a quarter of what there is."""
_SAID = 6
"""Rows of the commentary below it."""

_PHOTO, _CARD = 9, 11
"""Rows of a photo finish, and of the card at the end above it, at least; the photo gets a third of what there is."""

_SMALL, _LOW = 11, 8
"""Rows of a small track, at least, and of a part of it close up."""
_FINISHES = 8
"""Rows of the histogram of a large field's finishers, under its board."""
_LISTED = 16
"""Rows that the board has then, at least."""


class Shows(NamedTuple):
    """What there is to show, as far as places depend on it."""

    runners: int
    bare: bool = False
    """The track and its title only."""
    keys: bool = True
    """Whether there is a footer."""
    many: bool = False
    """Whether there are too many runners to be told apart: the finishers have a chart, and the crowd a strip."""
    close: bool = False
    """Whether the large panel has the gaps itself: the track close up, or a chart of seconds behind."""
    both: bool = False
    """Whether the close view is to have a band under the stadium, where there is room."""
    photo: bool = False
    """Whether the finish was so close that its photo is shown below the card at the end."""
    charted: bool = False
    """Whether the large panel has a chart or a table: the track is then small beside it."""
    over: bool = False
    """Whether all are home: no crowd is on the road."""
    homes: bool = True
    """Whether of so many enough are home for a chart of when they came."""


@lru_cache(maxsize=64)
def layout(width: int, height: int, shows: Shows) -> Layout:
    """The composition for a terminal of `width` by `height` cells.

    How far everybody is behind is said once: by the chart, else by the large panel, else by the strip.
    """
    title = Rect(0, 0, width, 1)
    if shows.bare:
        return Layout({"title": title, "course": Rect(0, 1, width, max(height - 1, 1))}, ())
    below: dict[str, Rect] = {}
    bottom = height
    if height >= 8 and shows.keys:
        bottom -= 1
        below["footer"] = Rect(0, bottom, width, 1)
    if height >= 6:
        rows = 2 if height >= 14 else 1
        bottom -= rows
        below["scrubber"] = Rect(0, bottom, width, rows)
    above, share, told = _above(width, height, bottom - 1, shows)
    wanted = ("pack strip", told), ("commentary", share.feed or (share.band and shows.photo))
    left_out = [words for words, high in wanted if not high]
    if "course" not in above:
        left_out.append("track")
    y = 1 + share.top
    if share.band:
        across, board = width, above.get("board")
        if shows.photo and board is not None and board.x and board.height < shows.runners + 1:
            across = board.x  # beside it the board goes on: of a result nobody is left out
            above["board"] = board._replace(height=board.height + share.band)
        above["photo" if shows.photo else "closeup"] = Rect(0, y, across, share.band)
        y += share.band
    if share.strip:
        above["strip"] = Rect(0, y, width, share.strip)
    if share.feed:
        above["feed"] = Rect(0, y + share.strip, width, share.feed)
    return Layout({"title": title} | above | below, tuple(left_out))


def _above(width: int, height: int, middle: int, shows: Shows) -> "tuple[dict[str, Rect], _Heights, bool]":
    """Course, board and chart, how the rows are shared, and whether anything tells the gaps."""
    share = _heights(width, height, middle, shows, strip=shows.many and not shows.over)
    places = _beside(width, share.top, shows)
    told = (
        shows.many
        or shows.runners == 1
        or "chart" in places
        or bool(share.band)
        or (shows.close and "course" in places)
    )
    if not told:
        share = _heights(width, height, middle, shows, strip=True)
        places = _beside(width, share.top, shows)
    return places, share, told or bool(share.strip)


def _beside(width: int, top: int, shows: Shows) -> dict[str, Rect]:
    """The course, and beside it the board and the chart, in so many rows."""
    stadium_width = width - _board_width(width)
    if stadium_width < 24 or top < 7:
        return _with_chart(Rect(0, 1, width, max(top, 1)), shows._replace(charted=False))
    board = Rect(stadium_width, 1, width - stadium_width, top)
    gutter = _GUTTER if shows.charted else 0  # what is drawn of the track ends where it ends
    return {"course": Rect(0, 1, stadium_width - gutter, top)} | _with_chart(board, shows)


class _Heights(NamedTuple):
    """Rows of the panels one below the other; 0 for one that has no room."""

    top: int
    band: int
    strip: int
    feed: int


def _heights(width: int, height: int, middle: int, shows: Shows, strip: bool) -> _Heights:
    """How the `middle` rows of a screen are shared, with a strip or without."""
    tallest = max(int((width - _board_width(width)) * _OVAL_SHAPE * _STRETCH), 8)
    high = 0 if height < 18 or not strip else 2 if height < 34 else 3 if height < 50 else 4
    feed = 0 if height < 16 else max(2 if height < 22 else 4 if height < 30 else 6, (middle - high) // 5)
    band = 0
    if shows.photo and middle >= _PHOTO + _CARD:
        band = max(middle // 3, _PHOTO)
        feed = min(feed, middle - _CARD - band)
        feed = feed if feed > 1 else 0  # a quote's first line is none
    elif shows.both and not shows.close and width >= LEAST_FOR_BOTH[0] and height >= LEAST_FOR_BOTH[1]:
        band, feed = max(middle // 4, _BAND), _SAID
    top = middle - band - high - feed
    if top > tallest and feed:
        wanted = max(tallest, min(shows.runners + 1, top))
        feed += top - wanted
        top = wanted
    return _Heights(top, band, high, feed)


def _with_chart(board: Rect, shows: Shows) -> dict[str, Rect]:
    """A board that leaves what it does not need to the chart, or to the track, if that is enough for one."""
    spare = board.height - max(shows.runners + 1, 10)
    if shows.many:  # of thousands a board never has room for all
        spare = _FINISHES if shows.homes and board.height >= _FINISHES + _LISTED else 0
    small = shows.charted and not shows.many
    if board.width > 80 or spare < (_LOW if small else 7):
        return {"board": board}
    left = board.height - spare
    chart = Rect(board.x, board.y + left, board.width, spare)
    name = "chart" if not small else "small" if spare >= _SMALL else "closeup"
    return {"board": Rect(board.x, board.y, board.width, left), name: chart}


def _board_width(width: int) -> int:
    if width >= 180:
        return 62
    if width >= 116:
        return 46  # a name of twelve letters has its nation behind it
    if width >= 110:
        return 44
    return max(min(30, width * 3 // 7), 22)
