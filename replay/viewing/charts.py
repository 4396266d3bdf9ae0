"""The charts that the large panel can show in place of the track: one, or where there is room several at once."""

from collections.abc import Sequence
from typing import NamedTuple

from replay.analysis.reference import LEADER, MEAN, Reference
from replay.cells.canvas import Rect
from replay.cells.ink import Row
from replay.cells.memo import Kept, Shown
from replay.drawing.panels.chart_end import until
from replay.drawing.panels.plot import AXIS, plot_rows, room_for
from replay.drawing.scene import Scene
from replay.drawing.theme.lineup import Cast
from replay.drawing.view import View
from replay.motion import is_large
from replay.state.timeline import Timeline
from replay.viewing.charting import ORDERED, Charting, What
from replay.viewing.playback import stepped

DRAWN = 24
"""Runners drawn: of a larger field those in front, and the chosen."""
_STRONG = 3
"""Of the first so many the lines stand out."""
_STEP = 0.5
"""Seconds of wall clock between two states of a chart that is drawn while time passes."""
_AT = 0.01
"""Metres within which a cursor is at the end of a chart, and asks for none that goes further."""
LEAST_FOR_SEVERAL = 110, 30
"""Cells and rows of the large panel from which on it has room for three charts."""
_BESIDE = ("trace", "positions", "speed")
"""Those that stand below the one that was asked for, the first two that are another."""


class Tile(NamedTuple):
    """One chart of those that are seen, and where."""

    chart: str
    place: Rect


def tiles_of(view: View, width: int, height: int) -> tuple[Tile, ...]:
    """The chart of a view; below it two others, where there is room for them and they are wanted."""
    if not view.both or width < LEAST_FOR_SEVERAL[0] or height < LEAST_FOR_SEVERAL[1]:
        return (Tile(view.chart, Rect(0, 0, width, height)),)
    shown = "trace" if view.chart == "mean" else view.chart
    below = [chart for chart in _BESIDE if chart != shown][:2]
    top, left = height - height * 2 // 5, width // 2
    return (
        Tile(view.chart, Rect(0, 0, width, top)),
        Tile(below[0], Rect(0, top, left, height - top)),
        Tile(below[1], Rect(left, top, width - left, height - top)),
    )


class Charts:
    """The charts of a race in a look."""

    def __init__(self, timeline: Timeline, scene: Scene, marks: Sequence[tuple[float, str]]) -> None:
        """`marks` are what stands under the distance, in metres."""
        self._timeline = timeline
        self._scene = scene
        self._marks = tuple(marks)
        self._charting = Charting(timeline, scene, marks)
        self._kept: Kept[Shown] = Kept()

    @property
    def last_lap(self) -> float:
        """Metres at which it begins, of a road the last tenth; 0 where there is none."""
        return self._charting.last_lap

    def shown(self, t: float, view: View, width: int, height: int) -> Shown:
        """What the charts of a view show at a time."""
        t = stepped(t, view, _STEP)
        return self._kept.get((t, view, width, height), lambda: self._shown(t, view, width, height))

    def _shown(self, t: float, view: View, width: int, height: int) -> Shown:
        tiles = tiles_of(view, width, height)
        first, *others = (self._one(t, view._replace(chart=chart), *place[2:]) for chart, place in tiles)
        if not others:
            return first
        whats = (first.what, *(one.what for one in others))
        return Shown(whats, lambda: [*first.draw(), *_beside([one.draw() for one in others])])

    def _one(self, t: float, view: View, width: int, height: int) -> Shown:
        at = self._timeline.duration if view.spoilers else t
        standings = self._timeline.standings(t, DRAWN)
        ghosts = self._charting.ghosts
        reference = reference_of(view)
        asked = (*view.wanted, *(() if reference.entry is None else (reference.entry,)), *view.marked, *ghosts)
        order = tuple(dict.fromkeys([*asked, *(standing.entry for standing in standings)]))[:DRAWN]
        strong = frozenset([*asked, *(standing.entry for standing in standings[:_STRONG])])
        since = self._since(at, view)
        what = What(
            view.chart, at, order, strong, view.chosen, reference, view.gap_in_metres, since, view.cursor,
            frozenset(asked) - frozenset(ghosts), until=self._until(t, view),
        )  # fmt: skip
        if view.spoilers and (now := self._timeline.top(t, 1).leader_distance) > 0:
            what = what._replace(now=now)
        if is_large(self._timeline.race):
            what = what._replace(places=tuple((one.entry, one.place) for one in standings if one.place is not None))
        look, plot = self._scene.look, self._charting.plot
        return Shown(what, lambda: plot_rows(plot(what, width), self._cast(what), look, width, height))

    def _since(self, t: float, view: View) -> float:
        """Metres from which on charts go: where something is known of the order, unless what was before is read."""
        if view.zoomed:
            return self.last_lap
        known = self._charting.ordered if view.chart in ORDERED and t >= self._timeline.order_since else 0.0
        return known if view.cursor is None or view.cursor >= known else 0.0

    def _until(self, t: float, view: View) -> float:
        """Metres to which charts go: soon after those that the first has run, and as far as they are read.

        So what has been fills their width; who may see what is to come sees the whole race.
        """
        far = self._timeline.race.distance
        if view.spoilers or view.zoomed:
            return far
        seen = self._timeline.top(stepped(t, view, _STEP), 1).leader_distance
        return until(max(seen, (view.cursor or 0.0) - _AT), far)

    def _cast(self, what: What) -> Cast:
        """Who is drawn how: of a large field by places, the chosen with the one colour that nobody else has."""
        cast, look = self._scene.cast, self._scene.look
        if not what.places:
            return cast
        tags, colours, chips = list(cast.tags), list(cast.colours), list(cast.chips)
        for entry, place in what.places:
            tags[entry], colours[entry] = str(place), look.theme.text
            chips[entry] = look.muted
        if what.chosen is not None:
            colours[what.chosen] = look.theme.lights
        for entry in what.strong:
            chips[entry] = look.chip(colours[entry])
        return cast._replace(tags=tuple(tags), codes=tuple(tags), colours=tuple(colours), chips=tuple(chips))

    def clicked(self, t: float, view: View, at: tuple[int, int], size: tuple[int, int]) -> str:
        """What a click means: the way to where it was."""
        return f"reach({self.metres(t, view, at, size):.1f})"

    def metres(self, t: float, view: View, at: tuple[int, int], size: tuple[int, int]) -> float:
        """The distance that a column and a row stand for where the charts have so many cells and rows."""
        x, y = at
        tiles = tiles_of(view, *size)
        below = (tile for tile in tiles if y < tile[1].y + tile[1].height and x < tile[1].x + tile[1].width)
        chart, place = next(below, tiles[0])
        since, far = self._since(t, view._replace(chart=chart)), self._until(t, view)
        share = (x - place.x - AXIS) / max(place.width - AXIS - room_for(place.width), 1)
        return since + (far - since) * min(max(share, 0.0), 1.0)


def reference_of(view: View) -> Reference:
    """What a view's trace is against: what was chosen, the pinned runner, the pace lights that are on, the first."""
    if view.chart == "mean":
        return MEAN
    if view.against is not None:
        return view.against
    if view.pinned is not None:
        return Reference(entry=view.pinned)
    return LEADER if view.light is None else Reference(light=view.light)


def _beside(charts: Sequence[Sequence[Row]]) -> list[Row]:
    """Charts of as many rows, one beside the other."""
    return [tuple(run for row in rows for run in row) for rows in zip(*charts, strict=True)]
