"""How runners on the painted track give way to each other for a while, so that nobody goes to and fro in a pack."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from replay.cells.memo import Kept
from replay.drawing.course.stadium import Stadium
from replay.drawing.stadium.chip import Chip
from replay.drawing.stadium.chips import Way, settle
from replay.drawing.stadium.overlay import roomy_of
from replay.viewing.labels import Labels

_HOLD = 2.0
"""Seconds of the race for which runners give way to each other in the same way."""

_TAGGED = ((4, 1), (3, 2), (2, 2), (1, 4))
"""Runners in front for whose three letters the others make room: the most for whom they can, beside the wanted.

With the cells by which somebody is drawn behind his place for that, at most."""

_FIRST = 4
"""Who are in front and have three letters wherever these have room."""

_AGAIN = 0.5
"""The same while the first three are others than they were then: a lead that changes is seen at once."""


class Held(NamedTuple):
    """What stays for a while."""

    ways: dict[int, Way]
    """How each gives way, by entry."""
    wide: Mapping[int, int | None]
    """See `settle`."""
    first: tuple[int, ...] = ()
    """Who led then, in order."""


def _leading(order: Sequence[int], wanted: Sequence[int]) -> tuple[int, ...]:
    """The first three, without those wanted, who are where they are whoever leads."""
    return tuple(islice((entry for entry in order if entry not in wanted), 3))


Chips = Callable[[float, Stadium, Sequence[int], Labels], list[Chip]]
"""The runners on a painting at a second, those first who have precedence."""


class GivingWay:
    """How the runners of a race give way to each other."""

    def __init__(self, order_at: Callable[[float], list[int]], chips: Chips) -> None:
        """Take who is drawn at a second, those in front first, and how."""
        self._order_at, self._chips = order_at, chips
        self._held: Kept[Held] = Kept()
        self._anew: Kept[Held] = Kept()

    def at(self, t: float, stadium: Stadium, first: Sequence[int], marks: Labels) -> Held:
        """How runners give way to each other for a while, and who has three letters."""
        wanted = tuple(entry for entry in first if entry in marks.chosen)
        how = stadium, wanted, marks.pairs
        key = stadium.width, stadium.height, wanted, marks.pairs
        held = self._held.get((int(t / _HOLD), *key), lambda: self._held_at(int(t / _HOLD) * _HOLD, *how))
        if held.first == _leading(first, wanted):
            return held
        return self._anew.get((int(t / _AGAIN), *key), lambda: self._held_at(int(t / _AGAIN) * _AGAIN, *how))

    def _held_at(self, t: float, stadium: Stadium, wanted: Sequence[int], pairs: bool) -> Held:
        """How runners give way to each other at `t`, the wanted to nobody, and who has three letters.

        Room is made for those of the wanted and the first, as far as nobody is left without a place for it.
        """
        first = list(dict.fromkeys([*wanted, *self._order_at(t)]))
        chips = self._chips(t, stadium, first, Labels(pairs=pairs))
        settled = settle(chips, stadium)
        tries = () if pairs or t < _HOLD else _TAGGED  # at the gun nobody is to seem to be over the line
        for count, back in (*tries, (0, 4)) if tries and wanted else tries:
            worst = settled.worth._replace(back=max(back, settled.worth.back))
            tried = settle(chips, stadium, wide=dict.fromkeys(first[: len(wanted) + count]), worst=worst)
            if tried.worth.reaches(worst):
                settled = tried
                break
        return Held(
            settled.ways,
            settled.offs | roomy_of(settled, stadium, first[: len(wanted) + _FIRST]),
            _leading(first, wanted),
        )
