"""The charts that the large panel can show in place of the track, as known at a time."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from replay.analysis.marks import passed
from replay.analysis.reference import LEADER, MEAN, Reference
from replay.analysis.traces import Samples, Trace, samples_at
from replay.cells.memo import Shown
from replay.drawing.panels.plot import AXIS, Cursor, Drawn, Plot, plot_rows, room_for
from replay.drawing.scene import Scene
from replay.drawing.view import CHARTS, View
from replay.race.race import Evidence
from replay.state.timeline import Timeline
from replay.viewing.playback import stepped

DRAWN = 24
"""Runners drawn: of a larger field those in front, and the chosen."""
_STRONG = 3
"""Of the first so many the lines stand out."""
_ROOM = 2.0
"""Seconds, or metres a second, by which a ghost may be beyond those who race, beside half of what they span."""
_STEP = 0.5
"""Seconds of wall clock between two states of a chart that is drawn while time passes."""
_LEAST = {"trace": 1.0, "mean": 1.0, "positions": 2.0, "speed": 1.0}
"""Seconds, places and metres a second that a scale spans at least."""


_FORMS = {"trace": "{:+.1f}", "mean": "{:+.1f}", "positions": "{:.0f}", "speed": "{:.2f}"}
"""How a value is read at the cursor."""
_PART = 10
"""Of a road the last so many parts are its last lap."""


class _What(NamedTuple):
    """All that a chart's rows follow from."""

    chart: str
    t: float
    order: tuple[int, ...]
    strong: frozenset[int]
    reference: Reference
    since: float
    """Metres from which on it is drawn."""
    cursor: float | None


