"""Choosing what the race trace is against: the first, the mean, a pace, a runner, a ghost from the library."""

from collections.abc import Callable, Sequence

from replay.analysis.reference import LEADER, MEAN, Reference
from replay.race.names import fold
from replay.race.pacelights import PaceLight, target
from replay.race.race import Entry
from replay.viewing.finding import MOST, Found, Runners, is_year

Search = Callable[[str], Sequence[Found]]
"""Finds who fits what was typed."""


class References:
    """The references that a race has, to be searched."""

    def __init__(
        self, entries: Sequence[Entry], lights: Sequence[PaceLight], now: Reference, order: Sequence[int] = ()
    ) -> None:
        """Of a race.

        Args:
            entries: Those of the race, ghosts among them.
            lights: Its records.
            now: What holds.
            order: Entries as they stand, where that is known.
        """
        self._now = now
        paces = [Reference(light=light) for light in lights]
        self._fixed = [(reference, reference.words()) for reference in (LEADER, MEAN, *paces)]
        self._runners = Runners(entries)
        self._first = [self._runners.found(at) for at in (order or self._runners.alphabetical)[:MOST]]
        self._ways: list[Reference | int] = []

    def search(self, text: str, library: Search) -> list[Found]:
        """What fits that was typed, each by its number; `library` finds who else may be put beside the race."""
        words = fold(text).split()
        own = _pace(text) if words else None
        fixed = [(one, name) for one, name in self._fixed if all(f" {word}" in f" {fold(name)}" for word in words)]
        fixed = [(own, own.words()), *fixed] if own is not None else fixed
        runners = self._runners.search(text) if words else self._first
        here = [(Reference(entry=found.value), found) for found in runners if isinstance(found.value, int)]
        elsewhere = [found for found in library(text) if not found.taken] if words and own is None else []
        self._ways = [one for one, _ in (*fixed, *here)]
        lines = [Found(0, name, one.light.holder if one.light is not None else "") for one, name in fixed]
        lines += [found._replace(beside="in this race") for _, found in here]
        lines = [line._replace(taken=one == self._now) for line, one in zip(lines, self._ways, strict=True)]
        self._ways += [found.value for found in elsewhere if isinstance(found.value, int)]
        return [line._replace(value=at) for at, line in enumerate((*lines, *elsewhere))]

    def chosen(self, at: int) -> Reference | int:
        """What a line stands for: a reference, or the number of a line of the library's."""
        return self._ways[at]


def _pace(text: str) -> Reference | None:
    """An even pace to a time, if one was typed."""
    if is_year(text):
        return None
    try:
        return Reference(light=target(text))
    except ValueError:
        return None
