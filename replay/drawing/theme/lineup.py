"""Who is who on the screen: a short name, a letter, three letters and a colour for every entry of a race."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from replay.cells.ink import Ink, Run, oklab
from replay.cells.rows import Overlay
from replay.drawing.theme.kits import KITS, given_to, in_kit
from replay.drawing.theme.known import KNOWN
from replay.drawing.theme.look import Look
from replay.drawing.theme.palette import Theme
from replay.drawing.theme.runners import DISTINCT, known_colour, runner_colours
from replay.race.race import Entry, Race
from replay.race.shortnames import codes, other_letters, short_names, tags, told_by

T = TypeVar("T")

_CHOICE = 14
"""Colours that a field chooses among at least."""


class Cast(NamedTuple):
    """Names, letters and inks of a race's entries, in the race's order of entries."""

    names: tuple[str, ...]
    tags: tuple[str, ...]
    """One letter each, for where there is one cell: one of the three, where there are three."""
    codes: tuple[str, ...]
    """Three letters each, for where there are three."""
    colours: tuple[int, ...]
    chips: tuple[Ink, ...]
    order: tuple[int, ...]
    """Indices of the entries by bib, else by lane, else by name: never by what became of them."""
    hollow: frozenset[int] = frozenset()
    """Entries whose letters are in their colour, and nothing filled with it: ghosts, and of sixteen colours every other
    one of those who have the same."""

    @property
    def code(self) -> int:
        """Cells of a code: three, or one where there are too many runners for one of each."""
        return len(self.codes[0]) if self.codes else 1

    def chip(self, entry: int) -> list[Run]:
        """Somebody's three letters; the one that stands for all three is underlined, unless it is their first.

        So who meets a `D` on the track finds it in `SUN` beside the name.
        """
        code, ink = self.codes[entry], self.chips[entry]
        at = code.find(self.tags[entry]) if len(code) > 1 else 0
        if at <= 0:
            return [(code, ink)]
        parts = (code[:at], ink), (code[at], ink._replace(underline=True)), (code[at + 1 :], ink)
        return [part for part in parts if part[0]]

    def chip_at(self, x: int, entry: int) -> list[Overlay]:
        """The same, laid over a row from a cell on."""
        placed: list[Overlay] = []
        for text, ink in self.chip(entry):
            placed.append((x, text, ink))
            x += len(text)
        return placed


class _Held(NamedTuple):
    """What somebody has whatever the race."""

    tag: str | None
    code: str | None
    colour: int | None


def cast_of(race: Race, look: Look) -> Cast:
    """The cast of a race in a look.

    Colours go by who is known, by club or nation and the alphabet, so that they give nothing of the result away. The
    regulars of a story have theirs first, whatever the race, and those who are in several races of the library next.
    """
    entries = race.entries
    names = short_names(entries)
    order = _order(race, names)
    held = _held(race, look)
    colours = _of_few(entries, look) if look.theme.sixteen else _once((at, who.colour) for at, who in held.items())
    for ghosts in (False, True):  # who is put beside a race changes nobody's colour in it
        asked = [index for index in order if index not in colours and bool(entries[index].ghost) is ghosts]
        if asked:
            own = _colours([entries[index] for index in asked], race, look, colours.values())
            colours |= zip(asked, own, strict=False)  # of a large field there may be more than are asked for
    chosen = tuple(colours[index] for index in range(len(names)))
    hollow = _hollow(entries, colours, look)
    threes = codes(entries, _once((at, who.code) for at, who in held.items()))
    racing = [at for at in order if not entries[at].ghost]
    others = [other_letters(entry) for entry in entries]
    ones = _beside(entries, tags(threes, _once((at, who.tag) for at, who in held.items()), racing, others))
    return Cast(
        names=names,
        tags=ones,
        codes=_told(entries, threes, ones),
        colours=chosen,
        chips=tuple(
            look.hollow(colour) if index in hollow else look.chip(colour) for index, colour in enumerate(chosen)
        ),
        order=order,
        hollow=hollow,
    )


def _hollow(entries: Sequence[Entry], colours: Mapping[int, int], look: Look) -> frozenset[int]:
    """Ghosts, and where colours are few every other one of those who have the same, in the order they were given in."""
    found = {index for index, entry in enumerate(entries) if entry.ghost}
    if look.theme.sixteen:
        given: Counter[int] = Counter()
        for index, colour in colours.items():
            if not entries[index].ghost:
                found |= {index} if given[colour] % 2 else set()
                given[colour] += 1
    return frozenset(found)


def _of_few(entries: Sequence[Entry], look: Look) -> dict[int, int]:
    """Of sixteen colours one each for those whom the library knows best, so that no two of them have the same."""
    known = [at for name in KNOWN for at, entry in enumerate(entries) if entry.name == name and not entry.ghost]
    few = list(dict.fromkeys(runner_colours(_FEW, look.theme)))
    first = known[: len(few)]
    return dict(zip(first, in_kit([KITS.get(entries[at].nation) for at in first], few), strict=True))


_FEW = 6
"""Of sixteen colours those that no eye takes for another, at most."""


def _told(entries: Sequence[Entry], threes: Sequence[str], ones: Sequence[str]) -> tuple[str, ...]:
    """Three letters of each in which the one is that stands for them."""
    found = list(threes)
    for at, entry in enumerate(entries):
        found[at] = told_by(ones[at], threes[at], entry, {*threes, *found})
    return tuple(found)


def _colours(entries: Sequence[Entry], race: Race, look: Look, taken: Collection[int] = ()) -> list[int]:
    """A colour for each of some entries, none of those that are taken."""
    count = len(entries) + len(taken)
    # The palette begins with what is furthest apart: a small field chooses among a few more than it needs.
    # Of sixteen colours few are for runners: no more are taken than are needed, so that none comes twice for nothing.
    few = look.theme.sixteen
    choice = min(DISTINCT, count if few else max(count, _CHOICE))
    held = set(taken)
    palette, whole = (
        runner_colours(choice if few else DISTINCT, theme) for theme in (look.theme, _chosen_in(look, race))
    )
    had = dict(zip(whole, palette, strict=True))
    distinct = [colour for colour in whole if had[colour] not in held]
    asked = entries[: len(distinct)] if held else entries[:DISTINCT]
    given = [given_to(entry, race.kits) for entry in asked]
    if count <= _FEW_RUNNERS and not any(given) and not few and look.theme.palette != "colour-blind":
        usual = [colour for colour in distinct if colour in whole[:_CHOICE]]  # the others are near some in 256 colours
        distinct = _apart(usual, [colour for colour in whole if had[colour] in held], len(asked))
        choice = len(distinct) + len(held)
    worn = [KITS.get(entry.nation) if kit is None else kit for entry, kit in zip(asked, given, strict=True)]
    first = [had[colour] for colour in in_kit(worn, distinct, given, max(choice - len(held), len(asked)))]
    if not few:
        return [*first, *runner_colours(count, look.theme)[len(first) + len(held) :]]
    while len(first) < len(entries):  # none is given out a third time before each has been a second
        used = [*taken, *first]
        first.append(min(palette, key=used.count))
    return first


def _apart(palette: Sequence[int], held: Sequence[int], count: int) -> list[int]:
    """Colours of a palette as far apart as so many of it can be, about, and as far from those that are held."""
    kept: list[int] = []
    for far in _FAR:
        kept = []
        for colour in palette:
            if all(math.dist(oklab(colour), oklab(other)) >= far for other in (*held, *kept)):
                kept.append(colour)
        if len(kept) >= count:
            return kept
    return list(palette)


_FEW_RUNNERS = 8
"""Of so few no two have colours of one kind, two blues, though both are of the palette."""
_FAR = (0.25, 0.22, 0.19, 0.16, 0.14)
"""Distances in OKLab that are tried."""


def _chosen_in(look: Look, race: Race) -> Theme:
    """The theme in whose palette colours are chosen: of 256 colours that of all colours, place by place.

    In the two each place has one hue, so that somebody is as he is on any dark screen, and on any light one. Not where
    the race gives kits: these have the nearest there is.
    """
    theme = look.theme
    alike = theme.palette != "colour-blind" and not theme.sixteen
    return theme._replace(truecolour=True) if alike and not race.kits else theme


def _held(race: Race, look: Look) -> dict[int, _Held]:
    """What entries have in every race, by place in this one: a story's people first, then those the library knows."""
    regulars = _regulars(race, look)
    found = {at: regulars[entry.name] for at, entry in enumerate(race.entries) if entry.name in regulars}
    for at, entry in enumerate(race.entries):
        if at not in found and entry.name in KNOWN and given_to(entry, race.kits) is None:
            found[at] = _known(entry.name, look)
    return found


