"""What is to be taken of a race: which part of it, and how it is seen."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from replay.commentary import Call
from replay.drawing.theme.look import Look
from replay.drawing.view import View
from replay.state.timeline import Timeline
from replay.viewing import picture_of
from replay.viewing.frame import Size
from replay.viewing.picture import Picture
from replay.viewing.recording import Scene

Progress = Callable[[float], None]
"""Is told how much of the work is done, from 0 to 1."""

LASTS = 300.0
"""Seconds that a film lasts at most where nobody says at which speed it goes."""
_EVEN = 1e-3
"""How much two speeds differ, at least."""
REST = 3.0
"""Seconds for which the last frame of a film stands."""


class Film(NamedTuple):
    """A part of a race as it is played."""

    start: float
    """Seconds from the gun."""
    end: float
    rate: float
    """Seconds of the race in one of the film."""
    fps: float
    """Frames in a second of the film."""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return (self.end - self.start) / self.rate

    def film_time(self, t: float) -> float:
        """The second of the film at which it shows `t` seconds from the gun."""
        return (t - self.start) / self.rate


class Take(NamedTuple):
    """What is taken of a race, and how it is seen."""

    timeline: Timeline
    calls: Sequence[Call]
    """Its commentary."""
    film: Film
    """The part of it; of lines and numbers too. A picture is of a part without length."""
    look: Look
    view: View
    size: Size
    version: int = 0
    """Of the format, where there are several; 0 is the usual one."""
    recorded: Sequence[Scene] = ()
    """What somebody saw, where the film is of that; it then lasts as long, and of `film` only `fps` counts."""

    @property
    def seconds(self) -> float:
        """How long the film lasts."""
        return self.recorded[-1].at if self.recorded else self.film.seconds

    def film_time(self, t: float) -> float | None:
        """The second of the film at which it first comes to `t` seconds from the gun; None where it does not."""
        if not self.recorded:
            return self.film.film_time(t) if self.film.start <= t <= self.film.end else None
        pairs = pairwise(self.recorded)
        return next((now.at for before, now in pairs if before.t < t <= now.t), None)

    def pace(self) -> list[tuple[float, float]]:
        """Seconds of the film and from the gun, where the speed of the race changes: between them it is even."""
        if not self.recorded:
            return [(0.0, self.film.start), (self.film.seconds, self.film.end)]
        points = [(scene.at, scene.t) for scene in self.recorded]
        turns = [
            here
            for before, here, after in zip(points, points[1:], points[2:], strict=False)
            if abs(_speed(before, here) - _speed(here, after)) > _EVEN
        ]
        return [points[0], *turns, points[-1]]

    def picture(self) -> Picture:
        """What frames are drawn from, nothing of it drawn yet."""
        return picture_of(self.timeline, self.look, self.calls)

    @property
    def title(self) -> str:
        """The race in one line: `Bowerman Mile, Prefontaine Classic, 2024-05-25`."""
        race = self.timeline.race
        return ", ".join(part for part in (race.title, race.meeting, str(race.date or "")) if part)


def _speed(a: tuple[float, float], b: tuple[float, float]) -> float:
    return (b[1] - a[1]) / max(b[0] - a[0], 1e-9)


def usual_rate(seconds: float, rates: Sequence[float]) -> float:
    """The slowest speed from 1x on at which so many seconds of a race last no longer than `LASTS`, or the fastest."""
    return next((rate for rate in rates if rate >= 1 and seconds / rate <= LASTS), rates[-1])
