"""A frame: all that is seen of a race at a time, as rows of coloured cells.

`frame` is pure: the same picture, view, time and size give the same rows, whatever was asked before. A terminal shows a
frame by what has changed, a recording writes that difference, a picture draws its rows: what is shared is what was
seen. While time passes, what is read changes in steps of wall clock, and only the runners in every frame.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from replay.cells.canvas import Rect
from replay.cells.ink import Ink, Row, Run
from replay.cells.memo import Shown
from replay.cells.rows import asciified_row, fill
from replay.drawing.view import View, is_chart
from replay.viewing.layout import Layout, Shows, layout
from replay.viewing.panels import PANELS, Panel
from replay.viewing.picture import Moment, Picture
from replay.viewing.playback import stepped
from replay.viewing.sprinters import in_rows
from replay.viewing.stage import Stage

_FAST = 4
"""The speed from which so much changes at a time that it is read less often."""
_LONGER = 2.5
"""By how much a step is longer then: at 4x a second of the race, whose tenths nobody can read."""


_CHART = next(panel.beats for panel in PANELS if panel.name == "chart")
"""Of the chart under the board, which has a place only once it has something to show."""


class Size(NamedTuple):
    """Of a screen, in cells."""

    width: int
    height: int


class Piece(NamedTuple):
    """What one panel shows, and where."""

    place: Rect
    rows: Sequence[Row]


class Frame(NamedTuple):
    """What is seen at a time."""

    size: Size
    pieces: Mapping[str, Piece]
    """By the panel's name."""
    page: Ink
    """What is seen where there is no panel."""

    @property
    def rows(self) -> list[Row]:
        """The whole screen, row by row, each of its width."""
        return [fill(self._across(y), self.size.width, self.page) for y in range(self.size.height)]

    def _across(self, y: int) -> Iterator[Run]:
        at = 0
        for place, rows in sorted(self.pieces.values()):
            if place.y <= y < place.y + place.height and place.x >= at:
                yield " " * (place.x - at), self.page
                yield from fill(rows[y - place.y] if y - place.y < len(rows) else (), place.width, self.page)
                at = place.x + place.width


def moment(picture: Picture, view: View, t: float, size: Size) -> Moment:
    """A moment as it is looked at, from which panels are drawn."""
    stage = picture.stage
    both = view.both and not view.chart and not view.ended  # the card at the end has it all
    both = both and not in_rows(stage)  # in a band close up all would stand in one heap
    photo = view.ended and not view.chart and not stage.many and is_close(stage)
    told = view.chart in ("trace", "mean") if view.chart else view.eye.near > 0
    told = told or (view.ended and not stage.many)  # the board has everybody’s result
    entries, charted = len(stage.race.entries), bool(view.chart)
    now = told_at(stage, view, t)
    homes = has_chart(stage, view, now)
    shows = Shows(entries, view.bare, bool(view.hints), stage.many, told, both, photo, charted, view.ended, homes)
    places = layout(size.width, size.height, shows)
    if is_chart(view) and not told and _has_trace(view, places):
        places = layout(size.width, size.height, shows._replace(close=True))
    return Moment(picture, view, t, now, places)


def has_chart(stage: Stage, view: View, told: float) -> bool:
    """Whether the chart under the board has anything to show when this second is told: it may tell one before."""
    return stage.has_chart(told_at(stage, view, told, _CHART), view)


def _has_trace(view: View, places: Layout) -> bool:
    """Whether the seconds behind the first are among several charts."""
    from replay.viewing.charts import tiles_of  # few look at one

    course = places.places.get("course")
    return course is not None and any(tile.chart == "trace" for tile in tiles_of(view, course.width, course.height))


def told_at(stage: Stage, view: View, t: float, beats: tuple[int, int] = (1, 1)) -> float:
    """The second of the race that is told at `t`, by what takes so many beats at a time, and fast forward so many.

    At the end it is all there is.
    """
    if view.ended:
        return stage.timeline.duration
    slow, fast = beats
    return stepped(t, view, stage.beat * (slow if view.eye.rate < _FAST else fast * _LONGER))


def is_close(stage: Stage) -> bool:
    """Whether the finish was so close that there is a photo of it."""
    from replay.viewing.photo import photo_of  # no race begins with its end

    return photo_of(stage.timeline) is not None


_BESIDE = 1 / 15, 1 / 10
"""Seconds of wall clock between two pictures of the runners beside a chart, on which the eye is: fast forward more."""


def piece(panel: Panel, at: Moment, place: Rect) -> Piece:
    """What a panel shows of a moment in its place."""
    size = place.width, place.height
    if panel.moves and at.view.chart:
        at = at._replace(t=stepped(at.t, at.view, _BESIDE[at.view.eye.rate >= _FAST]))
    if panel.beats != (1, 1):
        at = at._replace(told=told_at(at.stage, at.view, at.told, panel.beats))
    when = at.t if panel.moves else at.told
    key = when, size, at.view, at.layout.left_out, at.stage.calls

    def show() -> Shown:
        shown = panel.show(at, *size)
        return Shown((size, shown.what), lambda: _plain(shown.draw()) if at.stage.look.ascii else shown.draw())

    return Piece(place, at.picture.rows(panel.name, key, show))


def _plain(rows: Sequence[Row]) -> list[Row]:
    return [asciified_row(row) for row in rows]


def frame(picture: Picture, view: View, t: float, size: Size) -> Frame:
    """What is seen of a race.

    Args:
        picture: The race in a look.
        view: What the viewer has chosen.
        t: Seconds from the gun.
        size: Cells of the screen.
    """
    at = moment(picture, view, t, size)
    places = at.layout.places
    pieces = {panel.name: piece(panel, at, places[panel.name]) for panel in PANELS if panel.name in places}
    return Frame(size, pieces, picture.stage.look.page)
