"""Where a race is seen from, and the flights between: a value with verbs, by the clock that is given."""

import math
from typing import NamedTuple

from replay.drawing.stadium.flight import SECONDS
from replay.drawing.view import Eye

STADIUM, LEADERS, CHOSEN = "stadium", "leaders", "chosen"


class Camera(NamedTuple):
    """A camera: in the stands, or close up with somebody."""

    at: str = STADIUM
    """The whole of it, or close up with the leaders or the chosen runner."""
    took_off: float = -math.inf
    """When it set out for there, by the clock."""
    before: int | None = None
    """Whom it went with before; None for the leaders."""
    focus: int | None = None
    """Whom it goes with."""
    went_over: float = -math.inf
    """When it left the one for the other."""

    def turned(self, to: str, now: float, flies: bool) -> "Camera":
        """The camera turned elsewhere; the way to or from the stands is flown, if that is wanted, from where it is."""
        if flies and to != self.at and STADIUM in (to, self.at):
            near = self.near(now)
            gone = 1.0 - near if to == STADIUM else near
            return self._replace(at=to, took_off=now - gone * SECONDS)
        return self._replace(at=to)

    def near(self, now: float) -> float:
        """How much of the way from the whole stadium (0) to close up (1) it has gone."""
        past = min(max((now - self.took_off) / SECONDS, 0.0), 1.0)
        return 1.0 - past if self.at == STADIUM else past

    def rests(self, now: float) -> bool:
        """Whether it is on no way from one to another."""
        return now - max(self.took_off, self.went_over) >= SECONDS

    def followed(self, chosen: int | None) -> int | None:
        """The entry that the close view goes with, also below the whole stadium; None for the leaders."""
        return None if self.at == LEADERS else chosen

    def following(self, chosen: int | None, now: float, flies: bool) -> "Camera":
        """The camera with whom it follows now; from one runner to another it goes over, and does not jump."""
        focus = self.followed(chosen)
        home = self.at == STADIUM and 0 < self.near(now) < 1
        if focus == self.focus or home:  # on the way home it stays with whom it went
            return self
        over = now if self.near(now) in (0.0, 1.0) and flies else -math.inf
        return self._replace(before=self.focus, focus=focus, went_over=over)

    def eye(self, now: float, rate: float) -> Eye:
        """What it sees from now; `rate` is seconds of the race in one."""
        come = min(max((now - self.went_over) / SECONDS, 0.0), 1.0)
        before, come = (self.before, come) if come < 1 else (self.focus, 1.0)
        return Eye(self.near(now), self.focus, before, come, rate)

    def next(self, chosen: int | None) -> str:
        """Where it is turned next: the chosen runner, the leaders, the whole stadium again."""
        cameras = [STADIUM, LEADERS] if chosen is None else [STADIUM, CHOSEN, LEADERS]
        at = cameras.index(self.at) if self.at in cameras else 0
        return cameras[(at + 1) % len(cameras)]
