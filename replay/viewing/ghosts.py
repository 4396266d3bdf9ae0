"""Choosing ghosts from the library while a race is shown: what there is to choose, and what comes of it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from replay.analysis.ghosts import ALIGNED, Align, Ghost, beside, ghost_of, winner_of, winners
from replay.analysis.yours import is_file, yours
from replay.race.names import fold, has_all
from replay.race.problems import ReplayError
from replay.race.race import Race
from replay.race.times import format_distance
from replay.viewing.finding import MOST, Found, Runners, is_year

if TYPE_CHECKING:
    from replay.viewing.viewer import Viewer

_MANY = 1000
"""Runners of a race from which on they are looked at when some letters are typed."""
_LETTERS = 3


Every = Callable[[], Sequence[Race]]
"""Reads the whole library."""


class _Way(NamedTuple):
    """A line to choose: what it says, and who is a ghost once it is chosen."""

    found: Found
    ghosts: Callable[[Every], Sequence[Ghost]]
    align: Align


class Ghosts:
    """The ghosts of a race that is shown, and those that it could have."""

    def __init__(self, ghosts: Sequence[Ghost] = (), align: Align = Align.GUN) -> None:
        """Begin with those that the race has already."""
        self._chosen = {ghost.entry.name: ghost for ghost in ghosts}
        self._align = align
        self._ways: list[_Way] = []
        self._own = ""
        """The id of the race that is shown: of its own runners none is a ghost."""
        self._folded: dict[str, list[tuple[int, str]]] = {}
        """By race its entries with the words that find them, by the alphabet."""

    def search(self, race: Race, others: Sequence[Race], text: str) -> list[Found]:
        """What may be chosen that fits what was typed, each by its number.

        Args:
            race: The race that is shown.
            others: Races of the library, as many as are read.
            text: Words of a name, a race, a year; or a time of one's own, or a file's path.
        """
        words, self._own = fold(text).split(), race.id
        ways = self._of_you(race, text) if text.strip() else []
        if not words:
            ways += self._at_hand()
        ways += self._all_winners(race, others, words)
        alike = sorted(others, key=lambda other: (abs(other.distance - race.distance) > 0.5, -_year(other)))
        for other in alike:
            if len(ways) < MOST:
                ways += self._runners(other, words)
        self._ways = [way._replace(found=way.found._replace(value=at)) for at, way in enumerate(ways[:MOST])]
        return [way.found for way in self._ways]

    def chosen(self, race: Race, at: int, every: Every) -> Race:
        """The race with the ghosts there are once a line is chosen.

        Args:
            race: The race that is shown.
            at: The number of the line.
            every: Reads the whole library; asked where all winners are wanted.

        Raises:
            ReplayError: They cannot be put beside this race.
        """
        way = self._ways[at]
        ghosts = {ghost.entry.name: ghost for ghost in way.ghosts(every)}
        made = beside(race, list(ghosts.values()), way.align)
        self._chosen, self._align = ghosts, way.align
        return made

    def _of_you(self, race: Race, text: str) -> list[_Way]:
        if is_year(text):
            return []
        try:
            you = yours(race, text.strip()) if not is_file(text.strip()) else None
        except ReplayError:
            return []
        found = Found(0, you.entry.name if you is not None else f"You ({text.strip()})", "Enter takes it")
        return [_Way(found, lambda _: [*self._chosen.values(), you or yours(race, text.strip())], self._align)]

    def _at_hand(self) -> list[_Way]:
        """What can be done with those that are there: taken away, all at once too, and aligned elsewhere."""
        if not self._chosen:
            return []
        other = Align.FINISH if self._align is Align.GUN else Align.GUN
        where = "at the finish, home with the winner" if other is Align.FINISH else "at the gun"
        those = list(self._chosen.values())
        return [
            *(self._line(name, "a ghost", partial(self._without, name), taken=True) for name in self._chosen),
            _Way(Found(0, f"align them {where}"), lambda _: those, other),
            _Way(Found(0, "no ghosts"), lambda _: [], Align.GUN),
        ]

    def _without(self, name: str, _: Every) -> list[Ghost]:
        return [ghost for other, ghost in self._chosen.items() if other != name]

    def _line(self, text: str, beside: str, ghosts: Callable[[Every], Sequence[Ghost]], *, taken: bool = False) -> _Way:
        return _Way(Found(0, text, beside, taken), ghosts, self._align)

    def _all_winners(self, race: Race, others: Sequence[Race], words: Sequence[str]) -> list[_Way]:
        counts: dict[float, tuple[str, int]] = {}
        for other in others:
            if other.id != race.id and winner_of(other) is not None:
                name, count = counts.get(other.distance, (other.event or format_distance(other.distance), 0))
                counts[other.distance] = name, count + 1
        ways = []
        for far in sorted(counts, key=lambda far: abs(far - race.distance)):
            name, count = counts[far]
            text = f"all winners: {name}"
            near = abs(far - race.distance) < 0.5 if not words else has_all(fold(text), words)
            if near and count > 1:
                # How many they are is not known before all are read, which is done once they are wanted.
                ways.append(self._line(text, "of the library", partial(self._with_winners, far, race.id)))
        return ways

    def _with_winners(self, far: float, but: str, every: Every) -> list[Ghost]:
        return [*self._chosen.values(), *winners(every(), far, but)]

    def _runners(self, other: Race, words: Sequence[str]) -> list[_Way]:
        """Those of a race who fit, by the alphabet: its file has them as they finished, and it may be to come."""
        if (
            other.id == self._own
            or other.duration is not None
            or (len(other.entries) > _MANY and len("".join(words)) < _LETTERS)
        ):
            return []
        texts = self._folded.get(other.id)
        if texts is None:
            year = other.date.year if other.date is not None else ""
            race = fold(f"{other.title} {other.meeting} {other.venue.city} {year}")
            texts = self._folded[other.id] = [
                (at, f" {fold(other.entries[at].name)} {race}") for at in Runners(other.entries).alphabetical
            ]
        found = []
        for at, text in texts:
            entry = other.entries[at]
            if not entry.ghost and (entry.result or entry.splits) and all(f" {word}" in text for word in words):
                year = f" {other.date.year}" if other.date is not None else ""
                name = f"{entry.name}{year}"
                taken = any(chosen.startswith(f"{name} ({other.title}") for chosen in self._chosen)
                found.append(self._line(name, other.title, partial(self._with, other, at), taken=taken))
        return found

    def _with(self, other: Race, entry: int, every: Every) -> list[Ghost]:
        """Those there are and one more, or without him, if he is one of them."""
        ghost = ghost_of(other, entry)
        if ghost.entry.name in self._chosen:
            return self._without(ghost.entry.name, every)
        return [*self._chosen.values(), ghost]


def ghosts_told(race: Race) -> str:
    """Who runs along, and how: `ghosts: You, Kerr 2024, aligned at the finish`."""
    ghosts = [entry for entry in race.entries if entry.ghost]
    where = [ALIGNED] if any(entry.note == ALIGNED for entry in ghosts) else []
    return f"ghosts: {', '.join([*(entry.short for entry in ghosts), *where])}" if ghosts else "no ghosts"


def see_last_ghost(viewer: "Viewer") -> None:
    """Choose the last ghost in a large field, where only the first and the chosen are told apart."""
    entries = viewer.stage.race.entries
    if viewer.stage.many and viewer.view.chosen is None and entries[-1].ghost:
        viewer.view = viewer.view._replace(chosen=len(entries) - 1)


def _year(race: Race) -> int:
    return race.date.year if race.date is not None else 0
