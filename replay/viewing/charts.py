"""The charts that the large panel can show in place of the track, as known at a time."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from replay.analysis.traces import Samples, Trace
from replay.cells.memo import Shown
from replay.drawing.panels.plot import AXIS, Drawn, Plot, plot_rows, room_for
from replay.drawing.scene import Scene
from replay.drawing.view import CHARTS, View
from replay.state.timeline import Timeline

DRAWN = 24
"""Runners drawn: of a larger field those in front, and the chosen."""
_STRONG = 3
"""Of the first so many the lines stand out."""
_ROOM = 2.0
"""Seconds, or metres a second, by which a ghost may be beyond those who race, beside half of what they span."""
_STEP = 0.5
"""Seconds of wall clock between two states of a chart that is drawn while time passes."""
_LEAST = {"trace": 1.0, "positions": 2.0, "speed": 1.0}
"""Seconds, places and metres a second that a scale spans at least."""


class _What(NamedTuple):
    """All that a chart's rows follow from."""

    chart: str
    t: float
    order: tuple[int, ...]
    strong: frozenset[int]
    against: int | None


class Charts:
    """The charts of a race in a look; its runners are sampled when they are first drawn."""

    def __init__(self, timeline: Timeline, scene: Scene, marks: Sequence[tuple[float, str]]) -> None:
        """`marks` are what stands under the distance, in metres."""
        self._timeline = timeline
        self._scene = scene
        far = timeline.race.distance
        self._marks = (*((metres / far, words) for metres, words in marks), (1.0, "finish"))
        self._samples: dict[int, Samples] = {}
        self._ghosts = tuple(i for i, entry in enumerate(timeline.race.entries) if entry.ghost)

    def shown(self, t: float, view: View, width: int, height: int) -> Shown:
        """What the chart of a view shows at a time."""
        step = _STEP * max(view.eye.rate, 0.25)
        at = int(t / step) * step if view.playing else t
        standings = self._timeline.standings(t, DRAWN)
        order = tuple(dict.fromkeys([*view.wanted, *self._ghosts, *(standing.entry for standing in standings)]))[:DRAWN]
        first = [standing.entry for standing in standings[:_STRONG]]
        what = _What(view.chart, at, order, frozenset([*view.wanted, *self._ghosts, *first]), view.pinned)
        scene = self._scene
        return Shown(what, lambda: plot_rows(self._plot(what, width), scene.cast, scene.look, width, height))

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
        samples = self._samples.get(count)
        if samples is None:
            samples = self._samples[count] = Samples(self._timeline, count)
        traces: dict[str, Callable[[], list[Trace]]] = {
            "trace": lambda: samples.behind(what.order, what.t, what.against),
            "positions": lambda: samples.places(what.order, what.t),
            "speed": lambda: samples.speeds(what.order, what.t),
        }
        rank = {entry: number for number, entry in enumerate(what.order)}
        lines = [Drawn(found.entry, found.values, found.entry in what.strong) for found in traces[what.chart]()]
        lines = self._within(lines)
        lines.sort(key=lambda line: (line.strong, -rank[line.entry]))
        words = CHARTS[what.chart]
        if what.chart == "trace" and what.against is not None:
            words = f"{words.rpartition('behind')[0]}behind {self._scene.cast.names[what.against]}"
        if self._timeline.track.by_kilometres:
            words = words.replace("100 m", "kilometre")
        return Plot(
            f"{words} (~ between splits)",
            tuple(lines),
            count,
            self._marks,
            up=what.chart == "speed",
            whole=what.chart == "positions",
            least=_LEAST[what.chart],
        )
