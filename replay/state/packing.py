"""How far out everybody runs.

Splits say how far along a runner is and nothing about sideways, so runners are placed as races are run: on the inside,
moving out only to pass or because somebody is alongside. Who comes from behind goes round the outside, stays there
while he passes, and moves in when he is clear; a runner in a file keeps to the gap that is nearest.

Which side of each other two runners pass depends on who came from behind, so it cannot be read off one instant. The
race is therefore packed once, in steps, as far as it is asked for; how far out somebody is at a time is then read from
a smooth curve (a uniform cubic B-spline) through those steps. The same race always packs the same way, and any instant
can be asked for in any order.
"""

import math
import time
from collections.abc import Sequence

from replay.cells.memo import Kept
from replay.state.spline import weights
from replay.state.timeline import Timeline

ABREAST = 0.9
"""Metres sideways from one runner to the next."""
RANGE = 1.6
"""Metres along the track within which runners keep clear of each other: 1 m, and some to move over in."""
STEP = 0.5
"""Seconds from one packing to the next, longer in races that would take more than `STEPS` of them."""
STEPS = 1200
PACKED = 60
"""Runners up to whom a race is packed; in a larger field, where somebody is always alongside, each keeps to a line."""
CUT_IN = 0.7
"""Metres a second sideways to move in: from the outside of the start line to the kerb in about 100 m."""
GO_OUT = 1.8
"""Metres a second sideways to make way."""
_GOLDEN = (math.sqrt(5) - 1) / 2