def _beside(entries: Sequence[Entry], own: Sequence[str]) -> tuple[str, ...]:
    """The characters of those who race, and of each ghost the last digit of his year, else one that nobody has."""
    free = dict.fromkeys(char for char in "1234567890abcdefghijklmnopqrstuvwxyz" if char not in own)
    found = list(own)
    for at, entry in enumerate(entries):
        if entry.ghost:
            wanted = entry.short[-1:] if entry.short[-1:].isdigit() else entry.short[:1].lower()
            found[at] = wanted if wanted in free else next(iter(free), "·")
            free.pop(found[at], None)
    return tuple(found)


def _known(name: str, look: Look) -> _Held:
    """What the library gives somebody; of sixteen colours there are too few for all whom it knows."""
    tag, code, colour = KNOWN[name]
    return _Held(tag, code, None if look.theme.sixteen else known_colour(colour, look.theme))


def _regulars(race: Race, look: Look) -> Mapping[str, _Held]:
    """What people have in every race of a story, by name: what the library gives them, the others what is left."""
    people = [Entry(name=regular.name, nation=regular.nation) for regular in race.regulars]
    known = {at: _known(person.name, look) for at, person in enumerate(people) if person.name in KNOWN}
    threes = codes(people, {at: who.code for at, who in known.items() if who.code})
    others = [other_letters(person) for person in people]
    letters = tags(threes, {at: who.tag for at, who in known.items() if who.tag}, others=others)
    asked = [at for at in range(len(people)) if at not in known]
    taken = {who.colour for who in known.values() if who.colour is not None}
    new = [None] * len(asked) if look.theme.sixteen else _colours([people[at] for at in asked], race, look, taken)
    found = known | {at: _Held(letters[at], threes[at], colour) for at, colour in zip(asked, new, strict=True)}
    return {person.name: found[at] for at, person in enumerate(people)}