class Charts:
    """The charts of a race in a look; its runners are sampled when they are first drawn."""

    def __init__(self, timeline: Timeline, scene: Scene, marks: Sequence[tuple[float, str]]) -> None:
        """`marks` are what stands under the distance, in metres."""
        self._timeline = timeline
        self._scene = scene
        far = timeline.race.distance
        self._marks = (*marks, (far, "finish"))
        track = timeline.track
        lap = far - far / _PART if track.by_kilometres else track.bell
        self.last_lap = lap or 0.0 if timeline.race.duration is None else 0.0
        """Metres at which it begins, of a road the last tenth; 0 where there is none."""
        self._samples: dict[tuple[int, float], Samples] = {}
        self._ghosts = tuple(i for i, entry in enumerate(timeline.race.entries) if entry.ghost)

    def shown(self, t: float, view: View, width: int, height: int) -> Shown:
        """What the chart of a view shows at a time."""
        at = stepped(t, view, _STEP)
        standings = self._timeline.standings(t, DRAWN)
        order = tuple(dict.fromkeys([*view.wanted, *self._ghosts, *(standing.entry for standing in standings)]))[:DRAWN]
        first = [standing.entry for standing in standings[:_STRONG]]
        what = _What(
            view.chart,
            at,
            order,
            frozenset([*view.wanted, *view.marked, *self._ghosts, *first]),
            _reference(view),
            self._since(view),
            view.cursor,
        )
        scene = self._scene
        return Shown(what, lambda: plot_rows(self._plot(what, width), scene.cast, scene.look, width, height))

    def clicked(self, t: float, view: View, at: tuple[int, int], size: tuple[int, int]) -> str:
        """What a click means: the way to where it was."""
        return f"reach({self.metres(view, at[0], size[0]):.1f})"

    def metres(self, view: View, x: int, width: int) -> float:
        """The distance that a column of a chart of so many cells stands for."""
        since, far = self._since(view), self._timeline.race.distance
        share = (x - AXIS) / max(width - AXIS - room_for(width), 1)
        return since + (far - since) * min(max(share, 0.0), 1.0)

    def _since(self, view: View) -> float:
        return self.last_lap if view.zoomed else 0.0

    def _marked(self, since: float) -> tuple[tuple[float, str], ...]:
        """What stands under the distance, as shares of what is seen; of a last lap what is to go, too."""
        far = self._timeline.race.distance
        marks = [(metres, words) for metres, words in self._marks if metres >= since]
        if since and not self._timeline.track.by_kilometres:
            marks += [(far - left, f"{left} to go") for left in (300, 200, 100) if far - left > since]
        return tuple(sorted(((metres - since) / (far - since), words) for metres, words in marks))

    def _read(self, what: _What) -> Cursor | None:
        """What the lines say at the cursor, the best first."""
        far, track = self._timeline.race.distance, self._timeline.track
        if what.cursor is None or not what.since <= what.cursor <= far:
            return None
        found = _traces(samples_at(self._timeline, what.cursor), what) if what.cursor else []
        values = [(trace.values[0], trace.entry) for trace in found if trace.values[0] == trace.values[0]]
        values.sort(key=lambda pair: -pair[0] if what.chart == "speed" else pair[0])
        where = self._timeline.race.course.unit.far(what.cursor, 1) if track.by_kilometres else f"{what.cursor:.0f} m"
        share = (what.cursor - what.since) / (far - what.since)
        against = self._against(what, values)
        said = ((entry, self._mark(what, (entry, *against)) + _FORMS[what.chart].format(v)) for v, entry in values)
        return Cursor(share, where, tuple(said))

    def _against(self, what: _What, values: Sequence[tuple[float, int]]) -> tuple[int, ...]:
        """Whose time the values at the cursor are against, if anybody's: the pinned runner's, or that of the first."""
        if what.chart != "trace" or what.reference.light is not None:
            return ()
        if what.reference.entry is not None:
            return (what.reference.entry,)
        return tuple(entry for value, entry in values if value == 0.0)[:1]

    def _mark(self, what: _What, entries: Sequence[int]) -> str:
        """A `~` where one of the times at the cursor was worked out: speeds and the mean always are."""
        if what.cursor is None or what.chart in ("speed", "mean"):
            return Evidence.ESTIMATED.mark
        known = (passed(self._timeline, entry, what.cursor) for entry in entries)
        exact = all(one is not None and not one.evidence.mark for one in known)
        return "" if exact else Evidence.ESTIMATED.mark

    def _within(self, lines: list[Drawn]) -> list[Drawn]:
        """The lines, of ghosts as far as they are near those who race: one who is far behind would flatten them all."""
        if not self._ghosts:
            return lines
        raced = [value for line in lines if line.entry not in self._ghosts for value in line.values if value == value]
        low, high = min(raced, default=0.0), max(raced, default=0.0)
        room = _ROOM + (high - low) / 2
        near = (low - room, high + room) if raced else (-math.inf, math.inf)
        return [
            line._replace(values=tuple(v if near[0] <= v <= near[1] else math.nan for v in line.values))
            if line.entry in self._ghosts
            else line
            for line in lines
        ]

    def _plot(self, what: _What, width: int) -> Plot:
        count = max(2 * (width - AXIS - room_for(width)), 2)
        samples = self._samples.get((count, what.since))
        if samples is None:
            samples = self._samples[count, what.since] = Samples(self._timeline, count, what.since)
        rank = {entry: number for number, entry in enumerate(what.order)}
        lines = [Drawn(found.entry, found.values, found.entry in what.strong) for found in _traces(samples, what)]
        lines = self._within(lines)
        lines.sort(key=lambda line: (line.strong, -rank[line.entry]))
        words = CHARTS[what.chart]
        if what.chart == "trace":
            entry = what.reference.entry
            name = self._scene.cast.names[entry] if entry is not None else ""
            words = f"{words.rpartition('behind')[0]}behind {what.reference.words(name)}"
        if self._timeline.track.by_kilometres:
            words = words.replace("100 m", "kilometre")
        return Plot(
            f"{words} (~ between splits)",
            tuple(lines),
            count,
            self._marked(what.since),
            up=what.chart == "speed",
            whole=what.chart == "positions",
            least=_LEAST[what.chart],
            cursor=self._read(what),
        )


def _reference(view: View) -> Reference:
    """What a view's trace is against: the pinned runner, else the pace lights that are on, else the first."""
    if view.chart == "mean":
        return MEAN
    if view.pinned is not None:
        return Reference(entry=view.pinned)
    return LEADER if view.light is None else Reference(light=view.light)


def _traces(samples: Samples, what: _What) -> list[Trace]:
    """The lines of a chart, as far as they are known."""
    if what.chart in ("trace", "mean"):
        return samples.behind(what.order, what.t, what.reference)
    return samples.places(what.order, what.t) if what.chart == "positions" else samples.speeds(what.order, what.t)
