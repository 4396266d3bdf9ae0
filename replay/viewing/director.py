"""An automatic director: how fast to show a race at each of its seconds, and from where.

Fast where nothing happens, at 1x from a little before every move, on the last lap and at the finish, in slow motion
where two of the first three come home close together. All of it follows from the race time alone, so that pausing and
seeking change nothing. That it slows down is all it tells in advance, and it does so no more than `EARLY` seconds
ahead: the reason is given when it has happened.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from replay.commentary import Call, CallKind
from replay.race.race import Status, When, WhenKind
from replay.state.timeline import Timeline

EARLY = 2.0
"""Seconds of the race before something happens at which slowing down begins."""
AFTER = 5.0
"""Seconds that what has happened is followed."""
LINGER = 6.0
"""Seconds after that before the view goes back to the whole stadium: it does not go to and fro between two moves."""
SLOWER = 1.5
"""Seconds of the race in which it slows down, and in which it speeds up again, which is twice as long."""
CLOSE = 0.5
"""Seconds between two of the first three that make a close finish."""
FAST = 8.0
SLOW = 0.25
QUIET = 120.0
"""Wall-clock seconds that a long race without any event would take; shorter races go at `FAST`."""
RESULT = 3.0
"""Seconds after the third is home from which the whole stadium is seen, with the result on its scoreboard."""
RUN_IN = 400.0
"""Metres of a road race that count as its last lap."""

_REASONS = {
    CallKind.LEAD: "a new leader",
    CallKind.MOVE: "a move",
    CallKind.BREAK: "a break",
    CallKind.KICK: "a kick",
}


@dataclass(frozen=True, slots=True)
class Shot:
    """How the race is shown at one time."""

    rate: float
    """Race seconds for each second of the clock."""
    close: bool
    """Close up with the leaders, or else the whole stadium."""
    reason: str
    """In a few words; nothing in it is to come."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something to slow down for: from `start` to `end`, at `rate`; `reason` may be said from `since` on."""

    start: float
    since: float
    end: float
    rate: float
    reason: str

    def pull(self, t: float) -> float:
        """How far it has slowed things down at `t`: from 0, not at all, to 1."""
        return min(max((t - self.start) / SLOWER, 0.0), max(1 - max(t - self.end, 0.0) / (2 * SLOWER), 0.0), 1.0)


class Director:
    """The shots of a race."""

    def __init__(self, timeline: Timeline, calls: Sequence[Call], rates: Sequence[float]) -> None:
        """Look through a race and its commentary for what is worth seeing; `rates` are the speeds there are."""
        self._rates = rates
        self._fast = max(FAST, timeline.duration / QUIET)
        self.events = tuple(_events(timeline, calls))
        home = _home(timeline)
        self._over = min(home[-1] + RESULT, timeline.duration) if home else math.inf

    def at(self, t: float) -> Shot:
        """How to show the race at `t` seconds from the gun."""
        now = [event for event in self.events if event.start <= t <= event.end]
        pulled = min(event.pull(t) * math.log(event.rate / self._fast) for event in self.events)
        wanted = math.log(self._fast) + pulled
        rate = min(self._rates, key=lambda rate: abs(math.log(rate) - wanted))
        if t >= self._over:
            return Shot(rate, False, "the result")
        close = any(event.start <= t <= event.end + LINGER for event in self.events)
        said = [event for event in now if event.since <= t]
        if said:
            reason = max(said, key=lambda event: (event.since, -event.rate)).reason
        else:
            reason = "slowing down" if now else "fast forward"
        return Shot(rate, close, reason)


def _events(timeline: Timeline, calls: Sequence[Call]) -> Iterator[Event]:
    yield Event(-SLOWER, 0.0, 8.0, 1.0, "the start")
    for call in calls:
        if call.kind in _REASONS:
            yield Event(call.time - EARLY, call.time, call.time + AFTER, 1.0, _REASONS[call.kind])
    yield _last_lap(timeline)
    yield from _finishes(timeline)


def _last_lap(timeline: Timeline) -> Event:
    race, bell = timeline.race, timeline.track.bell
    home = timeline.winner_time if timeline.winner_time is not None else timeline.duration
    if bell is not None:
        start, reason = bell, "last lap"
    elif timeline.track.by_kilometres:
        start, reason = max(race.distance - RUN_IN, 0.0), "the run-in"
    else:
        start, reason = 0.0, "the race"
    since = timeline.time_of(When(WhenKind.DISTANCE, start)) if start else 0.0
    return Event(since - EARLY, since, home, 1.0, reason)


def _finishes(timeline: Timeline) -> Iterator[Event]:
    """The first three coming home; slow motion from the first of two who are close to the second of them."""
    home = _home(timeline)
    for time in home:
        yield Event(time - EARLY, home[0], time + AFTER, 1.0, "the finish")
    for first, second in pairwise(home):
        if second - first <= CLOSE:
            yield Event(first - EARLY, second, second + 0.3, SLOW, "a close finish")


def _home(timeline: Timeline) -> list[float]:
    """When the first three come home, in seconds, rising."""
    return sorted(
        entry.result.seconds
        for entry in timeline.race.entries
        if entry.competes and entry.status is Status.FINISHED and entry.result is not None
    )[:3]


class Directing:
    """A director, on or off: in hand are speed and camera until somebody takes over."""

    def __init__(self) -> None:
        """Off."""
        self.shot: Shot | None = None
        """How the present is shown; None while nobody directs."""
        self._director: Director | None = None
        self._script: Timeline | None = None
        """What the director was made for: a race may turn out to be known better."""
        self._camera = ""

    def begin(self, rate: float, camera: str, close: bool) -> None:
        """Direct from here on, from a speed and a camera."""
        self._camera = camera
        self.shot = Shot(rate, close, "")

    def end(self) -> str:
        """Direct no longer; where the camera was before."""
        self.shot = None
        return self._camera

    def next(self, timeline: Timeline, calls: Sequence[Call], rates: Sequence[float], t: float) -> tuple[Shot, Shot]:
        """The shot before, and the one for `t` seconds of the race."""
        assert self.shot is not None
        if self._director is None or self._script is not timeline:
            self._script = timeline
            self._director = Director(timeline, calls, rates)
        before, self.shot = self.shot, self._director.at(t)
        return before, self.shot
