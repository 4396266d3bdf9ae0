"""A race in a look, ready to be drawn at any time.

A `Stage` joins a timeline with its cast and its commentary. What it says of a time follows from that time alone; what
it keeps is made once for a size, a look or a race, or is the last that was asked for.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from replay.cells.canvas import Rect
from replay.cells.ink import Row
from replay.cells.memo import Few, Kept, Shown
from replay.cells.rows import Overlay
from replay.cells.text import cell_width
from replay.commentary import Call, CallKind
from replay.drawing.course.profile import mark
from replay.drawing.course.stadium import Stadium, paint
from replay.drawing.panels.board import Board, board_of, board_rows, part_of
from replay.drawing.panels.chart_end import until
from replay.drawing.panels.figures import room_of
from replay.drawing.panels.gap_chart import GapChart, as_seen, chart_rows, gaps_of
from replay.drawing.panels.pack_strip import strip_rows
from replay.drawing.panels.scrubber import Scrub
from replay.drawing.scene import Scene
from replay.drawing.stadium.band import Band
from replay.drawing.stadium.scoreboard import Score, scoreboard
from replay.drawing.theme.lineup import Cast, cast_of
from replay.drawing.theme.look import Look
from replay.drawing.view import Listing, View
from replay.race.clocks import start_of
from replay.race.race import Evidence, When, WhenKind
from replay.state.afterwards import afterwards
from replay.state.packing import Placing
from replay.state.timeline import RaceState, Timeline
from replay.viewing.behind import behind_of, drawn_by
from replay.viewing.decisive import Chase, chase, flash, is_on, margins_to, new_leader, record_text
from replay.viewing.laps import marks_of
from replay.viewing.listing import Lists
from replay.viewing.overtakes import Overtakes
from replay.viewing.playback import stepped
from replay.viewing.starting import Starting

if TYPE_CHECKING:
    from replay.drawing.closeup.follow import FollowView
    from replay.drawing.closeup.split import SplitView
    from replay.race.pacelights import PaceLight
    from replay.viewing.sights import Sights

CHANGE_OVER = 15.0
"""Seconds over which the board shows how many places a runner has won or lost."""

RUN_ON = 4.0
"""Seconds in which a finisher's speed falls to a third behind the line: nobody stops on it."""

_ANNOUNCED = 6.0
"""Seconds for which a record stays announced that is not the winner's: his is on the band."""

_SEEN = 200
"""Runners drawn one by one; of a larger field, those in front."""


