"""The course of a race as its file names it: what kind it is, its laps, and the line of a road."""

import re
from dataclasses import dataclass
from enum import StrEnum

from replay.race.units import Unit


class Surface(StrEnum):
    """What kind of course the race is run on."""

    OUTDOOR = "outdoor"
    INDOOR = "indoor"
    STRAIGHT = "straight"
    ROAD = "road"
    POOL = "pool"
    """Swum, to and fro."""


@dataclass(frozen=True, slots=True)
class CourseLine:
    """The shape of a road course, at points evenly spaced along the race's distance."""

    distance: float
    """Metres of the race, from the first point to the last."""
    points: tuple[tuple[float, float], ...]
    """Metres east and north of the start; at least two points."""
    heights: tuple[float, ...] = ()
    """Metres above the sea at the same points; empty where they are not known."""


_LAPS = {Surface.OUTDOOR: 400.0, Surface.INDOOR: 200.0, Surface.POOL: 50.0}
"""Metres of a lap where none is given."""


@dataclass(frozen=True, slots=True)
class Course:
    """The course as the file names it; `replay.race.track` gives it its shape."""

    surface: Surface = Surface.OUTDOOR
    lap: float | None = None
    """Metres of a lap that is not the surface's standard one."""
    straight: float | None = None
    """Metres of its straights, where given."""
    file: str | None = None
    """A GPX file beside the race file, for a road course."""
    line: CourseLine | None = None
    """What that file says; None where it could not be read."""
    unit: Unit = Unit.KILOMETRES

    @property
    def lap_metres(self) -> float | None:
        """Metres of a lap; None where the course has none."""
        return self.lap or _LAPS.get(self.surface)

    @property
    def round_metres(self) -> float | None:
        """Metres of a lap by which one can be lapped; None where nobody can, as in the lanes of a pool."""
        return self.lap_metres if self.surface is not Surface.POOL else None

    def bell(self, distance: float) -> float | None:
        """Metres from the start at which the bell of such a race rings, one lap to go; None without one."""
        lap = self.round_metres
        return distance - lap if lap is not None and distance > lap else None


def course_in(text: str) -> Course | None:
    """The course that a word names, and metres of its lap where they stand behind it: `pool, 25 m`; None of others."""
    word, _, behind = text.lower().partition(", ")
    lap = re.fullmatch(r"(\d{2,6}(?:\.\d{1,3})?) m", behind)
    if word not in set(Surface) or (behind and lap is None):
        return None
    return Course(Surface(word), float(lap[1]) if lap is not None else None)
