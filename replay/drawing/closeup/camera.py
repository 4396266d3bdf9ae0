"""Where the eye is when it goes with the race, and where everybody is when the race is behind them.

Both are pure functions of the time. The eye follows the leader, whoever that is, or a chosen runner. It moves along a
uniform cubic B-spline through their distances at whole seconds, which goes exactly with an even pace and turns every
jump (a pacemaker who led steps off) into a glide of about two seconds.
"""

import math
from typing import NamedTuple

from replay.state.afterwards import WALK, afterwards
from replay.state.spline import weights
from replay.state.timeline import Timeline

STEP = 1.0
"""Seconds between the spline's points."""
FIGHT = 4
"""Runners who are to be in one picture, if they are not too far apart."""
LEAD, FURTHEST = 0.72, 0.86
"""Where in the panel the leader is, as a share of its width from the left, and where he is at most."""
CHOSEN = 0.55
"""Where a chosen runner is."""
WIDEST, WIDER = 2.2, 3.4
"""How many times as much of the track may be seen as at the plan's scale, of a pack and of two who are far apart."""
_LOOKS_ON, _GOES_IN, _BEFORE = 1.0, 3.0, 0.01
"""Seconds after the first is home for which a shot still holds whom it held, in which it then goes in, and before the
first is home at which they are found."""
_WHOLE = 1.5
"""Metres behind a runner's place that are his too: he is seen whole, with his name."""


class Seen(NamedTuple):
    """How a runner is drawn."""

    metres: float
    """Along the track."""
    aside: float
    """Metres further out than placed; negative towards the infield."""
    speed: float
    """Metres a second."""
    seconds: float
    """For how long the runner has run, as the legs count it."""


def seen(timeline: Timeline, entry: int, t: float, distance: float, rest: float) -> Seen | None:
    """How somebody who has run `distance` metres at `t` is drawn: running, running out, walking off; None when gone.

    Args:
        timeline: The race.
        entry: The runner.
        t: Seconds from the gun.
        distance: Metres run; nan where not known.
        rest: Metres behind the finish line at which a finisher comes to rest.
    """
    end = timeline.motion.end(entry)
    if end is None or math.isnan(distance):
        return None
    if t <= end:
        return Seen(distance, 0.0, timeline.motion.speed_at(entry, t) or 0.0, max(t, 0.0))
    home = distance >= timeline.race.distance
    speed = timeline.motion.speed_at(entry, end) or 1.0
    after = afterwards(t - end, home, rest, rest / speed)
    if after is None:
        return None
    metres = distance + after.metres
    if not home:
        return Seen(metres, after.aside, WALK, t)
    return Seen(metres, after.aside, speed * after.slowed, end + after.metres / speed)


def framed(behind: float, metres: float) -> tuple[float, float]:
    """How a shot is taken that has the leader in it, and somebody `behind` metres behind him.

    The more is to be seen, the nearer is the leader to the right edge, and only then is the shot wider than it is of a
    pack: as through a long lens, which sees those who come towards it large and the track between them short.

    Args:
        behind: Metres.
        metres: Of the track that are in the shot at the plan's scale.

    Returns:
        Where the leader is, as a share of the width from the left, and how many times as much of the track is seen.
    """
    need = (behind + _WHOLE) / metres
    share = min(max(LEAD, need / WIDEST), FURTHEST)
    return share, max(need / share, 1.0)


def reaches(metres: float) -> tuple[float, float]:
    """Metres behind the leader of the last who is of a pack, and of a second who is in the shot with him alone."""
    return (WIDEST - 0.2) * LEAD * metres, WIDER * FURTHEST * metres - _WHOLE


def _runs(end: float | None, t: float) -> bool:
    """Whether somebody who is at the end of his way at a time, or nobody knows when, runs at another."""
    return end is not None and t < end


