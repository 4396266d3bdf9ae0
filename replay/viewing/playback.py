"""Wall-clock seconds to race time: a value with verbs.

A `Playback` remembers one instant at which wall clock and race time are known together, and the rate between them. Race
time is worked out from the clock each time it is asked for and never added up from frames, so that a slow machine drops
frames but never time: at 1x a race of 3:42.66 takes 3:42.66.
"""

import math
from dataclasses import dataclass, replace

from replay.drawing.view import View
from replay.race.times import format_rate

RATES = (0.125, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0, 48.0, 64.0)
"""The speeds that `+` and `-` step through."""

ROAD_RATES = (*RATES, 100.0, 150.0, 200.0, 300.0, 450.0, 600.0)
"""Those of a road race, which takes hours."""

SEEN = 3.0
"""Seconds of the clock for which a winner is seen on the line, though nobody else is to come."""

FIRST_RATE = 0.125
LAST_RATE = 64.0
LAST_ROAD_RATE = 600.0


@dataclass(frozen=True, slots=True)
class Playback:
    """Where a replay is and how it moves; every verb returns a new one."""

    duration: float
    """Seconds from the gun to the end of the race; the race time never leaves 0 to this."""
    rate: float = 1.0
    """Race seconds for each second of the clock."""
    playing: bool = False
    rates: tuple[float, ...] = RATES
    won: float = -math.inf
    """Race seconds at which somebody has won: while it plays, it is over no sooner than `SEEN` after that."""
    _time: float = 0.0
    _now: float = 0.0

    def time(self, now: float) -> float:
        """Race time when the clock shows `now`, in seconds."""
        if not self.playing:
            return self._time
        return min(max(self._time + (now - self._now) * self.rate, 0.0), self.duration)

    def ended(self, now: float) -> bool:
        """Whether the race is over at `now`: who stops it at the end, or goes there, is at its end at once."""
        if not self.playing:
            return self._time >= self.duration
        run = self._time + (now - self._now) * self.rate
        return run >= self.duration and run >= self.won + SEEN * self.rate

    def played(self, now: float) -> "Playback":
        """Running from where it is."""
        return replace(self, playing=True, _time=self.time(now), _now=now)

    def paused(self, now: float) -> "Playback":
        """Standing where it is."""
        return replace(self, playing=False, _time=self.time(now), _now=now)

    def toggled(self, now: float) -> "Playback":
        """Paused if it runs, running if it stands."""
        return self.paused(now) if self.playing else self.played(now)

    def sought(self, time: float, now: float) -> "Playback":
        """At another time of the race, running or standing as before."""
        return replace(self, _time=min(max(time, 0.0), self.duration), _now=now)

    def at_rate(self, rate: float, now: float) -> "Playback":
        """At another speed, kept within the speeds there are."""
        rate = min(max(rate, self.rates[0]), self.rates[-1])
        return replace(self, rate=rate, _time=self.time(now), _now=now)

    def faster(self, now: float) -> "Playback":
        """At the next speed up."""
        return self.at_rate(next((rate for rate in self.rates if rate > self.rate), self.rates[-1]), now)

    def slower(self, now: float) -> "Playback":
        """At the next speed down."""
        return self.at_rate(next((rate for rate in reversed(self.rates) if rate < self.rate), self.rates[0]), now)


IN_ALL = 120.0
"""Seconds in which a road race is shown, about."""
_SOON_OVER = 600.0
"""Seconds that nobody minds to watch in real time."""


def usual_rate(seconds: float, road: bool) -> float:
    """The speed of a race of so many seconds for which none was asked: a road race is over in about two minutes."""
    if not road or seconds < _SOON_OVER:
        return 1.0
    return min(ROAD_RATES, key=lambda rate: abs(math.log(rate * IN_ALL / seconds)))


def speed_words(playback: Playback) -> str:
    """How a race will be shown, where that is not in real time."""
    if playback.rate == 1.0:
        return ""
    takes = playback.duration / playback.rate
    about = f"about {takes / 60:.0f} minutes" if takes >= 90 else f"about {takes:.0f} seconds"
    return f"Shown at {format_rate(playback.rate)}, in {about}; Backspace goes to real time."


def parse_rate(text: str, road: bool = False) -> float:
    """Read a speed such as `4`, `4x`, `0.5` or `1/8`.

    Raises:
        ValueError: It is no number, or outside 1/8 to 64 (600 on roads).
    """
    last = LAST_ROAD_RATE if road else LAST_RATE
    way_out = f"{text!r} is not a speed: give 1/8 to {last:g}, such as 0.5, 4 or 1/8"
    try:
        above, _, below = text.strip().lower().removesuffix("x").partition("/")
        rate = float(above) / float(below or 1)
    except (ValueError, ZeroDivisionError):
        raise ValueError(way_out) from None
    if not FIRST_RATE <= rate <= last:
        raise ValueError(way_out)
    return rate


def stepped(t: float, view: View, beat: float) -> float:
    """The time that is told: while time passes a full step of so many seconds of wall clock, else now."""
    if not view.playing:
        return t
    step = beat * view.eye.rate
    return max(math.floor(t / step + 1e-6) * step, 0.0)
