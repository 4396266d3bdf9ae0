"""The verbs with which a viewer goes through the race: playing, seeking, speeds.

One that cannot do anything says why: at the gun there is nothing before it, and the fastest speed has none above.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from replay.race.times import format_clock, format_rate
from replay.viewing import seeking
from replay.viewing.lister import Lister
from replay.viewing.playback import Playback
from replay.viewing.reading import Reading
from replay.viewing.verbs import verb
from replay.viewing.watching import Watching

_AT_ONCE = 1.0
"""Seconds of the viewer's time within which seeks belong together: a held key, a drag."""
_UNDONE = 50
"""Seeks that can be undone."""

FRAME = 1 / 30
"""Seconds between frames, when there is something to draw."""


class Steps(NamedTuple):
    """How far one seeks, in seconds."""

    usual: float = 5.0
    road: float = 30.0
    fine: float = 1.0


class Player:
    """What plays a race; the keys that seek go through a chart or the board, while one of them has them."""

    def __init__(self, viewer: Watching, board: Lister, charts: Reading) -> None:
        """Play what a viewer watches."""
        self._viewer, self._board, self._charts = viewer, board, charts
        self.moments: tuple[float, ...] = ()
        """The times that `[` and `]` go to, rising."""
        self.steps = Steps()
        self._sought: tuple[float, ...] = ()
        """Where one was before each seek, the last one last; seeks that follow one another at once are one."""
        self._sought_at = -math.inf
        """The viewer's second of the last seek."""

    def play(self) -> None:
        """Let time pass."""
        viewer = self._viewer
        viewer.playback = viewer.playback.played(viewer.clock())

    def pause(self) -> None:
        """Let no time pass."""
        viewer = self._viewer
        viewer.playback = viewer.playback.paused(viewer.clock())

    def stay(self, t: float) -> None:
        """Be at a second of the race, and go on as before: a clock ran on that nobody looked at."""
        viewer = self._viewer
        viewer.playback = viewer.playback.sought(t, viewer.clock())

    def go_to(self, t: float) -> None:
        """Go to a second of the race; it can be undone."""
        before = self._viewer.now
        self._move_to(t)
        self._left(before)

    def _left(self, before: float) -> None:
        """Remember where one was before a seek."""
        viewer = self._viewer
        clock = viewer.clock()
        if viewer.now != before and clock - self._sought_at > _AT_ONCE:
            self._sought = (*self._sought, before)[-_UNDONE:]
        self._sought_at = clock

    def _move_to(self, t: float) -> None:
        viewer = self._viewer
        viewer.view = viewer.view._replace(read_back=0)
        viewer.take_over()
        viewer.playback = viewer.playback.sought(t, viewer.clock())

    @verb
    def undo(self) -> None:
        """Where one was before the last seek."""
        viewer = self._viewer
        if not self._sought:
            viewer.say("no seek to undo")
            return
        *before, t = self._sought
        self._sought, self._sought_at = tuple(before), -math.inf
        self._move_to(t)
        viewer.say(f"back at {format_clock(t)}")

    def _go(self, t: float) -> None:
        """Go to a second of the race, or say that it is there."""
        before = self._viewer.now
        self.go_to(t)
        self._say_why_not(before)

    def _say_why_not(self, before: float) -> None:
        viewer = self._viewer
        if viewer.now == before:
            ends = {0.0: "at the gun already", viewer.playback.duration: "at the end already"}
            viewer.say(ends.get(before, "there already"))

    @verb
    def play_pause(self) -> None:
        """Pause, or go on; at the end, again from the gun."""
        viewer = self._viewer
        if viewer.playback.ended(viewer.clock()):
            self.restart()
        else:
            viewer.playback = viewer.playback.toggled(viewer.clock())

    @verb
    def restart(self) -> None:
        """From the gun again."""
        viewer = self._viewer
        before, clock = viewer.now, viewer.clock()
        viewer.view = viewer.view._replace(read_back=0)
        viewer.playback = viewer.playback.sought(0.0, clock).played(clock)
        self._left(before)

    @verb
    def seek(self, way: int) -> None:
        """Back or forward; a cursor on a chart by a mark."""
        viewer = self._viewer
        if viewer.view.reading and viewer.view.chart:
            self._charts.move_cursor(way)
            return
        road = viewer.stage.timeline.track.by_kilometres
        self._go(viewer.now + way * (self.steps.road if road else self.steps.usual))

    @verb
    def seek_fine(self, way: int) -> None:
        """Back or forward by a little; a cursor on a chart too."""
        viewer = self._viewer
        if viewer.view.reading and viewer.view.chart:
            self._charts.move_cursor(way, fine=True)
            return
        self._go(viewer.now + way * self.steps.fine)

    @verb
    def step(self, way: int) -> None:
        """One frame, paused."""
        self.pause()
        before = self._viewer.now
        self._move_to(before + way * FRAME)
        self._say_why_not(before)

    @verb
    def lap(self, way: int) -> None:
        """To where the leader begins the next lap, or began this one or the one before; a page through the board."""
        viewer = self._viewer
        if viewer.view.board_keys:
            self._board.page(way)
            return
        self._go(seeking.lap_from(viewer.stage.timeline, viewer.now, way))

    @verb
    def moment(self, way: int) -> None:
        """To the next moment, or the one before."""
        viewer = self._viewer
        times = sorted((*self.moments, *(bookmark.t for bookmark in viewer.bookmarks)))
        self._go(seeking.moment_from(times, viewer.now, way, viewer.playback.duration))

    @verb
    def tenth(self, number: int) -> None:
        """To a tenth of the distance."""
        self._go(seeking.tenth(self._viewer.stage.timeline, number))

    @verb
    def scrub(self, x: int, width: int) -> None:
        """To where a cell of a scrubber of so many cells stands."""
        self.go_to(seeking.scrubbed(self._viewer.stage.timeline, x, width))

    def point(self, x: int | None) -> bool:
        """Have it told what a cell of the scrubber stands for, or nothing; whether that changes anything."""
        viewer = self._viewer
        if viewer.view.pointed == x:
            return False
        viewer.view = viewer.view._replace(pointed=x)
        return True

    @verb
    def home(self) -> None:
        """To the gun, or to the first of the board."""
        if self._viewer.view.board_keys:
            self._board.scroll(-len(self._board.listed))
            return
        self._go(0.0)

    @verb
    def end(self) -> None:
        """To the end, or to the last of the board."""
        viewer = self._viewer
        if viewer.view.board_keys:
            self._board.scroll(len(self._board.listed))
            return
        self._go(viewer.playback.duration)

    def _run_at(self, change: Callable[[Playback, float], Playback]) -> None:
        """At another speed, or say that there is none beyond."""
        viewer = self._viewer
        viewer.take_over()
        before = viewer.playback.rate
        viewer.playback = change(viewer.playback, viewer.clock())
        if viewer.playback.rate == before:
            slowest, fastest = viewer.playback.rates[0], viewer.playback.rates[-1]
            ends = {slowest: "is the slowest", fastest: "is the fastest"}
            viewer.say(f"{format_rate(before)} {ends.get(before, 'already')}")

    @verb
    def rate(self, way: int) -> None:
        """Faster or slower by a step."""
        self._run_at(Playback.faster if way > 0 else Playback.slower)

    @verb
    def double(self, way: int) -> None:
        """Twice or half the speed."""
        rate = self._viewer.playback.rate * (2.0 if way > 0 else 0.5)
        self._run_at(lambda playback, now: playback.at_rate(rate, now))

    @verb
    def real_time(self) -> None:
        """Exactly 1x."""
        self._run_at(lambda playback, now: playback.at_rate(1.0, now))

    def at_rate(self, rate: float) -> None:
        """So many seconds of the race in one."""
        viewer = self._viewer
        viewer.take_over()
        viewer.playback = viewer.playback.at_rate(rate, viewer.clock())

    @verb
    def reach(self, metres: float) -> None:
        """To where the first comes to a distance."""
        self.go_to(seeking.reached(self._viewer.stage.timeline, metres) if metres > 0 else 0.0)
