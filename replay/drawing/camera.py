"""Where the eye is when it goes with the race, and where everybody is when the race is behind them.

Both are pure functions of the time. The eye follows the leader, whoever that is, or a chosen runner. It moves along a
uniform cubic B-spline through their distances at whole seconds, which goes exactly with an even pace and turns every
jump (a pacemaker who led steps off) into a glide of about two seconds.
"""

import math
from typing import NamedTuple

from replay.timeline import Timeline

STEP = 1.0
"""Seconds between the spline's points."""
OFF = 4.0
"""Seconds a runner who steps off is still seen, walking to the infield."""
WALK = 1.2
"""Metres a second of that walk."""


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
    past = t - end
    if distance < timeline.race.distance:
        return Seen(distance, -WALK * past, WALK, t) if past <= OFF else None
    speed = timeline.motion.speed_at(entry, end) or 1.0
    # Slowing in proportion to the speed is the one way to come to rest at a given place without a jerk at the line.
    slowed = math.exp(-past * speed / rest)
    return Seen(distance + rest * (1 - slowed), 0.0, speed * slowed, end + rest / speed * (1 - slowed))


class Camera:
    """The point that the eye keeps in its place: the leader, or a chosen runner."""

    def __init__(self, timeline: Timeline, beyond: float) -> None:
        """Follow a race; the eye comes to rest `beyond` metres past the finish line."""
        self._timeline = timeline
        self._beyond = beyond
        self._points: dict[tuple[int | None, int], float] = {}

    def metres(self, t: float, focus: int | None) -> float:
        """Metres along the track of what is followed, smoothly."""
        at = max(t, 0.0) / STEP
        k = int(at)
        u = at - k
        a, b, c, d = (self._point(focus, j) for j in range(k - 1, k + 3))
        w0, w3 = (1 - u) ** 3 / 6, u**3 / 6
        w1 = (3 * u**3 - 6 * u**2 + 4) / 6
        return w0 * a + w1 * b + (1 - w0 - w1 - w3) * c + w3 * d

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
