"""Trails in the close view: where a runner's feet came from, as a streak on the track that fades with the seconds.

A streak goes with its runner, so that it stands still where the eye goes along, and bends where somebody moved out to
pass. Where the next runner is on it, it ends: the ground behind a pair of feet belongs to those feet.
"""

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

from replay.cells.ink import Ink
from replay.drawing.theme.look import Look

STEP = 0.5
"""Seconds between two moments at which the places are looked up; between them a streak is straight."""
STEPS = 6
"""How bright a streak is, in so many steps: a colour is as many bytes as six cells of it."""
_BRIGHTEST, _FAINTEST = 0.7, 0.12
"""Shares of the runner's colour at its two ends; the rest is track."""


class Place(NamedTuple):
    """Where somebody is drawn."""

    x: float
    """Cells from the panel's left edge."""
    foot: int
    """Half rows from the panel's top to the feet."""


class Cell(NamedTuple):
    """A cell of a streak."""

    x: int
    row: int
    step: int
    """0 next to the runner, `STEPS` - 1 at the far end."""


def streak(t: float, length: float, now: Place, then: Callable[[float], Place | None]) -> Iterator[Cell]:
    """The cells behind a runner, the nearest first.

    Args:
        t: Seconds from the gun.
        length: Seconds that the streak is long.
        now: Where the runner is.
        then: Where the runner was at some seconds from the gun.
    """
    x, place, since = math.floor(now.x), now, t
    moment = math.ceil(t / STEP - 1)
    while since > max(t - length, 0.0):
        time = max(moment * STEP, 0.0)
        before = then(time)
        if before is None:
            return
        wide = place.x - before.x
        while x > before.x and wide > 0:
            share = (place.x - x) / wide
            age = t - since + share * (since - time)
            if age >= length or x < 0:
                return
            foot = round(place.foot + share * (before.foot - place.foot))
            yield Cell(x, (foot + 1) // 2 - 1, int(STEPS * max(age, 0.0) / length))
            x -= 1
        place, since, moment = before, time, moment - 1


Trace = list[list[tuple[str, Ink]]]
"""How the cells of a streak are drawn: for each step, in columns that are even and odd; nothing where it has a hole."""


def trace(colour: int, surface: int, look: Look) -> Trace:
    """The streak of a runner on a track of some colour; in plain characters it thins out."""
    found: Trace = []
    for step in range(STEPS):
        share = _BRIGHTEST + (_FAINTEST - _BRIGHTEST) * step / (STEPS - 1)
        ink = Ink(look.theme.blend(surface, colour, share) if look.theme.truecolour else colour)
        old = step >= STEPS // 2
        glyph = look.glyph("▁" if old else "▂", ".")
        found.append([(glyph, ink), ("" if old and look.ascii else glyph, ink)])
    return found