class Placing:
    """How far out everybody runs, for each instant of a race."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._track = timeline.track
        self._count = len(timeline.race.entries)
        self._width = self._track.lanes * self._track.lane_width - 0.5
        self._lanes = self._lanes_of()
        self._step = max(STEP, timeline.duration / STEPS)
        self._table: list[list[float]] = []
        self._outs: Kept[list[float]] = Kept()
        self._run: Kept[tuple[Sequence[float], Sequence[float]]] = Kept()

    def _lanes_of(self) -> list[int]:
        """The lane of every entry: its own, or the lowest that nobody has, in order of bib and name."""
        entries = self._timeline.race.entries
        own = {entry.lane for entry in entries if entry.lane}
        free = (lane for lane in range(1, 2 * self._count + 2) if lane not in own)
        lanes = [entry.lane or 0 for entry in entries]
        for i in sorted(range(self._count), key=lambda i: self._timeline.ties[i]):
            lanes[i] = lanes[i] or next(free)
        return lanes

    def run_at(self, t: float) -> tuple[Sequence[float], Sequence[float]]:
        """The metres that everybody has run at `t` seconds, and those along lane 1; see `alongs`."""
        return self._run.get(t, lambda: self._run_at(t))

    def _run_at(self, t: float) -> tuple[Sequence[float], Sequence[float]]:
        distances = self._timeline.motion.distances_at(t)
        return distances, self.alongs(distances)

    def alongs(self, distances: Sequence[float]) -> Sequence[float]:
        """Metres along lane 1 at which everybody is drawn: the distances run, with what is left of the stagger."""
        if self._track.break_distance is None:
            return distances
        return [self.along(i, distance) for i, distance in enumerate(distances)]

    def along(self, entry: int, distance: float) -> float:
        """The same for one entry."""
        return self._track.along(distance, self._lane(entry)) if self._track.break_distance is not None else distance

    def _lane(self, i: int) -> int:
        return (self._lanes[i] - 1) % self._track.lanes + 1

    def outs_at(self, t: float) -> list[float]:
        """Metres outside the measured line for every entry at `t` seconds, also for those who are not drawn."""
        if self._count > PACKED:
            return self.outs_of(range(self._count), t)
        return self._outs.get(t, lambda: self._between(t))

    def _between(self, t: float) -> list[float]:
        at = min(max(t, 0.0), self._timeline.duration) / self._step
        k = int(at)
        a, b, c, d = (self._packed(max(j, 0)) for j in range(k - 1, k + 3))
        w0, w1, w2, w3 = weights(at - k)
        return [w0 * p + w1 * q + w2 * r + w3 * s for p, q, r, s in zip(a, b, c, d, strict=True)]

    def outs_of(self, entries: Sequence[int], t: float) -> list[float]:
        """Metres outside the measured line for some entries; of a large field without working out the others."""
        if self._count > PACKED:
            return [i * _GOLDEN % 1.0 * self._width for i in entries]
        outs = self.outs_at(t)
        return [outs[i] for i in entries]

    def pack_on(self, seconds: float) -> bool:
        """Pack for about so long from where it was left; whether the whole race is packed, as it is without this."""
        last = int(self._timeline.duration / self._step) + 2 if self._count <= PACKED else -1
        until = time.perf_counter() + seconds
        while len(self._table) <= last and time.perf_counter() < until:
            self._packed(len(self._table))
        return len(self._table) > last

    def _packed(self, k: int) -> list[float]:
        """Metres outside the measured line for every entry at step `k`; the steps before it are worked out once."""
        table = self._table or [self._start()]
        self._table = table
        while len(table) <= k:
            t = len(table) * self._step
            table.append(self._next(t, self._timeline.motion.distances_at(t), table[-1]))
        return table[k]

    def _start(self) -> list[float]:
        """In lanes, or spread across the start line in order of lanes, bibs and names."""
        if self._track.break_distance is not None:
            return [self._track.lane_out(self._lane(i)) for i in range(self._count)]
        apart = min(1.0, self._width / max(1, self._count - 1))
        outs = [0.0] * self._count
        for rank, i in enumerate(sorted(range(self._count), key=lambda i: self._lanes[i])):
            outs[i] = rank * apart
        return outs

    def _next(self, t: float, distances: Sequence[float], outs: list[float]) -> list[float]:
        """One step on from `outs`; runners are seen to from the front, so that those behind give way."""
        ties, motion = self._timeline.ties, self._timeline.motion
        alongs = self.alongs(distances)
        free = self._track.break_distance or 0.0
        new = list(outs)
        running: list[int] = []
        for i, distance in enumerate(distances):
            end = motion.end(i)
            if distance == distance and end is not None and t < end:
                running.append(i)
        running.sort(key=lambda i: (-alongs[i], ties[i]))
        for rank, i in enumerate(running):
            if distances[i] >= free:
                near = self._near(running, rank, alongs)
                new[i] = self._move(new[i], [(new[j], ahead) for j, ahead in near])
        return new

    def _near(self, running: list[int], rank: int, alongs: Sequence[float]) -> list[tuple[int, bool]]:
        """Those within `RANGE` of the runner of this rank, and whether they are ahead."""
        here = alongs[running[rank]]
        near: list[tuple[int, bool]] = []
        for other in range(rank - 1, -1, -1):
            if alongs[running[other]] - here >= RANGE:
                break
            near.append((running[other], True))
        for other in range(rank + 1, len(running)):
            if here - alongs[running[other]] >= RANGE:
                break
            near.append((running[other], False))
        return near

    def _move(self, out: float, near: list[tuple[float, bool]]) -> float:
        """Where somebody at `out` goes in a step, with others near him at `(out, whether ahead)`."""
        if any(ahead and abs(out - other) < ABREAST - 1e-6 for other, ahead in near):
            others = [other for other, _ in near]
            choices = [0.0, *(other + side for other in others for side in (-ABREAST, ABREAST))]
            clear = [
                choice
                for choice in choices
                if 0 <= choice <= self._width and all(abs(choice - other) >= ABREAST - 1e-6 for other in others)
            ]
            target = min(clear, key=lambda choice: (round(abs(choice - out), 6), choice), default=out)
            reach = GO_OUT * self._step
            return max(out - reach, min(out + reach, target))
        inside = max((other + ABREAST for other, _ in near if other <= out), default=0.0)
        return max(inside, out - CUT_IN * self._step) if inside < out else out