class Stage:
    """A race in a look."""

    many = False
    """Whether there are too many to be told apart: a crowd."""
    listed = _SEEN
    """Runners whose states are worked out."""
    beat = 0.1
    """Seconds of wall clock between changes of board, clock and commentary: more often nobody can read them."""
    list_beat = 0.1
    """The same for a list of more than the first."""
    earlier_step = 1
    """Seconds between two looks back for the board's change column."""

    def __init__(self, timeline: Timeline, look: Look, calls: Sequence[Call] = ()) -> None:
        """Make the cast; the stadium is painted when its panel's size is known."""
        self.timeline = timeline
        self.race = timeline.race
        self.look = look
        self.calls: tuple[Call, ...] = ()
        self.marked: tuple[tuple[float, float], ...] = ()
        """Time and the leader's metres of the moments that leave a mark on the scrubber once they have passed."""
        self._bookmarked: Kept[tuple[float, ...]] = Kept()
        self.cast: Cast = self._cast()
        self.scene = Scene(self.race, self.cast, look, timeline.track)
        self.placing = Placing(timeline)
        self.lists = Lists(timeline)
        self._overtakes = Overtakes(timeline)
        self._charts: dict[tuple[int, float], GapChart] = {}
        self._board_rows: dict[object, Row] = {}
        self._room = room_of(timeline)
        self._earlier: Kept[Mapping[int, int]] = Kept()
        self._states: Kept[RaceState] = Kept()
        self._chases: Kept[tuple[Chase | None]] = Kept()
        self.marks = marks_of(timeline.track, self.race.duration is not None)
        """What stands under the distance: metres, and words."""
        self.starting = Starting(timeline, self.scene, self.marks)
        self._painted: Few[Stadium] = Few()
        self._followed: Few[FollowView] = Few()
        self._splits: Few[SplitView | None] = Few()
        bell = timeline.track.bell if timeline.race.duration is None else None
        self._bell = timeline.time_of(When(WhenKind.DISTANCE, bell)) if bell else None
        self._ends = timeline.motion.ends()
        self.with_calls(calls)

    def _cast(self) -> Cast:
        return cast_of(self.race, self.look)

    def with_calls(self, calls: Sequence[Call]) -> None:
        """Give it the commentary, once that is worked out."""
        self.calls = tuple(calls)
        times = [call.time for call in calls if call.kind in _MARKED]
        self.marked = tuple(zip(times, self._led(times), strict=True))

    def _led(self, times: Sequence[float]) -> tuple[float, ...]:
        """Metres of the leader at some seconds."""
        return tuple(self.timeline.top(time, 1).leader_distance for time in times)

    # Made once for a size

    def stadium(self, width: int, height: int) -> Stadium:
        """The painting for a panel of this size; painted once."""
        track, look = self.timeline.track, self.look
        return self._painted.get((width, height), lambda: paint(track, width, height, look.theme, ascii=look.drawn))

    def follow(self, width: int, height: int) -> "FollowView":
        """The close view for a panel of this size; made once, and not before anybody asks for it."""

        def make() -> "FollowView":
            from replay.drawing.closeup.follow import FollowView

            return FollowView(self.timeline, self.placing, self.cast, self.look, width, height)

        return self._followed.get((width, height), make)

    def split(self, width: int, height: int) -> "SplitView | None":
        """The close view in two shots; None where there is no room for them."""

        def make() -> "SplitView | None":
            from replay.drawing.closeup.split import split_of

            return split_of(self.follow(width, height))

        return self._splits.get((width, height), make)

    def chart(self, width: int, metres: float) -> GapChart:
        """The samples of a chart so many cells wide, while the leader is at so many metres."""
        end = until(metres, self.race.distance)
        chart = self._charts.get((width, end))
        if chart is None:
            self._charts = {key: kept for key, kept in self._charts.items() if key[1] == end}
            ends = 17 if width >= 28 else 13  # room for the letters at the ends of the lines, three abreast
            chart = self._charts[width, end] = GapChart(self.timeline, max(width - ends, 4), self.marks, end)
        return chart

    @cached_property
    def alone(self) -> bool:
        """Whether there is nobody to be behind."""
        return len(self.race.entries) == 1

    def has_chart(self, t: float, view: View) -> bool:
        """Whether the chart under the board has anything to show."""
        return True

    def charted(self, t: float, view: View, width: int, height: int) -> Shown:
        """What the chart shows at a time: the gaps, or of one runner how fast."""
        if self.alone:
            paces = view._replace(chart="speed", both=False, gap_in_metres=True)
            return self.sights.charts.shown(t, paces, width, height)
        if paced := self.starting.rows(t, width, height):
            return Shown("an even pace", lambda: paced)
        state = self.state_at(t, view.wanted)
        chart = self.chart(width, max(state.leader_distance, self.starting.metres))
        gaps = gaps_of(chart, state, view.wanted, self._range(state, view.chosen))
        seen = as_seen(gaps, height)
        return Shown(seen, lambda: chart_rows(seen, self.cast, self.look, width, height))

    @cached_property
    def sights(self) -> "Sights":
        """What the large panel can show in place of the track."""
        from replay.viewing.sights import Sights  # few look at one

        return Sights(self.timeline, self.scene, self.marks)

    # The race at a time

    def state_at(self, t: float, wanted: Sequence[int] = ()) -> RaceState:
        """The first of the race at `t` seconds, and the wanted wherever they are."""
        return self._states.get((t, wanted), lambda: self.timeline.top(t, self.listed, wanted))

    def order_at(self, t: float) -> list[int]:
        """The entries that are drawn, those in front first: who may take a cell that two want."""
        return [standing.entry for standing in self.timeline.standings(t, _SEEN)]

    def places_at(self, t: float, entries: Sequence[int]) -> list[tuple[int, float, float]]:
        """Entry, metres along lane 1 and metres out of those among `entries` who are on the track at `t`."""
        distances, alongs = self.placing.run_at(t)
        outs = self.placing.outs_of(entries, t)
        places: list[tuple[int, float, float]] = []
        for index, aside in zip(entries, outs, strict=True):
            end = self._ends[index]
            if not math.isfinite(distances[index]):
                continue
            along, out = float(alongs[index]), aside
            if end is not None and t > end:
                along, out = self._shown(index, t, along, out)
            if not math.isnan(along):
                places.append((index, along, out))
        return places

    def _shown(self, index: int, t: float, distance: float, out: float) -> tuple[float, float]:
        """Where somebody is drawn: as he runs, running out behind the line, or walking off; nan when gone."""
        end = self._ends[index]
        if end is None or t <= end:
            return distance, out
        past, home = t - end, distance >= self.race.distance
        took = end - start_of(self.race, self.race.entries[index])
        speed = self.race.distance / took if took > 0 else 0.0
        after = afterwards(past, home, speed * RUN_ON * 0.6, RUN_ON)
        if after is None:
            return math.nan, out
        return distance + after.metres, out + (min(past, 6.0) * 0.1 if home else after.aside)

    # The board

    def earlier(self, t: float) -> Mapping[int, int]:
        """The place each runner held a little earlier, for the board's change column."""
        if t <= CHANGE_OVER:
            return {}
        now = int(t / self.earlier_step) * self.earlier_step
        return self._earlier.get(now, lambda: self._places(now - CHANGE_OVER))

    def _places(self, t: float) -> dict[int, int]:
        standings = self.timeline.standings(max(t, 0.0), 60)
        return {standing.entry: standing.place for standing in standings if standing.place is not None}

    def board(self, state: RaceState, view: View, width: int, height: int) -> Shown:
        """The leaderboard."""
        return self._board(self.scene, state, view, (width, height))

    def board_room(self, view: View, height: int) -> int:
        """How many runners are on a board of so many rows that is not at its top."""
        return height - 2

    def on_board(self, state: RaceState, view: View, height: int) -> Board:
        """What a leaderboard of so many rows shows."""
        earlier = self.earlier(state.time)
        if view.listing == Listing():
            return board_of(self.race, state, earlier, view, height, self._room)
        t = stepped(state.time, view, self.list_beat)
        then, part = self.lists.part(t, view, self.board_room(view, height))
        return part_of(self.race, then, earlier, view, part)._replace(room=self._room)

    def _board(self, scene: Scene, state: RaceState, view: View, size: tuple[int, int]) -> Shown:
        board = self.on_board(state, view, size[1])
        if not self.many:
            board = self._overtakes.marked(board, new_leader(self.calls, state.time, view), state, view, self.beat)
        return Shown((board, scene.cast), lambda: board_rows(board, scene, *size, self._board_rows))

    # The scoreboard

    def scores(self, state: RaceState, room: Rect, view: View = View()) -> dict[int, tuple[Overlay, ...]]:  # noqa: B008
        """The scoreboard's texts by row of the stadium: with how the leader stands to the pace lights that are on."""
        near = self.chase(state) if view.light is None else None
        score = Score(
            self._banner(state, room.width),
            self._pace(state, view.light),
            chase=near.said(room.width - 2) if near is not None else "",
            inside=near is not None and near.inside,
            lit=self._bell is not None and flash(state.time - self._bell, view),
            gaps=view.bare or view.gap_in_metres or view.pinned is not None,
            alone=view.bare,
            drawn=drawn_by(self.timeline, state),
        )
        return scoreboard(self.scene, state, room, score)

    def hot(self, state: RaceState) -> str:
        """What the title says of the last lap while it is run; empty before and after."""
        running = bool(state.standings) and state.standings[0].status == "running"
        return "LAST LAP" if running and self._bell is not None and state.time >= self._bell else ""

    def roars(self, state: RaceState, view: View) -> bool | None:
        """Whether the crowd is on its feet, at the bell and at the winner's record; which half of it, in turn."""
        for begun in (self._bell, self.timeline.winner_time):
            if begun is not None and is_on(state.time - begun, view):
                band = self.band(state) if begun != self._bell else None
                return flash(state.time - begun, view) if begun == self._bell or (band and band.record) else None
        return None

    def chase(self, state: RaceState) -> Chase | None:
        """How the leader stands to a record that is near."""
        return self._chases.get(state.time, lambda: (chase(self.race, state),))[0]

    def band(self, state: RaceState) -> Band | None:
        """What the band across the picture says once somebody has won."""
        winner = state.standings[0] if state.standings else None
        result = self.race.entries[winner.entry].result if winner is not None else None
        if winner is None or winner.status != "finished" or winner.place != 1 or result is None:
            return None
        second = next((runner for runner in state.standings[1:2] if runner.status == "finished"), None)
        margins = margins_to(second, self.cast.names[second.entry]) if second is not None else ()
        who, record = self.race.entries[winner.entry], record_text(self.race, winner.entry)
        return Band(winner.entry, result.evidence.mark + result.text, record, margins, who.name, who.runs_for)

    def on_profile(self, state: RaceState, stadium: Stadium) -> dict[int, tuple[Overlay, ...]]:
        """The leader on the profile of a road course, by row of the stadium; nothing where there is none."""
        first = state.standings[0] if state.standings else None
        if stadium.profile is None or first is None or first.distance is None:
            return {}
        letter, chip = self.cast.tags[first.entry], self.cast.chips[first.entry]
        marks = mark(stadium.profile, state.leader_distance, letter, chip, self.look)
        return {y: (overlay,) for y, overlay in marks.items()}

    def _pace(self, state: RaceState, light: "PaceLight | None") -> tuple[str, ...]:
        """How the leader, or the winner, stands to the pace lights, in several lengths."""
        first = state.standings[0] if state.standings else None
        if light is None or first is None or first.distance is None or not state.time or not state.order_known:
            return ()
        from replay.race.pacelights import standing, told  # no lights are on in the first frame

        estimated = first.evidence is Evidence.ESTIMATED
        how = standing(light, state.time, first.distance, self.race.distance, first.result, estimated)
        return told(how, self.cast.names[first.entry])

    def _banner(self, state: RaceState, width: int) -> str:
        """The record that somebody other than the winner has just set; at the end the last of them."""
        winner = state.standings[0].entry if state.standings else None
        fallen = [
            call
            for call in self.calls
            if call.kind is CallKind.RECORD and call.time <= state.time and call.entries and call.entries[0] != winner
        ]
        if not fallen or (state.time - fallen[-1].time > _ANNOUNCED and state.time < self.timeline.over):
            return ""
        from replay.commentary.records import greatest_record  # no record falls in the first frame

        index = fallen[-1].entries[0]
        entry, name = self.race.entries[index], self.cast.names[index]
        record = greatest_record(entry.marks, entry.nation).upper()
        time = entry.result.text if entry.result is not None else ""
        texts = f"{name} {time} {record}", f"{name}: {record}", f"{self.cast.codes[index]} {record}"
        return next((text for text in texts if cell_width(text) <= width), texts[-1])

    # The strip

    def strip(self, state: RaceState, view: View, width: int, height: int) -> Shown:
        """The pack strip; of the chosen runner it says how sure it is."""
        pace = self._pace(state, view.light) if view.light is not None else ()
        strip = behind_of(self.timeline, state, view.light, pace, width, self._range(state, view.chosen))
        strip = strip._replace(wanted=view.wanted)
        return Shown(strip, lambda: strip_rows(strip, self.cast, self.look, width, height))

    def _range(self, state: RaceState, chosen: int | None) -> str:
        """How far off the estimate of the chosen runner may be; empty where nothing is estimated."""
        found = next((runner for runner in state.standings if runner.entry == chosen), None)
        if chosen is None or found is None or found.distance is None:
            return ""
        margin = self.race.entries[chosen].margin_at(found.distance, self.race.distance)
        if not margin or margin < 0.5:
            return ""
        sign = "+/-" if self.look.ascii else "±"
        return f"; {self.cast.names[chosen]} {sign}{margin:.0f} m, 9 times in 10"

    # The scrubber

    def scrub(self, state: RaceState, view: View) -> Scrub:
        """What the scrubber shows at a state; with spoilers the moments to come too."""
        timeline, distance = self.timeline, self.race.distance
        first = timeline.winner_time
        tail = timeline.over - first if first is not None else 0.0
        return Scrub(
            distance=distance,
            at=state.leader_distance,
            home=min((state.time - first) / tail, 1.0) if first is not None and tail > 0 else 1.0,
            marks=self.marks,
            moments=tuple(distance for time, distance in self.marked if view.spoilers or time <= state.time),
            bookmarks=self._bookmarked.get(view.bookmarked, lambda: self._led(view.bookmarked)),
            bell=self.timeline.track.bell if self._bell is not None else None,
        )


_MARKED = frozenset({CallKind.LEAD, CallKind.MOVE, CallKind.BREAK, CallKind.KICK, CallKind.RECORD, CallKind.DQ})
"""Moments that leave a mark on the scrubber once they have passed."""
