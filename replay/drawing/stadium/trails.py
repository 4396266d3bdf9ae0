"""Trails: where runners have been, as light in their colours that fades with the seconds.

Marks lie at whole multiples of `STEP` seconds of race time, so that they stay where they are while runners go on, and
are drawn anew only when a step has passed.
"""

from collections.abc import Callable, Iterator, Sequence

from replay.cells.rows import Overlay
from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.glow import Spark, glow
from replay.drawing.theme.look import Look

STEP = 0.25
"""Seconds between two marks: less than two cells of the largest stadium."""
LENGTHS = {"off": 0.0, "short": 2.0, "long": 6.0}
"""Seconds that a trail is long, by what it is called."""
MOST = 30
"""Runners who have one; of a larger field, those in front."""
_BRIGHTEST = 0.55
"""Of the youngest mark: less than a runner, who is all colour."""

Places = Callable[[float, Sequence[int]], Sequence[tuple[int, float, float]]]
"""Seconds and entries to where these are drawn: entry, metres along, metres out; those not drawn are missing."""


def marks(t: float, length: float) -> Iterator[tuple[float, float]]:
    """The times of the marks behind a runner at `t` seconds, the youngest first, and how bright each is, up to 1."""
    count = round(length / STEP)
    last = int(t / STEP)
    for age in range(min(count, last + 1)):
        yield (last - age) * STEP, 1 - age / count


class Trails:
    """The trails of a race; what has been worked out for an instant is kept until the next step."""

    def __init__(self, places: Places, colours: Sequence[int], look: Look) -> None:
        self._places = places
        self._colours = colours
        self._look = look
        self._key: object = None
        self._drawn: dict[int, tuple[Overlay, ...]] = {}

    def at(self, t: float, length: float, stadium: Stadium, entries: Sequence[int]) -> dict[int, tuple[Overlay, ...]]:
        """The trails at `t` seconds, `length` seconds long, by row of the stadium.

        Args:
            t: Seconds from the gun.
            length: Seconds; 0 for none.
            stadium: The painting.
            entries: Who has one, those in front first; the first `MOST` of them.
        """
        chosen = tuple(sorted(entries[:MOST]))
        key = (int(t / STEP), length, stadium.width, stadium.height, chosen)
        if key != self._key:
            self._key, self._drawn = key, glow(stadium, self._sparks(t, length, stadium, chosen), self._look)
        return self._drawn

    def _sparks(self, t: float, length: float, stadium: Stadium, entries: Sequence[int]) -> Iterator[Spark]:
        for time, bright in marks(t, length):
            for entry, along, out in self._places(time, entries):
                x, y = stadium.cell(along, out)
                yield Spark(x, y, self._colours[entry], bright * _BRIGHTEST)
