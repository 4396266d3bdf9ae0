"""The verbs with which a viewer goes through the race: playing, seeking, speeds.

One that cannot do anything says why: at the gun there is nothing before it, and the fastest speed has none above.
"""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from replay.race.times import format_clock, format_rate
from replay.viewing import seeking
from replay.viewing.playback import Playback
from replay.viewing.reading import Reading
from replay.viewing.verbs import verb

if TYPE_CHECKING:
    from replay.files.bookmarks import Bookmark

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


class Player(Reading):
    """Somebody who plays a race."""

    clock: Callable[[], float]
    """Gives seconds."""
    playback: Playback
    moments: tuple[float, ...] = ()
    """The times that `[` and `]` go to, rising."""
    steps: Steps = Steps()
    sought: tuple[float, ...] = ()
    """Where one was before each seek, the last one last; seeks that follow one another at once are one."""
    _sought_at = -math.inf
    """The viewer's second of the last seek."""

    @property
    def bookmarks(self) -> "tuple[Bookmark, ...]":
        """The bookmarks of the race."""
        raise NotImplementedError

    def take_over(self) -> None:
        """Without a director from here on."""
        raise NotImplementedError

    def play(self) -> None:
        """Let time pass."""
        self.playback = self.playback.played(self.clock())

    def pause(self) -> None:
        """Let no time pass."""
        self.playback = self.playback.paused(self.clock())

    def stay(self, t: float) -> None:
        """Be at a second of the race, and go on as before: a clock ran on that nobody looked at."""
        self.playback = self.playback.sought(t, self.clock())

    def go_to(self, t: float) -> None:
        """Go to a second of the race; it can be undone."""
        before = self.now
        self._move_to(t)
        self._left(before)

    def _left(self, before: float) -> None:
        """Remember where one was before a seek."""
        clock = self.clock()
        if self.now != before and clock - self._sought_at > _AT_ONCE:
            self.sought = (*self.sought, before)[-_UNDONE:]
        self._sought_at = clock

    def _move_to(self, t: float) -> None:
        self.view = self.view._replace(read_back=0)
        self.take_over()
        self.playback = self.playback.sought(t, self.clock())

    @verb
    def undo(self) -> None:
        """Where one was before the last seek."""
        if not self.sought:
            self.say("no seek to undo")
            return
        *before, t = self.sought
        self.sought, self._sought_at = tuple(before), -math.inf
        self._move_to(t)
        self.say(f"back at {format_clock(t)}")

    def _go(self, t: float) -> None:
        """Go to a second of the race, or say that it is there."""
        before = self.now
        self.go_to(t)
        self._say_why_not(before)

    def _say_why_not(self, before: float) -> None:
        if self.now == before:
            ends = {0.0: "at the gun already", self.playback.duration: "at the end already"}
            self.say(ends.get(before, "there already"))

    @verb
    def play_pause(self) -> None:
        """Pause, or go on; at the end, again from the gun."""
        if self.playback.ended(self.clock()):
            self.restart()
        else:
            self.playback = self.playback.toggled(self.clock())

    @verb
    def restart(self) -> None:
        """From the gun again."""
        before, clock = self.now, self.clock()
        self.playback = self.playback.sought(0.0, clock).played(clock)
        self._left(before)

    @verb
    def seek(self, way: int) -> None:
        """Back or forward; a cursor on a chart by a mark."""
        if self.view.reading and self.view.chart:
            self.move_cursor(way)
            return
        road = self.stage.timeline.track.by_kilometres
        self._go(self.now + way * (self.steps.road if road else self.steps.usual))

    @verb
    def seek_fine(self, way: int) -> None:
        """Back or forward by a little; a cursor on a chart too."""
        if self.view.reading and self.view.chart:
            self.move_cursor(way, fine=True)
            return
        self._go(self.now + way * self.steps.fine)

    @verb
    def step(self, way: int) -> None:
        """One frame, paused."""
        self.pause()
        before = self.now
        self._move_to(before + way * FRAME)
        self._say_why_not(before)

    @verb
    def lap(self, way: int) -> None:
        """To where the leader begins the next lap, or began this one or the one before; a page through the board."""
        if self.view.board_keys:
            self.page(way)
            return
        self._go(seeking.lap_from(self.stage.timeline, self.now, way))

    @verb
    def moment(self, way: int) -> None:
        """To the next moment, or the one before."""
        times = sorted((*self.moments, *(bookmark.t for bookmark in self.bookmarks)))
        self._go(seeking.moment_from(times, self.now, way, self.playback.duration))

    @verb
    def tenth(self, number: int) -> None:
        """To a tenth of the distance."""
        self._go(seeking.tenth(self.stage.timeline, number))

    @verb
    def scrub(self, x: int, width: int) -> None:
        """To where a cell of a scrubber of so many cells stands."""
        self.go_to(seeking.scrubbed(self.stage.timeline, x, width))

    def point(self, x: int | None) -> bool:
        """Have it told what a cell of the scrubber stands for, or nothing; whether that changes anything."""
        if self.view.pointed == x:
            return False
        self.view = self.view._replace(pointed=x)
        return True

    @verb
    def home(self) -> None:
        """To the gun, or to the first of the board."""
        if self.view.board_keys:
            self.scroll(-len(self.listed))
            return
        self._go(0.0)

    @verb
    def end(self) -> None:
        """To the end, or to the last of the board."""
        if self.view.board_keys:
            self.scroll(len(self.listed))
            return
        self._go(self.playback.duration)

    def _run_at(self, change: Callable[[Playback, float], Playback]) -> None:
        """At another speed, or say that there is none beyond."""
        self.take_over()
        before = self.playback.rate
        self.playback = change(self.playback, self.clock())
        if self.playback.rate == before:
            slowest, fastest = self.playback.rates[0], self.playback.rates[-1]
            ends = {slowest: "is the slowest", fastest: "is the fastest"}
            self.say(f"{format_rate(before)} {ends.get(before, 'already')}")

    @verb
    def rate(self, way: int) -> None:
        """Faster or slower by a step."""
        self._run_at(Playback.faster if way > 0 else Playback.slower)

    @verb
    def double(self, way: int) -> None:
        """Twice or half the speed."""
        rate = self.playback.rate * (2.0 if way > 0 else 0.5)
        self._run_at(lambda playback, now: playback.at_rate(rate, now))

    @verb
    def real_time(self) -> None:
        """Exactly 1x."""
        self._run_at(lambda playback, now: playback.at_rate(1.0, now))

    def at_rate(self, rate: float) -> None:
        """So many seconds of the race in one."""
        self.take_over()
        self.playback = self.playback.at_rate(rate, self.clock())
