"""What a chart shows as known at a time: the lines, what is read at the cursor, and what the chart says it is."""

import math
from collections.abc import Sequence
from statistics import quantiles
from typing import NamedTuple

from replay.analysis.marks import passed
from replay.analysis.narrowing import Narrowing
from replay.analysis.positions import Order
from replay.analysis.projection import is_projected
from replay.analysis.reference import Reference, ordered_from
from replay.analysis.traces import LEVEL, Samples, Trace, samples_at
from replay.drawing.panels.chart_end import with_end
from replay.drawing.panels.gap_scale import CLOSE, held
from replay.drawing.panels.plot import AXIS, Cursor, Drawn, Plot, room_for
from replay.drawing.scene import Scene
from replay.drawing.view import CHARTS
from replay.race.race import Evidence
from replay.race.times import format_gap, format_time
from replay.state.evidence import is_guest
from replay.state.timeline import Timeline

_ROOM = 2.0
"""Seconds, or metres a second, by which a ghost may be beyond those who race, beside half of what they span."""
_FINISHES = 0.02
"""The same of finishes, as a share of them: the first may be the only one who has a likely one."""
_LEAST = {"trace": 1.0, "mean": 1.0, "positions": 1.0, "speed": 0.5, "projection": 2.0}
"""Seconds, places and metres a second that a scale spans at least."""
_SPRINT, _CLOSER = 400.0, 0.3
"""Metres up to which races are decided by hundredths, and the seconds that a scale of gaps spans at least in them."""
_LEAST_METRES = 5.0
_CLOSE = 1.5
"""Seconds behind the first within which everybody is on the scale."""
_NEAR = 1.5
"""Times the middle one of the speeds that are seen, up and down, that their scale holds: a split may be wrong."""
_BEHIND = 20.0
"""Metres before the first from which on it is said how far the field's mean is known."""
_LAP = 400.0
"""Metres that a pace is for; of a road its unit."""
_BAND = 4
"""Runners of whom a middle half can be told."""
_PART = 10
"""Of a road the last so many parts are its last lap."""


ORDERED = ("trace", "mean", "positions")
"""Charts that begin where something is known of the order."""


class What(NamedTuple):
    """All that a chart's rows follow from."""

    chart: str
    t: float
    order: tuple[int, ...]
    strong: frozenset[int]
    chosen: int | None
    reference: Reference
    other: bool
    """Whether gaps are in metres, and speeds a pace."""
    since: float
    """Metres from which on it is drawn."""
    cursor: float | None
    asked: frozenset[int] = frozenset()
    """Who is on the scale, however far behind."""
    now: float | None = None
    """Where the first is, in metres, where the lines tell what is to come, too."""
    places: tuple[tuple[int, int], ...] = ()
    """Of a large field, in which letters and colours say little: entries with their places."""
    until: float = math.inf
    """Metres to which it is drawn, if that is less than the race."""