class Camera:
    """The point that the eye keeps in its place: the leader, or a chosen runner."""

    def __init__(self, timeline: Timeline, beyond: float) -> None:
        """Follow a race; `beyond` are metres past the finish line at which the eye comes to rest."""
        self._timeline = timeline
        self._beyond = beyond
        self._points: dict[tuple[int | None, int], float] = {}
        self._fights: dict[int, float] = {}
        self._needs: dict[tuple[int, int], float] = {}

    def spread(self, t: float, reach: float, far: float = 0.0) -> float:
        """Metres from the leader back to the last of the first four who are not cut off, smoothly; 0 when one is home.

        Args:
            t: Seconds from the gun.
            reach: Metres behind the leader from which on somebody is cut off.
            far: The same for the second, where the leader would otherwise be alone.
        """
        at = max(t, 0.0) / STEP
        k = int(at)
        return sum(w * self._fight(j, reach, far) for w, j in zip(weights(at - k), range(k - 1, k + 3), strict=True))

    def _fight(self, k: int, reach: float, far: float) -> float:
        found = self._fights.get(k)
        if found is None:
            found = self._fights[k] = max(self._spread_at(max(k * STEP, 0.0), reach, far), 0.0)
        return found

    def _spread_at(self, t: float, reach: float, far: float) -> float:
        home = self._timeline.winner_time
        if home is not None and t >= home:
            held = min(1.0 - (t - home - _LOOKS_ON) / _GOES_IN, 1.0)
            return held * self._spread_at(max(home - _BEFORE, 0.0), reach, far) if held > 0 else 0.0
        state = self._timeline.top(t, FIGHT)
        runs = [runner.distance for runner in state.standings[1:] if runner.status == "running"]
        behind = [state.leader_distance - run for run in runs if run is not None]
        near = [gap for gap in behind if 0 <= gap <= reach]  # a ghost may be before the leader
        return max(near) if near else min((gap for gap in behind if 0 <= gap <= far), default=0.0)

    def company(self, t: float, focus: int, metres: float) -> float:
        """How many times as much of the track is seen as at the plan's scale, so that somebody is with a chosen runner.

        Args:
            t: Seconds from the gun.
            focus: The chosen entry.
            metres: Of the track that are in the shot at the plan's scale.
        """
        at = max(t, 0.0) / STEP
        k = int(at)
        return sum(w * self._need(focus, j, metres) for w, j in zip(weights(at - k), range(k - 1, k + 3), strict=True))

    def _need(self, focus: int, k: int, metres: float) -> float:
        found = self._needs.get((focus, k))
        if found is None:
            found = self._needs[focus, k] = self._need_at(focus, max(k * STEP, 0.0), metres)
        return found

    def _need_at(self, focus: int, t: float, metres: float) -> float:
        motion = self._timeline.motion
        own, ends = motion.distance_at(focus, t), motion.ends()
        if own is None or own < (self._timeline.track.break_distance or 0.0) or not _runs(ends[focus], t):
            return 1.0
        others = [
            run - own
            for entry, run in enumerate(motion.distances_at(t))
            if entry != focus and _runs(ends[entry], t)  # nan, where it is not known, is near nobody
        ]
        behind = min((-gap for gap in others if gap <= 0), default=math.inf)
        ahead = min((gap for gap in others if gap > 0), default=math.inf)
        need = min((behind + _WHOLE) / CHOSEN, (ahead + _WHOLE) / (1 - CHOSEN)) / metres
        return max(need, 1.0) if need <= WIDER else 1.0

    def metres(self, t: float, focus: int | None) -> float:
        """Metres along the track of what is followed, smoothly."""
        at = max(t, 0.0) / STEP
        k = int(at)
        a, b, c, d = (self._point(focus, j) for j in range(k - 1, k + 3))
        w0, w1, w2, w3 = weights(at - k)
        return w0 * a + w1 * b + w2 * c + w3 * d

    def _point(self, focus: int | None, k: int) -> float:
        found = self._points.get((focus, k))
        if found is None:
            found = self._of_leader(k * STEP) if focus is None else self._of_runner(focus, k * STEP)
            self._points[focus, k] = found
        return found

    def _of_leader(self, t: float) -> float:
        if t <= 0:
            return 0.0
        home = self._timeline.winner_time
        if home is None or t <= home:
            return self._timeline.top(t, 1).leader_distance
        first = next(iter(self._timeline.top(home, 1).standings))
        return self._past(t - home, self._timeline.motion.speed_at(first.entry, home) or 1.0)

    def _of_runner(self, entry: int, t: float) -> float:
        if t <= 0:
            return 0.0
        distance = self._timeline.motion.distance_at(entry, t)
        if distance is None:
            return self._of_leader(t)
        end = self._timeline.motion.end(entry)
        if end is None or t <= end or distance < self._timeline.race.distance:
            return distance
        return self._past(t - end, self._timeline.motion.speed_at(entry, end) or 1.0)

    def _past(self, past: float, speed: float) -> float:
        return self._timeline.race.distance + self._beyond * (1 - math.exp(-past * speed / self._beyond))
