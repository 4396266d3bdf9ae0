"""Who is who on the screen: a short name, a letter and a colour for every entry of a race."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from replay.cells.ink import Ink
from replay.drawing.theme.kits import KITS, given_to, in_kit
from replay.drawing.theme.look import Look
from replay.drawing.theme.runners import DISTINCT, runner_colours
from replay.race.race import Entry, Race
from replay.race.shortnames import short_names, tags

_CHOICE = 14
"""Colours that a field chooses among at least."""


class Cast(NamedTuple):
    """Names, letters and inks of a race's entries, in the race's order of entries."""

    names: tuple[str, ...]
    tags: tuple[str, ...]
    colours: tuple[int, ...]
    chips: tuple[Ink, ...]
    order: tuple[int, ...]
    """Indices of the entries by bib, or by name where there are no bibs: never by what became of them."""


def cast_of(race: Race, look: Look) -> Cast:
    """The cast of a race in a look.

    Colours go by club or nation and the alphabet, so that they give nothing of the result away. The regulars of a story
    have theirs first, whatever the race.
    """
    names = short_names(race.entries)
    order = _order(race, names)
    regulars = _regulars(race, look)
    colours = {index: colour for index, (_, colour) in regulars.items() if colour is not None}
    asked = [index for index in order if index not in colours]
    colours |= zip(asked, _colours([race.entries[index] for index in asked], race, look, colours.values()), strict=True)
    chosen = tuple(colours[index] for index in range(len(names)))
    return Cast(
        names=names,
        tags=tags(names, {index: tag for index, (tag, _) in regulars.items()}),
        colours=chosen,
        chips=tuple(look.chip(colour) for colour in chosen),
        order=order,
    )


def _colours(entries: Sequence[Entry], race: Race, look: Look, taken: Collection[int] = ()) -> list[int]:
    """A colour for each of some entries, none of those that are taken."""
    count = len(entries) + len(taken)
    # The palette begins with what is furthest apart: a small field chooses among a few more than it needs.
    # Of sixteen colours few are for runners: no more are taken than are needed, so that none comes twice for nothing.
    few = look.theme.sixteen
    choice = min(DISTINCT, count if few else max(count, _CHOICE))
    held = set(taken)
    distinct = [colour for colour in runner_colours(choice if few else DISTINCT, look.theme) if colour not in held]
    asked = entries[: len(distinct)] if held else entries[:DISTINCT]
    given = [given_to(entry, race.kits) for entry in asked]
    worn = [KITS.get(entry.nation) if kit is None else kit for entry, kit in zip(asked, given, strict=True)]
    first = in_kit(worn, distinct, given, max(choice - len(held), len(asked)))
    return [*first, *runner_colours(count, look.theme)[len(first) + len(held) :]]


def _regulars(race: Race, look: Look) -> dict[int, tuple[str, int | None]]:
    """The letters and colours that entries have in every race of a story; of sixteen colours there are too few."""
    people = [Entry(name=regular.name, nation=regular.nation) for regular in race.regulars]
    letters = tags(short_names(people))
    colours = [None] * len(people) if look.theme.sixteen else _colours(people, race, look)
    own = dict(zip((entry.name for entry in people), zip(letters, colours, strict=True), strict=True))
    return {index: own[entry.name] for index, entry in enumerate(race.entries) if entry.name in own}


def crowd_of(race: Race, look: Look) -> Cast:
    """The cast of a large field: too few letters and colours for one of each, so all have their initials and a grey."""
    names = short_names(race.entries)
    grey = runner_colours(DISTINCT + 1, look.theme)[-1]
    return Cast(
        names=names,
        tags=tuple(name[:1].upper() for name in names),
        colours=(grey,) * len(names),
        chips=(look.chip(grey),) * len(names),
        order=_order(race, names),
    )


def _order(race: Race, names: tuple[str, ...]) -> tuple[int, ...]:
    bibs = [entry.bib for entry in race.entries]
    ranks = [(0, int(bib), "") if bib.isdigit() else (1, 0, name) for bib, name in zip(bibs, names, strict=True)]
    return tuple(sorted(range(len(names)), key=ranks.__getitem__))
