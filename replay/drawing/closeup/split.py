"""A split screen: the leaders large above, the chase below, when one shot cannot hold both.

Whether the screen is split follows from the seconds just gone, so that it is the same however one came there, and does
not go to and fro between two strides.
"""

import math
from collections.abc import Collection
from itertools import islice
from typing import NamedTuple

from replay.cells.ink import Row, Run
from replay.cells.rows import fill, row_width, spread
from replay.drawing.closeup.camera import FIGHT, LEAD, STEP, Camera
from replay.drawing.closeup.follow import LINE, FollowView
from replay.drawing.closeup.ground import Light
from replay.drawing.view import Eye
from replay.race.race import Evidence
from replay.state.timeline import RaceState, RunnerState, Timeline

LEAST = 130, 30
"""Columns and rows of a panel that has room for two shots."""
LONE = 70, 22
"""And of one that has room for them where the upper would have but one man on bare track."""
UPPER = 0.6
"""The leaders' part of the rows."""
SEEN = 12
"""The first of the race, among whom a gap is looked for."""
HELD = 4
"""Seconds that a gap is looked back on: it counts if it was too wide in half of them at least."""
RUN_IN = 60.0
"""Metres before the finish from which all rows are the leaders'."""


class Gap(NamedTuple):
    """A gap that one shot does not hold."""

    before: RunnerState
    """The last of those in front of it."""
    after: RunnerState
    """The first behind it."""
    metres: float
    """Between those two."""
    leader_distance: float


class Chase(Camera):
    """The eye on those whom the leaders' shot does not hold: it goes with the first of them."""

    def __init__(self, timeline: Timeline, beyond: float, reach: float, most: int = FIGHT) -> None:
        """Look for the chase behind `most` at most, `reach` metres behind the leader; for `beyond` see `Camera`."""
        super().__init__(timeline, beyond)
        self._reach, self._most = reach, most
        self._far: dict[int, float] = {}

    def gap(self, t: float) -> Gap | None:
        """The gap at `t` seconds behind fewer than the four who are to be in one picture; None where there is none."""
        state = self._timeline.top(t, SEEN)
        track = self._timeline.track
        lanes_end = track.break_distance or 0.0
        if not (state.order_known and state.leader_distance > lanes_end):
            return None
        if state.standings and state.standings[0].status == "finished":
            return None
        first: RunnerState | None = None
        competing = (runner for runner in state.standings if self._timeline.race.entries[runner.entry].competes)
        for runner in islice(competing, self._most + 1):  # a ghost or a guest chases nobody
            if runner.status != "running" or runner.distance is None:
                return None
            if first is not None and state.leader_distance - runner.distance > self._reach:
                return Gap(first, runner, (first.distance or 0.0) - runner.distance, state.leader_distance)
            first = runner
        return None

    def on(self, t: float) -> bool:
        """Whether the chase is to be seen by itself."""
        k = math.floor(max(t, 0.0) / STEP)
        past = [self._off(j) for j in range(k - HELD + 1, k + 1)]
        return (
            sum(metres > 0 for metres in past) * 2 >= HELD
            and past[-1] > 0
            and self._timeline.race.distance - past[-1] > RUN_IN
        )

    def _off(self, k: int) -> float:
        """The leader's metres at a whole second, if there is a gap then; else 0."""
        found = self._far.get(k)
        if found is None:
            gap = self.gap(k * STEP) if k >= 0 else None
            found = self._far[k] = gap.leader_distance if gap is not None else 0.0
        return found

    def _of_leader(self, t: float) -> float:
        gap = self.gap(t) if t > 0 else None
        return (gap.after.distance or 0.0) if gap is not None else super()._of_leader(t)

    def _spread_at(self, t: float, reach: float, far: float) -> float:
        gap = self.gap(t)
        if gap is None:
            return super()._spread_at(t, reach, far)
        first = gap.after.distance or 0.0
        runs = [runner.distance for runner in self._timeline.top(t, SEEN).standings if runner.status == "running"]
        backs = sorted(first - run for run in runs if run is not None and run <= first)[:FIGHT]
        return max((back for back in backs if back <= reach), default=0.0)


class _Pursuit(FollowView):
    """The lower shot, whose eye is on the chase."""

    def _heading(self, told: RaceState, _known: Collection[int]) -> Row:
        """How many metres the chase is behind, and who leads it; the seconds are in the leaderboard."""
        look, cast, width = self.look, self.cast, self.plan.width
        left: list[Run] = [(" THE CHASE ", look.accent)]
        gap = self.leaders.gap(told.time) if isinstance(self.leaders, Chase) else None
        if gap is None:
            return fill(left, width, look.panel)
        about = "~" if Evidence.ESTIMATED in (gap.before.evidence, gap.after.evidence) else ""
        left += [(f" {about}{gap.metres:.0f} m", look.strong), (" behind ", look.panel)]
        left += [(cast.codes[gap.before.entry], cast.chips[gap.before.entry])]
        right: list[Run] = [
            ("led by ", look.muted),
            (cast.codes[gap.after.entry], cast.chips[gap.after.entry]),
            (f" {cast.names[gap.after.entry]} ", look.strong),
        ]
        if row_width(left) + row_width(right) + 1 > width:
            return fill(left, width, look.panel)
        return spread(left, right, width, look.panel)


class SplitView:
    """Two shots of a race in the room of one."""

    def __init__(self, whole: FollowView, most: int = FIGHT) -> None:
        """Share the panel of a shot that may not hold everybody: `most` of them at most in the upper."""
        width, height = whole.plan.width, whole.plan.height
        parts = whole.timeline, whole.placing, whole.cast, whole.look
        self.first = round(height * UPPER)
        """The first row of the lower shot."""
        self.above = FollowView(*parts, width, self.first)
        self.above.reach, self.above.far = min(self.above.reach, whole.reach), 0.0
        self.below = _Pursuit(*parts, width, height - self.first)
        self.below.leaders = self._chase = Chase(
            whole.timeline, (LEAD - LINE) * self.below.plan.metres, whole.reach, most
        )

    def on(self, t: float, eye: Eye) -> bool:
        """Whether it is to be seen: not with a chosen runner, nor on the way to or from one."""
        return eye.focus is None and eye.come >= 1 and self._chase.on(t)

    def rows(
        self, t: float, eye: Eye, light: Light | None, named: bool, trail: float, told: RaceState | None = None
    ) -> list[Row]:
        """Both shots at `t` seconds; see `FollowView.rows`."""
        above = self.above.rows(t, eye, light, named, trail, told)
        return above + self.below.rows(t, eye, light, named, trail)

    def part(self, row: int) -> tuple[FollowView, int]:
        """The shot that a row is in, and its row there."""
        return (self.above, row) if row < self.first else (self.below, row - self.first)


def split_of(whole: FollowView) -> SplitView | None:
    """The split screen in the room of a shot; None where that is too small for two."""
    size = whole.plan.width, whole.plan.height
    if whole.timeline.track.swum or size[0] < LONE[0] or size[1] < LONE[1]:
        return None
    return SplitView(whole, FIGHT if size[0] >= LEAST[0] and size[1] >= LEAST[1] else 1)
