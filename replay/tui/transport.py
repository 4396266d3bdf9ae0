"""The keys that move a replay: play and pause, seek, step, laps, moments, speed."""

from bisect import bisect_left, bisect_right

from replay.drawing.panels.scrubber import share_at
from replay.race.race import When, WhenKind
from replay.tui.directing import Directing

FRAME = 1 / 30
"""Seconds between frames, when there is something to draw."""

SEEK = 5.0
ROAD_SEEK = 30.0


class Transport(Directing):
    """The part of a replay screen that moves it through the race."""

    moments: tuple[float, ...] = ()
    """The times that `[` and `]` go to, rising."""
    read_back: int = 0
    """Rows by which the commentary is scrolled back."""

    @property
    def now(self) -> float:
        """The race time to show, in seconds from the gun."""
        return self.playback.time(self.clock())

    def show_rate(self) -> None:
        """Draw where the speed stands."""
        raise NotImplementedError

    def _seek(self, t: float) -> None:
        self.read_back = 0
        self.take_over()
        self.playback = self.playback.sought(t, self.clock())
        self.show_now()

    def action_play_pause(self) -> None:
        """Pause, or go on; at the end, again from the gun."""
        clock = self.clock()
        if self.playback.ended(clock):
            self.playback = self.playback.sought(0.0, clock)
            self.playback = self.playback.played(clock)
        else:
            self.playback = self.playback.toggled(clock)
        self.show_now()

    def action_seek(self, way: int) -> None:
        """Back or forward."""
        self._seek(self.now + way * (ROAD_SEEK if self.stage.road else SEEK))

    def action_seek_fine(self, way: int) -> None:
        """Back or forward by a second."""
        self._seek(self.now + way)

    def action_step(self, way: int) -> None:
        """One frame, paused."""
        self.playback = self.playback.paused(self.clock())
        self._seek(self.now + way * FRAME)

    def action_lap(self, way: int) -> None:
        """To where the leader begins the next lap, or began this one or the one before."""
        starts = [*self._lap_times(), self.playback.duration]
        now = self.now
        if way > 0:
            index = bisect_right(starts, now + 0.01)
            self._seek(starts[min(index, len(starts) - 1)])
        else:
            index = bisect_left(starts, now - 1.0) - 1
            self._seek(starts[max(index, 0)])

    def _reached(self, distance: float) -> float:
        return self.stage.timeline.time_of(When(WhenKind.DISTANCE, distance))

    def _lap_times(self) -> list[float]:
        timeline = self.stage.timeline
        times = [self._reached(distance) for distance in timeline.track.laps]
        if timeline.winner_time is not None:
            times.append(timeline.winner_time)
        return times

    def action_moment(self, way: int) -> None:
        """To the next moment, or the one before."""
        now = self.now
        if way > 0:
            index = bisect_right(self.moments, now + 0.05)
            self._seek(self.moments[index] if index < len(self.moments) else self.playback.duration)
        else:
            index = bisect_left(self.moments, now - 1.0) - 1
            self._seek(self.moments[index] if index >= 0 else 0.0)

    def action_tenth(self, tenth: int) -> None:
        """To a tenth of the distance."""
        self._seek(self._reached(self.stage.race.distance * tenth / 10) if tenth else 0.0)

    def action_home(self) -> None:
        """To the gun."""
        self._seek(0.0)

    def action_end(self) -> None:
        """To the end."""
        self._seek(self.playback.duration)

    def action_rate(self, way: int) -> None:
        """Faster or slower by a step."""
        clock = self.clock()
        self.take_over()
        self.playback = self.playback.faster(clock) if way > 0 else self.playback.slower(clock)
        self.show_rate()

    def action_double(self, way: int) -> None:
        """Twice or half the speed."""
        self.take_over()
        self.playback = self.playback.at_rate(self.playback.rate * (2.0 if way > 0 else 0.5), self.clock())
        self.show_rate()

    def action_real_time(self) -> None:
        """Exactly 1x."""
        self.take_over()
        self.playback = self.playback.at_rate(1.0, self.clock())
        self.show_rate()

    def action_restart(self) -> None:
        """From the gun again."""
        clock = self.clock()
        self.playback = self.playback.sought(0.0, clock).played(clock)
        self.show_now()

    def went_to(self, t: float | None) -> None:
        """Go to a time that was asked for, if one was given."""
        if t is not None:
            self._seek(t)

    def scrub_to(self, x: int, width: int) -> None:
        """Where a cell of a scrubber of so many cells stands."""
        share, home = share_at(x, width)
        timeline = self.stage.timeline
        t = self._reached(self.stage.race.distance * share) if share else 0.0
        if home and timeline.winner_time is not None:
            t = timeline.winner_time + home * (timeline.duration - timeline.winner_time)
        self._seek(t)