def _once(wanted: Iterable[tuple[int, T | None]]) -> dict[int, T]:
    """What each wants whom nobody before him has it of: where two meet who never did in the library, the first."""
    found: dict[int, T] = {}
    for at, part in wanted:
        if part is not None and part not in found.values():
            found[at] = part
    return found


def without_year(name: str) -> str:
    """A name without the year at its end that a guest has: where there is no room for it, none of it is shown.

    The number of somebody without a name (`Runner 46313`) is all that tells him from others, and stays.
    """
    return re.sub(r"\s*(?:(?<!\d)(?:1[89]|20)\d\d|['’]\d\d)(?=\D?$)", "", name)


def crowd_of(race: Race, look: Look) -> Cast:
    """The cast of a large field: too few letters and colours for one of each, so all have their initials and a grey."""
    names = short_names(race.entries)
    initials = tuple(name[:1].upper() for name in names)
    grey = runner_colours(DISTINCT + 1, look.theme)[-1]
    return Cast(
        names=names,
        tags=initials,
        codes=initials,
        colours=(grey,) * len(names),
        chips=(look.chip(grey),) * len(names),
        order=_order(race, names),
    )


def _order(race: Race, names: tuple[str, ...]) -> tuple[int, ...]:
    bibs = [entry.bib for entry in race.entries]
    if all(map(str.isdigit, bibs)) and not any(entry.ghost for entry in race.entries):  # as of nearly every large field
        numbers = list(map(int, bibs))
        return tuple(sorted(range(len(numbers)), key=numbers.__getitem__))
    ranks = [
        (0, int(entry.bib), "") if entry.bib.isdigit() else (1, entry.lane or _LANELESS, name)
        for entry, name in zip(race.entries, names, strict=True)
    ]
    return tuple(sorted(range(len(names)), key=lambda at: (bool(race.entries[at].ghost), ranks[at])))


_LANELESS = 1000
"""Behind any lane."""
