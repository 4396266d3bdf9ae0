"""The groups that a field falls into: by sex, nation, category and club, as far as its file tells them."""

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from replay.race.race import Race

KINDS = ("sex", "category", "nation", "club")
"""Fields of an entry that make a group, those that lists rank by first."""

_WORDS = {("sex", "F"): "women", ("sex", "M"): "men"}
_ONE = {("sex", "F"): "woman", ("sex", "M"): "man"}
_UNTOLD = frozenset({"", "-", "Not specified", "Unknown"})


class Group(NamedTuple):
    """Those who are alike in one thing."""

    kind: str
    """One of `KINDS`."""
    value: str

    @property
    def words(self) -> str:
        """What people call them: `women`, `KEN`, `W35`."""
        return _WORDS.get((self.kind, self.value), self.value)

    @property
    def one(self) -> str:
        """What people call one of them, behind a place: `3rd woman`, `3rd KEN`."""
        return _ONE.get((self.kind, self.value), self.value)


class Counted(NamedTuple):
    """A group with how many are in it."""

    group: Group
    size: int


class Groups:
    """The groups of a race's entries."""

    def __init__(self, race: Race) -> None:
        """Look at nothing yet."""
        self._entries = race.entries

    @cached_property
    def all(self) -> tuple[Counted, ...]:
        """Every group that has some in it and not everybody, by kind and the largest first."""
        return tuple(
            Counted(Group(kind, value), count)
            for kind in KINDS
            for value, count in sorted(self._counts[kind].items(), key=lambda found: (-found[1], found[0]))
            if value not in _UNTOLD and count < len(self._entries)
        )

    @cached_property
    def _columns(self) -> dict[str, list[str]]:
        return {kind: list(map(attrgetter(kind), self._entries)) for kind in KINDS}

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return {kind: Counter(column) for kind, column in self._columns.items()}

    def count(self, group: Group, entries: Sequence[int]) -> int:
        """How many of some entries are in a group."""
        return list(map(self._columns[group.kind].__getitem__, entries)).count(group.value)

    def of(self, entry: int) -> tuple[Group, ...]:
        """The groups that an entry is in and not everybody else."""
        own = (Group(kind, getattr(self._entries[entry], kind)) for kind in KINDS)
        return tuple(
            group
            for group in own
            if group.value not in _UNTOLD and self._counts[group.kind][group.value] < len(self._entries)
        )

    def members(self, only: Collection[Group], order: Sequence[int]) -> list[int]:
        """Those of some entries, in their order, who are in one of the wanted groups of each kind."""
        found = list(order)
        for kind in KINDS:
            wanted = {group.value for group in only if group.kind == kind}
            if wanted:
                column = self._columns[kind]
                found = [i for i in found if column[i] in wanted]
        return found


def described(only: Collection[Group]) -> str:
    """Some groups in words: `women, KEN or ETH`."""
    by_kind = ([group.words for group in only if group.kind == kind] for kind in KINDS)
    return ", ".join(" or ".join(words) for words in by_kind if words)
