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
_STAYS = 0.25
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


def staying_back(gap: float, sight: float) -> float:
    """Metres by which the eye stays behind the leader so that the second is in sight, `gap` metres behind.

    At most `_STAYS` of what is seen behind the leader; when the second is further off than that the eye goes on to the
    leader again, over as many metres of the gap.
    """
    most = sight * _STAYS
    wanted = gap + _WHOLE - sight
    return max(min(wanted, 2 * most - wanted), 0.0) if most < math.inf else 0.0


class Camera:
    """The point that the eye keeps in its place: the leader, or a chosen runner."""

    def __init__(self, timeline: Timeline, beyond: float, sight: float = math.inf) -> None:
        """Follow a race.

        Args:
            timeline: The race.
            beyond: Metres past the finish line at which the eye comes to rest.
            sight: Metres that are seen behind what is followed. Where the second would be just out of sight, the eye
                stays back with him a little.
        """
        self._timeline = timeline
        self._beyond = beyond
        self._sight = sight
        self._points: dict[tuple[int | None, int], float] = {}
        self._fights: dict[int, float] = {}

    def spread(self, t: float, reach: float) -> float:
        """Metres from the leader back to the last of the first four who are not cut off, smoothly; 0 once one is home.

        Args:
            t: Seconds from the gun.
            reach: Metres behind the leader from which on somebody is cut off.
        """
        at = max(t, 0.0) / STEP
        k = int(at)
        return sum(w * self._fight(j, reach) for w, j in zip(weights(at - k), range(k - 1, k + 3), strict=True))

    def _fight(self, k: int, reach: float) -> float:
        found = self._fights.get(k)
        if found is None:
            found = self._fights[k] = max(self._spread_at(max(k * STEP, 0.0), reach), 0.0)
        return found

    def _spread_at(self, t: float, reach: float) -> float:
        state = self._timeline.top(t, FIGHT)
        if state.standings and state.standings[0].status == "finished":
            return 0.0
        runs = [runner.distance for runner in state.standings if runner.status == "running"]
        behind = (state.leader_distance - run for run in runs if run is not None)
        return max((gap for gap in behind if gap <= reach), default=0.0)

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
            state = self._timeline.top(t, 2)
            behind = [
                runner.distance
                for runner in state.standings[1:]
                if runner.status == "running" and runner.distance is not None
            ]
            gap = state.leader_distance - max(behind, default=state.leader_distance)
            return state.leader_distance - staying_back(gap, self._sight)
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
