"""The colours that a terminal of 256 colours has for certain: 16 to 255, a cube and a ramp of greys."""

from functools import lru_cache

from replay.cells.ink import difference

_STEPS = (0, 95, 135, 175, 215, 255)
CUBE = tuple(red << 16 | green << 8 | blue for red in _STEPS for green in _STEPS for blue in _STEPS)
GREYS = tuple(grey << 16 | grey << 8 | grey for grey in range(8, 248, 10))


@lru_cache(maxsize=512)
def nearest(colour: int) -> int:
    """The one of them that looks most like the colour."""
    return min((*CUBE, *GREYS), key=lambda known: difference(known, colour))
