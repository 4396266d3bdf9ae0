"""Where everybody comes to rest behind the finish line, so that all can be seen."""

import math
from collections.abc import Iterable, Sequence

from replay.drawing.closeup.crowd import CROWD
from replay.drawing.closeup.plan import Plan
from replay.race.track import Track

RUN_OUT = 0.58
"""How far behind the line the winner comes to rest, as a share of the panel's width; the others a little before."""
STAY = 12
"""Finishers of a crowd who stand behind the line at once: who was home before so many others has gone, or all were one
heap."""
BESIDE = 1.3
"""Metres from one who is at rest to the next in the same row, so that neither hides the other."""


class Rests:
    """The places of rest of a race in a panel, in the order of finishing."""

    def __init__(self, ends: Sequence[float], singly: Iterable[int], shape: Plan, track: Track) -> None:
        """Work them out.

        Args:
            ends: When each entry is home, in seconds; negative or minus infinity for who never is.
            singly: Those who are looked at one by one: where many stand close to each other, those who follow each
                other stand in different rows.
            shape: The panel.
            track: What the race is run on.
        """
        self._shape, self._track = shape, track
        home = sorted((end, entry) for entry, end in enumerate(ends) if end > 0)
        first, last = RUN_OUT * shape.metres, 0.08 * shape.metres
        if track.swum:
            first = last = 0.05  # the wall
        stay = len(home) if len(home) <= CROWD else STAY
        step = min((first - last) / max(stay - 1, 1), 0.12 * shape.metres)
        files = min(math.ceil(BESIDE / max(step, 0.1)), 3)
        self.metres = [first] * len(ends)
        """Behind the line, by entry."""
        self.files: dict[int, float] = dict.fromkeys(singly, 0.0)
        """The share of the track's width from the kerb, of those who are looked at one by one."""
        self.gone = [math.inf] * len(ends)
        """Seconds at which each has gone from behind the line."""
        for rank, (_, entry) in enumerate(home):
            self.metres[entry] = first - step * (rank % stay)
            if rank + stay < len(home):
                self.gone[entry] = home[rank + stay][0]
            if entry in self.files:
                self.files[entry] = rank % files / max(files - 0.5, 1.0)

    def aside(self, entry: int, out: float, past: float, lane: float) -> float:
        """Metres outside the measured line of a finisher who was `out` at the line and is `past` metres behind it.

        A lane takes `lane` rows of the panel.
        """
        in_lanes = self._track.break_distance == self._track.distance
        file = self.files.get(entry)
        if in_lanes or file is None or not lane:  # in a panel too low for a track
            return out
        rest = file * (self._shape.track - 1) / lane * self._track.lane_width
        return out + (rest - out) * min(past / self.metres[entry], 1.0)