class Charting:
    """Makes the charts of a race; its runners are sampled when they are first drawn."""

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
        known = ordered_from(timeline)
        self.ordered = max((metres for metres, _ in marks if metres <= known), default=0.0)
        """Metres of the last mark before which nothing is known of the order; 0 where it is known from the gun."""
        self._samples: dict[tuple[int, float, float], Samples] = {}
        self._narrowing = Narrowing(timeline)
        self.ghosts = tuple(i for i, entry in enumerate(timeline.race.entries) if entry.ghost)

    def plot(self, what: What, width: int) -> Plot:
        """A chart in so many cells."""
        count = max(2 * (width - AXIS - room_for(width)), 2)
        until = self._until(what)
        samples = self._samples.get((count, what.since, until))
        if samples is None:  # those of a lap that is over are not asked for again
            self._samples = {key: kept for key, kept in self._samples.items() if key[2] == until}
            samples = self._samples[count, what.since, until] = Samples(self._timeline, count, what.since, until)
        rank = {entry: number for number, entry in enumerate(what.order)}
        traces = self._traces(samples, what)
        drawn = [Drawn(found.entry, found.values, found.entry in what.strong) for found in traces]
        lines = self._within(drawn, _FINISHES if what.chart == "projection" else 0.0)
        lines.sort(key=lambda line: (line.strong, -rank[line.entry]))
        band = self._band(samples, what, traces)
        return Plot(
            self._title(what, [*self._reach(what, samples, traces), *self._notes(what, bool(band))], width),
            tuple(lines),
            count,
            self._marked(what.since, until, what.now),
            up=what.chart == "speed" and not what.other,
            whole=what.chart == "positions",
            near=_NEAR if what.chart == "speed" else 0.0,
            most=self._most(what, lines) if what.chart in ("trace", "mean") else math.inf,
            least=self._least(what),
            timed=_is_timed(what),
            cursor=self._read(what, samples),
            band=band,
            empty=self._empty(what, width),
        )

    def _empty(self, what: What, width: int) -> str:
        """Why there may be no line, in as many words as there is room for."""
        if what.chart == "projection":
            said = ["no split is known yet to project a finish from", "no split is known yet"]
        elif self._timeline.top(what.t, 1).leader_distance < what.since:
            lap = "the last tenth" if self._timeline.track.by_kilometres else "the last lap"
            said = [f"{lap} has not begun; L shows the whole race", f"{lap} has not begun"]
        elif what.chart in ORDERED and 0 < what.t < self._timeline.order_since:
            said = ["nothing is known of the order yet", "no order is known yet"]
        else:
            said = ["it draws itself as the race is run", "nothing yet"]
        return next((words for words in said if len(words) < width), "")

    def _reach(self, what: What, samples: Samples, traces: Sequence[Trace]) -> list[str]:
        """How far the field's mean is known, where that is less than the first has run.

        Of likely finishes how many have a split from which one follows, where not all have.
        """
        if what.chart == "projection":
            racing = [trace for trace in traces if self._timeline.race.entries[trace.entry].role is None]
            known = sum(trace.last >= 0 for trace in racing)
            return [f"{known} of {len(racing)} have any"] if 0 < known < len(racing) else []
        first = self._timeline.top(what.t, 1).leader_distance
        last = max((trace.last for trace in traces), default=-1)
        metres = samples.distances[last] if last >= 0 else 0.0
        if not what.reference.mean or not traces or first - metres < _BEHIND:
            return []
        course = self._timeline.race.course
        where = course.unit.far(metres, 1) if self._timeline.track.by_kilometres else f"{metres:.0f} m"
        # The order at the lines' ends is that of then, not of now.
        return [f"all have been at {where}" if metres * 2 < first else f"to {where}"]

    def _notes(self, what: What, banded: bool) -> list[str]:
        """What the signs mean."""
        sign = self._scene.look.glyph("░", "=")
        band = [f"{sign} {'9 times in 10' if what.chart == 'projection' else 'the middle half'}"] if banded else []
        return [*band, *(["~ between splits"] if what.chart != "projection" else [])]

    def _title(self, what: What, notes: Sequence[str], width: int) -> str:
        """What is seen, as much of it as there is room for."""
        words = self._words(what)
        titles = [f"{words} ({', '.join(notes[:count])})" for count in range(len(notes), 0, -1)]
        titles += [f"{words} (~)"] if notes and notes[-1].startswith(Evidence.ESTIMATED.mark) else []
        return next((title for title in titles if len(title) < width), words)

    def _words(self, what: What) -> str:
        """What the lines are."""
        race, track = self._timeline.race, self._timeline.track
        if what.chart == "projection" and not is_projected(race):
            return "of such a race no finishes are projected"
        words = CHARTS[what.chart]
        if what.chart == "trace":
            entry = what.reference.entry
            name = self._scene.cast.names[entry] if entry is not None else ""
            words = f"{words.rpartition('behind')[0]}behind {what.reference.words(name)}"
        if what.other and what.chart in ("trace", "mean"):
            words = words.replace("seconds", "metres")
        if what.other and what.chart == "speed":
            far = race.course.unit.far(race.course.unit.metres, 0) if track.by_kilometres else f"{_LAP:.0f} m"
            words = words.replace("metres a second", f"seconds for {far}")
        if track.by_kilometres:
            words = words.replace("over 100 m", "over a kilometre")
        return words

    def _traces(self, samples: Samples, what: What) -> list[Trace]:
        """The lines of a chart, as far as they are known."""
        if what.chart in ("trace", "mean"):
            behind = samples.metres_behind if what.other else samples.behind
            return behind(what.order, what.t, what.reference)
        if what.chart == "projection":
            return [self._likely(samples, entry, what.t) for entry in what.order]
        if what.chart == "positions":
            return self._to_present(samples.places(what.order, what.t), what)
        speeds = samples.speeds(what.order, what.t)
        if not what.other:
            return speeds
        course, road = self._timeline.race.course, self._timeline.track.by_kilometres
        far = course.unit.metres if road else _LAP
        return [trace._replace(values=tuple(far / value for value in trace.values)) for trace in speeds]

    def _to_present(self, traces: list[Trace], what: What) -> list[Trace]:
        """Lines of places that end with everybody's present one: who went past after the last sample has done so.

        Not where there are more than are drawn: theirs are places among those.
        """
        entries = self._timeline.race.entries
        if len(what.order) < sum(not is_guest(entry) for entry in entries):
            return traces
        places: dict[int, int] = {}
        shared, since = 0, -math.inf
        for one in self._timeline.top(what.t, len(entries)).standings:
            if one.status == "running" and one.place is not None and one.gap is not None:
                if one.gap - since > LEVEL:
                    shared, since = one.place, one.gap
                places[one.entry] = shared
        ended = []
        for trace in traces:
            place, at = places.get(trace.entry), trace.last
            known = place is not None and at >= 0
            values = (*trace.values[:at], float(place or 0), *trace.values[at + 1 :]) if known else trace.values
            ended.append(trace._replace(values=values))
        return ended

    def _likely(self, samples: Samples, entry: int, t: float) -> Trace:
        """The likely finish of an entry at each sample that he has come to; of a ghost his time, which is known."""
        if entry in self.ghosts:
            home = self._timeline.motion.time_at(entry, self._timeline.race.distance)
            time = math.nan if home is None else float(home)
            return Trace(entry, tuple(time if there <= t else math.nan for there in samples.times(entry)))
        steps = self._narrowing.of(entry, t)
        values, at = [], -1
        for distance, time in zip(samples.distances, samples.times(entry), strict=True):
            while at + 1 < len(steps) and steps[at + 1].distance <= distance + 1e-6:
                at += 1
            values.append(steps[at].found.seconds if at >= 0 and time <= t else math.nan)
        return Trace(entry, tuple(values))

    def _band(self, samples: Samples, what: What, traces: Sequence[Trace]) -> tuple[tuple[float, float], ...]:
        """Behind the lines: the range of the chosen runner's likely finish; where the middle half of the field is."""
        if what.chosen is None:
            return ()
        if what.chart == "projection":
            steps = self._narrowing.of(what.chosen, what.t)
            times = zip(samples.distances, samples.times(what.chosen), strict=True)
            band = []
            for distance, time in times:
                last = next((one.found for one in reversed(steps) if one.distance <= distance + 1e-6), None)
                band.append((last.low, last.high) if last is not None and time <= what.t else (math.nan, math.nan))
            return tuple(band) if steps else ()
        entries = self._timeline.race.entries
        racing = [trace.values for trace in traces if not is_guest(entries[trace.entry])]
        if what.chart != "speed" or not _BAND <= len(racing) == sum(not is_guest(entry) for entry in entries):
            return ()
        return tuple(_middle([value for value in here if value == value]) for here in zip(*racing, strict=True))

    def _within(self, lines: list[Drawn], share: float) -> list[Drawn]:
        """The lines, of ghosts as far as they are near those who race: one who is far behind would flatten them all.

        Of values that are compared as a whole, such as finishes, a `share` of them is near.
        """
        if not self.ghosts:
            return lines
        raced = [value for line in lines if line.entry not in self.ghosts for value in line.values if value == value]
        low, high = min(raced, default=0.0), max(raced, default=0.0)
        room = max(_ROOM, share * low) + (high - low) / 2
        near = (low - room, high + room) if raced else (-math.inf, math.inf)
        return [
            line._replace(values=tuple(v if near[0] <= v <= near[1] else math.nan for v in line.values))
            if line.entry in self.ghosts
            else line
            for line in lines
        ]

    def _least(self, what: What) -> float:
        """What the scale of a chart spans at least."""
        if what.chart not in ("trace", "mean"):
            return _LEAST[what.chart]
        sprint = self._timeline.race.distance <= _SPRINT
        return _LEAST_METRES if what.other else _CLOSER if sprint else _LEAST[what.chart]

    def _most(self, what: What, lines: Sequence[Drawn]) -> float:
        """What a scale of gaps holds: who is asked for, and at each sample those who matter there."""
        most = -math.inf
        racing = [line.values for line in lines if line.entry not in self.ghosts]
        for here in zip(*racing, strict=True):
            there = [value for value in here if value == value]
            if there:
                first = min(there)
                far = held([value - first for value in there], CLOSE if what.other else _CLOSE)
                most = max(most, first + far)
        asked = (value for line in lines if line.entry in what.asked for value in line.values if value == value)
        return max(most, *asked, 0.0)

    def _until(self, what: What) -> float:
        return min(what.until, self._timeline.race.distance)

    def _marked(self, since: float, until: float, now: float | None) -> tuple[tuple[float, str], ...]:
        """What stands under the distance, as shares of what is seen; of a last lap what is to go, too."""
        far = self._timeline.race.distance
        marks = [mark for mark in with_end(self._marks, until, self._timeline.track) if since <= mark[0]]
        if since and since >= self.last_lap and not self._timeline.track.by_kilometres:
            marks += [(far - left, f"{left} to go") for left in (300, 200, 100) if far - left > since]
        shares = sorted(((metres - since) / (until - since), words) for metres, words in marks)
        if now is not None and since <= now < far:
            shares.insert(0, ((now - since) / (until - since), "now"))
        return tuple(shares)

    # What is read at the cursor

    def _read(self, what: What, samples: Samples) -> Cursor | None:
        """What the lines say at the cursor, the chosen runner's first and then the best first."""
        far, track = self._timeline.race.distance, self._timeline.track
        until = self._until(what)
        if what.cursor is None or not what.since <= what.cursor <= until:
            return None
        found = self._at_cursor(what, samples)
        values = [(trace.values[0], trace.entry) for trace in found if trace.values[0] == trace.values[0]]
        best_high = what.chart == "speed" and not what.other
        values.sort(key=lambda pair: -pair[0] if best_high else pair[0])
        where = self._timeline.race.course.unit.far(what.cursor, 1) if track.by_kilometres else f"{what.cursor:.0f} m"
        if what.since and what.since >= self.last_lap and not track.by_kilometres:
            where = f"{where}, {far - what.cursor:.0f} to go"
        share = (what.cursor - what.since) / (until - what.since)
        against = self._against(what, values)
        values.sort(key=lambda pair: pair[1] != what.chosen)  # who is asked for is read, however little room there is
        said = ((entry, self._mark(what, (entry, *against)) + _value(what, value)) for value, entry in values)
        return Cursor(share, where, tuple(said), self._unknown(what))

    def _unknown(self, what: What) -> str:
        """Why nothing may be read at the cursor."""
        been = what.cursor is not None and what.cursor <= self._timeline.top(what.t, 1).leader_distance
        of = {"projection": "no finish is projected here", "positions": "nothing is known of the order here"}
        return of.get(what.chart, "not everybody has been here") if been else "nobody has been here yet"

    def _at_cursor(self, what: What, samples: Samples) -> list[Trace]:
        """The values at the cursor; of metres, which follow from the whole way, those at the sample that is nearest."""
        if not what.cursor:
            return []
        if what.chart == "positions":  # everybody's own: on the chart those who are level share one
            order = Order(self._timeline, what.cursor)
            racing = (entry for entry in what.order if not is_guest(self._timeline.race.entries[entry]))
            times = ((entry, passed(self._timeline, entry, what.cursor)) for entry in racing)
            there = (
                (entry, order.place(one.seconds)) for entry, one in times if one is not None and one.seconds <= what.t
            )
            return [Trace(entry, (float(place),)) for entry, place in there if place is not None]
        if what.other and what.chart in ("trace", "mean"):
            near = min(range(len(samples.distances)), key=lambda at: abs(samples.distances[at] - (what.cursor or 0.0)))
            traces = self._traces(samples, what)
            return [Trace(trace.entry, (trace.values[near],)) for trace in traces]
        return self._traces(samples_at(self._timeline, what.cursor), what)

    def _against(self, what: What, values: Sequence[tuple[float, int]]) -> tuple[int, ...]:
        """Whose time the values at the cursor are against, if anybody's: a runner's, or that of the first."""
        if what.chart != "trace" or what.reference.light is not None or what.reference.mean:
            return ()
        if what.reference.entry is not None:
            return (what.reference.entry,)
        return tuple(entry for value, entry in values if value == 0.0)[:1]

    def _mark(self, what: What, entries: Sequence[int]) -> str:
        """A `~` where one of the times at the cursor was worked out: speeds, metres and the mean always are."""
        worked_out = what.chart in ("speed", "mean") or what.reference.mean or (what.other and what.chart == "trace")
        if what.cursor is None or worked_out:
            return Evidence.ESTIMATED.mark
        if what.chart == "projection":
            return Evidence.ESTIMATED.mark if what.cursor < self._timeline.race.distance else ""
        known = (passed(self._timeline, entry, what.cursor) for entry in entries)
        exact = all(one is not None and not one.evidence.mark for one in known)
        return "" if exact else Evidence.ESTIMATED.mark


def _is_timed(what: What) -> bool:
    """Whether the values are seconds, and no places, metres or metres a second."""
    return {"positions": False, "projection": True, "speed": what.other}.get(what.chart, not what.other)


def _value(what: What, value: float) -> str:
    """A value as it is read at the cursor."""
    value = round(value, 6) + 0.0  # two times that are 3.35 apart are so however they were worked out
    if what.chart == "projection":
        return format_time(value, 1)
    if what.chart == "positions":
        return f"{value:.0f}"
    if what.chart == "speed":
        return format_time(value, 1) if what.other else f"{value:.2f}"
    return f"{value:+.1f}" if what.other else format_gap(value)


def _middle(values: Sequence[float]) -> tuple[float, float]:
    """Where the middle half of some values lies; nan of too few."""
    if len(values) < _BAND:
        return math.nan, math.nan
    low, _, high = quantiles(values, n=4, method="inclusive")
    return low, high
