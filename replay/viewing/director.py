"""An automatic director: how fast to show a race at each of its seconds, and from where.

Fast where nothing happens, at 1x from a little before every move, on the last lap and at the finish, in slow motion
where two of the first three come home close together. All of it follows from the race time alone, so that pausing and
seeking change nothing. That it slows down is all it tells in advance, and it does so no more than `EARLY` seconds
ahead: the reason is given when it has happened.

A finish of which there is a photo is run at 1x as all others see it, and shown again slowly once the first three are
home: the picture is cut back to before the line, and after it to where the race was left.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from replay.commentary import Call, CallKind
from replay.drawing.view import REPLAY
from replay.race.race import Status, When, WhenKind
from replay.state.timeline import Timeline
from replay.viewing.photo import photo_of

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
BEFORE_LINE, BEHIND_LINE = 1.6, 0.4
"""Seconds before the first and after the second is home that are shown again."""
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


class Replay(NamedTuple):
    """A stretch that is shown again."""

    start: float
    end: float
    after: float
    """The second of the race at which it is shown, and from which the race then goes on."""


class Director:
    """The shots of a race."""

    def __init__(self, timeline: Timeline, calls: Sequence[Call], rates: Sequence[float]) -> None:
        """Look through a race and its commentary for what is worth seeing; `rates` are the speeds there are."""
        self._rates = rates
        self._fast = max(FAST, timeline.duration / QUIET)
        home, shot = _home(timeline), photo_of(timeline) is not None
        self.events = tuple(_events(timeline, calls, again=shot))
        self._over = min(home[-1] + RESULT, timeline.over) if home else math.inf
        self.replay = Replay(home[0] - BEFORE_LINE, home[1] + BEHIND_LINE, self._over) if shot else None
        """Of a close finish, if it was one."""

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


def _events(timeline: Timeline, calls: Sequence[Call], *, again: bool) -> Iterator[Event]:
    """What to slow down for; the finish of the first two not, where it is shown `again`."""
    yield Event(-SLOWER, 0.0, 8.0, 1.0, "the start")
    for call in calls:
        if call.kind in _REASONS:
            yield Event(call.time - EARLY, call.time, call.time + AFTER, 1.0, _REASONS[call.kind])
    yield _last_lap(timeline)
    yield from _finishes(timeline, again=again)


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


def _finishes(timeline: Timeline, *, again: bool) -> Iterator[Event]:
    """The first three coming home; slow motion from the first of two who are close to the second of them."""
    home = _home(timeline)
    for time in home:
        yield Event(time - EARLY, home[0], time + AFTER, 1.0, "the finish")
    for first, second in [*pairwise(home)][again:]:
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
        self._was = math.inf
        """The second of the race that was shown last."""
        self._again = False
        """Whether what is shown was shown before."""

    def begin(self, rate: float, camera: str, close: bool) -> None:
        """Direct from here on, from a speed and a camera."""
        self._camera = camera
        self.shot = Shot(rate, close, "")
        self._was, self._again = math.inf, False

    def end(self) -> str:
        """Direct no longer; where the camera was before."""
        self.shot = None
        return self._camera

    def next(
        self, timeline: Timeline, calls: Sequence[Call], rates: Sequence[float], t: float
    ) -> tuple[Shot, Shot, float]:
        """The shot before, the one for now, and the second of the race to show: `t`, or another after a cut."""
        assert self.shot is not None
        if self._director is None or self._script is not timeline:
            self._script = timeline
            self._director = Director(timeline, calls, rates)
        to = self._cut(self._director.replay, t)
        before, self._was = self.shot, to
        self.shot = Shot(SLOW, True, REPLAY) if self._again else self._director.at(to)
        return before, self.shot, to

    def _cut(self, replay: Replay | None, t: float) -> float:
        """Where the picture is cut to: once to what is shown again, and back."""
        if replay is None:
            return t
        if self._again and not replay.start <= t < replay.end:
            self._again = False
            return replay.after if t >= replay.end else t  # before it only who began anew can be
        if not self._again and self._was < replay.after <= t:
            self._again = True
            return replay.start
        return t
