"""Choosing what the race trace is against: the first, the mean, a pace, a runner, a ghost from the library."""

from collections.abc import Callable, Sequence

from replay.analysis.reference import LEADER, MEAN, Reference
from replay.race.names import fold
from replay.race.pacelights import PaceLight, target
from replay.viewing.finding import Found


class References:
    """The references that a race has, to be searched."""

    def __init__(self, names: Sequence[str], lights: Sequence[PaceLight], now: Reference) -> None:
        """`names` are those of the entries, ghosts among them; `now` is the one that holds."""
        self._now = now
        paces = [Reference(light=light) for light in lights]
        self._fixed = [(reference, reference.words()) for reference in (LEADER, MEAN, *paces)]
        self._runners = [(Reference(entry=at), name) for at, name in enumerate(names)]
        self._ways: list[Reference | int] = []

    def search(self, text: str, library: Callable[[str], Sequence[Found]]) -> list[Found]:
        """What fits that was typed, each by its number; `library` finds who else may be put beside the race."""
        words = fold(text).split()
        try:
            own = target(text) if words else None
        except ValueError:
            own = None
        fits = [(one, name) for one, name in (*self._fixed, *self._runners) if _fits(name, words)]
        if own is not None:
            fits.insert(0, (Reference(light=own), Reference(light=own).words()))
        elsewhere = [found for found in library(text) if not found.taken] if words and own is None else []
        self._ways = [*(one for one, _ in fits), *(found.value for found in elsewhere if isinstance(found.value, int))]
        lines = [Found(at, name, _kind(one), taken=one == self._now) for at, (one, name) in enumerate(fits)]
        return [*lines, *(found._replace(value=len(lines) + at) for at, found in enumerate(elsewhere))]

    def chosen(self, at: int) -> Reference | int:
        """What a line stands for: a reference, or the number of a line of the library's."""
        return self._ways[at]


def _fits(name: str, words: Sequence[str]) -> bool:
    return all(f" {word}" in f" {fold(name)}" for word in words)


def _kind(reference: Reference) -> str:
    if reference.light is not None:
        return reference.light.holder
    return "in this race" if reference.entry is not None else ""
