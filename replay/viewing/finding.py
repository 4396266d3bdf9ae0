"""What a search finds as it is typed: runners by name or bib, and groups to list."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from replay.race.groups import Group, Groups
from replay.race.names import fold
from replay.race.race import Entry
from replay.race.shortnames import family_name

MOST = 200
"""Found at most: whoever is further down is found by another letter."""


class Found(NamedTuple):
    """One thing found."""

    value: int | Group | None
    """An entry, a group, or None for everybody."""
    text: str
    beside: str = ""
    """What stands at the right: a bib and a nation, how many there are."""
    taken: bool = False
    """Whether it is chosen already."""


class Runners:
    """The runners of a race, to be searched."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Read no name yet."""
        self._entries = entries

    @cached_property
    def _texts(self) -> list[str]:
        return [f" {fold(entry.name)}" for entry in self._entries]

    @cached_property
    def alphabetical(self) -> list[int]:
        """Entries by family name: a file may have them as they finished, which is not to be told before they did."""
        names = [entry.name for entry in self._entries]
        return sorted(range(len(names)), key=lambda i: (fold(family_name(names[i])), self._texts[i]))

    def search(self, text: str) -> list[Found]:
        """Who fits what was typed so far: those of the bib, then whose names' words begin so, then who has it in them.

        Each by the alphabet.

        Args:
            text: A bib or its first digits, or parts of a name in any order, with or without accents.
        """
        words = fold(text).split()
        if not words:
            return []
        whole, bib = " ".join(words), text.strip().casefold()
        at: dict[int, None] = {}
        ways: tuple[Callable[[int], bool], ...] = (
            lambda i: self._entries[i].bib.casefold() == bib,
            lambda i: bib.isdigit() and self._entries[i].bib.startswith(bib),
            lambda i: f" {whole} " in f"{self._texts[i]} ",
            lambda i: all(f" {word}" in self._texts[i] for word in words),
            lambda i: whole in self._texts[i],
        )
        for fits in ways:
            if len(at) < MOST:
                at.update(dict.fromkeys(i for i in self.alphabetical if fits(i)))
        return [self.found(i) for i in list(at)[:MOST]]

    def found(self, i: int) -> Found:
        """An entry as a line."""
        entry = self._entries[i]
        return Found(i, entry.name, "  ".join(part for part in (entry.nation, entry.bib) if part))


def search_groups(groups: Groups, text: str, only: Sequence[Group]) -> list[Found]:
    """The groups that fit what was typed so far, everybody first."""
    words = fold(text)
    found = [
        Found(group, group.words, f"{size:,}  {group.kind}", group in only)
        for group, size in groups.all
        if words in fold(f"{group.kind} {group.words}")
    ]
    return ([] if words else [Found(None, "everybody", "", not only)]) + found[:MOST]


def is_year(text: str) -> bool:
    """Whether what was typed is a year, which is looked for in races: 2023, and not half an hour and more."""
    return re.fullmatch(r"\s*(?:18|19|20)\d\d\s*", text) is not None
